import type { TodayQuery } from '@samenspel/graphql-documents/desk'
import { analysisPath, consentsPath, familyPath, helpPath, meetingPath, meetingsPath, paths, planPath, plannerLostPath, plannerPath, safeguardsPath, safetyPath, teamPath } from '../../shell/paths.ts'

export type TodayLine = TodayQuery['today']['items'][number]
export type TodayPart = TodayLine['group']

/** The parts of the page, in the order in which they stand. */
export const todayGroups = ['CALL', 'ASKED', 'REVIEW', 'ENDING', 'WAITING', 'SHARED', 'CHANGED'] as const satisfies readonly TodayPart[]

/** What asks something of the reader, beside what others do and what changed. */
export const isUrgent = (group: TodayPart): boolean => group === 'CALL' || group === 'ASKED' || group === 'REVIEW' || group === 'ENDING'

/** Where a line is done; nothing where it is done outside Samenspel. */
export const placeOf = ({ place, familyId, targetId }: Pick<TodayLine, 'place' | 'familyId' | 'targetId'>): string | undefined => {
  if (place === 'NONE') return undefined
  if (place === 'INVITATIONS') return paths.invitations
  if (place === 'QUESTIONS') return paths.questions
  if (place === 'FREE_TIME') return paths.calendar
  if (place === 'FRONT_DOOR') return paths.frontDoor
  if (familyId === null || familyId === undefined) return undefined
  switch (place) {
    case 'FAMILY':
    case 'PLAN': return familyPath(familyId)
    case 'FAMILY_PLAN': return planPath(familyId)
    case 'ANALYSIS': return analysisPath(familyId)
    case 'PLANNER': return plannerPath(familyId)
    case 'LOST_APPOINTMENTS': return plannerLostPath(familyId)
    case 'CONSENTS': return consentsPath(familyId)
    case 'MEETING': return targetId === null ? meetingsPath(familyId) : meetingPath(familyId, targetId)
    case 'HELP': return helpPath(familyId)
    case 'TEAM': return teamPath(familyId)
    case 'SAFETY': return safetyPath(familyId)
    case 'SAFEGUARDS': return safeguardsPath(familyId)
  }
}
