/** A minimisation over yes/no columns with linear rows. */
export type Program = {
  readonly columns: number
  readonly rows: readonly Row[]
}

export type Row = {
  readonly columns: readonly number[]
  /** Absent: all coefficients are 1. */
  readonly values?: readonly number[]
  readonly atLeast: number
  readonly atMost: number
}

/** What a solver makes of a program. */
export type Answer =
  | { readonly kind: 'optimal'; readonly value: number; readonly columns: Float64Array; readonly reducedCosts: Float64Array; /** Of a relaxation. */ readonly relaxed?: Relaxed }
  | { readonly kind: 'stopped'; readonly columns: Float64Array | undefined }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'failed' }

/** What a relaxation gives besides: the rows that were added to it, and a whole choice near it, if one was found. */
export type Relaxed = { readonly added: readonly Row[]; readonly near: Float64Array | undefined }

/** Solves programs; synchronous, since that is what HiGHS is. */
export type Solver = {
  /**
   * The relaxation in which columns may be fractions; with reduced costs.
   * @param cut gives rows that the values break and every whole choice keeps; they are added as long as that raises the bound.
   * @param known what the best known choice costs; a choice near the relaxation is looked for when it could cost less.
   */
  readonly relax: (program: Program, costs: Float64Array, seconds: number, cut: (values: Float64Array) => readonly Row[], known: number) => Answer
  /** @param start a choice that keeps all rows, to begin from. */
  readonly solve: (program: Program, costs: Float64Array, seconds: number, start?: readonly number[]) => Answer
}

/** The program with only some of its columns; rows that lose them all and hold without them fall away. */
export const restrict = (program: Program, keep: readonly number[]): Program => {
  const renumbered = new Int32Array(program.columns).fill(-1)
  keep.forEach((column, index) => { renumbered[column] = index })
  const rows = program.rows.flatMap((row): readonly Row[] => {
    const columns: number[] = []
    const values: number[] = []
    row.columns.forEach((column, index) => {
      const renamed = renumbered[column]!
      if (renamed < 0) return
      columns.push(renamed)
      values.push(row.values?.[index] ?? 1)
    })
    return columns.length > 0 || row.atLeast > 0 ? [{ ...row, columns, values }] : []
  })
  return { columns: keep.length, rows }
}

/** The value of columns that are whole. */
export const valueOf = (costs: Float64Array, columns: readonly number[]): number => columns.reduce((sum, column) => sum + costs[column]!, 0)

/** Whether a choice of columns keeps every row. */
export const keepsRows = (program: Program, chosen: readonly number[]): boolean => {
  const on = new Uint8Array(program.columns)
  for (const column of chosen) on[column] = 1
  return program.rows.every(({ columns, values, atLeast, atMost }) => {
    let sum = 0
    columns.forEach((column, index) => { if (on[column]) sum += values?.[index] ?? 1 })
    return sum >= atLeast && sum <= atMost
  })
}
