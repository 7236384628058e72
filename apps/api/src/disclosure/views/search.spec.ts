import { describe, expect, test } from '@jest/globals'
import { foldedText, longestSought, refuseSought, searchView } from './search.ts'
import type { Reader } from './reader.ts'

const entry = (id: string, situation: string, more: Record<string, unknown> = {}, by = 'lotte') => ({
  item: { id, kind: 'contribution', subject: { kind: 'child', person: 'sem' }, category: 'development', by: { person: by, role: 'professional' }, at: '2027-01-11T10:00:00.000Z', value: { kind: 'note', category: 'development', setting: 'group', occurredOn: '2027-01-11', situation, ...more } },
})
const readerOf = (...items: readonly unknown[]) => ({
  person: 'hanne', newSince: '2027-01-01T00:00:00.000Z', text: (key: string) => key, opened: { head: { familyId: 'f' }, items, named: new Map([['sem', { firstName: 'Sem' }]]) },
  directory: { practitioner: (id: string) => ({ name: id === 'lotte' ? 'Lotte Jansen' : 'Eva Smit', title: '', organisation: 'o', discipline: 'dayCentre' }), organisation: () => ({ name: 'KDC', discipline: 'dayCentre' }) },
}) as unknown as Reader
const found = (reader: Reader, sought: Parameters<typeof searchView>[1]) => searchView(reader, sought).contributions.map(({ id }) => id)

describe('looking for words in a case', () => {
  const reader = readerOf(
    entry('a', 'Zij at één hapje crème brûlée 😊'), entry('b', 'Slaapt goed', { setting: 'home', occurredOn: '2027-01-02', parentsTold: 'EEN hapje' }, 'eva'),
    entry('c', 'Een slang', { kind: 'procedure', occurredOn: '2026-10-01', procedure: { name: 'Neussonde', whatHelped: 'Op schoot', until: '2026-12-01' } }),
    entry('d', 'Een langer verhaal', { corrects: 'a' }),
  )
  test.each<[string, Parameters<typeof searchView>[1], readonly string[]]>([
    ['accents and capitals make no difference, and a version before counts', { words: 'CREME brulee' }, ['d']],
    ['every word must be there', { words: 'hapje goed' }, ['b']],
    ['a sign of another script is a word as well', { words: '😊' }, ['d']],
    ['names of authors are words too', { words: 'eva smit' }, ['b']],
    ['by whom', { authorId: 'eva' }, ['b']],
    ['where', { setting: 'home' }, ['b']],
    ['a period reaches whatever lasted into it', { from: '2026-11-01', until: '2026-12-31' }, ['c']],
    ['nothing asked finds nothing', {}, []],
    ['spaces are nothing', { words: '  \n ' }, []],
    ['a pattern is a word like any other', { words: '.*' }, []],
  ])('%s', (_, sought, expected) => { expect(found(reader, sought)).toEqual(expected) })
  test('counts what opened, and no more than a hundred come at once', () => {
    const many = readerOf(...Array.from({ length: 130 }, (_, index) => entry(String(index), 'hapje')))
    const { count, contributions } = searchView(many, { words: 'hapje' })
    expect([count, contributions.length]).toEqual([130, 100])
  })
  test('what is too long is refused, and told so', () => {
    expect(refuseSought({ words: 'x'.repeat(longestSought) })).toBeUndefined()
    expect(refuseSought({ words: 'x'.repeat(longestSought + 1) })).toMatchObject({ refusal: { code: 'text-too-long' } })
  })
  test('folds letters of any script', () => { expect([foldedText('Zoë'), foldedText('İ')]).toEqual(['zoe', 'i']) })
})
