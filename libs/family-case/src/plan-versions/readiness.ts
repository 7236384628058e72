/**
 * What a plan asks before it can hold: of a heavy plan what K-04 names, of a light one what K-12 names. Pure, over plain facts, so that a
 * screen reckons with what its reader may see and the decision with everything.
 */
import type { PlanVariant, Route } from '../plan/events.ts'

export const planRequirements = {
  heavy: ['guidingQuestion', 'parentsGoal', 'measuredGoal', 'mentalising', 'hypotheses', 'portOfEntry', 'lines'],
  light: ['contacts', 'familyMembers', 'network', 'professionals', 'strengths', 'worries', 'earlierHelp', 'parentsGoal', 'measuredGoal', 'mentalising', 'actions'],
} as const
export type PlanRequirement = (typeof planRequirements)[PlanVariant][number]

export type PlanFacts = {
  readonly hasQuestion: boolean
  /** Words of a parent, or a goal that is marked as theirs. */
  readonly hasParentsGoal: boolean
  /** Goals with a text for each level, the mentalising one not counted: that is there always. */
  readonly measuredGoals: number
  readonly hasMentalising: boolean
  /** Open, supported and dropped ones: each was considered. */
  readonly hypotheses: number
  readonly hasReasonForFewer: boolean
  readonly hasPort: boolean
  readonly lineRoutes: readonly Route[]
  readonly hasContacts: boolean
  readonly members: number
  readonly professionals: number
  readonly topics: readonly string[]
  readonly actions: number
}

const isMet = (requirement: PlanRequirement, facts: PlanFacts): boolean => {
  switch (requirement) {
    case 'guidingQuestion': return facts.hasQuestion
    case 'parentsGoal': return facts.hasParentsGoal
    case 'measuredGoal': return facts.measuredGoals > 0
    case 'mentalising': return facts.hasMentalising
    case 'hypotheses': return facts.hypotheses >= 2 || facts.hasReasonForFewer
    case 'portOfEntry': return facts.hasPort
    case 'lines': return facts.lineRoutes.length > 0
    case 'contacts': return facts.hasContacts
    case 'familyMembers': return facts.members > 1
    case 'professionals': return facts.professionals > 0
    case 'actions': return facts.actions > 0
    case 'network':
    case 'strengths':
    case 'worries':
    case 'earlierHelp': return facts.topics.includes(requirement)
  }
}

/** Everything that a variant asks, in the order in which one would do it, with what is there already. */
export const readiness = (variant: PlanVariant, facts: PlanFacts): readonly { readonly requirement: PlanRequirement; readonly isMet: boolean }[] =>
  planRequirements[variant].map((requirement) => ({ requirement, isMet: isMet(requirement, facts) }))
