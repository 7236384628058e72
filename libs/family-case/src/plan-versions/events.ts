/**
 * Versions of the plan: what was drawn from the working plan, what each parent says to it (G-01), from when it holds (K-04) and how it
 * went. A version names wordings and copies none (`plan/parts.ts`).
 */
import type { Category, IsoDate, PersonId } from '@samenspel/kernel'
import type { Coordinating, Fact, Request } from '../fact.ts'
import type { PlanVariant, SpokenWords } from '../plan/events.ts'
import type { PartRef } from '../plan/parts.ts'

export const planAnswers = ['yes', 'no', 'question'] as const
/** What a parent says to a version. A no and a question stop nothing by themselves and need no reason. */
export type PlanAnswerKind = (typeof planAnswers)[number]

export const nextSteps = ['goOn', 'adjust', 'rest', 'close'] as const
export type NextStep = (typeof nextSteps)[number]

export type Evaluation = {
  readonly evaluationId: string
  readonly on: IsoDate
  /** What helped, and what comes next, for who works with the plan. */
  readonly helped: string
  readonly next: string
  readonly nextStep: NextStep
  /** How it went, written for the parents. */
  readonly forParents?: string
}

/** One goal in an evaluation: the level whose words fit, and what was seen. */
export type EvaluatedGoal = { readonly scoreId: string; readonly goalId: string; readonly value: number; readonly words?: string; readonly forParents?: string }

export type PlanVersionEvent =
  | Fact<'PlanVersionDrawn', { category: Category; planVersionId: string; number: number; variant: PlanVariant; parts: readonly PartRef[]; portId?: string; note?: string }>
  /** Of the record of the parent who says it. */
  | Fact<'PlanVersionAnswered', { category: Category; answerId: string; planVersionId: string; answer: PlanAnswerKind; words?: string; spoken?: SpokenWords }>
  /** From now on this version holds. `without`: why it does although a parent didn't say yes. */
  | Fact<'PlanVersionActivated', { category: Category; planVersionId: string; without?: string }>
  | Fact<'PlanEvaluated', { category: Category; planVersionId: string } & Evaluation>

export type PlanVersionCommand =
  | Request<'DrawPlanVersion', Coordinating & { planVersionId: string; note?: string }>
  /** By a parent in person, or noted by somebody of the team with how and when it was said. */
  | Request<'AnswerPlanVersion', { answerId: string; planVersionId: string; parent: PersonId; answer: PlanAnswerKind; words?: string; spoken?: SpokenWords }>
  | Request<'ActivatePlanVersion', Coordinating & { planVersionId: string; without?: string }>
  | Request<'EvaluatePlan', Coordinating & Evaluation & { goals: readonly EvaluatedGoal[] }>
