/**
 * The proven minimum of a program with whole costs: relaxation first, then a small whole-number program
 * over the columns that its reduced costs leave in play.
 *
 * A solution that costs no more than the relaxation plus R has no column with a reduced cost above R. So the
 * best choice among the columns within R is the best of all, as soon as it costs no more than that.
 */
import type { Budget } from '../search/budget.ts'
import { cutFinder } from './cuts.ts'
import { keepsRows, restrict, valueOf, type Answer, type Program, type Solver } from './program.ts'

export type Minimum = {
  readonly chosen: readonly number[]
  readonly value: number
  /** No choice costs less. */
  readonly bound: number
  readonly proven: boolean
  /** The columns that a choice of this value can have. */
  readonly inPlay: readonly number[]
}

export type Minimised = Minimum | { readonly kind: 'infeasible' } | { readonly kind: 'unknown' }

/** What the relaxation leaves open: whole choices cost `bound` at least, and `start`, if there is one, costs more than that. */
export type Open = {
  readonly kind: 'open'
  readonly program: Program
  readonly among: readonly number[]
  /** Divided by what divides them all, as are the figures below; `scale` is that divisor. */
  readonly costs: Float64Array
  readonly scale: number
  readonly start: readonly number[] | undefined
  readonly relaxation: number
  readonly bound: number
  /** All columns, those with the least reduced cost first. */
  readonly cheapest: readonly number[]
  /** How many of them have a reduced cost up to a limit. */
  readonly countWithin: (limit: number) => number
}

/** @param start a choice that keeps all rows, if one is known. */
export const minimise = (solver: Solver, program: Program, among: readonly number[], allCosts: Float64Array, start: readonly number[] | undefined, budget: Budget): Minimised => {
  const relaxed = relaxFirst(solver, program, among, allCosts, start, budget)
  return 'kind' in relaxed && relaxed.kind === 'open' ? searchOn(solver, relaxed, budget) : relaxed
}

/** The first step: the relaxation, which often settles it. */
export const relaxFirst = (solver: Solver, program: Program, among: readonly number[], allCosts: Float64Array, start: readonly number[] | undefined, budget: Budget): Minimised | Open => {
  if (among.length === 0) return keepsRows(program, []) ? { chosen: [], value: 0, bound: 0, proven: true, inPlay: [] } : { kind: 'infeasible' }
  const scale = commonDivisor(allCosts, among)
  const costs = scale === 1 ? allCosts : allCosts.map(cost => cost / scale)
  const restricted = restrict(program, among)
  const relaxed = solver.relax(restricted, costsOf(costs, among), budget.secondsLeft(), cutFinder(restricted), start === undefined ? Infinity : valueOf(costs, start))
  if (relaxed.kind === 'infeasible') return { kind: 'infeasible' }
  if (relaxed.kind !== 'optimal') return start === undefined ? { kind: 'unknown' } : { chosen: start, value: valueOf(allCosts, start), bound: 0, proven: false, inPlay: among }
  const { value: relaxation, reducedCosts, relaxed: { added, near } = { added: [], near: undefined } } = relaxed
  const cuts = added.map(row => ({ ...row, columns: row.columns.map(column => among[column]!) }))
  const cheapest = Array.from(among, (column, index) => ({ column, reduced: reducedCosts[index]! })).sort((a, b) => a.reduced - b.reduced || a.column - b.column)
  const open: Open = {
    kind: 'open', program: { ...program, rows: [...program.rows, ...cuts] }, among, costs, scale, relaxation, bound: Math.ceil(relaxation - tolerance),
    start: cheaper(costs, start, near === undefined ? undefined : wholeChoice({ ...relaxed, columns: near }, program, among)),
    cheapest: cheapest.map(({ column }) => column),
    countWithin: limit => countUpTo(cheapest, limit + tolerance),
  }
  // What is known is kept when it can't be beaten: it may have been chosen for what comes later.
  return open.start !== undefined && valueOf(costs, open.start) <= open.bound ? minimumOf(open, open.start, true) : open
}

/** The cheaper of two choices; the first when they cost the same. */
const cheaper = (costs: Float64Array, one: readonly number[] | undefined, other: readonly number[] | undefined): readonly number[] | undefined =>
  one === undefined || (other !== undefined && valueOf(costs, other) < valueOf(costs, one)) ? other : one

const countUpTo = (cheapest: readonly { readonly reduced: number }[], limit: number): number => {
  let [from, to] = [0, cheapest.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (cheapest[middle]!.reduced <= limit) from = middle + 1
    else to = middle
  }
  return from
}

/** So many columns at first, the cheapest; then so many times as many. */
const fewest = 1500
const growth = 3

/**
 * The second step: programs of whole numbers over the columns that count, few of them first. What is found there leaves fewer to look at.
 * @param onBetter told of each choice that costs less than those before it.
 */
export const searchOn = (solver: Solver, open: Open, budget: Budget, onBetter: (chosen: readonly number[]) => void = () => undefined): Minimised => {
  const { program, among, costs, start, relaxation, cheapest, countWithin } = open
  let best = start
  let value = start === undefined ? Infinity : valueOf(costs, start)
  if (value <= open.bound) return minimumOf(open, start!, true)
  for (let size = fewest; !budget.spent(); size *= growth) {
    // A choice that costs less than the best has only columns within that.
    const needed = countWithin(value - 1 - relaxation)
    const taken = needed <= size * 2 ? needed : size
    const columns = withAll(cheapest.slice(0, taken), best)
    const answer = solver.solve(restrict(program, columns), costsOf(costs, columns), budget.secondsLeft(), best === undefined ? undefined : positionsIn(columns, best))
    const choice = wholeChoice(answer, program, columns)
    if (choice !== undefined && valueOf(costs, choice) < value) {
      best = choice
      value = valueOf(costs, choice)
      onBetter(choice)
    }
    if (answer.kind === 'infeasible' && taken === among.length) return { kind: 'infeasible' }
    if (answer.kind === 'optimal' && choice !== undefined && countWithin(value - 1 - relaxation) <= taken) return minimumOf(open, best!, true)
    if (answer.kind === 'failed' || answer.kind === 'stopped' || taken === among.length) break
  }
  return best === undefined ? { kind: 'unknown' } : minimumOf(open, best, false)
}

/** The columns, and those of a choice that aren't among them. */
const withAll = (columns: readonly number[], choice: readonly number[] = []): readonly number[] => [...new Set([...columns, ...choice])]

const minimumOf = ({ costs, scale, among, relaxation, bound, cheapest, countWithin }: Open, chosen: readonly number[], proven: boolean): Minimum => {
  const value = valueOf(costs, chosen)
  return { chosen, value: value * scale, bound: (proven ? value : bound) * scale, proven, inPlay: proven ? cheapest.slice(0, countWithin(value - relaxation + slack)).sort((a, b) => a - b) : among }
}

const costsOf = (costs: Float64Array, columns: readonly number[]): Float64Array => Float64Array.from(columns, column => costs[column]!)

/** What divides the costs of all these columns: minutes come in steps of five, and then no choice lies between two steps. */
const commonDivisor = (costs: Float64Array, columns: readonly number[]): number => {
  let divisor = 0
  for (const column of columns) {
    for (let rest = costs[column]!; rest !== 0 && divisor !== 1;) [divisor, rest] = [rest, divisor % rest]
    if (divisor === 1) return 1
  }
  return Math.max(1, divisor)
}

/** Where the columns of a choice are in a list of columns; nothing when one is missing. */
const positionsIn = (columns: readonly number[], choice: readonly number[]): readonly number[] | undefined => {
  const positions = new Map(columns.map((column, index) => [column, index]))
  const found = choice.flatMap(column => positions.get(column) ?? [])
  return found.length === choice.length ? found : undefined
}

const tolerance = 1e-6
/** Whole costs: a column within half a unit above the limit is kept, to be on the safe side. */
const slack = 0.5

/** The columns that an answer chooses, if they are whole and really keep every row. */
const wholeChoice = (answer: Answer, program: Program, columns: readonly number[]): readonly number[] | undefined => {
  if (answer.kind === 'infeasible' || answer.kind === 'failed' || answer.columns === undefined) return undefined
  const values = answer.columns
  const chosen: number[] = []
  for (const [index, column] of columns.entries()) {
    const value = values[index]!
    if (value > tolerance && value < 1 - tolerance) return undefined
    if (value > 0.5) chosen.push(column)
  }
  return keepsRows(program, chosen) ? chosen : undefined
}
