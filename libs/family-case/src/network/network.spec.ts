import { describe, expect, test } from '@jest/globals'
import { relation } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import { at, brother, child, coordinating, father, grandmother, groupWorker, id, mother, openFamily, past, pastWith, play, stateOf } from '../testing/case.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>
const contact = { category: 'contact' } as const
const memberOf = (person: string, ...commands: readonly FamilyCaseCommand[]) => stateOf(pastWith(...commands)).family.members.find(({ memberId }) => memberId === person)

const corrected: Of<'ChangeMember'> = { type: 'ChangeMember', ...coordinating, memberId: grandmother, from: grandmother, version: id(1301), role: 'grandparent', firstName: 'Truus', inHousehold: false, drawnAs: 'female', phone: '000 14' }

describe('somebody of the family', () => {
  test('is put right, with who and when', () => {
    aCase.given(...past).when(corrected).then({
      type: 'MemberChanged', subject: { kind: 'adult', person: grandmother }, by: coordinating.by, at: coordinating.at, ...contact, memberId: grandmother, version: id(1301), role: 'grandparent', firstName: 'Truus', inHousehold: false, drawnAs: 'female', phone: '000 14',
    })
    expect(memberOf(grandmother, corrected)).toMatchObject({ firstName: 'Truus', version: id(1301), isIndexChild: false })
    aCase.given(...pastWith(corrected)).when({ ...corrected, from: id(1301), version: id(1302) }).thenNothing()
  })
  test('two people at once: the second finds both texts, and nothing is overwritten', () => {
    aCase.given(...pastWith(corrected)).when({ ...corrected, version: id(1302), firstName: 'Toos' }).thenRefused('changed-meanwhile')
  })
  test('leaves the household, or the network; who left the network lives elsewhere', () => {
    const away: Of<'ChangeMember'> = { ...corrected, memberId: father, from: father, role: 'father', firstName: 'Kees', inHousehold: false, since: '2027-01-10', phone: undefined, drawnAs: undefined }
    expect(memberOf(father, away)).toMatchObject({ inHousehold: false, since: '2027-01-10' })
    expect(memberOf(father, { ...away, inHousehold: true, until: '2027-01-10' })).toMatchObject({ inHousehold: false, until: '2027-01-10' })
  })
  test.each<readonly [string, Partial<typeof corrected>, string]>([
    ['by a colleague', { by: groupWorker }, 'not-coordinator'], ['of somebody unknown', { memberId: id(99) }, 'person-unknown'],
    ['into another record: a grandmother is no child', { role: 'child', birthDate: '2020-01-01' }, 'role-of-another-record'], ['a brother is not the child the case is for', { memberId: brother, role: 'child', birthDate: '2020-06-12' }, 'role-of-another-record'],
    ['a child without a birth date', { memberId: brother, from: brother, role: 'sibling' }, 'birth-date-missing'], ['the child the case is for away', { memberId: child, role: 'child', birthDate: '2025-11-02', until: '2027-01-09' }, 'index-child-role'],
    ['on a day to come', { since: '2027-02-01' }, 'date-in-future'], ['without a name', { firstName: ' ' }, 'text-empty'],
  ])('is not changed %s', (_, change, code) => { aCase.given(...past).when({ ...corrected, ...change }).thenRefused(code) })
  test('who was erased stays without a name', () => {
    const state = pastWith(corrected).reduce((before, event) => event.subject.kind === 'adult' && event.subject.person === grandmother
      ? familyCase.evolveErased!(before, { erased: true, type: event.type, subject: event.subject, at: event.at }) : familyCase.evolve(before, event), familyCase.initial)
    expect(state).toMatchObject({ family: { members: expect.arrayContaining([expect.objectContaining({ memberId: grandmother, firstName: '', isErased: true })]) } })
  })
})

describe('a pregnancy', () => {
  const unborn = id(7)
  const expecting = play([{ ...openFamily, members: [...openFamily.members.filter(({ memberId }) => memberId !== child), { memberId: unborn, role: 'unbornChild', firstName: 'Baby', dueDate: '2027-03-01', carriedBy: mother, isIndexChild: true, inHousehold: true }] }])
  test('has another due date, in the record of who carries it (G-09)', () => {
    const later: Of<'ChangeMember'> = { type: 'ChangeMember', ...coordinating, memberId: unborn, from: unborn, version: id(1301), role: 'unbornChild', firstName: 'Baby', dueDate: '2027-03-09', inHousehold: true }
    aCase.given(...expecting).when(later).then(expect.objectContaining({ type: 'MemberChanged', subject: { kind: 'unborn', person: mother }, dueDate: '2027-03-09' }) as never)
    expect(aCase.given(...expecting, ...play([later], stateOf(expecting))).state()).toMatchObject({ family: { members: expect.arrayContaining([expect.objectContaining({ memberId: unborn, carriedBy: mother, dueDate: '2027-03-09', isIndexChild: true })]) } })
    aCase.given(...expecting).when({ ...later, dueDate: undefined as never }).thenRefused('due-date-missing')
  })
  test('ends with twins: each a subject of its own, bound to each other and to who carried them; what was written before stays where it is (G-09)', () => {
    const birth: Of<'RecordBirth'> = {
      type: 'RecordBirth', ...coordinating, at: at('10:00', '2027-02-20'), memberId: unborn, birthDate: '2027-02-18', firstName: 'Noor', goalVersion: id(43), tieId: id(1310),
      others: [{ memberId: id(8), firstName: 'Fien', tieId: id(1311), twinTieId: id(1312) }],
    }
    const after = [...expecting, ...play([birth], stateOf(expecting))]
    const { family } = stateOf(after)
    expect(family.members.filter(({ role }) => role === 'child')).toMatchObject([
      { memberId: unborn, firstName: 'Noor', subject: { kind: 'child', person: unborn }, carriedBy: mother, isIndexChild: true }, { memberId: id(8), firstName: 'Fien', subject: { kind: 'child', person: id(8) }, isIndexChild: false },
    ])
    expect(family.dyads).toMatchObject([
      { subject: relation(mother, unborn), kind: 'parentAndChild', form: 'birth' }, { subject: relation(mother, id(8)), kind: 'parentAndChild' }, { subject: relation(unborn, id(8)), kind: 'siblings', form: 'twin' },
    ])
    // Nobody's authority follows from a birth: it is unknown until somebody records it, child by child.
    expect(family.authorities).toEqual([])
    aCase.given(...expecting).when({ ...birth, others: [{ memberId: unborn, firstName: 'Fien', twinTieId: id(1312) }] }).thenRefused('id-in-use')
  })
})

describe('a bond', () => {
  const bond: FamilyCaseCommand = { type: 'AddDyad', ...coordinating, dyadId: id(1320), persons: [mother, father], kind: 'partners', form: 'married', since: '2018-05-01' }
  const changed: Of<'ChangeDyad'> = { type: 'ChangeDyad', ...coordinating, dyadId: id(1320), from: id(1320), version: id(1321), isCorrection: false, kind: 'formerPartners', form: 'divorced', since: '2027-01-08' }
  const dyadAfter = (...commands: readonly FamilyCaseCommand[]) => stateOf(pastWith(bond, ...commands)).family.dyads[0]
  test('changes over time, and what it was stays to be read', () => {
    expect(dyadAfter(changed)).toMatchObject({ kind: 'formerPartners', form: 'divorced', since: '2027-01-08', version: id(1321), before: [{ kind: 'partners', form: 'married', since: '2018-05-01', until: '2027-01-08' }] })
  })
  test('a correction keeps nothing of the mistake, and a stronger tie is no other bond', () => {
    expect(dyadAfter({ ...changed, isCorrection: true })).not.toHaveProperty('before')
    expect(dyadAfter({ ...changed, kind: 'partners', form: 'married', tie: 'stressful' })).not.toHaveProperty('before')
  })
  test.each<readonly [string, Partial<Of<'ChangeDyad'>>, string]>([
    ['from an older version', { from: id(99) }, 'changed-meanwhile'], ['that isn\'t there', { dyadId: id(99) }, 'dyad-unknown'], ['in a form of another kind', { form: 'twin' }, 'choice-unknown'],
    ['that ends before it begins', { until: '2026-01-01' }, 'period-reversed'], ['with a day of no week', { careDays: [8] }, 'choice-unknown'], ['by a colleague', { by: groupWorker }, 'not-coordinator'],
  ])('is not changed %s', (_, change, code) => { aCase.given(...pastWith(bond)).when({ ...changed, ...change }).thenRefused(code) })

  test('parents part: their bond, and who lives elsewhere, in one decision', () => {
    const parted: Of<'RecordSeparation'> = { type: 'RecordSeparation', ...coordinating, persons: [mother, father], dyadId: id(1399), version: id(1322), on: '2027-01-08', form: 'separated', movers: [{ memberId: father, from: father, version: id(1323), inHousehold: false }] }
    aCase.given(...pastWith(bond)).when(parted).then(
      { type: 'DyadChanged', subject: relation(mother, father), by: coordinating.by, at: coordinating.at, category: 'relationship', dyadId: id(1320), version: id(1322), isCorrection: false, kind: 'formerPartners', form: 'separated', since: '2027-01-08' },
      { type: 'MemberChanged', subject: { kind: 'adult', person: father }, by: coordinating.by, at: coordinating.at, ...contact, memberId: father, version: id(1323), role: 'father', firstName: 'Kees', inHousehold: false, since: '2027-01-08' },
    )
    // Where no bond was recorded, it begins as one that ended.
    aCase.given(...past).when({ ...parted, movers: [] }).then(expect.objectContaining({ type: 'DyadAdded', dyadId: id(1399), kind: 'formerPartners' }) as never)
    aCase.given(...pastWith(bond, parted)).when({ ...parted, version: id(1329) }).thenNothing()
    // Somebody else moved father meanwhile: nothing at all is recorded.
    aCase.given(...pastWith(bond)).when({ ...parted, movers: [{ memberId: father, from: id(98), version: id(1323), inHousehold: false }] }).thenRefused('changed-meanwhile')
    aCase.given(...pastWith(bond)).when({ ...parted, persons: [mother, child] }).thenRefused('person-unknown')
    aCase.given(...pastWith(bond)).when({ ...parted, on: '2017-01-01' }).thenRefused('date-too-early')
  })
  test('a new partner is somebody of the family, with the bond', () => {
    const partner: Of<'RecordNewPartner'> = { type: 'RecordNewPartner', ...coordinating, of: mother, partner: { memberId: id(9), role: 'stepParent', firstName: 'Sam', isIndexChild: false, inHousehold: true }, dyadId: id(1330), form: 'together', since: '2026-06-01' }
    aCase.given(...past).when(partner).then(
      expect.objectContaining({ type: 'MemberAdded', subject: { kind: 'adult', person: id(9) }, firstName: 'Sam' }) as never,
      expect.objectContaining({ type: 'DyadAdded', subject: relation(mother, id(9)), kind: 'partners', form: 'together', since: '2026-06-01' }) as never,
    )
    aCase.given(...past).when({ ...partner, partner: { ...partner.partner, role: 'institution' } }).thenRefused('choice-unknown')
    aCase.given(...past).when({ ...partner, of: child }).thenRefused('person-unknown')
  })
})

describe('moving house', () => {
  const move: Of<'RecordMove'> = { type: 'RecordMove', ...coordinating, home: { homeId: id(1340), address: 'Kade 2', point: { x: 1, y: 2 }, from: '2027-01-09' }, movers: [{ memberId: grandmother, from: grandmother, version: id(1341), inHousehold: true }] }
  test('a new home from a day on, and who comes to live there; the old one stays to be read', () => {
    const first: FamilyCaseCommand = { type: 'RecordHome', ...coordinating, homeId: id(1339), address: 'Dorpsstraat 1', point: { x: 0, y: 0 } }
    const { family } = stateOf(pastWith(first, move))
    expect([family.home, family.earlierHomes, family.members.find(({ memberId }) => memberId === grandmother)]).toMatchObject([{ address: 'Kade 2', from: '2027-01-09' }, [{ address: 'Dorpsstraat 1' }], { inHousehold: true, since: '2027-01-09' }])
  })
  test('is recorded when it has come', () => { aCase.given(...past).when({ ...move, home: { ...move.home, from: '2027-03-01' } }).thenRefused('date-in-future') })
})

describe('what stands around the family', () => {
  const school: Of<'RecordSupport'> = { type: 'RecordSupport', ...coordinating, supportId: id(1350), version: id(1351), name: 'De school', kind: 'school', tie: 'strong', helps: 'The teacher calls every week.' }
  test('is about the surroundings of the child', () => {
    aCase.given(...past).when(school).then({ type: 'SupportRecorded', subject: { kind: 'surroundings', person: child }, by: coordinating.by, at: coordinating.at, category: 'social', version: id(1351), supportId: id(1350), name: 'De school', kind: 'school', tie: 'strong', helps: 'The teacher calls every week.' })
  })
  test('changes from the version that was seen', () => {
    expect(stateOf(pastWith(school, { ...school, from: id(1351), version: id(1352), tie: 'weak' })).family.supports).toMatchObject([{ tie: 'weak', version: id(1352) }])
    aCase.given(...pastWith(school)).when({ ...school, version: id(1352), tie: 'weak' }).thenRefused('changed-meanwhile')
    aCase.given(...past).when({ ...school, from: id(1351) }).thenRefused('support-unknown')
  })
})
