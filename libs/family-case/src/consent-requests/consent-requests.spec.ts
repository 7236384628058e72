import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import { asFamily, at, child, coordinator, dayCentre, father, grandmother, groupWorker, id, mother, now, past, pastWith, standIn, stateOf, stranger } from '../testing/case.ts'
import { isAnswerable } from './state.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>

const ask: Of<'RequestConsent'> = {
  type: 'RequestConsent', by: coordinator, ...now, requestId: id(90), subject: { kind: 'child', person: child }, category: 'development',
  recipient: { kind: 'organisation', organisation: dayCentre }, from: '2027-01-11', until: '2027-12-31', why: 'So that the group knows how sleeping goes at home.',
  howExplained: 'At the kitchen table, with an example.', answerBy: '2027-02-08',
}
const yes: Of<'AnswerConsentRequest'> = { type: 'AnswerConsentRequest', by: asFamily(mother), at: at('19:00'), requestId: id(90), consentId: id(80), answer: 'yes', signedBy: [mother], basis: 'digital' }
const alsoYes = { ...yes, by: asFamily(father), at: at('20:00'), consentId: id(81), signedBy: [father] } as const
const no = { ...alsoYes, answer: 'no' } as const
const takeBack: Of<'WithdrawConsentRequest'> = { type: 'WithdrawConsentRequest', by: coordinator, at: at('12:00'), requestId: id(90) }

describe('asking for consent (C-01, C-08)', () => {
  test('it names whom it is about, what, for whom, until when and why, and how that was explained', () => {
    aCase.given(...past).when(ask).then({ ...ask, type: 'ConsentRequested' })
    expect(stateOf(pastWith(ask)).consents).toEqual([])
  })
  test('anybody of the team may', () => {
    expect(stateOf(pastWith({ ...ask, by: groupWorker })).consentRequests).toMatchObject([{ by: groupWorker }])
  })
  test.each<[string, string, Partial<Of<'RequestConsent'>>]>([
    ['by somebody outside the team', 'not-in-team', { by: stranger }],
    ['by a parent, who gives it', 'not-in-team', { by: asFamily(mother) }],
    ['about the safety track', 'safety-not-shared-by-consent', { category: 'safety' }],
    ['about a stranger', 'subject-unknown', { subject: { kind: 'adult', person: id(99) } }],
    ['for an unknown kind of reader', 'choice-unknown', { recipient: { kind: 'discipline', discipline: 'florist' as 'gp' } }],
    ['for a period that is over', 'date-in-past', { from: '2027-01-01', until: '2027-01-10' }],
    ['for a period that ends before it begins', 'period-reversed', { until: '2027-01-10' }],
    ['to be answered yesterday', 'date-in-past', { answerBy: '2027-01-10' }],
    ['without saying why', 'text-empty', { why: ' ' }],
    ['with a whole story for a reason', 'text-too-long', { why: 'x'.repeat(201) }],
    ['without a word of explanation', 'text-empty', { howExplained: '' }],
  ])('not %s', (_, code, change) => { aCase.given(...past).when({ ...ask, ...change }).thenRefused(code) })
  test('one id is one question', () => { aCase.given(...pastWith(ask)).when(ask).thenRefused('id-in-use') })
})

describe('answering', () => {
  test('the first yes makes the consent that was asked, signed by who said it', () => {
    aCase.given(...pastWith(ask)).when(yes).then({
      type: 'ConsentGiven', subject: ask.subject, by: asFamily(mother), at: yes.at, consentId: id(80), category: 'development', recipient: ask.recipient, from: '2027-01-11', until: '2027-12-31',
      signedBy: [mother], basis: 'digital', askedBy: coordinator.person, howExplained: ask.howExplained, requestId: id(90),
    })
  })
  test('the other parent signs that same consent (G-01)', () => {
    aCase.given(...pastWith(ask, yes)).when(alsoYes).then({ type: 'ConsentSigned', subject: ask.subject, by: asFamily(father), at: alsoYes.at, consentId: id(80), signer: father, basis: 'digital' })
    expect(stateOf(pastWith(ask, yes, alsoYes)).consents).toMatchObject([{ signedBy: [mother, father] }])
  })
  test('one answer given twice is one answer', () => {
    aCase.given(...pastWith(ask, yes)).when({ ...yes, consentId: id(82) }).thenNothing()
    aCase.given(...pastWith(ask, yes, alsoYes)).when({ ...alsoYes, consentId: id(82) }).thenNothing()
    aCase.given(...pastWith(ask, no)).when({ ...no, consentId: id(82) }).thenNothing()
  })
  test('a no is an objection, and ends the question for everybody (C-03)', () => {
    const state = stateOf(pastWith(ask, yes, no))
    expect(state.consents).toMatchObject([{ effect: 'grant', signedBy: [mother] }, { effect: 'objection', signedBy: [father], requestId: id(90) }])
    expect(isAnswerable(state.consentRequests[0]!, state.consents, '2027-01-11')).toBe(false)
    aCase.given(...pastWith(ask, no)).when(yes).thenRefused('request-closed')
  })
  test('who said yes and thinks otherwise stops that yes, and the question is over', () => {
    aCase.given(...pastWith(ask, yes)).when({ ...yes, answer: 'no', consentId: id(82) }).thenRefused('already-answered')
    const stopped = pastWith(ask, yes, { type: 'WithdrawConsent', by: asFamily(mother), at: at('19:30'), consentId: id(80), withdrawnBy: mother })
    aCase.given(...stopped).when(alsoYes).thenRefused('request-closed')
  })
  test('a spoken one is noted by somebody of the team, for both parents at once if both said it', () => {
    const noted = { ...yes, by: groupWorker, basis: 'spoken', signedBy: [mother, father], howExplained: 'On the telephone.' } as const
    expect(stateOf(pastWith(ask, noted)).consents).toMatchObject([{ signedBy: [mother, father], basis: 'spoken', howExplained: 'On the telephone.', by: groupWorker }])
  })
  test.each<[string, string, Partial<Of<'AnswerConsentRequest'>>]>([
    ['for the other parent', 'not-your-signature', { signedBy: [father] }],
    ['without a say', 'signer-without-standing', { by: asFamily(grandmother), signedBy: [grandmother] }],
    ['by nobody', 'signature-missing', { signedBy: [] }],
    ['to a question that was never asked', 'request-unknown', { requestId: id(99) }],
    ['after the last day', 'request-closed', { at: at('00:01', '2027-02-09') }],
  ])('not %s', (_, code, change) => { aCase.given(...pastWith(ask)).when({ ...yes, ...change }).thenRefused(code) })
  test('nobody answers for another adult (C-05)', () => {
    aCase.given(...pastWith({ ...ask, subject: { kind: 'adult', person: father } })).when(yes).thenRefused('signer-without-standing')
  })
  test('a yes that comes later begins on that day', () => {
    expect(stateOf(pastWith(ask, { ...yes, at: at('09:00', '2027-02-01') })).consents).toMatchObject([{ from: '2027-02-01' }])
  })
})

describe('taking a question back', () => {
  test('who asked it, who coordinates or who stands in may; then it can be answered no more', () => {
    for (const by of [coordinator, standIn]) {
      aCase.given(...pastWith(ask)).when({ ...takeBack, by }).then({ type: 'ConsentRequestWithdrawn', subject: ask.subject, by, at: takeBack.at, requestId: id(90) })
    }
    aCase.given(...pastWith(ask, takeBack)).when(yes).thenRefused('request-closed')
    aCase.given(...pastWith(ask, takeBack)).when(takeBack).thenNothing()
  })
  test('not a colleague, and not what was never asked', () => {
    aCase.given(...pastWith(ask)).when({ ...takeBack, by: groupWorker }).thenRefused('not-coordinator')
    aCase.given(...past).when(takeBack).thenRefused('request-unknown')
  })
  test('what was answered before stays as it was', () => {
    expect(stateOf(pastWith(ask, yes, { ...takeBack, at: at('21:00') })).consents).toMatchObject([{ signedBy: [mother] }])
  })
})
