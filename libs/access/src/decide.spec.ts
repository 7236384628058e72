import { describe, expect, test } from '@jest/globals'
import { categories, type Category } from '@samenspel/kernel'
import { decide, decideBy, policies } from './decide.ts'
import { actions } from './entries.ts'
import type { Facts } from './facts.ts'
import { entryOf, factsOf, grantOf, now, parent, specialist, worker } from './testing/family.ts'

const reading = (viewer: Parameters<typeof decide>[0], entry = entryOf(), facts = factsOf(), at = now) => decide(viewer, 'read', entry, facts, at)

describe('a decision', () => {
  test('names the permits when it allows, the forbids when it refuses, and both for existence', () => {
    const facts = factsOf('NL', { consents: [grantOf()] })
    expect(reading(worker, entryOf(), facts)).toEqual({ outcome: 'content', policies: ['P03'] })
    expect(reading(worker, entryOf({ draft: true }), facts)).toEqual({ outcome: 'nothing', policies: ['F12'] })
    expect(reading(worker, entryOf({ restricted: true }), facts)).toEqual({ outcome: 'existence', policies: ['P03', 'F11'] })
    expect(reading(worker)).toEqual({ outcome: 'nothing', policies: ['default'] })
  })
  test('says existence to who asks for existence only', () => {
    expect(decide(specialist, 'seeExistence', entryOf(), factsOf(), now)).toEqual({ outcome: 'existence', policies: ['P04'] })
    expect(decide(specialist, 'annotate', entryOf(), factsOf(), now).outcome).toBe('nothing')
  })
  test('has no place to read where there is none', () => {
    expect(decide(parent('parent-1'), 'readLocating', entryOf(), factsOf(), now).outcome).toBe('nothing')
    expect(decide(parent('parent-1'), 'readLocating', entryOf({ locating: true }), factsOf(), now).outcome).toBe('content')
  })
  test('opens a line of the log to its own action, and nothing else to that', () => {
    const line = entryOf({ category: 'accessLog', about: 'medical' })
    expect(actions.filter((action) => decide(parent('parent-1'), action, line, factsOf(), now).outcome !== 'nothing')).toEqual(['readAccessLog'])
    expect(decide(parent('parent-1'), 'readAccessLog', entryOf(), factsOf(), now).outcome).toBe('nothing')
  })
})

describe('what is missing refuses', () => {
  const without = (fact: keyof Facts): Facts => Object.fromEntries(Object.entries(factsOf('NL', { consents: [grantOf()] })).filter(([key]) => key !== fact)) as Facts

  test('a moment that is none', () => {
    expect(reading(parent('parent-1'), entryOf(), factsOf(), 'yesterday')).toEqual({ outcome: 'nothing', policies: ['default'] })
  })
  test.each<keyof Facts>(['jurisdiction', 'children', 'authority', 'closings', 'protections'])('for a parent: the fact %s', (fact) => {
    expect(reading(parent('parent-1')).outcome).toBe('content')
    expect(reading(parent('parent-1'), entryOf(), without(fact)).outcome).toBe('nothing')
  })
  test.each<keyof Facts>(['jurisdiction', 'children', 'authority', 'consents', 'state', 'team', 'employments', 'ownFamily', 'excluded'])('for a professional: the fact %s', (fact) => {
    expect(reading(worker, entryOf(), factsOf('NL', { consents: [grantOf()] })).outcome).toBe('content')
    expect(reading(worker, entryOf(), without(fact)).outcome).toBe('nothing')
  })
  test('the age of a child, for the portal', () => {
    const facts = factsOf('NL', { children: [{ person: 'child', letsParentsRead: false }] })
    expect(reading(parent('parent-1'), entryOf({ releasedTo: ['parent-1'] }), facts)).toEqual({ outcome: 'nothing', policies: ['F09'] })
  })
  test('what a line of the log was about, for the portal', () => {
    const line = entryOf({ category: 'accessLog' })
    expect(decide(parent('parent-1'), 'readAccessLog', line, factsOf(), now)).toEqual({ outcome: 'nothing', policies: ['F04'] })
  })
  test('a permit that fails does not hold, a forbid that fails does', () => {
    const fails = () => { throw new Error('a fact is missing') }
    const failing = (effect: 'permit' | 'forbid') => decideBy([...policies.filter((policy) => policy.id !== 'P12'), { ...policies[0], id: 'P12', effect, holds: fails }])
    expect(failing('permit')(parent('parent-1'), 'read', entryOf(), factsOf(), now)).toEqual({ outcome: 'content', policies: ['P05'] })
    expect(failing('forbid')(parent('parent-1'), 'read', entryOf(), factsOf(), now).outcome).toBe('nothing')
  })
})

describe('a record', () => {
  test('of a child: with authority both read the same about their child, whatever it is about and whoever is mentioned (G-02)', () => {
    const seen = (who: string) => categories.flatMap((category) => actions.map((action) =>
      [category, action, decide(parent(who), action, entryOf({ category, locating: true, mentions: ['parent-1'] }), factsOf(), now)] as const))
    expect(seen('parent-2')).toEqual(seen('parent-1'))
    expect(seen('parent-1').filter(([, , { outcome }]) => outcome === 'content').length).toBeGreaterThan(categories.length)
  })
  test('an entry without a label opens to a professional only with a yes to every label, and in the circle of safety (C-06)', () => {
    const each = categories.filter((category) => category !== 'safety')
    const opened = (given: readonly Category[], members: readonly string[] = ['worker']) => reading(worker, entryOf({ category: 'unlabelled' }),
      factsOf('NL', { consents: given.map((category) => grantOf({ category })), safety: { members, discussedWithParents: false, investigated: [] } })).outcome
    expect(opened(each)).toBe('content')
    expect(opened(each, [])).toBe('nothing')
    for (const missing of each) expect([missing, opened(each.filter((category) => category !== missing))]).toEqual([missing, 'nothing'])
  })
})

describe('a pregnancy', () => {
  const unborn = { kind: 'unborn', person: 'unborn-child' } as const
  const facts = factsOf('NL', { pregnancies: [{ unborn: 'unborn-child', carriedBy: 'parent-1' }] })
  const entry = entryOf({ subject: unborn })

  test('is the record of who carries it, and of nobody else (G-09)', () => {
    expect(reading(parent('parent-1'), entry, facts)).toEqual({ outcome: 'content', policies: ['P06'] })
    expect(reading(parent('parent-2'), entry, facts)).toEqual({ outcome: 'nothing', policies: ['F01'] })
  })
  test('opens with her yes, whichever of the two it is named after', () => {
    const consents = [grantOf({ subject: { kind: 'unborn', person: 'parent-1' }, signedBy: ['parent-1'] })]
    expect(reading(worker, entry, { ...facts, consents })).toEqual({ outcome: 'content', policies: ['P03'] })
  })
  test('and the bond with the unborn child is hers as well', () => {
    const bond = entryOf({ subject: { kind: 'relation', persons: ['parent-1', 'unborn-child'] } })
    expect(reading(parent('parent-1'), bond, facts)).toEqual({ outcome: 'content', policies: ['P06'] })
    expect(reading(parent('parent-2'), bond, facts)).toEqual({ outcome: 'nothing', policies: ['F01'] })
  })
})

test('every policy has its own id and says in both languages what it does', () => {
  expect(new Set(policies.map(({ id }) => id)).size).toBe(25)
  for (const { sentence, basis } of policies) {
    expect(sentence.nl).toMatch(/^\p{Lu}.+\.$/u)
    expect(sentence.en).toMatch(/^\p{Lu}.+\.$/u)
    expect(basis).not.toBe('')
  }
})
