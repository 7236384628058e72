import type { ComponentType } from 'react'
import { paths } from '../shell/paths.ts'

type Page = { readonly default: ComponentType }

/** How the code of each page is fetched, by its address. */
export const pages = {
  today: async () => ({ default: (await import('../features/today/today-page.tsx')).TodayPage }),
  families: async () => ({ default: (await import('../features/families/families-page.tsx')).FamiliesPage }),
  family: async () => ({ default: (await import('../features/family/family-page.tsx')).FamilyPage }),
  planner: async () => ({ default: (await import('../features/planner/planner-page.tsx')).PlannerPage }),
  accessLog: async () => ({ default: (await import('../features/access-log/access-log-page.tsx')).AccessLogPage }),
  erasures: async () => ({ default: (await import('../features/erasures/erasures-page.tsx')).ErasuresPage }),
  newErasure: async () => ({ default: (await import('../features/erasures/new-erasure-page.tsx')).NewErasurePage }),
  erasure: async () => ({ default: (await import('../features/erasures/erasure-page.tsx')).ErasurePage }),
  review: async () => ({ default: (await import('../features/review/review-page.tsx')).ReviewPage }),
  dataRequests: async () => ({ default: (await import('../features/data-requests/data-requests-page.tsx')).DataRequestsPage }),
  retention: async () => ({ default: (await import('../features/erasures/retention-page.tsx')).RetentionPage }),
  rules: async () => ({ default: (await import('../features/rules/rules-page.tsx')).RulesPage }),
  messages: async () => ({ default: (await import('../features/messages/messages-page.tsx')).MessagesPage }),
  print: async () => ({ default: (await import('../features/printing/print-page.tsx')).PrintPage }),
  calendar: async () => ({ default: (await import('../features/calendar/calendar-page.tsx')).CalendarPage }),
  organisation: async () => ({ default: (await import('../features/organisation/organisation-page.tsx')).OrganisationPage }),
  board: async () => ({ default: (await import('../features/board/board-page.tsx')).BoardPage }),
  week: async () => ({ default: (await import('../features/week/week-page.tsx')).WeekPage }),
  consents: async () => ({ default: (await import('../features/consents/consents-page.tsx')).ConsentsPage }),
  groups: async () => ({ default: (await import('../features/groups/groups-page.tsx')).GroupsPage }),
  invitations: async () => ({ default: (await import('../features/invitations/invitations-page.tsx')).InvitationsPage }),
  safeguards: async () => ({ default: (await import('../features/safeguards/safeguards-page.tsx')).SafeguardsPage }),
  safety: async () => ({ default: (await import('../features/safety/safety-page.tsx')).SafetyPage }),
  newSafety: async () => ({ default: (await import('../features/safety/new-safety-page.tsx')).NewSafetyPage }),
  emergency: async () => ({ default: (await import('../features/emergency/emergency-page.tsx')).EmergencyPage }),
  emergencyFile: async () => ({ default: (await import('../features/emergency/emergency-file-page.tsx')).EmergencyFilePage }),
  emergencyReview: async () => ({ default: (await import('../features/emergency/emergency-review-page.tsx')).EmergencyReviewPage }),
  plan: async () => ({ default: (await import('../features/family-plan/plan-page.tsx')).PlanPage }),
  printPlan: async () => ({ default: (await import('../features/printing/print-plan-page.tsx')).PrintPlanPage }),
  analysis: async () => ({ default: (await import('../features/analysis/analysis-page.tsx')).AnalysisPage }),
  team: async () => ({ default: (await import('../features/team/team-page.tsx')).TeamPage }),
  meetings: async () => ({ default: (await import('../features/meetings/meetings-page.tsx')).MeetingsPage }),
  meeting: async () => ({ default: (await import('../features/meetings/meeting-page.tsx')).MeetingPage }),
  meetingPack: async () => ({ default: (await import('../features/meetings/pack-page.tsx')).PackPage }),
  network: async () => ({ default: (await import('../features/network/network-page.tsx')).NetworkPage }),
  newFamily: async () => ({ default: (await import('../features/opening/open-family-page.tsx')).OpenFamilyPage }),
  classification: async () => ({ default: (await import('../features/classification/classification-page.tsx')).ClassificationPage }),
  region: async () => ({ default: (await import('../features/region/region-page.tsx')).RegionPage }),
  keys: async () => ({ default: (await import('../features/keys/keys-page.tsx')).KeysPage }),
  register: async () => ({ default: (await import('../features/register/register-page.tsx')).RegisterPage }),
  registerImport: async () => ({ default: (await import('../features/register/import-page.tsx')).ImportPage }),
  ownPin: async () => ({ default: (await import('../features/keys/pin-page.tsx')).PinPage }),
  parentSignIns: async () => ({ default: (await import('../features/keys/parents-page.tsx')).ParentsPage }),
  questions: async () => ({ default: (await import('../features/questions/questions-page.tsx')).QuestionsPage }),
  search: async () => ({ default: (await import('../features/search/search-page.tsx')).SearchPage }),
  frontDoor: async () => ({ default: (await import('../features/front-door/front-door-page.tsx')).FrontDoorPage }),
  referral: async () => ({ default: (await import('../features/front-door/referral-page.tsx')).ReferralPage }),
  consultation: async () => ({ default: (await import('../features/front-door/consultation-page.tsx')).ConsultationPage }),
  refer: async () => ({ default: (await import('../features/front-door/refer-page.tsx')).ReferPage }),
  doorLooks: async () => ({ default: (await import('../features/front-door/door-looks-page.tsx')).DoorLooksPage }),
  services: async () => ({ default: (await import('../features/services/services-page.tsx')).ServicesPage }),
  practiceCards: async () => ({ default: (await import('../features/practice-cards/practice-cards-page.tsx')).PracticeCardsPage }),
  shelfCard: async () => ({ default: (await import('../features/practice-cards/shelf-card-page.tsx')).ShelfCardPage }),
  writeCard: async () => ({ default: (await import('../features/practice-cards/write-card-page.tsx')).WriteCardPage }),
  help: async () => ({ default: (await import('../features/help/help-page.tsx')).HelpPage }),
  cases: async () => ({ default: (await import('../features/access-log/cases-page.tsx')).CasesPage }),
} as const satisfies Record<string, () => Promise<Page>>
export type PageName = keyof typeof pages
export const pageNames = Object.keys(pages) as readonly PageName[]

const fetching = new Map<PageName, Promise<Page>>()
const here = new Map<PageName, ComponentType>()

/** Fetches the code of a page, once; one that didn't come is fetched again by who asks again. */
export const fetchPage = (name: PageName): Promise<Page> => {
  const known = fetching.get(name) ?? pages[name]()
  fetching.set(name, known)
  known.then((page) => { here.set(name, page.default) }, () => { fetching.delete(name) })
  return known
}

/** A page whose code is here: nobody waits for it, not even for a turn. */
export const pageHere = (name: PageName): ComponentType | undefined => here.get(name)

const isAt = (address: string, path: string): boolean => {
  const [asked, known] = [address, path].map((one) => one.split('/'))
  return asked?.length === known?.length && known?.every((part, index) => part.startsWith(':') || part === asked?.[index]) === true
}

/** Which page an address below /desk shows: one of these words before one of any family. An address that is no page leads to the first. */
export const pageAt = (address: string): PageName => {
  const path = address.replace(/\/$/, '')
  const found = (Object.keys(paths) as (keyof typeof paths)[]).filter((name) => isAt(path, paths[name]))
  return found.find((name) => !paths[name].includes(':')) ?? found[0] ?? 'today'
}
