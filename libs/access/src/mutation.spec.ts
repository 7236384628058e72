import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { decide } from './decide.ts'
import { readRows } from './matrix/rows.ts'
import { sceneOf } from './matrix/scene.ts'
import { outcomeOf } from './testing/check.ts'
import { factsOf, entryOf, now, worker, always } from './testing/family.ts'
import { moreRows } from './testing/more-rows.ts'
import { mutants, type Mutant } from './testing/mutants.ts'

/**
 * What may go without anybody noticing, and why: another rule says it as well. Whoever changes that other rule finds this one
 * still standing; all else that can go must be noticed.
 */
const redundant: Readonly<Record<string, string>> = {
  'P02: without !isPortal(question)': 'nobody in the portal is in a team',
  'P03: without !isPortal(question)': 'nobody in the portal has an organisation to which consent could be given',
  'P07: without isOneOf(question, \'seeExistence\', \'read\', \'readLocating\')': 'F10 leaves an emergency nothing else',
  'P13: without isOneOf(question, \'readAccessLog\')': 'a line of the log answers to nothing else',
  'P13: without isLogLine(question)': 'and nothing else answers to that',
  'isOutsideSafetyTrack: without !isLogLine(question)': 'at work a line of the log has no label',
}

const text = readFileSync(new URL('../matrix.csv', import.meta.url), 'utf8')
const heading = text.slice(0, text.indexOf('\n'))
const readScenes = (matrix: string) => readRows(matrix).map((row) => ({ scene: sceneOf(row), expected: `${row.expected} ${row.policy_ids.split('+').sort().join('+')}` }))
const officers = readScenes(text)
const more = readScenes([heading, ...moreRows.map(([, row]) => row)].join('\n'))

const disagrees = ({ decide }: Mutant, rows: typeof officers): boolean => rows.some(({ scene: { viewer, action, entry, facts, now: at }, expected }) => {
  const { outcome, policies } = decide(viewer, action, entry, facts, at)
  return `${outcome} ${[...policies].sort().join('+')}` !== expected
})

/** No row can say that somebody who works here holds authority at home. */
const opensAtWorkWhatIsOfHome = ({ decide }: Mutant): boolean =>
  outcomeOf(decide, { viewer: worker, action: 'read', entry: entryOf(), now, facts: factsOf('NL', { authority: [{ child: 'child', adult: 'worker', period: always, verified: true }] }) }) !== 'nothing'

describe('the policies with one condition less', () => {
  const all = mutants()
  const unnoticedByOfficer = all.filter((mutant) => !disagrees(mutant, officers))

  test('are many, and nothing but the condition is changed', () => {
    expect(all.length).toBeGreaterThan(250)
    expect(disagrees({ name: 'none', decide }, [...officers, ...more])).toBe(false)
  })
  test('are noticed, all but those whose work another rule does as well', () => {
    const unnoticed = unnoticedByOfficer.filter((mutant) => !disagrees(mutant, more) && !opensAtWorkWhatIsOfHome(mutant))
    expect(unnoticed.map(({ name }) => name).sort()).toEqual(Object.keys(redundant).sort())
  })
  test('are noticed by the privacy officer\'s own rows in five of six', () => {
    expect(unnoticedByOfficer.length / all.length).toBeLessThan(1 / 6)
  })
})
