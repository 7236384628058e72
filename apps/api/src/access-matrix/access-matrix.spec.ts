import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkMatrix, noFacts, readRows, sceneOf, type Facts } from '@samenspel/access'
import type { FamilyCaseEvent } from '@samenspel/family-case'
import { familyEvents } from './events.ts'
import { decideAfter, decidePlayed, played, unfoldedFacts, unknownOfEntry, unplayedFacts } from './playing.ts'

const source = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const text = source('../../../../libs/access/matrix.csv')
const scenes = readRows(text).map(sceneOf)

test('what happened in a row is decided as the row says, for all of them', () => {
  expect(checkMatrix(text, decidePlayed)).toEqual({ agree: 305, disagreements: [], unreadable: [] })
})

describe('the rights of a row come from its events', () => {
  const types = ['AuthorityRecorded', 'TeamMemberAdded', 'CoordinatorAppointed', 'ConsentGiven', 'ObjectionMade', 'ConsentSigned', 'ConsentWithdrawn'] as const satisfies readonly FamilyCaseEvent['type'][]
  test.each(types)('without %s some row disagrees', (missing) => {
    const { disagreements } = checkMatrix(text, (scene) => decideAfter(scene, familyEvents(scene).filter(({ type }) => type !== missing)))
    expect(disagreements.length).toBeGreaterThan(0)
  })
  test.each(['authority', 'consents', 'team', 'registrations', 'employments', 'children', 'pregnancies'] as const)('some row folds to %s', (fact) => {
    expect(scenes.filter((scene) => played(scene).facts[fact].length > 0).length).toBeGreaterThan(0)
  })
})

describe('the list of what a row gives as it stands', () => {
  const facts = Object.keys({ ...noFacts('NL'), highConflict: [] } satisfies Facts) as readonly (keyof Facts)[]
  const folded = [...source('../disclosure/facts.ts').matchAll(/^ {4}(\w+):/gm)].map(([, name]) => name)

  test('names every fact that isn\'t folded from events, and no other', () => {
    expect(folded.length).toBeGreaterThan(5)
    expect(facts.filter((fact) => fact !== 'jurisdiction' && !folded.includes(fact)).sort()).toEqual([...unfoldedFacts].sort())
    expect(unplayedFacts.filter((fact) => !folded.includes(fact) && !source('../disclosure/facts.ts').includes(`${fact}:`))).toEqual([])
  })
  test('names no part of an entry that the gate reads from a file', () => {
    const read = source('../disclosure/items.ts')
    expect(unknownOfEntry.filter((part) => new RegExp(`\\b${part}\\b\\s*:`).test(read))).toEqual([])
  })
})

describe('the command', () => {
  const run = (matrix: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'matrix-'))
    try {
      const file = join(folder, 'some.csv')
      writeFileSync(file, matrix)
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--conditions=@samenspel/source', join(import.meta.dirname, 'access-matrix.cli.ts'), file], { encoding: 'utf8' })
      return { status, stdout, stderr }
    } finally { rmSync(folder, { recursive: true }) }
  }
  const [heading = '', row = ''] = text.split('\n')

  test('prints each row that disagrees, then the count', () => {
    expect(run([heading, row, row.replace('M001', 'X1').replace(';content;', ';nothing;')].join('\n')))
      .toEqual({ status: 1, stdout: 'X1: expected nothing P01+P02, got content P01+P02\n1 agree, 1 disagree\n', stderr: '' })
  })
  test('says which row it can\'t read, and why', () => {
    expect(run([heading, row, row.replace('M001', 'X1').replace('author=self', 'author=self moon=full')].join('\n')))
      .toEqual({ status: 2, stdout: '1 agree, 0 disagree\n', stderr: 'X1: cannot read "moon=full"\n' })
  })
})
