import { describe, expect, test } from '@jest/globals'
import { subjectKey, system } from '@samenspel/kernel'
import { changesSince, entries, type CaseEntry, type EntryKind } from './entries.ts'
import { familyCase } from './family-case.ts'
import type { FamilyCaseCommand } from './messages.ts'
import {
  aGoal, asFamily, at, child, coach, coordinating, coordinator, dayCentre, father, groupWorker, id, mother, past, pastWith, stateOf, substitute, therapist,
} from './testing/case.ts'

const later = { at: at('12:00', '2027-01-12') } as const
const ofChild = { kind: 'child', person: child } as const
const ofMother = { kind: 'adult', person: mother } as const
const full: readonly FamilyCaseCommand[] = [
  { type: 'AddDyad', ...coordinating, dyadId: id(50), persons: [mother, child], kind: 'parentAndChild' },
  { type: 'RecordHelpLine', ...coordinating, helpLineId: id(60), kind: 'ownGp', label: 'Huisarts', number: '000' },
  { type: 'RecordHome', ...coordinating, homeId: id(61), address: 'Dorpsstraat 1', point: { x: 2, y: 3.5 } },
  { type: 'RecordSupport', ...coordinating, supportId: id(62), version: id(63), name: 'School', kind: 'school' },
  { type: 'GiveConsent', by: asFamily(mother), at: at(), consentId: id(80), subject: ofMother, category: '*',
    recipient: { kind: 'organisation', organisation: dayCentre }, from: '2027-01-11', signedBy: [mother], basis: 'digital', askedBy: mother, howExplained: 'Together' },
  { type: 'AddContribution', by: groupWorker, at: at(), id: id(300), kind: 'note', subject: ofChild, category: 'development', setting: 'group',
    occurredOn: '2027-01-08', situation: 'Played.' },
  { type: 'AddStatement', by: asFamily(father), at: at(), id: id(301), entry: { kind: 'contribution', id: id(300) }, entryBy: groupWorker.person, entryAbout: ofChild, entryCategory: 'development', text: 'Slept.' },
  { type: 'AskColleague', by: groupWorker, at: at(), questionId: id(302), to: coordinator.person, wish: 'answer', subject: ofChild, category: 'development', text: 'At home too?', contributionId: id(300), mayBeRead: true },
  { type: 'AnswerColleague', by: coordinator, at: at(), answerId: id(303), questionId: id(302), text: 'Yes.', mayBeRead: true },
  { type: 'AddLifeEvent', by: therapist, at: at(), id: id(400), subject: ofMother, category: 'mentalHealth', occurredOn: '2020-01-01',
    precision: 'year', title: 'Worked', weight: 'strength' },
  { type: 'ChangeGuidingQuestion', ...coordinating, questionId: id(500), version: id(501), text: 'What now?' },
  { type: 'ScoreGoal', by: groupWorker, at: at(), scoreId: id(610), goalId: id(41), value: 0, on: '2027-01-09' },
  { type: 'AddAgreementCard', by: groupWorker, at: at(), cardId: id(520), version: id(521), title: 'Sleep', text: 'A song', settings: ['home'] },
  { type: 'AddAction', by: coach, at: at(), actionId: id(530), text: 'Call', owner: coach.person },
  { type: 'AddFactor', by: groupWorker, at: at(), subject: ofChild, factorId: id(540), version: id(541), category: 'development', origin: 'child', domain: 'childCharacteristics', layer: 'micro', direction: 'risk', title: 'Startled', evidence: 'Seen twice.', heardFrom: [mother] },
  { type: 'AddHypothesis', by: groupWorker, at: at(), subject: ofChild, hypothesisId: id(542), version: id(543), category: 'development', statement: 'Too loud', mechanism: 'It adds up', supporting: [id(540)], opposing: [], confidence: 'low', nextTest: 'A quiet corner' },
  { type: 'DecideHypothesis', ...coordinating, hypothesisId: id(542), judgementId: id(544), outcome: 'supported', reason: 'It helped.' },
  { type: 'SetPortOfEntry', ...coordinating, subject: ofChild, portId: id(545), route: 'child', why: 'First quiet.', parentsQuestion: 'Why so startled?', reviewOn: '2027-03-01' },
  { type: 'StartClassification', by: coordinator, at: at(), child, classificationId: id(1000), edition: 'dc05v2021', occurredOn: '2027-01-08', occasions: 2, settings: ['home'] },
  { type: 'AddClassificationPart', by: coordinator, at: at(), classificationId: id(1000), partId: id(1001), version: id(1002), content: { axis: 'impression', text: 'Careful.' } },
  { type: 'SignalTooMuch', by: asFamily(mother), at: at(), signalId: id(700), choice: 'callMe', closingDays: [] },
  ...[800, 801].map((number): FamilyCaseCommand => ({ type: 'NoteLateCancellation', by: system, at: at(), appointmentId: id(number), on: '2027-01-11', promptId: id(900) })),
  { type: 'RequestConsent', by: groupWorker, at: at(), requestId: id(960), subject: ofMother, category: '*', recipient: { kind: 'all' }, from: '2027-01-11', why: 'To help.', howExplained: 'Together', answerBy: '2027-02-01' },
  { type: 'InvitePartner', ...coordinating, invitationId: id(970), practitionerId: id(971), organisation: dayCentre, discipline: 'gp', subject: ofChild, category: 'contact', question: 'Can you help?', from: '2027-01-11', answerBy: '2027-02-01' },
  { type: 'AnswerReflection', by: coach, at: at(), answerId: id(950), promptId: id(900), text: 'Tired' },
  { type: 'PlaceInGroup', by: groupWorker, at: at(), registrationValid: false, placementId: id(980), child, organisation: dayCentre, groupId: id(981), groups: [id(981)], from: '2027-01-11' },
  { type: 'AddGoal', ...coordinating, goalId: id(600), version: id(601), subject: ofChild, ...aGoal },
  { type: 'EndGoal', ...coordinating, endingId: id(602), goalId: id(600), outcome: 'reached', words: 'It goes.' },
  { type: 'WriteParentsGoal', by: asFamily(mother), at: at(), parent: mother, version: id(603), text: 'Rest' },
  { type: 'WritePlanLine', ...coordinating, lineId: id(604), version: id(605), route: 'bond', text: 'Films' },
  { type: 'ChoosePlanVariant', ...coordinating, choiceId: id(612), variant: 'light' },
  { type: 'DrawPlanVersion', ...coordinating, planVersionId: id(606) },
  { type: 'EndPlanLine', ...coordinating, lineId: id(604), endingId: id(607), words: 'Enough.' },
  { type: 'AnswerPlanVersion', by: asFamily(mother), at: at(), answerId: id(608), planVersionId: id(606), parent: mother, answer: 'question' },
  { type: 'WritePracticeCard', ...coordinating, version: id(609), traces: [], title: 'A child', situation: 'A child', tried: 'Waiting', whatHelped: 'Time', ages: ['toddler'], routes: ['child'], settings: ['home'] },
  { type: 'AnswerPracticeCard', by: asFamily(mother), at: at(), answerId: id(611), version: id(609), parent: mother, isYes: false },
  { type: 'ConveneMeeting', ...coordinating, meetingId: id(1000), version: id(1001), purpose: 'Half a year on', attendees: [coordinator.person, groupWorker.person, mother].map((person) => ({ person, presence: 'must' })), without: { reason: 'At sea.', teller: coach.person }, fixed: { date: '2027-02-02', from: '20:00', to: '21:00', place: 'At home' } },
  { type: 'AddParentsPoint', by: asFamily(mother), at: at(), meetingId: id(1000), pointId: id(1010), text: 'Rest', aboutSelf: true },
  { type: 'GiveMeetingInput', by: groupWorker, at: at(), meetingId: id(1000), inputId: id(1011), text: 'Calmer', subject: ofChild, category: 'development' },
  { type: 'WriteMinutes', by: groupWorker, at: at(), meetingId: id(1000), pointId: id(1010), version: id(1012), notes: 'Spoken of.', decision: '' },
  { type: 'WriteReport', by: coordinator, at: at(), meetingId: id(1000), reportId: id(1013), version: id(1014), discussed: 'Rest.', agreed: 'One evening.', next: '' },
  { type: 'ProposeTreatment', by: groupWorker, at: at(), treatmentId: id(982), child, what: 'Practising to eat', treatedBy: 'the speech therapist', isSubstantial: false },
  {
    type: 'AskHelp', ...coordinating, searchId: id(1100), subject: ofChild, kind: 'eating', why: 'To practise.', suitable: [dayCentre],
    proposal: { proposalId: id(1101), options: [{ optionId: id(1102), serviceId: id(1103), organisation: dayCentre, organisationName: 'Centre', name: 'Eating' }], fewerWhy: 'The only one.' },
  },
  { type: 'AnswerProviders', by: asFamily(mother), at: at(), searchId: id(1100), proposalId: id(1101), parent: mother, optionId: id(1102), wordsId: id(1104), words: 'Near.' },
  { type: 'MakeAsk', by: asFamily(mother), at: at(), askId: id(1150), kind: 'otherProvider', parent: mother, about: groupWorker.person, words: 'Not her.' },
  { type: 'CloseCase', ...coordinating, closingId: id(990), words: 'Done.', hasAppointments: false },
  { type: 'ReopenCase', ...coordinating, words: 'Not done.' },
]
const state = stateOf(pastWith(...full))
const find = <Kind extends EntryKind>(kind: Kind): Extract<CaseEntry, { kind: Kind }> =>
  entries(state).find((entry): entry is Extract<CaseEntry, { kind: Kind }> => entry.kind === kind)!

describe('the entries of a case', () => {
  test('there is nothing to read in a case that was never opened', () => {
    expect(entries(familyCase.initial)).toEqual([])
  })
  test('everything that people read is there, of every kind, each under its own id', () => {
    const kinds: Readonly<Record<EntryKind, number>> = {
      member: 5, dyad: 1, authority: 2, helpLine: 1, home: 1, support: 1, teamMember: 5, consent: 1, contribution: 1, correction: 1, question: 1, questionAnswer: 1, lifeEvent: 1, guidingQuestion: 1, goal: 2, goalEnd: 1, planPart: 5, planLineEnd: 1, planVariant: 1, planVersion: 1, planAnswer: 1, evaluation: 0, practiceCard: 1, practiceCardAnswer: 1,
      goalScore: 1, agreementCard: 1, action: 1, factor: 1, hypothesis: 1, judgement: 1, portOfEntry: 1, classification: 1, classificationPart: 1, overloadSignal: 1, reflectionPrompt: 1, reflectionAnswer: 1, consentRequest: 1, invitation: 1, placement: 1, treatment: 1, helpSearch: 1, providerWords: 1, ask: 1, closing: 1, meeting: 1, meetingPoint: 1, meetingInput: 1, meetingMinutes: 1, meetingReport: 1,
    }
    const all = entries(state)
    for (const [kind, count] of Object.entries(kinds)) expect([kind, all.filter((entry) => entry.kind === kind).length]).toEqual([kind, count])
    expect(new Set(all.map((entry) => `${entry.kind} ${entry.id}`)).size).toBe(Object.values(kinds).reduce((sum, count) => sum + count))
  })
  test('each says whom it is about, who wrote it, when, and which day it tells of', () => {
    expect(find('contribution')).toMatchObject({
      id: id(300), subject: { kind: 'child', person: child }, category: 'development', by: groupWorker, at: at(), occurredOn: '2027-01-08', mentions: [], addressees: [],
    })
    expect(subjectKey(find('lifeEvent').subject)).toBe(`adult:${mother}`)
    expect(find('goalScore')).toMatchObject({ by: groupWorker, occurredOn: '2027-01-09', value: { value: 0 } })
  })
  test('what has its own author is never hidden inside something else', () => {
    expect(JSON.stringify(find('contribution').value)).not.toContain('Slept.')
    expect(JSON.stringify(find('reflectionPrompt').value)).not.toContain('Tired')
    expect(find('goal').value).not.toHaveProperty('scores')
  })
  test('a consent for every label opens with the plan, since with every label nobody would find it', () => {
    expect(find('consent').category).toBe('plan')
    expect(find('consentRequest').category).toBe('plan')
    expect(find('invitation').addressees).toEqual([id(971)])
  })
  test('a meeting tells of the parents who aren\'t asked; what is written at a point is about whom the point is about, and final once the meeting is closed', () => {
    expect(find('meeting')).toMatchObject({ occurredOn: '2027-02-02', mentions: [father] })
    expect([find('meetingPoint'), find('meetingMinutes')].map(({ subject }) => subjectKey(subject))).toEqual([`adult:${mother}`, `adult:${mother}`])
    expect([find('meetingMinutes'), find('meetingReport')].map(({ value }) => value.isFinal)).toEqual([false, false])
  })
  test('a prompt and its answers are addressed to a few, and about nobody; late cancellations are no entry at all', () => {
    for (const kind of ['reflectionPrompt', 'reflectionAnswer'] as const) {
      expect(find(kind)).toMatchObject({ subject: { kind: 'case' }, addressees: [coordinator.person, substitute.person, coach.person] })
    }
    expect(JSON.stringify(entries(state))).not.toContain(id(800))
  })
})

describe('what changed since a moment', () => {
  test('only what was recorded after it, newest first', () => {
    const events = pastWith(...full,
      { type: 'AddContribution', by: groupWorker, ...later, id: id(310), kind: 'note', subject: ofChild, category: 'development', setting: 'group',
        occurredOn: '2027-01-01', situation: 'Late note.' },
      { type: 'ChangeGoal', ...coordinating, at: at('13:00', '2027-01-12'), goalId: id(41), from: id(42), version: id(43), subject: ofChild,
        ...aGoal, title: 'Wondering at bedtime' },
    )
    expect(changesSince(stateOf(events), at('10:00', '2027-01-11')).map((entry) => [entry.kind, entry.id])).toEqual([['goal', id(41)], ['contribution', id(310)]])
    expect(changesSince(stateOf(events), at('13:00', '2027-01-12'))).toEqual([])
    expect(changesSince(stateOf(past), at('00:00', '2026-01-01')).length).toBe(entries(stateOf(past)).length)
  })
})
