import { describe, expect, test } from '@jest/globals'
import type { FamilyCaseCommand, FamilyCaseEvent } from '../messages.ts'
import { evolveErased } from '../erased.ts'
import { familyCase } from '../family-case.ts'
import { asFamily, at, brother, child, coordinating, coordinator, father, grandmother, groupWorker, id, mother, now, past, pastWith, standIn, stateOf, stranger, therapist } from '../testing/case.ts'
import { treatmentConsent } from './standing.ts'
import { specify } from '@samenspel/kernel/testing'

type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>
const aCase = specify(familyCase)

const ask: Of<'ProposeTreatment'> = { type: 'ProposeTreatment', by: groupWorker, ...now, treatmentId: id(70), child, what: 'Practising to eat, for six weeks', treatedBy: 'the speech therapist of the day centre', isSubstantial: false }
const yes: Of<'AnswerTreatment'> = { type: 'AnswerTreatment', by: asFamily(mother), at: at('19:00'), treatmentId: id(70), parent: mother, agrees: true, way: 'inApp' }
const alsoYes = { ...yes, by: asFamily(father), at: at('20:00'), parent: father } as const
const no = { ...alsoYes, agrees: false } as const
const except: Of<'MakeTreatmentException'> = { type: 'MakeTreatmentException', by: coordinator, at: at('21:00'), treatmentId: id(70), reason: 'The court gave its permission.' }
const withdraw: Of<'WithdrawTreatment'> = { type: 'WithdrawTreatment', by: coordinator, at: at('22:00'), treatmentId: id(70) }

const today = '2027-01-11'
const consentAfter = (events: readonly FamilyCaseEvent[], day = today) => {
  const state = stateOf(events)
  const { status, missing } = treatmentConsent(state, state.treatments[0]!, day)
  return { status, missing }
}
const inBelgium = (events: readonly FamilyCaseEvent[]): readonly FamilyCaseEvent[] => events.map((event) => event.type === 'FamilyOpened' ? { ...event, jurisdiction: 'BE' } : event)

describe('agreeing to a treatment in the Netherlands (G-01)', () => {
  test('given by one of two with authority, it is incomplete until the other said yes too', () => {
    expect(consentAfter(pastWith(ask))).toEqual({ status: 'incomplete', missing: [mother, father] })
    expect(consentAfter(pastWith(ask, yes))).toEqual({ status: 'incomplete', missing: [father] })
    expect(consentAfter(pastWith(ask, yes, alsoYes))).toEqual({ status: 'agreed', missing: [] })
  })
  test('or until a reasoned exception is stored', () => {
    expect(consentAfter(pastWith(ask, yes, except))).toEqual({ status: 'excepted', missing: [father] })
    aCase.given(...pastWith(ask, yes)).when({ ...except, reason: ' ' }).thenRefused('text-empty')
  })
  test('a no stands in the way, and somebody may think otherwise later', () => {
    expect(consentAfter(pastWith(ask, yes, no)).status).toBe('refused')
    expect(consentAfter(pastWith(ask, yes, no, alsoYes)).status).toBe('agreed')
    expect(consentAfter(pastWith(ask, yes, alsoYes, { ...yes, agrees: false })).status).toBe('refused')
  })
  test('whoever has authority on the day counts: of who lost it neither a yes nor a no does (G-12)', () => {
    const lost: FamilyCaseCommand = { type: 'RecordAuthority', ...coordinating, authorityId: id(71), child, adult: father, status: 'none', basis: 'courtDecision', source: 'court', from: '2027-02-01' }
    const events = pastWith(ask, yes, no, lost)
    expect(consentAfter(events).status).toBe('refused')
    expect(consentAfter(events, '2027-02-01')).toEqual({ status: 'agreed', missing: [] })
  })
  test('where nobody is known to have authority, it is incomplete', () => {
    expect(consentAfter(pastWith({ ...ask, child: brother }))).toEqual({ status: 'incomplete', missing: [] })
  })
})

describe('agreeing to a treatment in Belgium (G-10)', () => {
  const agreed = (isSubstantial: boolean, ...commands: readonly FamilyCaseCommand[]) => consentAfter(inBelgium(pastWith({ ...ask, isSubstantial }, yes, ...commands)))
  test('the parent who is there is enough for everyday care', () => { expect(agreed(false)).toEqual({ status: 'agreed', missing: [] }) })
  test('not for what goes deep', () => { expect(agreed(true)).toEqual({ status: 'incomplete', missing: [father] }) })
  test('not when they are known to disagree', () => {
    const disagree: FamilyCaseEvent = { type: 'SafeguardSet', subject: { kind: 'child', person: child }, by: coordinator, at: at(), safeguardId: id(72), measure: { kind: 'disagreement', persons: [mother, father] }, about: { kind: 'child', person: child } }
    expect(consentAfter([...inBelgium(pastWith(ask, yes)), disagree])).toEqual({ status: 'incomplete', missing: [father] })
  })
  test('nor when a parent without authority disagrees: what is known to be uncertain is asked of everybody', () => {
    const lost: FamilyCaseCommand = { type: 'RecordAuthority', ...coordinating, authorityId: id(71), child, adult: grandmother, status: 'verified', basis: 'courtDecision', source: 'court', from: '2027-01-01' }
    const disagree: FamilyCaseEvent = { type: 'SafeguardSet', subject: { kind: 'case' }, by: coordinator, at: at(), safeguardId: id(72), measure: { kind: 'disagreement', persons: [mother, stranger.person] }, about: { kind: 'child', person: child } }
    expect(consentAfter([...inBelgium(pastWith(lost, ask, yes)), disagree])).toEqual({ status: 'incomplete', missing: [father, grandmother] })
  })
  test('a no of the other is a disagreement', () => { expect(agreed(false, no).status).toBe('refused') })
})

describe('asking and answering', () => {
  test('anybody of the team asks, about a child, in plain words', () => {
    aCase.given(...past).when(ask).then({ type: 'TreatmentProposed', subject: { kind: 'child', person: child }, by: groupWorker, ...now, category: 'plan', treatmentId: id(70), what: ask.what, treatedBy: ask.treatedBy, isSubstantial: false })
  })
  test.each<[string, string, Partial<Of<'ProposeTreatment'>>]>([
    ['somebody outside the team', 'not-in-team', { by: stranger }], ['a parent', 'not-in-team', { by: asFamily(mother) }], ['of an adult', 'not-a-child', { child: mother }],
    ['of nobody', 'person-unknown', { child: id(99) }], ['without words', 'text-empty', { what: ' ' }], ['by nobody', 'text-empty', { treatedBy: '' }],
  ])('not by or about %s', (_, code, change) => { aCase.given(...past).when({ ...ask, ...change }).thenRefused(code) })
  test('one id is one question', () => { aCase.given(...pastWith(ask)).when(ask).thenRefused('id-in-use') })
  test('a spoken yes is noted by somebody of the team, with how it was said', () => {
    const noted = { ...yes, by: therapist, way: 'spoken', how: 'On the telephone.' } as const
    expect(stateOf(pastWith(ask, noted)).treatments[0]?.answers).toEqual([{ by: therapist, at: yes.at, parent: mother, agrees: true, way: 'spoken', how: 'On the telephone.' }])
    aCase.given(...pastWith(ask)).when({ ...noted, how: ' ' }).thenRefused('text-empty')
    aCase.given(...pastWith(ask)).when({ ...noted, way: 'inApp' }).thenRefused('not-your-signature')
  })
  test('the same answer again changes nothing', () => { aCase.given(...pastWith(ask, yes)).when({ ...yes, at: at('20:00') }).thenNothing() })
  test.each<[string, string, Partial<Of<'AnswerTreatment'>>]>([
    ['for the other parent', 'not-your-signature', { parent: father }], ['without authority', 'signer-without-standing', { by: asFamily(grandmother), parent: grandmother }],
    ['noted for somebody without authority', 'signer-without-standing', { by: groupWorker, parent: grandmother, way: 'spoken', how: 'Said.' }], ['to what nobody asked', 'treatment-unknown', { treatmentId: id(99) }],
    ['by somebody outside the team', 'not-in-team', { by: stranger, way: 'spoken', how: 'Said.' }],
  ])('not %s', (_, code, change) => { aCase.given(...pastWith(ask)).when({ ...yes, ...change }).thenRefused(code) })
  test('who asked it or coordinates makes an exception and takes the question back; after that nobody answers', () => {
    for (const by of [groupWorker, coordinator, standIn]) expect(consentAfter(pastWith(ask, yes, { ...withdraw, by })).status).toBe('withdrawn')
    aCase.given(...pastWith(ask)).when({ ...except, by: therapist }).thenRefused('not-coordinator')
    aCase.given(...pastWith(ask, withdraw)).when(yes).thenRefused('treatment-closed')
    aCase.given(...pastWith(ask, withdraw)).when(except).thenRefused('treatment-closed')
    aCase.given(...pastWith(ask, withdraw)).when(withdraw).thenNothing()
  })
  test('of an answer that was erased nobody knows whether it was a no', () => {
    const state = evolveErased(stateOf(pastWith(ask, yes, alsoYes)), { type: 'TreatmentAnswered', version: 1, subject: { kind: 'child', person: child }, at: at('20:30'), erased: true } as never)
    if (!state.isOpen) throw new Error('no case')
    expect(treatmentConsent(state, state.treatments[0]!, today).status).toBe('incomplete')
  })
})
