import { added, addDays, isSameSubject, without, type IsoDate, type IsoInstant, type PersonId, type Recorded } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import type { CardContent, GoalContent, GoalEnding, PlanEvent, PlanLineContent, PlanTopic, PlanVariant, ScoreWords, SpokenWords } from './events.ts'
import { withPart, type PlanPart } from './wordings.ts'

/** `by` and `at` are of the newest version, here and below. */
export type GuidingQuestion = Labelled & { readonly questionId: string; readonly version: string; readonly text: string }
export type Goal = Labelled & GoalContent & { readonly goalId: string; readonly version: string; readonly isMentalising: boolean
  /** Reached or let go: who said so, with words of their own. */
  readonly ended?: GoalEnd
}
export type GoalEnd = Labelled & { readonly endingId: string; readonly goalId: string; readonly outcome: GoalEnding; readonly words: string }
export type GoalScore = Labelled & { readonly scoreId: string; readonly goalId: string; readonly value: number; readonly on: IsoDate } & ScoreWords
export type AgreementCard = Labelled & CardContent & { readonly cardId: string; readonly version: string }
export type PlanAction = Labelled & {
  readonly actionId: string
  readonly text: string
  readonly owner: PersonId
  readonly dueOn?: IsoDate
  readonly completedAt?: IsoInstant
  /** Every time that it was moved to another day, the newest last. */
  readonly moved?: readonly (Recorded & { readonly from?: IsoDate; readonly to: IsoDate; readonly reason?: string })[]
}
/** `version` and what follows are of the newest wording, here and below. */
export type PlanText = Labelled & { readonly topic: PlanTopic; readonly version: string; readonly text: string }
export type ParentsGoal = Labelled & { readonly version: string; readonly text: string; readonly spoken?: SpokenWords }
export type PlanVariantChoice = Labelled & { readonly choiceId: string; readonly variant: PlanVariant }
export type PlanLine = Labelled & PlanLineContent & { readonly lineId: string; readonly version: string; readonly ended?: Labelled & { readonly lineId: string; readonly endingId: string; readonly words: string } }

export type Plan = {
  readonly guidingQuestion?: GuidingQuestion
  readonly goals: readonly Goal[]
  /** Of all goals, in the order in which they were recorded. */
  readonly scores: readonly GoalScore[]
  readonly cards: readonly AgreementCard[]
  readonly actions: readonly PlanAction[]
  /** A plan is a heavy one until somebody chooses otherwise. */
  readonly variant: PlanVariant
  /** Who chose it last, if anybody did. */
  readonly variantChoice?: PlanVariantChoice
  readonly texts: readonly PlanText[]
  /** One for each parent who said it. */
  readonly parentsGoals: readonly ParentsGoal[]
  readonly lines: readonly PlanLine[]
  /** Every wording that the plan ever had, so that what parents agreed to stays as it was. */
  readonly parts: readonly PlanPart[]
}

export const noPlan: Plan = { goals: [], scores: [], cards: [], actions: [], variant: 'heavy', texts: [], parentsGoals: [], lines: [], parts: [] }

export const evolvePlan = (before: Plan, event: PlanEvent): Plan => {
  const plan = withPart(before, event)
  switch (event.type) {
    case 'GuidingQuestionSet':
    case 'GuidingQuestionChanged':
      return { ...plan, guidingQuestion: entryOf(event) }
    case 'GoalAdded':
      return { ...plan, goals: [...plan.goals, entryOf(event)] }
    case 'GoalChanged':
      return { ...plan, goals: plan.goals.map((goal) => goal.goalId === event.goalId ? { ...entryOf(event), isMentalising: goal.isMentalising, ...(goal.ended !== undefined && { ended: goal.ended }) } : goal) }
    case 'GoalEnded':
      return { ...plan, goals: plan.goals.map((goal) => goal.goalId === event.goalId ? { ...goal, ended: entryOf(event) } : goal) }
    case 'GoalScored':
      return { ...plan, scores: added(plan.scores, entryOf(event)) }
    case 'AgreementCardAdded':
      return { ...plan, cards: [...plan.cards, entryOf(event)] }
    case 'AgreementCardChanged':
      return { ...plan, cards: plan.cards.map((card) => card.cardId === event.cardId ? entryOf(event) : card) }
    case 'ActionAdded':
      return { ...plan, actions: added(plan.actions, entryOf(event)) }
    case 'ActionCompleted':
      return {
        ...plan,
        actions: plan.actions.map((action) => action.actionId === event.actionId ? { ...action, by: event.by, at: event.at, completedAt: event.at } : action),
      }
    case 'ActionReopened':
      return { ...plan, actions: plan.actions.map((action) => action.actionId === event.actionId ? { ...without(action, 'completedAt'), by: event.by, at: event.at } : action) }
    case 'ActionMoved': {
      const { by, at, dueOn, reason } = event
      return {
        ...plan,
        actions: plan.actions.map((action) => action.actionId === event.actionId ? {
          ...action, dueOn, moved: [...action.moved ?? [], { by, at, to: dueOn, ...(action.dueOn !== undefined && { from: action.dueOn }), ...(reason !== undefined && { reason }) }],
        } : action),
      }
    }
    case 'PlanVariantChosen':
      return { ...plan, variant: event.variant, variantChoice: entryOf(event) }
    case 'PlanTextWritten':
      return { ...plan, texts: [...plan.texts.filter(({ topic }) => topic !== event.topic), entryOf(event)] }
    case 'ParentsGoalWritten':
      return { ...plan, parentsGoals: [...plan.parentsGoals.filter(({ subject }) => !isSameSubject(subject, event.subject)), entryOf(event)] }
    case 'PlanLineWritten': {
      const known = plan.lines.some(({ lineId }) => lineId === event.lineId)
      return { ...plan, lines: known ? plan.lines.map((line) => line.lineId === event.lineId ? entryOf(event) : line) : [...plan.lines, entryOf(event)] }
    }
    case 'PlanLineEnded':
      return { ...plan, lines: plan.lines.map((line) => line.lineId === event.lineId ? { ...line, ended: entryOf(event) } : line) }
  }
}

/** The scores of a goal by the day they are about; of one day, in the order in which they were recorded. */
export const scoresOf = (plan: Plan, goalId: string): readonly GoalScore[] =>
  plan.scores.filter((score) => score.goalId === goalId).sort((a, b) => a.on < b.on ? -1 : a.on > b.on ? 1 : 0)

/** Who said something: the parent whose own record it is of. */
export const speakerOf = ({ subject }: Pick<Labelled, 'subject'>): PersonId | undefined => subject.kind === 'adult' ? subject.person : undefined

/** How many days after its day an action is also put before who coordinates. */
const escalationDays = 3

/**
 * Whether an action is past its day, and for whom that counts: first for who has to do it, some days later for who coordinates as
 * well. Worked out anew each time, so that moving the day or doing it takes it away.
 */
export const lateness = ({ dueOn, completedAt }: Pick<PlanAction, 'dueOn' | 'completedAt'>, today: IsoDate): 'none' | 'owner' | 'coordinator' =>
  completedAt !== undefined || dueOn === undefined || dueOn >= today ? 'none' : addDays(dueOn, escalationDays) <= today ? 'coordinator' : 'owner'
