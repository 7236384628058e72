import { Field, ID, ObjectType } from '@nestjs/graphql'
import { Category, ContributionKind, DatePrecision, LifeEventWeight, Setting, StatedKind, WindowOfTolerance } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { PageInfo } from './paging.ts'
import { Professional, SubjectRef } from './people.ts'

@ObjectType({ description: 'Own words beside what somebody else recorded, or what was answered to them.' })
export class Statement {
  @Field(() => ID) id!: string
  @Field(() => StatedKind, { description: 'Which kind of part it stands beside.' }) entryKind!: string
  @Field(() => ID) entryId!: string
  @Field(() => ID, { nullable: true, description: 'The statement that this answers.' }) answers?: string
  @Field() by!: string
  @Field() isOwn!: boolean
  @Field(() => InstantScalar) recordedAt!: string
  @Field() text!: string
  @Field({ description: 'The viewer may answer it.' }) mayAnswer!: boolean
}

@ObjectType()
export class Contribution {
  @Field(() => ID) id!: string
  @Field(() => ContributionKind) kind!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => Category) category!: string
  @Field(() => Setting) setting!: string
  @Field(() => DateScalar) occurredOn!: string
  @Field(() => InstantScalar) recordedAt!: string
  @Field(() => Professional) author!: Professional
  @Field() situation!: string
  @Field({ nullable: true }) parentsTold?: string
  @Field({ nullable: true }) whatWeDo?: string
  @Field({ nullable: true }) possibleMeaning?: string
  @Field({ nullable: true }) childsVoice?: string
  @Field({ nullable: true, description: 'One plain line for the parents.' }) forParents?: string
  @Field(() => WindowOfTolerance, { nullable: true }) window?: string
  @Field() isNew!: boolean
}

@ObjectType()
export class ContributionConnection {
  @Field(() => [Contribution]) nodes!: readonly Contribution[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType()
export class LifeEvent {
  @Field(() => ID) id!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => Category) category!: string
  @Field(() => DateScalar) occurredOn!: string
  @Field(() => DatePrecision) precision!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
  @Field() title!: string
  @Field({ nullable: true }) text?: string
  @Field(() => LifeEventWeight) weight!: string
  @Field(() => Setting, { nullable: true }) setting?: string
  @Field(() => InstantScalar) recordedAt!: string
  @Field() isNew!: boolean
}
