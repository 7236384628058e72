import { decide, type Verdict } from '../decide.ts'
import { readRows, type MatrixRow } from './rows.ts'
import { sceneOf, type Scene } from './scene.ts'

/** A row for which the policies say something else than the matrix. */
export type Disagreement = { readonly id: string; readonly expected: string; readonly got: string }

/** A row that says something which the notation doesn't know: it is no row of a matrix, and agrees with nothing. */
export type Unreadable = { readonly id: string; readonly problem: string }

export type MatrixReport = { readonly agree: number; readonly disagreements: readonly Disagreement[]; readonly unreadable: readonly Unreadable[] }

/** What becomes of a request that a row describes. */
export type DecideScene = (scene: Scene) => Verdict

const decideDirectly: DecideScene = ({ viewer, action, entry, facts, now }) => decide(viewer, action, entry, facts, now)

/**
 * Compares the policies with a matrix, row by row: outcome and policy ids.
 * @param csv the text of a matrix file.
 * @param decideScene the way to a decision; without it the facts of a row are given to the policies as they stand.
 * @throws RangeError `matrix-columns` when it isn't one.
 */
export const checkMatrix = (csv: string, decideScene: DecideScene = decideDirectly): MatrixReport => checkRows(readRows(csv), decideScene)

export const checkRows = (rows: readonly MatrixRow[], decideScene: DecideScene): MatrixReport => {
  const compared = rows.map((row) => compare(row, decideScene))
  return {
    agree: compared.filter((result) => result === 'agrees').length,
    disagreements: compared.filter((result) => typeof result === 'object' && 'got' in result),
    unreadable: compared.filter((result) => typeof result === 'object' && 'problem' in result),
  }
}

const compare = (row: MatrixRow, decideScene: DecideScene): 'agrees' | Disagreement | Unreadable => {
  const scene = sceneOrProblem(row)
  if (typeof scene === 'string') return { id: row.id, problem: scene }
  const { outcome, policies } = decideScene(scene)
  const expected = written(row.expected, row.policy_ids.split('+'))
  const got = written(outcome, policies)
  return got === expected ? 'agrees' : { id: row.id, expected, got }
}

const sceneOrProblem = (row: MatrixRow): Scene | string => {
  try { return sceneOf(row) } catch (problem) { return problem instanceof Error ? problem.message : 'cannot read this row' }
}

/** Policies in a fixed order, so that their order in a row doesn't matter. */
const written = (outcome: string, policies: readonly string[]): string => `${outcome} ${[...policies].sort().join('+')}`
