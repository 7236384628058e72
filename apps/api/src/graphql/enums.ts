import { registerEnumType } from '@nestjs/graphql'
import { keptRecords, restrictionGrounds, restrictionRefusals, rules, verdicts } from '@samenspel/accountability'
import { pauseReasons, spokenWays } from '@samenspel/agenda'
import { grantGrounds, refusalGrounds } from '@samenspel/erasure'
import {
  answerWays, askKinds, askOutcomes, authorityBases, authoritySources, authorityStatuses, axes, cardAges, classificationEditions, competenceDomains, competenceRatings, confidences, consentBases, contributionKinds, datePrecisions, documentTypes, drawnAs, dyadForms, dyadKinds, disorderClusters, ecologicalLayers, exchangeAgreements, factorDirections, factorOrigins, goalScales, guardedKinds, goalEndings, hypothesisOutcomes, informants, lifeEventWeights, measureKinds, memberRoles, memberStatuses, nextSteps, overloadChoices, planAnswers, planRequirements, planTopics, planVariants, presences, processDomains, ratingValues, routes, safeguardSteps, searchEndings, searchStatuses, settings, statedKinds, waysOfTakingPart, supportKinds, tieStrengths, treatmentStatuses, stressorGroups, windowsOfTolerance, wishesOfQuestions,
} from '@samenspel/family-case'
import { categories, disciplines, helpKinds } from '@samenspel/kernel'
import { serviceLevels } from '@samenspel/register'

/** Registers an enum whose values inside are the words of the domain: `dayCentre` is written `DAY_CENTRE` outside. */
export const enumOf = <Value extends string>(name: string, values: readonly Value[]): Readonly<Record<string, Value>> => {
  const members = Object.fromEntries(values.map((value) => [outside(value), value]))
  registerEnumType(members, { name })
  return members
}

type Outside<Value extends string> = Value extends `${infer First}${infer Rest}` ? First extends Lowercase<First> ? `${Uppercase<First>}${Outside<Rest>}` : `_${First}${Outside<Rest>}` : ''

/** A word of the domain as it is written outside. */
export const outside = <Value extends string>(value: Value): Outside<Value> => value.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase() as Outside<Value>

export const App = enumOf('App', ['desk', 'parent'])
export const Language = enumOf('Language', ['nl', 'en'])
export const Jurisdiction = enumOf('Jurisdiction', ['NL', 'BE'])
export const Role = enumOf('Role', ['professional', 'familyMember', 'privacyOfficer'])
export const Discipline = enumOf('Discipline', disciplines)
export const Category = enumOf('Category', categories)
export const SubjectKind = enumOf('SubjectKind', ['child', 'sibling', 'adult', 'unborn', 'relation', 'surroundings', 'case'])
export const MemberRole = enumOf('MemberRole', memberRoles)
export const MemberStatus = enumOf('MemberStatus', memberStatuses)
export const DyadKind = enumOf('DyadKind', dyadKinds)
export const DyadForm = enumOf('DyadForm', dyadForms)
export const TieStrength = enumOf('TieStrength', tieStrengths)
export const SupportKind = enumOf('SupportKind', supportKinds)
export const DrawnAs = enumOf('DrawnAs', drawnAs)
export const DayPart = enumOf('DayPart', ['morning', 'afternoon', 'evening'])
export const Setting = enumOf('Setting', settings)
export const WindowOfTolerance = enumOf('WindowOfTolerance', windowsOfTolerance)
export const ContributionKind = enumOf('ContributionKind', contributionKinds)
export const Informant = enumOf('Informant', informants)
export const TakesPart = enumOf('TakesPart', waysOfTakingPart)
export const QuestionWish = enumOf('QuestionWish', wishesOfQuestions)
/** Written outside by what a file is, not by the slash of its type. */
const writtenTypes = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG', 'text/plain': 'TEXT' } as const satisfies Record<(typeof documentTypes)[number], string>
export const DocumentType = Object.fromEntries(documentTypes.map((type) => [writtenTypes[type], type])) as Readonly<Record<string, string>>
registerEnumType(DocumentType, { name: 'DocumentType' })
export const Route = enumOf('Route', routes)
export const CardAge = enumOf('CardAge', cardAges)
export const FactorOrigin = enumOf('FactorOrigin', factorOrigins)
export const ProcessDomain = enumOf('ProcessDomain', processDomains)
export const EcologicalLayer = enumOf('EcologicalLayer', ecologicalLayers)
export const FactorDirection = enumOf('FactorDirection', factorDirections)
export const Confidence = enumOf('Confidence', confidences)
export const HypothesisOutcome = enumOf('HypothesisOutcome', hypothesisOutcomes)
export const JudgementOutcome = enumOf('JudgementOutcome', [...hypothesisOutcomes, 'dismissed'])
export const ClassificationEdition = enumOf('ClassificationEdition', classificationEditions)
export const Axis = enumOf('Axis', axes)
export const DisorderCluster = enumOf('DisorderCluster', disorderClusters)
export const RatingValue = enumOf('RatingValue', ratingValues)
export const StressorGroup = enumOf('StressorGroup', stressorGroups)
export const CompetenceDomain = enumOf('CompetenceDomain', competenceDomains)
export const CompetenceRating = enumOf('CompetenceRating', competenceRatings)
export const GoalScale = enumOf('GoalScale', Object.keys(goalScales) as readonly (keyof typeof goalScales)[])
export const GoalEnding = enumOf('GoalEnding', goalEndings)
export const PlanVariant = enumOf('PlanVariant', planVariants)
export const PlanTopic = enumOf('PlanTopic', planTopics)
export const PlanAnswerKind = enumOf('PlanAnswerKind', planAnswers)
export const NextStep = enumOf('NextStep', nextSteps)
export const PlanRequirement = enumOf('PlanRequirement', [...new Set([...planRequirements.heavy, ...planRequirements.light])])
export const PlanPartKind = enumOf('PlanPartKind', ['question', 'parentsGoal', 'goal', 'line', 'card', 'text'])
export const planChanges = ['same', 'new', 'changed'] as const
export const PlanChange = enumOf('PlanChange', planChanges)
export const planStates = ['drawn', 'inForce', 'former'] as const
export const PlanState = enumOf('PlanState', planStates)
export const PauseReason = enumOf('PauseReason', pauseReasons)
export const latenesses = ['none', 'owner', 'coordinator'] as const
export const Lateness = enumOf('Lateness', latenesses)
export const LifeEventWeight = enumOf('LifeEventWeight', lifeEventWeights)
export const DatePrecision = enumOf('DatePrecision', datePrecisions)
export const AuthorityStatus = enumOf('AuthorityStatus', authorityStatuses)
export const takingOver = ['asSpecialist', 'behindSpecialist'] as const
export const TakingOver = enumOf('TakingOver', takingOver)
export const Presence = enumOf('Presence', presences)
export const meetingStatuses = ['toPlan', 'proposed', 'fixed', 'held', 'cancelled'] as const
export const MeetingStatus = enumOf('MeetingStatus', meetingStatuses)
export const materialGroups = ['asked', 'stuck', 'due', 'new'] as const
export const MaterialGroup = enumOf('MaterialGroup', materialGroups)
/** Parts of the file that a point of an agenda can be about. */
export const materialKinds = ['contribution', 'lifeEvent', 'factor', 'hypothesis', 'goal', 'goalScore', 'agreementCard', 'action', 'portOfEntry', 'consent', 'consentRequest', 'correction', 'overloadSignal'] as const
export const MaterialKind = enumOf('MaterialKind', materialKinds)
export const OverloadChoice = enumOf('OverloadChoice', overloadChoices)

export const helpLineKinds = ['ownGp', 'outOfHoursGp', 'emergency', 'crisisLine', 'coordinator'] as const
export const HelpLineKind = enumOf('HelpLineKind', helpLineKinds)

export const bundleKinds = ['visit', 'home', 'evening', 'digital'] as const
export const appointmentStatuses = ['proposed', 'confirmed', 'cancelled', 'moved', 'tookPlace', 'couldNotCome', 'unknown'] as const
export const proposalStatuses = ['draft', 'sent', 'confirming', 'confirmed', 'released', 'withdrawn'] as const
export const needStatuses = ['open', 'proposed', 'planned', 'withdrawn'] as const
export const changeKinds = ['contribution', 'lifeEvent', 'goal', 'agreementCard', 'guidingQuestion', 'action', 'analysis', 'plan', 'classification', 'appointment', 'proposal', 'team', 'overload', 'question', 'meeting'] as const
export const runStates = ['running', 'done', 'failed'] as const

export const Modality = enumOf('Modality', ['onsite', 'home', 'digital'])
export const BundleKind = enumOf('BundleKind', bundleKinds)
export const AppointmentStatus = enumOf('AppointmentStatus', appointmentStatuses)
export const AppointmentOutcome = enumOf('AppointmentOutcome', ['tookPlace', 'moved', 'couldNotCome', 'unknown'])
export const ProposalKind = enumOf('ProposalKind', ['fewestTravelDays', 'otherDays', 'soonest', 'noEvenings', 'fewestChanges', 'byHand'])
export const ProposalStatus = enumOf('ProposalStatus', proposalStatuses)
export const ProposalAnswer = enumOf('ProposalAnswer', ['yes', 'letOtherAnswer', 'otherMoment'])
export const RunState = enumOf('RunState', runStates)
export const regionSearches = ['minute', 'quarter', 'night'] as const
export const RegionSearch = enumOf('RegionSearch', regionSearches)
export const whyKinds = ['earlier', 'onDate', 'onWeekday', 'together', 'inForm', 'with', 'whatWouldFree'] as const
export const WhyKind = enumOf('WhyKind', whyKinds)
export const NeedStatus = enumOf('NeedStatus', needStatuses)
export const RhythmKind = enumOf('RhythmKind', ['nap', 'dayCentre', 'bedtime', 'school', 'work', 'protectedRest', 'siblingTime', 'preferredRest'])
export const ChangeKind = enumOf('ChangeKind', changeKinds)
/** The parts of the start page, in the order in which they stand there. */
export const todayGroups = ['call', 'asked', 'waiting', 'review', 'ending', 'shared', 'changed'] as const
export type TodayGroupValue = (typeof todayGroups)[number]
/** The pages on which something of the start page is done. */
export const todayPlaces = ['family', 'plan', 'familyPlan', 'analysis', 'planner', 'lostAppointments', 'consents', 'safeguards', 'safety', 'help', 'team', 'meeting', 'questions', 'frontDoor', 'invitations', 'none', 'freeTime'] as const
export type TodayPlaceValue = (typeof todayPlaces)[number]
export const TodayGroup = enumOf('TodayGroup', todayGroups)
export const TodayPlace = enumOf('TodayPlace', todayPlaces)
export const meetingKinds = ['link', 'call', 'none'] as const
export const MeetingKind = enumOf('MeetingKind', meetingKinds)
export const OfferSource = enumOf('OfferSource', ['csv', 'ics'])
export const TakenState = enumOf('TakenState', ['held', 'booked'])

export const erasureStatuses = ['requested', 'refused', 'granted', 'begun', 'destroyed', 'carriedOut'] as const
export type ErasureStatusValue = (typeof erasureStatuses)[number]
export const dueKinds = ['mayBeDestroyed', 'mustBeDestroyed'] as const
export type DueKindValue = (typeof dueKinds)[number]

export const ErasureStatus = enumOf('ErasureStatus', erasureStatuses)
export const GrantGround = enumOf('GrantGround', grantGrounds)
export const RefusalGround = enumOf('RefusalGround', refusalGrounds)
export const DueKind = enumOf('DueKind', dueKinds)
export const KeptRecord = enumOf('KeptRecord', keptRecords)

export const SpokenWay = enumOf('SpokenWay', spokenWays)
export const MailChannel = enumOf('MailChannel', ['mail', 'none'])

export const consentStates = ['waiting', 'inForce', 'coming', 'ended', 'withdrawn', 'overruled'] as const
export type ConsentStateValue = (typeof consentStates)[number]
export const consentRequestStates = ['open', 'oneMoreYes', 'yes', 'no', 'takenBack', 'expired'] as const
export type ConsentRequestStateValue = (typeof consentRequestStates)[number]
export const invitationStates = ['open', 'accepted', 'refused', 'joined', 'takenBack', 'expired'] as const
export type InvitationStateValue = (typeof invitationStates)[number]

export const ConsentEffect = enumOf('ConsentEffect', ['grant', 'objection'])
export const ConsentBasis = enumOf('ConsentBasis', consentBases)
export const AnswerWayEnum = enumOf('AnswerWay', answerWays)
export const HelpKind = enumOf('HelpKind', helpKinds)
export const ServiceLevel = enumOf('ServiceLevel', serviceLevels)
export const AskKind = enumOf('AskKind', askKinds)
export const AskOutcome = enumOf('AskOutcome', askOutcomes)
export const askStatuses = ['open', 'answered', 'withdrawn'] as const
export type AskStatusValue = (typeof askStatuses)[number]
export const AskStatus = enumOf('AskStatus', askStatuses)
export const SearchStatus = enumOf('SearchStatus', searchStatuses)
export const SearchEnding = enumOf('SearchEnding', searchEndings)
export const providerStates = ['open', 'asked', 'noRoom'] as const
export type ProviderStateValue = (typeof providerStates)[number]
export const ProviderState = enumOf('ProviderState', providerStates)
export const TreatmentStatusEnum = enumOf('TreatmentStatus', treatmentStatuses)
export const RecipientKind = enumOf('RecipientKind', ['organisation', 'discipline', 'all'])
export const ConsentState = enumOf('ConsentState', consentStates)
export const ConsentRequestState = enumOf('ConsentRequestState', consentRequestStates)
export const InvitationState = enumOf('InvitationState', invitationStates)

export const AuthorityBasis = enumOf('AuthorityBasis', authorityBases)
export const AuthoritySource = enumOf('AuthoritySource', authoritySources)
export const MeasureKind = enumOf('MeasureKind', measureKinds)
export const ExchangeAgreement = enumOf('ExchangeAgreement', exchangeAgreements)
export const GuardedKind = enumOf('GuardedKind', guardedKinds)
export const StatedKind = enumOf('StatedKind', statedKinds)
export const SafeguardStep = enumOf('SafeguardStep', safeguardSteps)

export const LookKind = enumOf('LookKind', ['looked', 'wrote', 'tookAlong', 'log', 'own', 'refused'])
export const ReviewRule = enumOf('ReviewRule', rules)
export const ReviewVerdict = enumOf('ReviewVerdict', verdicts)
export const RestrictionGround = enumOf('RestrictionGround', restrictionGrounds)
export const RestrictionRefusal = enumOf('RestrictionRefusal', restrictionRefusals)
export const dataRequestKinds = ['restriction', 'unseen', 'statement'] as const
export const DataRequestKind = enumOf('DataRequestKind', dataRequestKinds)
export const restrictionStatuses = ['asked', 'set', 'refused', 'lifted'] as const
export const RestrictionStatus = enumOf('RestrictionStatus', restrictionStatuses)
export const ownRequestKinds = ['erasure', 'restriction', 'unseen'] as const
export const OwnRequestKind = enumOf('OwnRequestKind', ownRequestKinds)
export const ownRequestStatuses = ['waiting', 'waitingForOthers', 'underway', 'done', 'inForce', 'lifted', 'refused', 'answered'] as const
export const OwnRequestStatus = enumOf('OwnRequestStatus', ownRequestStatuses)
