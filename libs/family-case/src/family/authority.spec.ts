import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays, covers } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import { brother, child, coordinating, father, grandmother, id, mother, past, pastWith, stateOf } from '../testing/case.ts'
import { authorities, holdsAuthority } from './authority.ts'
import type { Family } from './state.ts'

const aCase = specify(familyCase)
type Fact = Extract<FamilyCaseCommand, { type: 'RecordAuthority' }>
const fact: Fact = {
  type: 'RecordAuthority', ...coordinating, authorityId: id(70), child, adult: mother, status: 'none', basis: 'courtDecision', source: 'authorityRegister', from: '2026-12-01',
}
const familyWith = (...facts: readonly Fact[]): Family => stateOf(pastWith(...facts)).family

describe('authority', () => {
  test('it is a dated fact about one child and one adult, in the record of the child (G-06, G-07)', () => {
    aCase.given(...past).when(fact).then({
      type: 'AuthorityRecorded', subject: { kind: 'child', person: child }, by: fact.by, at: fact.at, category: 'contact',
      authorityId: id(70), child, adult: mother, status: 'none', basis: 'courtDecision', source: 'authorityRegister', from: '2026-12-01',
    })
  })
  test('a loss that is recorded late holds from the day it came into force', () => {
    const family = familyWith(fact)
    expect(holdsAuthority(family, mother, child, '2026-11-30')).toBe(true)
    expect(holdsAuthority(family, mother, child, '2026-12-01')).toBe(false)
    expect(holdsAuthority(family, father, child, '2027-06-01')).toBe(true)
  })
  test('a period in the middle leaves the days before and after it', () => {
    const family = familyWith({ ...fact, until: '2026-12-31' })
    expect(authorities(family).filter(({ adult }) => adult === mother).map(({ status, from, until }) => [status, from, until])).toEqual([
      ['verified', '2025-11-02', '2026-11-30'], ['verified', '2027-01-01', undefined], ['none', '2026-12-01', '2026-12-31'],
    ])
  })
  test('what was not verified opens nothing (G-08)', () => {
    expect(holdsAuthority(familyWith({ ...fact, status: 'unverified', source: 'statement' }), mother, child, '2027-01-11')).toBe(false)
  })
  test.each<[string, string, Partial<Fact>]>([
    ['on the word of a parent alone', 'authority-unproven', { status: 'verified', source: 'statement' }],
    ['over a grown-up', 'authority-does-not-fit', { child: father }],
    ['of a child', 'authority-does-not-fit', { adult: brother }],
    ['as guardian, of somebody who is none', 'authority-does-not-fit', { adult: grandmother, status: 'verified', basis: 'guardianship' }],
    ['of a stranger', 'person-unknown', { adult: id(99) }],
    ['from before the birth', 'date-too-early', { from: '2025-11-01' }],
    ['ending before it begins', 'period-reversed', { until: '2026-11-30' }],
    ['from a day that does not exist', 'date-impossible', { from: '2026-11-31' }],
    ['read in a newspaper', 'choice-unknown', { source: 'newspaper' as 'court' }],
    ['under an id that is in use', 'id-in-use', { authorityId: id(36) }],
  ])('not %s', (_, code, change) => {
    aCase.given(...past).when({ ...fact, ...change }).thenRefused(code)
  })
  test('whatever comes in, on each day the newest fact about that day holds, and only that one', () => {
    const day = fc.integer({ min: 0, max: 12 }).map((days) => addDays('2026-01-01', days))
    const facts = fc.array(fc.record({
      adult: fc.constantFrom(mother, father), status: fc.constantFrom('verified' as const, 'unverified' as const, 'none' as const),
      from: day, length: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
    }), { maxLength: 7 })
    fc.assert(fc.property(facts, (recorded) => {
      const family: Family = {
        ...stateOf(past).family,
        authorities: recorded.map(({ adult, status, from, length }, index) => ({
          by: fact.by, at: fact.at, subject: { kind: 'child', person: child }, category: 'contact', authorityId: id(index), child, adult, status,
          basis: 'byLaw', source: 'court', from, ...(length !== undefined && { until: addDays(from, length) }),
        })),
      }
      for (let days = -1; days < 22; days++) {
        const today = addDays('2026-01-01', days)
        for (const adult of [mother, father]) {
          const newest = family.authorities.filter((held) => held.adult === adult && covers(held, today)).at(-1)
          expect(authorities(family).filter((held) => held.adult === adult && covers(held, today)).map(({ status }) => status)).toEqual(newest === undefined ? [] : [newest.status])
        }
      }
    }))
  })
})
