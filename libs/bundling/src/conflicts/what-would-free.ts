/**
 * What would make room for a need that fits nowhere: each single change that somebody could decide, tried alone, with the price of
 * the best plan that it makes possible. A change that touches no rule of a minimal conflict frees nothing, and isn't tried.
 */
import { addDays, daysBetween, minutesOf, timeOf, type IsoDate } from '@samenspel/kernel'
import { dayContext, simulateDay } from '../day/day-simulation.ts'
import { planOf, type DayPlan } from '../day/day-plans.ts'
import { emptyDay } from '../day/day-state.ts'
import type { Parent, UnavailableReason } from '../format/case.ts'
import { compareBurdens, type Appointment, type Burden, type RuleCode } from '../format/plan.ts'
import type { Row, Solver } from '../master/program.ts'
import { usualOrder } from '../master/stages.ts'
import { appointmentOf } from '../model/appointments.ts'
import type { Candidate, Option } from '../model/candidates.ts'
import { parentBit, type FamilyModel, type NeedModel } from '../model/family-model.ts'
import { insideAny } from '../model/intervals.ts'
import { allRules, rule, type RuleSet } from '../model/rules.ts'
import { appointmentsIn } from '../proposals/propose.ts'
import { chooseInTime } from '../proposals/urgent-in-time.ts'
import type { Budget } from '../search/budget.ts'
import { groundOf, taskOf, type Ground, type Task } from '../search/plan-family.ts'
import { compareAdded, createSchedule, type Added, type Schedule } from '../search/schedule.ts'
import { changedGround } from '../why/changed-ground.ts'
import { priceOf, type Answered, type Block, type Freeing, type FreeingAsked } from '../why/question.ts'
import { changedCase, type Change } from './changes.ts'
import { conflictOf } from './explain-unplanned.ts'
import { aloneOptions, optionFor } from './options.ts'

/** As many as people can weigh against each other. */
const mostChanges = 5
/** Blocks of a parent's week of which giving up is weighed exactly. */
const mostBlocks = 2

/** @param burden what the plan asked about weighs. */
export const whatWouldFree = (task: Task, need: NeedModel, { releasable }: FreeingAsked, appointments: readonly Appointment[], burden: Burden, solver: Solver, budget: Budget): Answered => {
  const { model } = task
  if (appointments.some(one => one.need === need.need.id)) return { kind: 'already' }
  const ground = groundOf(task, budget)
  const options = aloneOptions(model, need)
  const planned = appointments.map(one => model.needs.findIndex(other => other.need.id === one.need))
  const conflict = conflictOf(ground, need, other => other === need ? options : aloneOptions(model, other), planned, solver, budget)
  const mayFree = (code: RuleCode): boolean => conflict?.minimal !== true || conflict.rules.includes(code)
  const plan = scheduleOf(model, appointments)
  const tried: Trying = { task, ground, need, burden, solver, budget }
  const changes = [
    ...mayFree('window') ? later(tried) : [],
    ...mayFree('offer') ? offered(tried, options, plan) : [],
    ...mayFree('unavailable') ? released(tried, options, plan, releasable) : [],
    ...mayFree('minding') && !model.family.sitter ? tryChange(tried, { kind: 'sitter' }) : [],
    ...mayFree('tripsPerWeek') ? inOneWeek(tried, 'trip') : [],
    ...mayFree('eveningsPerWeek') ? inOneWeek(tried, 'evening') : [],
  ]
  return {
    kind: 'freed', ...(conflict !== undefined && { conflict }),
    changes: changes.sort((a, b) => compareBurdens(a.burden, b.burden)).slice(0, mostChanges),
  }
}

type Trying = { readonly task: Task; readonly ground: Ground; readonly need: NeedModel; readonly burden: Burden; readonly solver: Solver; readonly budget: Budget }

/** The lightest plan with the need after a change; nothing when there is none that leaves out less than before. */
const tryChange = ({ task, ground, need, burden, solver, budget }: Trying, change: Change): readonly Freeing[] => {
  const { instance, family } = task.model
  const after = taskOf(changedCase(instance, family.id, need.need.id, change), family.id)
  const alsoOn = new Set(change.kind === 'release' ? [instance.planningDays.indexOf(change.date)] : [])
  const { master, complete } = changedGround(task, ground, after, budget, alsoOn)
  const extraRows: readonly Row[] = [
    { columns: [master.unplanned[need.index]!], atLeast: 0, atMost: 0 },
    ...change.kind === 'trip' || change.kind === 'evening' ? otherWeeks(task.model, master.plans, change) : [],
  ]
  const found = chooseInTime(after, { master, complete }, solver, { order: usualOrder, extraRows }, budget)
  if (found === undefined || found.burden.unplanned >= burden.unplanned) return []
  const appointment = appointmentsIn(after, found).find(one => one.need === need.need.id)!
  return [{ change, appointment, burden: found.burden, price: priceOf(found.burden, burden), proven: found.proven }]
}

// ── After the last date

/** By as few days as give a time, or else by as many as the lightest plan within the planning days takes. */
const later = (tried: Trying): readonly Freeing[] => {
  const { task: { model }, need } = tried
  const { planningDays } = model.instance
  const { deadline } = need.need
  const end = planningDays.at(-1)!
  if (end <= deadline) return []
  const widest: Change = { kind: 'window', days: daysBetween(deadline, end) }
  const wide = taskOf(changedCase(model.instance, model.family.id, need.need.id, widest), model.family.id)
  const [first] = wide.candidates[need.index]!.flatMap(({ day }) => day > need.lastDay ? [day] : []).sort((a, b) => a - b)
  if (first === undefined) return []
  const until = (date: IsoDate): readonly Freeing[] => tryChange(tried, { kind: 'window', days: daysBetween(deadline, date) })
  const soonest = until(planningDays[first]!)
  if (soonest.length > 0) return soonest
  return tryChange(tried, widest).map(found => ({ ...found, change: { kind: 'window', days: daysBetween(deadline, found.appointment.date) } }))
}

// ── More time of the professionals

/** The time that adds least to the plan as it stands; where none fits into it, the first that would do for the need by itself. */
const offered = (tried: Trying, options: readonly Option[], plan: Schedule): readonly Freeing[] => {
  const { model } = tried.task
  const possible = options.flatMap(({ candidate, broken }) => broken === rule.offer ? [candidate] : [])
  const best = lightest(possible, candidate => plan.weigh(candidate)) ?? possible[0]
  if (best === undefined) return []
  const { date, start } = appointmentOf(model, best)
  const { modality } = tried.need.forms.find(form => form.form === best.form && form.place === best.place)!
  const asked = tried.need.staffing[best.staffing]!.professionals.map(one => model.professionals[one]!)
  const missing = asked.filter(({ free, freeFor }) => !insideAny(best.start, best.end, (freeFor === undefined ? free : freeFor.get(modality))?.[best.day] ?? []))
  return tryChange(tried, { kind: 'offer', professionals: missing.map(({ id }) => id), date, from: start, to: timeOf(best.end), modality })
}

// ── A time that parents keep free

type ReleasedBlock = Block & { readonly reason: UnavailableReason; readonly parents: readonly Parent[] }

const released = (tried: Trying, options: readonly Option[], plan: Schedule, releasable: readonly Block[] | undefined): readonly Freeing[] => {
  const { model } = tried.task
  const mayBe = ({ date, from, to }: Block): boolean => releasable?.some(one => one.date === date && one.from === from && one.to === to) ?? true
  const inTheWay = options.flatMap(({ candidate, broken }) => {
    const block = broken === rule.unavailable ? onlyBlock(model, candidate) : undefined
    return block !== undefined && mayBe(block) ? [{ candidate, block }] : []
  })
  const lifted: RuleSet = allRules & ~rule.unavailable
  return [...Map.groupBy(inTheWay, ({ block }) => JSON.stringify(block)).values()]
    .flatMap(ofBlock => {
      const weights = ofBlock.flatMap(({ candidate }) => weighOnDay(model, candidate, plan, lifted) ?? [])
      const [least] = weights.sort(compareAdded)
      return [{ block: ofBlock[0]!.block, least }]
    })
    .sort((a, b) => a.least === undefined ? 1 : b.least === undefined ? -1 : compareAdded(a.least, b.least))
    .slice(0, mostBlocks)
    .flatMap(({ block }) => tryChange(tried, { kind: 'release', ...block }))
}

/** The block of a parent's day that alone is in the way; both parents can share one. */
const onlyBlock = ({ family, instance }: FamilyModel, { day, from: there, to: until, wayThere, wayBack, people }: Candidate): ReleasedBlock | undefined => {
  const date = instance.planningDays[day]!
  const blocks = (['parentA', 'parentB'] as const).flatMap((parent, index) => people & parentBit(index as 0 | 1)
    ? (family.unavailable[parent]?.[date] ?? []).filter(([from, to]) => there - wayThere < minutesOf(to) && minutesOf(from) < until + wayBack).map(([from, to, reason]) => ({ from, to, reason, parent }))
    : [])
  const [first, ...others] = blocks
  if (first === undefined || others.some(({ from, to, reason }) => from !== first.from || to !== first.to || reason !== first.reason)) return undefined
  const { from, to, reason } = first
  return { date, from, to, reason, parents: blocks.map(({ parent }) => parent) }
}

/** What a candidate adds to its day when some rules are lifted; nothing when others forbid it. */
const weighOnDay = (model: FamilyModel, candidate: Candidate, plan: Schedule, enforced: RuleSet): readonly Added[] | undefined => {
  const context = dayContext(model, candidate.day, enforced)
  const today = [...plan.onDay(candidate.day), candidate]
  const state = simulateDay(context, today, emptyDay(model.children.length))
  if (state === undefined) return undefined
  const { restTouched, trips, careDay, minutes, lateness } = planOf(context, state, today)
  return [[restTouched, Math.sign(trips), trips, careDay, minutes, lateness]]
}

// ── One more of what a week has a cap for

/** With the cap raised in every week it shows in which week that helps; then in that week alone. */
const inOneWeek = (tried: Trying, kind: 'trip' | 'evening'): readonly Freeing[] => {
  const { model } = tried.task
  const weeks = model.weeks.filter(week => week.some(day => day >= tried.need.firstDay && day <= tried.need.lastDay))
  return weeks.flatMap(week => tryChange(tried, { kind, week: mondayOf(model.instance.planningDays[week[0]!]!) }))
    .sort((a, b) => compareBurdens(a.burden, b.burden)).slice(0, 1)
}

const mondayOf = (date: IsoDate): IsoDate => addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek)

/** Every week but one keeps to the cap that there was. */
const otherWeeks = (model: FamilyModel, plans: readonly DayPlan[], { kind, week }: Change & { readonly kind: 'trip' | 'evening' }): readonly Row[] => {
  const { caps } = model.family
  const [count, cap] = kind === 'trip' ? [({ trips }: DayPlan) => trips, caps.tripsPerWeek] : [({ evenings }: DayPlan) => evenings, caps.eveningsPerWeek]
  return model.weeks.filter(days => mondayOf(model.instance.planningDays[days[0]!]!) !== week).flatMap(days => {
    const columns = plans.flatMap((plan, column) => days.includes(plan.day) && count(plan) > 0 ? [column] : [])
    return columns.length === 0 ? [] : [{ columns, values: columns.map(column => count(plans[column]!)), atLeast: -Infinity, atMost: cap }]
  })
}

// ── The plan as it stands

const scheduleOf = (model: FamilyModel, appointments: readonly Appointment[]): Schedule => {
  const schedule = createSchedule(model)
  for (const appointment of appointments) schedule.put(optionFor(model, appointment))
  return schedule
}

const lightest = (candidates: readonly Candidate[], weigh: (candidate: Candidate) => Added | undefined): Candidate | undefined => {
  let best: { readonly candidate: Candidate; readonly added: Added } | undefined
  for (const candidate of candidates) {
    const added = weigh(candidate)
    if (added !== undefined && (best === undefined || compareAdded(added, best.added) < 0)) best = { candidate, added }
  }
  return best?.candidate
}
