/** Which events made what opened: those that a copy proves an entry with. */
import { isErased, type DomainEvent, type SealedStore } from '@samenspel/event-codec'
import { isSameSubject, type FamilyId } from '@samenspel/kernel'
import type { CopyProofs, LogLeaf } from '../../integrity/copy-proofs.ts'
import type { Head } from '../gate.ts'
import type { Item } from '../items.ts'

/** An event of the family with its leaf, in the order of its stream. */
export type LeafOfEvent = { readonly event: DomainEvent; readonly leaf: LogLeaf }

/** Everything that can be read of the two streams of a family. What was erased made nothing that opens. */
export const eventsOfFamily = async (events: SealedStore, proofs: Pick<CopyProofs, 'leavesOf'>, family: FamilyId): Promise<readonly LeafOfEvent[]> => {
  const ofStream = async (stream: string): Promise<readonly LeafOfEvent[]> => {
    const found: LeafOfEvent[] = []
    const contents = new Map<number, DomainEvent>()
    for await (const { revision, content } of events.read(stream)) if (!isErased(content)) contents.set(revision, content)
    const leaves = await proofs.leavesOf('events', stream)
    for (const [revision, event] of contents) {
      const leaf = leaves[revision]
      if (leaf === undefined) throw new Error('an event stands in no log')
      found.push({ event, leaf })
    }
    return found
  }
  return [...await ofStream(`family-${family}`), ...await ofStream(`agenda-${family}`)]
}

/**
 * The leaves of an item: of what made it, and of what made it as it is now.
 * @throws Error for an item that no event made
 */
export const leavesOfItem = (item: Item, head: Pick<Head, 'coordinator' | 'substitute'>, events: readonly LeafOfEvent[]): readonly LogLeaf[] => {
  const made = events.filter(({ event }) => makers(item).some((maker) => isMadeBy(item, event, maker)))
  if (made.length === 0) throw new Error(`no event made the ${item.kind} that opened`)
  return [...made, ...besides(item, head, events)].map(({ leaf }) => leaf)
}

/** A type of event, with the fields that are the same in it and the item; they may be called otherwise there. */
type Maker = { readonly type: string; readonly same: Readonly<Record<string, unknown>> }

const isMadeBy = (item: Item, event: DomainEvent, { type, same }: Maker): boolean =>
  event.type === type && isSameSubject(event.subject, item.subject) && Object.entries(same).every(([field, value]) => (event as Readonly<Record<string, unknown>>)[field] === value)

const each = (same: Maker['same'], ...types: readonly string[]): readonly Maker[] => types.map((type) => ({ type, same }))

const makers = (item: Item): readonly Maker[] => {
  const { id, at } = item
  switch (item.kind) {
    case 'member': return each({ memberId: id }, 'MemberAdded', 'MemberChanged', 'ChildBorn', 'MemberStatusRecorded', 'MemberStatusCorrected')
    case 'dyad': return each({ dyadId: id }, 'DyadAdded', 'DyadChanged')
    case 'authority': return each({ authorityId: id }, 'AuthorityRecorded')
    case 'helpLine': return each({ helpLineId: id }, 'HelpLineRecorded')
    case 'support': return each({ supportId: id, version: item.value.version }, 'SupportRecorded')
    case 'home': return each({ homeId: id }, 'HomeRecorded')
    case 'teamMember': return each({ membershipId: id }, 'TeamMemberAdded', 'TeamMembershipChanged', 'TeamMembershipEnded')
    case 'consent': return each({ consentId: id }, 'ConsentGiven', 'ObjectionMade', 'ConsentSigned', 'ConsentWithdrawn')
    case 'consentRequest': return each({ requestId: id }, 'ConsentRequested', 'ConsentRequestWithdrawn')
    case 'invitation': return each({ invitationId: id }, 'PartnerInvited', 'InvitationAnswered', 'InvitationWithdrawn')
    case 'contribution': return each({ id }, 'ContributionAdded')
    case 'correction': return each({ id }, 'ContributionCorrected', 'StatementAdded')
    case 'question': return each({ questionId: id }, 'ColleagueAsked', 'ColleagueQuestionClosed')
    case 'questionAnswer': return each({ answerId: id }, 'ColleagueAnswered')
    case 'lifeEvent': return each({ id }, 'LifeEventAdded')
    case 'guidingQuestion': return each({ questionId: id, version: item.value.version }, 'GuidingQuestionSet', 'GuidingQuestionChanged')
    case 'goal': return each({ goalId: id, version: item.value.version }, 'GoalAdded', 'GoalChanged')
    case 'goalScore': return each({ scoreId: id }, 'GoalScored')
    case 'agreementCard': return each({ cardId: id, version: item.value.version }, 'AgreementCardAdded', 'AgreementCardChanged')
    case 'action': return each({ actionId: id }, 'ActionAdded', 'ActionCompleted', 'ActionReopened', 'ActionMoved')
    case 'goalEnd': return each({ endingId: id }, 'GoalEnded')
    case 'planPart': return each({ version: id }, 'GuidingQuestionSet', 'GuidingQuestionChanged', 'GoalAdded', 'GoalChanged', 'AgreementCardAdded', 'AgreementCardChanged', 'PlanTextWritten', 'ParentsGoalWritten', 'PlanLineWritten')
    case 'planVariant': return each({ choiceId: id }, 'PlanVariantChosen')
    case 'planLineEnd': return each({ endingId: id }, 'PlanLineEnded')
    case 'planVersion': return each({ planVersionId: id }, 'PlanVersionDrawn', 'PlanVersionActivated')
    case 'planAnswer': return each({ answerId: id }, 'PlanVersionAnswered')
    case 'evaluation': return each({ evaluationId: id }, 'PlanEvaluated')
    case 'practiceCard': return each({ version: id }, 'PracticeCardWritten', 'PracticeCardReleased')
    case 'practiceCardAnswer': return each({ answerId: id }, 'PracticeCardAnswered')
    case 'factor': return each({ factorId: id, version: item.value.version }, 'FactorAdded', 'FactorChanged')
    case 'hypothesis': return each({ hypothesisId: id, version: item.value.version }, 'HypothesisAdded', 'HypothesisChanged')
    case 'judgement': return each({ judgementId: id }, 'FactorDismissed', 'HypothesisDecided')
    case 'portOfEntry': return each({ portId: id }, 'PortOfEntrySet')
    case 'classification': return each({ classificationId: id }, 'ClassificationStarted', 'ClassificationCompleted')
    case 'classificationPart': return [...each({ partId: id, version: item.value.version }, 'ClassificationPartAdded', 'ClassificationPartChanged'), ...each({ partId: id }, 'BondRatingDiscussed')]
    case 'overloadSignal': return each({ signalId: id }, 'TooMuchSignalled', 'SignalPassedToSubstitute', 'SignalAnswered')
    case 'reflectionPrompt': return each({ promptId: id }, 'ReflectionPromptOpened', 'ReflectionPromptClosed')
    case 'reflectionAnswer': return each({ answerId: id }, 'ReflectionAnswered')
    case 'meeting': return each({ meetingId: id }, 'MeetingConvened', 'MeetingChanged', 'MeetingTimeSet', 'MeetingPresenceNoted', 'MeetingClosed', 'MeetingParentInformed', 'MeetingCancelled')
    case 'meetingPoint': return each({ pointId: id }, 'MeetingPointAdded')
    case 'meetingInput': return each({ inputId: id }, 'MeetingInputGiven')
    case 'meetingMinutes': return each({ pointId: id, version: item.value.version }, 'MeetingMinutesChanged')
    case 'meetingReport': return each({ reportId: id, version: item.value.version }, 'MeetingReportChanged')
    case 'closing': return each({ closingId: id }, 'CaseClosed', 'CaseReopened')
    case 'placement': return each({ placementId: id }, 'GroupPlacementRecorded', 'GroupPlacementEnded')
    case 'helpSearch': return each({ searchId: id }, 'HelpAsked', 'ProvidersProposed', 'ProviderAnswered', 'NoRoomNoted', 'ChosenProviderInvited', 'HelpSearchEnded')
    case 'ask': return each({ askId: id }, 'AskMade', 'AskPassed', 'AskAnswered', 'AskWithdrawn')
    case 'providerWords': return each({ wordsId: id }, 'ProviderAnswerExplained')
    case 'treatment': return each({ treatmentId: id }, 'TreatmentProposed', 'TreatmentAnswered', 'TreatmentExceptionMade', 'TreatmentWithdrawn')
    // What is asked again and again is recorded as its first.
    case 'need': return each({ needId: item.value.occurrence?.of ?? id }, 'NeedAdded', 'NeedWithdrawn')
    case 'appointment': return each({ appointmentId: id }, 'ProposalPartSent', 'AppointmentCancelled', 'AppointmentMadeDigital', 'OutcomeRecorded', 'ReinstatementStarted', 'AppointmentReinstated', 'ReinstatementReleased')
    case 'unplanned': return each({ proposalId: item.value.proposalId, needId: item.value.needId }, 'ProposalNeedUnplanned')
    case 'rhythm': return each({ person: id, at }, 'RhythmSet')
    case 'changeRequest': return each({ requestId: id }, 'OtherMomentAsked', 'ChangeRequestClosed')
    case 'elsewhere': return each({ appointmentId: id }, 'ElsewhereAppointmentAdded', 'ElsewhereAppointmentChanged', 'ElsewhereAppointmentRemoved')
  }
}

/** What else an entry says: that a proposal was fixed or fell, that somebody coordinates. These are facts of the case itself. */
const besides = (item: Item, { coordinator, substitute }: Pick<Head, 'coordinator' | 'substitute'>, events: readonly LeafOfEvent[]): readonly LeafOfEvent[] => {
  const last = (type: string, field: string, value: string): readonly LeafOfEvent[] =>
    events.filter(({ event }) => event.type === type && (event as unknown as Readonly<Record<string, unknown>>)[field] === value).slice(-1)
  switch (item.kind) {
    case 'appointment': return ['BundleConfirmed', 'BundleReleased', 'ProposalWithdrawn'].flatMap((type) => last(type, 'proposalId', item.value.proposalId))
    case 'teamMember': {
      const { practitionerId } = item.value
      return [
        ...coordinator === practitionerId ? last('CoordinatorAppointed', 'practitionerId', practitionerId) : [],
        ...substitute === practitionerId ? last('SubstituteAppointed', 'practitionerId', practitionerId) : [],
      ]
    }
    default: return []
  }
}
