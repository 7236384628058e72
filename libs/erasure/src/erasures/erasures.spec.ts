import { describe, expect, test } from '@jest/globals'
import { system, type Actor } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { answerBy, erasures } from './decide.ts'
import type { ErasureCommand, ErasureEvent } from './events.ts'

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const [child, mother, father, practice, hospital] = [id(1), id(2), id(3), id(11), id(12)]
const officer: Actor = { person: id(20), role: 'privacyOfficer', organisation: practice }
const at = '2027-03-01T09:00:00.000Z'
const erasureId = id(100)
const ofCase = { subject: { kind: 'case' } } as const

const asked: ErasureEvent = {
  type: 'ErasureRequested', ...ofCase, by: officer, at, erasureId, person: child, askedBy: [mother, father], receivedOn: '2027-01-31', answerBy: '2027-02-28', controllers: [practice, hospital, 'case'], jurisdiction: 'NL',
}
const granted: ErasureEvent = {
  type: 'ErasureGranted', ...ofCase, by: officer, at, erasureId, ground: 'request', records: [{ controller: practice }, { controller: 'case' }], retentionClasses: ['care-record', 'coordination'],
}
const begun: ErasureEvent = { type: 'ErasureBegun', ...ofCase, by: system, at, erasureId, entry: 'signed' }
const destroyed: ErasureEvent = { type: 'KeysDestroyed', ...ofCase, by: system, at, erasureId, epoch: id(7) }
const carriedOut: ErasureEvent = { type: 'ErasureCarriedOut', ...ofCase, by: system, at, erasureId, certificate: 'signed too' }

const ask: Extract<ErasureCommand, { type: 'RequestErasure' }> = {
  type: 'RequestErasure', by: officer, at, erasureId, person: child, askedBy: [mother, father], receivedOn: '2027-01-31', controllers: [practice, hospital, 'case'], jurisdiction: 'NL', today: '2027-03-01',
}
const grant: Extract<ErasureCommand, { type: 'GrantErasure' }> = {
  type: 'GrantErasure', by: officer, at, erasureId, ground: 'request', records: [{ controller: practice }, { controller: 'case' }], today: '2027-03-01', required: [mother, father], earliest: undefined,
}
const { given } = specify(erasures)

describe('asking that somebody is erased', () => {
  test('is noted by the privacy officer, with one month to answer from the day it came (P-08)', () => {
    given().when(ask).then(asked)
    expect([answerBy('2027-03-15'), answerBy('2028-01-31'), answerBy('2027-12-31')]).toEqual(['2027-04-15', '2028-02-29', '2028-01-31'])
  })
  test('is refused to anybody else, about no record, or on a day that has not come', () => {
    given().when({ ...ask, by: { person: id(21), role: 'professional', organisation: practice } }).thenRefused('not-privacy-officer')
    given().when({ ...ask, controllers: [] }).thenRefused('records-missing')
    given().when({ ...ask, receivedOn: '2027-03-02' }).thenRefused('date-in-future')
    given().when({ ...ask, receivedOn: '2027-02-30' }).thenRefused('date-impossible')
    given(asked).when(ask).thenRefused('id-in-use')
  })
  test('a second time for the same person waits until the first is over', () => {
    given(asked).when({ ...ask, erasureId: id(101) }).thenRefused('erasure-underway')
    given(asked, granted).when({ ...ask, erasureId: id(101) }).thenRefused('erasure-underway')
    given(asked, { type: 'ErasureRefused', ...ofCase, by: officer, at, erasureId, ground: 'legalDuty' }).when({ ...ask, erasureId: id(101) }).then({ ...asked, erasureId: id(101) })
    given(asked).when({ ...ask, erasureId: id(101), person: mother }).then({ ...asked, erasureId: id(101), person: mother })
  })
  test('names nobody but by id', () => {
    for (const event of [asked, granted, begun, destroyed, carriedOut]) expect(event.subject).toEqual({ kind: 'case' })
  })
})

describe('a parent who asks', () => {
  const asMother: Actor = { person: mother, role: 'familyMember' }, asFather: Actor = { person: father, role: 'familyMember' }
  const own: Extract<ErasureCommand, { type: 'RequestErasure' }> = { ...ask, by: asMother, askedBy: [], receivedOn: '2027-03-01', required: [mother, father] }
  const askedByMother: ErasureEvent = { type: 'ErasureRequested', ...ofCase, by: asMother, at, erasureId, person: child, askedBy: [mother], receivedOn: '2027-03-01', answerBy: '2027-04-01', controllers: [practice, hospital, 'case'], jurisdiction: 'NL' }
  const along: ErasureEvent = { type: 'ErasureAskedAlong', ...ofCase, by: asFather, at, erasureId, receivedOn: '2027-03-20' }
  const hisAsk = { ...own, by: asFather, erasureId: id(102), receivedOn: '2027-03-20', today: '2027-03-20' }

  test('asks in the own name alone, with a month to answer (P-08)', () => {
    given().when({ ...own, askedBy: [mother, father] }).then(askedByMother)
  })
  test('asks for whom they may: a child that is theirs, or themselves', () => {
    given().when({ ...own, required: [father] }).thenRefused('not-yours-to-ask')
    given().when({ ...own, required: [] }).thenRefused('authority-unknown')
  })
  test('joins what the other parent asked, which is then asked by all', () => {
    given(askedByMother).when(hisAsk).then(along)
    const granting = { ...grant, required: [mother, father] }
    given(askedByMother).when(granting).thenRefused('asked-by-too-few')
    given(askedByMother, along).when(granting).then(granted)
  })
  test('asks once; a decision that was taken is not joined', () => {
    given(askedByMother).when({ ...own, erasureId: id(103) }).thenRefused('erasure-underway')
    given(askedByMother, along).when({ ...hisAsk, erasureId: id(103) }).thenRefused('erasure-underway')
    given(askedByMother, granted).when(hisAsk).thenRefused('erasure-underway')
  })
})

describe('a decision', () => {
  test('to erase says which records, and on what ground', () => { given(asked).when(grant).then(granted) })
  test('is taken once', () => {
    given(asked, granted).when(grant).thenRefused('erasure-decided')
    given(asked, granted).when({ type: 'RefuseErasure', by: officer, at, erasureId, ground: 'legalDuty' }).thenRefused('erasure-decided')
    given().when(grant).thenRefused('erasure-unknown')
  })
  test('of a child under twelve needs everybody with authority (P-08)', () => {
    given({ ...asked, askedBy: [mother] }).when(grant).thenRefused('asked-by-too-few')
    given(asked).when({ ...grant, required: [] }).thenRefused('authority-unknown')
    given({ ...asked, askedBy: [] }).when({ ...grant, ground: 'unlawful' }).then({ ...granted, ground: 'unlawful' })
  })
  test("about another organisation's record needs that one's yes, on a day that has come", () => {
    given(asked).when({ ...grant, records: [{ controller: hospital }] }).thenRefused('controller-has-not-agreed')
    given(asked).when({ ...grant, records: [{ controller: hospital, agreedOn: '2027-03-02' }] }).thenRefused('date-in-future')
    given(asked).when({ ...grant, records: [{ controller: hospital, agreedOn: '2027-02-02' }] }).then({ ...granted, records: [{ controller: hospital, agreedOn: '2027-02-02' }] })
  })
  test('reaches no further than what was asked', () => {
    given({ ...asked, controllers: ['case'] }).when(grant).thenRefused('records-differ')
    given(asked).when({ ...grant, records: [{ controller: 'case' }, { controller: 'case' }] }).thenRefused('records-differ')
    given(asked).when({ ...grant, records: [] }).thenRefused('records-missing')
  })
  test('because the time is over needs that it is', () => {
    given(asked).when({ ...grant, ground: 'retentionEnded' }).thenRefused('retention-not-ended')
    given(asked).when({ ...grant, ground: 'retentionEnded', earliest: '2027-03-02' }).thenRefused('retention-not-ended')
    given(asked).when({ ...grant, ground: 'retentionEnded', earliest: '2027-03-01' }).then({ ...granted, ground: 'retentionEnded' })
  })
  test('in Belgium waits for the least time when somebody asks, and not when the law does (P-07)', () => {
    const inBelgium = { ...asked, jurisdiction: 'BE' } as const
    given(inBelgium).when({ ...grant, earliest: '2050-01-01' }).thenRefused('minimum-not-reached')
    given(inBelgium).when(grant).thenRefused('minimum-not-reached')
    given(inBelgium).when({ ...grant, ground: 'legalObligation' }).then({ ...granted, ground: 'legalObligation' })
    given(inBelgium).when({ ...grant, earliest: '2027-02-01' }).then(granted)
  })
  test('to refuse has one of four grounds and no other (P-09)', () => {
    const refusal: ErasureCommand = { type: 'RefuseErasure', by: officer, at, erasureId, ground: 'interestOfChild' }
    given(asked).when(refusal).then({ type: 'ErasureRefused', ...ofCase, by: officer, at, erasureId, ground: 'interestOfChild' })
    given(asked).when({ ...refusal, ground: 'tooMuchWork' as never }).thenRefused('choice-unknown')
    given(asked).when({ ...refusal, by: { ...officer, role: 'professional' } }).thenRefused('not-privacy-officer')
    given(asked).when({ ...grant, by: { ...officer, role: 'professional' } }).thenRefused('not-privacy-officer')
  })
})

describe('carrying out', () => {
  const begin: ErasureCommand = { type: 'BeginErasure', by: system, at, erasureId, entry: 'signed' }
  const note: ErasureCommand = { type: 'NoteKeysDestroyed', by: system, at, erasureId, epoch: id(7) }
  const complete: ErasureCommand = { type: 'CompleteErasure', by: system, at, erasureId, certificate: 'signed too' }
  test('goes step by step', () => {
    given(asked, granted).when(begin).then(begun)
    given(asked, granted, begun).when(note).then(destroyed)
    given(asked, granted, begun, destroyed).when(complete).then(carriedOut)
    expect(given(asked, granted, begun, destroyed, carriedOut).state().get(erasureId)?.progress).toMatchObject({ status: 'carriedOut', entry: 'signed', certificate: 'signed too' })
  })
  test('a step that was done is not done again', () => {
    given(asked, granted, begun, destroyed).when({ ...begin, entry: 'another' }).thenNothing()
    given(asked, granted, begun, destroyed, carriedOut).when(note).thenNothing()
    given(asked, granted, begun, destroyed, carriedOut).when(complete).thenNothing()
  })
  test('is never out of order, without a decision, or by a person', () => {
    given(asked).when(begin).thenRefused('erasure-not-granted')
    given(asked, granted).when(note).thenRefused('erasure-not-begun')
    given(asked, granted, begun).when(complete).thenRefused('erasure-not-begun')
    given(asked, granted).when({ ...begin, by: officer }).thenRefused('not-by-a-person')
  })
})
