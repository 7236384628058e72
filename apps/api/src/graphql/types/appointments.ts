import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { AppointmentStatus, BundleKind, Category, DayPart, Discipline, MeetingKind, Modality, NeedStatus, RhythmKind } from '../enums.ts'
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

@ObjectType({ description: 'How a talk by picture begins, for who is in it. A family gets the link on the day itself.' })
export class Meeting {
  @Field(() => MeetingKind) kind!: string
  @Field({ nullable: true }) url?: string
  @Field({ nullable: true, description: 'Whom to call when it fails.' }) phone?: string
  @Field({ description: 'It was given for this appointment alone.' }) isForThisOne!: boolean
}

@ObjectType({ description: 'What there is of an appointment that was made outside Samenspel.' })
export class Elsewhere {
  @Field() enteredBy!: string
  @Field() selfArranged!: boolean
  @Field(() => Category) category!: string
  @Field() canChange!: boolean
  @Field({ nullable: true, description: 'A place that somebody wrote down.' }) place?: string
  @Field(() => Int, { nullable: true }) travelMinutes?: number
}

@ObjectType({ description: 'One appointment: planned, or part of a proposal. What the viewer may not know is absent.' })
export class Appointment {
  @Field(() => ID) id!: string
  @Field(() => ID) bundleId!: string
  @Field(() => ID, { nullable: true, description: 'Absent when it was made elsewhere, as are discipline and organisation.' }) needId?: string
  @Field() label!: string
  @Field({ nullable: true, description: 'What it is for, in one plain sentence.' }) purpose?: string
  @Field({ nullable: true, description: 'Of what is proposed: why at this time, in one plain sentence.' }) why?: string
  @Field(() => Discipline, { nullable: true }) discipline?: string
  @Field(() => Organisation, { nullable: true }) organisation?: Organisation
  @Field(() => [Professional]) professionals!: readonly Professional[]
  @Field(() => [ID]) attendees!: readonly string[]
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar, { nullable: true }) start?: string
  @Field(() => LocalTimeScalar, { nullable: true }) end?: string
  @Field(() => Modality) modality!: string
  @Field(() => Place, { nullable: true }) place?: Place
  @Field({ nullable: true, description: 'Of the place, where rooms are counted.' }) room?: string
  @Field() isEvening!: boolean
  @Field(() => AppointmentStatus) status!: string
  @Field() cancelledLate!: boolean
  @Field({ description: 'Whether the viewer may ask to hold it digitally.' }) canBecomeDigital!: boolean
  @Field() canCancel!: boolean
  @Field({ nullable: true }) bring?: string
  @Field(() => Meeting, { nullable: true }) meeting?: Meeting
  @Field(() => Elsewhere, { nullable: true, description: 'Present when it was made outside Samenspel.' }) elsewhere?: Elsewhere
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
  @Field(() => Int, { nullable: true, description: 'Asked again and again, every so many weeks.' }) everyWeeks?: number
  @Field(() => Int, { nullable: true, description: 'With everyWeeks: so many days earlier or later at most.' }) toleranceDays?: number
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
export class UnsuitableTime {
  @Field(() => Int) weekday!: number
  @Field(() => DayPart) part!: string
}

@ObjectType()
export class OtherDay extends ChosenTime {
  @Field(() => ID) appointmentId!: string
  @Field() label!: string
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
  @Field(() => [UnsuitableTime], { description: 'Parts of days that do not suit.' }) unsuitable!: readonly UnsuitableTime[]
  @Field(() => [OtherDay], { description: 'Of a proposal, the very days that were offered instead and are asked for, as far as the viewer knows its parts.' }) otherDays!: readonly OtherDay[]
}

@ObjectType()
export class CalendarFeed {
  @Field() isOpen!: boolean
  @Field(() => DateScalar, { nullable: true }) openedOn?: string
}

@ObjectType({ description: 'An appointment that is proposed or confirmed and can\'t go on as it stands: somebody is away then, or the place is closed.' })
export class FellAway {
  @Field(() => ID, { description: 'Of the appointment.' }) id!: string
  @Field() label!: string
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar) start!: string
  @Field({ description: 'Whether it is agreed; else it was proposed.' }) isConfirmed!: boolean
  @Field({ description: 'Why, in one sentence.' }) because!: string
}
