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

export type Minimised = Minimum | { readonly kind: 'infeasible' } | { readonly kind: 'unknown'; readonly bound: number }

/** @param reach how far above the relaxation to look first. */
export const minimise = (solver: Solver, program: Program, among: readonly number[], allCosts: Float64Array, reach: number, budget: Budget): Minimised => {
  if (among.length === 0) return keepsRows(program, []) ? { chosen: [], value: 0, bound: 0, proven: true, inPlay: [] } : { kind: 'infeasible' }
  const costs = Float64Array.from(among, column => allCosts[column]!)
  const small = restrict(program, among)
  const relaxed = solver.relax(small, costs, budget.secondsLeft())
  if (relaxed.kind === 'infeasible') return { kind: 'infeasible' }
  if (relaxed.kind !== 'optimal') return { kind: 'unknown', bound: 0 }
  const { value: relaxation, reducedCosts } = relaxed
  const bound = Math.ceil(relaxation - tolerance)
  const within = (limit: number): readonly number[] => among.filter((_, index) => reducedCosts[index]! <= limit)

  const settled = wholeChoice(relaxed, program, among)
  if (settled !== undefined) {
    const value = valueOf(allCosts, settled)
    return { chosen: settled, value, bound, proven: true, inPlay: within(value - relaxation + slack) }
  }
  let best: readonly number[] | undefined
  let value = Infinity
  for (let limit = reach; !budget.spent();) {
    const columns = within(limit + tolerance)
    const answer = solver.solve(restrict(program, columns), Float64Array.from(columns, column => allCosts[column]!), budget.secondsLeft())
    const choice = wholeChoice(answer, program, columns)
    const cost = choice === undefined ? Infinity : valueOf(allCosts, choice)
    if (cost < value) {
      best = choice
      value = cost
    }
    if (answer.kind === 'infeasible') {
      if (columns.length === among.length) return { kind: 'infeasible' }
      limit *= 16
      continue
    }
    if (answer.kind !== 'optimal' || choice === undefined) break
    if (value <= relaxation + limit + tolerance || columns.length === among.length) return { chosen: choice, value, bound: value, proven: true, inPlay: within(value - relaxation + slack) }
    limit = Math.max(limit + 1, value - relaxation)
  }
  return best === undefined ? { kind: 'unknown', bound } : { chosen: best, value, bound, proven: false, inPlay: among }
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
