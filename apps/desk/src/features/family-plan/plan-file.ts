import type { NextStep, PlanQuery, PlanRequirement, PlanTopic } from '@samenspel/graphql-documents/desk'
import { analysisPath, familyPath } from '../../shell/paths.ts'

/** A family as its plan shows it to who looks. */
export type PlanFamily = NonNullable<PlanQuery['family']>
export type FamilyPlan = PlanFamily['plan']
export type PlanLine = FamilyPlan['lines'][number]
export type PlanVersion = FamilyPlan['versions'][number]
export type PlanPart = PlanVersion['parts'][number]

/** The texts of a plan: what a light one asks (K-12), and what a full one may need. */
export const topicsOf = (variant: FamilyPlan['variant']): readonly PlanTopic[] =>
  variant === 'LIGHT' ? ['QUESTION_FOR_PARENTS', 'STRENGTHS', 'WORRIES', 'NETWORK', 'EARLIER_HELP'] : ['QUESTION_FOR_PARENTS', 'FEWER_HYPOTHESES']

export const nextSteps = ['GO_ON', 'ADJUST', 'REST', 'CLOSE'] as const satisfies readonly NextStep[]

/** Where something that a plan still asks is done: a place on this page, or another page. */
export const placeOf = (requirement: PlanRequirement, familyId: string): string => {
  switch (requirement) {
    case 'HYPOTHESES':
    case 'PORT_OF_ENTRY': return analysisPath(familyId)
    case 'CONTACTS':
    case 'FAMILY_MEMBERS':
    case 'PROFESSIONALS': return familyPath(familyId)
    case 'PARENTS_GOAL': return '#ouders'
    case 'LINES': return '#lijnen'
    case 'ACTIONS': return '#acties'
    case 'NETWORK':
    case 'STRENGTHS':
    case 'WORRIES':
    case 'EARLIER_HELP': return '#woorden'
    case 'GUIDING_QUESTION':
    case 'MEASURED_GOAL':
    case 'MENTALISING': return '#doelen'
  }
}
