import { Field, ID, InputType } from '@nestjs/graphql'
import type { Adviser, Consideration, DisclosureConsent, EmergencyReason, Kindcheck, Outcome, SkippingReason, Step } from '@samenspel/safety'
import { AdviserEnum, ConsiderationEnum, DisclosureConsentEnum, EmergencyReasonEnum, KindcheckEnum, SafetyOutcomeEnum, SafetyStepEnum, SkippingReasonEnum } from './safety-enums.ts'
import { DateScalar } from './scalars.ts'

@InputType()
export class SafetySignalsInput {
  @Field(() => ID) childId!: string
  @Field() words!: string
  @Field(() => KindcheckEnum, { nullable: true }) kindcheck?: Kindcheck
  @Field(() => [ID], { description: 'Who may have to do with it.' }) investigated!: readonly string[]
}

@InputType()
export class SafetyConsiderationInput {
  @Field(() => ConsiderationEnum) consideration!: Consideration
  @Field() yes!: boolean
}

@InputType({ description: 'One step, with the fields that it has: the rest stays away.' })
export class SafetyStepInput {
  @Field(() => SafetyStepEnum) step!: Step
  @Field() words!: string
  @Field(() => DateScalar, { nullable: true }) on?: string
  @Field(() => KindcheckEnum, { nullable: true }) kindcheck?: Kindcheck
  @Field(() => AdviserEnum, { nullable: true }) adviser?: Adviser
  @Field({ nullable: true }) anonymous?: boolean
  @Field(() => [ID], { nullable: true }) spokenWith?: readonly string[]
  @Field(() => SkippingReasonEnum, { nullable: true }) skipped?: SkippingReason
  @Field({ nullable: true }) examinations?: string
  @Field({ nullable: true }) results?: string
  @Field(() => [SafetyConsiderationInput], { nullable: true }) considerations?: readonly SafetyConsiderationInput[]
  @Field(() => SafetyOutcomeEnum, { nullable: true }) outcome?: Outcome
  @Field(() => DisclosureConsentEnum, { nullable: true }) consent?: DisclosureConsent
}

@InputType({ description: 'Whom somebody seeks in an emergency: the number of the case and the birthday of a child in it, both exactly.' })
export class EmergencyInput {
  @Field() caseNumber!: string
  @Field(() => DateScalar) birthDate!: string
  @Field({ nullable: true, description: 'First name of the adult whose record is needed; without it, that of the child.' }) adult?: string
  @Field(() => EmergencyReasonEnum) reason!: EmergencyReason
  @Field() words!: string
}
