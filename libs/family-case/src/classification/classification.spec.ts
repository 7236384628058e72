import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isRefused, relation } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { entries } from '../entries.ts'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand, FamilyCaseEvent } from '../messages.ts'
import { asFamily, at, child, coordinating, coordinator, father, groupWorker, id, mother, now, past, pastWith, stateOf, stranger, therapist } from '../testing/case.ts'
import { competenceDomains, competenceRatings, type AxisContent, type RelationLevel } from './events.ts'
import { placeOf } from './state.ts'

const aCase = specify(familyCase)
const carriesOut = (events: readonly FamilyCaseEvent[], command: FamilyCaseCommand): void => { expect(familyCase.decide(command, stateOf(events))).toHaveProperty('events.0') }
type Of<Type> = Extract<FamilyCaseCommand, { type: Type }>
const ofChild = { kind: 'child', person: child } as const
const bond = relation(child, mother)

const start: Of<'StartClassification'> = { type: 'StartClassification', by: coordinator, ...now, child, classificationId: id(1000), edition: 'dc05v2021', occurredOn: '2027-01-08', occasions: 3, settings: ['home', 'group'] }
const part = (number: number, content: AxisContent, more: Partial<Of<'AddClassificationPart'>> = {}): Of<'AddClassificationPart'> =>
  ({ type: 'AddClassificationPart', by: coordinator, ...now, classificationId: id(1000), partId: id(1010 + number), version: id(1100 + number), content, ...more })
const lines = competenceDomains.map((domain) => ({ domain, rating: 'emerging' as const }))
const competence = part(1, { axis: 'competence', lines })
const impression = part(2, { axis: 'impression', text: 'A careful girl who wants to decide herself.' })
const rating = { axis: 'caregiving', caregiver: mother, aspects: [{ aspect: 'comfort', value: 'strength' }, { aspect: 'limits', value: 'concern', note: 'At meals.' }], childAspects: [{ aspect: 'temperament', value: 'noConcern' }], level: 2 } as const
const caregiving = part(3, rating)
const disorder = part(4, { axis: 'disorder', cluster: 'sleepEatingCrying', label: 'As the manual names it', code: 'X1', isPrimary: true })
const health = part(5, { axis: 'health', text: 'Fed by a tube for six months', since: '2026-02-01' }, { by: therapist })
const stressor = part(6, { axis: 'stressor', group: 'health', text: 'Days on the ward', onsetMonths: -2, note: 'Many.' })
const environment = part(7, { axis: 'environment', aspects: [{ aspect: 'dividingTasks', value: 'strength' }], level: 1 })
const discuss: Of<'DiscussBondRating'> = { type: 'DiscussBondRating', by: coordinator, ...now, partId: caregiving.partId }
const complete: Of<'CompleteClassification'> = { type: 'CompleteClassification', ...coordinating, classificationId: id(1000) }
const begun = pastWith(start)

describe('a classification', () => {
  test('names its edition, its day, how often and where the child was seen (K-06)', () => {
    const { by, at: moment, classificationId, edition, occurredOn, occasions, settings } = start
    aCase.given(...past).when(start).then({ type: 'ClassificationStarted', subject: ofChild, by, at: moment, category: 'mentalHealth', classificationId, edition, occurredOn, occasions, settings })
  })
  test.each<[string, string, Partial<Of<'StartClassification'>>]>([
    ['of an unknown edition', 'choice-unknown', { edition: 'dc06' as 'dc05v2016' }],
    ['of an adult', 'not-a-child', { child: mother }],
    ['of a day to come', 'date-in-future', { occurredOn: '2027-01-12' }],
    ['without a time that the child was seen', 'choice-unknown', { occasions: 0 }],
    ['seen half a time', 'choice-unknown', { occasions: 1.5 }],
    ['seen nowhere', 'setting-missing', { settings: [] }],
    ['seen twice in one place', 'choice-unknown', { settings: ['home', 'home'] }],
    ['by a parent', 'not-in-team', { by: asFamily(mother) }],
  ])('does not begin %s', (_, code, change) => { aCase.given(...past).when({ ...start, ...change }).thenRefused(code) })
  test('stands once all five domains are rated, there is an impression, and ratings of bonds were talked about (K-07)', () => {
    aCase.given(...begun).when(complete).thenRefused('classification-incomplete')
    aCase.given(...pastWith(start, competence)).when(complete).thenRefused('classification-incomplete')
    aCase.given(...pastWith(start, competence, impression, caregiving)).when(complete).thenRefused('rating-not-discussed')
    const whole = pastWith(start, competence, impression, caregiving, discuss)
    aCase.given(...whole).when(complete).then({ type: 'ClassificationCompleted', subject: ofChild, by: coordinator, at: now.at, classificationId: id(1000) })
    aCase.given(...whole).when({ ...complete, by: groupWorker }).thenRefused('not-coordinator')
    aCase.given(...whole).when({ ...complete, registrationValid: false }).thenRefused('registration-not-valid')
  })
  test('that stands changes no more: a new look is a new classification', () => {
    const standing = pastWith(start, competence, impression, complete)
    aCase.given(...standing).when(complete).thenNothing()
    aCase.given(...standing).when(caregiving).thenRefused('classification-completed')
    aCase.given(...standing).when({ type: 'RemoveClassificationPart', by: coordinator, ...now, partId: impression.partId }).thenRefused('classification-completed')
    carriesOut([...standing], { ...start, classificationId: id(1001), edition: 'dc05v2016' })
  })
})

describe('a part', () => {
  test('belongs to the record that it is about: the child, its bond with one caregiver, its surroundings', () => {
    const state = stateOf(pastWith(start, competence, impression, caregiving, disorder, health, stressor, environment))
    expect(entries(state).filter(({ kind }) => kind === 'classificationPart').map(({ subject, category }) => [subject, category])).toEqual([
      [ofChild, 'development'], [ofChild, 'mentalHealth'], [bond, 'relationship'], [ofChild, 'mentalHealth'], [ofChild, 'medical'], [ofChild, 'social'], [{ kind: 'surroundings', person: child }, 'social'],
    ])
  })
  test('of axis I that is there with one caregiver only belongs to that bond', () => {
    expect(placeOf({ axis: 'disorder', cluster: 'relationship', label: 'As named', isPrimary: false, caregiver: father }, child)).toEqual({ subject: relation(child, father), category: 'relationship' })
  })
  test('keeps what its axis has and nothing else that was sent along', () => {
    const sent = { ...environment, content: { ...environment.content, average: 1.5, caregiver: father } as unknown as AxisContent }
    aCase.given(...begun).when(sent).then({
      type: 'ClassificationPartAdded', by: coordinator, at: now.at, subject: { kind: 'surroundings', person: child }, category: 'social', classificationId: id(1000), partId: environment.partId, version: environment.version, content: environment.content,
    })
  })
  test.each<[string, string, AxisContent]>([
    ['of an unknown axis', 'choice-unknown', { axis: 'moon' as 'impression', text: 'x' }],
    ['with four of five domains (K-07)', 'ratings-incomplete', { axis: 'competence', lines: lines.slice(1) }],
    ['with one domain twice (K-07)', 'ratings-incomplete', { axis: 'competence', lines: [...lines.slice(1), ...lines.slice(1, 2)] }],
    ['with an unknown rating (K-07)', 'choice-unknown', { axis: 'competence', lines: lines.map((line) => ({ ...line, rating: 'good' as 'emerging' })) }],
    ['with a level between two (K-06)', 'choice-unknown', { ...rating, level: 1.5 as RelationLevel }],
    ['with level five (K-06)', 'choice-unknown', { ...rating, level: 5 as RelationLevel }],
    ['about a bond with a stranger (K-06)', 'person-unknown', { ...rating, caregiver: id(99) }],
    ['about a bond with the child itself', 'person-unknown', { ...rating, caregiver: child }],
    ['with one aspect twice', 'choice-unknown', { ...rating, aspects: [rating.aspects[0], rating.aspects[0]] }],
    ['with an aspect of another axis', 'choice-unknown', { axis: 'environment', aspects: [{ aspect: 'temperament', value: 'concern' }], level: 1 }],
    ['with half a month (K-08)', 'onset-impossible', { axis: 'stressor', group: 'health', text: 'x', onsetMonths: 1.5, note: '' }],
    ['from long before the pregnancy (K-08)', 'onset-impossible', { axis: 'stressor', group: 'health', text: 'x', onsetMonths: -22, note: '' }],
    ['at an age that the child hasn’t reached (K-08)', 'date-in-future', { axis: 'stressor', group: 'health', text: 'x', onsetMonths: 60, note: '' }],
    ['without a name', 'text-empty', { axis: 'disorder', cluster: 'mood', label: ' ', isPrimary: false }],
    ['since a day to come', 'date-in-future', { axis: 'health', text: 'x', since: '2027-02-01' }],
  ])('is not added %s', (_, code, content) => { aCase.given(...begun).when(part(1, content)).thenRefused(code) })
  test('has an age of onset in months, before birth too (K-08)', () => { carriesOut([...begun], stressor) })
  test('there is one rating of each bond, one of the circle, one of what the child can do, and one disorder that comes first', () => {
    const all = pastWith(start, competence, impression, caregiving, disorder, environment, health, stressor)
    for (const second of [competence, impression, caregiving, disorder, environment]) aCase.given(...all).when({ ...second, partId: id(1020) }).thenRefused('part-exists')
    for (const more of [health, stressor, part(3, { ...rating, caregiver: father }), part(4, { ...disorder.content, isPrimary: false } as AxisContent)]) carriesOut([...all], { ...more, partId: id(1020) })
  })
  test('can be worded anew; who began from an older one gets both back', () => {
    const change: Of<'ChangeClassificationPart'> = { type: 'ChangeClassificationPart', by: therapist, ...now, partId: impression.partId, from: impression.version, version: id(1200), content: { axis: 'impression', text: 'Otherwise.' } }
    const known = pastWith(start, impression)
    carriesOut([...known], change)
    aCase.given(...known).when({ ...change, content: impression.content }).thenNothing()
    aCase.given(...pastWith(start, impression, change)).when({ ...change, version: id(1201), content: { axis: 'impression', text: 'Again.' } }).thenRefused('changed-meanwhile')
    aCase.given(...known).when({ ...change, content: competence.content }).thenRefused('choice-unknown')
    aCase.given(...past).when(change).thenRefused('part-unknown')
  })
  test('that was a slip is read no more', () => {
    const gone = pastWith(start, impression, { type: 'RemoveClassificationPart', by: coordinator, ...now, partId: impression.partId })
    expect(entries(stateOf(gone)).some(({ kind }) => kind === 'classificationPart')).toBe(false)
    aCase.given(...past).when({ type: 'RemoveClassificationPart', by: coordinator, ...now, partId: impression.partId }).thenRefused('part-unknown')
  })
  test('is added by the team alone, to a classification that is there', () => {
    aCase.given(...begun).when({ ...impression, by: stranger }).thenRefused('not-in-team')
    aCase.given(...past).when(impression).thenRefused('classification-unknown')
  })
})

describe('a rating of a bond', () => {
  const mine = { ...caregiving, by: therapist }
  const draftReaders = (...commands: readonly FamilyCaseCommand[]) => entries(stateOf(pastWith(start, mine, ...commands))).find(({ kind }) => kind === 'classificationPart')?.addressees
  test('is a draft that its author and who coordinates read, until it was talked about with that parent', () => {
    expect(draftReaders()).toEqual([therapist.person, coordinator.person])
    expect(draftReaders({ ...discuss, by: therapist })).toEqual([])
  })
  test('opens too when there is a reason why it was not talked about, which stays beside it', () => {
    const reason = 'She is in hospital; we talk on her return.'
    expect(draftReaders({ ...discuss, by: therapist, reason })).toEqual([])
    expect(stateOf(pastWith(start, mine, { ...discuss, by: therapist, reason })).classifications.parts[0]?.discussed?.reason).toBe(reason)
    aCase.given(...pastWith(start, mine)).when({ ...discuss, by: therapist, reason: ' ' }).thenRefused('text-empty')
  })
  test('is a draft again once it is rated anew', () => {
    const again: Of<'ChangeClassificationPart'> = { type: 'ChangeClassificationPart', by: therapist, ...now, partId: mine.partId, from: mine.version, version: id(1200), content: { ...rating, level: 3 } }
    expect(draftReaders({ ...discuss, by: therapist }, again)).toEqual([therapist.person, coordinator.person])
  })
  test('is said to be talked about by who rated it', () => {
    aCase.given(...pastWith(start, mine)).when(discuss).thenRefused('not-yours')
    aCase.given(...pastWith(start, mine, { ...discuss, by: therapist })).when({ ...discuss, by: therapist }).thenNothing()
    aCase.given(...pastWith(start, impression)).when({ ...discuss, partId: impression.partId }).thenRefused('part-unknown')
  })
})

test('whatever is sent, what is kept names every domain once and no level between two (K-06, K-07)', () => {
  const anything = fc.oneof(
    fc.record({ axis: fc.constant('competence' as const), lines: fc.array(fc.record({ domain: fc.constantFrom(...competenceDomains), rating: fc.constantFrom(...competenceRatings) }), { minLength: 3, maxLength: 7 }) }),
    fc.record({ axis: fc.constant('environment' as const), aspects: fc.constant([]), level: fc.constantFrom(1, 2, 3, 4, 1.5, 0, -1, 5, Number.NaN) }),
  )
  fc.assert(fc.property(anything, (content) => {
    const decision = familyCase.decide({ ...part(1, content as AxisContent), at: at() }, stateOf(begun))
    if (isRefused(decision)) return
    for (const event of decision.events) {
      if (event.type !== 'ClassificationPartAdded') continue
      if (event.content.axis === 'competence') expect(event.content.lines.map(({ domain }) => domain)).toEqual([...competenceDomains])
      if (event.content.axis === 'environment') expect([1, 2, 3, 4]).toContain(event.content.level)
    }
  }))
})
