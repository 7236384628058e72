import { Field, ID, InputType } from '@nestjs/graphql'
import type { Agreement, Outcome, ReferredRole } from '@samenspel/front-door'
import { AgreementEnum, ReferralOutcomeEnum, ReferredRoleEnum } from './door-enums.ts'
import { DateScalar } from './scalars.ts'

@InputType({ description: 'How triage ends without a case here: the advice, where to, or why.' })
export class CloseReferralInput {
  @Field(() => ReferralOutcomeEnum) outcome!: Outcome
  @Field() words!: string
}

@InputType({ description: 'The case that a referral becomes.' })
export class StartCaseInput {
  @Field({ description: 'What the family is called.' }) name!: string
  @Field({ nullable: true }) childFirstName?: string
  @Field(() => DateScalar, { nullable: true }) birthDate?: string
  @Field(() => DateScalar, { nullable: true }) dueDate?: string
  @Field(() => [ID], { description: 'The parents who live with the child.' }) atHome!: readonly string[]
}

@InputType({ description: 'What a parent said about telling who referred what became of it.' })
export class FeedbackWordInput {
  @Field(() => ID) parentId!: string
  @Field() agreed!: boolean
  @Field({ description: 'How it was said, and to whom.' }) how!: string
  @Field(() => DateScalar) on!: string
}

@InputType()
export class NamedParentInput {
  @Field(() => ReferredRoleEnum) role!: ReferredRole
  @Field() firstName!: string
  @Field({ nullable: true }) name?: string
  @Field({ nullable: true }) reach?: string
  @Field(() => AgreementEnum) agrees!: Agreement
}

@InputType({ description: 'Whose question it is, with the consent for saying so. An unborn child is carried by the first parent.' })
export class NameConsultationInput {
  @Field() isUnborn!: boolean
  @Field({ nullable: true }) childFirstName?: string
  @Field(() => DateScalar, { nullable: true }) birthDate?: string
  @Field(() => DateScalar, { nullable: true }) dueDate?: string
  @Field(() => [NamedParentInput]) parents!: readonly NamedParentInput[]
  @Field({ description: 'How the parents who agree said so.' }) how!: string
  @Field(() => DateScalar) on!: string
  @Field({ description: 'Who talked about it with the family.' }) askedBy!: string
}
