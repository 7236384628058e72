/**
 * The wordings of a plan. A version that parents agree to names wordings and copies none: each stays under its own subject and its own
 * author, opens to whom it opened before, and goes when it is erased.
 */
import { added } from '@samenspel/kernel'
import type { Labelled } from '../fact.ts'
import type { CardContent, GoalContent, PlanEvent, PlanLineContent, PlanTopic, SpokenWords } from './events.ts'
import type { Plan } from './state.ts'

export type PartContent =
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'goal' } & GoalContent
  | { readonly kind: 'card' } & CardContent
  | { readonly kind: 'text'; readonly topic: PlanTopic; readonly text: string }
  | { readonly kind: 'parentsGoal'; readonly text: string; readonly spoken?: SpokenWords }
  | { readonly kind: 'line' } & PlanLineContent

export type PartKind = PartContent['kind']

/** One wording of one part. `of` says of which: a goal, a card, a line, a topic, a parent. */
export type PlanPart = Labelled & { readonly of: string; readonly version: string; readonly content: PartContent }

/** What a version names. */
export type PartRef = { readonly kind: PartKind; readonly of: string; readonly version: string }

/** The plan with one wording more, where an event brings one. */
export const withPart = (plan: Plan, event: PlanEvent): Plan => {
  const worded = wordingOf(event)
  if (worded === undefined) return plan
  const { by, at, subject, category } = event
  return { ...plan, parts: added(plan.parts, { ...worded, by, at, subject, category }) }
}

const wordingOf = (event: PlanEvent): Pick<PlanPart, 'of' | 'version' | 'content'> | undefined => {
  switch (event.type) {
    case 'GuidingQuestionSet':
    case 'GuidingQuestionChanged': return { of: event.questionId, version: event.version, content: { kind: 'question', text: event.text } }
    case 'GoalAdded':
    case 'GoalChanged': {
      const { goalId, version, title, route, scale, levels, start, isParentsOwn, forParents } = event
      return { of: goalId, version, content: { kind: 'goal', title, route, scale, levels, start, isParentsOwn, ...(forParents !== undefined && { forParents }) } }
    }
    case 'AgreementCardAdded':
    case 'AgreementCardChanged': {
      const { cardId, version, title, text, settings, atHome, inGroup } = event
      return { of: cardId, version, content: { kind: 'card', title, text, settings, ...(atHome !== undefined && { atHome }), ...(inGroup !== undefined && { inGroup }) } }
    }
    case 'PlanTextWritten': return { of: event.topic, version: event.version, content: { kind: 'text', topic: event.topic, text: event.text } }
    case 'ParentsGoalWritten': {
      const { subject, version, text, spoken } = event
      return { of: 'person' in subject ? subject.person : 'case', version, content: { kind: 'parentsGoal', text, ...(spoken !== undefined && { spoken }) } }
    }
    case 'PlanLineWritten': {
      const { lineId, version, route, text, forParents, carriedBy } = event
      return { of: lineId, version, content: { kind: 'line', route, text, ...(forParents !== undefined && { forParents }), ...(carriedBy !== undefined && { carriedBy }) } }
    }
    default: return undefined
  }
}

/** The newest wording of everything that stands now: what a version drawn today would name. */
export const standingParts = (plan: Plan): readonly PartRef[] => [
  ...(plan.guidingQuestion === undefined ? [] : [{ kind: 'question', of: plan.guidingQuestion.questionId, version: plan.guidingQuestion.version } as const]),
  ...plan.parentsGoals.map(({ subject, version }) => ({ kind: 'parentsGoal', of: 'person' in subject ? subject.person : 'case', version } as const)),
  ...plan.goals.filter(({ ended }) => ended === undefined).map(({ goalId, version }) => ({ kind: 'goal', of: goalId, version } as const)),
  ...plan.lines.filter(({ ended }) => ended === undefined).map(({ lineId, version }) => ({ kind: 'line', of: lineId, version } as const)),
  ...plan.cards.map(({ cardId, version }) => ({ kind: 'card', of: cardId, version } as const)),
  ...plan.texts.map(({ topic, version }) => ({ kind: 'text', of: topic, version } as const)),
]

/** What came, what went and what was worded anew between two versions, part by part. */
export const compareParts = (before: readonly PartRef[], after: readonly PartRef[]): { readonly came: readonly PartRef[]; readonly changed: readonly { readonly before: PartRef; readonly after: PartRef }[]; readonly went: readonly PartRef[] } => {
  const same = (one: PartRef) => (other: PartRef) => one.kind === other.kind && one.of === other.of
  return {
    came: after.filter((one) => !before.some(same(one))),
    changed: after.flatMap((one) => {
      const was = before.find(same(one))
      return was === undefined || was.version === one.version ? [] : [{ before: was, after: one }]
    }),
    went: before.filter((one) => !after.some(same(one))),
  }
}
