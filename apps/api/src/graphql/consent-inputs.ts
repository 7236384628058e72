import { Field, ID, InputType } from '@nestjs/graphql'
import type { ConsentBasis as ConsentBasisValue, Recipient } from '@samenspel/family-case'
import type { Category as CategoryValue, Discipline as DisciplineValue } from '@samenspel/kernel'
import { Category, ConsentBasis, Discipline, RecipientKind } from './enums.ts'
import { SubjectInput } from './inputs.ts'
import { DateScalar } from './scalars.ts'

@InputType()
export class RecipientInput {
  @Field(() => RecipientKind) kind!: Recipient['kind']
  @Field(() => ID, { nullable: true, description: 'For ORGANISATION.' }) organisationId?: string
  @Field(() => Discipline, { nullable: true, description: 'For DISCIPLINE.' }) discipline?: DisciplineValue
}

@InputType({ description: 'How a yes or a no was heard: for a professional who notes it. A parent answers in person, and gives none.' })
export class NotedInput {
  @Field(() => [ID]) signedBy!: readonly string[]
  @Field(() => ConsentBasis) basis!: ConsentBasisValue
  @Field({ nullable: true }) howExplained?: string
  @Field(() => ID, { nullable: true, description: 'Who asked it or told it, if somebody else did.' }) askedBy?: string
}

@InputType({ description: 'Whom it is about, what, for whom and when.' })
export class SharingInput {
  @Field(() => SubjectInput) subject!: SubjectInput
  @Field(() => Category, { nullable: true, description: 'Absent for everything but safety.' }) category?: CategoryValue
  @Field(() => RecipientInput) recipient!: RecipientInput
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
}

@InputType()
export class ConsentRequestInput {
  @Field(() => SharingInput) sharing!: SharingInput
  @Field({ description: 'What it is for, in one sentence to the parents.' }) why!: string
  @Field() howExplained!: string
  @Field(() => DateScalar, { nullable: true, description: 'The last day for an answer; without it, four weeks from today.' }) answerBy?: string
}

@InputType()
export class InvitationInput {
  @Field(() => ID) professionalId!: string
  @Field(() => SubjectInput) subject!: SubjectInput
  @Field(() => Category, { description: 'Under which label the family knows that this professional is there.' }) category!: CategoryValue
  @Field({ description: 'What is asked, without a name.' }) question!: string
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
  @Field(() => DateScalar, { nullable: true, description: 'The last day for an answer; without it, four weeks from today.' }) answerBy?: string
}
