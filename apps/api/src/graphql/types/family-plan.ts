import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { NextStep, PlanAnswerKind, PlanChange, PlanPartKind, PlanRequirement, PlanState, PlanTopic, PlanVariant, Route } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { PracticeCard, WhoAgrees } from './practice-cards.ts'
import { SpokenAnswer } from './proposals.ts'

@ObjectType({ description: 'One text of the plan. An edit names the version it began from.' })
export class PlanText {
  @Field(() => PlanTopic) topic!: string
  @Field(() => ID) version!: string
  @Field() text!: string
  @Field(() => InstantScalar) changedAt!: string
  @Field() changedBy!: string
}

@ObjectType({ description: 'What one parent wants themselves, in their own words.' })
export class ParentsGoal {
  @Field(() => ID) parentId!: string
  @Field() firstName!: string
  @Field(() => ID) version!: string
  @Field() text!: string
  @Field(() => InstantScalar) changedAt!: string
  @Field(() => SpokenAnswer, { nullable: true }) spoken?: SpokenAnswer
  @Field() isYours!: boolean
}

@ObjectType({ description: 'What we do along one of the four routes (K-04).' })
export class PlanLine {
  @Field(() => ID) id!: string
  @Field(() => ID) version!: string
  @Field(() => Route) route!: string
  @Field() text!: string
  @Field({ nullable: true, description: 'In plain words, written for the parents.' }) forParents?: string
  @Field({ nullable: true }) carriedBy?: string
  @Field(() => ID, { nullable: true }) carriedById?: string
  @Field(() => InstantScalar) changedAt!: string
  @Field() changedBy!: string
  @Field({ nullable: true, description: 'Why it ended.' }) endedBecause?: string
}

@ObjectType({ description: 'What a plan asks before it can hold (K-04, K-12), of what the viewer may see.' })
export class PlanNeed {
  @Field(() => PlanRequirement) requirement!: string
  @Field() isMet!: boolean
}

@ObjectType({ description: 'One part of a version, in the words that it had then.' })
export class PlanPart {
  @Field(() => ID) id!: string
  @Field(() => PlanPartKind) kind!: string
  @Field({ description: 'What it is about, in the chosen language: a goal, a card, a line.' }) title!: string
  @Field({ nullable: true }) text?: string
  @Field({ nullable: true, description: 'Written for the parents.' }) forParents?: string
  @Field(() => Route, { nullable: true }) route?: string
  @Field(() => PlanTopic, { nullable: true }) topic?: string
  @Field(() => PlanChange, { description: 'Beside the version before it.' }) change!: string
  @Field({ nullable: true, description: 'The words of the version before it, where they differ.' }) before?: string
}

@ObjectType({ description: 'What one parent said to a version.' })
export class PlanAnswer {
  @Field(() => ID) memberId!: string
  @Field() firstName!: string
  @Field(() => PlanAnswerKind) answer!: string
  @Field({ nullable: true }) words?: string
  @Field(() => InstantScalar) at!: string
  @Field(() => SpokenAnswer, { nullable: true }) spoken?: SpokenAnswer
}

@ObjectType({ description: 'A version of the plan: what was drawn from it on a day.' })
export class PlanVersion {
  @Field(() => ID) id!: string
  @Field(() => Int) number!: number
  @Field(() => PlanVariant) variant!: string
  @Field(() => PlanState) state!: string
  @Field(() => InstantScalar) drawnAt!: string
  @Field() by!: string
  @Field({ nullable: true }) note?: string
  @Field(() => InstantScalar, { nullable: true }) inForceSince?: string
  @Field({ nullable: true, description: 'Why it holds although a parent did not say yes, for who works with the plan.' }) without?: string
  @Field(() => [PlanPart]) parts!: readonly PlanPart[]
  @Field(() => [PlanPart], { description: 'What was in the version before it and is no more.' }) went!: readonly PlanPart[]
  @Field(() => [PlanAnswer]) answers!: readonly PlanAnswer[]
  @Field(() => [WhoAgrees], { description: 'Whose yes is still asked, for who coordinates.' }) awaited!: readonly WhoAgrees[]
  @Field({ description: 'The viewer is asked what they think of it.' }) mayAnswer!: boolean
  @Field(() => PlanAnswerKind, { nullable: true }) yourAnswer?: string
}

@ObjectType({ description: 'How one goal stood at an evaluation.' })
export class EvaluatedGoal {
  @Field(() => ID) goalId!: string
  @Field() title!: string
  @Field(() => Int) value!: number
  @Field({ nullable: true }) words?: string
  @Field({ nullable: true }) forParents?: string
}

@ObjectType()
export class PlanEvaluation {
  @Field(() => ID) id!: string
  @Field(() => DateScalar) on!: string
  @Field() by!: string
  @Field() helped!: string
  @Field() next!: string
  @Field(() => NextStep) nextStep!: string
  @Field({ nullable: true }) forParents?: string
  @Field(() => [EvaluatedGoal]) goals!: readonly EvaluatedGoal[]
}

@ObjectType({ description: 'Something of the plan in the words that were written for the parents.' })
export class PlainPart {
  @Field(() => ID) id!: string
  @Field() words!: string
  @Field({ nullable: true, description: 'Of a goal: where it stands, in words.' }) stands?: string
  @Field(() => DateScalar, { nullable: true }) standsOn?: string
  @Field({ nullable: true, description: 'Of something that is done: by whom, in a sentence to who reads.' }) carriedBy?: string
}

@ObjectType({ description: 'The newest version in plain words: what was written for the parents and nothing else, never cut from what professionals wrote. Before there is a version, the plan that is worked at.' })
export class PlainPlan {
  @Field(() => Int, { nullable: true }) number?: number
  @Field({ nullable: true }) question?: string
  @Field(() => [PlainPart]) goals!: readonly PlainPart[]
  @Field(() => [PlainPart]) reached!: readonly PlainPart[]
  @Field(() => [PlainPart]) lines!: readonly PlainPart[]
  @Field({ nullable: true, description: 'How it went.' }) looked?: string
  @Field(() => DateScalar, { nullable: true }) lookedOn?: string
}

@ObjectType({ description: 'The plan as a whole: what is worked at, its versions and how it went.' })
export class FamilyPlan {
  @Field(() => PlanVariant) variant!: string
  @Field(() => [PlanNeed]) needs!: readonly PlanNeed[]
  @Field(() => [PlanText]) texts!: readonly PlanText[]
  @Field(() => [ParentsGoal]) parentsGoals!: readonly ParentsGoal[]
  @Field(() => [WhoAgrees], { description: 'Parents who can say in their own words what they want; for a professional those whose own words open, or would.' }) parents!: readonly WhoAgrees[]
  @Field(() => [PlanLine]) lines!: readonly PlanLine[]
  @Field(() => [PlanVersion], { description: 'Newest first.' }) versions!: readonly PlanVersion[]
  @Field(() => [PlanEvaluation], { description: 'Newest first.' }) evaluations!: readonly PlanEvaluation[]
  @Field(() => DateScalar, { nullable: true, description: 'When the version that holds is looked back at with the parents, at the latest; for professionals.' }) evaluateOn?: string
  @Field(() => PracticeCard, { nullable: true }) practiceCard?: PracticeCard
  @Field(() => PlainPlan) plain!: PlainPlan
}
