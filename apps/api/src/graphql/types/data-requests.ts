import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import type { RestrictionGround as Ground, RestrictionRefusal as Refusal } from '@samenspel/accountability'
import {
  DataRequestKind, OwnRequestKind, OwnRequestStatus, RestrictionGround, RestrictionRefusal, RestrictionStatus, type dataRequestKinds, type ownRequestKinds, type ownRequestStatuses, type restrictionStatuses,
} from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { PersonReference } from './erasures.ts'
import { PageInfo } from './paging.ts'
import { Organisation } from './people.ts'

@ObjectType({ description: 'For whom the viewer may ask that their data are erased.' })
export class OwnDataPerson {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field() isSelf!: boolean
  @Field(() => Int, { description: 'How many have to ask it, the viewer included.' }) mustAsk!: number
}

@ObjectType({ description: 'What stays for the viewer of an erasure: it names nobody.' })
export class OwnCertificate {
  @Field({ description: 'As it was signed, to be kept and checked.' }) json!: string
  @Field() fingerprint!: string
  @Field(() => InstantScalar) destroyedAt!: string
  @Field(() => DateScalar) keyBackupsEndOn!: string
}

@ObjectType({ description: 'What the viewer asked about data.' })
export class OwnRequest {
  @Field(() => ID) id!: string
  @Field(() => OwnRequestKind) kind!: (typeof ownRequestKinds)[number]
  @Field({ description: 'Whom or what it is about, in words.' }) about!: string
  @Field(() => DateScalar) receivedOn!: string
  @Field(() => DateScalar, { description: 'One month after the viewer asked.' }) answerBy!: string
  @Field(() => OwnRequestStatus) status!: (typeof ownRequestStatuses)[number]
  @Field(() => DateScalar, { nullable: true }) decidedOn?: string
  @Field({ nullable: true, description: 'Why it was refused, in one sentence.' }) reason?: string
  @Field(() => OwnCertificate, { nullable: true }) certificate?: OwnCertificate
}

@ObjectType({ description: 'What the viewer may ask about data of the family, and what the viewer asked.' })
export class OwnData {
  @Field(() => ID) id!: string
  @Field(() => [OwnDataPerson]) persons!: readonly OwnDataPerson[]
  @Field(() => [OwnRequest], { description: 'Newest first.' }) requests!: readonly OwnRequest[]
}

@ObjectType({ description: 'A request to keep an entry shut, or a statement beside one: without a word of what the entry says.' })
export class DataRequest {
  @Field(() => ID) id!: string
  @Field(() => ID) familyId!: string
  @Field() caseNumber!: string
  @Field(() => DataRequestKind) kind!: (typeof dataRequestKinds)[number]
  @Field({ description: 'Which entry: a kind, a day, an organisation.' }) about!: string
  @Field(() => PersonReference) askedBy!: PersonReference
  @Field(() => RestrictionGround, { nullable: true }) ground?: Ground
  @Field(() => DateScalar) receivedOn!: string
  @Field(() => DateScalar, { nullable: true }) answerBy?: string
  @Field() isLate!: boolean
  @Field(() => RestrictionStatus, { nullable: true, description: 'Absent for a statement: nobody decides about it.' }) status?: (typeof restrictionStatuses)[number]
  @Field(() => RestrictionRefusal, { nullable: true }) refusalGround?: Refusal
  @Field(() => DateScalar, { nullable: true }) decidedOn?: string
  @Field(() => [Organisation], { description: 'Organisations that have read of it.' }) recipients!: readonly Organisation[]
  @Field(() => DateScalar, { nullable: true, description: 'When it was noted that they were told.' }) toldOn?: string
  @Field(() => [String], { description: 'Who was told then.' }) told!: readonly string[]
}

@ObjectType()
export class DataRequestConnection {
  @Field(() => [DataRequest]) nodes!: readonly DataRequest[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}
