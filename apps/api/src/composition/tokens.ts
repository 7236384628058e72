/** Under these names Nest hands out the parts that are put together in `application.ts`. */
export const DISCLOSING = Symbol('disclosing')
export const ACCESS_LOG_READING = Symbol('access-log-reading')
export const ACTING = Symbol('acting')
export const PLANNING = Symbol('planning')
export const LIVE = Symbol('live')
export const FEEDS = Symbol('feeds')
export const ERASING = Symbol('erasing')
export const PEOPLE = Symbol('people')
