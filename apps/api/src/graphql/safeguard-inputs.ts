import { Field, ID, InputType } from '@nestjs/graphql'
import type { ExchangeAgreement as Agreement, AuthorityBasis as Basis, AuthoritySource as Source, AuthorityStatus as Status, GuardedKind as Guarded, Measure } from '@samenspel/family-case'
import { AuthorityBasis, AuthoritySource, AuthorityStatus, ExchangeAgreement, GuardedKind, MeasureKind } from './enums.ts'
import { SubjectInput } from './inputs.ts'
import { DateScalar } from './scalars.ts'

@InputType({ description: 'Who has which authority over which child, from when, and where that was read.' })
export class AuthorityInput {
  @Field(() => ID) childId!: string
  @Field(() => ID) adultId!: string
  @Field(() => AuthorityStatus) status!: Status
  @Field(() => AuthorityBasis) basis!: Basis
  @Field(() => AuthoritySource) source!: Source
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
}

@InputType({ description: 'What a professional saw with their own eyes that proves a fact.' })
export class AuthorityProofInput {
  @Field(() => AuthoritySource) source!: Source
  @Field() seen!: string
  @Field(() => DateScalar) seenOn!: string
  @Field(() => DateScalar, { nullable: true }) checkOn?: string
}

@InputType({ description: 'What youth care and another organisation exchange, about whom, and that the law lets them (BE).' })
export class ExchangeInput {
  @Field(() => SubjectInput) about!: SubjectInput
  @Field(() => ID) organisationId!: string
  @Field(() => ExchangeAgreement) agreement!: Agreement
  @Field() isNeeded!: boolean
  @Field() isInTheirInterest!: boolean
}

@InputType({ description: 'A measure: of a protection the first person is protected from the second; an exclusion names who said it; else there is one person, or none.' })
export class SafeguardInput {
  @Field(() => MeasureKind) kind!: Measure['kind']
  @Field(() => [ID]) personIds!: readonly string[]
  @Field(() => GuardedKind, { nullable: true }) entryKind?: Guarded
  @Field(() => ID, { nullable: true }) entryId?: string
  @Field(() => ID, { nullable: true, description: 'Who stays out: for OWN_FAMILY and EXCLUSION.' }) professionalId?: string
  @Field({ nullable: true, description: 'For CAPACITY.' }) isCapable?: boolean
  @Field(() => ExchangeInput, { nullable: true, description: 'For EXCHANGE.' }) exchange?: ExchangeInput
  @Field(() => DateScalar, { nullable: true }) reviewOn?: string
  @Field() reason!: string
}
