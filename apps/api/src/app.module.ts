import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import type { ApolloDriverConfig } from '@nestjs/apollo'
import { Module, type DynamicModule, type Provider } from '@nestjs/common'
import { APP_FILTER } from '@nestjs/core'
import { CqrsModule } from '@nestjs/cqrs'
import { GraphQLModule } from '@nestjs/graphql'
import { FeedController } from './calendar-feed/feed.controller.ts'
import { CaseCommandHandler, FamilyAgendaCommandHandler, TrackCommandHandler } from './commands/commands.ts'
import { ACCESS_LOG_READING, ACTING, BOARD, COPYING, DATA_REQUESTS, DISCLOSING, DOCUMENTS, EMERGENCY, ERASING, EXPORTING_LOG, FEEDS, FRONT_DOOR, INVITING, KEEPING_REGISTER, LIVE, MEETING_PACKS, MESSAGES, OPENING, OWN_CALENDARS, OWN_ORGANISATIONS, PEOPLE, PLANNING, PRACTICE_CARDS, PRINTING, REGION, REVIEWING, GROUPS, SAFEGUARDING, SAFETY, SEEKING_HELP, SERVICES, SHARING, SIGN_IN_CODES, TABLETS, TODAY, WORKING_NOTES, WRITTEN } from './composition/tokens.ts'
import { AccessLogController } from './log-file/log-file.controller.ts'
import { CopyController } from './copy/copy.controller.ts'
import { DocumentsController } from './documents/documents.controller.ts'
import type { Documents } from './disclosure/documents.ts'
import type { Acting } from './disclosure/acting.ts'
import type { AccessLogReading } from './disclosure/access-log-reading.ts'
import type { Board } from './disclosure/board.ts'
import type { Copying } from './disclosure/copying/copying.ts'
import type { DataRequests } from './disclosure/data-requests.ts'
import type { WrittenAbout } from './disclosure/written.ts'
import type { Disclosing } from './disclosure/disclosing.ts'
import type { Emergency } from './disclosure/emergency.ts'
import type { Erasing } from './disclosure/erasing.ts'
import type { FrontDoor } from './disclosure/front-door.ts'
import type { ExportingLog } from './disclosure/exporting-log.ts'
import type { CalendarFeeds } from './disclosure/feed-reading.ts'
import type { Inviting } from './disclosure/inviting.ts'
import type { OwnCalendars } from './disclosure/own-calendar.ts'
import type { Opening } from './disclosure/opening.ts'
import type { OwnOrganisations } from './disclosure/own-organisation.ts'
import type { SeekingHelp } from './disclosure/seeking-help.ts'
import type { PracticeCards } from './disclosure/practice-cards.ts'
import type { Services } from './disclosure/services.ts'
import type { People } from './disclosure/people.ts'
import type { Planning } from './disclosure/planning.ts'
import type { RegionPlanning } from './disclosure/region-planning.ts'
import type { MeetingPacks } from './disclosure/meeting-packs.ts'
import type { Printing } from './disclosure/printing.ts'
import type { Sharing } from './disclosure/sharing.ts'
import type { Groups } from './disclosure/groups.ts'
import type { Safeguarding } from './disclosure/safeguarding.ts'
import type { Safety } from './disclosure/safety.ts'
import type { OwnToday } from './disclosure/today.ts'
import type { Reviewing } from './disclosure/reviewing.ts'
import { FRONT_DOOR_ENTRANCE, FrontDoorController, type Entrance } from './front-door/door.controller.ts'
import { ApiDriver } from './graphql/driver.ts'
import { bare, speakErrors } from './graphql/errors.ts'
import { openExecutingFamilies } from './graphql/executing.ts'
import { limitRule, limits } from './graphql/limits.ts'
import { countCost } from './graphql/operation-cost.ts'
import { apiPath } from './graphql/over-http.ts'
import type { Allowances } from './http/allowances.ts'
import { FailuresFilter } from './http/failures.filter.ts'
import { HealthController, READINESS, type Readiness } from './http/health.controller.ts'
import { FrontPageController, StartFilesController } from './http/start.controller.ts'
import type { Live } from './live/live.ts'
import type { OwnMessages } from './messages/own-messages.ts'
import { resolvers } from './resolvers/resolvers.ts'
import type { Drafts } from './sessions/drafts.ts'
import type { Sessions } from './sessions/sessions.ts'
import { SignOutController } from './sessions/sign-out.controller.ts'
import { DRAFTS, SESSIONS, VISITS } from './sessions/tokens.ts'
import type { WorkingNotes } from './sessions/working-notes.ts'
import type { Visits } from './sessions/visits.ts'
import type { KeepingRegister } from './disclosure/keeping-register.ts'
import type { KeepingCodes } from './sign-in/keeping-codes.ts'
import { TABLET_DOOR, TabletDoorController, type TabletDoor } from './tablets/door.controller.ts'
import type { KeepingTablets } from './tablets/keeping-tablets.ts'

/** Everything that resolvers and pages work with, put together in `application.ts`. */
export type AppParts = {
  readonly sessions: Sessions
  readonly drafts: Drafts
  readonly visits: Visits
  readonly readiness: Readiness
  readonly people: People
  readonly ownCalendars: OwnCalendars
  readonly opening: Opening
  readonly ownOrganisations: OwnOrganisations
  readonly services: Services
  readonly practiceCards: PracticeCards
  readonly seekingHelp: SeekingHelp
  readonly disclosing: Disclosing
  readonly acting: Acting
  readonly planning: Planning
  readonly accessLogReading: AccessLogReading
  readonly feeds: CalendarFeeds
  readonly copying: Copying
  readonly documents: Documents
  readonly erasing: Erasing
  readonly live: Live
  readonly messages: OwnMessages
  readonly printing: Printing
  readonly meetingPacks: MeetingPacks
  readonly board: Board
  readonly inviting: Inviting
  readonly today: OwnToday
  readonly sharing: Sharing
  readonly safeguarding: Safeguarding
  readonly groups: Groups
  readonly workingNotes: WorkingNotes
  readonly safety: Safety
  readonly emergency: Emergency
  readonly reviewing: Reviewing
  readonly dataRequests: DataRequests
  readonly written: WrittenAbout
  readonly exportingLog: ExportingLog
  readonly region: RegionPlanning
  readonly frontDoor: FrontDoor
  readonly entrance: Entrance
  readonly tablets: KeepingTablets
  readonly tabletDoor: TabletDoor
  readonly signInCodes: KeepingCodes
  readonly keepingRegister: KeepingRegister
  /** Open documents may ask for the schema too, except in production. */
  readonly introspection: boolean
  /** The front page and sign-in of the demo region; absent where there is none. */
  readonly demo?: DynamicModule
  readonly allowances: Allowances
  /** Pages beside the API: signing in. */
  readonly besides: readonly DynamicModule[]
}

@Module({})
export class AppModule {
  static with(parts: AppParts): DynamicModule {
    const { transformSchema, gateway } = openExecutingFamilies(parts.disclosing.keepOf)
    return {
      module: AppModule,
      global: true,
      imports: [
        CqrsModule.forRoot(),
        GraphQLModule.forRoot<ApolloDriverConfig>({
          // The schema is checked when it is written (`schema.spec.ts`), not at every start.
          driver: ApiDriver, path: apiPath, autoSchemaFile: true, buildSchemaOptions: { skipCheck: true }, graphiql: false, introspection: parts.introspection,
          autoTransformHttpErrors: false, preserveHttpStatusForExecutionErrors: false, persistedQueries: false, includeStacktraceInErrorResponses: false,
          // Nothing may be kept on its way: Apollo would look at every field only to find that.
          parseOptions: { maxTokens: limits.tokens }, validationRules: [limitRule(limits)], plugins: [ApolloServerPluginCacheControlDisabled(), speakErrors, countCost(parts.allowances)], transformSchema, ...{ gateway },
          formatError: bare,
        }),
        ...parts.besides, ...(parts.demo === undefined ? [] : [parts.demo]),
      ],
      controllers: [HealthController, StartFilesController, SignOutController, FeedController, CopyController, DocumentsController, AccessLogController, TabletDoorController, FrontDoorController, ...(parts.demo === undefined ? [FrontPageController] : [])],
      providers: [...providersOf(parts), ...resolvers, CaseCommandHandler, FamilyAgendaCommandHandler, TrackCommandHandler, { provide: APP_FILTER, useClass: FailuresFilter }],
      exports: [SESSIONS],
    }
  }
}

const providersOf = (parts: AppParts): readonly Provider[] => [
  { provide: REVIEWING, useValue: parts.reviewing }, { provide: DATA_REQUESTS, useValue: parts.dataRequests }, { provide: WRITTEN, useValue: parts.written }, { provide: EXPORTING_LOG, useValue: parts.exportingLog },
  { provide: SESSIONS, useValue: parts.sessions }, { provide: DRAFTS, useValue: parts.drafts }, { provide: VISITS, useValue: parts.visits },
  { provide: READINESS, useValue: parts.readiness }, { provide: PEOPLE, useValue: parts.people }, { provide: OWN_CALENDARS, useValue: parts.ownCalendars }, { provide: OPENING, useValue: parts.opening }, { provide: OWN_ORGANISATIONS, useValue: parts.ownOrganisations }, { provide: SERVICES, useValue: parts.services }, { provide: PRACTICE_CARDS, useValue: parts.practiceCards }, { provide: SEEKING_HELP, useValue: parts.seekingHelp }, { provide: DISCLOSING, useValue: parts.disclosing },
  { provide: ACTING, useValue: parts.acting }, { provide: PLANNING, useValue: parts.planning }, { provide: ACCESS_LOG_READING, useValue: parts.accessLogReading },
  { provide: FEEDS, useValue: parts.feeds }, { provide: LIVE, useValue: parts.live }, { provide: ERASING, useValue: parts.erasing }, { provide: COPYING, useValue: parts.copying }, { provide: DOCUMENTS, useValue: parts.documents },
  { provide: MESSAGES, useValue: parts.messages }, { provide: PRINTING, useValue: parts.printing }, { provide: MEETING_PACKS, useValue: parts.meetingPacks },
  { provide: BOARD, useValue: parts.board },
  { provide: INVITING, useValue: parts.inviting }, { provide: TODAY, useValue: parts.today }, { provide: SHARING, useValue: parts.sharing },
  { provide: SAFEGUARDING, useValue: parts.safeguarding }, { provide: GROUPS, useValue: parts.groups }, { provide: WORKING_NOTES, useValue: parts.workingNotes },
  { provide: SAFETY, useValue: parts.safety }, { provide: EMERGENCY, useValue: parts.emergency },
  { provide: REGION, useValue: parts.region }, { provide: TABLETS, useValue: parts.tablets }, { provide: TABLET_DOOR, useValue: parts.tabletDoor },
  { provide: FRONT_DOOR, useValue: parts.frontDoor }, { provide: FRONT_DOOR_ENTRANCE, useValue: parts.entrance },
  { provide: SIGN_IN_CODES, useValue: parts.signInCodes }, { provide: KEEPING_REGISTER, useValue: parts.keepingRegister },
]
