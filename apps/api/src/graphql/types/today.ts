import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { TodayGroup, TodayPlace } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'

@ObjectType({ description: 'One line of the start page: of which family, what, since or until when, and where it is done.' })
export class TodayItem {
  @Field(() => ID) id!: string
  @Field(() => TodayGroup) group!: string
  @Field(() => ID, { nullable: true, description: 'Nothing where it is about no family, or about one that the viewer may not know yet.' }) familyId?: string
  @Field({ nullable: true }) familyName?: string
  @Field({ description: 'The zone in which its moments are read.' }) zone!: string
  @Field() text!: string
  @Field(() => InstantScalar, { nullable: true, description: 'When it happened.' }) at?: string
  @Field(() => DateScalar, { nullable: true, description: 'Since which day it waits.' }) since?: string
  @Field(() => DateScalar, { nullable: true, description: 'Until which day there is time, or something holds.' }) until?: string
  @Field(() => InstantScalar, { nullable: true, description: 'Until when there is time, where the hour counts.' }) before?: string
  @Field({ description: 'The time for it is over.' }) isOverdue!: boolean
  @Field({ nullable: true, description: 'Where to call.' }) phone?: string
  @Field(() => TodayPlace, { description: 'Where it is done.' }) place!: string
  @Field(() => ID, { nullable: true, description: 'What it is about, where a page shows one thing.' }) targetId?: string
  @Field(() => Int, { description: 'How much more of the same there is in this family.' }) more!: number
}

@ObjectType({ description: 'What the viewer can do today, and what changed; all of it told from what opened.' })
export class Today {
  @Field(() => [TodayItem]) items!: readonly TodayItem[]
  @Field(() => Int, { description: 'How much of it asks something of the viewer.' }) count!: number
  @Field(() => InstantScalar, { nullable: true, description: 'Until when the viewer wants quiet, during such hours.' }) quietUntil?: string
}

@ObjectType({ description: 'What stands on the viewer\'s start page has changed. Read it again.' })
export class TodayChange {
  @Field(() => InstantScalar) at!: string
}
