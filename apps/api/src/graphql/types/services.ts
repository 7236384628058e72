import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql'
import type { HelpKind as HelpKindValue } from '@samenspel/kernel'
import type { ServiceLevel as ServiceLevelValue, SpokenLanguage as SpokenLanguageTag } from '@samenspel/register'
import { HelpKind, ServiceLevel } from '../enums.ts'
import { DateScalar } from '../scalars.ts'
import { SpokenLanguage } from './keeping-register.ts'
import { Organisation } from './people.ts'

@ObjectType({ description: 'What an organisation offers to families. Nothing in it is about anybody.' })
export class CatalogueService {
  @Field(() => ID) id!: string
  @Field(() => ID, { description: 'Names what stands; to be given with a change.' }) version!: string
  @Field() name!: string
  @Field({ nullable: true }) about?: string
  @Field(() => HelpKind) kind!: HelpKindValue
  @Field(() => ServiceLevel) level!: ServiceLevelValue
  @Field(() => Int, { description: 'Of the child, in months; a pregnancy counts below nought.' }) ageFrom!: number
  @Field(() => Int, { description: 'This month is included.' }) ageUntil!: number
  @Field(() => [String]) areas!: readonly string[]
  @Field(() => [SpokenLanguage]) languages!: readonly SpokenLanguage[]
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar, { nullable: true, description: 'The last day on which it can be asked for.' }) until?: string
  @Field(() => Int, { nullable: true, description: 'Nothing where nobody told how long one waits.' }) waitWeeks?: number
  @Field(() => DateScalar, { nullable: true }) waitToldOn?: string
  @Field({ description: 'It was told so long ago that it may have changed.' }) isWaitOld!: boolean
  @Field(() => Organisation) organisation!: Organisation
  @Field({ description: 'The viewer\'s organisation keeps it.' }) isOwn!: boolean
  @Field({ description: 'It can be asked for today.' }) isOffered!: boolean
}

@ObjectType({ description: 'What all organisations offer today; of the viewer\'s own also what ended or is still to begin.' })
export class ServiceCatalogue {
  @Field(() => DateScalar) today!: string
  @Field(() => ID) organisationId!: string
  @Field() organisationName!: string
  @Field(() => [CatalogueService]) services!: readonly CatalogueService[]
  @Field(() => [String], { description: 'Every place that a service names.' }) areas!: readonly string[]
  @Field(() => [SpokenLanguage], { description: 'Every language that a service can name, the most spoken first.' }) languages!: readonly SpokenLanguage[]
}

@ObjectType({ description: 'How many organisations were left after each question.' })
export class ServiceNarrowing {
  @Field(() => Int) ofKind!: number
  @Field(() => Int) forAge!: number
  @Field(() => Int) inArea!: number
  @Field(() => Int) inLanguage!: number
}

@ObjectType({ description: 'Which services suit somebody of a family, the shortest wait first.' })
export class HelpSuggestions {
  @Field(() => [CatalogueService]) services!: readonly CatalogueService[]
  @Field(() => ServiceNarrowing) narrowing!: ServiceNarrowing
  @Field(() => Int, { nullable: true, description: 'The age that counts, in months; nothing where it isn\'t known.' }) ageMonths?: number
  @Field(() => [ID], { description: 'Organisations that the parents left aside in this search, or that have no room.' }) leftAside!: readonly string[]
  @Field(() => [String]) areas!: readonly string[]
  @Field(() => [SpokenLanguage], { description: 'Every language that can be asked for, the most spoken first.' }) languages!: readonly SpokenLanguage[]
}

@InputType()
export class ServiceInput {
  @Field() name!: string
  @Field({ nullable: true }) about?: string
  @Field(() => HelpKind) kind!: HelpKindValue
  @Field(() => ServiceLevel) level!: ServiceLevelValue
  @Field(() => Int) ageFrom!: number
  @Field(() => Int) ageUntil!: number
  @Field(() => [String]) areas!: readonly string[]
  @Field(() => [String], { description: 'Tags of the catalogue\'s languages.' }) languages!: readonly SpokenLanguageTag[]
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
}
