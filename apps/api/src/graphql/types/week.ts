import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Modality } from '../enums.ts'
import { DateScalar, LocalTimeScalar } from '../scalars.ts'
import { Place, RhythmBlock } from './appointments.ts'

@ObjectType({ description: 'The week of somebody whom the viewer may set it for; `version` names what stands, for a change to begin from.' })
export class PersonRhythm {
  @Field(() => ID) memberId!: string
  @Field({ nullable: true }) version?: string
  @Field(() => [RhythmBlock]) blocks!: readonly RhythmBlock[]
}

@ObjectType({ description: 'On this weekday no appointment starts earlier or ends later.' })
export class DayHours {
  @Field(() => Int, { description: '1 is Monday.' }) weekday!: number
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
}

@ObjectType({ description: 'The most that a family wants to carry.' })
export class Limits {
  @Field({ nullable: true }) version?: string
  @Field(() => Int) childMinutesPerDay!: number
  @Field(() => Int) appointmentsPerDay!: number
  @Field(() => Int) tripsPerWeek!: number
  @Field(() => Int) eveningsPerWeek!: number
  @Field(() => Int) waitMinutes!: number
  @Field(() => Int) homeMinutes!: number
  @Field(() => Int, { nullable: true, description: 'The most appointments in one week, over all organisations.' }) contactsPerWeek?: number
  @Field(() => Int, { nullable: true, description: 'The most minutes of appointments on one day of a mother who expects a child.' }) motherMinutesPerDay?: number
  @Field(() => [DayHours], { description: 'A weekday that is not named has no hours of its own.' }) dayHours!: readonly DayHours[]
  @Field() sitter!: boolean
  @Field(() => [ID], { description: 'The parents who go by bus or train.' }) withoutCar!: readonly string[]
}

@ObjectType()
export class PlanningPause {
  @Field(() => ID) id!: string
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar, { description: 'The day on which a person asks how it is.' }) reviewOn!: string
  @Field(() => DateScalar, { nullable: true, description: 'The last day, of who is away; without it the pause lasts until somebody ends it.' }) until?: string
  @Field({ nullable: true, description: 'Who asked for it, for who coordinates.' }) by?: string
}

@ObjectType({ description: 'At what pace the family is asked for appointments.' })
export class Pace {
  @Field(() => PlanningPause, { nullable: true }) pause?: PlanningPause
  @Field(() => [DateScalar], { description: 'Mondays of the weeks that are to be lighter.' }) lighterWeeks!: readonly string[]
}

@ObjectType({ description: 'Another time at which an appointment could be held while everything else stays.' })
export class OtherTime {
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
  @Field(() => Modality) modality!: string
  @Field(() => Place, { nullable: true }) place?: Place
}

@ObjectType({ description: 'A part of a proposal, as it could be held on another day.' })
export class OtherDayFound extends OtherTime {
  @Field(() => ID) appointmentId!: string
  @Field() label!: string
}
