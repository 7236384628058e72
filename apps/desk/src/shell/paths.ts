/** Every address of the desk, below /desk. */
export const paths = {
  today: '/',
  families: '/gezinnen',
  newFamily: '/gezin/nieuw',
  network: '/gezin/:familyId/netwerk',
  family: '/gezin/:familyId',
  planner: '/gezin/:familyId/planner',
  week: '/gezin/:familyId/week',
  plan: '/gezin/:familyId/plan',
  printPlan: '/gezin/:familyId/plan/papier',
  team: '/gezin/:familyId/team',
  analysis: '/gezin/:familyId/analyse',
  meetings: '/gezin/:familyId/overleg',
  meeting: '/gezin/:familyId/overleg/:meetingId',
  meetingPack: '/gezin/:familyId/overleg/:meetingId/stukken',
  classification: '/gezin/:familyId/assen',
  accessLog: '/gezin/:familyId/inzage',
  board: '/planner',
  region: '/planner/samen',
  erasures: '/wissen',
  newErasure: '/wissen/nieuw',
  erasure: '/wissen/:familyId/:erasureId',
  retention: '/bewaren',
  rules: '/regels',
  review: '/toezicht',
  dataRequests: '/verzoeken',
  messages: '/berichten',
  print: '/gezin/:familyId/bezoek/:visitId',
  calendar: '/mijn-tijd',
  organisation: '/organisatie',
  register: '/register',
  registerImport: '/register/lijst',
  services: '/aanbod',
  practiceCards: '/praktijkkaarten',
  shelfCard: '/praktijkkaarten/:cardId',
  writeCard: '/gezin/:familyId/plan/praktijkkaart',
  help: '/gezin/:familyId/hulp',
  consents: '/gezin/:familyId/toestemming',
  invitations: '/uitnodigingen',
  groups: '/groepen',
  safeguards: '/gezin/:familyId/bescherming',
  safety: '/gezin/:familyId/veiligheid',
  newSafety: '/gezin/:familyId/veiligheid/nieuw',
  emergency: '/noodtoegang',
  emergencyFile: '/noodtoegang/:openingId',
  emergencyReview: '/noodtoegang/nakijken',
  keys: '/sleutels',
  ownPin: '/groepstablet',
  parentSignIns: '/gezin/:familyId/inloggen',
  questions: '/vragen',
  search: '/gezin/:familyId/zoeken',
  frontDoor: '/voordeur',
  refer: '/voordeur/verwijzen',
  referral: '/voordeur/verwijzing/:entryId',
  consultation: '/voordeur/vraag/:entryId',
  doorLooks: '/voordeur/inzage',
} as const

/** The part of an address that says on which day one looks at a file. */
export const dayParameter = 'toen'

/** The family of which an address shows something. */
export const familyIn = (path: string): string | undefined => {
  const id = /^\/gezin\/([^/]+)/.exec(path)?.[1]
  return id === undefined || path === paths.newFamily ? undefined : id
}
/** The family, with the form for a contribution open beside it. */
export const contributionPath = (familyId: string): string => `/gezin/${familyId}?bijdrage`
export const networkPath = (familyId: string): string => `/gezin/${familyId}/netwerk`
export const teamPath = (familyId: string): string => `/gezin/${familyId}/team`
export const familyPath = (familyId: string): string => `/gezin/${familyId}`
export const plannerPath = (familyId: string, lighter = false): string => `/gezin/${familyId}/planner${lighter ? '?rustiger' : ''}`
/** The planner, which begins at once to look for what changes least after a proposal that could not be had. */
export const plannerAgainPath = (familyId: string, proposalId: string): string => `/gezin/${familyId}/planner?opnieuw=${proposalId}`
/** The planner, which begins at once to plan anew what can't go on as it stands. */
/** The page of consents, with the question to somebody to join begun. */
export const invitingPath = (familyId: string): string => `/gezin/${familyId}/toestemming?erbij`
export const plannerLostPath = (familyId: string): string => `/gezin/${familyId}/planner?valt-weg`
export const planPath = (familyId: string): string => `/gezin/${familyId}/plan`
export const printPlanPath = (familyId: string): string => `/gezin/${familyId}/plan/papier`
export const shelfCardPath = (cardId: string): string => `/praktijkkaarten/${cardId}`
export const writeCardPath = (familyId: string): string => `/gezin/${familyId}/plan/praktijkkaart`
export const analysisPath = (familyId: string): string => `/gezin/${familyId}/analyse`
export const meetingsPath = (familyId: string): string => `/gezin/${familyId}/overleg`
export const meetingPath = (familyId: string, meetingId: string): string => `/gezin/${familyId}/overleg/${meetingId}`
export const meetingPackPath = (familyId: string, meetingId: string): string => `/gezin/${familyId}/overleg/${meetingId}/stukken`
export const classificationPath = (familyId: string): string => `/gezin/${familyId}/assen`
export const weekPath = (familyId: string): string => `/gezin/${familyId}/week`
/** The planner, with what a search found that was made elsewhere. */
export const plannerRunPath = (familyId: string, runId: string): string => `/gezin/${familyId}/planner?plan=${runId}`
/** A search for many families together. */
export const regionRunPath = (runId: string): string => `${paths.region}?plan=${runId}`
export const accessLogPath = (familyId: string): string => `/gezin/${familyId}/inzage`
export const safeguardsPath = (familyId: string): string => `/gezin/${familyId}/bescherming`
export const erasurePath = (familyId: string, erasureId: string): string => `/wissen/${familyId}/${erasureId}`
export const printPath = (familyId: string, visitId: string): string => `/gezin/${familyId}/bezoek/${visitId}`
export const helpPath = (familyId: string): string => `/gezin/${familyId}/hulp`
export const consentsPath = (familyId: string): string => `/gezin/${familyId}/toestemming`
export const parentSignInsPath = (familyId: string): string => `/gezin/${familyId}/inloggen`
export const searchPath = (familyId: string): string => `/gezin/${familyId}/zoeken`
export const referralPath = (id: string): string => `/voordeur/verwijzing/${id}`
export const consultationPath = (id: string): string => `/voordeur/vraag/${id}`
export const safetyPath = (familyId: string): string => `/gezin/${familyId}/veiligheid`
export const newSafetyPath = (familyId: string): string => `/gezin/${familyId}/veiligheid/nieuw`
export const emergencyFilePath = (openingId: string): string => `/noodtoegang/${openingId}`
/** The lists that a register takes, with the word for each in an address. */
export const importWords = { STAFF: 'mensen', PLACES: 'plekken', CLOSED_DAYS: 'dagen-dicht', ORGANISATIONS: 'organisaties' } as const
export const importPath = (list: keyof typeof importWords): string => `${paths.registerImport}?lijst=${importWords[list]}`
