/** Everything that is recorded in, and asked of, the stream `family-<id>`. */
import type { AnalysisCommand, AnalysisEvent } from './analysis/events.ts'
import type { AskCommand, AskEvent } from './asks/events.ts'
import type { CareTeamCommand, CareTeamEvent } from './care-team/events.ts'
import type { ClassificationCommand, ClassificationEvent } from './classification/events.ts'
import type { CourseCommand, CourseEvent } from './course/events.ts'
import type { ConsentCommand, ConsentEvent } from './consent/events.ts'
import type { ConsentRequestCommand, ConsentRequestEvent } from './consent-requests/events.ts'
import type { ContributionCommand, ContributionEvent } from './contributions/events.ts'
import type { FamilyCommand, FamilyEvent } from './family/events.ts'
import type { PlacementCommand, PlacementEvent } from './groups/events.ts'
import type { HelpChoiceCommand, HelpChoiceEvent } from './help-choices/events.ts'
import type { InvitationCommand, InvitationEvent } from './invitations/events.ts'
import type { LifeStoryCommand, LifeStoryEvent } from './life-story/events.ts'
import type { MeetingCommand, MeetingEvent } from './meetings/events.ts'
import type { NetworkCommand, NetworkEvent } from './network/events.ts'
import type { OverloadCommand, OverloadEvent } from './overload/events.ts'
import type { PlanCommand, PlanEvent } from './plan/events.ts'
import type { PlanVersionCommand, PlanVersionEvent } from './plan-versions/events.ts'
import type { PracticeCardCommand, PracticeCardEvent } from './practice-card/events.ts'
import type { SafeguardCommand, SafeguardEvent } from './safeguards/events.ts'
import type { SilenceCommand, SilenceEvent } from './silence/events.ts'
import type { TreatmentCommand, TreatmentEvent } from './treatments/events.ts'

export type FamilyCaseEvent = FamilyEvent | CareTeamEvent | ConsentEvent | ContributionEvent | LifeStoryEvent | PlanEvent | PlanVersionEvent | PracticeCardEvent | OverloadEvent | ConsentRequestEvent | InvitationEvent | SafeguardEvent | AnalysisEvent | ClassificationEvent | SilenceEvent | CourseEvent | PlacementEvent | MeetingEvent | NetworkEvent | TreatmentEvent | HelpChoiceEvent | AskEvent

export type FamilyCaseCommand = FamilyCommand | CareTeamCommand | ConsentCommand | ContributionCommand | LifeStoryCommand | PlanCommand | PlanVersionCommand | PracticeCardCommand | OverloadCommand | ConsentRequestCommand | InvitationCommand | SafeguardCommand | AnalysisCommand | ClassificationCommand | SilenceCommand | CourseCommand | PlacementCommand | MeetingCommand | NetworkCommand | TreatmentCommand | HelpChoiceCommand | AskCommand

/** How long a fact is kept: as part of somebody's care record (P-04, P-07), or only to coordinate. */
export type Retention = 'care-record' | 'coordination'

/** Every event of the stream, with the version that is written today and its retention class, for whoever stores it. */
export const familyCaseEvents: Readonly<Record<FamilyCaseEvent['type'], { readonly version: number; readonly retention: Retention }>> = {
  FamilyOpened: { version: 1, retention: 'coordination' },
  MemberAdded: { version: 1, retention: 'care-record' },
  DyadAdded: { version: 1, retention: 'care-record' },
  ChildBorn: { version: 1, retention: 'care-record' },
  AuthorityRecorded: { version: 1, retention: 'care-record' },
  HelpLineRecorded: { version: 1, retention: 'coordination' },
  HomeRecorded: { version: 1, retention: 'care-record' },
  ParentsApartSet: { version: 1, retention: 'care-record' },
  TeamMemberAdded: { version: 1, retention: 'coordination' },
  TeamMembershipChanged: { version: 1, retention: 'coordination' },
  TeamMembershipEnded: { version: 1, retention: 'coordination' },
  CoordinatorAppointed: { version: 1, retention: 'coordination' },
  CoordinationEnded: { version: 1, retention: 'coordination' },
  SubstituteAppointed: { version: 1, retention: 'coordination' },
  ConsentGiven: { version: 1, retention: 'care-record' },
  ObjectionMade: { version: 1, retention: 'care-record' },
  ConsentSigned: { version: 1, retention: 'care-record' },
  ConsentWithdrawn: { version: 1, retention: 'care-record' },
  ContributionAdded: { version: 1, retention: 'care-record' },
  ContributionCorrected: { version: 1, retention: 'care-record' },
  StatementAdded: { version: 1, retention: 'care-record' },
  ColleagueAsked: { version: 1, retention: 'care-record' },
  ColleagueAnswered: { version: 1, retention: 'care-record' },
  ColleagueQuestionClosed: { version: 1, retention: 'care-record' },
  LifeEventAdded: { version: 1, retention: 'care-record' },
  GuidingQuestionSet: { version: 1, retention: 'care-record' },
  GuidingQuestionChanged: { version: 1, retention: 'care-record' },
  GoalAdded: { version: 1, retention: 'care-record' },
  GoalChanged: { version: 1, retention: 'care-record' },
  GoalScored: { version: 1, retention: 'care-record' },
  AgreementCardAdded: { version: 1, retention: 'care-record' },
  AgreementCardChanged: { version: 1, retention: 'care-record' },
  ActionAdded: { version: 1, retention: 'care-record' },
  ActionCompleted: { version: 1, retention: 'care-record' },
  ActionReopened: { version: 1, retention: 'care-record' },
  ActionMoved: { version: 1, retention: 'care-record' },
  GoalEnded: { version: 1, retention: 'care-record' },
  PlanVariantChosen: { version: 1, retention: 'care-record' },
  PlanTextWritten: { version: 1, retention: 'care-record' },
  ParentsGoalWritten: { version: 1, retention: 'care-record' },
  PlanLineWritten: { version: 1, retention: 'care-record' },
  PlanLineEnded: { version: 1, retention: 'care-record' },
  TooMuchSignalled: { version: 1, retention: 'care-record' },
  SignalPassedToSubstitute: { version: 1, retention: 'coordination' },
  SignalAnswered: { version: 1, retention: 'coordination' },
  LateCancellationNoted: { version: 1, retention: 'coordination' },
  ReflectionPromptOpened: { version: 1, retention: 'coordination' },
  ReflectionAnswered: { version: 1, retention: 'coordination' },
  ReflectionPromptClosed: { version: 1, retention: 'coordination' },
  LateCancellationWithdrawn: { version: 1, retention: 'coordination' },
  ConsentRequested: { version: 1, retention: 'care-record' },
  ConsentRequestWithdrawn: { version: 1, retention: 'care-record' },
  PartnerInvited: { version: 1, retention: 'coordination' },
  InvitationAnswered: { version: 1, retention: 'coordination' },
  InvitationWithdrawn: { version: 1, retention: 'coordination' },
  AuthorityVerified: { version: 1, retention: 'care-record' },
  AuthorityCorrected: { version: 1, retention: 'care-record' },
  AuthorityGapReviewed: { version: 1, retention: 'care-record' },
  SafeguardSet: { version: 1, retention: 'care-record' },
  MentionsRecorded: { version: 1, retention: 'care-record' },
  SafeguardReviewed: { version: 1, retention: 'care-record' },
  SafeguardExplained: { version: 1, retention: 'care-record' },
  SafeguardLifted: { version: 1, retention: 'care-record' },
  FactorAdded: { version: 1, retention: 'care-record' },
  FactorChanged: { version: 1, retention: 'care-record' },
  FactorDismissed: { version: 1, retention: 'care-record' },
  HypothesisAdded: { version: 1, retention: 'care-record' },
  HypothesisChanged: { version: 1, retention: 'care-record' },
  HypothesisDecided: { version: 1, retention: 'care-record' },
  PortOfEntrySet: { version: 1, retention: 'care-record' },
  ClassificationStarted: { version: 1, retention: 'care-record' },
  ClassificationPartAdded: { version: 1, retention: 'care-record' },
  ClassificationPartChanged: { version: 1, retention: 'care-record' },
  BondRatingDiscussed: { version: 1, retention: 'care-record' },
  ClassificationCompleted: { version: 1, retention: 'care-record' },
  ClassificationPartRemoved: { version: 1, retention: 'care-record' },
  MemberStatusRecorded: { version: 1, retention: 'care-record' },
  MessagesStopped: { version: 1, retention: 'care-record' },
  MemberStatusCorrected: { version: 1, retention: 'care-record' },
  MessagesResumed: { version: 1, retention: 'care-record' },
  GroupPlacementRecorded: { version: 1, retention: 'care-record' },
  GroupPlacementEnded: { version: 1, retention: 'care-record' },
  PlanVersionDrawn: { version: 1, retention: 'care-record' },
  PlanVersionAnswered: { version: 1, retention: 'care-record' },
  PlanVersionActivated: { version: 1, retention: 'care-record' },
  PlanEvaluated: { version: 1, retention: 'care-record' },
  PracticeCardWritten: { version: 1, retention: 'care-record' },
  PracticeCardAnswered: { version: 1, retention: 'care-record' },
  PracticeCardReleased: { version: 1, retention: 'care-record' },
  PracticeCardPlaced: { version: 1, retention: 'care-record' },
  PracticeCardRecalled: { version: 1, retention: 'care-record' },
  PracticeCardRemoved: { version: 1, retention: 'care-record' },
  MeetingConvened: { version: 1, retention: 'care-record' },
  MeetingChanged: { version: 1, retention: 'care-record' },
  MeetingTimeSet: { version: 1, retention: 'care-record' },
  MeetingPointAdded: { version: 1, retention: 'care-record' },
  MeetingAgendaOrdered: { version: 1, retention: 'care-record' },
  MeetingInputGiven: { version: 1, retention: 'care-record' },
  MeetingPresenceNoted: { version: 1, retention: 'care-record' },
  MeetingMinutesChanged: { version: 1, retention: 'care-record' },
  MeetingActionAdded: { version: 1, retention: 'care-record' },
  MeetingPointWithdrawn: { version: 1, retention: 'care-record' },
  MeetingReportChanged: { version: 1, retention: 'care-record' },
  MeetingClosed: { version: 1, retention: 'care-record' },
  MeetingParentInformed: { version: 1, retention: 'care-record' },
  MeetingCancelled: { version: 1, retention: 'care-record' },
  TreatmentProposed: { version: 1, retention: 'care-record' },
  TreatmentAnswered: { version: 1, retention: 'care-record' },
  TreatmentExceptionMade: { version: 1, retention: 'care-record' },
  TreatmentWithdrawn: { version: 1, retention: 'care-record' },
  HelpAsked: { version: 1, retention: 'care-record' },
  ProvidersProposed: { version: 1, retention: 'care-record' },
  ProviderAnswered: { version: 1, retention: 'care-record' },
  ProviderAnswerExplained: { version: 1, retention: 'care-record' },
  NoRoomNoted: { version: 1, retention: 'care-record' },
  ChosenProviderInvited: { version: 1, retention: 'care-record' },
  HelpSearchEnded: { version: 1, retention: 'care-record' },
  AskMade: { version: 1, retention: 'care-record' },
  AskPassed: { version: 1, retention: 'care-record' },
  AskAnswered: { version: 1, retention: 'care-record' },
  AskWithdrawn: { version: 1, retention: 'care-record' },
  CaseClosed: { version: 1, retention: 'care-record' },
  CaseReopened: { version: 1, retention: 'care-record' },
  MemberChanged: { version: 1, retention: 'care-record' },
  DyadChanged: { version: 1, retention: 'care-record' },
  SupportRecorded: { version: 1, retention: 'care-record' },
}
