import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { AuthorityBasis, AuthoritySource, AuthorityStatus, GuardedKind, MeasureKind, MemberRole, SafeguardStep, SafeguardTaskKind, Jurisdiction } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'

@ObjectType({ description: 'Somebody of the family, as who decides about safeguards names them.' })
export class SafeguardedPerson {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field(() => MemberRole) role!: string
}

@ObjectType({ description: 'Who saw the proof of a fact about authority, what they saw, and when somebody looks again.' })
export class AuthorityCheck {
  @Field() by!: string
  @Field(() => InstantScalar) at!: string
  @Field(() => AuthoritySource) source!: string
  @Field() seen!: string
  @Field(() => DateScalar) seenOn!: string
  @Field(() => DateScalar, { nullable: true }) checkOn?: string
}

@ObjectType({ description: 'One recorded fact about authority; what was a mistake stays here and counts for nothing.' })
export class AuthorityFact {
  @Field(() => ID) id!: string
  @Field(() => ID) childId!: string
  @Field(() => ID) adultId!: string
  @Field(() => AuthorityStatus) status!: string
  @Field(() => AuthorityBasis) basis!: string
  @Field(() => AuthoritySource) source!: string
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
  @Field() recordedBy!: string
  @Field(() => InstantScalar) recordedAt!: string
  @Field(() => AuthorityCheck, { nullable: true }) check?: AuthorityCheck
  @Field() isCheckDue!: boolean
  @Field({ nullable: true, description: 'Why it was a mistake.' }) mistake?: string
}

@ObjectType({ description: 'Who has which authority over a child today, in one word; absent from the list: nothing is known.' })
export class AuthorityToday {
  @Field(() => ID) childId!: string
  @Field(() => ID) adultId!: string
  @Field(() => AuthorityStatus) status!: string
}

@ObjectType()
export class SafeguardReason {
  @Field(() => SafeguardStep) step!: string
  @Field() text!: string
  @Field() by!: string
  @Field(() => InstantScalar) at!: string
}

@ObjectType({ description: 'A measure that a professional decided, with its reasons.' })
export class Safeguard {
  @Field(() => ID) id!: string
  @Field(() => MeasureKind) kind!: string
  @Field(() => [ID], { description: 'Whom it is about: of a protection first who is protected, then from whom.' }) personIds!: readonly string[]
  @Field(() => GuardedKind, { nullable: true }) entryKind?: string
  @Field(() => ID, { nullable: true }) entryId?: string
  @Field({ nullable: true, description: 'Which part of the file, in words.' }) entry?: string
  @Field() setBy!: string
  @Field(() => InstantScalar) setAt!: string
  @Field(() => DateScalar, { nullable: true }) reviewOn?: string
  @Field() isDue!: boolean
  @Field(() => InstantScalar, { nullable: true }) liftedAt?: string
  @Field(() => [SafeguardReason]) reasons!: readonly SafeguardReason[]
}

@ObjectType({ description: 'One kind of look on one day.' })
export class GapRead {
  @Field(() => DateScalar) on!: string
  @Field() action!: string
  @Field() what!: string
  @Field(() => Int) times!: number
}

@ObjectType({ description: 'Days on which somebody was taken to have authority and had none, with what was read on them.' })
export class AuthorityGap {
  @Field(() => ID) id!: string
  @Field() child!: string
  @Field() adult!: string
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar) until!: string
  @Field(() => InstantScalar) knownAt!: string
  @Field(() => [GapRead]) reads!: readonly GapRead[]
  @Field({ nullable: true }) reviewNote?: string
  @Field({ nullable: true }) reviewedBy?: string
  @Field(() => InstantScalar, { nullable: true }) reviewedAt?: string
}

@ObjectType({ description: 'Authority and safeguards of one family. Somebody who does not coordinate gets what they set themselves, and nothing else.' })
export class Safeguarding {
  @Field(() => ID) familyId!: string
  @Field() name!: string
  @Field() zone!: string
  @Field(() => Jurisdiction) jurisdiction!: string
  @Field() coordinates!: boolean
  @Field(() => [SafeguardedPerson]) children!: readonly SafeguardedPerson[]
  @Field(() => [SafeguardedPerson]) adults!: readonly SafeguardedPerson[]
  @Field(() => [AuthorityFact]) authority!: readonly AuthorityFact[]
  @Field(() => [AuthorityToday]) today!: readonly AuthorityToday[]
  @Field(() => [Safeguard]) safeguards!: readonly Safeguard[]
}

@ObjectType({ description: 'Something to look at again.' })
export class SafeguardTask {
  @Field(() => ID) id!: string
  @Field(() => ID) familyId!: string
  @Field() familyName!: string
  @Field(() => SafeguardTaskKind) kind!: string
  @Field(() => DateScalar) since!: string
}
