import { Field, ID, ObjectType } from '@nestjs/graphql'
import { HelpLineKind, OverloadChoice } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { Professional } from './people.ts'

@ObjectType()
export class ReflectionAnswer {
  @Field() by!: string
  @Field() text!: string
  @Field(() => InstantScalar) at!: string
}

@ObjectType({ description: 'A calm question after late cancellations: what may have happened in this family? Never a count, never a reproach.' })
export class ReflectionPrompt {
  @Field(() => ID) id!: string
  @Field(() => DateScalar) openedOn!: string
  @Field(() => [ReflectionAnswer]) answers!: readonly ReflectionAnswer[]
  @Field() isOpen!: boolean
}

@ObjectType()
export class OverloadSignal {
  @Field(() => ID) id!: string
  @Field(() => ID) memberId!: string
  @Field() firstName!: string
  @Field(() => OverloadChoice) choice!: string
  @Field({ nullable: true }) words?: string
  @Field(() => InstantScalar) at!: string
  @Field(() => InstantScalar) callBy!: string
  @Field(() => Professional) caller!: Professional
  @Field() passedToSubstitute!: boolean
  @Field(() => InstantScalar, { nullable: true }) answeredAt?: string
  @Field() remindersPaused!: boolean
}

@ObjectType()
export class HelpLine {
  @Field(() => HelpLineKind) kind!: string
  @Field() label!: string
  @Field() number!: string
}
