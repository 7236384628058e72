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

/**
 * @param start a choice that keeps all rows, if one is known.
 * @param reach how far above the relaxation to look first.
 */
export const minimise = (solver: Solver, program: Program, among: readonly number[], allCosts: Float64Array, start: readonly number[] | undefined, reach: number, budget: Budget): Minimised => {
  if (among.length === 0) return keepsRows(program, []) ? { chosen: [], value: 0, bound: 0, proven: true, inPlay: [] } : { kind: 'infeasible' }
  const costsOf = (columns: readonly number[]): Float64Array => Float64Array.from(columns, column => allCosts[column]!)
  const relaxed = solver.relax(restrict(program, among), costsOf(among), budget.secondsLeft())
  if (relaxed.kind === 'infeasible') return { kind: 'infeasible' }
  if (relaxed.kind !== 'optimal') return start === undefined ? { kind: 'unknown' } : { chosen: start, value: valueOf(allCosts, start), bound: 0, proven: false, inPlay: among }
  const { value: relaxation, reducedCosts } = relaxed
  const bound = Math.ceil(relaxation - tolerance)
  const within = (limit: number): readonly number[] => among.filter((_, index) => reducedCosts[index]! <= limit + tolerance)
  const found = (chosen: readonly number[], proven: boolean): Minimum => {
    const value = valueOf(allCosts, chosen)
    return { chosen, value, bound: proven ? value : bound, proven, inPlay: proven ? within(value - relaxation + slack) : among }
  }
  const settled = wholeChoice(relaxed, program, among)
  if (settled !== undefined) return found(settled, true)

  let best = start
  let value = start === undefined ? Infinity : valueOf(allCosts, start)
  if (value <= bound) return found(start!, true)
  for (let limit = reach; !budget.spent();) {
    limit = worthJumping(within, limit, value - relaxation) ? value - relaxation : limit
    const columns = within(limit)
    const answer = solver.solve(restrict(program, columns), costsOf(columns), budget.secondsLeft(), best === undefined ? undefined : positionsIn(columns, best))
    const choice = wholeChoice(answer, program, columns)
    if (choice !== undefined && valueOf(allCosts, choice) < value) {
      best = choice
      value = valueOf(allCosts, choice)
    }
    if (answer.kind === 'infeasible') {
      if (columns.length === among.length) return { kind: 'infeasible' }
      limit *= 16
      continue
    }
    if (answer.kind !== 'optimal' || choice === undefined) break
    if (value <= relaxation + limit + tolerance || columns.length === among.length) return found(best!, true)
    limit = value - relaxation
  }
  return best === undefined ? { kind: 'unknown' } : found(best, false)
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
