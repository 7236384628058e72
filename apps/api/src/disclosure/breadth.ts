import { millisecondsOf, type Clock, type FamilyId, type IsoInstant, type PersonId } from '@samenspel/kernel'
import type { StateDatabase } from '../sessions/state-database.ts'

/**
 * How many different families somebody opens in an hour. Who looks through file after file is stopped, and the operator is told:
 * a caseload is some dozens, and nobody reads them all in an hour (security 3.4).
 */
export type Breadth = {
  /** Notes that somebody opens a family by name. @returns whether they may: once over the most, only what they opened before */
  readonly opens: (person: PersonId, family: FamilyId) => Promise<boolean>
}

/** Different families in an hour. */
export const mostFamilies = 60
const hour = { minutes: 60 }
const mostRemembered = 10_000

/** @param alert tells the operator, once for each hour of somebody who goes on */
export const openBreadth = (database: StateDatabase, clock: Clock, alert: (person: PersonId) => void, most = mostFamilies): Breadth => {
  const told = new Map<PersonId, IsoInstant>()
  /** When somebody opened what they may read on, as it stands in the table: nothing takes that back within the hour. */
  const opened = new Map<string, IsoInstant>()
  const mayReadOn = (who: string, at: IsoInstant): true => {
    if (opened.size >= mostRemembered) opened.clear()
    opened.set(who, at)
    return true
  }
  return {
    opens: async (person, family) => {
      const now = clock()
      const who = `${person} ${family}`
      const before = opened.get(who)
      if (before !== undefined && millisecondsOf(now) - millisecondsOf(before) < hour.minutes * 60_000) return true
      const since: IsoInstant = Temporal.Instant.from(now).subtract(hour).toString({ fractionalSecondDigits: 3 })
      const known = await database.selectFrom('opened_family').select('opened_at').where('person', '=', person).where('family', '=', family).executeTakeFirst()
      if (known !== undefined && known.opened_at > since) return mayReadOn(who, known.opened_at)
      // Noted before it is counted: who opens many at once is counted with all of them.
      await database.insertInto('opened_family').values({ person, family, opened_at: now })
        .onConflict((conflict) => conflict.columns(['person', 'family']).doUpdateSet({ opened_at: now })).execute()
      const { families } = await database.selectFrom('opened_family').select((one) => one.fn.countAll<number>().as('families')).where('person', '=', person).where('opened_at', '>', since).executeTakeFirstOrThrow()
      if (Number(families) <= most) return mayReadOn(who, now)
      await database.deleteFrom('opened_family').where('person', '=', person).where('family', '=', family).execute()
      await database.deleteFrom('opened_family').where('opened_at', '<', since).execute()
      if ((told.get(person) ?? '') < since) {
        told.set(person, now)
        alert(person)
      }
      return false
    },
  }
}
