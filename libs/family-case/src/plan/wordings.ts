/**
 * The wordings of a plan. A version that parents agree to names wordings and copies none: each stays under its own subject and its own
 * author, opens to whom it opened before, and goes when it is erased.
 */
import { added } from '@samenspel/kernel'
import type { Labelled } from '../fact.ts'
import type { CardContent, GoalContent, PlanEvent, PlanLineContent, PlanTopic, SpokenWords } from './events.ts'

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

/** What has parts, with one wording more, where an event brings one. */
export const withPart = <Worded extends { readonly parts: readonly PlanPart[] }>(plan: Worded, event: PlanEvent): Worded => {
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
