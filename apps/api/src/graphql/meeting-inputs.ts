import { Field, ID, InputType, Int } from '@nestjs/graphql'
import type { ModalityKind } from '@samenspel/agenda'
import type { Presence as PresenceValue } from '@samenspel/family-case'
import { MaterialKind, Modality, Presence, type materialKinds } from './enums.ts'
import { DateScalar, LocalTimeScalar } from './scalars.ts'

@InputType()
export class AttendeeInput {
  @Field(() => ID) personId!: string
  @Field(() => Presence) presence!: PresenceValue
}

@InputType({ description: 'Why some of the parents aren\'t asked, in words that they can read, and who tells them.' })
export class WithoutParentsInput {
  @Field() reason!: string
  @Field(() => ID) tellerId!: string
}

@InputType({ description: 'A time that was agreed on in another way.' })
export class MeetingTimeInput {
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
  @Field({ description: 'Where it is, or how people meet.' }) place!: string
}

@InputType()
export class MeetingInput {
  @Field() purpose!: string
  @Field(() => DateScalar, { nullable: true }) dueOn?: string
  @Field(() => [AttendeeInput]) attendees!: readonly AttendeeInput[]
  @Field(() => WithoutParentsInput, { nullable: true, description: 'Only when one of the parents isn\'t asked.' }) without?: WithoutParentsInput
}

@InputType({ description: 'An appointment for those who must come to the meeting, to be planned with the others of the family.' })
export class MeetingAppointmentInput {
  @Field({ description: 'What it is called for the family.' }) label!: string
  @Field(() => Int) minutes!: number
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar) deadline!: string
  @Field(() => [Modality]) modalities!: readonly ModalityKind[]
  @Field(() => [ID]) placeIds!: readonly string[]
}

@InputType()
export class MeetingPointInput {
  @Field() text!: string
  @Field(() => MaterialKind, { nullable: true }) kind?: (typeof materialKinds)[number]
  @Field(() => ID, { nullable: true }) entryId?: string
}

@InputType({ description: 'What was said and what was decided; one of the two may be empty.' })
export class MeetingMinutesInput {
  @Field() notes!: string
  @Field() decision!: string
}

@InputType({ description: 'What parents read: written for them. Parts may be empty, but not all.' })
export class MeetingReportInput {
  @Field() discussed!: string
  @Field() agreed!: string
  @Field() next!: string
}
