/** Plans that are light in another way than the lightest: proposals that really differ. */
import type { Burden } from '../format/plan.ts'
import { buildMaster, type Master } from '../master/master.ts'
import type { Row, Solver } from '../master/program.ts'
import { partRow, usualOrder, type Order, type Wish } from '../master/stages.ts'
import { allRules } from '../model/rules.ts'
import type { Budget } from '../search/budget.ts'
import { plannedNeeds, type Answer, type Ground, type Task } from '../search/plan-family.ts'
import { chooseInTime, urgentPutOff } from './urgent-in-time.ts'

export const flavours = ['fewest-travel-days', 'other-days', 'soonest', 'no-evenings'] as const
export type Flavour = typeof flavours[number]

/** An answer with the task and the ground on which it stands, and what was wished for. */
export type Draft = {
  readonly flavour: Flavour
  readonly task: Task
  readonly ground: Ground
  readonly answer: Answer
  /** The same wish for another ground of the same task. */
  readonly wishOn: (master: Master) => Wish
}

/** The lightest answer for a wish; `enough`: how long the best plan puts urgent needs off. */
const draftOf = (flavour: Flavour, task: Task, ground: Ground, wishOn: (master: Master) => Wish, solver: Solver, budget: Budget, enough: number): Draft | undefined => {
  const answer = chooseInTime(task, ground, solver, wishOn(ground.master), budget, enough)
  return answer && { flavour, task, ground, answer, wishOn }
}

/** Every alternative that exists; none plans less than the best does, except the one without evenings. */
export const alternativesTo = (best: Draft, solver: Solver, budget: Budget): readonly Draft[] =>
  alternatives.flatMap(flavour => alternativeTo(best, flavour, solver, budget) ?? [])

const alternatives = ['other-days', 'soonest', 'no-evenings'] as const satisfies readonly Flavour[]

/** The alternative of one kind; nothing when there is none, or when the best plan asks for no evening anyway. */
export const alternativeTo = (best: Draft, flavour: typeof alternatives[number], solver: Solver, budget: Budget): Draft | undefined => {
  switch (flavour) {
    case 'other-days': return otherDays(best, solver, budget)
    case 'soonest': return soonest(best, solver, budget)
    case 'no-evenings': return noEvenings(best, solver, budget)
  }
}

const soonestOrder: Order = [['unplanned', 'lateness'], ['restTouched', 'travelDays', 'trips'], ['careDays', 'minutes']]

/**
 * What a kind of proposal wishes for.
 * @param firstDays the day of each need in the first proposal, from which `other-days` keeps away.
 */
export const wishFor = (flavour: Flavour, firstDays: ReadonlyMap<number, number>) => (master: Master): Wish => {
  switch (flavour) {
    case 'soonest': return { order: soonestOrder }
    case 'other-days': return { order: usualOrder, extraRows: [mostlyElsewhere(master, firstDays)] }
    default: return { order: usualOrder }
  }
}

/** At most half of the appointments on the day that they have in the first proposal. */
const mostlyElsewhere = (master: Master, firstDays: ReadonlyMap<number, number>): Row => {
  const onSameDay = master.plans.map(plan => plan.appointments.filter(one => firstDays.get(one.need) === plan.day).length)
  const columns = onSameDay.flatMap((count, column) => count > 0 ? [column] : [])
  return { columns, values: columns.map(column => onSameDay[column]!), atLeast: -Infinity, atMost: Math.floor(firstDays.size / 2) }
}

const otherDays = ({ task, ground, answer }: Draft, solver: Solver, budget: Budget): Draft | undefined => {
  const wish = wishFor('other-days', new Map(answer.days.flatMap(day => day.appointments.map(one => [one.need, day.day]))))
  return draftOf('other-days', task, ground, master => {
    const { extraRows = [], ...rest } = wish(master)
    return { ...rest, extraRows: [...extraRows, partRow(master, 'unplanned', answer.burden.unplanned)] }
  }, solver, budget, urgentPutOff(task.model, answer))
}

/** Nearest to the preferred dates. */
const soonest = ({ task, ground, answer }: Draft, solver: Solver, budget: Budget): Draft | undefined => {
  const wish = wishFor('soonest', new Map())
  return draftOf('soonest', task, ground, master => ({ ...wish(master), known: answer.days }), solver, budget, urgentPutOff(task.model, answer))
}

/** As if the family had no evening to give; nothing when the best plan asks for none, or when nothing can be planned so, or the time was too short to find it. */
const noEvenings = ({ task, ground, answer }: Draft, solver: Solver, budget: Budget): Draft | undefined => {
  if (answer.days.every(day => day.evenings === 0)) return undefined
  const own = withoutEvenings(task)
  const daytime = { master: buildMaster(own.model, ground.master.plans.filter(plan => plan.evenings === 0), allRules), complete: ground.complete }
  const draft = draftOf('no-evenings', own, daytime, wishFor('no-evenings', new Map()), solver, budget, urgentPutOff(task.model, answer))
  return draft === undefined || plannedNeeds(draft.answer).size === 0 ? undefined : draft
}

export const withoutEvenings = (task: Task): Task => {
  const family = { ...task.model.family, caps: { ...task.model.family.caps, eveningsPerWeek: 0 } }
  const model = { ...task.model, family, instance: { ...task.model.instance, families: [family] } }
  return { model, candidates: task.candidates.map(ofNeed => ofNeed.filter(candidate => !candidate.evening)) }
}

/**
 * The best and at most two others: none that another outdoes in all that counts for it,
 * and of those left the two that differ most.
 */
export const thoseThatDiffer = (best: Draft, others: readonly Draft[], most = 3): readonly Draft[] => {
  const kept = [best]
  const worth = others.filter(draft => ![best, ...others.filter(other => other !== draft)].some(other => outdoes(other, draft, best)))
  while (kept.length < most) {
    const [next] = worth.filter(draft => !kept.includes(draft))
      .map(draft => ({ draft, apart: Math.min(...kept.map(other => difference(draft.answer, other.answer))) }))
      .filter(({ apart }) => apart > 0)
      .sort((a, b) => b.apart - a.apart)
    if (next === undefined) break
    kept.push(next.draft)
  }
  return kept
}

/** Whether one is at least as good in every part, and also in what the other is there for. */
const outdoes = (one: Draft, other: Draft, best: Draft): boolean => {
  const a = measures(one, other.flavour, best)
  const b = measures(other, other.flavour, best)
  return a.every((value, index) => value <= b[index]!) && (one === best || a.some((value, index) => value < b[index]!))
}

const measures = ({ answer }: Draft, flavour: Flavour, best: Draft): readonly number[] => [
  ...Object.values(answer.burden satisfies Burden),
  answer.days.reduce((sum, day) => sum + day.evenings, 0),
  flavour === 'other-days' ? plannedNeeds(best.answer).size - difference(answer, best.answer) : 0,
]

/** How many needs have another day, another form, or an appointment in one plan only. */
const difference = (a: Answer, b: Answer): number => {
  const inA = whenAndHow(a)
  const inB = whenAndHow(b)
  return [...new Set([...inA.keys(), ...inB.keys()])].filter(need => inA.get(need) !== inB.get(need)).length
}

const whenAndHow = ({ days }: Answer): ReadonlyMap<number, string> =>
  new Map(days.flatMap(day => day.appointments.map(one => [one.need, `${day.day} ${one.form} ${one.place}`])))
