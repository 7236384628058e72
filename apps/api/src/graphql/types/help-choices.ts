import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql'
import type { SearchEnding as SearchEndingValue, SearchStatus as SearchStatusValue } from '@samenspel/family-case'
import type { HelpKind as HelpKindValue } from '@samenspel/kernel'
import { HelpKind, ProviderState, SearchEnding, SearchStatus, type ProviderStateValue } from '../enums.ts'
import { SubjectInput } from '../inputs.ts'
import { DateScalar } from '../scalars.ts'
import { SpokenLanguage } from './keeping-register.ts'
import { Organisation, SubjectRef } from './people.ts'

@ObjectType({ description: 'A provider to choose, as it was shown when it was proposed.' })
export class ProviderOption {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field({ nullable: true }) about?: string
  @Field(() => Organisation) organisation!: Organisation
  @Field(() => Int, { nullable: true }) waitWeeks?: number
  @Field(() => DateScalar, { nullable: true }) waitToldOn?: string
  @Field(() => ProviderState, { description: 'Whether they can, as far as is known.' }) state!: ProviderStateValue
  @Field({ nullable: true, description: 'What was said when there was no room.' }) noRoomWords?: string
}

@ObjectType({ description: 'What one parent chose.' })
export class ProviderAnswer {
  @Field() parent!: string
  @Field(() => ID, { nullable: true, description: 'Nothing where it is none of these.' }) optionId?: string
  @Field(() => DateScalar) on!: string
  @Field({ nullable: true, description: 'Who noted it, where it was said aloud.' }) notedBy?: string
  @Field({ nullable: true, description: 'Why, in their own words, for who may read them.' }) words?: string
  @Field() isYours!: boolean
}

@ObjectType({ description: 'Providers that were proposed together.' })
export class ProviderProposal {
  @Field(() => ID) id!: string
  @Field(() => DateScalar) proposedOn!: string
  @Field({ nullable: true, description: 'Why there are fewer than two.' }) fewerWhy?: string
  @Field(() => [ProviderOption]) options!: readonly ProviderOption[]
  @Field(() => [ProviderAnswer]) answers!: readonly ProviderAnswer[]
}

@ObjectType()
export class HelpDecider {
  @Field(() => ID) id!: string
  @Field() name!: string
}

@ObjectType({ description: 'How a search for help ended. The case goes on.' })
export class HelpSearchEnd {
  @Field(() => SearchEnding) because!: SearchEndingValue
  @Field({ nullable: true }) words?: string
  @Field(() => DateScalar) on!: string
}

@ObjectType({ description: 'Which help is sought for whom, from whom it could come, and what the family chose (K-03).' })
export class HelpSearch {
  @Field(() => ID) id!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => HelpKind) kind!: HelpKindValue
  @Field({ description: 'What help is meant, in plain words.' }) why!: string
  @Field({ nullable: true }) area?: string
  @Field(() => SpokenLanguage, { nullable: true }) language?: SpokenLanguage
  @Field() askedBy!: string
  @Field(() => DateScalar) askedOn!: string
  @Field(() => SearchStatus) status!: SearchStatusValue
  @Field(() => [ProviderProposal], { description: 'The newest first: that one stands.' }) proposals!: readonly ProviderProposal[]
  @Field(() => [HelpDecider], { description: 'Whose choice it is today.' }) deciders!: readonly HelpDecider[]
  @Field(() => [String], { description: 'Who said nothing yet to the newest proposal.' }) silent!: readonly string[]
  @Field(() => ID, { nullable: true, description: 'What was chosen by all who said something.' }) chosenId?: string
  @Field(() => HelpSearchEnd, { nullable: true }) ended?: HelpSearchEnd
  @Field({ description: 'It waits for a choice of the viewer.' }) isForYou!: boolean
  @Field({ description: 'The viewer may choose, or choose anew, as a parent.' }) mayAnswer!: boolean
  @Field({ description: 'The viewer may propose, ask and end.' }) mayLead!: boolean
}

@InputType({ description: 'What help is sought, and which providers are proposed.' })
export class HelpInput {
  @Field(() => SubjectInput) subject!: SubjectInput
  @Field(() => HelpKind) kind!: HelpKindValue
  @Field({ description: 'In plain words, for the parents.' }) why!: string
  @Field({ nullable: true }) area?: string
  @Field({ nullable: true }) language?: string
  @Field(() => [ID]) serviceIds!: readonly string[]
  @Field({ nullable: true, description: 'Why there are fewer than two.' }) fewerWhy?: string
}

@InputType()
export class ProvidersInput {
  @Field(() => [ID]) serviceIds!: readonly string[]
  @Field({ nullable: true }) fewerWhy?: string
  @Field({ nullable: true, description: 'Where to look now; without it, anywhere.' }) area?: string
  @Field({ nullable: true }) language?: string
}

@InputType({ description: 'Whom of the chosen organisation is asked, and what; it names nobody of the family.' })
export class ChosenInvitationInput {
  @Field(() => ID) professionalId!: string
  @Field() question!: string
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
  @Field(() => DateScalar, { nullable: true, description: 'The last day for an answer; without it, four weeks from today.' }) answerBy?: string
}
