import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import type { EmergencyReason, Judgment } from '@samenspel/safety'
import { EmergencyReasonEnum, JudgmentEnum } from '../safety-enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { PersonReference } from './erasures.ts'
import { PageInfo } from './paging.ts'

@ObjectType({ description: 'That somebody opened a record in an emergency.' })
export class EmergencyNotice {
  @Field(() => ID) id!: string
  @Field(() => InstantScalar) at!: string
  @Field(() => InstantScalar) until!: string
  @Field() by!: string
  @Field() organisation!: string
  @Field({ description: 'Whose record, in words.' }) about!: string
  @Field(() => EmergencyReasonEnum) reason!: EmergencyReason
  @Field() isReviewed!: boolean
}

@ObjectType()
export class OwnEmergency {
  @Field(() => ID) id!: string
  @Field(() => InstantScalar) at!: string
  @Field(() => InstantScalar) until!: string
  @Field() isOpen!: boolean
  @Field(() => EmergencyReasonEnum) reason!: EmergencyReason
  @Field() isReviewed!: boolean
  @Field({ description: 'Not looked at in time: until it is, no other record opens.' }) isOverdue!: boolean
  @Field({ nullable: true, description: 'While it is open.' }) familyName?: string
}

@ObjectType({ description: 'What the viewer sought before they had to prove anew who they are.' })
export class EmergencySought {
  @Field() caseNumber!: string
  @Field(() => DateScalar) birthDate!: string
  @Field({ nullable: true }) adult?: string
  @Field(() => EmergencyReasonEnum) reason!: EmergencyReason
  @Field() words!: string
}

@ObjectType({ description: 'What the viewer opened in an emergency.' })
export class OwnEmergencies {
  @Field() isBlocked!: boolean
  @Field(() => Int) mostADay!: number
  @Field({ description: 'They proved too long ago who they are, and do so anew before a record opens.' }) mustProve!: boolean
  @Field(() => EmergencySought, { nullable: true }) unfinished?: EmergencySought
  @Field(() => [OwnEmergency]) openings!: readonly OwnEmergency[]
}

@ObjectType({ description: 'An opening, for a privacy officer.' })
export class EmergencyToReview {
  @Field(() => ID) id!: string
  @Field(() => ID) familyId!: string
  @Field() caseNumber!: string
  @Field(() => InstantScalar) at!: string
  @Field() by!: string
  @Field() title!: string
  @Field() organisation!: string
  @Field(() => PersonReference) person!: PersonReference
  @Field(() => EmergencyReasonEnum) reason!: EmergencyReason
  @Field() words!: string
  @Field(() => Int, { description: 'Lines of the access log that it left.' }) looks!: number
  @Field(() => InstantScalar) reviewBy!: string
  @Field() isOverdue!: boolean
  @Field(() => JudgmentEnum, { nullable: true }) judgment?: Judgment
  @Field({ nullable: true }) judgmentWords?: string
  @Field(() => InstantScalar, { nullable: true }) reviewedAt?: string
}

@ObjectType()
export class EmergencyToReviewConnection {
  @Field(() => [EmergencyToReview]) nodes!: readonly EmergencyToReview[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType({ description: 'How many openings in an emergency nobody has looked at yet.' })
export class EmergenciesWaiting {
  @Field(() => Int) toReview!: number
  @Field(() => Int, { description: 'Of these, for longer than the days within which it must be done.' }) overdue!: number
}

@ObjectType({ description: 'That somebody sought in an emergency and found nobody, of one day. What was typed is nowhere.' })
export class EmergencyAttempts {
  @Field(() => DateScalar) on!: string
  @Field() by!: string
  @Field() title!: string
  @Field() organisation!: string
  @Field(() => Int) count!: number
  @Field(() => [InstantScalar]) times!: readonly string[]
  @Field({ description: 'As often as it can be done in a day.' }) isMost!: boolean
}
