import type { Clock, FamilyId, IsoInstant, PersonId } from '@samenspel/kernel'
import type { StateDatabase } from './state-database.ts'

/** When somebody last looked at a family: what came after it is new to them. */
export type Visits = {
  /** When the visit before the present one ended; nothing for a first visit. What is newer counts as new. */
  readonly last: (person: PersonId, family: FamilyId) => IsoInstant | undefined
  /** Notes that somebody looks now. Looking again soon after is the same visit, so what is new stays marked while reading. */
  readonly mark: (person: PersonId, family: FamilyId) => void
}

/** Minutes between two looks that still make one visit. */
const sameVisitMinutes = 20

export const openVisits = (database: StateDatabase, clock: Clock): Visits => {
  const select = database.prepare('select last_visit, this_visit from visit where person = ? and family = ?')
  const write = database.prepare('insert into visit values (?, ?, ?, ?) on conflict do update set last_visit = excluded.last_visit, this_visit = excluded.this_visit')
  const find = (person: PersonId, family: FamilyId) => select.get(person, family) as { last_visit: IsoInstant | null; this_visit: IsoInstant } | undefined
  const isSameVisit = (visit: IsoInstant, now: IsoInstant) => Temporal.Instant.from(visit).until(now).total('minutes') < sameVisitMinutes

  return {
    last: (person, family) => {
      const visit = find(person, family)
      if (visit === undefined) return undefined
      return (isSameVisit(visit.this_visit, clock()) ? visit.last_visit : visit.this_visit) ?? undefined
    },
    mark: (person, family) => {
      const now = clock()
      const visit = find(person, family)
      const last = visit === undefined ? null : isSameVisit(visit.this_visit, now) ? visit.last_visit : visit.this_visit
      write.run(person, family, last, now)
    },
  }
}
