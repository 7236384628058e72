import type { CardContent, GoalContent, PlanLineContent } from './events.ts'

export const goalFields: Readonly<Record<keyof GoalContent, true>> = { title: true, route: true, scale: true, levels: true, start: true, isParentsOwn: true, forParents: true }
export const cardFields: Readonly<Record<keyof CardContent, true>> = { title: true, text: true, settings: true, atHome: true, inGroup: true }
export const lineFields: Readonly<Record<keyof PlanLineContent, true>> = { route: true, text: true, forParents: true, carriedBy: true }
