import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import type { Rule, Verdict } from '@samenspel/accountability'
import { ReviewRule, ReviewVerdict } from '../enums.ts'
import { InstantScalar } from '../scalars.ts'
import { PageInfo } from './paging.ts'

@ObjectType({ description: 'Looks of one person into one file on one day that stand out by a rule. It says nothing about anybody: it asks to be looked at.' })
export class Finding {
  @Field(() => ID) id!: string
  @Field(() => ID) familyId!: string
  @Field() caseNumber!: string
  @Field(() => ReviewRule) rule!: Rule
  @Field({ description: 'Why it stands out, in one sentence.' }) why!: string
  @Field() who!: string
  @Field() role!: string
  @Field({ nullable: true }) organisation?: string
  @Field(() => InstantScalar) firstAt!: string
  @Field(() => InstantScalar) lastAt!: string
  @Field(() => Int, { description: 'How many lines of the log it is made of.' }) lines!: number
  @Field(() => [String], { description: 'What was done, in words.' }) what!: readonly string[]
  @Field(() => ReviewVerdict, { nullable: true, description: 'Absent while it is open.' }) verdict?: Verdict
  @Field({ nullable: true }) word?: string
  @Field(() => InstantScalar, { nullable: true }) judgedAt?: string
}

@ObjectType()
export class FindingConnection {
  @Field(() => [Finding]) nodes!: readonly Finding[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType({ description: 'What one rule found in a month.' })
export class ReviewCount {
  @Field(() => ReviewRule) rule!: Rule
  @Field(() => Int) found!: number
  @Field(() => Int) open!: number
  @Field(() => Int) fits!: number
  @Field(() => Int) doesNotFit!: number
}

@ObjectType({ description: 'The review of one month, rule by rule.' })
export class ReviewReport {
  @Field() month!: string
  @Field(() => Int, { description: 'Lines of professionals that the rules went over.' }) lines!: number
  @Field(() => [ReviewCount]) counts!: readonly ReviewCount[]
}
