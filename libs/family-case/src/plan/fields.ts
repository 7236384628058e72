import type { CardContent, GoalContent } from './events.ts'

export const goalFields: Readonly<Record<keyof GoalContent, true>> = { title: true, route: true, scale: true, levels: true, start: true, isParentsOwn: true }
export const cardFields: Readonly<Record<keyof CardContent, true>> = { title: true, text: true, settings: true }
