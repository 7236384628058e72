/** What is left of a case when facts of it were erased. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { covers, isSameSubject, subjectKey, system, type ErasedFact, type Subject } from '@samenspel/kernel'
import { competenceDomains } from './classification/events.ts'
import { entries } from './entries.ts'
import { familyCase } from './family-case.ts'
import type { FamilyCaseCommand, FamilyCaseEvent } from './messages.ts'
import type { OpenCase } from './state.ts'
import {
  asFamily, at, brother, child, coach, coordinating, coordinator, dayCentre, father, grandmother, groupWorker, id, mother, past, pastWith, stateOf, therapist,
} from './testing/case.ts'

const ofChild: Subject = { kind: 'child', person: child }
const ofFather: Subject = { kind: 'adult', person: father }
const ofMother: Subject = { kind: 'adult', person: mother }
const consent = (number: number, subject: Subject, signedBy: readonly string[]): FamilyCaseCommand => ({
  type: 'GiveConsent', by: asFamily(signedBy[0]!), at: at(), consentId: id(number), subject, category: '*', recipient: { kind: 'organisation', organisation: dayCentre }, from: '2027-01-11', signedBy,
  basis: 'digital', askedBy: signedBy[0]!, howExplained: 'Together',
})
/** A case in which much happened, and much of it came to an end. */
const story: readonly FamilyCaseEvent[] = pastWith(
  { type: 'AddDyad', ...coordinating, dyadId: id(50), persons: [mother, father], kind: 'partners' },
  { type: 'AddDyad', ...coordinating, dyadId: id(51), persons: [father, child], kind: 'parentAndChild' },
  consent(80, ofFather, [father]), consent(81, ofMother, [mother]), consent(82, ofChild, [mother]),
  { type: 'WithdrawConsent', by: asFamily(father), at: at('11:00'), consentId: id(80), withdrawnBy: father },
  { ...consent(83, ofMother, [mother]), type: 'MakeObjection', at: at('11:10') } as FamilyCaseCommand,
  { type: 'EndTeamMembership', ...coordinating, at: at('11:20'), membershipId: id(35), until: '2027-01-12' },
  { type: 'RecordAuthority', ...coordinating, at: at('11:30'), authorityId: id(38), child, adult: father, status: 'none', basis: 'courtDecision', source: 'court', from: '2027-01-12' },
  { type: 'AddContribution', by: groupWorker, at: at('11:40'), id: id(300), kind: 'note', subject: ofFather, category: 'social', setting: 'group', occurredOn: '2027-01-08', situation: 'Kees told a story.' },
  { type: 'AddContribution', by: groupWorker, at: at('11:40'), id: id(301), kind: 'note', subject: ofChild, category: 'development', setting: 'group', occurredOn: '2027-01-08', situation: 'Played.' },
  { type: 'AddAction', by: coach, at: at('11:50'), actionId: id(530), text: 'Call', owner: father },
  { type: 'SignalTooMuch', by: asFamily(father), at: at('12:00'), signalId: id(700), choice: 'callMe', closingDays: [] },
  { type: 'AnswerSignal', by: coordinator, at: at('12:10'), signalId: id(700) },
  ...[800, 801].map((number): FamilyCaseCommand => ({ type: 'NoteLateCancellation', by: system, at: at('12:20'), appointmentId: id(number), on: '2027-01-11', promptId: id(900) })),
)

type Seen = FamilyCaseEvent | ErasedFact
const erase = ({ type, subject, at: moment }: FamilyCaseEvent): ErasedFact => ({ erased: true, type, subject, at: moment })
const fold = (events: readonly Seen[]): OpenCase => {
  const state = events.reduce((before, event) => 'erased' in event ? familyCase.evolveErased!(before, event) : familyCase.evolve(before, event), familyCase.initial)
  if (!state.isOpen) throw new Error('this case was never opened')
  return state
}
const without = (isErased: (event: FamilyCaseEvent) => boolean, events = story): OpenCase => fold(events.map((event) => isErased(event) ? erase(event) : event))
const about = (...subjects: readonly Subject[]) => (event: FamilyCaseEvent): boolean => subjects.some((subject) => isSameSubject(subject, event.subject))

describe('a father who was erased', () => {
  const state = without(about(ofFather, { kind: 'relation', persons: [mother, father] }))
  test('stays somebody, without a name, a role or a home', () => {
    expect(state.family.members.find(({ memberId }) => memberId === father)).toMatchObject({ role: 'other', firstName: '', isErased: true, isIndexChild: false, inHousehold: false })
    expect(JSON.stringify(state)).not.toContain('Kees')
  })
  test('is nothing to read, and no record of him is', () => {
    expect(entries(state).filter(({ subject }) => subject.kind === 'adult' && subject.person === father)).toEqual([])
  })
  test('leaves what belongs to the others as it was, with what points to him', () => {
    const others = (of: OpenCase) => entries(of).filter(({ subject }) => subjectKey(subject) !== subjectKey(ofFather) && !(subject.kind === 'relation' && subject.persons.includes(mother)))
    expect(others(state)).toEqual(others(stateOf(story)))
    expect(state.plan.actions).toMatchObject([{ owner: father }])
    expect(state.family.authorities.map(({ adult }) => adult)).toContain(father)
    expect(state.family.dyads.map(({ dyadId }) => dyadId)).toEqual([id(51)])
  })
  test('can be added again, as one person, with a record that begins now', () => {
    const add: FamilyCaseCommand = { type: 'AddMember', ...coordinating, memberId: father, role: 'father', firstName: 'Karel', isIndexChild: false, inHousehold: true }
    const decision = familyCase.decide(add, state)
    const [event] = 'events' in decision ? decision.events : []
    const again = familyCase.evolve(state, event!) as OpenCase
    expect(again.family.members.filter(({ memberId }) => memberId === father)).toMatchObject([{ firstName: 'Karel', role: 'father' }])
    expect(again.family.members.find(({ memberId }) => memberId === father)).not.toHaveProperty('isErased')
    expect(familyCase.decide(add, again)).toMatchObject({ refusal: { code: 'id-in-use' } })
  })
  test('is known, so that new facts about him can be recorded', () => {
    const decision = familyCase.decide({
      type: 'AddContribution', by: groupWorker, at: at('13:00'), id: id(310), kind: 'note', subject: ofFather, category: 'social', setting: 'group', occurredOn: '2027-01-08', situation: 'He came by.',
    }, state)
    expect(decision).toMatchObject({ events: [{ type: 'ContributionAdded' }] })
  })
})

describe('a child who was erased', () => {
  test('is still the one for whom the case was opened', () => {
    const state = without(about(ofChild))
    expect(state.family.members.filter(({ isIndexChild }) => isIndexChild)).toMatchObject([{ memberId: child, role: 'child', firstName: '', isErased: true }])
    expect(without(about({ kind: 'sibling', person: brother })).family.members.filter(({ isIndexChild }) => isIndexChild)).toMatchObject([{ memberId: child, firstName: 'Pim' }])
  })
  test('leaves a case in which nothing is refused by an error: nobody is in its team any more', () => {
    const state = without(about(ofChild))
    expect(familyCase.decide({ type: 'AddAction', by: coach, at: at('13:00'), actionId: id(540), text: 'Call', owner: mother }, state)).toMatchObject({ refusal: { code: 'not-in-team' } })
    expect(familyCase.decide({ type: 'SignalTooMuch', by: asFamily(mother), at: at('13:00'), signalId: id(701), choice: 'callMe', closingDays: [] }, state)).toMatchObject({ events: [{ type: 'TooMuchSignalled' }] })
  })
  test('is itself when the pregnancy was erased with the record of who carried it', () => {
    const { at: moment } = coordinating
    const unborn = { type: 'MemberAdded', subject: { kind: 'unborn', person: mother }, by: coordinator, at: moment, category: 'contact', memberId: id(6), role: 'unbornChild', firstName: 'Bean', carriedBy: mother, dueDate: '2027-03-01', isIndexChild: true, inHousehold: true } as const
    const born = { type: 'ChildBorn', subject: { kind: 'child', person: id(6) }, by: coordinator, at: moment, category: 'contact', memberId: id(6), birthDate: '2027-01-10', firstName: 'Bo' } as const
    const [opened] = story
    expect(fold([opened!, erase(unborn), born]).family.members).toMatchObject([{ memberId: id(6), role: 'child', firstName: 'Bo', isIndexChild: true }])
    expect(fold([opened!, unborn, erase(born)]).family.members).toMatchObject([{ memberId: id(6), role: 'child', firstName: '', isIndexChild: true, isErased: true }])
  })
})

describe('forgetting never opens', () => {
  const only = (...types: readonly string[]) => (event: FamilyCaseEvent): boolean => types.includes(event.type)
  test('a consent whose withdrawal was erased does not hold again; an objection that was erased still counts', () => {
    const holds = (state: OpenCase) => state.consents.filter(({ effect, withdrawnAt }) => effect === 'grant' && withdrawnAt === undefined).map(({ consentId }) => consentId)
    expect(holds(stateOf(story))).toEqual([id(81), id(82)])
    expect(holds(without(only('ConsentWithdrawn')))).toEqual([id(81), id(82)])
    expect(holds(without(only('ObjectionMade')))).toEqual([id(82)])
  })
  test('whose leaving was erased is out of the team', () => {
    expect(without(only('TeamMembershipEnded')).careTeam.members.filter((member) => covers(member, '2027-01-13')).map(({ practitionerId }) => practitionerId)).not.toContain(therapist.person)
  })
  test('authority that was taken away is not certain again', () => {
    expect(without(({ type, at: moment }) => type === 'AuthorityRecorded' && moment === at('11:30')).family.authorities.map(({ status }) => status)).toEqual(['unverified', 'unverified'])
  })
  test('a call that was made is not asked again', () => {
    expect(without(only('SignalAnswered')).overload.signals.every(({ answeredAt }) => answeredAt !== undefined)).toBe(true)
  })
  test('a classification that was completed stands', () => {
    const started = pastWith(
      { type: 'StartClassification', by: coordinator, at: at(), child, classificationId: id(1000), edition: 'dc05v2021', occurredOn: '2027-01-08', occasions: 2, settings: ['home'] },
      ...([{ axis: 'impression', text: 'Careful.' }, { axis: 'competence', lines: competenceDomains.map((domain) => ({ domain, rating: 'asExpected' } as const)) }] as const)
        .map((content, index): FamilyCaseCommand => ({ type: 'AddClassificationPart', by: coordinator, at: at(), classificationId: id(1000), partId: id(1001 + index), version: id(1005 + index), content })),
      { type: 'CompleteClassification', ...coordinating, classificationId: id(1000) },
    )
    expect(familyCase.decide({ type: 'RemoveClassificationPart', by: coordinator, at: at(), partId: id(1001) }, without(only('ClassificationCompleted'), started))).toMatchObject({ refusal: { code: 'classification-completed' } })
  })
  test('whatever mixture of facts is erased', () => {
    const open = ({ consents, careTeam, family, overload }: OpenCase) => new Set([
      ...consents.filter(({ effect, withdrawnAt }) => effect === 'grant' && withdrawnAt === undefined).map(({ consentId }) => `consent ${consentId}`),
      ...careTeam.members.filter((member) => covers(member, '2027-01-13')).map(({ membershipId }) => `membership ${membershipId}`),
      ...overload.signals.filter(({ answeredAt }) => answeredAt === undefined).map(({ signalId }) => `call ${signalId}`),
      ...[...new Map(family.authorities.map((fact) => [`${fact.child} ${fact.adult}`, fact])).values()].filter(({ status }) => status === 'verified').map(({ adult }) => `authority ${adult}`),
    ])
    const before = open(stateOf(story))
    expect(before.size).toBeGreaterThan(5)
    fc.assert(fc.property(fc.array(fc.boolean(), { minLength: story.length, maxLength: story.length, size: 'max' }), (chosen) => {
      const state = fold(story.map((event, index) => chosen[index] && event.subject.kind !== 'case' ? erase(event) : event))
      expect([...open(state)].filter((one) => !before.has(one))).toEqual([])
      const ids = entries(state).map((entry) => `${entry.kind} ${entry.id}`)
      expect(new Set(ids).size).toBe(ids.length)
      expect(state.family.members.filter(({ isIndexChild }) => isIndexChild).length).toBeLessThanOrEqual(1)
      for (const command of [{ type: 'SignalTooMuch', by: asFamily(grandmother), at: at('13:00'), signalId: id(702), choice: 'callMe', closingDays: [] }, { type: 'ChangeGuidingQuestion', ...coordinating, questionId: id(500), version: id(501), text: 'What now?' }] as const) familyCase.decide(command, state)
    }), { numRuns: 500 })
  })
})

test('a case that was never erased from is what it was', () => { expect(without(() => false, past)).toEqual(stateOf(past)) })
