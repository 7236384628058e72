/**
 * How long people may wait at the front door, as data. In Flanders a first talk follows within a month (K-02); in the Netherlands the
 * agreed norm for waiting until an intake in mental health care is four weeks. That a question is answered within five days is this
 * project's own, from "an answer within days".
 */
import { addDays, dayOf, daysBetween, zoneOf, type IsoDate, type IsoInstant, type Jurisdiction } from '@samenspel/kernel'

export type Term = { readonly days?: number; readonly months?: number }
export type Awaited = 'firstTalk' | 'answer'

export const targets: Readonly<Record<Jurisdiction, Readonly<Record<Awaited, Term>>>> = {
  NL: { firstTalk: { days: 28 }, answer: { days: 5 } },
  BE: { firstTalk: { months: 1 }, answer: { days: 5 } },
}

/** How long somebody has waited, and by when they need no longer. Days are counted in the zone of who receives. */
export type Wait = {
  readonly since: IsoDate
  /** The last day that still meets the target. */
  readonly target: IsoDate
  /** When it ended: the day of the first talk, or of the answer. */
  readonly endedOn?: IsoDate
  /** Days until it ended, or until now. */
  readonly days: number
  readonly isLate: boolean
}

/** @param until the day on which the waiting ended; today when it goes on */
export const waitFor = (what: Awaited, jurisdiction: Jurisdiction, receivedAt: IsoInstant, today: IsoDate, endedOn?: IsoDate): Wait => {
  const since = dayOf(receivedAt, zoneOf(jurisdiction))
  const { days = 0, months = 0 } = targets[jurisdiction][what]
  const target = addDays(Temporal.PlainDate.from(since).add({ months }).toString(), days)
  const end = endedOn ?? today
  return { since, target, ...(endedOn !== undefined && { endedOn }), days: Math.max(0, daysBetween(since, end)), isLate: end > target }
}
