import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { AuthorityBasis, AuthoritySource, AuthorityStatus, ExchangeAgreement, GuardedKind, MeasureKind, MemberRole, SafeguardStep, Jurisdiction } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { Organisation, Professional } from './people.ts'

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
  @Field({ nullable: true, description: 'The professional who stays out.' }) professional?: string
  @Field({ nullable: true, description: 'Of a judgment of capacity: what was judged.' }) isCapable?: boolean
  @Field({ nullable: true, description: 'Of an exchange: about whom, in words.' }) about?: string
  @Field({ nullable: true, description: 'Of an exchange: with which organisation.' }) organisation?: string
  @Field(() => ExchangeAgreement, { nullable: true }) agreement?: string
  @Field() setBy!: string
  @Field(() => InstantScalar) setAt!: string
  @Field(() => DateScalar, { nullable: true }) reviewOn?: string
  @Field() isDue!: boolean
  @Field({ description: 'A no that a parent said in person is taken back by that parent alone.' }) mayLift!: boolean
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
  @Field(() => [Professional], { description: 'Who is in the team today, as far as the viewer knows.' }) team!: readonly Professional[]
  @Field(() => [Organisation], { description: 'The organisations of the team.' }) organisations!: readonly Organisation[]
  @Field({ description: 'The viewer may say of themselves that they are family of this family.' }) maySayOwnFamily!: boolean
  @Field(() => [AuthorityFact]) authority!: readonly AuthorityFact[]
  @Field(() => [AuthorityToday]) today!: readonly AuthorityToday[]
  @Field(() => [Safeguard]) safeguards!: readonly Safeguard[]
}

@ObjectType({ description: 'A professional whom somebody of the family keeps out of what others record.' })
export class ExcludedProfessional {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field({ description: 'What they do and where.' }) what!: string
  @Field(() => DateScalar) since!: string
}

@ObjectType({ description: 'Whom the viewer keeps out, and whom of the team they can keep out. What somebody else of the family decided is nowhere in it.' })
export class OwnExclusions {
  @Field(() => ID) familyId!: string
  @Field({ description: 'The viewer has authority, and so may decide it.' }) mayExclude!: boolean
  @Field(() => [ExcludedProfessional]) excluded!: readonly ExcludedProfessional[]
  @Field(() => [Professional]) team!: readonly Professional[]
}
