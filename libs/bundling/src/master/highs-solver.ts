/**
 * HiGHS (https://highs.dev, MIT) as the solver of programs, compiled to WebAssembly.
 *
 * Presolve stays off: with it, HiGHS 1.15.3 calls some infeasible programs of whole numbers optimal, and a relaxation takes twice as long.
 * The seed is fixed, so equal programs get equal answers.
 */
import highsLoader, { type Highs, type InitOptions, type Model, type ModelData } from 'highs'
import type { Answer, Program, Solver } from './program.ts'

/** The package's types describe its CommonJS build, where the loader lies one step deeper. */
const loadHighs = highsLoader as unknown as (options?: InitOptions) => Promise<Highs>

export const loadSolver = async (): Promise<Solver> => {
  const highs = await loadHighs()
  return {
    relax: (program, costs, seconds) => run(highs, program, costs, seconds, false),
    solve: (program, costs, seconds, start) => run(highs, program, costs, seconds, true, start),
  }
}

const run = (highs: Highs, program: Program, costs: Float64Array, seconds: number, whole: boolean, start?: readonly number[]): Answer => {
  try {
    return highs.withModel(dataOf(highs, program, costs, whole), (model): Answer => {
      model.options.set({ output_flag: false, random_seed: 0 })
      if (Number.isFinite(seconds)) model.options.set({ time_limit: seconds })
      // All costs are whole numbers: less than one apart is as good as equal.
      model.options.set({ presolve: 'off' })
      if (whole) model.options.set({ mip_rel_gap: 0, mip_abs_gap: 0.9, mip_heuristic_effort: 0.02 })
      if (start !== undefined) model.setSolution({ colValue: onesAt(start, program.columns) })
      model.run()
      return answerOf(highs, model)
    })
  } catch (error) {
    if (error instanceof highs.errors.HighsError || isTrap(error)) return { kind: 'failed' }
    throw error
  }
}

/** The WebAssembly ran into something it can't go on from, such as a lack of memory. */
const isTrap = (error: unknown): boolean => error instanceof Error && error.name === 'RuntimeError'

const onesAt = (chosen: readonly number[], columns: number): Float64Array => {
  const values = new Float64Array(columns)
  for (const column of chosen) values[column] = 1
  return values
}

const answerOf = (highs: Highs, model: Model): Answer => {
  const { modelStatus } = highs.constants
  switch (model.getModelStatus()) {
    case modelStatus.optimal: {
      const { colValue, colDual } = model.getSolution()
      return { kind: 'optimal', value: model.getObjectiveValue(), columns: colValue, reducedCosts: colDual }
    }
    case modelStatus.infeasible:
      return { kind: 'infeasible' }
    default: {
      const hasAnswer = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible
      return { kind: 'stopped', columns: hasAnswer ? model.getSolution().colValue : undefined }
    }
  }
}

const dataOf = (highs: Highs, { columns, rows }: Program, costs: Float64Array, whole: boolean): ModelData => {
  const finite = (bound: number): number => bound === Infinity ? highs.infinity : bound === -Infinity ? -highs.infinity : bound
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, index) => { starts[index + 1] = starts[index]! + row.columns.length })
  const entries = starts[rows.length]!
  const indices = new Int32Array(entries)
  const values = new Float64Array(entries).fill(1)
  rows.forEach((row, index) => {
    indices.set(row.columns, starts[index])
    if (row.values !== undefined) values.set(row.values, starts[index])
  })
  return {
    numCols: columns,
    numRows: rows.length,
    colCost: costs,
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(1),
    rowLower: Float64Array.from(rows, row => finite(row.atLeast)),
    rowUpper: Float64Array.from(rows, row => finite(row.atMost)),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns, starts, indices, values },
    ...(whole ? { integrality: new Int32Array(columns).fill(highs.constants.variableType.integer) } : {}),
  }
}
