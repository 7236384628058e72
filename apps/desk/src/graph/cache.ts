import type { Cache, CacheExchangeOpts, UpdateResolver, Variables } from '@urql/exchange-graphcache'
import { embedded } from './embedded.ts'

/** After a command the family is read again: what the viewer may see of it is decided anew, never guessed here. */
const readFamilyAgain: UpdateResolver = (_result, args, cache) => forgetFamily(cache, args['familyId'])

/** A plan of many families is read again by who sends from it, once and not after each family: that opens them all. */
const forgetFamily = (cache: Cache, familyId: unknown): void => {
  if (typeof familyId !== 'string') return
  cache.invalidate({ __typename: 'Family', id: familyId })
  cache.invalidate('Query', 'planner', { familyId })
  forgetAnswers(cache, (field) => field === 'planningBoard' || field === 'checkDraft')
}

/** Something changed that the viewer may see, a right perhaps: whatever is shown of the family is read again. What they are writing is their own. */
const readAllOfFamilyAgain: UpdateResolver = (_result, { familyId }, cache) => {
  forgetFamily(cache, familyId)
  forgetAnswers(cache, (field, asked) => asked?.['familyId'] === familyId && field !== 'draft')
}

/** Answers to some questions are asked for again, whatever they were asked with. */
const forgetAnswers = (cache: Cache, isMeant: (field: string, asked: Variables | null) => boolean): void => {
  for (const { fieldName, arguments: asked } of cache.inspectFields('Query')) {
    if (isMeant(fieldName, asked)) cache.invalidate('Query', fieldName, asked)
  }
}

/** The lines of the start page are read again where they are shown; how many ask something is told by the live connection. */
const forgetLines = (cache: Cache): void => {
  const today = cache.resolve('Query', 'today')
  if (typeof today === 'string') cache.invalidate(today, 'items')
}

const readSafetyAgain: UpdateResolver = (_result, args, cache) => {
  forgetFamily(cache, args['familyId'])
  forgetAnswers(cache, (field) => field === 'safetyTracks')
}

const readQuestionsAgain: UpdateResolver = (_result, args, cache) => {
  forgetFamily(cache, args['familyId'])
  forgetAnswers(cache, (field) => field === 'colleagueQuestions')
}

const readCardsAgain: UpdateResolver = (_result, args, cache) => {
  forgetFamily(cache, args['familyId'])
  forgetAnswers(cache, (field) => field === 'practiceCards' || field === 'practiceCard' || field === 'ownWithdrawnCards')
}

const readMessagesAgain: UpdateResolver = (_result, _args, cache) => { cache.invalidate('Query', 'messageSettings') }

const readSafeguardsAgain: UpdateResolver = (_result, args, cache) => {
  forgetFamily(cache, args['familyId'])
  forgetAnswers(cache, (field) => field === 'safeguards' || field === 'authorityGaps')
  forgetLines(cache)
}

const readGroupsAgain: UpdateResolver = (_result, _args, cache) => { forgetAnswers(cache, (field) => field === 'ownGroups' || field === 'families') }

const readNotesAgain: UpdateResolver = (_result, _args, cache) => { forgetAnswers(cache, (field) => field === 'workingNotes') }

const readTabletsAgain: UpdateResolver = (_result, _args, cache) => { forgetAnswers(cache, (field) => field === 'groupTablets' || field === 'ownTablets') }

const readSignInsAgain: UpdateResolver = (_result, _args, cache) => { forgetAnswers(cache, (field) => field === 'workerSignIns' || field === 'parentSignIns' || field === 'groupTablets' || field === 'organisationRegister') }

const readRegisterAgain: UpdateResolver = (_result, _args, cache) => { forgetAnswers(cache, (field) => field === 'organisationRegister' || field === 'workerSignIns' || field === 'myOrganisation') }

/** What stands out, and what of it a month brought: each judgement counts in both. */
const readReviewAgain: UpdateResolver = (_result, _args, cache) => { forgetAnswers(cache, (field) => field === 'accessReview' || field === 'accessReviewReport') }

/** The board, what is open on it, and how much waits. */
const readDoorAgain: UpdateResolver = (_result, _args, cache) => { forgetAnswers(cache, (field) => ['frontDoor', 'frontDoorWaiting', 'referral', 'consultation', 'doorLinks'].includes(field)) }

/** The same after each of these commands. */
const after = (readAgain: UpdateResolver, ...commands: readonly string[]): Readonly<Record<string, UpdateResolver>> => Object.fromEntries(commands.map((command) => [command, readAgain]))

/** How the desk keeps what it has read; the specs build their cache of the same. */
export const cacheOptions: Partial<CacheExchangeOpts> = {
  keys: Object.fromEntries(embedded.map((type) => [type, () => null])),
  updates: {
    Mutation: {
      ...after(readFamilyAgain,
        'addContribution', 'answerStatement', 'addFactor', 'choosePlanVariant', 'writePlanText', 'writeParentsGoal', 'writePlanLine', 'endPlanLine',
        'endGoal', 'reopenAction', 'moveAction', 'drawPlanVersion', 'answerPlanVersion', 'activatePlanVersion', 'evaluatePlan', 'addMember',
        'changeMember', 'recordBirth', 'addDyad', 'changeDyad', 'recordSupport', 'recordSeparation', 'recordNewPartner', 'recordMove',
        'changeFactor', 'dismissFactor', 'addHypothesis', 'changeHypothesis', 'decideHypothesis', 'setPortOfEntry', 'addLifeEvent',
        'startClassification', 'addClassificationPart', 'changeClassificationPart', 'removeClassificationPart', 'discussBondRating',
        'completeClassification', 'changeGuidingQuestion', 'addGoal', 'changeGoal', 'scoreGoal', 'addAgreementCard', 'changeAgreementCard',
        'addAction', 'completeAction', 'answerReflectionPrompt', 'closeReflectionPrompt', 'answerOverloadSignal', 'sendProposals',
        'withdrawProposal', 'cancelAppointment', 'proposeOtherDays', 'proposeTime', 'recordLoss', 'resumeMessages', 'recordOutcome',
        'closeChangeRequest', 'recordSpokenYes', 'addElsewhereAppointment', 'changeElsewhereAppointment', 'removeElsewhereAppointment',
        'conveneMeeting', 'changeMeeting', 'setMeetingTime', 'askMeetingTime', 'cancelMeeting', 'addMeetingPoints', 'withdrawMeetingPoint',
        'orderMeetingAgenda', 'giveMeetingInput', 'noteMeetingPresence', 'writeMeetingMinutes', 'addMeetingAction', 'writeMeetingReport',
        'closeMeeting', 'informParent', 'addStatement', 'giveMeetingWay', 'pausePlanning', 'movePauseReview', 'resumePlanning', 'takeBackLoss',
        'lightenWeeks', 'makeWeekOrdinary', 'setLimits', 'setRhythm', 'requestConsent', 'withdrawConsentRequest', 'answerConsentRequest',
        'giveConsent', 'objectToSharing', 'signConsent', 'withdrawConsent', 'stopSharing', 'renewConsent', 'invitePartner', 'withdrawInvitation',
        'welcomePartner', 'placeInGroup', 'endGroupPlacement', 'askHelp', 'proposeProviders', 'answerProviders', 'noteNoRoom',
        'inviteChosenProvider', 'endHelpSearch', 'makeAsk', 'passAsk', 'answerAsk', 'proposeTreatment', 'answerTreatment', 'makeTreatmentException',
        'withdrawTreatment', 'closeCase', 'reopenCase',
      ),
      ...after(readQuestionsAgain, 'askColleague', 'answerColleague', 'closeColleagueQuestion'),
      ...after(readCardsAgain, 'writePracticeCard', 'answerPracticeCard', 'releasePracticeCard', 'recallPracticeCard', 'withdrawPracticeCard'),
      ...after(readMessagesAgain, 'askMailAddress', 'confirmMailAddress', 'removeMailAddress', 'chooseMessages'),
      ...after(readSafeguardsAgain,
        'recordAuthority', 'verifyAuthority', 'correctAuthority', 'reviewAuthorityGap', 'addGuardian', 'setSafeguard', 'reviewSafeguard',
        'liftSafeguard',
      ),
      ...after(readGroupsAgain, 'openGroup', 'appointGroupLeader', 'recordGroupDuty', 'endGroupDuty'),
      ...after(readNotesAgain, 'keepWorkingNote', 'removeWorkingNote'),
      ...after(readSafetyAgain,
        'openSafetyTrack', 'takeSafetyStep', 'addSafetyMember', 'removeSafetyMember', 'nameInvestigated', 'releaseSafetyNotes', 'shieldSafetyNote', 'liftSafetyShield', 'addSafetyTask',
        'completeSafetyTask', 'closeSafetyTrack', 'answerSafetyStatement',
      ),
      ...after(readTabletsAgain, 'makeTabletCode', 'withdrawTabletCode', 'revokeTablet', 'choosePin', 'leaveTablet'),
      ...after(readSignInsAgain,
        'makeWorkerCode', 'withdrawWorkerCode', 'endWorkerSignIn', 'recordRegistration', 'makeParentCode', 'withdrawParentCode',
      ),
      ...after(readRegisterAgain,
        'addStaff', 'changeStaff', 'setStaffLastDay', 'importRegisterList', 'addLocation', 'changeLocation', 'endLocation',
      ),
      ...after(readDoorAgain,
        'makeDoorLink', 'withdrawDoorLink', 'takeUpAtDoor', 'giveReferralOpinion', 'noteFirstTalk', 'noteFeedbackWord', 'giveReferralFeedback',
        'closeReferral', 'reopenReferral', 'answerConsultation', 'nameConsultation', 'closeConsultation',
      ),
      openFamily: (_result, _args, cache) => { forgetAnswers(cache, (field) => field === 'families') },
      answerInvitation: (_result, _args, cache) => forgetAnswers(cache, (field) => field === 'invitations' || field === 'today'),
      keepDueRecord: (_result, _args, cache) => forgetAnswers(cache, (field) => field === 'retentionDue'),
      startCase: (result, args, cache, info) => { readDoorAgain(result, args, cache, info); forgetAnswers(cache, (field) => field === 'families') },
      judgeLook: readReviewAgain,
      reopenLook: readReviewAgain,
      setExtraWatch: readReviewAgain,
      openEmergency: (_result, _args, cache) => forgetAnswers(cache, (field) => field === 'ownEmergencies'),
      reviewEmergency: (_result, _args, cache) => forgetAnswers(cache, (field) => field === 'emergenciesToReview' || field === 'emergenciesWaiting'),
      markVisited: (_result, _args, cache) => {
        forgetAnswers(cache, (field) => field === 'families')
        forgetLines(cache)
      },
      // Ages, professions and reasons are written in the chosen language.
      chooseLanguage: (_result, _args, cache) => forgetAnswers(cache, (field) => field !== 'me'),
    },
    Subscription: {
      familyChanged: readAllOfFamilyAgain,
    },
  },
}
