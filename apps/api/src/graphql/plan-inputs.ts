import { Field, ID, InputType, Int } from '@nestjs/graphql'
import type { CardAge as CardAgeValue, NextStep as NextStepValue, Route as RouteValue, Setting as SettingValue, SpokenWords } from '@samenspel/family-case'
import { CardAge, NextStep, Route, Setting, SpokenWay } from './enums.ts'
import { DateScalar } from './scalars.ts'

@InputType({ description: 'How somebody said what a professional notes for them, and on which day.' })
export class SpokenInput {
  @Field(() => SpokenWay) how!: SpokenWords['how']
  @Field(() => DateScalar) on!: string
}

@InputType()
export class PlanLineInput {
  @Field(() => Route) route!: RouteValue
  @Field() text!: string
  @Field({ nullable: true, description: 'In plain words, written for the parents.' }) forParents?: string
  @Field(() => ID, { nullable: true }) carriedById?: string
}

@InputType()
export class EvaluatedGoalInput {
  @Field(() => ID) goalId!: string
  @Field(() => Int) value!: number
  @Field({ nullable: true }) words?: string
  @Field({ nullable: true, description: 'Where it stands, in plain words, written for the parents.' }) forParents?: string
}

@InputType()
export class EvaluationInput {
  @Field(() => DateScalar) on!: string
  @Field() helped!: string
  @Field() next!: string
  @Field(() => NextStep) nextStep!: NextStepValue
  @Field({ nullable: true }) forParents?: string
  @Field(() => [EvaluatedGoalInput]) goals!: readonly EvaluatedGoalInput[]
}

@InputType({ description: 'What was learned, without anybody by whom a family could be known.' })
export class PracticeCardInput {
  @Field({ description: 'One line by which colleagues find it.' }) title!: string
  @Field() situation!: string
  @Field({ nullable: true, description: 'What the talk with the parents brought.' }) talk?: string
  @Field() tried!: string
  @Field() whatHelped!: string
  @Field({ nullable: true }) whatDidNot?: string
  @Field({ nullable: true, description: 'How people began to look at it otherwise.' }) insight?: string
  @Field(() => [CardAge]) ages!: readonly CardAgeValue[]
  @Field(() => [Route]) routes!: readonly RouteValue[]
  @Field(() => [Setting]) settings!: readonly SettingValue[]
}
