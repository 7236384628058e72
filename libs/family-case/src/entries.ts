/** The case file as a list of readable entries in one shape, so that whoever decides what a reader may see needs no topic. */
import { dayOf, zoneOf, type Actor, type Category, type IsoDate, type IsoInstant, type PersonId, type Subject } from '@samenspel/kernel'
import type { Factor, Hypothesis, Judged, PortOfEntry } from './analysis/state.ts'
import { askReaders, type FamilyAsk } from './asks/state.ts'
import type { TeamMember } from './care-team/state.ts'
import { isDraft, type Classification, type ClassificationPart } from './classification/state.ts'
import type { Consent } from './consent/state.ts'
import type { Closing } from './course/state.ts'
import type { ConsentRequest } from './consent-requests/state.ts'
import type { Contribution, Correction, Question, QuestionAnswer } from './contributions/state.ts'
import type { Labelled } from './fact.ts'
import type { AuthorityFact, Dyad, HelpLine, Home, Member, Support } from './family/family.ts'
import type { Placement } from './groups/state.ts'
import type { HelpSearch, ProviderWords } from './help-choices/state.ts'
import type { Invitation } from './invitations/state.ts'
import type { LifeEvent } from './life-story/state.ts'
import type { Meeting, MeetingInput, MeetingMinutes, MeetingPoint, MeetingReport } from './meetings/state.ts'
import { promptReaders } from './overload/decide.ts'
import type { OverloadSignal, ReflectionAnswer, ReflectionPrompt } from './overload/state.ts'
import type { PlanPart } from './plan/wordings.ts'
import type { AgreementCard, Goal, GoalEnd, GoalScore, GuidingQuestion, PlanAction, PlanLine, PlanVariantChoice } from './plan/state.ts'
import type { PlanAnswer, PlanEvaluation, PlanVersion } from './plan-versions/state.ts'
import { standingRelease, type PracticeCard, type PracticeCardAnswer, type PracticeCards, type Release } from './practice-card/state.ts'
import type { FamilyCase, OpenCase } from './state.ts'
import type { Treatment } from './treatments/state.ts'

/** What there is to read, by kind. What has an author of its own is an entry of its own: a score isn't part of its goal. */
export type EntryValues = {
  readonly member: Member
  readonly dyad: Dyad
  readonly authority: AuthorityFact
  readonly helpLine: HelpLine
  readonly home: Home
  /** What stands around the family, and how strong the tie is. */
  readonly support: Support
  readonly teamMember: TeamMember
  readonly consent: Consent
  readonly contribution: Contribution
  readonly correction: Correction
  /** A question to a colleague; its answers are entries of their own. */
  readonly question: Question
  readonly questionAnswer: QuestionAnswer
  readonly lifeEvent: LifeEvent
  readonly guidingQuestion: GuidingQuestion
  readonly goal: Goal
  readonly goalScore: GoalScore
  readonly agreementCard: AgreementCard
  readonly action: PlanAction
  readonly goalEnd: GoalEnd
  /** One wording of the plan that counts: the newest of what stands, and what a version names. */
  readonly planPart: PlanPart & { readonly isCurrent: boolean }
  readonly planVariant: PlanVariantChoice
  readonly planLineEnd: NonNullable<PlanLine['ended']>
  readonly planVersion: PlanVersion
  /** What one parent said to a version, of that parent's own record. */
  readonly planAnswer: PlanAnswer
  readonly evaluation: PlanEvaluation
  /** `isHeldBack`: who publishes took back this very wording, before its day or after it. */
  readonly practiceCard: PracticeCard & { readonly release?: Release; readonly isHeldBack?: true }
  readonly practiceCardAnswer: PracticeCardAnswer
  readonly factor: Factor
  readonly hypothesis: Hypothesis
  readonly judgement: Judged
  readonly portOfEntry: PortOfEntry
  readonly classification: Classification
  readonly classificationPart: ClassificationPart
  readonly overloadSignal: OverloadSignal
  /** Without its answers: those are entries of their own. */
  readonly reflectionPrompt: Omit<ReflectionPrompt, 'answers'>
  readonly reflectionAnswer: ReflectionAnswer
  readonly consentRequest: ConsentRequest
  /** Who is invited reads the question in it, and no more. */
  readonly invitation: Invitation
  /** That the case was closed, and when it goes on again, that too. */
  readonly closing: Closing
  /** In which group a child is looked after. */
  readonly placement: Placement
  readonly meeting: Meeting
  readonly meetingPoint: MeetingPoint
  readonly meetingInput: MeetingInput
  /** `isFinal`: the meeting was closed, so that this is what was said; until then it is still being written. */
  readonly meetingMinutes: MeetingMinutes & { readonly isFinal: boolean }
  /** What is written for the parents. */
  readonly meetingReport: MeetingReport & { readonly isFinal: boolean }
  /** Whether there is agreement to a treatment of a child, with the answers so far. */
  readonly treatment: Treatment
  /** Which help is sought, from whom it could come, and what each parent chose. */
  readonly helpSearch: HelpSearch
  /** Why one parent chose as they did, of that parent's own record. */
  readonly providerWords: ProviderWords
  /** What one parent asks about who helps, or about the file; for whom that parent addresses. */
  readonly ask: FamilyAsk
}

export type EntryKind = keyof EntryValues

export type EntryOf<Kind extends EntryKind> = {
  readonly id: string
  readonly kind: Kind
  readonly subject: Subject
  readonly category: Category
  /** Who recorded it, or its newest version. */
  readonly by: Actor
  /** When that was. */
  readonly at: IsoInstant
  /** The day it is about. */
  readonly occurredOn: IsoDate
  /** Other people of whom it tells. */
  readonly mentions: readonly PersonId[]
  /** For whom alone it is meant; empty when it is for whoever may read about its subject. */
  readonly addressees: readonly PersonId[]
  readonly value: EntryValues[Kind]
}

export type CaseEntry = { readonly [Kind in EntryKind]: EntryOf<Kind> }[EntryKind]

/** Every readable entry of a case, topic by topic, each in the order of recording. */
export const entries = (state: FamilyCase): readonly CaseEntry[] => state.isOpen ? entriesOf(state) : []

const entriesOf = (state: OpenCase): readonly CaseEntry[] => {
  const { family, careTeam, consents, contributions, lifeStory, plan, planVersions, practiceCard, analysis, classifications, overload, consentRequests, invitations, course, placements, meetings, treatments, helpChoices, asks } = state
  const zone = zoneOf(family.jurisdiction)
  const dayRecorded = ({ at }: { readonly at: IsoInstant }): IsoDate => dayOf(at, zone)
  const entry = <Kind extends EntryKind>(kind: Kind, id: string, value: EntryValues[Kind] & Labelled, more: Partial<Pick<CaseEntry, 'occurredOn' | 'mentions' | 'addressees'>> = {}): EntryOf<Kind> => ({
    id, kind, subject: value.subject, category: value.category, by: value.by, at: value.at, occurredOn: more.occurredOn ?? dayRecorded(value), mentions: more.mentions ?? [], addressees: more.addressees ?? [], value,
  })
  const readers = promptReaders(state)
  const closed = new Set(meetings.all.filter((meeting) => meeting.closed !== undefined).map(({ meetingId }) => meetingId))
  return [
    // Of who was erased there is nothing to read.
    ...family.members.filter(({ isErased }) => isErased !== true).map((member) => entry('member', member.memberId, member)),
    ...family.dyads.map((dyad) => entry('dyad', dyad.dyadId, dyad)),
    ...family.authorities.map((fact) => entry('authority', fact.authorityId, fact, { occurredOn: fact.from, mentions: [fact.adult] })),
    ...family.helpLines.map((line) => entry('helpLine', line.helpLineId, line)),
    ...[...family.earlierHomes ?? [], ...family.home === undefined ? [] : [family.home]].map((home) => entry('home', home.homeId, home)),
    ...family.supports.map((support) => entry('support', support.supportId, support)),
    ...careTeam.members.map((member) => entry('teamMember', member.membershipId, member, { occurredOn: member.from })),
    ...consents.map((consent) => consentEntry(consent, dayRecorded(consent))),
    ...contributions.all.map((contribution) => entry('contribution', contribution.id, contribution, { occurredOn: contribution.occurredOn })),
    ...contributions.corrections.map((correction) => entry('correction', correction.id, correction, { mentions: correction.by.role === 'familyMember' ? [correction.by.person] : [] })),
    ...contributions.questions.map((question) => entry('question', question.questionId, question)),
    ...contributions.answers.map((answer) => entry('questionAnswer', answer.answerId, answer)),
    ...lifeStory.map((event) => entry('lifeEvent', event.id, event, { occurredOn: event.occurredOn })),
    ...(plan.guidingQuestion === undefined ? [] : [entry('guidingQuestion', plan.guidingQuestion.questionId, plan.guidingQuestion)]),
    ...plan.goals.map((goal) => entry('goal', goal.goalId, goal)),
    ...plan.scores.map((score) => entry('goalScore', score.scoreId, score, { occurredOn: score.on })),
    ...plan.cards.map((card) => entry('agreementCard', card.cardId, card)),
    ...plan.actions.map((action) => entry('action', action.actionId, action)),
    ...plan.goals.flatMap(({ ended }) => ended === undefined ? [] : [entry('goalEnd', ended.endingId, ended)]),
    ...(plan.variantChoice === undefined ? [] : [entry('planVariant', plan.variantChoice.choiceId, plan.variantChoice)]),
    ...partsToRead(state).map((part) => entry('planPart', part.version, part)),
    ...plan.lines.flatMap(({ ended }) => ended === undefined ? [] : [entry('planLineEnd', ended.endingId, ended)]),
    ...planVersions.all.map((version) => entry('planVersion', version.planVersionId, version)),
    ...planVersions.answers.map((answer) => entry('planAnswer', answer.answerId, answer)),
    ...planVersions.evaluations.map((evaluation) => entry('evaluation', evaluation.evaluationId, evaluation, { occurredOn: evaluation.on })),
    ...(practiceCard.card === undefined ? [] : [entry('practiceCard', practiceCard.card.version, withRelease(practiceCard.card, practiceCard))]),
    ...practiceCard.answers.map((answer) => entry('practiceCardAnswer', answer.answerId, answer)),
    ...analysis.factors.map((factor) => entry('factor', factor.factorId, factor, { mentions: factor.heardFrom })),
    ...analysis.hypotheses.map((hypothesis) => entry('hypothesis', hypothesis.hypothesisId, hypothesis)),
    ...analysis.judgements.map((judgement) => entry('judgement', judgement.judgementId, judgement)),
    ...analysis.ports.map((port) => entry('portOfEntry', port.portId, port, { mentions: port.entryPerson === undefined ? [] : [port.entryPerson] })),
    ...classifications.all.map((one) => entry('classification', one.classificationId, one, { occurredOn: one.occurredOn })),
    ...classifications.parts.map((part) => entry('classificationPart', part.partId, part, { addressees: isDraft(part) ? draftReaders(part, state) : [] })),
    ...overload.signals.map((signal) => entry('overloadSignal', signal.signalId, signal)),
    ...overload.prompts.flatMap(({ answers, ...prompt }): readonly CaseEntry[] => [
      entry('reflectionPrompt', prompt.promptId, prompt, { addressees: readers }),
      ...answers.map((answer) => entry('reflectionAnswer', answer.answerId, answer, { addressees: readers })),
    ]),
    ...consentRequests.map((request): EntryOf<'consentRequest'> => ({
      id: request.requestId, kind: 'consentRequest', subject: request.subject, category: labelOf(request.category),
      by: request.by, at: request.at, occurredOn: dayRecorded(request), mentions: [], addressees: [], value: request,
    })),
    ...invitations.map((invitation) => entry('invitation', invitation.invitationId, invitation, { addressees: [invitation.practitionerId] })),
    ...placements.map((placement) => entry('placement', placement.placementId, placement, { occurredOn: placement.from })),
    ...meetings.all.map((meeting) => entry('meeting', meeting.meetingId, meeting, { mentions: meeting.without?.parents ?? [], ...(meeting.fixed !== undefined && { occurredOn: meeting.fixed.date }) })),
    ...meetings.points.map((point) => entry('meetingPoint', point.pointId, point)),
    ...meetings.inputs.map((input) => entry('meetingInput', input.inputId, input)),
    ...meetings.minutes.map((minutes) => entry('meetingMinutes', minutes.pointId, { ...minutes, isFinal: closed.has(minutes.meetingId) })),
    ...meetings.reports.map((report) => entry('meetingReport', report.reportId, { ...report, isFinal: closed.has(report.meetingId) })),
    ...treatments.map((treatment) => entry('treatment', treatment.treatmentId, treatment)),
    ...helpChoices.searches.map((search) => entry('helpSearch', search.searchId, search, { mentions: whomItConcerns(search, state) })),
    ...helpChoices.words.map((words) => entry('providerWords', words.wordsId, words)),
    ...asks.map((ask) => entry('ask', ask.askId, ask, { addressees: askReaders(ask, careTeam) })),
    // Of a closing whose words were erased there is nothing to read.
    ...course.filter(({ words }) => words !== '').map((closing) => entry('closing', closing.closingId, closing)),
  ]
}

const withRelease = (card: PracticeCard, cards: PracticeCards): EntryValues['practiceCard'] => {
  const release = standingRelease(cards)
  if (release !== undefined) return { ...card, release }
  return cards.releases.some(({ version }) => version === card.version) ? { ...card, isHeldBack: true } : card
}

/** Wordings that have an entry of their own besides: those of lines and texts while they are the newest, and all that a version names. */
const partsToRead = ({ plan, planVersions }: OpenCase): readonly EntryValues['planPart'][] => {
  const newest = new Map(plan.parts.map((part) => [`${part.content.kind} ${part.of}`, part.version]))
  const named = new Set(planVersions.all.flatMap(({ parts }) => parts.map(({ version }) => version)))
  const isWordsAlone = ({ content: { kind } }: PlanPart): boolean => kind === 'line' || kind === 'text' || kind === 'parentsGoal'
  return plan.parts.flatMap((part) => {
    const isCurrent = newest.get(`${part.content.kind} ${part.of}`) === part.version
    return named.has(part.version) || (isCurrent && isWordsAlone(part)) ? [{ ...part, isCurrent }] : []
  })
}

/** Where help is sought and chosen tells where who chooses lives: who is protected from one of them reads none of it. */
const whomItConcerns = ({ subject, answers }: HelpSearch, { family: { authorities } }: OpenCase): readonly PersonId[] => {
  const persons = subject.kind === 'relation' ? subject.persons : subject.kind === 'case' ? [] : [subject.person]
  return [...new Set([...authorities.flatMap(({ child, adult }) => persons.includes(child) ? [adult] : []), ...answers.map(({ parent }) => parent)])]
}

/** A bond's rating that wasn't talked about yet is read by who rated it and who coordinates. */
const draftReaders = ({ by }: ClassificationPart, { careTeam }: OpenCase): readonly PersonId[] => [...new Set([by.person, ...(careTeam.coordinator === undefined ? [] : [careTeam.coordinator])])]

/**
 * What is said about sharing everything opens to whom the plan opens: it holds nothing of any label, and who has to keep to a no to
 * everything must know of it. With every label at once, `safety` among them, nobody but its author would (C-06, F04).
 */
export const labelOf = (category: Category | '*'): Category => category === '*' ? 'plan' : category

const consentEntry = (consent: Consent, occurredOn: IsoDate): EntryOf<'consent'> => ({
  id: consent.consentId, kind: 'consent', subject: consent.subject, category: labelOf(consent.category),
  by: consent.by, at: consent.at, occurredOn, mentions: consent.signedBy, addressees: [], value: consent,
})

/** What was recorded or changed after a moment, newest first: candidates, from which a reader gets what the reader may see. */
export const changesSince = (state: FamilyCase, at: IsoInstant): readonly CaseEntry[] =>
  entries(state)
    .filter((entry) => Temporal.Instant.compare(entry.at, at) > 0)
    .sort((a, b) => Temporal.Instant.compare(b.at, a.at))
