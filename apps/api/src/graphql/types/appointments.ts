import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { AppointmentStatus, BundleKind, Discipline, Modality, NeedStatus, RhythmKind } from '../enums.ts'
import { DateScalar, InstantScalar, LocalTimeScalar } from '../scalars.ts'
import { Organisation, Professional } from './people.ts'

@ObjectType()
export class Place {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field({ nullable: true }) address?: string
  @Field({ nullable: true }) phone?: string
}

@ObjectType()
export class Travel {
  @Field(() => LocalTimeScalar) leaveAt!: string
  @Field(() => LocalTimeScalar) backAt!: string
  @Field(() => Int) minutes!: number
}

@ObjectType({ description: 'One appointment: planned, or part of a proposal. What the viewer may not know is absent.' })
export class Appointment {
  @Field(() => ID) id!: string
  @Field(() => ID) bundleId!: string
  @Field(() => ID) needId!: string
  @Field() label!: string
  @Field({ nullable: true, description: 'What it is for, in one plain sentence.' }) purpose?: string
  @Field(() => Discipline) discipline!: string
  @Field(() => Organisation) organisation!: Organisation
  @Field(() => [Professional]) professionals!: readonly Professional[]
  @Field(() => [ID]) attendees!: readonly string[]
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar, { nullable: true }) start?: string
  @Field(() => LocalTimeScalar, { nullable: true }) end?: string
  @Field(() => Modality) modality!: string
  @Field(() => Place, { nullable: true }) place?: Place
  @Field() isEvening!: boolean
  @Field(() => AppointmentStatus) status!: string
  @Field() cancelledLate!: boolean
  @Field({ description: 'Whether the viewer may ask to hold it digitally.' }) canBecomeDigital!: boolean
  @Field() canCancel!: boolean
  @Field({ nullable: true }) bring?: string
  @Field(() => InstantScalar, { nullable: true, description: 'Until when the viewer, who cancelled it, can take that back.' }) canUndoUntil?: string
  @Field({ nullable: true, description: 'Why taking it back came to nothing, for who tried.' }) notReinstatedBecause?: string
}

@ObjectType({ description: 'What the family experiences as one moment: a visit with its stops, a home visit, an evening at home.' })
export class Bundle {
  @Field(() => ID) id!: string
  @Field(() => BundleKind) kind!: string
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar, { nullable: true }) start?: string
  @Field(() => LocalTimeScalar, { nullable: true }) end?: string
  @Field(() => [Appointment]) parts!: readonly Appointment[]
  @Field(() => Travel, { nullable: true }) travel?: Travel
  @Field({ nullable: true, description: 'Who minds the children, in words.' }) minding?: string
}

@ObjectType()
export class Need {
  @Field(() => ID) id!: string
  @Field() label!: string
  @Field(() => Discipline) discipline!: string
  @Field(() => Organisation) organisation!: Organisation
  @Field(() => Int) minutes!: number
  @Field(() => Int) urgency!: number
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar) deadline!: string
  @Field(() => DateScalar) preferred!: string
  @Field(() => [Modality]) modalities!: readonly string[]
  @Field(() => [[ID]]) attendance!: readonly (readonly string[])[]
  @Field(() => [Professional]) professionals!: readonly Professional[]
  @Field(() => NeedStatus) status!: string
}

@ObjectType()
export class FreeTime {
  @Field(() => Professional) professional!: Professional
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
}

@ObjectType()
export class Times {
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
}

@ObjectType({ description: 'Somebody brings or fetches a child.' })
export class Run {
  @Field(() => ID) memberId!: string
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
}

@ObjectType()
export class RhythmBlock {
  @Field(() => ID) id!: string
  @Field(() => RhythmKind) kind!: string
  @Field(() => [ID]) memberIds!: readonly string[]
  @Field() label!: string
  @Field(() => [Int]) weekdays!: readonly number[]
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
  @Field(() => Place, { nullable: true }) place?: Place
  @Field(() => ID, { nullable: true, description: 'Who brings to the day centre and fetches; absent for a taxi.' }) broughtBy?: string
  @Field(() => Times, { nullable: true }) dropOff?: Times
  @Field(() => Times, { nullable: true }) pickUp?: Times
  @Field(() => [Run], { nullable: true, description: 'Who is under way to and from school.' }) runs?: readonly Run[]
}

@ObjectType()
export class TimeWindow {
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
}

@ObjectType()
export class ChosenTime extends TimeWindow {
  @Field(() => Modality) modality!: string
}

@ObjectType()
export class ChangeRequest {
  @Field(() => ID) id!: string
  @Field(() => ID) memberId!: string
  @Field() firstName!: string
  @Field(() => InstantScalar) at!: string
  @Field(() => ID, { nullable: true }) proposalId?: string
  @Field(() => ID, { nullable: true }) appointmentId?: string
  @Field({ nullable: true }) words?: string
  @Field() isOpen!: boolean
  @Field(() => [TimeWindow], { description: 'Times that would suit better.' }) windows!: readonly TimeWindow[]
  @Field(() => ChosenTime, { nullable: true, description: 'The very time, of those that were offered, that is asked for.' }) chosen?: ChosenTime
}

@ObjectType()
export class CalendarFeed {
  @Field() isOpen!: boolean
  @Field(() => DateScalar, { nullable: true }) openedOn?: string
}
