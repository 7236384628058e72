import { FamilyDocument, MeDocument } from '@samenspel/graphql-documents/desk'
import { createI18n, type Language } from '@samenspel/intl'
import { loadDeskTexts } from '@samenspel/intl/desk'
import { Failed, Loading, TextProvider } from '@samenspel/ui'
import { lazy, Suspense, use, useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { createRequest, useQuery, type Client } from 'urql'
import { isAnsweredEarly } from './arrival/asked.ts'
import { preferred, questionOf, whoLooks } from './arrival/needs.ts'
import { fetchPage, pageAt, pageHere, type PageName } from './arrival/pages.ts'
import { endArrival, markAsHere } from './graph/came-with-the-page.ts'
import { isSignedOut } from './graph/refusal.ts'
import { Listening } from './shell/listening.tsx'
import { LookingBack } from './shell/looking-back.tsx'
import { paths } from './shell/paths.ts'
import { Shell } from './shell/shell.tsx'
import { SignedOut } from './shell/signed-out.tsx'
import { ViewerProvider } from './shell/viewer.ts'

/** A page whose code is fetched when it is shown; where it is here already nobody waits for it. */
const page = (name: PageName): ComponentType => {
  const fetched = lazy(() => fetchPage(name))
  return function Page() {
    // As it was found at first: another kind of element would begin anew.
    const [Shown] = useState(() => pageHere(name) ?? fetched)
    return <Shown />
  }
}

const TodayPage = page('today')
const FamiliesPage = page('families')
const FamilyPage = page('family')
const PlannerPage = page('planner')
const AccessLogPage = page('accessLog')
const ErasuresPage = page('erasures')
const NewErasurePage = page('newErasure')
const ErasurePage = page('erasure')
const ReviewPage = page('review')
const DataRequestsPage = page('dataRequests')
const RetentionPage = page('retention')
const RulesPage = page('rules')
const MessagesPage = page('messages')
const PrintPage = page('print')
const CalendarPage = page('calendar')
const OrganisationPage = page('organisation')
const BoardPage = page('board')
const WeekPage = page('week')
const ConsentsPage = page('consents')
const GroupsPage = page('groups')
const InvitationsPage = page('invitations')
const SafeguardsPage = page('safeguards')
const SafetyPage = page('safety')
const NewSafetyPage = page('newSafety')
const EmergencyPage = page('emergency')
const EmergencyFilePage = page('emergencyFile')
const EmergencyReviewPage = page('emergencyReview')
const PlanPage = page('plan')
const PrintPlanPage = page('printPlan')
const AnalysisPage = page('analysis')
const TeamPage = page('team')
const MeetingsPage = page('meetings')
const MeetingPage = page('meeting')
const PackPage = page('meetingPack')
const NetworkPage = page('network')
const OpenFamilyPage = page('newFamily')
const ClassificationPage = page('classification')
const RegionPage = page('region')
const KeysPage = page('keys')
const RegisterPage = page('register')
const ImportPage = page('registerImport')
const PinPage = page('ownPin')
const ParentsPage = page('parentSignIns')
const QuestionsPage = page('questions')
const SearchPage = page('search')
const FrontDoorPage = page('frontDoor')
const ReferralPage = page('referral')
const ConsultationPage = page('consultation')
const ReferPage = page('refer')
const DoorLooksPage = page('doorLooks')
const ServicesPage = page('services')
const PracticeCardsPage = page('practiceCards')
const ShelfCardPage = page('shelfCard')
const WriteCardPage = page('writeCard')
const HelpPage = page('help')
const CasesPage = page('cases')

/** The texts of each language, fetched once. */
const fetched = new Map<Language, Promise<ReturnType<typeof createI18n>>>()
const speaking = (language: Language) => {
  const known = fetched.get(language)
  if (known !== undefined) return known
  const coming = loadDeskTexts(language).then((texts) => createI18n(language, texts))
  fetched.set(language, coming)
  // Marked as React marks what it has waited for: nobody waits for what is here, not even for a turn.
  coming.then((value) => { void Object.assign(coming, { status: 'fulfilled', value }) }, () => undefined)
  return coming
}

const documents = { Family: FamilyDocument } as const

/** What was asked before the code was here: its answer goes into the cache, and the page that asks it finds it there. */
const takeEarly = async (client: Client, question: NonNullable<ReturnType<typeof questionOf>>): Promise<void> => {
  const request = createRequest(documents[question.operationName], question.variables)
  const { error } = await client.executeQuery(request).toPromise()
  if (error === undefined) markAsHere(request.key)
}

/**
 * Asks at once for all that an address needs first: who looks, texts, and the code of the page. What doesn't come is told of where it is shown.
 * @returns settles once there is something to show
 */
export const arrive = async (client: Client, address: string, search = ''): Promise<void> => {
  const question = questionOf(address, search)
  const me = client.query(MeDocument, {}).toPromise()
  await Promise.allSettled([speaking(preferred()), fetchPage(pageAt(address))])
  // What isn't here by now is waited for where it is shown.
  await Promise.all([isAnsweredEarly(whoLooks) && me, question !== undefined && isAnsweredEarly(question) && takeEarly(client, question)])
}

/** The desk: first who is signed in and in which language, then the page of the address. */
export const App = () => {
  useEffect(endArrival, [])
  return (
    <Suspense>
      <Desk />
    </Suspense>
  )
}

const Desk = () => {
  // It was asked on arrival, or is being asked.
  const [{ data, error, fetching }, again] = useQuery({ query: MeDocument, requestPolicy: 'cache-first' })
  const viewer = data?.me
  const language = viewer === undefined ? preferred() : viewer.language === 'EN' ? 'en' : 'nl'
  const i18n = use(speaking(language))
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
                  <Route path={paths.messages} element={<MessagesPage />} />
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
