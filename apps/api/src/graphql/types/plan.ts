import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { GoalEnding, GoalScale, Lateness, Route, Setting } from '../enums.ts'
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
  @Field({ nullable: true }) words?: string
  @Field({ nullable: true, description: 'The same in plain words, written for the parents.' }) forParents?: string
}

@ObjectType({ description: 'That a goal was reached or let go, in the words of who said so.' })
export class GoalEnd {
  @Field(() => GoalEnding) outcome!: string
  @Field() words!: string
  @Field() by!: string
  @Field(() => InstantScalar) at!: string
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
  @Field({ nullable: true, description: 'The same goal in plain words, written for the parents.' }) forParents?: string
  @Field(() => GoalEnd, { nullable: true }) ended?: GoalEnd
  @Field() isNew!: boolean
}

@ObjectType()
export class AgreementCard {
  @Field(() => ID) id!: string
  @Field(() => ID) version!: string
  @Field() title!: string
  @Field() text!: string
  @Field(() => [Setting]) settings!: readonly string[]
  @Field({ nullable: true }) atHome?: string
  @Field({ nullable: true }) inGroup?: string
  @Field(() => DateScalar) since!: string
  @Field() changedBy!: string
  @Field() isNew!: boolean
}

@ObjectType({ description: 'That an action was moved to another day.' })
export class ActionMove {
  @Field(() => DateScalar, { nullable: true }) from?: string
  @Field(() => DateScalar) to!: string
  @Field({ nullable: true }) reason?: string
  @Field() by!: string
}

@ObjectType()
export class PlanAction {
  @Field(() => ID) id!: string
  @Field() text!: string
  @Field() owner!: string
  @Field({ description: 'The viewer has to do it.' }) isYours!: boolean
  @Field({ description: 'The viewer says whether it is done: who has to do it, and who coordinates.' }) mayChange!: boolean
  @Field(() => Lateness, { description: 'Past its day: for who has to do it, and some days later for who coordinates as well. NONE for everybody else.' }) late!: string
  @Field(() => [ActionMove]) moved!: readonly ActionMove[]
  @Field(() => DateScalar, { nullable: true }) dueOn?: string
  @Field() done!: boolean
}
