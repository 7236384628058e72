import { Field, ID, ObjectType } from '@nestjs/graphql'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { Professional } from './people.ts'

@ObjectType({ description: 'Days on which somebody works in a group of children.' })
export class GroupDuty {
  @Field(() => ID) id!: string
  @Field(() => Professional) professional!: Professional
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
  @Field() isToday!: boolean
}

@ObjectType({ description: 'A group of children of the viewer\'s organisation. Who works in it is known to who leads it.' })
export class ChildrenGroup {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field({ description: 'Who leads it.' }) leader!: string
  @Field() isLeader!: boolean
  @Field({ description: 'The viewer works in it today.' }) isOnDuty!: boolean
  @Field(() => [GroupDuty], { description: 'Who works in it from today on, for who leads it.' }) duties!: readonly GroupDuty[]
}

@ObjectType({ description: 'The groups of the organisation of the viewer.' })
export class OwnGroups {
  @Field(() => [ChildrenGroup]) groups!: readonly ChildrenGroup[]
  @Field(() => [Professional], { description: 'Everybody of the organisation, for who leads a group.' }) colleagues!: readonly Professional[]
  @Field(() => DateScalar) today!: string
}

@ObjectType({ description: 'In which group a child is looked after: who works there on a day sees the agreement cards.' })
export class GroupPlacement {
  @Field(() => ID) id!: string
  @Field() child!: string
  @Field() group!: string
  @Field() organisation!: string
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
  @Field({ description: 'The viewer may end it.' }) isOwn!: boolean
}

@ObjectType({ description: 'The case is closed: it stays readable, and nothing is added to it.' })
export class CaseClosing {
  @Field() words!: string
  @Field() by!: string
  @Field(() => InstantScalar) at!: string
}
