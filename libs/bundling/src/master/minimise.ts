/**
 * The proven minimum of a program with whole costs: relaxation first, then a small whole-number program
 * over the columns that its reduced costs leave in play.
 *
 * A solution that costs no more than the relaxation plus R has no column with a reduced cost above R. So the
 * best choice among the columns within R is the best of all, as soon as it costs no more than that.
 */
import type { Budget } from '../search/budget.ts'
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
  readonly within: (limit: number) => readonly number[]
}

/**
 * @param start a choice that keeps all rows, if one is known.
 * @param reach how far above the relaxation to look first.
 */
export const minimise = (solver: Solver, program: Program, among: readonly number[], allCosts: Float64Array, start: readonly number[] | undefined, reach: number, budget: Budget): Minimised => {
  const relaxed = relaxFirst(solver, program, among, allCosts, start, budget)
  return 'kind' in relaxed && relaxed.kind === 'open' ? searchOn(solver, relaxed, reach, budget) : relaxed
}

/** The first step: the relaxation, which often settles it. */
export const relaxFirst = (solver: Solver, program: Program, among: readonly number[], allCosts: Float64Array, start: readonly number[] | undefined, budget: Budget): Minimised | Open => {
  if (among.length === 0) return keepsRows(program, []) ? { chosen: [], value: 0, bound: 0, proven: true, inPlay: [] } : { kind: 'infeasible' }
  const scale = commonDivisor(allCosts, among)
  const costs = scale === 1 ? allCosts : allCosts.map(cost => cost / scale)
  const relaxed = solver.relax(restrict(program, among), costsOf(costs, among), budget.secondsLeft())
  if (relaxed.kind === 'infeasible') return { kind: 'infeasible' }
  if (relaxed.kind !== 'optimal') return start === undefined ? { kind: 'unknown' } : { chosen: start, value: valueOf(allCosts, start), bound: 0, proven: false, inPlay: among }
  const { value: relaxation, reducedCosts } = relaxed
  const open: Open = {
    kind: 'open', program, among, costs, scale, start, relaxation, bound: Math.ceil(relaxation - tolerance),
    within: limit => among.filter((_, index) => reducedCosts[index]! <= limit + tolerance),
  }
  // A choice that is known is kept when it can't be beaten: it may have been chosen for what comes later.
  if (start !== undefined && valueOf(costs, start) <= open.bound) return minimumOf(open, start, true)
  const settled = wholeChoice(relaxed, program, among)
  return settled === undefined ? open : minimumOf(open, settled, true)
}

/** The second step: programs of whole numbers over the columns that count. */
export const searchOn = (solver: Solver, open: Open, reach: number, budget: Budget): Minimised => {
  const { program, among, costs, start, relaxation, within } = open
  let best = start
  let value = start === undefined ? Infinity : valueOf(costs, start)
  if (value <= open.bound) return minimumOf(open, start!, true)
  for (let limit = reach; !budget.spent();) {
    limit = worthJumping(within, limit, value - relaxation) ? value - relaxation : limit
    const columns = within(limit)
    const answer = solver.solve(restrict(program, columns), costsOf(costs, columns), budget.secondsLeft(), best === undefined ? undefined : positionsIn(columns, best))
    const choice = wholeChoice(answer, program, columns)
    if (choice !== undefined && valueOf(costs, choice) < value) {
      best = choice
      value = valueOf(costs, choice)
    }
    if (answer.kind === 'infeasible') {
      if (columns.length === among.length) return { kind: 'infeasible' }
      limit *= 16
      continue
    }
    if (answer.kind !== 'optimal' || choice === undefined) break
    if (value <= relaxation + limit + tolerance || columns.length === among.length) return minimumOf(open, best!, true)
    limit = value - relaxation
  }
  return best === undefined ? { kind: 'unknown' } : minimumOf(open, best, false)
}

const minimumOf = ({ costs, scale, among, relaxation, bound, within }: Open, chosen: readonly number[], proven: boolean): Minimum => {
  const value = valueOf(costs, chosen)
  return { chosen, value: value * scale, bound: (proven ? value : bound) * scale, proven, inPlay: proven ? within(value - relaxation + slack) : among }
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

/** Looking at once as far as the best known choice costs less than looking twice, when few columns are added by it. */
const worthJumping = (within: (limit: number) => readonly number[], limit: number, furthest: number): boolean =>
  furthest < limit || (Number.isFinite(furthest) && within(furthest).length <= 3 * within(limit).length)

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
