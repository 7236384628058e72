import { relayPagination } from '@urql/exchange-graphcache/extras'
import type { Cache, CacheExchangeOpts, UpdateResolver } from '@urql/exchange-graphcache'

/** What has no identity of its own: it lives and changes with what it stands in. */
const embedded = () => null

/** After a command the family is read again: what the viewer may see of it is decided anew, never guessed here. */
const readFamilyAgain: UpdateResolver = (_result, args, cache) => forgetFamily(cache, args['familyId'])

const forgetFamily = (cache: Cache, familyId: unknown): void => {
  if (typeof familyId !== 'string') return
  cache.invalidate({ __typename: 'Family', id: familyId })
  cache.invalidate('Query', 'planner', { familyId })
  forgetAnswers(cache, (field) => field === 'planningBoard' || field === 'checkDraft' || field === 'regionRun')
}

/** Answers to some questions are asked for again, whatever they were asked with. */
const forgetAnswers = (cache: Cache, isMeant: (field: string) => boolean): void => {
  for (const { fieldName, arguments: asked } of cache.inspectFields('Query')) {
    if (isMeant(fieldName)) cache.invalidate('Query', fieldName, asked)
  }
}

const readMessagesAgain: UpdateResolver = (_result, _args, cache) => { cache.invalidate('Query', 'messageSettings') }

/** How the desk keeps what it has read; the specs build their cache of the same. */
export const cacheOptions: Partial<CacheExchangeOpts> = {
  keys: {
    Abilities: embedded,
    Answer: embedded,
    Authority: embedded,
    Burden: embedded,
    Difference: embedded,
    ChosenTime: embedded,
    Done: embedded,
    Draft: embedded,
    DueRecord: embedded,
    ErasablePerson: embedded,
    ErasureCertificate: embedded,
    ErasureRecord: embedded,
    ExistenceLine: embedded,
    FamilyChange: embedded,
    FreeTime: embedded,
    FreeingChange: embedded,
    GoalLevel: embedded,
    GoalScore: embedded,
    Pace: embedded,
    PersonReference: embedded,
    Planner: embedded,
    ReflectionAnswer: embedded,
    Savings: embedded,
    SubjectRef: embedded,
    TimeWindow: embedded,
    Travel: embedded,
    UnplannedNeed: embedded,
    SpokenAnswer: embedded,
    MessageSettings: embedded,
    PrintedVisit: embedded,
    PrintedPart: embedded,
    WhomToCall: embedded,
    OwnCalendar: embedded,
    OtherTime: embedded,
    TakenTime: embedded,
    OffersChanged: embedded,
    FreeTimePreview: embedded,
    FileLine: embedded,
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
    RegionFamily: embedded,
    RegionWeight: embedded,
  },
  resolvers: {
    Query: {
      accessLog: relayPagination(),
      accessLogCases: relayPagination(),
      erasures: relayPagination(),
      retentionDue: relayPagination(),
    },
  },
  updates: {
    Mutation: {
      addContribution: readFamilyAgain,
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
      proposeTime: readFamilyAgain,
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
      lightenWeeks: readFamilyAgain,
      makeWeekOrdinary: readFamilyAgain,
      markVisited: (_result, _args, cache) => forgetAnswers(cache, (field) => field === 'families'),
      // Ages, professions and reasons are written in the chosen language.
      chooseLanguage: (_result, _args, cache) => forgetAnswers(cache, (field) => field !== 'me'),
    },
    Subscription: {
      familyChanged: readFamilyAgain,
    },
  },
}
