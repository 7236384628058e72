import type { Clock, FamilyId, IsoInstant, PersonId } from '@samenspel/kernel'
import type { StateDatabase } from './state-database.ts'

/** When somebody last looked at a family: what came after it is new to them. */
export type Visits = {
  /** When the visit before the present one ended; nothing for a first visit. What is newer counts as new. */
  readonly last: (person: PersonId, family: FamilyId) => Promise<IsoInstant | undefined>
  /** The same of every family at which somebody looked. */
  readonly lasts: (person: PersonId) => Promise<ReadonlyMap<FamilyId, IsoInstant | undefined>>
  /** Notes that somebody looks now. Looking again soon after is the same visit, so what is new stays marked while reading. */
  readonly mark: (person: PersonId, family: FamilyId) => Promise<void>
  /** Forgets when somebody looked. @param until without it, also since then */
  readonly drop: (person: PersonId, family: FamilyId, until?: IsoInstant) => Promise<void>
}

/** Minutes between two looks that still make one visit. */
const sameVisitMinutes = 20

export const openVisits = (database: StateDatabase, clock: Clock): Visits => {
  const find = (person: PersonId, family: FamilyId) =>
    database.selectFrom('visit').select(['last_visit', 'this_visit']).where('person', '=', person).where('family', '=', family).executeTakeFirst()
  const isSameVisit = (visit: IsoInstant, now: IsoInstant) => Temporal.Instant.from(visit).until(now).total('minutes') < sameVisitMinutes

  const lastIn = (visit: { readonly last_visit: IsoInstant | null; readonly this_visit: IsoInstant }, now: IsoInstant) => (isSameVisit(visit.this_visit, now) ? visit.last_visit : visit.this_visit) ?? undefined

  return {
    last: async (person, family) => {
      const visit = await find(person, family)
      return visit === undefined ? undefined : lastIn(visit, clock())
    },
    lasts: async (person) => {
      const visits = await database.selectFrom('visit').select(['family', 'last_visit', 'this_visit']).where('person', '=', person).execute()
      const now = clock()
      return new Map(visits.map((visit) => [visit.family, lastIn(visit, now)]))
    },
    mark: async (person, family) => {
      const now = clock()
      const visit = await find(person, family)
      const last = visit === undefined ? null : lastIn(visit, now) ?? null
      await database.insertInto('visit').values({ person, family, last_visit: last, this_visit: now })
        .onConflict((conflict) => conflict.columns(['person', 'family']).doUpdateSet({ last_visit: last, this_visit: now })).execute()
    },
    drop: async (person, family, until) => {
      await database.deleteFrom('visit').where('person', '=', person).where('family', '=', family).$if(until !== undefined, (some) => some.where('this_visit', '<=', until!)).execute()
    },
  }
}
