import { Field, ID, ObjectType } from '@nestjs/graphql'
import type { Adviser, Consideration, DisclosureConsent, Kindcheck, Outcome, SkippingReason, Step } from '@samenspel/safety'
import { Jurisdiction } from '../enums.ts'
import { AdviserEnum, ConsiderationEnum, DisclosureConsentEnum, KindcheckEnum, SafetyGapEnum, SafetyOutcomeEnum, SafetyStepEnum, SkippingReasonEnum } from '../safety-enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { ExistenceLine } from './family.ts'
import { Professional, SubjectRef } from './people.ts'

@ObjectType({ description: 'One of the considerations of a decision.' })
export class SafetyConsideration {
  @Field(() => ConsiderationEnum) consideration!: Consideration
  @Field() yes!: boolean
}

@ObjectType({ description: 'A note is kept from somebody of the family.' })
export class SafetyShield {
  @Field(() => ID) personId!: string
  @Field() name!: string
  @Field() reason!: string
  @Field(() => DateScalar) reviewOn!: string
  @Field({ description: 'The day to look at it again has come.' }) isDue!: boolean
}

@ObjectType({ description: 'Own words beside a note, which stays as it was; or what the circle answered.' })
export class SafetyStatement {
  @Field(() => ID) id!: string
  @Field(() => ID, { nullable: true, description: 'The words that this answers.' }) answers?: string
  @Field() by!: string
  @Field() isOwn!: boolean
  @Field(() => InstantScalar) recordedAt!: string
  @Field() text!: string
  @Field({ description: 'The viewer may answer it.' }) mayAnswer!: boolean
}

@ObjectType({ description: 'One step of a safety track, as somebody took it.' })
export class SafetyNote {
  @Field(() => ID) id!: string
  @Field(() => InstantScalar) at!: string
  @Field() by!: string
  @Field(() => SafetyStepEnum) step!: Step
  @Field() words!: string
  @Field(() => DateScalar, { nullable: true }) on?: string
  @Field(() => KindcheckEnum, { nullable: true }) kindcheck?: Kindcheck
  @Field(() => AdviserEnum, { nullable: true }) adviser?: Adviser
  @Field({ nullable: true, description: 'No name of the family was given.' }) anonymous?: boolean
  @Field(() => [String], { nullable: true }) spokenWith?: readonly string[]
  @Field(() => SkippingReasonEnum, { nullable: true, description: 'Why the talk was left out.' }) skipped?: SkippingReason
  @Field({ nullable: true }) examinations?: string
  @Field({ nullable: true }) results?: string
  @Field(() => [SafetyConsideration], { nullable: true }) considerations?: readonly SafetyConsideration[]
  @Field(() => SafetyOutcomeEnum, { nullable: true }) outcome?: Outcome
  @Field(() => DisclosureConsentEnum, { nullable: true }) consent?: DisclosureConsent
  @Field(() => [String], { nullable: true, description: 'To whom of the family it was released, for who works in the track.' }) releasedTo?: readonly string[]
  @Field(() => [SafetyShield], { nullable: true, description: 'From whom of the family it is kept, for who works in the track.' }) shields?: readonly SafetyShield[]
  @Field(() => [SafetyStatement], { description: 'Of the viewer; of everybody for who works in the track.' }) statements!: readonly SafetyStatement[]
  @Field({ description: 'The viewer, as somebody of the family, may put own words beside it.' }) mayState!: boolean
  @Field({ description: 'The viewer, as somebody of the family, may ask to keep it shut.' }) mayRestrict!: boolean
}

@ObjectType()
export class SafetyTask {
  @Field(() => ID) id!: string
  @Field({ description: 'The plan for safety, with which every track begins.' }) isPlan!: boolean
  @Field({ nullable: true }) words?: string
  @Field() owner!: string
  @Field(() => InstantScalar, { nullable: true }) doneAt?: string
}

@ObjectType({ description: 'Somebody of the family, by first name.' })
export class SafetyPerson {
  @Field(() => ID) id!: string
  @Field() name!: string
}

@ObjectType({ description: 'What only those know who work in a track.' })
export class SafetyCircle {
  @Field(() => [Professional]) members!: readonly Professional[]
  @Field(() => [Professional], { description: 'Of the care team today, and not in the circle.' }) colleagues!: readonly Professional[]
  @Field(() => [ID]) investigated!: readonly string[]
  @Field(() => [SafetyPerson]) adults!: readonly SafetyPerson[]
  @Field(() => [SafetyTask]) tasks!: readonly SafetyTask[]
  @Field(() => SafetyStepEnum, { description: 'The first step that was not taken yet, or the decision.' }) next!: Step
  @Field(() => [SafetyStepEnum]) taken!: readonly Step[]
  @Field(() => [SafetyGapEnum], { description: 'What it needs before it can close.' }) missing!: readonly (Step | 'plan')[]
}

@ObjectType({ description: 'A safety track, for who works in it, and for a parent to whom something of it was opened.' })
export class SafetyTrack {
  @Field(() => ID) id!: string
  @Field(() => SubjectRef) about!: SubjectRef
  @Field(() => Jurisdiction) jurisdiction!: string
  @Field(() => InstantScalar) openedAt!: string
  @Field() isMember!: boolean
  @Field(() => InstantScalar, { nullable: true }) closedAt?: string
  @Field({ nullable: true }) closingWords?: string
  @Field(() => [SafetyNote]) notes!: readonly SafetyNote[]
  @Field(() => [ExistenceLine], { description: 'Of notes that stay shut on request.' }) shut!: readonly ExistenceLine[]
  @Field(() => SafetyCircle, { nullable: true }) circle?: SafetyCircle
}
