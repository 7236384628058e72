import type { IsoDate, IsoInstant, PersonId } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import type { CardContent, GoalContent, PlanEvent } from './events.ts'

/** `by` and `at` are of the newest version, here and below. */
export type GuidingQuestion = Labelled & { readonly questionId: string; readonly version: string; readonly text: string }
export type Goal = Labelled & GoalContent & { readonly goalId: string; readonly version: string; readonly isMentalising: boolean }
export type GoalScore = Labelled & { readonly scoreId: string; readonly goalId: string; readonly value: number; readonly on: IsoDate }
export type AgreementCard = Labelled & CardContent & { readonly cardId: string; readonly version: string }
export type PlanAction = Labelled & {
  readonly actionId: string
  readonly text: string
  readonly owner: PersonId
  readonly dueOn?: IsoDate
  readonly completedAt?: IsoInstant
}

export type Plan = {
  readonly guidingQuestion?: GuidingQuestion
  readonly goals: readonly Goal[]
  /** Of all goals, in the order in which they were recorded. */
  readonly scores: readonly GoalScore[]
  readonly cards: readonly AgreementCard[]
  readonly actions: readonly PlanAction[]
}

export const noPlan: Plan = { goals: [], scores: [], cards: [], actions: [] }

export const evolvePlan = (plan: Plan, event: PlanEvent): Plan => {
  switch (event.type) {
    case 'GuidingQuestionSet':
    case 'GuidingQuestionChanged':
      return { ...plan, guidingQuestion: entryOf(event) }
    case 'GoalAdded':
      return { ...plan, goals: [...plan.goals, entryOf(event)] }
    case 'GoalChanged':
      return { ...plan, goals: plan.goals.map((goal) => goal.goalId === event.goalId ? { ...entryOf(event), isMentalising: goal.isMentalising } : goal) }
    case 'GoalScored':
      return { ...plan, scores: [...plan.scores, entryOf(event)] }
    case 'AgreementCardAdded':
      return { ...plan, cards: [...plan.cards, entryOf(event)] }
    case 'AgreementCardChanged':
      return { ...plan, cards: plan.cards.map((card) => card.cardId === event.cardId ? entryOf(event) : card) }
    case 'ActionAdded':
      return { ...plan, actions: [...plan.actions, entryOf(event)] }
    case 'ActionCompleted':
      return {
        ...plan,
        actions: plan.actions.map((action) => action.actionId === event.actionId ? { ...action, by: event.by, at: event.at, completedAt: event.at } : action),
      }
  }
}

/** The scores of a goal by the day they are about; of one day, in the order in which they were recorded. */
export const scoresOf = (plan: Plan, goalId: string): readonly GoalScore[] =>
  plan.scores.filter((score) => score.goalId === goalId).sort((a, b) => a.on < b.on ? -1 : a.on > b.on ? 1 : 0)
