/**
 * The family case file: one stream, `family-<id>`, one decider. The topics hold what happens; here stands which topic an event and
 * a command belong to.
 */
import { type Decider, type Decision } from '@samenspel/kernel'
import { decideAnalysis } from './analysis/decide.ts'
import { evolveAnalysis, noAnalysis } from './analysis/state.ts'
import { decideAsks } from './asks/decide.ts'
import { evolveAsks } from './asks/state.ts'
import { decideCareTeam } from './care-team/decide.ts'
import { evolveCareTeam, noTeam } from './care-team/state.ts'
import { decideClassification } from './classification/decide.ts'
import { evolveClassifications, noClassifications } from './classification/state.ts'
import { decideConsent } from './consent/decide.ts'
import { evolveConsents } from './consent/state.ts'
import { decideConsentRequests } from './consent-requests/decide.ts'
import { evolveConsentRequests } from './consent-requests/state.ts'
import { decideCourse, refuseWhenClosed } from './course/decide.ts'
import { evolveCourse } from './course/state.ts'
import { decideContributions } from './contributions/decide.ts'
import { evolveContributions, noContributions } from './contributions/state.ts'
import { evolveErased } from './erased.ts'
import { decideFamily, decideOpening } from './family/decide.ts'
import { evolveFamily, openFamily } from './family/state.ts'
import { decidePlacements } from './groups/decide.ts'
import { evolvePlacements } from './groups/state.ts'
import { decideHelpChoices } from './help-choices/decide.ts'
import { evolveHelpChoices, noHelpChoices } from './help-choices/state.ts'
import { decideInvitations } from './invitations/decide.ts'
import { evolveInvitations } from './invitations/state.ts'
import { decideLifeStory } from './life-story/decide.ts'
import { evolveLifeStory } from './life-story/state.ts'
import { decideMeetings } from './meetings/decide.ts'
import { evolveMeetings, noMeetings } from './meetings/state.ts'
import type { FamilyCaseCommand, FamilyCaseEvent } from './messages.ts'
import { decideNetwork } from './network/decide.ts'
import { evolveNetwork } from './network/state.ts'
import { decideOverload } from './overload/decide.ts'
import { evolveOverload, noOverload } from './overload/state.ts'
import { decidePlan } from './plan/decide.ts'
import { evolvePlan, noPlan } from './plan/state.ts'
import { decidePlanVersions } from './plan-versions/decide.ts'
import { evolvePlanVersions, noVersions } from './plan-versions/state.ts'
import { decidePracticeCard } from './practice-card/decide.ts'
import { evolvePracticeCard, noPracticeCard } from './practice-card/state.ts'
import { refuse } from './refusals.ts'
import { decideSafeguards } from './safeguards/decide.ts'
import { evolveSafeguards } from './safeguards/state.ts'
import { decideSilence } from './silence/decide.ts'
import { evolveSilence } from './silence/state.ts'
import type { FamilyCase, OpenCase } from './state.ts'
import { decideTreatments } from './treatments/decide.ts'
import { evolveTreatments } from './treatments/state.ts'

const evolve = (state: FamilyCase, event: FamilyCaseEvent): FamilyCase => {
  if (event.type === 'FamilyOpened') return opened(event)
  return state.isOpen ? evolveOpen(state, event) : state
}

const nothingRecorded: Omit<OpenCase, 'family'> = {
  isOpen: true, careTeam: noTeam, consents: [], contributions: noContributions, lifeStory: [], plan: noPlan, planVersions: noVersions, practiceCard: noPracticeCard, analysis: noAnalysis, classifications: noClassifications, overload: noOverload,
  consentRequests: [], invitations: [], safeguards: [], course: [], placements: [], meetings: noMeetings, treatments: [],
  helpChoices: noHelpChoices, asks: [],
}

const opened = (event: Extract<FamilyCaseEvent, { type: 'FamilyOpened' }>): OpenCase => ({ ...nothingRecorded, family: openFamily(event) })

/** The same file without what was written in it day by day: who the family is, who works with it, what was agreed, and what is kept from whom. It stays small. */
export const outlineOf = ({ family, careTeam, consents, safeguards, placements }: OpenCase): OpenCase => ({ ...nothingRecorded, family, careTeam, consents, safeguards, placements })

const evolveOpen = (state: OpenCase, event: FamilyCaseEvent): OpenCase => {
  switch (event.type) {
    case 'FamilyOpened':
    case 'MemberAdded':
    case 'DyadAdded':
    case 'ChildBorn':
    case 'AuthorityRecorded':
    case 'HelpLineRecorded':
    case 'HomeRecorded':
    case 'ParentsApartSet':
    case 'AuthorityVerified':
    case 'AuthorityCorrected':
    case 'AuthorityGapReviewed':
      return { ...state, family: evolveFamily(state.family, event) }
    case 'TeamMemberAdded':
    case 'TeamMembershipEnded':
    case 'TeamMembershipChanged':
    case 'CoordinatorAppointed':
    case 'CoordinationEnded':
    case 'SubstituteAppointed':
      return { ...state, careTeam: evolveCareTeam(state.careTeam, event) }
    case 'ConsentGiven':
    case 'ObjectionMade':
    case 'ConsentSigned':
    case 'ConsentWithdrawn':
      return { ...state, consents: evolveConsents(state.consents, event) }
    case 'ContributionAdded':
    case 'ContributionCorrected':
    case 'StatementAdded':
    case 'ColleagueAsked':
    case 'ColleagueAnswered':
    case 'ColleagueQuestionClosed':
      return { ...state, contributions: evolveContributions(state.contributions, event) }
    case 'LifeEventAdded':
      return { ...state, lifeStory: evolveLifeStory(state.lifeStory, event) }
    case 'GuidingQuestionSet':
    case 'GuidingQuestionChanged':
    case 'GoalAdded':
    case 'GoalChanged':
    case 'GoalScored':
    case 'AgreementCardAdded':
    case 'AgreementCardChanged':
    case 'ActionAdded':
    case 'ActionCompleted':
    case 'ActionReopened':
    case 'ActionMoved':
    case 'GoalEnded':
    case 'PlanVariantChosen':
    case 'PlanTextWritten':
    case 'ParentsGoalWritten':
    case 'PlanLineWritten':
    case 'PlanLineEnded':
      return { ...state, plan: evolvePlan(state.plan, event) }
    case 'PlanVersionDrawn':
    case 'PlanVersionAnswered':
    case 'PlanVersionActivated':
    case 'PlanEvaluated':
      return { ...state, planVersions: evolvePlanVersions(state.planVersions, event) }
    case 'PracticeCardWritten':
    case 'PracticeCardAnswered':
    case 'PracticeCardReleased':
    case 'PracticeCardPlaced':
    case 'PracticeCardRecalled':
    case 'PracticeCardRemoved':
      return { ...state, practiceCard: evolvePracticeCard(state.practiceCard, event) }
    case 'TooMuchSignalled':
    case 'SignalPassedToSubstitute':
    case 'SignalAnswered':
    case 'LateCancellationNoted':
    case 'LateCancellationWithdrawn':
    case 'ReflectionPromptOpened':
    case 'ReflectionAnswered':
    case 'ReflectionPromptClosed':
      return { ...state, overload: evolveOverload(state.overload, event) }
    case 'ConsentRequested':
    case 'ConsentRequestWithdrawn':
      return { ...state, consentRequests: evolveConsentRequests(state.consentRequests, event) }
    case 'PartnerInvited':
    case 'InvitationAnswered':
    case 'InvitationWithdrawn':
      return { ...state, invitations: evolveInvitations(state.invitations, event) }
    case 'SafeguardSet':
    case 'SafeguardReviewed':
    case 'SafeguardLifted':
    case 'SafeguardExplained':
    case 'MentionsRecorded':
      return { ...state, safeguards: evolveSafeguards(state.safeguards, event) }
    case 'CaseClosed':
    case 'CaseReopened':
      return { ...state, course: evolveCourse(state.course, event) }
    case 'GroupPlacementRecorded':
    case 'GroupPlacementEnded':
      return { ...state, placements: evolvePlacements(state.placements, event) }
    case 'MeetingConvened':
    case 'MeetingChanged':
    case 'MeetingTimeSet':
    case 'MeetingCancelled':
    case 'MeetingPointAdded':
    case 'MeetingPointWithdrawn':
    case 'MeetingAgendaOrdered':
    case 'MeetingInputGiven':
    case 'MeetingPresenceNoted':
    case 'MeetingMinutesChanged':
    case 'MeetingActionAdded':
    case 'MeetingReportChanged':
    case 'MeetingClosed':
    case 'MeetingParentInformed':
      return { ...state, meetings: evolveMeetings(state.meetings, event) }
    case 'TreatmentProposed':
    case 'TreatmentAnswered':
    case 'TreatmentExceptionMade':
    case 'TreatmentWithdrawn':
      return { ...state, treatments: evolveTreatments(state.treatments, event) }
    case 'HelpAsked':
    case 'ProvidersProposed':
    case 'ProviderAnswered':
    case 'ProviderAnswerExplained':
    case 'NoRoomNoted':
    case 'ChosenProviderInvited':
    case 'HelpSearchEnded':
      return { ...state, helpChoices: evolveHelpChoices(state.helpChoices, event) }
    case 'AskMade':
    case 'AskPassed':
    case 'AskAnswered':
    case 'AskWithdrawn':
      return { ...state, asks: evolveAsks(state.asks, event) }
    case 'FactorAdded':
    case 'FactorChanged':
    case 'FactorDismissed':
    case 'HypothesisAdded':
    case 'HypothesisChanged':
    case 'HypothesisDecided':
    case 'PortOfEntrySet':
      return { ...state, analysis: evolveAnalysis(state.analysis, event) }
    case 'MemberChanged':
    case 'DyadChanged':
    case 'SupportRecorded':
      return { ...state, family: evolveNetwork(state.family, event) }
    case 'ClassificationStarted':
    case 'ClassificationPartAdded':
    case 'ClassificationPartChanged':
    case 'ClassificationPartRemoved':
    case 'BondRatingDiscussed':
    case 'ClassificationCompleted':
      return { ...state, classifications: evolveClassifications(state.classifications, event) }
    case 'MemberStatusRecorded':
    case 'MemberStatusCorrected':
    case 'MessagesStopped':
    case 'MessagesResumed':
      return { ...state, family: evolveSilence(state.family, event) }
  }
}

const decide = (command: FamilyCaseCommand, state: FamilyCase): Decision<FamilyCaseEvent> => {
  if (command.type === 'OpenFamily') return state.isOpen ? refuse('already-opened') : decideOpening(command)
  return state.isOpen ? refuseWhenClosed(command, state) ?? decideOpen(command, state) : refuse('family-unknown')
}

const decideOpen = (command: Exclude<FamilyCaseCommand, { type: 'OpenFamily' }>, state: OpenCase): Decision<FamilyCaseEvent> => {
  switch (command.type) {
    case 'AddMember':
    case 'AddDyad':
    case 'RecordBirth':
    case 'RecordAuthority':
    case 'RecordHelpLine':
    case 'RecordHome':
    case 'SetParentsApart':
    case 'VerifyAuthority':
    case 'CorrectAuthority':
    case 'ReviewAuthorityGap':
      return decideFamily(command, state)
    case 'AddTeamMember':
    case 'EndTeamMembership':
    case 'ChangeTeamMembership':
    case 'HandOverCoordination':
    case 'AppointSubstitute':
      return decideCareTeam(command, state)
    case 'GiveConsent':
    case 'MakeObjection':
    case 'SignConsent':
    case 'StopSharing':
    case 'WithdrawConsent':
    case 'RenewConsent':
      return decideConsent(command, state)
    case 'AddContribution':
    case 'AddStatement':
    case 'AnswerStatement':
    case 'AskColleague':
    case 'AnswerColleague':
    case 'CloseColleagueQuestion':
      return decideContributions(command, state)
    case 'AddLifeEvent':
      return decideLifeStory(command, state)
    case 'ChangeGuidingQuestion':
    case 'AddGoal':
    case 'ChangeGoal':
    case 'ScoreGoal':
    case 'AddAgreementCard':
    case 'ChangeAgreementCard':
    case 'AddAction':
    case 'CompleteAction':
    case 'ReopenAction':
    case 'MoveAction':
    case 'EndGoal':
    case 'ChoosePlanVariant':
    case 'WritePlanText':
    case 'WriteParentsGoal':
    case 'WritePlanLine':
    case 'EndPlanLine':
      return decidePlan(command, state)
    case 'DrawPlanVersion':
    case 'AnswerPlanVersion':
    case 'ActivatePlanVersion':
    case 'EvaluatePlan':
      return decidePlanVersions(command, state)
    case 'WritePracticeCard':
    case 'AnswerPracticeCard':
    case 'ReleasePracticeCard':
    case 'RecallPracticeCard':
    case 'NotePracticeCardPlaced':
    case 'NotePracticeCardRemoved':
      return decidePracticeCard(command, state)
    case 'SignalTooMuch':
    case 'PassSignalToSubstitute':
    case 'AnswerSignal':
    case 'NoteLateCancellation':
    case 'WithdrawLateCancellation':
    case 'AnswerReflection':
    case 'CloseReflectionPrompt':
      return decideOverload(command, state)
    case 'RequestConsent':
    case 'WithdrawConsentRequest':
    case 'AnswerConsentRequest':
      return decideConsentRequests(command, state)
    case 'InvitePartner':
    case 'AnswerInvitation':
    case 'WithdrawInvitation':
    case 'WelcomePartner':
      return decideInvitations(command, state)
    case 'SetSafeguard':
    case 'ReviewSafeguard':
    case 'LiftSafeguard':
    case 'RecordMentions':
    case 'ExcludeProfessional':
    case 'AdmitProfessional':
      return decideSafeguards(command, state)
    case 'CloseCase':
    case 'ReopenCase':
      return decideCourse(command, state)
    case 'PlaceInGroup':
    case 'EndGroupPlacement':
      return decidePlacements(command, state)
    case 'ConveneMeeting':
    case 'ChangeMeeting':
    case 'SetMeetingTime':
    case 'CancelMeeting':
    case 'AddMeetingPoints':
    case 'AddParentsPoint':
    case 'WithdrawMeetingPoint':
    case 'OrderMeetingAgenda':
    case 'GiveMeetingInput':
    case 'NotePresence':
    case 'WriteMinutes':
    case 'AddMeetingAction':
    case 'WriteReport':
    case 'CloseMeeting':
    case 'InformParent':
      return decideMeetings(command, state)
    case 'ProposeTreatment':
    case 'AnswerTreatment':
    case 'MakeTreatmentException':
    case 'WithdrawTreatment':
      return decideTreatments(command, state)
    case 'AskHelp':
    case 'ProposeProviders':
    case 'AnswerProviders':
    case 'NoteNoRoom':
    case 'InviteChosenProvider':
    case 'EndHelpSearch':
      return decideHelpChoices(command, state)
    case 'MakeAsk':
    case 'PassAsk':
    case 'AnswerAsk':
    case 'WithdrawAsk':
      return decideAsks(command, state)
    case 'AddFactor':
    case 'ChangeFactor':
    case 'DismissFactor':
    case 'AddHypothesis':
    case 'ChangeHypothesis':
    case 'DecideHypothesis':
    case 'SetPortOfEntry':
      return decideAnalysis(command, state)
    case 'ChangeMember':
    case 'ChangeDyad':
    case 'RecordSupport':
    case 'RecordSeparation':
    case 'RecordNewPartner':
    case 'RecordMove':
      return decideNetwork(command, state)
    case 'StartClassification':
    case 'AddClassificationPart':
    case 'ChangeClassificationPart':
    case 'RemoveClassificationPart':
    case 'DiscussBondRating':
    case 'CompleteClassification':
      return decideClassification(command, state)
    case 'RecordLoss':
    case 'TakeBackLoss':
    case 'ResumeMessages':
      return decideSilence(command, state)
  }
}

export const familyCase: Decider<FamilyCase, FamilyCaseCommand, FamilyCaseEvent> = { initial: { isOpen: false }, evolve, decide, evolveErased }
