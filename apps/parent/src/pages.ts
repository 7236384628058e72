import { loadPageTexts } from '@samenspel/intl/parent'
import type { Listen } from './family/use-live.ts'
import { fetchWhenIdle, later } from './shell/later.tsx'

const fetchAgenda = () => import('./agenda/agenda-page.tsx').then(({ AgendaPage }) => AgendaPage)
const fetchAccessLog = () => import('./access-log/access-log-page.tsx').then(({ AccessLogPage }) => AccessLogPage)
const fetchSettings = () => import('./settings/settings-page.tsx').then(({ SettingsPage }) => SettingsPage)
const fetchCopy = () => import('./copy/copy-page.tsx').then(({ CopyPage }) => CopyPage)
const fetchOwnData = () => import('./own-data/own-data-page.tsx').then(({ OwnDataPage }) => OwnDataPage)
const fetchTooMuch = () => import('./too-much/too-much-page.tsx').then(({ TooMuchPage }) => TooMuchPage)
const fetchVisit = () => import('./visit/visit-page.tsx').then(({ VisitPage }) => VisitPage)
const fetchRhythm = () => import('./rhythm/rhythm-page.tsx').then(({ RhythmPage }) => RhythmPage)
const fetchPace = () => import('./pace/pace-page.tsx').then(({ PacePage }) => PacePage)
const fetchOtherMoment = () => import('./other-moment/other-moment-page.tsx').then(({ OtherMomentPage }) => OtherMomentPage)
const fetchElsewhere = () => import('./elsewhere/elsewhere-page.tsx').then(({ ElsewherePage }) => ElsewherePage)
const fetchMore = () => import('./more/more-pages.tsx')

/** The pages beside Today, which alone is in the first load. */
export const AgendaPage = later(fetchAgenda)
export const AccessLogPage = later(fetchAccessLog)
export const SettingsPage = later(fetchSettings)
export const CopyPage = later(fetchCopy)
export const OwnDataPage = later(fetchOwnData)
export const TooMuchPage = later(fetchTooMuch)
export const VisitPage = later(fetchVisit)
export const OtherMomentPage = later(fetchOtherMoment)
export const RhythmPage = later(fetchRhythm)
export const PacePage = later(fetchPace)
export const ElsewherePage = later(fetchElsewhere)
export const MorePages = later(() => fetchMore().then(({ MorePages }) => MorePages))
export const PlanLink = later(() => fetchMore().then(({ PlanLink }) => PlanLink))
export const AskedCard = later(() => fetchMore().then(({ AskedCard }) => AskedCard))
export const MeetingCard = later(() => fetchMore().then(({ MeetingCard }) => MeetingCard))
export const SilentToday = later(() => fetchMore().then(({ SilentToday }) => SilentToday))

/** Listens as soon as what it takes has arrived. */
export const listen: Listen = (familyId, tell) => {
  let isWanted = true
  let stop: (() => void) | undefined
  import('./live/listen-live.ts').then(({ listenLive }) => { if (isWanted) stop = listenLive(familyId, tell) }, () => undefined)
  return () => {
    isWanted = false
    stop?.()
  }
}

/** Brings the pages to the phone after the first one is there. */
export const fetchPagesWhenIdle = (): void => {
  fetchWhenIdle([() => loadPageTexts(document.documentElement.lang === 'en' ? 'en' : 'nl'), fetchTooMuch, fetchOtherMoment, fetchVisit, fetchAgenda, fetchRhythm, fetchPace, fetchAccessLog, fetchSettings, fetchCopy, fetchElsewhere, fetchMore, fetchOwnData])
}
