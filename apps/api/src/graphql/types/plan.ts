import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { GoalScale, Route, Setting } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { SubjectRef } from './people.ts'

@ObjectType({ description: 'A text that several people edit. An edit names the version it began from.' })
export class EditableText {
  @Field(() => ID) id!: string
  @Field(() => ID) version!: string
  @Field() text!: string
  @Field(() => InstantScalar) changedAt!: string
  @Field() changedBy!: string
}

@ObjectType()
export class GoalLevel {
  @Field(() => Int) value!: number
  @Field() text!: string
}

@ObjectType()
export class GoalScore {
  @Field(() => ID) id!: string
  @Field(() => Int) value!: number
  @Field(() => DateScalar) on!: string
  @Field() by!: string
}

@ObjectType()
export class Goal {
  @Field(() => ID) id!: string
  @Field(() => ID) version!: string
  @Field() title!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => Route) route!: string
  @Field(() => GoalScale) scale!: string
  @Field(() => [GoalLevel]) levels!: readonly GoalLevel[]
  @Field(() => Int) start!: number
  @Field(() => Int, { nullable: true }) current?: number
  @Field(() => [GoalScore]) scores!: readonly GoalScore[]
  @Field({ description: 'The goal that is always there: seeing the world through the child\'s eyes (K-05).' }) isMentalising!: boolean
  @Field() isParentsOwn!: boolean
  @Field() isNew!: boolean
}

@ObjectType()
export class AgreementCard {
  @Field(() => ID) id!: string
  @Field(() => ID) version!: string
  @Field() title!: string
  @Field() text!: string
  @Field(() => [Setting]) settings!: readonly string[]
  @Field(() => DateScalar) since!: string
  @Field() changedBy!: string
  @Field() isNew!: boolean
}

@ObjectType()
export class PlanAction {
  @Field(() => ID) id!: string
  @Field() text!: string
  @Field() owner!: string
  @Field(() => DateScalar, { nullable: true }) dueOn?: string
  @Field() done!: boolean
}
