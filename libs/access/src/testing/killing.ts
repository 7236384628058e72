/** Who notices that something is wrong: the privacy officer's rows, further rows, odd and random scenes held against the model, and answers. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { readRows } from '../matrix/rows.ts'
import { sceneOf } from '../matrix/scene.ts'
import { modelSays } from '../oracle/model-says.ts'
import { answers, isAnsweredOtherwise } from './answers.ts'
import { moreRows } from './more-rows.ts'
import { mutants, unchanged, type Access } from './mutants.ts'
import { oddScenes } from './odd-scenes.ts'
import { scenes, type Scene } from './scenes.ts'

type Expected = { readonly scene: Scene; readonly expected: string }

const written = (outcome: string, policies: readonly string[]): string => `${outcome} ${[...policies].sort().join('+')}`
const fromRows = (matrix: string): readonly Expected[] => readRows(matrix).map((row) => ({ scene: sceneOf(row), expected: written(row.expected, row.policy_ids.split('+')) }))
const fromModel = (list: readonly Scene[]): readonly Expected[] => list.map((scene) => {
  const { outcome, policies } = modelSays(scene.viewer, scene.action, scene.entry, scene.facts, scene.now)
  return { scene, expected: written(outcome, policies) }
})

const disagrees = ({ decide }: Access, list: readonly Expected[]): boolean => list.some(({ scene: { viewer, action, entry, facts, now }, expected }) => {
  const { outcome, policies } = decide(viewer, action, entry, facts, now)
  return written(outcome, policies) !== expected
})

/** The same scenes in every run: a red test stays red until somebody understands it. */
const seed = 20260915

/**
 * Asks every mutant, until somebody notices.
 * @param random how many random scenes are held against the model
 * @returns how many there are, how many the privacy officer's own rows notice, which nobody notices; and what is wrong of the code as it is
 */
export const survivors = (random: number): { readonly all: number; readonly byOfficer: number; readonly unnoticed: readonly string[]; readonly wrong: readonly string[] } => {
  const text = readFileSync(new URL('../../matrix.csv', import.meta.url), 'utf8')
  const officers = fromRows(text)
  const others = [
    ...fromRows([text.slice(0, text.indexOf('\n')), ...moreRows.map(([, row]) => row)].join('\n')),
    ...fromModel([...oddScenes.map(([, scene]) => scene), ...fc.sample(scenes, { seed, numRuns: random })]),
  ]
  const plain = unchanged().access()
  const wrong = [
    ...answers.filter((answer) => isAnsweredOtherwise(plain, answer)).map(([what]) => what),
    ...[...officers, ...others].filter((one) => disagrees(plain, [one])).map(({ expected }, i) => `${i}: ${expected}`),
  ]
  const unnoticed: string[] = []
  let byOfficer = 0
  const all = mutants()
  for (const { name, access } of all) {
    // What can't even be built is noticed by the compiler.
    try {
      const mutant = access()
      if (disagrees(mutant, officers)) byOfficer += 1
      else if (!answers.some((answer) => isAnsweredOtherwise(mutant, answer)) && !disagrees(mutant, others)) unnoticed.push(name)
    } catch { byOfficer += 1 }
  }
  return { all: all.length, byOfficer, unnoticed, wrong }
}
