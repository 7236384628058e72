/**
 * HiGHS (https://highs.dev, MIT) as the solver of programs, compiled to WebAssembly.
 *
 * Presolve stays off: with it, HiGHS 1.15.3 calls some infeasible programs of whole numbers optimal, and a relaxation takes twice as long.
 * The seed is fixed, so equal programs get equal answers.
 */
import highsLoader, { type Highs, type InitOptions, type Model, type ModelData } from 'highs'
import type { Answer, Program, Row, Solver } from './program.ts'

/** The package's types describe its CommonJS build, where the loader lies one step deeper. */
const loadHighs = highsLoader as unknown as (options?: InitOptions) => Promise<Highs>

export const loadSolver = async (): Promise<Solver> => {
  const highs = await loadHighs()
  return {
    relax: (program, costs, seconds, cut, known) => withModel(highs, program, costs, seconds, false, model => relaxed(highs, model, cut, known)),
    solve: (program, costs, seconds, start) => withModel(highs, program, costs, seconds, true, model => {
      // All costs are whole numbers: less than one apart is as good as equal.
      model.options.set({ mip_rel_gap: 0, mip_abs_gap: 0.9, mip_heuristic_effort: 0.02 })
      if (start !== undefined) model.setSolution({ colValue: onesAt(start, program.columns) })
      model.run()
      return answerOf(highs, model)
    }),
  }
}

const withModel = (highs: Highs, program: Program, costs: Float64Array, seconds: number, whole: boolean, use: (model: Model) => Answer): Answer => {
  try {
    return highs.withModel(dataOf(highs, program, costs, whole), (model): Answer => {
      model.options.set({ output_flag: false, random_seed: 0, presolve: 'off' })
      if (Number.isFinite(seconds)) model.options.set({ time_limit: seconds })
      return use(model)
    })
  } catch (error) {
    if (error instanceof highs.errors.HighsError || isTrap(error)) return { kind: 'failed' }
    throw error
  }
}

/** Rows are added as long as the bound rises by it; each time the solver goes on from where it was. */
const relaxed = (highs: Highs, model: Model, cut: (values: Float64Array) => readonly Row[], known: number): Answer => {
  const added: Row[] = []
  model.run()
  let answer = answerOf(highs, model)
  while (answer.kind === 'optimal') {
    const rows = cut(answer.columns)
    if (rows.length === 0) break
    for (const { columns, atLeast, atMost } of rows) {
      model.addRow(finite(highs, atLeast), finite(highs, atMost), { indices: Int32Array.from(columns), values: new Float64Array(columns.length).fill(1) })
    }
    model.run()
    const next = answerOf(highs, model)
    if (next.kind === 'infeasible') return next
    if (next.kind !== 'optimal') break
    const rose = next.value > answer.value + leastRise
    answer = next
    added.push(...rows)
    if (!rose) break
  }
  if (answer.kind !== 'optimal') return answer
  const canBeBeaten = Math.ceil(answer.value - tolerance) < known
  return { ...answer, relaxed: { added, near: canBeBeaten ? dive(highs, model, answer.columns) : undefined } }
}

const leastRise = 1e-4
const tolerance = 1e-6
/** A dive that takes longer leads nowhere. */
const deepest = 100

/** Settles one fraction after the other, the largest first, each time with the relaxation of what is left; nothing when that ends nowhere. */
const dive = (highs: Highs, model: Model, from: Float64Array): Float64Array | undefined => {
  let values = from
  for (let depth = 0; depth < deepest; depth++) {
    const column = largestFraction(values)
    if (column < 0) return values
    const settled = relaxedWith(highs, model, column, 1) ?? relaxedWith(highs, model, column, 0)
    if (settled === undefined) return undefined
    values = settled
  }
  return undefined
}

const largestFraction = (values: Float64Array): number => {
  let largest = -1
  for (let column = 0; column < values.length; column++) {
    const value = values[column]!
    if (value > tolerance && value < 1 - tolerance && (largest < 0 || value > values[largest]! + tolerance)) largest = column
  }
  return largest
}

const relaxedWith = (highs: Highs, model: Model, column: number, value: 0 | 1): Float64Array | undefined => {
  model.changeColBounds(column, value, value)
  model.run()
  const answer = answerOf(highs, model)
  return answer.kind === 'optimal' ? answer.columns : undefined
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
    rowLower: Float64Array.from(rows, row => finite(highs, row.atLeast)),
    rowUpper: Float64Array.from(rows, row => finite(highs, row.atMost)),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns, starts, indices, values },
    ...(whole ? { integrality: new Int32Array(columns).fill(highs.constants.variableType.integer) } : {}),
  }
}

const finite = (highs: Highs, bound: number): number => bound === Infinity ? highs.infinity : bound === -Infinity ? -highs.infinity : bound
