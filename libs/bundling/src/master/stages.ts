/**
 * The lightest choice of day plans, part by part in strict order.
 *
 * The parts of a group are joined into one number in which no sum of a lower part can reach one unit of a
 * higher one (their greatest sums are known), and which stays small enough for exact arithmetic in the
 * solver; each join is one stage. Later stages keep the earlier parts at their optimum.
 */
import type { DayPlan } from '../day/day-plans.ts'
import { burdenFrom, type Burden } from '../format/plan.ts'
import type { FamilyModel } from '../model/family-model.ts'
import type { Budget } from '../search/budget.ts'
import { columnsOf, type Master } from './master.ts'
import { relaxFirst, searchOn, type Minimised, type Minimum, type Open } from './minimise.ts'
import { keepsRows, valueOf, type Program, type Row, type Solver } from './program.ts'

export type BurdenPart = keyof Burden
/** When a plan is made again, what moves weighs too: appointments that stood and are not as they were. */
export type Part = BurdenPart | 'moved'

export type Choice = {
  readonly plans: readonly DayPlan[]
  readonly burden: Burden
  readonly proven: boolean
  /** The parts that are as light as they can be, given those before them. */
  readonly provenParts: readonly Part[]
  /** No choice weighs less, in the order asked for. */
  readonly bound: Burden
}

export type Chosen = Choice | { readonly kind: 'infeasible' } | { readonly kind: 'unknown' }

/** Parts from most to least important, in groups that are worth deciding together. */
export type Order = readonly (readonly BurdenPart[])[]

/** The same with what moves. */
export type PartOrder = readonly (readonly Part[])[]

export type Wish<Parts extends PartOrder = Order> = { readonly order: Parts; readonly extraRows?: readonly Row[]; readonly known?: readonly DayPlan[] }

/** The order of the parts when nothing else is asked for. */
export const usualOrder: Order = [['unplanned', 'restTouched', 'travelDays', 'trips'], ['careDays', 'minutes'], ['lateness']]

/**
 * @param extraRows conditions besides those of the master.
 * @param known a plan found otherwise; used to begin from when it keeps all conditions.
 */
export const chooseLightest = (solver: Solver, master: Master, { order, extraRows = [], known = [] }: Wish<PartOrder>, budget: Budget, onBetter: (plans: readonly DayPlan[]) => void = () => undefined): Chosen => {
  const tell = (found: readonly number[]): void => onBetter(plansIn(master, found))
  const greatest = greatestSums(master)
  let program: Program = { columns: master.program.columns, rows: [...master.program.rows, ...extraRows] }
  let inPlay: readonly number[] = Array.from({ length: program.columns }, (_, column) => column)
  let chosen = columnsOf(master, known)
  if (chosen !== undefined && !keepsRows(program, chosen)) chosen = undefined
  let proven = true
  const provenParts: Part[] = []
  const bound: Partial<Record<Part, number>> = {}
  const stages = [...joinParts(order, greatest)]
  for (let stage = stages.shift(); stage !== undefined; stage = stages.shift()) {
    const relax = (rows: readonly Row[], parts: Stage): Minimised | Open => {
      const found = relaxFirst(solver, { ...program, rows }, inPlay, stageCosts(master, parts), chosen, budget)
      if (!isOpen(found) || found.start === undefined || found.start === chosen) return found
      chosen = found.start
      tell(chosen)
      return found
    }
    let found = relax(program.rows, stage)
    if (isOpen(found) && stage.length > 1 && isFar(found)) {
      // The most important part alone may be settled by its own relaxation, and else is rounded up by it: the relaxation of all together is then tighter.
      const head = stage.slice(0, 1).map(({ part, radix }) => ({ part, unit: 1, radix }))
      const alone = relax(program.rows, head)
      if (isProven(alone)) {
        stages.unshift(withUnits(stage.slice(1).map(({ part }) => part), greatest))
        stage = head
        found = alone
      } else if (isOpen(alone)) {
        const rows = alone.bound > alone.relaxation + 0.01 ? [...program.rows, partRow(master, head[0]!.part, Infinity, alone.bound)] : program.rows
        if (rows !== program.rows || chosen !== found.start) found = relax(rows, stage)
      }
    }
    if (isOpen(found)) found = searchOn(solver, found, budget, tell)
    if ('kind' in found) {
      if (chosen === undefined) return found.kind === 'infeasible' ? found : { kind: 'unknown' }
      proven = false
      break
    }
    chosen = found.chosen
    Object.assign(bound, takeApart(found.bound, stage))
    if (!found.proven) {
      proven = false
      break
    }
    provenParts.push(...stage.map(({ part }) => part))
    inPlay = found.inPlay
    const reached = takeApart(found.value, stage)
    program = { ...program, rows: [...program.rows, ...stage.map(({ part }) => partRow(master, part, reached[part]!))] }
  }
  const plans = plansIn(master, chosen ?? [])
  const burden = sumBurden(master.model, plans)
  return { plans, burden, proven, provenParts, bound: proven ? burden : burdenFrom(part => bound[part] ?? 0) }
}

const isOpen = (found: Minimised | Open): found is Open => 'kind' in found && found.kind === 'open'
const isProven = (found: Minimised | Open): found is Minimum => !('kind' in found) && found.proven

/** With more columns than this left to look at, a tighter relaxation pays. */
const manyColumns = 400
const isFar = ({ start, among, costs, relaxation, countWithin }: Open): boolean =>
  (start === undefined ? among.length : countWithin(valueOf(costs, start) - 1 - relaxation)) > manyColumns

/** What day plans weigh together. */
export const sumBurden = (model: FamilyModel, plans: readonly DayPlan[]): Burden => {
  const planned = new Set(plans.flatMap(plan => plan.appointments.map(one => one.need)))
  const sum = (part: Exclude<BurdenPart, 'unplanned'>): number => plans.reduce((total, plan) => total + weightOf(plan, part), 0)
  return burdenFrom(part => part === 'unplanned' ? model.needs.reduce((total, need) => planned.has(need.index) ? total : total + need.urgency, 0) : sum(part))
}

const weightOf = (plan: DayPlan, part: Exclude<Part, 'unplanned'>): number => {
  switch (part) {
    case 'moved': return plan.moved ?? 0
    case 'travelDays': return plan.trips > 0 ? 1 : 0
    case 'careDays': return plan.careDay
    default: return plan[part]
  }
}

/** Some parts joined into one number: each with the weight of one unit and its greatest sum. */
type Stage = readonly { readonly part: Part; readonly unit: number; readonly radix: number }[]

/** The largest number that a stage may reach: costs stay whole in the solver's arithmetic with room to spare. */
const largestStage = 30_000_000

const joinParts = (order: PartOrder, greatest: Greatest): readonly Stage[] => order.flatMap(group => {
  const joined: Part[][] = []
  let size = Infinity
  for (const part of group) {
    size *= radixOf(part, greatest)
    if (size <= largestStage) joined.at(-1)!.push(part)
    else {
      joined.push([part])
      size = radixOf(part, greatest)
    }
  }
  return joined.map(parts => withUnits(parts, greatest))
})

const withUnits = (parts: readonly Part[], greatest: Greatest): Stage => parts.map((part, index) => ({
  part,
  unit: parts.slice(index + 1).reduce((unit, lower) => unit * radixOf(lower, greatest), 1),
  radix: radixOf(part, greatest),
}))

/** More than a part can reach. For minutes a whole number of hours, so that what divides all minutes divides the sum with higher parts too. */
const radixOf = (part: Part, greatest: Greatest): number => part === 'minutes' ? (Math.floor(greatest.minutes / 60) + 1) * 60 : greatest[part] + 1

/** The greatest value that each part can have in any choice: one plan a day. */
const greatestSums = ({ model, plans, standing }: Master): Greatest => {
  const byDay = [...Map.groupBy(plans, plan => plan.day).values()]
  const sum = (part: Exclude<BurdenPart, 'unplanned'>): number =>
    byDay.reduce((total, day) => total + day.reduce((greatest, plan) => Math.max(greatest, weightOf(plan, part)), 0), 0)
  return { moved: standing?.size ?? 0, ...burdenFrom(part => {
    switch (part) {
      case 'unplanned': return model.needs.reduce((total, need) => total + need.urgency, 0)
      case 'trips': return Math.min(sum('trips'), model.weeks.length * model.family.caps.tripsPerWeek)
      default: return sum(part)
    }
  }) }
}
type Greatest = Readonly<Record<Part, number>>

const stageCosts = (master: Master, stage: Stage): Float64Array => {
  const costs = new Float64Array(master.program.columns)
  for (const { part, unit } of stage) {
    if (part === 'unplanned') for (const need of master.model.needs) costs[master.unplanned[need.index]!]! += unit * need.urgency
    else {
      master.plans.forEach((plan, column) => { costs[column]! += unit * weightOf(plan, part) })
      if (part === 'moved') for (const need of master.standing ?? []) costs[master.unplanned[need]!]! += unit
    }
  }
  return costs
}

/** A choice near the relaxation of the most important parts, without proof; those given when it is no lighter in these parts. */
export const nearRelaxation = (solver: Solver, master: Master, known: readonly DayPlan[], budget: Budget): readonly DayPlan[] => {
  const [stage] = joinParts(usualOrder, greatestSums(master))
  const start = columnsOf(master, known)
  if (stage === undefined || start === undefined) return known
  const all = Array.from({ length: master.program.columns }, (_, column) => column)
  const found = relaxFirst(solver, master.program, all, stageCosts(master, stage), start, budget)
  const chosen = isOpen(found) ? found.start : 'kind' in found ? undefined : found.chosen
  return chosen === undefined || chosen === start ? known : plansIn(master, chosen)
}

const plansIn = (master: Master, chosen: readonly number[]): readonly DayPlan[] => chosen.flatMap(column => master.plans[column] ?? []).sort((a, b) => a.day - b.day)

/** The parts of a stage's number. */
const takeApart = (value: number, stage: Stage): Partial<Record<Part, number>> =>
  Object.fromEntries(stage.map(({ part, unit, radix }, index) => [part, index === 0 ? Math.floor(value / unit) : Math.floor(value / unit) % radix]))

/** "This part weighs no more (and no less) than that": the sum over all columns. */
export const partRow = (master: Master, part: Part, atMost: number, atLeast = -Infinity): Row => {
  const entries = part === 'unplanned'
    ? master.model.needs.map(need => [master.unplanned[need.index]!, need.urgency] as const)
    : [
        ...master.plans.flatMap((plan, column) => weightOf(plan, part) > 0 ? [[column, weightOf(plan, part)] as const] : []),
        ...part === 'moved' ? [...master.standing ?? []].map(need => [master.unplanned[need]!, 1] as const) : [],
      ]
  return { columns: entries.map(([column]) => column), values: entries.map(([, value]) => value), atLeast, atMost }
}
