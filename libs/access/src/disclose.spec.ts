import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decide } from './decide.ts'
import { disclose, mergeExistence, type Disclosed } from './disclose.ts'
import { entryOf, factsOf, grantOf, now, parent, specialist, worker } from './testing/family.ts'
import { scenes } from './testing/scenes.ts'

describe('what passes the gate', () => {
  test('content with its place, content without, only a line, or nothing', () => {
    const facts = factsOf('NL', { consents: [grantOf({ category: 'medical', period: { from: '2026-01-01' } }), grantOf({ category: 'contact' })] })
    const sealed = [
      { entry: entryOf({ locating: true }), content: 'a letter', place: 'the ward' },
      { entry: entryOf({ category: 'mentalHealth', author: { discipline: 'adultMentalHealth', organisation: 'clinic' } }), content: 'a diary', place: 'at home' },
      { entry: entryOf({ category: 'safety' }), content: 'a worry', place: 'the school' },
    ]
    expect(disclose(specialist, sealed, facts, now)).toEqual([
      { outcome: 'content', locating: true, policies: ['P03'], content: 'a letter', place: 'the ward' },
      { outcome: 'existence', locating: false, policies: ['P04'], line: { discipline: 'adultMentalHealth', day: '2026-05-30' } },
      { outcome: 'nothing', locating: false, policies: ['F04'] },
    ])
  })
  test('the place stays behind when it may not be read', () => {
    const facts = factsOf('NL', { protections: [{ viewer: 'parent-1', person: 'parent-2' }] })
    const [shown] = disclose(parent('parent-1'), [{ entry: entryOf({ locating: true }), content: 'a letter', place: 'the ward' }], facts, now)
    expect(shown).toEqual({ outcome: 'content', locating: false, policies: ['P05'], content: 'a letter' })
  })
  test('a line of the access log answers to its own action', () => {
    const entry = entryOf({ category: 'accessLog', about: 'medical', recorded: '2026-09-15' })
    expect(disclose(parent('parent-1'), [{ entry, content: 'somebody looked' }], factsOf(), now)).toMatchObject([{ outcome: 'content', policies: ['P05'] }])
    expect(disclose(worker, [{ entry, content: 'somebody looked' }], factsOf(), now)).toMatchObject([{ outcome: 'nothing', policies: ['default'] }])
  })
  test('entries of one class get one answer, and each keeps its own day and content', () => {
    const author = { discipline: 'adultMentalHealth', organisation: 'clinic' } as const
    const sealed = ['2026-05-01', '2026-05-02'].map((occurred) => ({ entry: entryOf({ author, occurred }), content: occurred }))
    expect(disclose(specialist, sealed, factsOf(), now).map((shown) => shown.outcome === 'existence' && shown.line.day)).toEqual(['2026-05-01', '2026-05-02'])
    const facts = factsOf('NL', { consents: [grantOf()] })
    expect(disclose(specialist, sealed, facts, now).map((shown) => shown.outcome === 'content' && shown.content)).toEqual(['2026-05-01', '2026-05-02'])
  })
  test('a list gives what each entry gives alone', () => {
    fc.assert(fc.property(scenes, fc.array(scenes, { maxLength: 8 }), fc.constantFrom('read', 'export'), ({ viewer, facts, now: at }, others, action) => {
      const sealed = others.map(({ entry }, content) => ({ entry, content }))
      const alone = sealed.map(({ entry }) => decide(viewer, entry.category === 'accessLog' ? 'readAccessLog' : action, entry, facts, at))
      expect(disclose(viewer, sealed, facts, at, action).map(({ outcome, policies }) => ({ outcome, policies }))).toEqual(alone)
    }), { seed: 20260915, numRuns: 300 })
  })
  test('who comes along reads an appointment, and takes along only what is theirs', () => {
    const grandmother = { kind: 'portal', person: 'grandmother', secondFactor: true } as const
    const entry = entryOf({ category: 'planning', participants: ['grandmother'] })
    expect(disclose(grandmother, [{ entry, content: 'a visit' }], factsOf(), now)).toMatchObject([{ outcome: 'content', policies: ['P09'] }])
    expect(disclose(grandmother, [{ entry, content: 'a visit' }], factsOf(), now, 'export')).toMatchObject([{ outcome: 'nothing', policies: ['default'] }])
  })
  test('only the gate makes a disclosed value', () => {
    // @ts-expect-error a plain text did not pass the gate
    const smuggled: Disclosed<string> = 'a letter'
    expect(smuggled).toBe('a letter')
  })
})

describe('lines of existence', () => {
  test('of one discipline on one day are one line, whatever their number', () => {
    const line = { discipline: 'adultMentalHealth', day: '2026-05-30' } as const
    expect(mergeExistence([line, { ...line }, line])).toEqual(mergeExistence([line]))
    expect(mergeExistence([line])).toEqual([line])
  })
  test('stand by day and discipline, whatever the order in which entries came', () => {
    const lines = [{ discipline: 'hospital', day: '2026-05-30' }, { day: '2026-05-30' }, { discipline: 'gp', day: '2026-05-30' }, { discipline: 'hospital', day: '2026-05-01' }] as const
    const merged = [{ discipline: 'hospital', day: '2026-05-01' }, { day: '2026-05-30' }, { discipline: 'gp', day: '2026-05-30' }, { discipline: 'hospital', day: '2026-05-30' }]
    expect(mergeExistence(lines)).toEqual(merged)
    expect(mergeExistence([...lines].reverse())).toEqual(merged)
  })
})
