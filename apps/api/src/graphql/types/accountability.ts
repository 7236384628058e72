import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { InstantScalar } from '../scalars.ts'
import { PageInfo } from './paging.ts'
import { Organisation } from './people.ts'

@ObjectType()
export class AccessLogLine {
  @Field(() => ID) id!: string
  @Field(() => InstantScalar) at!: string
  @Field({ description: 'Whether `at` tells the hour; of what somebody may not know the hour of, it tells the day.' }) tellsHour!: boolean
  @Field(() => Int, { description: 'How often that day, when lines of the same kind are merged.' }) times!: number
  @Field() who!: string
  @Field() role!: string
  @Field({ nullable: true }) organisation?: string
  @Field({ nullable: true, description: 'In whose name, in words, where somebody stood in.' }) insteadOf?: string
  @Field({ description: 'What was done, in words.' }) action!: string
  @Field({ description: 'What it was about, in words.' }) what!: string
  @Field(() => [String], { description: 'On what ground: the sentences of the rules that decided.' }) because!: readonly string[]
  @Field() refused!: boolean
  @Field() emergency!: boolean
  @Field({ nullable: true, description: 'On which kind of device, where it was no own one.' }) channel?: string
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

@ObjectType({ description: 'One rule about who may see what.' })
export class AccessPolicy {
  @Field(() => ID) id!: string
  @Field({ description: 'It gives a right; otherwise it takes one away, whatever gives it.' }) permits!: boolean
  @Field({ description: 'The rule in one sentence, in the language of who asks.' }) sentence!: string
  @Field({ description: 'A lead for a lawyer, not advice.' }) basis!: string
}

@ObjectType({ description: 'One example of who may see what, in words, as the program decides it.' })
export class AccessExample {
  @Field(() => ID) id!: string
  @Field() who!: string
  @Field() whose!: string
  @Field() category!: string
  @Field() action!: string
  @Field() outcome!: string
  @Field() isAllowed!: boolean
  @Field() isNothing!: boolean
  @Field(() => [String]) circumstances!: readonly string[]
  @Field(() => [ID], { description: 'The rules that decided; none when nothing gives a right.' }) policies!: readonly string[]
  @Field({ description: 'Why it is so, in Dutch, by whoever keeps the examples.' }) reason!: string
  @Field({ description: 'Whether the program decides what was agreed.' }) isAsAgreed!: boolean
}

@ObjectType({ description: 'The rules of access, and examples of what they decide. Nothing of it is about a family.' })
export class AccessRules {
  @Field(() => [AccessPolicy]) policies!: readonly AccessPolicy[]
  @Field(() => [AccessExample]) examples!: readonly AccessExample[]
}
