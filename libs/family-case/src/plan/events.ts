/**
 * Plan: the guiding question, the parents' own goals, goals with Goal Attainment Scaling (K-09), lines along the four routes (K-04),
 * agreement cards (K-14) and actions. This is the plan that is being worked at; what parents agree to is a version of it (`plan-versions`).
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
  /** The same goal in a few plain words, written for the parents: their page shows these, never a piece of the professionals' text. */
  readonly forParents?: string
}

export type CardContent = {
  readonly title: string
  /** What is the same everywhere. */
  readonly text: string
  readonly settings: readonly Setting[]
  /** How it goes at home, and in the group, where that differs in form and not in kind. */
  readonly atHome?: string
  readonly inGroup?: string
}

/** What is said with a score; all of it is written, nothing is reckoned. */
export type ScoreWords = {
  /** What was seen, for who works with the plan. */
  readonly words?: string
  /** The same for the parents, who read words and no numbers. */
  readonly forParents?: string
  /** The evaluation that it belongs to. */
  readonly evaluationId?: string
}

/** One line of the plan: what we do along one of the four routes (K-04). */
export type PlanLineContent = {
  readonly route: Route
  readonly text: string
  /** In plain words, written for the parents. */
  readonly forParents?: string
  /** Who carries it: somebody of the team or an adult of the family. */
  readonly carriedBy?: PersonId
}

export const planVariants = ['light', 'heavy'] as const
/** How much a plan asks: a light one the people, the strengths and worries and some goals; a heavy one the analysis as well (K-12). */
export type PlanVariant = (typeof planVariants)[number]

/** Parts of the plan that are one text each. The first four are asked of a light plan (K-12). */
export const planTopics = ['network', 'strengths', 'worries', 'earlierHelp', 'fewerHypotheses', 'questionForParents'] as const
export type PlanTopic = (typeof planTopics)[number]

export const goalEndings = ['reached', 'letGo'] as const
export type GoalEnding = (typeof goalEndings)[number]

export const saidWays = ['byPhone', 'atHome', 'atCentre'] as const
/** How somebody said what a professional noted for them, and on which day. */
export type SpokenWords = { readonly how: (typeof saidWays)[number]; readonly on: IsoDate }

export type PlanEvent =
  | Fact<'GuidingQuestionSet', { category: Category; questionId: string; version: string; text: string }>
  | Fact<'GuidingQuestionChanged', { category: Category; questionId: string; version: string; text: string }>
  | Fact<'GoalAdded', { category: Category; goalId: string; version: string; isMentalising: boolean } & GoalContent>
  | Fact<'GoalChanged', { category: Category; goalId: string; version: string } & GoalContent>
  | Fact<'GoalScored', { category: Category; scoreId: string; goalId: string; value: number; on: IsoDate } & ScoreWords>
  | Fact<'GoalEnded', { category: Category; endingId: string; goalId: string; outcome: GoalEnding; words: string }>
  | Fact<'AgreementCardAdded', { category: Category; cardId: string; version: string } & CardContent>
  | Fact<'AgreementCardChanged', { category: Category; cardId: string; version: string } & CardContent>
  | Fact<'ActionAdded', { category: Category; actionId: string; text: string; owner: PersonId; dueOn?: IsoDate }>
  | Fact<'ActionCompleted', { category: Category; actionId: string }>
  | Fact<'ActionReopened', { category: Category; actionId: string }>
  | Fact<'ActionMoved', { category: Category; actionId: string; dueOn: IsoDate; reason?: string }>
  | Fact<'PlanVariantChosen', { category: Category; choiceId: string; variant: PlanVariant }>
  | Fact<'PlanTextWritten', { category: Category; topic: PlanTopic; version: string; text: string }>
  /** What one parent wants themselves, in their own words: of that parent's own record, whoever typed it. */
  | Fact<'ParentsGoalWritten', { category: Category; version: string; text: string; spoken?: SpokenWords }>
  | Fact<'PlanLineWritten', { category: Category; lineId: string; version: string } & PlanLineContent>
  | Fact<'PlanLineEnded', { category: Category; lineId: string; endingId: string; words: string }>

export type PlanCommand =
  /** The first text names no `from`; it also brings the id of the question. */
  | Request<'ChangeGuidingQuestion', Coordinating & { questionId: string; from?: string; version: string; text: string }>
  | Request<'AddGoal', Coordinating & { goalId: string; version: string; subject: Subject } & GoalContent>
  | Request<'ChangeGoal', Coordinating & { goalId: string; from: string; version: string; subject: Subject } & GoalContent>
  | Request<'ScoreGoal', { scoreId: string; goalId: string; value: number; on: IsoDate } & Pick<ScoreWords, 'words' | 'forParents'>>
  /** A goal is reached or let go. It stays to be read; the mentalising goal never ends (K-05). */
  | Request<'EndGoal', Coordinating & { endingId: string; goalId: string; outcome: GoalEnding; words: string }>
  | Request<'AddAgreementCard', { cardId: string; version: string } & CardContent>
  | Request<'ChangeAgreementCard', { cardId: string; from: string; version: string } & CardContent>
  | Request<'AddAction', { actionId: string; text: string; owner: PersonId; dueOn?: IsoDate }>
  | Request<'CompleteAction', { actionId: string }>
  | Request<'ReopenAction', { actionId: string }>
  | Request<'MoveAction', { actionId: string; dueOn: IsoDate; reason?: string }>
  | Request<'ChoosePlanVariant', Coordinating & { choiceId: string; variant: PlanVariant }>
  /** The first text names no `from`, here and below. */
  | Request<'WritePlanText', Coordinating & { topic: PlanTopic; from?: string; version: string; text: string }>
  /** By the parent in person, or noted by somebody of the team with how and when it was said. */
  | Request<'WriteParentsGoal', { parent: PersonId; from?: string; version: string; text: string; spoken?: SpokenWords }>
  | Request<'WritePlanLine', Coordinating & { lineId: string; from?: string; version: string } & PlanLineContent>
  | Request<'EndPlanLine', Coordinating & { lineId: string; endingId: string; words: string }>
