import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkMatrix, decide, noFacts, readRows, sceneOf, type Facts, type Scene } from '@samenspel/access'
import { measureKinds, type FamilyCaseEvent } from '@samenspel/family-case'
import { familyEvents } from './events.ts'
import { decideAfter, decidePlayed, played, unknownOfEntry } from './playing.ts'

const source = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const text = source('../../../../libs/access/matrix.csv')
const scenes = readRows(text).map(sceneOf)

test('what happened in a row is decided as the row says, for all of them', () => {
  expect(checkMatrix(text, decidePlayed)).toEqual({ agree: 305, disagreements: [], unreadable: [] })
})

/** What can hold for any entry, besides what a row says of it. */
const guards = {
  restricted: () => ({ restricted: true }), secret: () => ({ secret: true }), 'in confidence': () => ({ inConfidence: true }),
  shielded: ({ viewer, now }) => ({ shields: [{ person: viewer.person, from: now }] }), released: ({ viewer }) => ({ releasedTo: [viewer.person] }),
} as const satisfies Readonly<Record<string, (scene: Scene) => Partial<Scene['entry']>>>

test.each(Object.entries(guards))('the entry of any row can be %s besides, a note of a safety track too, and is decided so', (_guard, given) => {
  const others = scenes.map((scene) => ({ ...scene, entry: { ...scene.entry, ...given(scene) } }))
  const differs = others.filter((scene) => JSON.stringify(decidePlayed(scene)) !== JSON.stringify(decide(scene.viewer, scene.action, scene.entry, scene.facts, scene.now)))
  expect(differs.map(({ entry: { category }, viewer: { kind }, action }) => `${category} ${kind} ${action}`)).toEqual([])
})

describe('the rights of a row come from its events', () => {
  const types = ['AuthorityRecorded', 'TeamMemberAdded', 'CoordinatorAppointed', 'ConsentGiven', 'ObjectionMade', 'ConsentSigned', 'ConsentWithdrawn', 'SafeguardSet', 'SafeguardLifted', 'CaseClosed', 'GroupPlacementRecorded'] as const satisfies readonly FamilyCaseEvent['type'][]
  /** Of the rows in which such an event happened, those that are decided otherwise without it. */
  const disagreeWithout = (isMissing: (event: FamilyCaseEvent) => boolean): readonly string[] => {
    const [heading, ...lines] = text.trim().split('\n')
    const some = lines.filter((_, index) => scenes[index] !== undefined && familyEvents(scenes[index]).some(isMissing))
    return checkMatrix([heading, ...some].join('\n'), (scene) => decideAfter(scene, familyEvents(scene).filter((event) => !isMissing(event)))).disagreements.map(({ id }) => id)
  }
  test.each(types)('without %s some row disagrees', (missing) => {
    expect(disagreeWithout(({ type }) => type === missing).length).toBeGreaterThan(0)
  })
  test.each(measureKinds)('without %s some row disagrees', (missing) => {
    expect(disagreeWithout((event) => event.type === 'SafeguardSet' && event.measure.kind === missing).length).toBeGreaterThan(0)
  })

  const plain = noFacts('NL')
  const facts = Object.keys({ ...plain, highConflict: [] } satisfies Facts) as readonly (keyof Facts)[]
  test.each(facts)('some row folds to other %s than nobody recorded', (fact) => {
    expect(scenes.some((scene) => JSON.stringify(played(scene).facts[fact]) !== JSON.stringify(plain[fact]))).toBe(true)
  })
  test('what is known of a family of which nothing happened but its opening is what is known of any', () => {
    for (const scene of scenes) {
      const { facts } = played(scene, familyEvents(scene).filter(({ type }) => type === 'FamilyOpened' || type === 'ContributionAdded' || type === 'AgreementCardAdded'))
      const { employments, breakGlass, safety, jurisdiction } = facts
      expect(facts).toEqual({ ...noFacts(jurisdiction), employments, breakGlass, safety })
    }
  })
})

describe('the list of what a row gives as it stands', () => {
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
      .toEqual({ status: 2, stdout: '1 agree, 0 disagree\n', stderr: 'X1, line 3: cannot read "moon=full"\n' })
  })
})
