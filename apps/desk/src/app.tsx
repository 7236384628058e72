import { MeDocument } from '@samenspel/graphql-documents/desk'
import { createI18n, type Language } from '@samenspel/intl'
import { loadDeskTexts } from '@samenspel/intl/desk'
import { Failed, Loading, TextProvider } from '@samenspel/ui'
import { lazy, Suspense, use, useState, type ComponentType, type ReactNode } from 'react'
import { matchRoutes, Route, Routes, useLocation } from 'react-router'
import { useQuery, type Client } from 'urql'
import { isSignedOut } from './graph/refusal.ts'
import { Listening } from './shell/listening.tsx'
import { LookingBack } from './shell/looking-back.tsx'
import { paths } from './shell/paths.ts'
import { Shell } from './shell/shell.tsx'
import { SignedOut } from './shell/signed-out.tsx'
import { ViewerProvider } from './shell/viewer.ts'

/** How the code of each page is fetched, by its address. */
const fetches = new Map<string, () => Promise<unknown>>()
/** A page whose code is fetched when it is shown; where it is here already nobody waits for it. */
const page = (path: string, fetchIt: () => Promise<{ default: ComponentType }>): ComponentType => {
  let Here: ComponentType | undefined
  const fetchOnce = async () => {
    const code = await fetchIt()
    Here = code.default
    return code
  }
  const Fetched = lazy(fetchOnce)
  fetches.set(path, fetchOnce)
  return function Page() {
    // As it was found at first: another kind of element would begin anew.
    const [Shown] = useState(() => Here ?? Fetched)
    return <Shown />
  }
}

const TodayPage = page(paths.today, async () => ({ default: (await import('./features/today/today-page.tsx')).TodayPage }))
const FamiliesPage = page(paths.families, async () => ({ default: (await import('./features/families/families-page.tsx')).FamiliesPage }))
const FamilyPage = page(paths.family, async () => ({ default: (await import('./features/family/family-page.tsx')).FamilyPage }))
const PlannerPage = page(paths.planner, async () => ({ default: (await import('./features/planner/planner-page.tsx')).PlannerPage }))
const AccessLogPage = page(paths.accessLog, async () => ({ default: (await import('./features/access-log/access-log-page.tsx')).AccessLogPage }))
const ErasuresPage = page(paths.erasures, async () => ({ default: (await import('./features/erasures/erasures-page.tsx')).ErasuresPage }))
const NewErasurePage = page(paths.newErasure, async () => ({ default: (await import('./features/erasures/new-erasure-page.tsx')).NewErasurePage }))
const ErasurePage = page(paths.erasure, async () => ({ default: (await import('./features/erasures/erasure-page.tsx')).ErasurePage }))
const ReviewPage = page(paths.review, async () => ({ default: (await import('./features/review/review-page.tsx')).ReviewPage }))
const DataRequestsPage = page(paths.dataRequests, async () => ({ default: (await import('./features/data-requests/data-requests-page.tsx')).DataRequestsPage }))
const RetentionPage = page(paths.retention, async () => ({ default: (await import('./features/erasures/retention-page.tsx')).RetentionPage }))
const RulesPage = page(paths.rules, async () => ({ default: (await import('./features/rules/rules-page.tsx')).RulesPage }))
const MessagesPage = page(paths.messages, async () => ({ default: (await import('./features/messages/messages-page.tsx')).MessagesPage }))
const PrintPage = page(paths.print, async () => ({ default: (await import('./features/printing/print-page.tsx')).PrintPage }))
const CalendarPage = page(paths.calendar, async () => ({ default: (await import('./features/calendar/calendar-page.tsx')).CalendarPage }))
const OrganisationPage = page(paths.organisation, async () => ({ default: (await import('./features/organisation/organisation-page.tsx')).OrganisationPage }))
const BoardPage = page(paths.board, async () => ({ default: (await import('./features/board/board-page.tsx')).BoardPage }))
const WeekPage = page(paths.week, async () => ({ default: (await import('./features/week/week-page.tsx')).WeekPage }))
const ConsentsPage = page(paths.consents, async () => ({ default: (await import('./features/consents/consents-page.tsx')).ConsentsPage }))
const GroupsPage = page(paths.groups, async () => ({ default: (await import('./features/groups/groups-page.tsx')).GroupsPage }))
const InvitationsPage = page(paths.invitations, async () => ({ default: (await import('./features/invitations/invitations-page.tsx')).InvitationsPage }))
const SafeguardsPage = page(paths.safeguards, async () => ({ default: (await import('./features/safeguards/safeguards-page.tsx')).SafeguardsPage }))
const SafetyPage = page(paths.safety, async () => ({ default: (await import('./features/safety/safety-page.tsx')).SafetyPage }))
const NewSafetyPage = page(paths.newSafety, async () => ({ default: (await import('./features/safety/new-safety-page.tsx')).NewSafetyPage }))
const EmergencyPage = page(paths.emergency, async () => ({ default: (await import('./features/emergency/emergency-page.tsx')).EmergencyPage }))
const EmergencyFilePage = page(paths.emergencyFile, async () => ({ default: (await import('./features/emergency/emergency-file-page.tsx')).EmergencyFilePage }))
const EmergencyReviewPage = page(paths.emergencyReview, async () => ({ default: (await import('./features/emergency/emergency-review-page.tsx')).EmergencyReviewPage }))
const PlanPage = page(paths.plan, async () => ({ default: (await import('./features/family-plan/plan-page.tsx')).PlanPage }))
const PrintPlanPage = page(paths.printPlan, async () => ({ default: (await import('./features/printing/print-plan-page.tsx')).PrintPlanPage }))
const AnalysisPage = page(paths.analysis, async () => ({ default: (await import('./features/analysis/analysis-page.tsx')).AnalysisPage }))
const TeamPage = page(paths.team, async () => ({ default: (await import('./features/team/team-page.tsx')).TeamPage }))
const MeetingsPage = page(paths.meetings, async () => ({ default: (await import('./features/meetings/meetings-page.tsx')).MeetingsPage }))
const MeetingPage = page(paths.meeting, async () => ({ default: (await import('./features/meetings/meeting-page.tsx')).MeetingPage }))
const PackPage = page(paths.meetingPack, async () => ({ default: (await import('./features/meetings/pack-page.tsx')).PackPage }))
const NetworkPage = page(paths.network, async () => ({ default: (await import('./features/network/network-page.tsx')).NetworkPage }))
const OpenFamilyPage = page(paths.newFamily, async () => ({ default: (await import('./features/opening/open-family-page.tsx')).OpenFamilyPage }))
const ClassificationPage = page(paths.classification, async () => ({ default: (await import('./features/classification/classification-page.tsx')).ClassificationPage }))
const RegionPage = page(paths.region, async () => ({ default: (await import('./features/region/region-page.tsx')).RegionPage }))
const KeysPage = page(paths.keys, async () => ({ default: (await import('./features/keys/keys-page.tsx')).KeysPage }))
const RegisterPage = page(paths.register, async () => ({ default: (await import('./features/register/register-page.tsx')).RegisterPage }))
const ImportPage = page(paths.registerImport, async () => ({ default: (await import('./features/register/import-page.tsx')).ImportPage }))
const PinPage = page(paths.ownPin, async () => ({ default: (await import('./features/keys/pin-page.tsx')).PinPage }))
const ParentsPage = page(paths.parentSignIns, async () => ({ default: (await import('./features/keys/parents-page.tsx')).ParentsPage }))
const QuestionsPage = page(paths.questions, async () => ({ default: (await import('./features/questions/questions-page.tsx')).QuestionsPage }))
const SearchPage = page(paths.search, async () => ({ default: (await import('./features/search/search-page.tsx')).SearchPage }))
const FrontDoorPage = page(paths.frontDoor, async () => ({ default: (await import('./features/front-door/front-door-page.tsx')).FrontDoorPage }))
const ReferralPage = page(paths.referral, async () => ({ default: (await import('./features/front-door/referral-page.tsx')).ReferralPage }))
const ConsultationPage = page(paths.consultation, async () => ({ default: (await import('./features/front-door/consultation-page.tsx')).ConsultationPage }))
const ReferPage = page(paths.refer, async () => ({ default: (await import('./features/front-door/refer-page.tsx')).ReferPage }))
const DoorLooksPage = page(paths.doorLooks, async () => ({ default: (await import('./features/front-door/door-looks-page.tsx')).DoorLooksPage }))
const ServicesPage = page(paths.services, async () => ({ default: (await import('./features/services/services-page.tsx')).ServicesPage }))
const PracticeCardsPage = page(paths.practiceCards, async () => ({ default: (await import('./features/practice-cards/practice-cards-page.tsx')).PracticeCardsPage }))
const ShelfCardPage = page(paths.shelfCard, async () => ({ default: (await import('./features/practice-cards/shelf-card-page.tsx')).ShelfCardPage }))
const WriteCardPage = page(paths.writeCard, async () => ({ default: (await import('./features/practice-cards/write-card-page.tsx')).WriteCardPage }))
const HelpPage = page(paths.help, async () => ({ default: (await import('./features/help/help-page.tsx')).HelpPage }))
const CasesPage = lazy(async () => ({ default: (await import('./features/access-log/cases-page.tsx')).CasesPage }))

/** The texts of each language, fetched once. */
const fetched = new Map<Language, Promise<ReturnType<typeof createI18n>>>()
/** Those that are here: nobody waits for them, not even for a turn. */
const spoken = new Map<Language, ReturnType<typeof createI18n>>()
const speaking = (language: Language) => {
  const known = fetched.get(language) ?? loadDeskTexts(language).then((texts) => {
    const i18n = createI18n(language, texts)
    spoken.set(language, i18n)
    return i18n
  })
  fetched.set(language, known)
  return known
}

const preferred = (): Language => navigator.language.startsWith('nl') ? 'nl' : 'en'

/**
 * Asks at once for all that an address needs first: who looks, texts, and the code of the page. What doesn't come is told of where it is shown.
 * @returns settles once there is something to show
 */
export const arrive = async (client: Client, address: string): Promise<void> => {
  void client.query(MeDocument, {}).toPromise()
  const path = matchRoutes([...fetches.keys()].map((one) => ({ path: one })), address)?.[0]?.route.path ?? paths.today
  const texts = speaking(preferred())
  // In the turn after, when these two are on their way: a browser has six connections.
  await new Promise((resolve) => { setTimeout(resolve) })
  await Promise.allSettled([texts, fetches.get(path)?.()])
}

/** The desk: first who is signed in and in which language, then the page of the address. */
export const App = () => (
  <Suspense>
    <Desk />
  </Suspense>
)

const Desk = () => {
  // It was asked on arrival, or is being asked.
  const [{ data, error, fetching }, again] = useQuery({ query: MeDocument, requestPolicy: 'cache-first' })
  const viewer = data?.me
  const language = viewer === undefined ? preferred() : viewer.language === 'EN' ? 'en' : 'nl'
  const i18n = spoken.get(language) ?? use(speaking(language))
  return (
    <TextProvider i18n={i18n}>
      {viewer === undefined ? (
        fetching || error === undefined ? <Loading /> : isSignedOut(error) ? <main><SignedOut /></main> : <Failed onRetry={() => again({ requestPolicy: 'network-only' })} />
      ) : (
        <ViewerProvider value={viewer}>
          <Shell>
            <Listening />
            <LookingBack><Arriving>
              {viewer.role === 'PRIVACY_OFFICER' ? (
                <Routes>
                  <Route path={paths.accessLog} element={<AccessLogPage />} />
                  <Route path={paths.erasures} element={<ErasuresPage />} />
                  <Route path={paths.newErasure} element={<NewErasurePage />} />
                  <Route path={paths.erasure} element={<ErasurePage />} />
                  <Route path={paths.review} element={<ReviewPage />} />
                  <Route path={paths.dataRequests} element={<DataRequestsPage />} />
                  <Route path={paths.retention} element={<RetentionPage />} />
                  <Route path={paths.rules} element={<RulesPage />} />
                  <Route path={paths.doorLooks} element={<DoorLooksPage />} />
                  <Route path={paths.emergencyReview} element={<EmergencyReviewPage />} />
                  {viewer.keepsKeys && <Route path={paths.keys} element={<KeysPage />} />}
                  {viewer.keepsKeys && <Route path={paths.register} element={<RegisterPage />} />}
                  {viewer.keepsKeys && <Route path={paths.registerImport} element={<ImportPage />} />}
                  <Route path="*" element={<CasesPage />} />
                </Routes>
              ) : (
                <Routes>
                  {viewer.discipline === 'IMH_SPECIALIST' && <Route path={paths.frontDoor} element={<FrontDoorPage />} />}
                  {viewer.discipline === 'IMH_SPECIALIST' && <Route path={paths.referral} element={<ReferralPage />} />}
                  {viewer.discipline === 'IMH_SPECIALIST' && <Route path={paths.consultation} element={<ConsultationPage />} />}
                  <Route path={paths.refer} element={<ReferPage />} />
                  <Route path={paths.family} element={<FamilyPage />} />
                  <Route path={paths.planner} element={<PlannerPage />} />
                  <Route path={paths.week} element={<WeekPage />} />
                  <Route path={paths.accessLog} element={<AccessLogPage />} />
                  <Route path={paths.messages} element={<MessagesPage />} />
                  <Route path={paths.print} element={<PrintPage />} />
                  <Route path={paths.calendar} element={<CalendarPage />} />
                  <Route path={paths.organisation} element={<OrganisationPage />} />
                  <Route path={paths.board} element={<BoardPage />} />
                  <Route path={paths.services} element={<ServicesPage />} />
                  <Route path={paths.practiceCards} element={<PracticeCardsPage />} />
                  <Route path={paths.shelfCard} element={<ShelfCardPage />} />
                  <Route path={paths.writeCard} element={<WriteCardPage />} />
                  <Route path={paths.help} element={<HelpPage />} />
                  <Route path={paths.consents} element={<ConsentsPage />} />
                  <Route path={paths.groups} element={<GroupsPage />} />
                  <Route path={paths.invitations} element={<InvitationsPage />} />
                  <Route path={paths.safeguards} element={<SafeguardsPage />} />
                  <Route path={paths.safety} element={<SafetyPage />} />
                  <Route path={paths.newSafety} element={<NewSafetyPage />} />
                  <Route path={paths.emergency} element={<EmergencyPage />} />
                  <Route path={paths.emergencyFile} element={<EmergencyFilePage />} />
                  <Route path={paths.plan} element={<PlanPage />} />
                  <Route path={paths.printPlan} element={<PrintPlanPage />} />
                  <Route path={paths.analysis} element={<AnalysisPage />} />
                  <Route path={paths.team} element={<TeamPage />} />
                  <Route path={paths.meetings} element={<MeetingsPage />} />
                  <Route path={paths.meeting} element={<MeetingPage />} />
                  <Route path={paths.meetingPack} element={<PackPage />} />
                  <Route path={paths.network} element={<NetworkPage />} />
                  {viewer.discipline === 'IMH_SPECIALIST' && <Route path={paths.newFamily} element={<OpenFamilyPage />} />}
                  <Route path={paths.classification} element={<ClassificationPage />} />
                  <Route path={paths.region} element={<RegionPage />} />
                  {viewer.keepsKeys && <Route path={paths.keys} element={<KeysPage />} />}
                  {viewer.keepsKeys && <Route path={paths.register} element={<RegisterPage />} />}
                  {viewer.keepsKeys && <Route path={paths.registerImport} element={<ImportPage />} />}
                  <Route path={paths.questions} element={<QuestionsPage />} />
                  <Route path={paths.search} element={<SearchPage />} />
                  <Route path={paths.ownPin} element={<PinPage />} />
                  <Route path={paths.parentSignIns} element={<ParentsPage />} />
                  <Route path={paths.families} element={<FamiliesPage />} />
                  <Route path="*" element={<TodayPage />} />
                </Routes>
              )}
            </Arriving></LookingBack>
          </Shell>
        </ViewerProvider>
      )}
    </TextProvider>
  )
}

/** What is shown until the code of a page is here; one for each address: else the page before would stay, as if nothing had happened. */
const Arriving = ({ children }: { readonly children: ReactNode }) => <Suspense key={useLocation().pathname} fallback={<Loading />}>{children}</Suspense>
