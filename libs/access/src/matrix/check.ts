import { decide, type Verdict } from '../decide.ts'
import { readRows, type MatrixRow } from './rows.ts'
import { sceneOf, type Scene } from './scene.ts'

/** A row for which the policies say something else than the matrix, or that can't be read. */
export type Disagreement = { readonly id: string; readonly expected: string; readonly got: string }

export type MatrixReport = { readonly agree: number; readonly disagreements: readonly Disagreement[] }

type Decide = (...scene: Parameters<typeof decide>) => Verdict

/**
 * Compares the policies with a matrix, row by row: outcome and policy ids.
 * @param csv the text of a matrix file.
 * @throws RangeError `matrix-columns` when it isn't one.
 */
export const checkMatrix = (csv: string): MatrixReport => checkRows(readRows(csv), decide)

export const checkRows = (rows: readonly MatrixRow[], decideRow: Decide): MatrixReport => {
  const disagreements = rows.flatMap((row) => {
    const expected = written(row.expected, row.policy_ids.split('+'))
    const got = answerTo(row, decideRow)
    return got === expected ? [] : [{ id: row.id, expected, got }]
  })
  return { agree: rows.length - disagreements.length, disagreements }
}

const answerTo = (row: MatrixRow, decideRow: Decide): string => {
  const scene = sceneOrProblem(row)
  if (typeof scene === 'string') return scene
  const { viewer, action, entry, facts, now } = scene
  const { outcome, policies } = decideRow(viewer, action, entry, facts, now)
  return written(outcome, policies)
}

const sceneOrProblem = (row: MatrixRow): Scene | string => {
  try { return sceneOf(row) } catch (problem) { return problem instanceof Error ? problem.message : 'cannot read this row' }
}

/** Policies in a fixed order, so that their order in a row doesn't matter. */
const written = (outcome: string, policies: readonly string[]): string => `${outcome} ${[...policies].sort().join('+')}`
