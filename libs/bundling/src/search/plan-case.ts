/** The plan of a whole case: family after family, the most urgent first; each takes the time it needs from the calendars. */
import { minutesOf, timeOf } from '@samenspel/kernel'
import { createExplainer } from '../conflicts/explain-unplanned.ts'
import type { BundlingCase, Family, Professional, TimesByDate, TimeSpan } from '../format/case.ts'
import { burdenSum, vectorOf, type Appointment, type Plan, type PlanConflict } from '../format/plan.ts'
import type { Solver } from '../master/program.ts'
import { appointmentsOf } from '../model/appointments.ts'
import type { Budget } from './budget.ts'
import { bestAnswer, firstAnswer, groundOf, plannedNeeds, taskOf, type Answer } from './plan-family.ts'

/** A plan in the format, with its burden and why needs are left. With one family it is proven; with more, each is only lightest after those before it. */
export const planCase = (instance: BundlingCase, solver: Solver, budget: Budget): Plan => {
  const appointments: Appointment[] = []
  const conflicts: PlanConflict[] = []
  const answers: Answer[] = []
  const inOrder = mostUrgentFirst(instance)
  let left = instance
  for (const [index, family] of inOrder.entries()) {
    const share = budget.portion(1 / (inOrder.length - index))
    const task = taskOf(left, family.id)
    // A tenth of the time is kept for the reasons.
    const solving = share.portion(0.9)
    const first = firstAnswer(task, solving)
    const ground = groundOf(task, solving)
    const answer = bestAnswer(task, ground, solver, first, solving)
    const own = appointmentsOf(task.model, answer.days.flatMap(day => day.appointments))
    answers.push(answer)
    appointments.push(...own)
    for (const { need, conflict } of createExplainer(task, ground, solver, share)(plannedNeeds(answer))) {
      if (conflict !== undefined) conflicts.push({ family: family.id, need, rules: conflict.rules, needs: conflict.needs })
    }
    left = withoutTimeOf(left, family, own)
  }
  const [only, ...others] = answers
  const alone = others.length === 0
  return {
    case: instance.name,
    appointments,
    burden: vectorOf(burdenSum(answers.map(answer => answer.burden))),
    proven: alone && only?.proven !== false,
    ...(alone && only?.bound !== undefined ? { bound: vectorOf(only.bound) } : {}),
    conflicts,
  }
}

/** The families in the order in which they are planned. */
export const mostUrgentFirst = ({ families }: BundlingCase): readonly Family[] => [...families].sort((a, b) => urgencyOf(b) - urgencyOf(a))

const urgencyOf = (family: Family): number => family.needs.reduce((sum, need) => sum + need.urgency, 0)

/** The case with the time of these appointments taken out of what professionals and interpreters offer, and out of their rooms. */
export const withoutTimeOf = (instance: BundlingCase, family: Family, appointments: readonly Appointment[]): BundlingCase => {
  const minutes = new Map(family.needs.map(need => [need.id, need.minutes]))
  const professionals = { ...instance.professionals }
  const interpreters = { ...instance.interpreters }
  const roomsAt = { ...instance.roomsAt }
  for (const { need, date, start, professionals: asked, interpreter, place = '', room: taken } of appointments) {
    const from = minutesOf(start)
    const to = from + minutes.get(need)!
    const without = (times: TimesByDate): TimesByDate => ({ ...times, [date]: (times[date] ?? []).flatMap(span => around(span, from, to)) })
    for (const id of asked) professionals[id] = withoutTime(professionals[id]!, without)
    if (interpreter !== undefined) interpreters[interpreter] = withoutTime(interpreters[interpreter]!, without)
    if (taken !== undefined) roomsAt[place] = roomsAt[place]!.map(room => room.id === taken ? { ...room, free: without(room.free) } : room)
  }
  return { ...instance, professionals, ...(instance.interpreters !== undefined && { interpreters }), ...(instance.roomsAt !== undefined && { roomsAt }) }
}

const withoutTime = <Person extends Pick<Professional, 'free' | 'freeFor'>>({ freeFor, ...person }: Person, without: (times: TimesByDate) => TimesByDate) => ({
  ...person, free: without(person.free),
  ...(freeFor !== undefined && { freeFor: Object.fromEntries(Object.entries(freeFor).map(([form, times]) => [form, without(times)])) }),
})

const around = ([from, to]: TimeSpan, start: number, end: number): readonly TimeSpan[] => {
  if (minutesOf(to) <= start || end <= minutesOf(from)) return [[from, to]]
  const before: readonly TimeSpan[] = minutesOf(from) < start ? [[from, timeOf(start)]] : []
  return end < minutesOf(to) ? [...before, [timeOf(end), to]] : before
}
