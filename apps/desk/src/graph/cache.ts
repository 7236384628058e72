import { relayPagination } from '@urql/exchange-graphcache/extras'
import type { Cache, CacheExchangeOpts, UpdateResolver } from '@urql/exchange-graphcache'

/** What has no identity of its own: it lives and changes with what it stands in. */
const embedded = () => null

/** After a command the family is read again: what the viewer may see of it is decided anew, never guessed here. */
const readFamilyAgain: UpdateResolver = (_result, args, cache) => forgetFamily(cache, args['familyId'])

/** A plan of many families is read again by who sends from it, once and not after each family: that opens them all. */
const forgetFamily = (cache: Cache, familyId: unknown): void => {
  if (typeof familyId !== 'string') return
  cache.invalidate({ __typename: 'Family', id: familyId })
  cache.invalidate('Query', 'planner', { familyId })
  forgetAnswers(cache, (field) => field === 'planningBoard' || field === 'checkDraft')
}

/** Answers to some questions are asked for again, whatever they were asked with. */
const forgetAnswers = (cache: Cache, isMeant: (field: string) => boolean): void => {
  for (const { fieldName, arguments: asked } of cache.inspectFields('Query')) {
    if (isMeant(fieldName)) cache.invalidate('Query', fieldName, asked)
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

const readMessagesAgain: UpdateResolver = (_result, _args, cache) => { cache.invalidate('Query', 'messageSettings') }

const readSafeguardsAgain: UpdateResolver = (_result, args, cache) => {
  forgetFamily(cache, args['familyId'])
  forgetAnswers(cache, (field) => field === 'safeguards' || field === 'authorityGaps')
  forgetLines(cache)
}

const readGroupsAgain: UpdateResolver = (_result, _args, cache) => { forgetAnswers(cache, (field) => field === 'ownGroups' || field === 'families') }

const readNotesAgain: UpdateResolver = (_result, _args, cache) => { forgetAnswers(cache, (field) => field === 'workingNotes') }

const readTabletsAgain: UpdateResolver = (_result, _args, cache) => { forgetAnswers(cache, (field) => field === 'groupTablets' || field === 'ownTablets') }

const readSignInsAgain: UpdateResolver = (_result, _args, cache) => { forgetAnswers(cache, (field) => field === 'workerSignIns' || field === 'parentSignIns' || field === 'groupTablets') }

/** How the desk keeps what it has read; the specs build their cache of the same. */
export const cacheOptions: Partial<CacheExchangeOpts> = {
  keys: {
    Abilities: embedded,
    Today: embedded,
    TodayChange: embedded,
    TodayItem: embedded,
    AccessExample: embedded,
    AccessPolicy: embedded,
    AccessRules: embedded,
    Analysis: embedded,
    Answer: embedded,
    TravelTimes: embedded,
    PublicTransport: embedded,
    RushHour: embedded,
    ClosedPeriod: embedded,
    OpenHours: embedded,
    Authority: embedded,
    DyadPhase: embedded,
    FamilyHome: embedded,
    BlindSpots: embedded,
    Burden: embedded,
    Difference: embedded,
    ChosenTime: embedded,
    Done: embedded,
    Draft: embedded,
    DueRecord: embedded,
    ErasablePerson: embedded,
    ErasureCertificate: embedded,
    ErasureRecord: embedded,
    EmergenciesWaiting: embedded,
    EmergencyAttempts: embedded,
    ExistenceLine: embedded,
    FamilyChange: embedded,
    FamilySilence: embedded,
    OtherDay: embedded,
    Passed: embedded,
    UnsuitableTime: embedded,
    FreeTime: embedded,
    FreeingChange: embedded,
    NeedOrder: embedded,
    GoalLevel: embedded,
    GroupTablets: embedded,
    GoalScore: embedded,
    DayHours: embedded,
    Limits: embedded,
    Pace: embedded,
    PersonRhythm: embedded,
    PersonReference: embedded,
    Planner: embedded,
    ReflectionAnswer: embedded,
    // A part that two persons share has one id, and while one of them changes it the other's still says what it said.
    RhythmBlock: embedded,
    Run: embedded,
    Times: embedded,
    Savings: embedded,
    SubjectRef: embedded,
    TimeWindow: embedded,
    Travel: embedded,
    UnplannedNeed: embedded,
    SpokenAnswer: embedded,
    MadeCode: embedded,
    MessageSettings: embedded,
    WaitingCode: embedded,
    PrintedVisit: embedded,
    PrintedPart: embedded,
    WhomToCall: embedded,
    OwnCalendar: embedded,
    OtherTime: embedded,
    Source: embedded,
    TakenTime: embedded,
    OffersChanged: embedded,
    FreeTimePreview: embedded,
    ReviewReport: embedded,
    ReviewCount: embedded,
    FileLine: embedded,
    Judgement: embedded,
    AspectRating: embedded,
    CompetenceLine: embedded,
    Meeting: embedded,
    Elsewhere: embedded,
    PlanningBoard: embedded,
    BrokenRule: embedded,
    DraftBurdens: embedded,
    DraftCheck: embedded,
    DraftDay: embedded,
    DraftWay: embedded,
    FamilyLoad: embedded,
    WeekLoad: embedded,
    ConsentEffectOn: embedded,
    ConsentReason: embedded,
    ConsentRecipient: embedded,
    Safeguarding: embedded,
    AuthorityCheck: embedded,
    AuthorityToday: embedded,
    SafeguardReason: embedded,
    GapRead: embedded,
    SafeguardedPerson: embedded,
    OwnGroups: embedded,
    CaseClosing: embedded,
    SafetyConsideration: embedded,
    SafetyCircle: embedded,
    SafetyPerson: embedded,
    TreatmentAnswer: embedded,
    TreatmentException: embedded,
    TreatmentHolder: embedded,
    OwnEmergencies: embedded,
    EmergencySought: embedded,
    RegionFamily: embedded,
    RegionWeight: embedded,
  },
  resolvers: {
    Query: {
      accessLog: relayPagination(),
      accessLogCases: relayPagination(),
      erasures: relayPagination(),
      retentionDue: relayPagination(),
      emergenciesToReview: relayPagination(),
      accessReview: relayPagination(),
      dataRequests: relayPagination(),
    },
  },
  updates: {
    Mutation: {
      addContribution: readFamilyAgain,
      answerStatement: readFamilyAgain,
      addFactor: readFamilyAgain,
      addMember: readFamilyAgain,
      changeMember: readFamilyAgain,
      recordBirth: readFamilyAgain,
      addDyad: readFamilyAgain,
      changeDyad: readFamilyAgain,
      recordSupport: readFamilyAgain,
      recordSeparation: readFamilyAgain,
      recordNewPartner: readFamilyAgain,
      recordMove: readFamilyAgain,
      openFamily: (_result, _args, cache) => { forgetAnswers(cache, (field) => field === 'families') },
      changeFactor: readFamilyAgain,
      dismissFactor: readFamilyAgain,
      addHypothesis: readFamilyAgain,
      changeHypothesis: readFamilyAgain,
      decideHypothesis: readFamilyAgain,
      setPortOfEntry: readFamilyAgain,
      startClassification: readFamilyAgain,
      addClassificationPart: readFamilyAgain,
      changeClassificationPart: readFamilyAgain,
      removeClassificationPart: readFamilyAgain,
      discussBondRating: readFamilyAgain,
      completeClassification: readFamilyAgain,
      changeGuidingQuestion: readFamilyAgain,
      addGoal: readFamilyAgain,
      changeGoal: readFamilyAgain,
      scoreGoal: readFamilyAgain,
      addAgreementCard: readFamilyAgain,
      changeAgreementCard: readFamilyAgain,
      addAction: readFamilyAgain,
      completeAction: readFamilyAgain,
      answerReflectionPrompt: readFamilyAgain,
      closeReflectionPrompt: readFamilyAgain,
      answerOverloadSignal: readFamilyAgain,
      sendProposals: readFamilyAgain,
      withdrawProposal: readFamilyAgain,
      cancelAppointment: readFamilyAgain,
      proposeOtherDays: readFamilyAgain,
      proposeTime: readFamilyAgain,
      recordLoss: readFamilyAgain,
      resumeMessages: readFamilyAgain,
      recordOutcome: readFamilyAgain,
      closeChangeRequest: readFamilyAgain,
      recordSpokenYes: readFamilyAgain,
      askMailAddress: readMessagesAgain,
      confirmMailAddress: readMessagesAgain,
      removeMailAddress: readMessagesAgain,
      chooseMessages: readMessagesAgain,
      addElsewhereAppointment: readFamilyAgain,
      changeElsewhereAppointment: readFamilyAgain,
      removeElsewhereAppointment: readFamilyAgain,
      giveMeetingWay: readFamilyAgain,
      pausePlanning: readFamilyAgain,
      resumePlanning: readFamilyAgain,
      takeBackLoss: readFamilyAgain,
      lightenWeeks: readFamilyAgain,
      makeWeekOrdinary: readFamilyAgain,
      setLimits: readFamilyAgain,
      setRhythm: readFamilyAgain,
      requestConsent: readFamilyAgain,
      withdrawConsentRequest: readFamilyAgain,
      answerConsentRequest: readFamilyAgain,
      giveConsent: readFamilyAgain,
      objectToSharing: readFamilyAgain,
      signConsent: readFamilyAgain,
      withdrawConsent: readFamilyAgain,
      stopSharing: readFamilyAgain,
      renewConsent: readFamilyAgain,
      invitePartner: readFamilyAgain,
      withdrawInvitation: readFamilyAgain,
      welcomePartner: readFamilyAgain,
      answerInvitation: (_result, _args, cache) => forgetAnswers(cache, (field) => field === 'invitations' || field === 'today'),
      recordAuthority: readSafeguardsAgain,
      verifyAuthority: readSafeguardsAgain,
      correctAuthority: readSafeguardsAgain,
      reviewAuthorityGap: readSafeguardsAgain,
      addGuardian: readSafeguardsAgain,
      setSafeguard: readSafeguardsAgain,
      reviewSafeguard: readSafeguardsAgain,
      liftSafeguard: readSafeguardsAgain,
      openGroup: readGroupsAgain,
      appointGroupLeader: readGroupsAgain,
      recordGroupDuty: readGroupsAgain,
      endGroupDuty: readGroupsAgain,
      placeInGroup: readFamilyAgain,
      endGroupPlacement: readFamilyAgain,
      proposeTreatment: readFamilyAgain,
      answerTreatment: readFamilyAgain,
      makeTreatmentException: readFamilyAgain,
      withdrawTreatment: readFamilyAgain,
      closeCase: readFamilyAgain,
      reopenCase: readFamilyAgain,
      keepDueRecord: (_result, _args, cache) => forgetAnswers(cache, (field) => field === 'retentionDue'),
      keepWorkingNote: readNotesAgain,
      removeWorkingNote: readNotesAgain,
      openSafetyTrack: readSafetyAgain,
      takeSafetyStep: readSafetyAgain,
      addSafetyMember: readSafetyAgain,
      removeSafetyMember: readSafetyAgain,
      nameInvestigated: readSafetyAgain,
      releaseSafetyNotes: readSafetyAgain,
      addSafetyTask: readSafetyAgain,
      completeSafetyTask: readSafetyAgain,
      closeSafetyTrack: readSafetyAgain,
      makeTabletCode: readTabletsAgain,
      withdrawTabletCode: readTabletsAgain,
      revokeTablet: readTabletsAgain,
      choosePin: readTabletsAgain,
      leaveTablet: readTabletsAgain,
      makeWorkerCode: readSignInsAgain,
      withdrawWorkerCode: readSignInsAgain,
      endWorkerSignIn: readSignInsAgain,
      makeParentCode: readSignInsAgain,
      withdrawParentCode: readSignInsAgain,
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
      familyChanged: readFamilyAgain,
    },
  },
}
