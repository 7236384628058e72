import { MeDocument } from '@samenspel/graphql-documents/desk'
import { createI18n, type Language } from '@samenspel/intl'
import { loadDeskTexts } from '@samenspel/intl/desk'
import { Failed, Loading, TextProvider } from '@samenspel/ui'
import { lazy, Suspense, use, type ReactNode } from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { useQuery } from 'urql'
import { isSignedOut } from './graph/refusal.ts'
import { LookingBack } from './shell/looking-back.tsx'
import { paths } from './shell/paths.ts'
import { Shell } from './shell/shell.tsx'
import { SignedOut } from './shell/signed-out.tsx'
import { ViewerProvider } from './shell/viewer.ts'

const TodayPage = lazy(async () => ({ default: (await import('./features/today/today-page.tsx')).TodayPage }))
const FamiliesPage = lazy(async () => ({ default: (await import('./features/families/families-page.tsx')).FamiliesPage }))
const FamilyPage = lazy(async () => ({ default: (await import('./features/family/family-page.tsx')).FamilyPage }))
const PlannerPage = lazy(async () => ({ default: (await import('./features/planner/planner-page.tsx')).PlannerPage }))
const AccessLogPage = lazy(async () => ({ default: (await import('./features/access-log/access-log-page.tsx')).AccessLogPage }))
const ErasuresPage = lazy(async () => ({ default: (await import('./features/erasures/erasures-page.tsx')).ErasuresPage }))
const NewErasurePage = lazy(async () => ({ default: (await import('./features/erasures/new-erasure-page.tsx')).NewErasurePage }))
const ErasurePage = lazy(async () => ({ default: (await import('./features/erasures/erasure-page.tsx')).ErasurePage }))
const ReviewPage = lazy(async () => ({ default: (await import('./features/review/review-page.tsx')).ReviewPage }))
const DataRequestsPage = lazy(async () => ({ default: (await import('./features/data-requests/data-requests-page.tsx')).DataRequestsPage }))
const RetentionPage = lazy(async () => ({ default: (await import('./features/erasures/retention-page.tsx')).RetentionPage }))
const RulesPage = lazy(async () => ({ default: (await import('./features/rules/rules-page.tsx')).RulesPage }))
const MessagesPage = lazy(async () => ({ default: (await import('./features/messages/messages-page.tsx')).MessagesPage }))
const PrintPage = lazy(async () => ({ default: (await import('./features/printing/print-page.tsx')).PrintPage }))
const CalendarPage = lazy(async () => ({ default: (await import('./features/calendar/calendar-page.tsx')).CalendarPage }))
const OrganisationPage = lazy(async () => ({ default: (await import('./features/organisation/organisation-page.tsx')).OrganisationPage }))
const BoardPage = lazy(async () => ({ default: (await import('./features/board/board-page.tsx')).BoardPage }))
const WeekPage = lazy(async () => ({ default: (await import('./features/week/week-page.tsx')).WeekPage }))
const ConsentsPage = lazy(async () => ({ default: (await import('./features/consents/consents-page.tsx')).ConsentsPage }))
const GroupsPage = lazy(async () => ({ default: (await import('./features/groups/groups-page.tsx')).GroupsPage }))
const InvitationsPage = lazy(async () => ({ default: (await import('./features/invitations/invitations-page.tsx')).InvitationsPage }))
const SafeguardsPage = lazy(async () => ({ default: (await import('./features/safeguards/safeguards-page.tsx')).SafeguardsPage }))
const SafetyPage = lazy(async () => ({ default: (await import('./features/safety/safety-page.tsx')).SafetyPage }))
const NewSafetyPage = lazy(async () => ({ default: (await import('./features/safety/new-safety-page.tsx')).NewSafetyPage }))
const EmergencyPage = lazy(async () => ({ default: (await import('./features/emergency/emergency-page.tsx')).EmergencyPage }))
const EmergencyFilePage = lazy(async () => ({ default: (await import('./features/emergency/emergency-file-page.tsx')).EmergencyFilePage }))
const EmergencyReviewPage = lazy(async () => ({ default: (await import('./features/emergency/emergency-review-page.tsx')).EmergencyReviewPage }))
const PlanPage = lazy(async () => ({ default: (await import('./features/family-plan/plan-page.tsx')).PlanPage }))
const PrintPlanPage = lazy(async () => ({ default: (await import('./features/printing/print-plan-page.tsx')).PrintPlanPage }))
const AnalysisPage = lazy(async () => ({ default: (await import('./features/analysis/analysis-page.tsx')).AnalysisPage }))
const TeamPage = lazy(async () => ({ default: (await import('./features/team/team-page.tsx')).TeamPage }))
const MeetingsPage = lazy(async () => ({ default: (await import('./features/meetings/meetings-page.tsx')).MeetingsPage }))
const MeetingPage = lazy(async () => ({ default: (await import('./features/meetings/meeting-page.tsx')).MeetingPage }))
const PackPage = lazy(async () => ({ default: (await import('./features/meetings/pack-page.tsx')).PackPage }))
const NetworkPage = lazy(async () => ({ default: (await import('./features/network/network-page.tsx')).NetworkPage }))
const OpenFamilyPage = lazy(async () => ({ default: (await import('./features/opening/open-family-page.tsx')).OpenFamilyPage }))
const ClassificationPage = lazy(async () => ({ default: (await import('./features/classification/classification-page.tsx')).ClassificationPage }))
const RegionPage = lazy(async () => ({ default: (await import('./features/region/region-page.tsx')).RegionPage }))
const KeysPage = lazy(async () => ({ default: (await import('./features/keys/keys-page.tsx')).KeysPage }))
const RegisterPage = lazy(async () => ({ default: (await import('./features/register/register-page.tsx')).RegisterPage }))
const ImportPage = lazy(async () => ({ default: (await import('./features/register/import-page.tsx')).ImportPage }))
const PinPage = lazy(async () => ({ default: (await import('./features/keys/pin-page.tsx')).PinPage }))
const ParentsPage = lazy(async () => ({ default: (await import('./features/keys/parents-page.tsx')).ParentsPage }))
const QuestionsPage = lazy(async () => ({ default: (await import('./features/questions/questions-page.tsx')).QuestionsPage }))
const SearchPage = lazy(async () => ({ default: (await import('./features/search/search-page.tsx')).SearchPage }))
const FrontDoorPage = lazy(async () => ({ default: (await import('./features/front-door/front-door-page.tsx')).FrontDoorPage }))
const ReferralPage = lazy(async () => ({ default: (await import('./features/front-door/referral-page.tsx')).ReferralPage }))
const ConsultationPage = lazy(async () => ({ default: (await import('./features/front-door/consultation-page.tsx')).ConsultationPage }))
const ReferPage = lazy(async () => ({ default: (await import('./features/front-door/refer-page.tsx')).ReferPage }))
const DoorLooksPage = lazy(async () => ({ default: (await import('./features/front-door/door-looks-page.tsx')).DoorLooksPage }))
const ServicesPage = lazy(async () => ({ default: (await import('./features/services/services-page.tsx')).ServicesPage }))
const PracticeCardsPage = lazy(async () => ({ default: (await import('./features/practice-cards/practice-cards-page.tsx')).PracticeCardsPage }))
const ShelfCardPage = lazy(async () => ({ default: (await import('./features/practice-cards/shelf-card-page.tsx')).ShelfCardPage }))
const WriteCardPage = lazy(async () => ({ default: (await import('./features/practice-cards/write-card-page.tsx')).WriteCardPage }))
const HelpPage = lazy(async () => ({ default: (await import('./features/help/help-page.tsx')).HelpPage }))
const CasesPage = lazy(async () => ({ default: (await import('./features/access-log/cases-page.tsx')).CasesPage }))

/** The texts of each language, fetched once. */
const spoken = new Map<Language, Promise<ReturnType<typeof createI18n>>>()
const speaking = (language: Language) => {
  const known = spoken.get(language) ?? loadDeskTexts(language).then((texts) => createI18n(language, texts))
  spoken.set(language, known)
  return known
}

/** The desk: first who is signed in and in which language, then the page of the address. */
export const App = () => (
  <Suspense>
    <Desk />
  </Suspense>
)

const Desk = () => {
  const [{ data, error, fetching }, again] = useQuery({ query: MeDocument })
  const viewer = data?.me
  const i18n = use(speaking(viewer?.language === 'EN' || (viewer === undefined && !navigator.language.startsWith('nl')) ? 'en' : 'nl'))
  return (
    <TextProvider i18n={i18n}>
      {viewer === undefined ? (
        fetching || error === undefined ? <Loading /> : isSignedOut(error) ? <main><SignedOut /></main> : <Failed onRetry={() => again({ requestPolicy: 'network-only' })} />
      ) : (
        <ViewerProvider value={viewer}>
          <Shell>
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
