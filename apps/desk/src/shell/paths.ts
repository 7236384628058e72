/** Every address of the desk, below /desk. */
export const paths = {
  families: '/',
  family: '/gezin/:familyId',
  planner: '/gezin/:familyId/planner',
  accessLog: '/gezin/:familyId/inzage',
} as const

export const familyPath = (familyId: string): string => `/gezin/${familyId}`
export const plannerPath = (familyId: string, lighter = false): string => `/gezin/${familyId}/planner${lighter ? '?rustiger' : ''}`
export const accessLogPath = (familyId: string): string => `/gezin/${familyId}/inzage`
