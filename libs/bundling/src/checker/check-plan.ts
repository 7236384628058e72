/**
 * Whether a plan is allowed, and what it weighs: written from the rules of the format alone.
 * It shares nothing with the engine but the types, so that a fault of the one shows in the other.
 */
import { daysBetween } from '@samenspel/kernel'
import type { BundlingCase, Family } from '../format/case.ts'
import { burdenSum, type Appointment, type Burden, type RuleCode } from '../format/plan.ts'
import { checkAppointment, checkDoubleBooking } from './appointment-rules.ts'
import { capsOn } from '../model/caps.ts'
import { resolve, weekOf, type Booked, type Violation } from './booked.ts'
import { checkDay } from './family-day.ts'

export type { Violation } from './booked.ts'

/** Every broken hard rule, and the burden over all families (of no use when the rules are broken). */
export type Verdict = { readonly violations: readonly Violation[]; readonly burden: Burden }

export const checkPlan = (instance: BundlingCase, appointments: readonly Appointment[]): Verdict => {
  const { booked, violations: senseless } = resolve(instance, appointments)
  const byFamily = instance.families.map(family => checkFamily(instance, family, booked.filter(one => one.family === family)))
  return {
    violations: [...senseless, ...booked.flatMap(one => checkAppointment(instance, one)), ...checkDoubleBooking(booked), ...byFamily.flatMap(one => one.violations)],
    burden: burdenSum(byFamily.map(one => one.burden)),
  }
}

const checkFamily = (instance: BundlingCase, family: Family, own: readonly Booked[]): Verdict => {
  const days = [...Map.groupBy(own, one => one.date)].map(([date, today]) => ({ date, today, ...checkDay(instance, family, date, today) }))
  const weeks = [...Map.groupBy(days, day => weekOf(day.date)).values()]
  const overCap = weeks.flatMap((week): readonly Violation[] => {
    const needs = week.flatMap(day => day.today.map(one => one.need.id))
    const trips = week.reduce((sum, day) => sum + day.weight.trips, 0)
    const evenings = week.reduce((sum, day) => sum + day.today.filter(one => one.evening).length, 0)
    const caps = capsOn(family, week[0]!.date)
    const used = family.used && Object.entries(family.used).find(([date]) => weekOf(date) === weekOf(week[0]!.date))?.[1]
    const over = (code: RuleCode, here: number, before: number | undefined, cap: number | undefined): readonly Violation[] =>
      cap !== undefined && here > 0 && here + (before ?? 0) > cap ? [{ code, family: family.id, needs }] : []
    return [
      ...over('tripsPerWeek', trips, used?.trips, caps.tripsPerWeek),
      ...over('eveningsPerWeek', evenings, used?.evenings, caps.eveningsPerWeek),
      ...over('contactsPerWeek', needs.length, used?.contacts, caps.contactsPerWeek),
    ]
  })
  const planned = new Map(own.map(one => [one.need.id, one]))
  return {
    violations: [...days.flatMap(day => day.violations), ...overCap, ...checkOrder(family, planned), ...checkSeries(family, own), ...checkSameTime(family, own)],
    burden: {
      unplanned: family.needs.reduce((sum, need) => sum + (planned.has(need.id) ? 0 : need.urgency), 0),
      restTouched: days.reduce((sum, day) => sum + day.weight.restTouched, 0),
      travelDays: days.filter(day => day.weight.trips > 0).length,
      trips: days.reduce((sum, day) => sum + day.weight.trips, 0),
      careDays: days.reduce((sum, day) => sum + day.weight.careDay, 0),
      minutes: days.reduce((sum, day) => sum + day.weight.minutes, 0),
      lateness: own.reduce((sum, one) => sum + one.need.urgency * planningDaysBetween(instance, one.need.preferred, one.date), 0),
    },
  }
}

/** How many planning days a date lies after another; a date that is none counts as the next that is. */
const planningDaysBetween = (instance: BundlingCase, preferred: string, date: string): number =>
  instance.planningDays.filter(day => preferred <= day && day < date).length

const checkOrder = (family: Family, planned: ReadonlyMap<string, Booked>): readonly Violation[] => family.order.flatMap((order): readonly Violation[] => {
  const before = planned.get(order.before)
  const after = planned.get(order.after)
  if (before === undefined || after === undefined) return []
  const days = daysBetween(before.date, after.date)
  return days < order.minDays || days > (order.maxDays ?? Infinity) ? [{ code: 'order', family: family.id, needs: [order.before, order.after] }] : []
})

/** `sameTime`: one weekday and start on the clock. */
const checkSameTime = (family: Family, own: readonly Booked[]): readonly Violation[] => {
  const bound = own.filter(one => one.need.series !== undefined && one.need.sameTime === true)
  return [...Map.groupBy(bound, one => one.need.series).values()].flatMap((members): readonly Violation[] => {
    const moments = new Set(members.map(one => `${Temporal.PlainDate.from(one.date).dayOfWeek} ${one.from}`))
    return moments.size > 1 ? [{ code: 'sameTime', family: family.id, needs: members.map(one => one.need.id) }] : []
  })
}

const checkSeries = (family: Family, own: readonly Booked[]): readonly Violation[] => {
  const withChoice = own.filter(one => one.need.series !== undefined && one.need.staffing.length > 1)
  return [...Map.groupBy(withChoice, one => one.need.series).values()].flatMap((members): readonly Violation[] => {
    const teams = new Set(members.map(one => [...one.said.professionals].sort().join(' ')))
    return teams.size > 1 ? [{ code: 'sameProfessional', family: family.id, needs: members.map(one => one.need.id) }] : []
  })
}
