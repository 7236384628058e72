/**
 * What is asked again and again, every so many weeks, until somebody withdraws it.
 *
 * Only the first is recorded (`NeedAdded`). The next ones have a number, and an id that is made of it; which of them are open, and when
 * each can be, is worked out at every look from the last one that stands. So a day later another is open without anybody doing
 * anything, and nothing stands in the log twice.
 */
import { addDays, daysBetween, type IsoDate } from '@samenspel/kernel'
import { isLighter, isPaused } from '../pace/state.ts'
import { weekdayOf } from '../rhythm/week.ts'
import type { Agenda } from '../state.ts'
import { appointmentsWith } from '../statuses.ts'
import type { NeedId } from '../terms.ts'
import type { OrderRule, Recurrence } from './events.ts'
import type { Need, Needs } from './need.ts'
import { isFirst, occurrenceId, firstOf, type Recurring } from './occurrence.ts'

/** The days that lie between one time and the next at least. Nothing is asked sooner. */
export const fewestDays = ({ everyWeeks, toleranceDays }: Recurrence): number => everyWeeks * 7 - toleranceDays

/** What a part of a proposal is for, kept with it: from then on the appointment has its need, like every other. */
export const withOccurrence = (needs: Needs, needId: NeedId, date?: IsoDate): Needs => {
  const known = firstOf(needs, needId)
  if (known === undefined || needs.byId.has(needId)) return needs
  const { first, number } = known
  const { toleranceDays } = first.recurrence
  const around = date === undefined ? first : { from: addDays(date, -toleranceDays), preferred: date, deadline: addDays(date, toleranceDays) }
  return { ...needs, byId: new Map(needs.byId).set(needId, occurrenceOf(first, number, around)) }
}

type Window = Pick<Need, 'from' | 'preferred' | 'deadline'>

const occurrenceOf = (first: Recurring, number: number, { from, preferred, deadline }: Window): Need =>
  ({ ...first, needId: occurrenceId(first.needId, number), ...(number > 1 && { occurrence: { of: first.needId, number } }), from, preferred, deadline })

export type Horizon = {
  /** The first day that may be planned. */
  readonly from: IsoDate
  /** The last day that is looked at. */
  readonly until: IsoDate
  /** Holidays and other days on which nobody plans. */
  readonly isClosed?: (date: IsoDate) => boolean
}

/** The agenda with what is asked again and again as it is now: every time within the horizon, and always the next. */
export const withOccurrences = (agenda: Agenda, horizon: Horizon): Agenda =>
  [...agenda.needs.byId.values()].filter(isFirst).filter(({ withdrawn }) => !withdrawn).reduce((known, first) => unrolled(known, first, horizon), agenda)

/** The times of one need: missed ones are no longer asked, the next follow the last that stands. */
const unrolled = (agenda: Agenda, first: Recurring, horizon: Horizon): Agenda => {
  const step = first.recurrence.everyWeeks * 7
  const numberOf = (needId: NeedId): number => { const of = firstOf(agenda.needs, needId); return of?.first.needId === first.needId ? of.number : 0 }
  const stands = new Map(appointmentsWith(agenda, 'confirmed', 'tookPlace', 'unknown').map(({ needId, date }) => [numberOf(needId), date] as const).filter(([number]) => number > 0))
  const numbers = [...stands.keys()]
  const last = Math.max(0, ...numbers)
  // What was in a proposal once stays known, wherever the horizon is.
  const known = Math.max(...[...agenda.needs.byId.keys()].map(numberOf))
  const byId = new Map(agenda.needs.byId)
  const order: OrderRule[] = []
  for (let number = 1; number <= last; number++) {
    const before = stands.get(Math.max(0, ...numbers.filter((one) => one < number)))
    const after = stands.get(Math.min(...numbers.filter((one) => one > number)))
    const day = stands.get(number)
    const between = day === undefined ? missed(first, before, after, horizon.from) : movable(first, day, before, after)
    byId.set(occurrenceId(first.needId, number), between === undefined ? { ...occurrenceOf(first, number, first), withdrawn: true } : occurrenceOf(first, number, between))
  }
  const lastDay = stands.get(last)
  let asked: Window = lastDay === undefined ? first : around(addDays(lastDay, step), first.recurrence)
  for (let number = last + 1; number <= Math.max(last, known) + mostAhead; number++) {
    const { window, late } = settled(asked, first.recurrence, agenda, horizon)
    if (number > last + 1 && number > known && window.preferred > horizon.until) break
    byId.set(occurrenceId(first.needId, number), occurrenceOf(first, number, window))
    if (number > last + 1) order.push({ before: occurrenceId(first.needId, number - 1), after: occurrenceId(first.needId, number), minDays: fewestDays(first.recurrence), maxDays: step + first.recurrence.toleranceDays + late })
    // Who comes late in a long window still leaves the next a day that is far enough away.
    const next = around(addDays(window.preferred, step), first.recurrence)
    asked = { ...next, deadline: latest(next.deadline, addDays(window.deadline, fewestDays(first.recurrence))) }
  }
  return { ...agenda, needs: { byId, order: [...agenda.needs.order, ...order] } }
}

/** The most times that are looked ahead. */
const mostAhead = 60

const around = (day: IsoDate, { toleranceDays }: Recurrence): Window => ({ from: addDays(day, -toleranceDays), preferred: day, deadline: addDays(day, toleranceDays) })

/** Where one that stands could be moved to: as far from those around it as the measure asks. */
const movable = ({ from: begin, recurrence }: Recurring, day: IsoDate, before: IsoDate | undefined, after: IsoDate | undefined): Window => {
  const { from, preferred, deadline } = before === undefined ? { ...around(day, recurrence), from: begin } : { ...around(addDays(before, recurrence.everyWeeks * 7), recurrence) }
  return { from: earliest(from, day), preferred: latest(earliest(from, day), preferred), deadline: latest(day, after === undefined ? deadline : earliest(deadline, addDays(after, -fewestDays(recurrence)))) }
}

/** When one that was cancelled can still be, between those around it that stand; nothing when there is no room left for it. */
const missed = ({ from: begin, recurrence }: Recurring, before: IsoDate | undefined, after: IsoDate | undefined, today: IsoDate): Window | undefined => {
  const from = latest(today, before === undefined ? begin : addDays(before, fewestDays(recurrence)))
  const deadline = after === undefined ? from : addDays(after, -fewestDays(recurrence))
  return from > deadline ? undefined : { from, preferred: earliest(deadline, latest(from, before === undefined ? from : addDays(before, recurrence.everyWeeks * 7))), deadline }
}

/**
 * A time as it can be from now on. Where all its days are over, paused or closed, it is as soon as can be after them; where it would end in
 * a lighter week, the week after counts too. What follows counts from there, so that nothing is caught up with.
 */
const settled = ({ from, preferred, deadline }: Window, { toleranceDays }: Recurrence, { pace }: Agenda, horizon: Horizon): { readonly window: Window; readonly late: number } => {
  const canBe = (date: IsoDate) => weekdayOf(date) <= 5 && !isPaused(pace, date) && horizon.isClosed?.(date) !== true
  const soonest = latest(from, horizon.from)
  const opens = firstFrom(soonest, canBe) ?? soonest
  const isOver = opens > deadline
  const last = isOver ? addDays(opens, Math.max(daysOfAWeek, 2 * toleranceDays)) : deadline
  const ends = afterLighter(last, (date) => isLighter(pace, date))
  return { window: { from: isOver ? opens : soonest, preferred: isOver ? opens : latest(preferred, soonest), deadline: ends }, late: daysBetween(deadline, ends) }
}

const daysOfAWeek = 6
/** How far a pause is looked through. */
const aYear = 366

const firstFrom = (from: IsoDate, holds: (date: IsoDate) => boolean): IsoDate | undefined => {
  for (let days = 0; days <= aYear; days++) { const date = addDays(from, days); if (holds(date)) return date }
  return undefined
}

const afterLighter = (deadline: IsoDate, lighter: (date: IsoDate) => boolean): IsoDate => {
  let ends = deadline
  while (lighter(ends)) ends = addDays(ends, 7)
  return ends
}

const latest = (a: IsoDate, b: IsoDate): IsoDate => a > b ? a : b
const earliest = (a: IsoDate, b: IsoDate): IsoDate => a < b ? a : b

/** Whether two days are nearer to each other than the measure of a need allows for two of its times. */
export const isTooNear = (recurrence: Recurrence, a: IsoDate, b: IsoDate): boolean => Math.abs(daysBetween(a, b)) < fewestDays(recurrence)
