import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays, covers } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import { brother, child, coordinating, father, grandmother, id, mother, past, pastWith, stateOf } from '../testing/case.ts'
import { authorities, holdsAuthority } from './authority.ts'
import type { Family } from './family.ts'

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
  test('over a child can be held by an institution in place of the parents (G-07)', () => {
    const institution = { type: 'AddMember', ...coordinating, memberId: id(9), role: 'institution', firstName: 'Voogdij Voorbeeld', isIndexChild: false, inHousehold: false } as const
    const held = stateOf(pastWith(institution, { ...fact, authorityId: id(71), adult: id(9), status: 'verified', basis: 'guardianship', source: 'court' }, fact)).family
    expect([holdsAuthority(held, id(9), child, '2027-01-11'), holdsAuthority(held, mother, child, '2027-01-11')]).toEqual([true, false])
  })
})

const claim: Fact = { ...fact, authorityId: id(72), adult: grandmother, status: 'unverified', basis: 'courtDecision', source: 'statement' }
const proof = { type: 'VerifyAuthority', ...coordinating, authorityId: id(72), source: 'court', seen: 'The decision of the court', seenOn: '2027-01-10', checkOn: '2027-07-01' } as const

describe('a fact about authority that somebody only said', () => {
  test('holds from when a professional saw its proof: who, what, when, and when to look again (G-08)', () => {
    const family = stateOf(pastWith(claim, proof)).family
    expect(holdsAuthority(stateOf(pastWith(claim)).family, grandmother, child, '2027-01-11')).toBe(false)
    expect(holdsAuthority(family, grandmother, child, '2027-01-11')).toBe(true)
    expect(family.authorities.at(-1)?.verification).toEqual({ by: proof.by, at: proof.at, source: 'court', seen: proof.seen, seenOn: '2027-01-10', checkOn: '2027-07-01' })
  })
  test.each<[string, string, Partial<typeof proof> | Readonly<Record<string, string>>]>([
    ['by another word', 'authority-unproven', { source: 'statement' }],
    ['by what nobody described', 'text-empty', { seen: '' }],
    ['by what will be seen', 'date-in-future', { seenOn: '2027-01-12' }],
    ['with a look again that is over', 'date-in-past', { checkOn: '2027-01-11' }],
    ['when it is another', 'authority-fact-unknown', { authorityId: id(99) }],
    ['twice', 'authority-already-verified', { authorityId: id(36) }],
  ])('is not proven %s', (_, code, change) => { aCase.given(...pastWith(claim)).when({ ...proof, ...change }).thenRefused(code) })
})

const correct = { type: 'CorrectAuthority', ...coordinating, authorityId: id(37), reason: 'The extract was about another child' } as const

describe('a mistake about authority', () => {
  test('is put right beside what was written, which stays to be read', () => {
    const family = stateOf(pastWith(correct)).family
    expect(holdsAuthority(family, father, child, '2027-01-11')).toBe(false)
    expect(family.authorities.find(({ authorityId }) => authorityId === id(37))).toMatchObject({ status: 'verified', mistaken: { reason: correct.reason } })
  })
  test('gives way to what it had covered, and to what holds instead', () => {
    const lost = { ...fact, adult: father, authorityId: id(73) }
    expect(holdsAuthority(stateOf(pastWith(lost)).family, father, child, '2027-01-11')).toBe(false)
    expect(holdsAuthority(stateOf(pastWith(lost, { ...correct, authorityId: id(73) })).family, father, child, '2027-01-11')).toBe(true)
    const instead = { ...fact, authorityId: id(74), adult: father, status: 'verified', from: '2027-01-01' } as const
    const family = stateOf(pastWith({ ...correct, instead })).family
    expect([holdsAuthority(family, father, child, '2026-12-31'), holdsAuthority(family, father, child, '2027-01-11')]).toEqual([false, true])
    expect(family.authorityGaps.map(({ from, until }) => [from, until])).toEqual([['2025-11-02', '2026-12-31']])
  })
  test('is not one twice, nor without a reason, nor of a fact that nobody recorded, nor a thing to be proven', () => {
    aCase.given(...pastWith(correct)).when(correct).thenRefused('authority-corrected')
    aCase.given(...past).when({ ...correct, reason: ' ' }).thenRefused('text-empty')
    aCase.given(...past).when({ ...correct, authorityId: id(99) }).thenRefused('authority-fact-unknown')
    aCase.given(...pastWith(claim, { ...correct, authorityId: id(72) })).when(proof).thenRefused('authority-corrected')
  })
})

describe('a loss of authority that becomes known late', () => {
  test('leaves the days in between to be looked at (G-06)', () => {
    const [gap] = familyWith(fact).authorityGaps
    expect(gap).toEqual({ gapId: `loss-${id(70)}-0`, child, adult: mother, from: '2026-12-01', until: '2027-01-11', knownAt: fact.at })
    expect(familyWith({ ...fact, from: '2027-02-01' }).authorityGaps).toEqual([])
    expect(familyWith({ ...fact, status: 'unverified', source: 'statement', from: '2027-01-01' }).authorityGaps.map(({ from }) => from)).toEqual(['2027-01-01'])
    expect(familyWith({ ...fact, until: '2026-12-10' }).authorityGaps.map(({ until }) => until)).toEqual(['2026-12-10'])
  })
  test('is looked at once, by who coordinates, with what they found', () => {
    const look = { type: 'ReviewAuthorityGap', ...coordinating, gapId: `loss-${id(70)}-0`, reads: 3, note: 'Two looks at the plan, one at the agenda' } as const
    expect(stateOf(pastWith(fact, look)).family.authorityGaps[0]?.reviewed).toEqual({ by: look.by, at: look.at, reads: 3, note: look.note })
    aCase.given(...pastWith(fact, look)).when(look).thenNothing()
    aCase.given(...pastWith(fact)).when({ ...look, note: '' }).thenRefused('text-empty')
    aCase.given(...past).when(look).thenRefused('gap-unknown')
  })
})
