import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import type { KeptRecord } from '@samenspel/accountability'
import type { GrantGround, RefusalGround } from '@samenspel/erasure'
import { DueKind, ErasureStatus, GrantGround as GrantGroundEnum, KeptRecord as KeptRecordEnum, RefusalGround as RefusalGroundEnum, type DueKindValue, type ErasureStatusValue } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { PageInfo } from './paging.ts'

@ObjectType({ description: 'Somebody of a family as an office knows them: a kind and a number, never a name.' })
export class PersonReference {
  @Field(() => ID) id!: string
  @Field({ description: 'The child, an adult of the family, in words.' }) kind!: string
  @Field({ description: 'Tells two of one kind apart.' }) code!: string
}

@ObjectType({ description: 'What one organisation, or the family itself, recorded about somebody.' })
export class ErasureRecord {
  @Field(() => ID) controller!: string
  @Field() name!: string
  @Field({ description: 'The own organisation decides about it alone; another one has to agree.' }) isOwn!: boolean
  @Field() isGranted!: boolean
  @Field(() => DateScalar, { nullable: true }) agreedOn?: string
  @Field(() => DateScalar, { nullable: true, description: 'Before this day the law asks to keep it; absent where that is not known.' }) earliest?: string
}

@ObjectType()
export class ErasablePerson extends PersonReference {
  @Field() isChild!: boolean
  @Field(() => [ErasureRecord]) records!: readonly ErasureRecord[]
}

@ObjectType({ description: 'A certificate of erasure: signed, and naming nobody.' })
export class ErasureCertificate {
  @Field({ description: 'The certificate as it was signed, to be kept and checked: samenspel verify --certificate.' }) json!: string
  @Field({ description: 'The beginning of the SHA-256 of the signed text.' }) fingerprint!: string
  @Field(() => ID) installation!: string
  @Field() subject!: string
  @Field(() => InstantScalar) decidedAt!: string
  @Field(() => ID) decidedBy!: string
  @Field() decidedFor!: string
  @Field(() => Int) events!: number
  @Field() leaves!: string
  @Field(() => Int) treeSize!: number
  @Field() treeRoot!: string
  @Field(() => [String]) keys!: readonly string[]
  @Field(() => ID) epochBefore!: string
  @Field(() => ID) epochAfter!: string
  @Field(() => InstantScalar) destroyedAt!: string
  @Field(() => DateScalar) keyBackupsEndOn!: string
  @Field(() => [String], { description: 'Organisations that have read of it, to be told.' }) recipients!: readonly string[]
  @Field(() => InstantScalar) at!: string
}

@ObjectType()
export class Erasure {
  @Field(() => ID) id!: string
  @Field(() => ID) familyId!: string
  @Field() caseNumber!: string
  @Field(() => PersonReference) person!: PersonReference
  @Field(() => DateScalar) receivedOn!: string
  @Field(() => DateScalar, { description: 'One month after the request came.' }) answerBy!: string
  @Field() isLate!: boolean
  @Field(() => ErasureStatus) status!: ErasureStatusValue
  @Field({ description: 'Whether everybody asked who has to.' }) askedByAll!: boolean
  @Field(() => Int) mustAsk!: number
  @Field(() => Int) haveAsked!: number
  @Field(() => [ErasureRecord]) records!: readonly ErasureRecord[]
  @Field(() => GrantGroundEnum, { nullable: true }) grantGround?: GrantGround
  @Field(() => RefusalGroundEnum, { nullable: true }) refusalGround?: RefusalGround
  @Field(() => InstantScalar, { nullable: true }) decidedAt?: string
  @Field(() => ErasureCertificate, { nullable: true }) certificate?: ErasureCertificate
}

@ObjectType()
export class ErasureConnection {
  @Field(() => [Erasure]) nodes!: readonly Erasure[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType({ description: 'A record of which the least time to keep it is over. Nothing is destroyed by itself.' })
export class DueRecord {
  @Field(() => ID) id!: string
  @Field(() => ID) familyId!: string
  @Field() caseNumber!: string
  @Field(() => KeptRecordEnum) kind!: KeptRecord
  @Field(() => PersonReference, { nullable: true, description: 'Absent for what is about no one person.' }) person?: PersonReference
  @Field(() => ID) controller!: string
  @Field({ description: 'Whose record it is, or which, in words.' }) record!: string
  @Field(() => DueKind) due!: DueKindValue
  @Field(() => DateScalar) since!: string
  @Field(() => DateScalar, { nullable: true, description: 'By then it must be gone.' }) latest?: string
}

@ObjectType()
export class DueRecordConnection {
  @Field(() => [DueRecord]) nodes!: readonly DueRecord[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}
