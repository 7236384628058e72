import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import {
  asFamily, at, brother, child, coordinating, coordinator, dayCentre, father, grandmother, groupWorker, id, mother, now, past, pastWith, stateOf, stranger,
} from '../testing/case.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>

const give: Of<'GiveConsent'> = {
  type: 'GiveConsent', by: asFamily(mother), ...now, consentId: id(80), subject: { kind: 'child', person: child }, category: 'development',
  recipient: { kind: 'organisation', organisation: dayCentre }, from: '2027-01-11', until: '2027-12-31', signedBy: [mother], basis: 'digital',
  askedBy: coordinator.person, howExplained: 'At the kitchen table, with an example of each kind of note.',
}
const spoken = { ...give, by: coordinator, basis: 'spoken', signedBy: [mother, father] } as const

describe('a yes or a no', () => {
  test('it names whom it is about, what, for whom, until when, and who said it', () => {
    aCase.given(...past).when(give).then({
      type: 'ConsentGiven', subject: { kind: 'child', person: child }, by: asFamily(mother), at: give.at, consentId: id(80), category: 'development',
      recipient: { kind: 'organisation', organisation: dayCentre }, from: '2027-01-11', until: '2027-12-31', signedBy: [mother], basis: 'digital',
      askedBy: coordinator.person, howExplained: give.howExplained,
    })
  })
  test('a spoken one is noted by somebody of the team, with the names of who said it', () => {
    expect(stateOf(pastWith(spoken)).consents).toMatchObject([{ effect: 'grant', signedBy: [mother, father], basis: 'spoken', by: coordinator }])
  })
  test('it may hold for a single day', () => {
    expect(stateOf(pastWith({ ...give, until: give.from })).consents).toMatchObject([{ from: '2027-01-11', until: '2027-01-11' }])
  })
  test('an objection is a record of the same shape', () => {
    expect(stateOf(pastWith({ ...give, type: 'MakeObjection', askedBy: mother })).consents).toMatchObject([{ effect: 'objection', category: 'development' }])
  })
  test('the referral itself can imply one; then it says who told the family (C-07)', () => {
    expect(stateOf(pastWith({ ...spoken, basis: 'impliedByReferral', askedBy: id(99) })).consents).toMatchObject([{ basis: 'impliedByReferral' }])
  })
  test.each<[string, string, Partial<Of<'GiveConsent'>>]>([
    ['for the other parent', 'not-your-signature', { signedBy: [mother, father] }],
    ['about the other parent (C-05)', 'signer-without-standing', { subject: { kind: 'adult', person: father } }],
    ['about a child over whom nobody has proven authority', 'signer-without-standing', { subject: { kind: 'sibling', person: brother } }],
    ['as a grandmother about her grandchild', 'signer-without-standing', { by: asFamily(grandmother), signedBy: [grandmother] }],
    ['by nobody', 'signature-missing', { signedBy: [] }],
    ['by one person twice', 'id-in-use', { by: coordinator, basis: 'spoken', signedBy: [mother, mother] }],
    ['in the app by a professional', 'basis-does-not-fit', { by: coordinator }],
    ['on paper by the parent in person', 'basis-does-not-fit', { basis: 'written' }],
    ['noted by somebody outside the team', 'not-in-team', { by: stranger, basis: 'spoken' }],
    ['about the safety track', 'safety-not-shared-by-consent', { category: 'safety' }],
    ['about the case itself', 'subject-unknown', { subject: { kind: 'case' } }],
    ['for an unknown kind of reader', 'choice-unknown', { recipient: { kind: 'discipline', discipline: 'florist' as 'gp' } }],
    ['that ended yesterday', 'date-in-past', { from: '2027-01-01', until: '2027-01-10' }],
    ['that ends before it begins', 'period-reversed', { until: '2027-01-10' }],
    ['without a word of explanation', 'text-empty', { howExplained: '' }],
    ['asked by a stranger', 'person-unknown', { askedBy: id(99) }],
  ])('not %s', (_, code, change) => {
    aCase.given(...past).when({ ...give, ...change }).thenRefused(code)
  })
  test('one id is one consent', () => {
    aCase.given(...pastWith(give)).when(give).thenRefused('id-in-use')
  })
  test('of a relation everybody in it has a say', () => {
    const about = { ...spoken, subject: { kind: 'relation', persons: [child, mother] } } as const
    expect(stateOf(pastWith({ ...about, signedBy: [mother, father] })).consents).toHaveLength(1)
    aCase.given(...past).when({ ...about, signedBy: [grandmother] }).thenRefused('signer-without-standing')
  })
})

describe('signatures that come one by one (G-01)', () => {
  const sign: Of<'SignConsent'> = { type: 'SignConsent', by: asFamily(father), at: at('20:30'), consentId: id(80), signer: father, basis: 'digital' }

  test('the other parent adds a signature in person', () => {
    aCase.given(...pastWith(give)).when(sign).then({
      type: 'ConsentSigned', subject: { kind: 'child', person: child }, by: asFamily(father), at: sign.at, consentId: id(80), signer: father, basis: 'digital',
    })
    expect(stateOf(pastWith(give, sign)).consents).toMatchObject([{ signedBy: [mother, father] }])
    aCase.given(...pastWith(give, sign)).when(sign).thenNothing()
  })
  test('nobody signs for somebody else, or without a say, or what is gone', () => {
    aCase.given(...pastWith(give)).when({ ...sign, by: asFamily(mother) }).thenRefused('not-your-signature')
    aCase.given(...pastWith(give)).when({ ...sign, by: asFamily(grandmother), signer: grandmother }).thenRefused('signer-without-standing')
    aCase.given(...past).when(sign).thenRefused('consent-unknown')
    aCase.given(...pastWith(give, { type: 'WithdrawConsent', by: asFamily(mother), ...now, consentId: id(80), withdrawnBy: mother })).when(sign).thenRefused('consent-withdrawn')
    aCase.given(...pastWith({ ...give, type: 'MakeObjection' })).when(sign).thenRefused('consent-unknown')
  })
})

describe('withdrawing (C-04)', () => {
  const withdraw: Of<'WithdrawConsent'> = { type: 'WithdrawConsent', by: asFamily(father), at: at('20:30'), consentId: id(80), withdrawnBy: father }

  test('one of those who may decide is enough, and the minute is kept', () => {
    expect(stateOf(pastWith(spoken, withdraw)).consents).toMatchObject([{ withdrawnAt: withdraw.at, withdrawnBy: father }])
    aCase.given(...pastWith(spoken, withdraw)).when(withdraw).thenNothing()
  })
  test('it can be told to somebody of the team', () => {
    expect(stateOf(pastWith(spoken, { ...withdraw, by: groupWorker })).consents).toMatchObject([{ withdrawnBy: father, by: coordinator }])
  })
  test('not by who has no say', () => {
    aCase.given(...pastWith(spoken)).when({ ...withdraw, by: asFamily(grandmother), withdrawnBy: grandmother }).thenRefused('signer-without-standing')
    aCase.given(...pastWith(spoken)).when({ ...withdraw, by: { ...coordinating.by, organisation: dayCentre } }).thenRefused('not-in-team')
    aCase.given(...past).when(withdraw).thenRefused('consent-unknown')
  })
  test('a no is taken back by who said it, and by nobody else', () => {
    const no = { ...give, type: 'MakeObjection', askedBy: mother } as const
    aCase.given(...pastWith(no)).when(withdraw).thenRefused('not-your-signature')
    expect(stateOf(pastWith(no, { ...withdraw, by: asFamily(mother), withdrawnBy: mother })).consents).toMatchObject([{ withdrawnBy: mother }])
  })
})

describe('renewing', () => {
  const renew: Of<'RenewConsent'> = {
    type: 'RenewConsent', by: asFamily(father), at: at('09:00', '2027-12-20'), consentId: id(81), renews: id(80), until: '2028-12-31', signedBy: [father], basis: 'digital', howExplained: 'As before.',
  }
  const withoutEnd: Of<'GiveConsent'> = {
    type: 'GiveConsent', by: coordinator, ...now, consentId: id(80), subject: give.subject, category: 'development', recipient: give.recipient, from: '2027-01-11', signedBy: [mother, father], basis: 'spoken',
    askedBy: coordinator.person, howExplained: give.howExplained,
  }
  test('makes a consent of its own from the day after, and leaves the old one as it was', () => {
    aCase.given(...pastWith(spoken)).when(renew).then({
      type: 'ConsentGiven', subject: give.subject, by: asFamily(father), at: renew.at, consentId: id(81), category: 'development', recipient: give.recipient, from: '2028-01-01', until: '2028-12-31',
      signedBy: [father], basis: 'digital', askedBy: father, howExplained: 'As before.', renews: id(80),
    })
    expect(stateOf(pastWith(spoken, renew)).consents).toMatchObject([{ consentId: id(80), until: '2027-12-31', signedBy: [mother, father] }, { consentId: id(81), signedBy: [father] }])
  })
  test('of one that has ended it begins today', () => {
    expect(stateOf(pastWith(spoken, { ...renew, at: at('09:00', '2028-02-01') })).consents[1]).toMatchObject({ from: '2028-02-01' })
  })
  test('not twice, not what goes on by itself, what was stopped or what is not a yes, and not by who has no say', () => {
    aCase.given(...pastWith(spoken, renew)).when({ ...renew, consentId: id(82) }).thenRefused('already-renewed')
    aCase.given(...pastWith(withoutEnd)).when(renew).thenRefused('consent-without-end')
    aCase.given(...pastWith(spoken, { type: 'WithdrawConsent', by: asFamily(mother), ...now, consentId: id(80), withdrawnBy: mother })).when(renew).thenRefused('consent-withdrawn')
    aCase.given(...pastWith({ ...give, type: 'MakeObjection' })).when(renew).thenRefused('consent-unknown')
    aCase.given(...pastWith(spoken)).when({ ...renew, by: asFamily(grandmother), signedBy: [grandmother] }).thenRefused('signer-without-standing')
    aCase.given(...pastWith(spoken)).when({ ...renew, until: '2027-12-25' }).thenRefused('period-reversed')
  })
})

describe('saying no before anybody asks', () => {
  const no: Of<'MakeObjection'> = { ...give, type: 'MakeObjection', consentId: id(90), category: '*', askedBy: mother, at: at('20:30') }
  const elsewhere = { ...spoken, consentId: id(81), recipient: { kind: 'all' } } as const
  const everything = { ...spoken, consentId: id(82), category: '*' } as const

  test('to everything, it ends every yes to a part of it for the same reader, which by precedence would win (C-03)', () => {
    const after = stateOf(pastWith(spoken, elsewhere, everything, no)).consents
    expect(after.map(({ consentId, withdrawnAt, withdrawnBy }) => [consentId, withdrawnAt, withdrawnBy])).toEqual([
      [id(80), no.at, mother], [id(81), undefined, undefined], [id(82), undefined, undefined], [id(90), undefined, undefined],
    ])
  })
  test('to one thing, or from a later day, it ends nothing', () => {
    for (const change of [{ category: 'medical' }, { from: '2027-02-01' }] as const) {
      expect(stateOf(pastWith(spoken, { ...no, ...change })).consents.map(({ withdrawnAt }) => withdrawnAt)).toEqual([undefined, undefined])
    }
  })
  test('a yes in person beside it waits until it is taken back; the other parent’s does not', () => {
    aCase.given(...pastWith(no)).when(give).thenRefused('own-no-stands')
    expect(stateOf(pastWith(no, { ...give, by: asFamily(father), signedBy: [father] })).consents).toHaveLength(2)
    expect(stateOf(pastWith({ ...no, category: 'medical' }, give)).consents).toHaveLength(2)
    aCase.given(...pastWith({ ...give, by: asFamily(father), signedBy: [father] }, no)).when({ type: 'SignConsent', by: asFamily(mother), at: at('21:00'), consentId: id(80), signer: mother, basis: 'digital' }).thenRefused('consent-withdrawn')
    expect(stateOf(pastWith(no, { type: 'WithdrawConsent', by: asFamily(mother), at: at('21:00'), consentId: id(90), withdrawnBy: mother }, give)).consents).toHaveLength(2)
  })
})

describe('stopping everything with one organisation', () => {
  const ofChild = { kind: 'child', person: child } as const
  const ofMother = { kind: 'adult', person: mother } as const
  const ofFather = { kind: 'adult', person: father } as const
  const all = [
    spoken,
    { ...spoken, consentId: id(81), recipient: { kind: 'discipline', discipline: 'dayCentre' } },
    { ...spoken, consentId: id(82), subject: ofMother, signedBy: [mother] },
    { ...spoken, consentId: id(83), subject: ofFather, signedBy: [father] },
    { ...spoken, consentId: id(84), recipient: { kind: 'organisation', organisation: id(14) } },
    { ...spoken, consentId: id(85), subject: ofFather, signedBy: [father], recipient: { kind: 'all' } },
  ] as const satisfies readonly Of<'GiveConsent'>[]
  const stop: Of<'StopSharing'> = {
    type: 'StopSharing', by: asFamily(mother), at: at('20:30'), organisation: dayCentre, discipline: 'dayCentre', saidBy: mother, basis: 'digital', howExplained: 'In Samenspel',
    noes: [{ consentId: id(91), subject: ofChild }, { consentId: id(92), subject: ofMother }, { consentId: id(93), subject: ofFather }],
  }
  const standing = (...more: readonly FamilyCaseCommand[]) => stateOf(pastWith(...all, ...more)).consents.filter(({ withdrawnAt }) => withdrawnAt === undefined).map(({ consentId }) => consentId)

  test('ends what names it, says no where it read as one of its discipline, and touches nothing of the other parent or of others (C-04, C-05)', () => {
    expect(standing(stop)).toEqual([id(81), id(83), id(84), id(85), id(91)])
    expect(stateOf(pastWith(...all, stop)).consents.at(-1)).toMatchObject({ effect: 'objection', subject: ofChild, category: '*', recipient: { kind: 'organisation', organisation: dayCentre }, from: '2027-01-11', signedBy: [mother], basis: 'digital' })
    expect(stateOf(pastWith(...all, stop)).consents.find(({ consentId }) => consentId === id(80))).toMatchObject({ withdrawnAt: stop.at, withdrawnBy: mother })
  })
  test('does the same in a closed case, where a parent may still take a yes back', () => {
    const close = { type: 'CloseCase', ...coordinating, closingId: id(96), words: 'The goals are reached', hasAppointments: false } as const
    expect(standing(close, stop)).toEqual(standing(stop))
  })
  test('twice changes nothing; by the other parent it adds a no of his own', () => {
    aCase.given(...pastWith(...all, stop)).when({ ...stop, noes: [{ consentId: id(94), subject: ofChild }] }).thenNothing()
    expect(standing(stop, { ...stop, by: asFamily(father), saidBy: father, noes: [{ consentId: id(94), subject: ofChild }, { consentId: id(95), subject: ofFather }] })).toEqual([id(81), id(84), id(85), id(91), id(94), id(95)])
  })
  test('nobody stops it in another’s name, and who has no say stops nothing', () => {
    aCase.given(...pastWith(...all)).when({ ...stop, saidBy: father }).thenRefused('not-your-signature')
    aCase.given(...pastWith(...all)).when({ ...stop, by: asFamily(grandmother), saidBy: grandmother }).thenNothing()
    aCase.given(...pastWith(...all)).when({ ...stop, by: stranger, basis: 'spoken' }).thenRefused('not-in-team')
    expect(standing({ ...stop, by: coordinator, basis: 'spoken', howExplained: 'At the door.' })).not.toContain(id(80))
  })
})
