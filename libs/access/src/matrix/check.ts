import { decide, policies, type Verdict } from '../decide.ts'
import { cutOff, readTable, type CutOff, type MatrixRow } from './rows.ts'
import { sceneOf, type Scene } from './scene.ts'

/** A row for which the policies say something else than the matrix. */
export type Disagreement = { readonly id: string; readonly line: number; readonly expected: string; readonly got: string }

/** A row that says something which the notation doesn't know: it is no row of a matrix, and agrees with nothing. */
export type Unreadable = { readonly id: string; readonly line: number; readonly problem: string }

export type MatrixReport = { readonly agree: number; readonly disagreements: readonly Disagreement[]; readonly unreadable: readonly Unreadable[] }

/** What becomes of a request that a row describes. */
export type DecideScene = (scene: Scene) => Verdict

const decideDirectly: DecideScene = ({ viewer, action, entry, facts, now }) => decide(viewer, action, entry, facts, now)

/**
 * Compares the policies with a matrix, row by row: outcome and policy ids.
 * @param csv the text of a matrix file.
 * @param decideScene the way to a decision; without it the facts of a row are given to the policies as they stand.
 * @throws RangeError `matrix-columns` when it isn't one; another with the line at which it is no table.
 */
export const checkMatrix = (csv: string, decideScene: DecideScene = decideDirectly): MatrixReport => checkRows(readTable(csv), decideScene)

export const checkRows = (rows: readonly (MatrixRow | CutOff)[], decideScene: DecideScene): MatrixReport => {
  const compared = rows.map((row) => compare(row, decideScene))
  return {
    agree: compared.filter((result) => result === 'agrees').length,
    disagreements: compared.filter((result) => typeof result === 'object' && 'got' in result),
    unreadable: compared.filter((result) => typeof result === 'object' && 'problem' in result),
  }
}

const compare = (row: MatrixRow | CutOff, decideScene: DecideScene): 'agrees' | Disagreement | Unreadable => {
  const { id, line } = row
  if ('cells' in row) return { id, line, problem: cutOff(row) }
  try {
    const expected = expectedOf(row)
    const { outcome, policies: ids } = decideScene(sceneOf(row))
    const got = written(outcome, ids)
    return got === expected ? 'agrees' : { id, line, expected, got }
  } catch (problem) {
    return { id, line, problem: problem instanceof Error ? problem.message : 'cannot read this row' }
  }
}

const outcomes: ReadonlySet<string> = new Set(['nothing', 'existence', 'content'])
const reasons: ReadonlySet<string> = new Set([...policies.map(({ id }) => id), 'default'])

/** @throws RangeError naming the part that can't be read. */
const expectedOf = ({ expected, policy_ids: ids }: MatrixRow): string => {
  const named = ids.split('+').map((id) => id.trim())
  const wrong = [...outcomes.has(expected) ? [] : [expected], ...named.filter((id) => !reasons.has(id))]
  if (wrong.length > 0) throw new RangeError(`cannot read "${wrong[0] ?? ''}"`)
  return written(expected, named)
}

/** Policies in a fixed order, so that their order in a row doesn't matter. */
const written = (outcome: string, ids: readonly string[]): string => `${outcome} ${[...ids].sort().join('+')}`
