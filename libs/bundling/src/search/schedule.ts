/** A plan under construction: put in and take out one appointment at a time, with what each step weighs. */
import { dayContext, simulateDay } from '../day/day-simulation.ts'
import { emptyDay } from '../day/day-state.ts'
import { planOf, type DayPlan } from '../day/day-plans.ts'
import type { Burden } from '../format/plan.ts'
import { momentOf, type Candidate } from '../model/candidates.ts'
import type { FamilyModel, OrderModel } from '../model/family-model.ts'
import { sumBurden } from '../master/stages.ts'

/** What one more appointment adds, in order of importance: rest, travel days, trips, care days, minutes, lateness. */
export type Added = readonly number[]

export type Schedule = {
  readonly planned: (need: number) => Candidate | undefined
  readonly onDay: (day: number) => readonly Candidate[]
  /** What it would add, or nothing when a rule forbids it. */
  readonly weigh: (candidate: Candidate) => Added | undefined
  readonly put: (candidate: Candidate) => void
  readonly take: (need: number) => void
  /** Taking one out can break a day: a wait becomes too long to wait and too short to go home. */
  readonly isSound: () => boolean
  readonly burden: () => Burden
  readonly plans: () => readonly DayPlan[]
  readonly snapshot: () => Snapshot
  readonly restore: (snapshot: Snapshot) => void
}

export type Snapshot = { readonly chosen: readonly (Candidate | undefined)[]; readonly days: readonly Day[] }

/** A day's appointments and what they weigh; no plan when they break a rule. */
type Day = { readonly appointments: readonly Candidate[]; readonly plan: DayPlan | undefined }

export const createSchedule = (model: FamilyModel): Schedule => {
  const contexts = model.days.map(day => dayContext(model, day.index))
  const ordersOf = model.needs.map(need => model.order.filter(order => order.before === need.index || order.after === need.index))
  const siblingsOf = model.needs.map(need => need.series === undefined ? [] : model.needs.filter(other => other.series === need.series && other.index !== need.index).map(other => other.index))
  const sameTimeAs = model.needs.map(need => need.sameTime === undefined ? [] : model.needs.filter(other => other.sameTime === need.sameTime && other.index !== need.index).map(other => other.index))
  const scratch = emptyDay(model.children.length)
  let chosen: (Candidate | undefined)[] = model.needs.map(() => undefined)
  let days: Day[] = contexts.map(context => dayOf(context.day.index, []))

  function dayOf(index: number, appointments: readonly Candidate[]): Day {
    const context = contexts[index]!
    if (appointments.length === 0) return { appointments, plan: { day: index, appointments, restTouched: 0, trips: 0, careDay: 0, minutes: 0, evenings: 0, lateness: 0 } }
    const state = simulateDay(context, appointments, scratch)
    return { appointments, plan: state === undefined ? undefined : planOf(context, state, appointments) }
  }
  const keepsOrder = (candidate: Candidate, order: OrderModel): boolean => {
    const other = chosen[order.before === candidate.need ? order.after : order.before]
    if (other === undefined) return true
    const [before, after] = order.before === candidate.need ? [candidate, other] : [other, candidate]
    const gap = model.days[after.day]!.calendarDay - model.days[before.day]!.calendarDay
    return gap >= order.minDays && gap <= order.maxDays
  }
  const keepsSeries = (candidate: Candidate): boolean => siblingsOf[candidate.need]!.every(sibling => chosen[sibling] === undefined || chosen[sibling].team === candidate.team)
    && sameTimeAs[candidate.need]!.every(sibling => chosen[sibling] === undefined || momentOf(model, chosen[sibling]) === momentOf(model, candidate))
  const keepsWeek = (now: DayPlan, then: DayPlan): boolean => {
    let trips = then.trips - now.trips
    let evenings = then.evenings - now.evenings
    let contacts = then.appointments.length - now.appointments.length
    for (const day of model.weeks[model.weekOf[now.day]!]!) {
      trips += days[day]!.plan?.trips ?? 0
      evenings += days[day]!.plan?.evenings ?? 0
      contacts += days[day]!.appointments.length
    }
    const caps = model.weekCaps[model.weekOf[now.day]!]!
    return trips <= caps.trips && evenings <= caps.evenings && contacts <= caps.contacts
  }
  const plans = (): readonly DayPlan[] => days.flatMap(day => day.appointments.length > 0 && day.plan !== undefined ? [day.plan] : [])
  return {
    planned: need => chosen[need],
    onDay: day => days[day]!.appointments,
    weigh: candidate => {
      if (!keepsSeries(candidate) || !ordersOf[candidate.need]!.every(order => keepsOrder(candidate, order))) return undefined
      const now = days[candidate.day]!
      const then = dayOf(candidate.day, [...now.appointments, candidate]).plan
      if (then === undefined || now.plan === undefined || !keepsWeek(now.plan, then)) return undefined
      return difference(then, now.plan)
    },
    put: candidate => {
      chosen[candidate.need] = candidate
      days[candidate.day] = dayOf(candidate.day, [...days[candidate.day]!.appointments, candidate])
    },
    take: need => {
      const candidate = chosen[need]
      if (candidate === undefined) return
      chosen[need] = undefined
      days[candidate.day] = dayOf(candidate.day, days[candidate.day]!.appointments.filter(one => one.need !== need))
    },
    isSound: () => days.every(day => day.plan !== undefined) && model.weeks.every((week, index) =>
      week.reduce((sum, day) => sum + (days[day]!.plan?.trips ?? 0), 0) <= model.weekCaps[index]!.trips),
    burden: () => sumBurden(model, plans()),
    plans,
    snapshot: () => ({ chosen: [...chosen], days: [...days] }),
    restore: snapshot => {
      chosen = [...snapshot.chosen]
      days = [...snapshot.days]
    },
  }
}

const difference = (then: DayPlan, now: DayPlan): Added => [
  then.restTouched - now.restTouched, Math.sign(then.trips) - Math.sign(now.trips), then.trips - now.trips,
  then.careDay - now.careDay, then.minutes - now.minutes, then.lateness - now.lateness,
]

/** Below zero when `a` adds less: the first number that differs decides. */
export const compareAdded = (a: Added, b: Added): number => {
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return a[index]! - b[index]!
  return 0
}
