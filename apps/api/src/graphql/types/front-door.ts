import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import type { Agreement, Channel, ConsultationOutcome, Outcome, ReferredRole, ReferrerDiscipline, SignalGroup, Urgency } from '@samenspel/front-door'
import { AgreementEnum, ConsultationOutcomeEnum, DoorChannelEnum, DoorKindEnum, ReferralOutcomeEnum, ReferredRoleEnum, ReferrerDisciplineEnum, SignalGroupEnum, UrgencyEnum } from '../door-enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { PageInfo } from './paging.ts'

@ObjectType({ description: 'How long somebody has waited, against the target for where it was received (K-02).' })
export class DoorWait {
  @Field(() => DateScalar) since!: string
  @Field(() => DateScalar) target!: string
  @Field(() => DateScalar, { nullable: true }) endedOn?: string
  @Field(() => Int) days!: number
  @Field() isLate!: boolean
}

@ObjectType({ description: 'A referral or a question, as it stands in a list: without a name.' })
export class DoorItem {
  @Field(() => ID) id!: string
  @Field(() => DoorKindEnum) kind!: 'referral' | 'consultation'
  @Field({ description: 'A few signs to speak about it without a name.' }) code!: string
  @Field(() => InstantScalar) receivedAt!: string
  @Field(() => DoorChannelEnum) channel!: Channel
  @Field(() => UrgencyEnum) urgency!: Urgency
  @Field({ nullable: true, description: 'An age, or how far a pregnancy is.' }) about?: string
  @Field(() => ReferrerDisciplineEnum, { nullable: true }) fromDiscipline?: ReferrerDiscipline
  @Field({ nullable: true }) fromOrganisation?: string
  @Field(() => DoorWait) wait!: DoorWait
  @Field({ nullable: true, description: 'Who sees to it.' }) takenUpBy?: string
  @Field() isMine!: boolean
  @Field(() => Int) openQuestions!: number
  @Field() isNamed!: boolean
  @Field() hasOpinion!: boolean
  @Field() isClosed!: boolean
  @Field(() => ReferralOutcomeEnum, { nullable: true }) outcome?: Outcome
  @Field(() => ID, { nullable: true, description: 'The family whose case it became.' }) familyId?: string
}

@ObjectType()
export class DoorItemConnection {
  @Field(() => [DoorItem]) nodes!: readonly DoorItem[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType({ description: 'The referral that the file of a family began with; it has the id of the family.' })
export class BegunWith {
  @Field(() => ID) id!: string
  @Field() code!: string
  @Field(() => InstantScalar) receivedAt!: string
}

@ObjectType({ description: 'What waits at the front door, in numbers.' })
export class DoorWaiting {
  @Field(() => Int, { description: 'Nobody has taken it up, or a question has no answer.' }) waiting!: number
  @Field(() => Int) urgent!: number
  @Field(() => Int) late!: number
  @Field(() => Int, { description: 'All that waits or is being seen to; of it what nobody took up, and what the viewer did.' }) all!: number
  @Field(() => Int) nobody!: number
  @Field(() => Int) mine!: number
}

@ObjectType({ description: 'Who referred or asked, as they wrote it.' })
export class DoorSender {
  @Field() name!: string
  @Field(() => ReferrerDisciplineEnum) discipline!: ReferrerDiscipline
  @Field() organisation!: string
  @Field() reach!: string
}

@ObjectType()
export class DoorChild {
  @Field() isUnborn!: boolean
  @Field({ nullable: true }) firstName?: string
  @Field({ nullable: true }) age?: string
  @Field(() => DateScalar, { nullable: true }) birthDate?: string
  @Field(() => DateScalar, { nullable: true }) dueDate?: string
}

@ObjectType({ description: 'What a parent said about telling who referred.' })
export class DoorFeedbackWord {
  @Field() agreed!: boolean
  @Field({ nullable: true }) how?: string
  @Field(() => DateScalar, { nullable: true }) on?: string
}

@ObjectType()
export class DoorParent {
  @Field(() => ID) id!: string
  @Field(() => ReferredRoleEnum) role!: ReferredRole
  @Field() firstName!: string
  @Field({ nullable: true }) name?: string
  @Field({ nullable: true }) reach?: string
  @Field(() => AgreementEnum) agrees!: Agreement
  @Field(() => DateScalar, { nullable: true }) toldOn?: string
  @Field(() => DoorFeedbackWord, { nullable: true }) feedbackWord?: DoorFeedbackWord
  @Field({ nullable: true, description: 'How this parent agreed to saying whose question it is.' }) consent?: string
}

@ObjectType()
export class DoorTicked {
  @Field(() => SignalGroupEnum) group!: SignalGroup
  @Field({ nullable: true, description: 'Which parent, when it is about one.' }) about?: string
  @Field(() => [String]) signals!: readonly string[]
}

@ObjectType()
export class DoorWords {
  @Field(() => ID) id!: string
  @Field() text!: string
  @Field() by!: string
  @Field(() => InstantScalar) at!: string
}

@ObjectType()
export class ReferralEnd {
  @Field(() => ReferralOutcomeEnum) outcome!: Outcome
  @Field({ nullable: true }) words?: string
  @Field() by!: string
  @Field(() => InstantScalar) at!: string
}

@ObjectType()
export class Referral {
  @Field(() => ID) id!: string
  @Field(() => DoorItem) item!: DoorItem
  @Field(() => DoorSender, { nullable: true }) referrer?: DoorSender
  @Field(() => DoorChild, { nullable: true }) child?: DoorChild
  @Field(() => [DoorParent]) parents!: readonly DoorParent[]
  @Field(() => [DoorTicked]) ticked!: readonly DoorTicked[]
  @Field({ nullable: true }) family?: string
  @Field({ nullable: true }) story?: string
  @Field({ nullable: true }) urgencyReason?: string
  @Field(() => [DoorWords]) opinions!: readonly DoorWords[]
  @Field(() => DateScalar, { nullable: true }) firstTalkOn?: string
  @Field(() => DoorWords, { nullable: true }) feedback?: DoorWords
  @Field({ description: 'A parent said yes to it, and none said no.' }) mayTellReferrer!: boolean
  @Field(() => ReferralEnd, { nullable: true }) end?: ReferralEnd
}

@ObjectType()
export class DoorQuestion {
  @Field(() => ID) id!: string
  @Field() text!: string
  @Field(() => InstantScalar) at!: string
  @Field(() => DoorWords, { nullable: true }) answer?: DoorWords
}

@ObjectType()
export class Consultation {
  @Field(() => ID) id!: string
  @Field(() => DoorItem) item!: DoorItem
  @Field(() => DoorSender, { nullable: true }) asker?: DoorSender
  @Field(() => [DoorQuestion]) questions!: readonly DoorQuestion[]
  @Field(() => DoorChild, { nullable: true, description: 'Once it may be said whose question it is.' }) child?: DoorChild
  @Field(() => [DoorParent]) parents!: readonly DoorParent[]
  @Field(() => ConsultationOutcomeEnum, { nullable: true }) outcome?: ConsultationOutcome
}

@ObjectType({ description: 'A link with which somebody refers once, without an account.' })
export class DoorLink {
  @Field(() => ID) id!: string
  @Field() madeBy!: string
  @Field(() => InstantScalar) madeAt!: string
  @Field(() => InstantScalar) until!: string
}

@ObjectType()
export class MadeDoorLink {
  @Field({ description: 'Where it leads, without the address of this server; told once.' }) path!: string
  @Field(() => InstantScalar) until!: string
}

@ObjectType({ description: 'That somebody looked at something that came in at the front door, for a privacy officer.' })
export class DoorLook {
  @Field(() => ID) id!: string
  @Field(() => InstantScalar) at!: string
  @Field() code!: string
  @Field(() => DoorKindEnum) kind!: 'referral' | 'consultation'
  @Field() who!: string
  @Field() role!: string
  @Field() action!: string
  @Field() what!: string
  @Field() refused!: boolean
}

@ObjectType()
export class DoorLookConnection {
  @Field(() => [DoorLook]) nodes!: readonly DoorLook[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}
