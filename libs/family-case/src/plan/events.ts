/**
 * Plan: the guiding question, goals with Goal Attainment Scaling (K-09), agreement cards (K-14) and actions.
 *
 * A text that several people edit has a version. An edit names the version it began from (`from`) and brings the id of the next.
 * When somebody else was first, it is refused `changed-meanwhile` with both texts, and nothing is lost.
 */
import type { Category, IsoDate, PersonId, Subject } from '@samenspel/kernel'
import type { Setting } from '../contributions/events.ts'
import type { Coordinating, Fact, Request } from '../fact.ts'

export const routes = ['parents', 'bond', 'surroundings', 'child'] as const
/** The four routes of intervention. */
export type Route = (typeof routes)[number]

export const goalScales = { five: [-2, -1, 0, 1, 2], six: [-3, -2, -1, 0, 1, 2] } as const
/** The variant of Goal Attainment Scaling: five levels, or six with a level for having gone backwards. */
export type GoalScale = keyof typeof goalScales

export type GoalLevel = { readonly value: number; readonly text: string }

export type GoalContent = {
  readonly title: string
  readonly route: Route
  readonly scale: GoalScale
  /** A text for every level of the scale. */
  readonly levels: readonly GoalLevel[]
  /** The level at the start. */
  readonly start: number
  /** In the parents' own words. */
  readonly isParentsOwn: boolean
}

export type CardContent = { readonly title: string; readonly text: string; readonly settings: readonly Setting[] }

export type PlanEvent =
  | Fact<'GuidingQuestionSet', { category: Category; questionId: string; version: string; text: string }>
  | Fact<'GuidingQuestionChanged', { category: Category; questionId: string; version: string; text: string }>
  | Fact<'GoalAdded', { category: Category; goalId: string; version: string; isMentalising: boolean } & GoalContent>
  | Fact<'GoalChanged', { category: Category; goalId: string; version: string } & GoalContent>
  | Fact<'GoalScored', { category: Category; scoreId: string; goalId: string; value: number; on: IsoDate }>
  | Fact<'AgreementCardAdded', { category: Category; cardId: string; version: string } & CardContent>
  | Fact<'AgreementCardChanged', { category: Category; cardId: string; version: string } & CardContent>
  | Fact<'ActionAdded', { category: Category; actionId: string; text: string; owner: PersonId; dueOn?: IsoDate }>
  | Fact<'ActionCompleted', { category: Category; actionId: string }>

export type PlanCommand =
  /** The first text names no `from`; it also brings the id of the question. */
  | Request<'ChangeGuidingQuestion', Coordinating & { questionId: string; from?: string; version: string; text: string }>
  | Request<'AddGoal', Coordinating & { goalId: string; version: string; subject: Subject } & GoalContent>
  | Request<'ChangeGoal', Coordinating & { goalId: string; from: string; version: string; subject: Subject } & GoalContent>
  | Request<'ScoreGoal', { scoreId: string; goalId: string; value: number; on: IsoDate }>
  | Request<'AddAgreementCard', { cardId: string; version: string } & CardContent>
  | Request<'ChangeAgreementCard', { cardId: string; from: string; version: string } & CardContent>
  | Request<'AddAction', { actionId: string; text: string; owner: PersonId; dueOn?: IsoDate }>
  | Request<'CompleteAction', { actionId: string }>
