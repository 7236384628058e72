/**
 * A plan made again when something falls away: a slot is lost, a therapist or the child is ill, the family can bear less.
 * What is confirmed stands as far as it can: an appointment that moves is a burden of its own, just below what isn't planned at all.
 */
import { dayPlansOf, type DayPlan } from '../day/day-plans.ts'
import type { BundlingCase } from '../format/case.ts'
import type { Appointment, Burden } from '../format/plan.ts'
import { buildMaster, type Master } from '../master/master.ts'
import type { Solver } from '../master/program.ts'
import { partRow, type PartOrder } from '../master/stages.ts'
import { appointmentsOf } from '../model/appointments.ts'
import { candidatesOf, whatIsContested, type Candidate } from '../model/candidates.ts'
import { modelFamily, person, type FamilyModel } from '../model/family-model.ts'
import { allRules } from '../model/rules.ts'
import type { Budget } from '../search/budget.ts'
import { answerOf, choose, plannedNeeds, type Answer } from '../search/plan-family.ts'
import { putLightest } from '../search/quick-answers.ts'
import { createSchedule } from '../search/schedule.ts'
import { candidateOf, withTimeOf } from './standing.ts'

export type Replanning = {
  /** The family; the first of the case when absent. */
  readonly family?: string
  /** Confirmed appointments that stand. Their time need not be in the calendars. Other needs of the case are open. */
  readonly standing: readonly Appointment[]
  /** Appointments that fell away or were given up: their needs are open again, and these same times are not used. */
  readonly lost?: readonly Appointment[]
  /** Dates on which the child can't come. */
  readonly withoutChild?: readonly string[]
  /** How many standing appointments may move to make the plan lighter; absent: as few as possible, whatever else becomes heavier. */
  readonly mostMoved?: number
}

export type Moved = { readonly from: Appointment; /** Absent: it has no appointment any more. */ readonly to?: Appointment }

export type Replanned = {
  readonly appointments: readonly Appointment[]
  readonly burden: Burden
  /** Standing appointments that are as they were, in everything. */
  readonly stay: readonly Appointment[]
  /** Standing appointments that are not: another day, start, form, place, attendee or professional, or none. */
  readonly moved: readonly Moved[]
  /** Those of `moved` that could not stay, since a rule or the calendars forbid them now; they don't count for `mostMoved`. */
  readonly couldNotStay: readonly Appointment[]
  /** Ids of the needs without an appointment. */
  readonly withoutAppointment: readonly string[]
  /** No plan does better: fewest unplanned, then fewest moved, then the other parts; with `mostMoved` the usual order within that number. */
  readonly proven: boolean
  /** What no plan can weigh less than, in that order; absent when not known. */
  readonly bound?: Burden
  /** With `mostMoved`: whether so few moves were enough to keep every rule. */
  readonly withinMost: boolean
}

const fewestMoved: PartOrder = [['unplanned', 'moved', 'restTouched', 'travelDays', 'trips'], ['careDays', 'minutes'], ['lateness']]
const withinCap: PartOrder = [['unplanned', 'restTouched', 'travelDays', 'trips'], ['careDays', 'minutes'], ['lateness'], ['moved']]
/** When so few moves as asked for can't keep every rule. */
const leastMoved: PartOrder = [['moved'], ['unplanned', 'restTouched', 'travelDays', 'trips'], ['careDays', 'minutes'], ['lateness']]

/** @throws RangeError when the case has no such family, or `mostMoved` is no whole number from 0. */
export const replanWith = (instance: BundlingCase, { family: id, standing, lost = [], withoutChild = [], mostMoved }: Replanning, solver: Solver, budget: Budget): Replanned => {
  if (mostMoved !== undefined && !(Number.isInteger(mostMoved) && mostMoved >= 0)) throw new RangeError('mostMoved is a whole number from 0')
  const familyId = id ?? instance.families[0]?.id ?? ''
  const own = standing.filter(one => one.family === familyId)
  const family = instance.families.find(one => one.id === familyId)
  const model = modelFamily(family === undefined ? instance : withTimeOf(instance, family, own), familyId)
  const contested = whatIsContested(model)
  const away = new Set(withoutChild)
  const comes = (candidate: Candidate): boolean => !(candidate.people & person.child) || !away.has(model.instance.planningDays[candidate.day]!)
  const kept = new Map<number, Candidate>()
  const couldNotStay: Appointment[] = []
  for (const one of own) {
    const candidate = candidateOf(model, contested, one)
    if (candidate === undefined || !comes(candidate) || kept.has(candidate.need)) couldNotStay.push(one)
    else kept.set(candidate.need, candidate)
  }
  const gone = new Set(lost.map(one => slotOf(one)))
  const others = model.needs.map(need => candidatesOf(model, need, contested, candidate =>
    comes(candidate) && !isSame(candidate, kept.get(need.index)) && !(gone.size > 0 && gone.has(slotOf(appointmentsOf(model, [candidate])[0]!)))))

  const quick = quickAnswer(model, kept, others)
  const { master, complete } = groundOf(model, kept, others, budget)
  const ground = { master, complete }
  const task = { model, candidates: others }
  const within = mostMoved === undefined ? undefined : partRow(master, 'moved', mostMoved)
  const asked = within === undefined
    ? choose(task, ground, solver, { order: fewestMoved, known: quick.days }, budget)
    : choose(task, ground, solver, { order: withinCap, extraRows: [within], known: quick.days }, budget)
  const found = asked ?? (within === undefined ? undefined : choose(task, ground, solver, { order: leastMoved, known: quick.days }, budget))
  return describe(model, own, couldNotStay, found ?? quick, mostMoved)
}

/** What must differ for a lost appointment to count as another. */
const slotOf = ({ need, date, start, professionals }: Appointment): string => [need, date, start, ...[...professionals].sort()].join(' ')

const isSame = (a: Candidate, b: Candidate | undefined): boolean =>
  b !== undefined && a.day === b.day && a.start === b.start && a.form === b.form && a.place === b.place && a.people === b.people && a.staffing === b.staffing

/** What stands, as far as it fits together, and the rest where it adds least: good to begin from, and the answer when the time is over. */
const quickAnswer = (model: FamilyModel, kept: ReadonlyMap<number, Candidate>, others: readonly (readonly Candidate[])[]): Answer => {
  const schedule = createSchedule(model)
  const byUrgency = [...model.needs].sort((a, b) => b.urgency - a.urgency || a.index - b.index)
  for (const { index } of byUrgency) if (kept.has(index) && schedule.weigh(kept.get(index)!) !== undefined) schedule.put(kept.get(index)!)
  for (const { index } of byUrgency) if (schedule.planned(index) === undefined) putLightest(schedule, others[index]!)
  const { days, ...answer } = answerOf(schedule)
  return { ...answer, days: days.map(plan => ({ ...plan, moved: movedIn(plan, kept) })) }
}

/**
 * Day plans for all times. The time that stands is told from others as if it were another need: so the lightest plan is kept
 * for every set of needs and of those among them that stay.
 */
const groundOf = (model: FamilyModel, kept: ReadonlyMap<number, Candidate>, others: readonly (readonly Candidate[])[], budget: Budget): { readonly master: Master; readonly complete: boolean } => {
  const count = model.needs.length
  const doubled: FamilyModel = { ...model, needs: [...model.needs, ...model.needs.map(need => ({ ...need, index: need.index + count }))] }
  const byDay: Candidate[][] = model.days.map(() => [])
  for (const candidate of others.flat()) byDay[candidate.day]!.push(candidate)
  for (const candidate of kept.values()) byDay[candidate.day]!.push({ ...candidate, need: candidate.need + count })
  const found = byDay.map((ofDay, day) => dayPlansOf(doubled, day, ofDay, budget))
  const plans = found.flatMap(day => day.plans).flatMap((plan): readonly DayPlan[] => {
    const appointments = plan.appointments.map(one => one.need < count ? one : kept.get(one.need - count)!)
    return new Set(appointments.map(one => one.need)).size < appointments.length ? [] : [{ ...plan, appointments, moved: movedIn({ appointments }, kept) }]
  })
  return { master: { ...buildMaster(model, plans, allRules), standing: new Set(kept.keys()) }, complete: found.every(day => day.complete) }
}

const movedIn = ({ appointments }: Pick<DayPlan, 'appointments'>, kept: ReadonlyMap<number, Candidate>): number =>
  appointments.filter(one => kept.has(one.need) && !isSame(one, kept.get(one.need))).length

const describe = (model: FamilyModel, own: readonly Appointment[], couldNotStay: readonly Appointment[], answer: Answer, mostMoved: number | undefined): Replanned => {
  const appointments = appointmentsOf(model, answer.days.flatMap(day => day.appointments))
  const now = new Map(appointments.map(one => [one.need, one]))
  const stays = (one: Appointment): boolean => !couldNotStay.includes(one) && sameAppointment(one, now.get(one.need))
  const planned = plannedNeeds(answer)
  const moved = own.filter(one => !stays(one)).map((from): Moved => {
    const to = now.get(from.need)
    return to === undefined ? { from } : { from, to }
  })
  return {
    appointments,
    burden: answer.burden,
    stay: own.filter(stays),
    moved,
    couldNotStay,
    withoutAppointment: model.needs.filter(need => !planned.has(need.index)).map(need => need.need.id),
    proven: answer.proven,
    ...(answer.bound !== undefined && { bound: answer.bound }),
    withinMost: mostMoved === undefined || moved.length - couldNotStay.length <= mostMoved,
  }
}

const sameAppointment = (a: Appointment, b: Appointment | undefined): boolean =>
  b !== undefined && a.date === b.date && a.start === b.start && a.modality === b.modality && a.place === b.place
  && [...a.attendees].sort().join() === [...b.attendees].sort().join() && [...a.professionals].sort().join() === [...b.professionals].sort().join()
