import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { longestReview, system, type ErasedFact } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import { asFamily, at, brother, child, coordinating, coordinator, father, grandmother, groupWorker, id, mother, now, past, pastWith, play, stateOf, substitute, therapist } from '../testing/case.ts'
import { entries, type EntryKind } from '../entries.ts'
import { guardedKinds, type GuardedKind } from './events.ts'
import { exclusionsBy, standing, toReview } from './state.ts'

const aCase = specify(familyCase)
type Set = Extract<FamilyCaseCommand, { type: 'SetSafeguard' }>
const theChild = { kind: 'child', person: child } as const
const entry = { kind: 'contribution', id: id(60) } as const

const shield: Set = {
  type: 'SetSafeguard', by: groupWorker, ...now, registrationValid: false, safeguardId: id(80), measure: { kind: 'shield', entry, from: father }, entryBy: groupWorker.person, entryAbout: theChild,
  reviewOn: '2027-04-01', reason: 'He told it at the group when he was alone',
}
const protection: Set = {
  type: 'SetSafeguard', ...coordinating, safeguardId: id(81), measure: { kind: 'protection', person: mother, from: father }, reviewOn: '2027-04-01', reason: 'She lives in a place that he may not know',
}
const review = { type: 'ReviewSafeguard', ...coordinating, safeguardId: id(81), reviewOn: '2027-06-01', reason: 'Nothing has changed' } as const
const lift = { type: 'LiftSafeguard', ...coordinating, safeguardId: id(81), reason: 'They see each other again' } as const

/** Why the rest of a file is shielded from nobody, kind by kind: whoever adds a kind says whether it can be. */
const unguarded: Readonly<Record<Exclude<EntryKind, GuardedKind>, string>> = {
  authority: 'what their own rights rest on', consent: 'what is shared in their name', closing: 'whether help goes on', helpLine: 'a number for when there is danger', planVariant: 'it holds no words',
  consentRequest: 'asked of them', treatment: 'asked of them', helpSearch: 'asked of them', planVersion: 'asked of them; its parts are shielded one by one',
  planAnswer: 'the own record of who said it', providerWords: 'the own record of who said it', practiceCardAnswer: 'the own record of who said it', ask: 'the own record of who said it, read by whom they chose',
  goalEnd: 'goes with its goal', planLineEnd: 'goes with its line',
  home: 'no family member reads it', invitation: 'no family member reads it', reflectionPrompt: 'no family member reads it', reflectionAnswer: 'no family member reads it',
}

describe('a safeguard', () => {
  test('of who is protected remembers what named them, before somebody is erased: said by the software alone, of a protection, and only what is new', () => {
    const one = { kind: 'contribution', id: id(300) }, other = { kind: 'goal', id: id(501) }
    const remember = { type: 'RecordMentions', by: system, at: at(), safeguardId: id(81), entries: [one] } as const
    const events = pastWith(protection)
    aCase.given(...events).when(remember).then({ type: 'MentionsRecorded', subject: { kind: 'case' }, by: system, at: at(), safeguardId: id(81), entries: [one] })
    aCase.given(...events, { type: 'MentionsRecorded', subject: { kind: 'case' }, by: system, at: at(), safeguardId: id(81), entries: [one] }).when({ ...remember, entries: [one, other] })
      .then({ type: 'MentionsRecorded', subject: { kind: 'case' }, by: system, at: at(), safeguardId: id(81), entries: [other] })
    aCase.given(...events, { type: 'MentionsRecorded', subject: { kind: 'case' }, by: system, at: at(), safeguardId: id(81), entries: [one] }).when(remember).thenNothing()
    aCase.given(...events).when({ ...remember, by: coordinator }).thenRefused('not-by-a-person')
    aCase.given(...events).when({ ...remember, safeguardId: id(99) }).thenRefused('safeguard-unknown')
  })
  test('keeps what holds apart from the words about somebody, which belong to that person (G-04)', () => {
    aCase.given(...past).when(protection).then(
      { type: 'SafeguardSet', subject: { kind: 'case' }, by: coordinator, at: at(), safeguardId: id(81), measure: protection.measure, about: { kind: 'adult', person: mother }, reviewOn: '2027-04-01' },
      { type: 'SafeguardExplained', subject: { kind: 'adult', person: mother }, by: coordinator, at: at(), category: 'contact', safeguardId: id(81), step: 'set', reason: protection.reason },
    )
  })
  test.each<[string, string, Partial<Set>]>([
    ['without a day of review', 'review-date-missing', { reviewOn: undefined }],
    ['without a reason', 'text-empty', { reason: ' ' }],
    ['to be reviewed today', 'date-in-past', { reviewOn: '2027-01-11' }],
    ['to be reviewed in years', 'date-too-late', { reviewOn: '2028-02-01' }],
    ['to be reviewed on a day that does not exist', 'date-impossible', { reviewOn: '2027-02-30' }],
    ['that stands already', 'safeguard-exists', { safeguardId: id(82), measure: { kind: 'closing', from: father } }],
    ['from somebody who is not of the family', 'person-unknown', { measure: { kind: 'closing', from: coordinator.person } }],
    ['from a child', 'not-of-the-family', { measure: { kind: 'protection', person: mother, from: brother } }],
    ['of somebody from themselves', 'same-person', { measure: { kind: 'protection', person: mother, from: mother } }],
    ['of a kind that there is not', 'choice-unknown', { measure: { kind: 'spell' } as unknown as Set['measure'] }],
    ['of a kind of part that nobody can shield', 'choice-unknown', { measure: { kind: 'shield', entry: { kind: 'home' as 'goal', id: id(1) }, from: father }, entryAbout: theChild }],
    ['about a part that nobody knows', 'subject-unknown', { measure: { kind: 'shield', entry, from: father } }],
    ['between a grandmother and a parent', 'not-a-parent', { measure: { kind: 'highConflict', persons: [grandmother, father] } }],
    ['as a disagreement, where the law of the country knows no such thing (G-10)', 'not-in-this-country', { measure: { kind: 'disagreement', persons: [mother, father] } }],
    ['by somebody who coordinates nothing', 'not-coordinator', { by: therapist }],
    ['by a parent', 'not-coordinator', { by: asFamily(mother) }],
    ['without a valid registration', 'registration-not-valid', { registrationValid: false }],
  ])('is not set %s', (_, code, change) => {
    const closed: Set = { ...protection, safeguardId: id(79), measure: { kind: 'closing', from: father } }
    aCase.given(...pastWith(closed)).when({ ...protection, ...change }).thenRefused(code)
  })
  test('can stand at every kind of part, unless a reason says why not (G-04)', () => {
    const all = new Set<string>(entries(stateOf(past)).map(({ kind }) => kind))
    expect([...all].filter((kind) => !guardedKinds.includes(kind as GuardedKind) && !(kind in unguarded))).toEqual([])
    expect(guardedKinds.filter((kind) => kind in unguarded)).toEqual([])
  })
  test('of a part is set by who wrote it, and by who coordinates, and by nobody else', () => {
    expect(play([shield], stateOf(past))).toHaveLength(2)
    expect(play([{ ...shield, ...coordinating }], stateOf(past))).toHaveLength(2)
    aCase.given(...past).when({ ...shield, by: therapist }).thenRefused('not-coordinator')
  })
  test('keeps nobody from an appointment to which they come along', () => {
    aCase.given(...past).when({ ...shield, ...coordinating, measure: { kind: 'shield', entry: { kind: 'appointment', id: id(61) }, from: father }, attends: [child, father] }).thenRefused('comes-along')
  })
  test('that gives a part to somebody needs a reason and no day of review (G-03)', () => {
    const release: Set = { ...shield, ...coordinating, measure: { kind: 'release', entry, to: grandmother } }
    expect(play([{ ...release, reviewOn: undefined as unknown as string }], stateOf(past))).toHaveLength(2)
    aCase.given(...past).when({ ...release, reason: '' }).thenRefused('text-empty')
  })
  test('whose day of review went by still holds, and is work for somebody', () => {
    const { safeguards } = stateOf(pastWith(protection))
    expect(toReview(safeguards, '2027-03-31')).toEqual([])
    expect(toReview(safeguards, '2027-04-01').map(({ safeguardId }) => safeguardId)).toEqual([id(81)])
    expect(standing(safeguards)).toHaveLength(1)
  })
  test('is looked at again with a reason, and lifted with one', () => {
    const { safeguards } = stateOf(pastWith(protection, review, lift))
    expect(safeguards.map(({ reviewOn, liftedAt, explained }) => [reviewOn, liftedAt, explained.map(({ step, reason }) => [step, reason])])).toEqual([
      ['2027-06-01', at(), [['set', protection.reason], ['reviewed', review.reason], ['lifted', lift.reason]]],
    ])
    expect(standing(safeguards)).toEqual([])
    aCase.given(...pastWith(protection)).when({ ...lift, reason: '' }).thenRefused('text-empty')
    aCase.given(...pastWith(protection, lift)).when(lift).thenNothing()
    aCase.given(...pastWith(protection, lift)).when(review).thenRefused('safeguard-lifted')
    aCase.given(...past).when(lift).thenRefused('safeguard-unknown')
    aCase.given(...pastWith(protection)).when({ ...lift, by: groupWorker }).thenRefused('not-coordinator')
  })
  test('is lifted by who set it of their own part, after which the same can be set again', () => {
    const lifted = { ...lift, by: groupWorker, registrationValid: false, safeguardId: id(80) }
    expect(play([{ ...shield, safeguardId: id(85) }], stateOf(pastWith(shield, lifted)))).toHaveLength(2)
    aCase.given(...pastWith(shield)).when({ ...shield, safeguardId: id(85) }).thenRefused('safeguard-exists')
  })
  test('still holds when the words about somebody were erased: forgetting never opens', () => {
    const events = pastWith(protection)
    const erased = events.filter(({ subject }) => subject.kind === 'adult').map(({ type, subject, at: when }): ErasedFact => ({ erased: true, type, subject, at: when }))
    const left = events.filter(({ subject }) => subject.kind !== 'adult').reduce(familyCase.evolve, familyCase.initial)
    const state = erased.reduce((before, one) => familyCase.evolveErased!(before, one), left)
    expect(state.isOpen && standing(state.safeguards).map(({ measure, explained }) => [measure.kind, explained])).toEqual([['protection', []]])
  })
  test('whatever is set, reviewed and lifted in whatever order: what stands was set, has its review ahead of when it was decided, and every step has its reason', () => {
    const step = fc.record({ kind: fc.constantFrom('set', 'review', 'lift'), which: fc.integer({ min: 0, max: 2 }), days: fc.integer({ min: -2, max: longestReview + 2 }) })
    const measures: readonly Set['measure'][] = [protection.measure, { kind: 'closing', from: father }, { kind: 'highConflict', persons: [mother, father] }]
    fc.assert(fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let state = stateOf(past)
      steps.forEach(({ kind, which, days }, index) => {
        const reviewOn = Temporal.PlainDate.from('2027-01-11').add({ days }).toString()
        const safeguardId = state.safeguards.filter(({ measure }) => measure.kind === measures[which]?.kind).at(-1)?.safeguardId ?? id(900)
        const command: FamilyCaseCommand = kind === 'set' ? { ...protection, safeguardId: id(500 + index), measure: measures[which]!, reviewOn } : kind === 'review' ? { ...review, safeguardId, reviewOn } : { ...lift, safeguardId }
        const decision = familyCase.decide(command, state)
        if ('events' in decision) state = decision.events.reduce(familyCase.evolve, state) as typeof state
      })
      for (const { reviewOn, liftedAt, explained } of state.safeguards) {
        expect(reviewOn! > '2027-01-11' && reviewOn! <= '2028-01-12').toBe(true)
        expect([explained[0]?.step, explained.at(-1)?.step === 'lifted']).toEqual(['set', liftedAt !== undefined])
      }
      expect(new Set(standing(state.safeguards).map(({ measure }) => measure.kind)).size).toBe(standing(state.safeguards).length)
    }))
  })
})

describe('what a young person keeps or opens (G-12)', () => {
  const confidence: Set = { ...shield, measure: { kind: 'confidence', entry }, reviewOn: undefined }
  const capacity: Set = { ...protection, measure: { kind: 'capacity', child: brother, isCapable: true } }

  test('told in confidence is marked by who wrote it, of a part about a child, and stands until it is lifted', () => {
    expect(play([confidence], stateOf(past))).toHaveLength(2)
    aCase.given(...past).when({ ...confidence, by: therapist }).thenRefused('not-coordinator')
    aCase.given(...past).when({ ...confidence, entryAbout: { kind: 'adult', person: mother } }).thenRefused('not-a-child')
  })
  test('is marked from the first moment on where it is written down as such, or nothing is written', () => {
    const add = {
      type: 'AddContribution', by: groupWorker, ...now, id: id(60), kind: 'note', subject: theChild, category: 'development', setting: 'group', occurredOn: '2027-01-10', situation: 'He told it',
      confidence: { safeguardId: id(83), reason: 'He asked for it' },
    } as const
    expect(play([add], stateOf(past)).map(({ type }) => type)).toEqual(['ContributionAdded', 'SafeguardSet', 'SafeguardExplained'])
    aCase.given(...past).when({ ...add, confidence: { safeguardId: id(83), reason: ' ' } }).thenRefused('text-empty')
    aCase.given(...past).when({ ...add, subject: { kind: 'adult', person: mother } }).thenRefused('not-a-child')
  })
  test('is judged by who coordinates, of a child, for a while; another judgment comes after the first is lifted', () => {
    expect(play([capacity], stateOf(past))).toHaveLength(2)
    aCase.given(...past).when({ ...capacity, reviewOn: undefined as unknown as string }).thenRefused('review-date-missing')
    aCase.given(...past).when({ ...capacity, measure: { kind: 'capacity', child: mother, isCapable: true } }).thenRefused('not-a-child')
    aCase.given(...past).when({ ...capacity, ...now, by: groupWorker, registrationValid: false }).thenRefused('not-coordinator')
    aCase.given(...pastWith(capacity)).when({ ...capacity, safeguardId: id(86), measure: { kind: 'capacity', child: brother, isCapable: false } }).thenRefused('safeguard-exists')
  })
})

describe('what is secret', () => {
  const secret: Set = { ...shield, measure: { kind: 'secret', entry }, reviewOn: undefined }

  test('is so by the word of who wrote it, and nobody else lifts it or learns of it', () => {
    expect(play([secret], stateOf(past))).toHaveLength(2)
    aCase.given(...past).when({ ...secret, ...coordinating }).thenRefused('not-yours')
    aCase.given(...pastWith(secret)).when({ ...lift, safeguardId: id(80) }).thenRefused('safeguard-unknown')
    expect(play([{ ...lift, by: groupWorker, safeguardId: id(80) }], stateOf(pastWith(secret)))).toHaveLength(2)
  })
})

describe('a professional who stays out', () => {
  const exclude = { type: 'ExcludeProfessional', by: asFamily(mother), ...now, safeguardId: id(87), professional: therapist.person } as const
  const noted: Set = { ...protection, safeguardId: id(88), measure: { kind: 'exclusion', professional: therapist.person, saidBy: father }, reviewOn: undefined }
  const own: Set = { ...protection, measure: { kind: 'ownFamily', professional: therapist.person }, by: therapist, registrationValid: false, reviewOn: undefined }

  test('by the word of one who has authority, without a reason (C-11)', () => {
    expect(play([exclude], stateOf(past))).toMatchObject([{ type: 'SafeguardSet', subject: { kind: 'case' }, measure: { kind: 'exclusion', professional: therapist.person, saidBy: mother } }])
    aCase.given(...past, ...play([exclude], stateOf(past))).when({ ...exclude, safeguardId: id(89) }).thenNothing()
    aCase.given(...past).when({ ...exclude, by: asFamily(grandmother) }).thenRefused('signer-without-standing')
    aCase.given(...past).when({ ...exclude, by: groupWorker }).thenRefused('not-of-the-family')
  })
  test('until that one takes it back, and nobody else', () => {
    const events = [...past, ...play([exclude], stateOf(past))]
    const admit = { type: 'AdmitProfessional', by: asFamily(mother), ...now, safeguardId: id(87) } as const
    aCase.given(...events).when({ ...admit, by: asFamily(father) }).thenRefused('safeguard-unknown')
    aCase.given(...events).when({ ...lift, safeguardId: id(87) }).thenRefused('not-yours')
    aCase.given(...events).when(admit).then({ type: 'SafeguardLifted', subject: { kind: 'case' }, by: asFamily(mother), at: at(), safeguardId: id(87) })
    expect(play([{ ...lift, safeguardId: id(88) }], stateOf(pastWith(noted))).map(({ type }) => type)).toContain('SafeguardLifted')
  })
  test('as who coordinates heard it from one of the parents; the wishes of two parents are two', () => {
    expect(exclusionsBy(stateOf(pastWith(noted, exclude)).safeguards, father)).toHaveLength(1)
    expect(exclusionsBy(stateOf(pastWith(noted, exclude)).safeguards, mother)).toHaveLength(1)
    aCase.given(...past).when({ ...noted, measure: { kind: 'exclusion', professional: therapist.person, saidBy: grandmother } }).thenRefused('signer-without-standing')
  })
  test('because they are family, by their own word or that of who coordinates', () => {
    expect(play([own], stateOf(past))).toHaveLength(2)
    aCase.given(...past).when({ ...own, by: groupWorker }).thenRefused('not-coordinator')
  })
  test('never leads the care: another takes over first, and who stays out is handed nothing', () => {
    aCase.given(...past).when({ ...exclude, professional: coordinator.person }).thenRefused('coordinator-stays')
    const out: Set = { ...noted, measure: { kind: 'exclusion', professional: substitute.person, saidBy: mother } }
    aCase.given(...pastWith(out)).when({ type: 'HandOverCoordination', ...coordinating, to: substitute.person, successorRegistrationValid: true }).thenRefused('kept-out')
  })
})

describe('an exchange with youth care (C-09)', () => {
  const exchange: Set = { ...protection, measure: { kind: 'exchange', about: theChild, recipient: id(12), agreement: 'soughtNotObtained' }, conditions: { isNeeded: true, isInTheirInterest: true } }

  test('is a fact of Belgian law, and of no other', () => {
    aCase.given(...past).when(exchange).thenRefused('not-in-this-country')
  })
  test('holds where it is needed and in their interest, with what came of asking', () => {
    const belgian = past.map((event) => event.type === 'FamilyOpened' ? { ...event, jurisdiction: 'BE' as const } : event)
    expect(play([exchange], stateOf(belgian))).toHaveLength(2)
    for (const conditions of [undefined, { isNeeded: false, isInTheirInterest: true }, { isNeeded: true, isInTheirInterest: false }]) aCase.given(...belgian).when({ ...exchange, conditions }).thenRefused('exchange-conditions')
    aCase.given(...belgian).when({ ...exchange, measure: { kind: 'exchange', about: theChild, recipient: id(12), agreement: 'guessed' as 'obtained' } }).thenRefused('choice-unknown')
  })
})
