import { addDays, type IsoDate, type LocalTime } from '@samenspel/kernel'
import { mondayOf } from './days.ts'
import { cut } from '../intervals.ts'
import type { UnsuitableTime } from '../change-requests/events.ts'
import type { AppointmentId, Interval } from '../terms.ts'
import type { BundlingCase, CaseProfessional, TimesByDate } from './format.ts'
import type { PlanningCase, PlanningFacts, PlanningPeriod } from './facts.ts'
import { freedCase } from './other-times.ts'

/** What the parts of a day are on the clock; nothing is planned before the first and after the last. */
export const dayParts: Readonly<Record<UnsuitableTime['part'], Interval>> = {
  morning: { from: '00:00', to: '12:00' }, afternoon: { from: '12:00', to: '17:00' }, evening: { from: '17:00', to: '23:59' },
}

/**
 * What the planner has to know to find other days for parts of a proposal: not the days on which they are proposed now, nor what somebody
 * says does not suit. Everything else stays, also the other parts of the same proposal.
 * @returns nothing when one of them is unknown, or nobody knows its need any more
 */
export const otherDaysCase = (facts: PlanningFacts, appointmentIds: readonly AppointmentId[], unsuitable: readonly UnsuitableTime[], period: PlanningPeriod): PlanningCase | undefined => {
  const dates = new Set(appointmentIds.flatMap((id) => facts.agenda.proposals.appointments.get(id)?.date ?? []))
  const planning = freedCase(facts, appointmentIds, period)
  return planning === undefined ? undefined : { ...planning, case: without(planning.case, (date) => dates.has(date) ? [{ from: '00:00', to: '23:59' }] : holesOn(date, unsuitable)) }
}

const holesOn = (date: IsoDate, unsuitable: readonly UnsuitableTime[]): readonly Interval[] =>
  unsuitable.filter(({ weekday }) => date === addDays(mondayOf(date), weekday - 1)).map(({ part }) => dayParts[part])

/** Nobody of the professionals offers anything in these times: then the plan can't use them. */
const without = (given: BundlingCase, holes: (date: IsoDate) => readonly Interval[]): BundlingCase => {
  const times = (offered: TimesByDate): TimesByDate => Object.fromEntries(Object.entries(offered).map(([date, list]) =>
    [date, cut(list.map(([from, to]) => ({ from, to })), holes(date)).map(({ from, to }): readonly [LocalTime, LocalTime] => [from, to])]))
  return {
    ...given,
    professionals: Object.fromEntries(Object.entries(given.professionals).map(([name, one]): readonly [string, CaseProfessional] =>
      [name, { ...one, free: times(one.free), ...(one.freeFor !== undefined && { freeFor: Object.fromEntries(Object.entries(one.freeFor).map(([form, offered]) => [form, times(offered)])) }) }])),
  }
}
