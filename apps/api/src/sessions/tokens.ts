/** Under these names Nest hands out what sign-in and screens keep. */
export const SESSIONS = Symbol('sessions')
export const DRAFTS = Symbol('drafts')
export const VISITS = Symbol('visits')
