import { Field, ID, InputType, ObjectType } from '@nestjs/graphql'
import type { AskKind as AskKindValue, AskOutcome as AskOutcomeValue } from '@samenspel/family-case'
import { AskKind, AskOutcome, AskStatus, type AskStatusValue } from '../enums.ts'
import { SpokenInput } from '../plan-inputs.ts'
import { DateScalar } from '../scalars.ts'
import { Professional } from './people.ts'

@ObjectType({ description: 'The parent who asks.' })
export class AskingParent {
  @Field(() => ID) id!: string
  @Field() firstName!: string
}

@ObjectType({ description: 'What was agreed, in words for the parent.' })
export class AskAnswer {
  @Field(() => AskOutcome) outcome!: AskOutcomeValue
  @Field() words!: string
  @Field() by!: string
  @Field(() => DateScalar) on!: string
}

@ObjectType({ description: 'A parent asks for another coordinator or provider, or for no shared file.' })
export class FamilyAsk {
  @Field(() => ID) id!: string
  @Field(() => AskKind) kind!: AskKindValue
  @Field(() => AskingParent) parent!: AskingParent
  @Field(() => DateScalar) askedOn!: string
  @Field(() => Professional, { nullable: true, description: 'From whom the parent wants to change.' }) about?: Professional
  @Field({ nullable: true, description: 'Why, in the parent\'s own words.' }) words?: string
  @Field({ nullable: true, description: 'Who noted it, where it was said aloud.' }) notedBy?: string
  @Field(() => [Professional], { description: 'Who reads it.' }) readers!: readonly Professional[]
  @Field(() => AskStatus) status!: AskStatusValue
  @Field(() => AskAnswer, { nullable: true }) answer?: AskAnswer
  @Field({ description: 'It was agreed that another one comes, and it isn\'t so yet.' }) isComing!: boolean
  @Field() isYours!: boolean
  @Field({ description: 'The viewer can say what was agreed.' }) mayAnswer!: boolean
  @Field({ description: 'The viewer was addressed, and can bring it to who coordinates.' }) mayPassOn!: boolean
  @Field({ description: 'The viewer can take it back.' }) mayWithdraw!: boolean
  @Field({ description: 'The viewer can note that the parent took it back aloud.' }) mayNoteWithdrawal!: boolean
}

@InputType({ description: 'What a parent asks. A professional notes who said it, and how.' })
export class AskInput {
  @Field(() => AskKind) kind!: AskKindValue
  @Field(() => ID, { nullable: true, description: 'From whom the parent wants to change; not for who coordinates.' }) aboutId?: string
  @Field(() => ID, { nullable: true, description: 'With whom the parent wants to talk about who coordinates.' }) throughId?: string
  @Field({ nullable: true }) words?: string
  @Field(() => ID, { nullable: true }) parentId?: string
  @Field(() => SpokenInput, { nullable: true }) spoken?: SpokenInput
}
