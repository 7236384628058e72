/** Every address of the desk, below /desk. */
export const paths = {
  families: '/',
  family: '/gezin/:familyId',
  planner: '/gezin/:familyId/planner',
  accessLog: '/gezin/:familyId/inzage',
  board: '/planner',
  erasures: '/wissen',
  newErasure: '/wissen/nieuw',
  erasure: '/wissen/:familyId/:erasureId',
  retention: '/bewaren',
} as const

export const familyPath = (familyId: string): string => `/gezin/${familyId}`
export const plannerPath = (familyId: string, lighter = false): string => `/gezin/${familyId}/planner${lighter ? '?rustiger' : ''}`
export const accessLogPath = (familyId: string): string => `/gezin/${familyId}/inzage`
export const erasurePath = (familyId: string, erasureId: string): string => `/wissen/${familyId}/${erasureId}`
