/** How a family's week, what it wants to carry and its pace are asked for. */
import { Field, ID, InputType, Int } from '@nestjs/graphql'
import type { RhythmKind as RhythmKindValue } from '@samenspel/agenda'
import { DayPart, Modality, RhythmKind } from './enums.ts'
import { DateScalar, LocalTimeScalar } from './scalars.ts'

@InputType()
export class TimesInput {
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
}

@InputType()
export class RunInput {
  @Field(() => ID) memberId!: string
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
}

@InputType({ description: 'A part of somebody\'s week. `id`: that of the part it changes, or a new one.' })
export class RhythmBlockInput {
  @Field(() => ID) id!: string
  @Field(() => RhythmKind) kind!: RhythmKindValue
  @Field() label!: string
  @Field(() => [Int]) weekdays!: readonly number[]
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
  @Field(() => ID, { nullable: true, description: 'Of a day centre: where it is.' }) placeId?: string | null
  @Field(() => ID, { nullable: true, description: 'Of a day centre: who brings and fetches; nobody for a taxi.' }) broughtBy?: string | null
  @Field(() => TimesInput, { nullable: true }) dropOff?: TimesInput | null
  @Field(() => TimesInput, { nullable: true }) pickUp?: TimesInput | null
  @Field(() => [RunInput], { nullable: true, description: 'Of school: who is under way when.' }) runs?: readonly RunInput[] | null
}

@InputType()
export class DayHoursInput {
  @Field(() => Int, { description: '1 is Monday.' }) weekday!: number
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
}

@InputType()
export class LimitsInput {
  @Field(() => Int) childMinutesPerDay!: number
  @Field(() => Int) appointmentsPerDay!: number
  @Field(() => Int) tripsPerWeek!: number
  @Field(() => Int) eveningsPerWeek!: number
  @Field(() => Int) waitMinutes!: number
  @Field(() => Int) homeMinutes!: number
  @Field(() => Int, { nullable: true }) contactsPerWeek?: number | null
  @Field(() => Int, { nullable: true }) motherMinutesPerDay?: number | null
  @Field(() => [DayHoursInput], { nullable: true }) dayHours?: readonly DayHoursInput[] | null
  @Field({ description: 'Somebody can mind the child while the parents are out.' }) sitter!: boolean
  @Field(() => [ID], { nullable: true, description: 'The parents who go by bus or train. Left out: as it was.' }) withoutCar?: readonly string[] | null
  @Field(() => Boolean, { nullable: true, description: 'What a parent says of themselves alone: whether they have a car. Left out: as it was.' }) ownCar?: boolean | null
}

@InputType({ description: 'The very time, of those that were offered, that somebody would like.' })
export class ChosenTimeInput {
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
  @Field(() => Modality) modality!: 'onsite' | 'home' | 'digital'
}

@InputType({ description: 'A part of the day that does not suit, on this day of any week; 1 is Monday.' })
export class UnsuitableTimeInput {
  @Field(() => Int) weekday!: number
  @Field(() => DayPart) part!: 'morning' | 'afternoon' | 'evening'
}

@InputType({ description: 'A part of a proposal at the very time that was offered instead.' })
export class OtherDayInput extends ChosenTimeInput {
  @Field(() => ID) appointmentId!: string
}
