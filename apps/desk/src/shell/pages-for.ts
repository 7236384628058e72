import type { PageName } from '../arrival/pages.ts'
import type { paths } from './paths.ts'
import type { Viewer } from './viewer.ts'

type Address = keyof typeof paths

const forOffice = [
  'accessLog', 'erasures', 'newErasure', 'erasure', 'review', 'dataRequests', 'retention', 'rules', 'doorLooks', 'emergencyReview', 'messages',
] as const satisfies readonly Address[]
const forProfessionals = [
  'refer', 'family', 'planner', 'week', 'accessLog', 'messages', 'print', 'calendar', 'organisation', 'board', 'services', 'practiceCards', 'shelfCard',
  'writeCard', 'help', 'consents', 'groups', 'invitations', 'safeguards', 'safety', 'newSafety', 'emergency', 'emergencyFile', 'plan', 'printPlan',
  'analysis', 'team', 'meetings', 'meeting', 'meetingPack', 'network', 'classification', 'region', 'questions', 'search', 'ownPin', 'parentSignIns', 'families',
] as const satisfies readonly Address[]
const forSpecialists = ['frontDoor', 'referral', 'consultation', 'newFamily'] as const satisfies readonly Address[]
const forKeepersOfKeys = ['keys', 'register', 'registerImport'] as const satisfies readonly Address[]

/** Which addresses show a page to somebody. What a page then says is decided by the API, not here. */
export const pagesFor = ({ role, discipline, keepsKeys }: Pick<Viewer, 'role' | 'discipline' | 'keepsKeys'>): readonly Address[] => [
  ...role === 'PRIVACY_OFFICER' ? forOffice : forProfessionals,
  ...role !== 'PRIVACY_OFFICER' && discipline === 'IMH_SPECIALIST' ? forSpecialists : [],
  ...keepsKeys ? forKeepersOfKeys : [],
]

/** What stands at the beginning. */
export const firstPageFor = ({ role }: Pick<Viewer, 'role'>): PageName => role === 'PRIVACY_OFFICER' ? 'cases' : 'today'
