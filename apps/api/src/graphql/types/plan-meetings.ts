import { Field, ID, ObjectType } from '@nestjs/graphql'
import { Category, MaterialGroup, MaterialKind, MeetingStatus, Presence } from '../enums.ts'
import { DateScalar, InstantScalar, LocalTimeScalar } from '../scalars.ts'
import { SubjectRef } from './people.ts'
import { PlanAction } from './plan.ts'

@ObjectType({ description: 'Somebody who is asked to a meeting, of those whom the viewer knows.' })
export class MeetingAttendee {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field({ description: 'Their place in the family, or what they work as.' }) role!: string
  @Field(() => Presence) presence!: string
  @Field() isOfFamily!: boolean
  @Field() isPresent!: boolean
  @Field() isViewer!: boolean
}

@ObjectType()
export class MeetingMoment {
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
  @Field() place!: string
}

@ObjectType({ description: 'Why some of the parents aren\'t asked, and who tells them.' })
export class MeetingWithout {
  @Field(() => [String], { description: 'By first name.' }) parents!: readonly string[]
  @Field() reason!: string
  @Field(() => ID) tellerId!: string
  @Field() teller!: string
}

@ObjectType({ description: 'What was written down at a point. An edit names the version it began from.' })
export class MeetingMinutes {
  @Field(() => ID) version!: string
  @Field() notes!: string
  @Field() decision!: string
  @Field() by!: string
  @Field(() => InstantScalar) changedAt!: string
}

@ObjectType({ description: 'A part of the file that a point is about.' })
export class MeetingSource {
  @Field(() => MaterialKind) kind!: string
  @Field(() => ID) id!: string
}

@ObjectType()
export class MeetingPoint {
  @Field(() => ID) id!: string
  @Field() text!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => Category) category!: string
  @Field() by!: string
  @Field({ description: 'A parent brought it; it opens the agenda.' }) isParents!: boolean
  @Field() mayWithdraw!: boolean
  @Field(() => MeetingSource, { nullable: true, description: 'Where it comes from, if the viewer reads that.' }) source?: MeetingSource
  @Field(() => MeetingMinutes, { nullable: true }) minutes?: MeetingMinutes
  @Field(() => [PlanAction]) actions!: readonly PlanAction[]
}

@ObjectType({ description: 'What somebody gives along before the meeting.' })
export class MeetingInputGiven {
  @Field(() => ID) id!: string
  @Field() text!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => Category) category!: string
  @Field() by!: string
  @Field(() => InstantScalar) at!: string
}

@ObjectType({ description: 'What parents read of a meeting, in words written for them.' })
export class MeetingReport {
  @Field(() => ID) id!: string
  @Field(() => ID) version!: string
  @Field() discussed!: string
  @Field() agreed!: string
  @Field() next!: string
  @Field() by!: string
  @Field(() => InstantScalar) changedAt!: string
}

@ObjectType({ description: 'A parent who wasn\'t there.' })
export class MeetingAbsentParent {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field({ nullable: true, description: 'Whether this parent was told; nothing as long as nobody said so.' }) told?: boolean
  @Field({ nullable: true }) words?: string
  @Field({ nullable: true }) by?: string
  @Field(() => InstantScalar, { nullable: true }) at?: string
}

@ObjectType()
export class MeetingAbilities {
  @Field({ description: 'Convene, change, call off, put together the agenda, close.' }) lead!: boolean
  @Field({ description: 'Give something along, write minutes.' }) write!: boolean
  @Field({ description: 'Add an own point as a parent.' }) addOwnPoint!: boolean
  @Field({ description: 'Say that a parent who wasn\'t there was told.' }) tell!: boolean
}

@ObjectType({ description: 'A meeting about the plan, with the parents (K-11).' })
export class PlanMeeting {
  @Field(() => ID) id!: string
  @Field(() => ID) version!: string
  @Field() purpose!: string
  @Field(() => DateScalar, { nullable: true }) dueOn?: string
  @Field(() => MeetingStatus) status!: string
  @Field(() => MeetingMoment, { nullable: true, description: 'When it is, for who may know.' }) when?: MeetingMoment
  @Field(() => ID, { nullable: true, description: 'The appointment that is asked for it.' }) needId?: string
  @Field(() => [MeetingAttendee]) attendees!: readonly MeetingAttendee[]
  @Field(() => MeetingWithout, { nullable: true }) without?: MeetingWithout
  @Field(() => [MeetingPoint], { description: 'In the order in which they are spoken of, those of the parents first.' }) points!: readonly MeetingPoint[]
  @Field(() => [MeetingInputGiven]) inputs!: readonly MeetingInputGiven[]
  @Field(() => MeetingReport, { nullable: true }) report?: MeetingReport
  @Field(() => [MeetingAbsentParent]) absent!: readonly MeetingAbsentParent[]
  @Field(() => [String], { description: 'Parents whom the viewer still tells what was said, by first name.' }) toTell!: readonly string[]
  @Field(() => InstantScalar, { nullable: true }) closedAt?: string
  @Field({ nullable: true }) cancelledBecause?: string
  @Field() convenedBy!: string
  @Field({ description: 'The viewer is asked.' }) isAsked!: boolean
  @Field(() => MeetingAbilities) can!: MeetingAbilities
}

@ObjectType({ description: 'What the next meeting could be about, of what the viewer reads.' })
export class MeetingMaterial {
  @Field(() => ID) id!: string
  @Field(() => MaterialGroup) group!: string
  @Field(() => MaterialKind) kind!: string
  @Field(() => ID) entryId!: string
  @Field({ description: 'As it would stand on the agenda.' }) text!: string
  @Field({ description: 'Of when and by whom it is.' }) detail!: string
}

@ObjectType({ description: 'A goal as it stands, for on paper.' })
export class PackGoal {
  @Field() title!: string
  @Field({ nullable: true, description: 'The newest level, in words.' }) now?: string
}

@ObjectType({ description: 'Words of somebody, on paper.' })
export class PackWords {
  @Field() text!: string
  @Field() by!: string
  @Field() isParents!: boolean
}

@ObjectType({ description: 'What one attendee may read before the meeting; for who prints it for somebody else, of that only what they read as well.' })
export class MeetingPack {
  @Field(() => ID) id!: string
  @Field({ description: 'Whose page it is.' }) attendee!: string
  @Field() isOfFamily!: boolean
  @Field() purpose!: string
  @Field(() => MeetingMoment, { nullable: true }) when?: MeetingMoment
  @Field(() => [String], { description: 'Who is asked, by name.' }) attendees!: readonly string[]
  @Field({ nullable: true }) guidingQuestion?: string
  @Field(() => [PackWords]) points!: readonly PackWords[]
  @Field(() => [PackWords]) inputs!: readonly PackWords[]
  @Field(() => [PackGoal]) goals!: readonly PackGoal[]
  @Field(() => [PlanAction], { description: 'What is still to be done.' }) actions!: readonly PlanAction[]
  @Field(() => [String], { description: 'What was agreed last time, in the words for the parents.' }) agreedBefore!: readonly string[]
}
