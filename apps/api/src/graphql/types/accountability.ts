import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { InstantScalar } from '../scalars.ts'
import { PageInfo } from './paging.ts'
import { Organisation } from './people.ts'

@ObjectType()
export class AccessLogLine {
  @Field(() => ID) id!: string
  @Field(() => InstantScalar) at!: string
  @Field(() => Int, { description: 'How often that day, when lines of the same kind are merged.' }) times!: number
  @Field() who!: string
  @Field() role!: string
  @Field({ nullable: true }) organisation?: string
  @Field({ description: 'What was done, in words.' }) action!: string
  @Field({ description: 'What it was about, in words.' }) what!: string
  @Field(() => [String], { description: 'On what ground: the sentences of the rules that decided.' }) because!: readonly string[]
  @Field() refused!: boolean
  @Field() emergency!: boolean
}

@ObjectType()
export class AccessLogConnection {
  @Field(() => [AccessLogLine]) nodes!: readonly AccessLogLine[]
  @Field(() => [Organisation], { description: 'Of which organisations there are lines in these days.' }) organisations!: readonly Organisation[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType({ description: 'A case as an office without case access knows it: a number.' })
export class CaseReference {
  @Field(() => ID) id!: string
  @Field() number!: string
  @Field({ description: 'Every look into it is reviewed.' }) isWatched!: boolean
}

@ObjectType()
export class CaseReferenceConnection {
  @Field(() => [CaseReference]) nodes!: readonly CaseReference[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}
