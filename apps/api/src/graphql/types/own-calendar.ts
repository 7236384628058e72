import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Modality, OfferSource, TakenState } from '../enums.ts'
import { DateScalar, InstantScalar, LocalTimeScalar } from '../scalars.ts'
import { Meeting, Place } from './appointments.ts'

@ObjectType({ description: 'Time that the viewer offers.' })
export class OfferedTime {
  @Field(() => ID) id!: string
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
  @Field(() => [Modality]) modalities!: readonly string[]
  @Field(() => [Place]) places!: readonly Place[]
  @Field(() => InstantScalar, { nullable: true }) lapsesAt?: string
  @Field() isLapsed!: boolean
  @Field(() => ID, { nullable: true, description: 'Offers of one series were made together.' }) series?: string
  @Field(() => OfferSource, { nullable: true, description: 'From which kind of file it came.' }) source?: string
}

@ObjectType({ description: 'Time of the viewer that a family holds, while it is being confirmed, or has booked. Whose it is stands there only for who may know.' })
export class TakenTime {
  @Field(() => ID) id!: string
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
  @Field(() => TakenState) state!: string
  @Field(() => Modality) modality!: string
  @Field({ nullable: true }) label?: string
  @Field(() => ID, { nullable: true }) familyId?: string
  @Field({ nullable: true }) familyName?: string
}

@ObjectType({ description: 'One week of the viewer\'s own calendar.' })
export class OwnCalendar {
  @Field(() => DateScalar, { description: 'A Monday.' }) from!: string
  @Field(() => DateScalar) until!: string
  @Field(() => DateScalar) today!: string
  @Field() zone!: string
  @Field(() => [OfferedTime]) offers!: readonly OfferedTime[]
  @Field(() => [TakenTime]) taken!: readonly TakenTime[]
  @Field(() => [Place], { description: 'Where the viewer can see somebody.' }) places!: readonly Place[]
  @Field(() => Meeting, { nullable: true, description: 'How the viewer\'s talks by picture usually begin.' }) meeting?: Meeting
}

@ObjectType({ description: 'What was changed in the viewer\'s own calendar, to undo it.' })
export class OffersChanged {
  @Field(() => ID) id!: string
  @Field(() => [ID]) offered!: readonly string[]
  @Field(() => [ID]) withdrawn!: readonly string[]
}

@ObjectType()
export class FileLine {
  @Field(() => Int) line!: number
  @Field() text!: string
  @Field({ nullable: true, description: 'What is wrong with it, in one sentence.' }) problem?: string
  @Field(() => [String], { description: 'What it offers, in words.' }) offers!: readonly string[]
}

@ObjectType({ description: 'What a file would change. Nothing is saved yet.' })
export class FreeTimePreview {
  @Field(() => [FileLine]) lines!: readonly FileLine[]
  @Field(() => Int) wrong!: number
  @Field(() => Int, { description: 'New offers.' }) added!: number
  @Field(() => Int, { description: 'Offers that an earlier file brought already.' }) same!: number
  @Field(() => Int, { description: 'Offers that an earlier file brought and this one doesn\'t have.' }) gone!: number
  @Field(() => [String], { description: 'Of those, the ones that stay because something is held or booked in them, in words.' }) inUse!: readonly string[]
  @Field(() => Int, { description: 'Offers on days that have been, or more than half a year away.' }) leftOut!: number
}
