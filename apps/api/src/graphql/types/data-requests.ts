import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import type { RestrictionGround as Ground, RestrictionRefusal as Refusal } from '@samenspel/accountability'
import type { StatedKind as Stated } from '@samenspel/family-case'
import {
  DataRequestKind, OwnRequestKind, OwnRequestStatus, RestrictionGround, RestrictionRefusal, RestrictionStatus, type dataRequestKinds, StatedKind, type ownRequestKinds, type ownRequestStatuses, type restrictionStatuses,
} from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { PersonReference } from './erasures.ts'
import { PageInfo } from './paging.ts'
import { Organisation } from './people.ts'
import { Statement } from './story.ts'

@ObjectType({ description: 'For whom the viewer may ask that their data are erased.' })
export class OwnDataPerson {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field() isSelf!: boolean
  @Field(() => Int, { description: 'How many have to ask it, the viewer included.' }) mustAsk!: number
  @Field({ description: 'The viewer may ask that what they don’t see of this person stays shut. Says nothing of whether there is anything.' }) mayAskUnseen!: boolean
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

@ObjectType({ description: 'A line of an entry, with a word before it or without.' })
export class WrittenLine {
  @Field(() => String, { nullable: true }) label?: string
  @Field() text!: string
}

@ObjectType({ description: 'Something of the file that somebody else recorded, as a family member reads it, with the words that stand beside it.' })
export class WrittenEntry {
  @Field(() => ID) id!: string
  @Field(() => StatedKind) kind!: Stated
  @Field() title!: string
  @Field(() => DateScalar) day!: string
  @Field({ description: 'Who recorded it: a name, a profession, an organisation, as far as the viewer may know.' }) by!: string
  @Field(() => [WrittenLine]) lines!: readonly WrittenLine[]
  @Field(() => [Statement], { description: 'Oldest first.' }) statements!: readonly Statement[]
  @Field({ description: 'The viewer may put own words beside it.' }) mayState!: boolean
  @Field({ description: 'The viewer may ask to keep it shut.' }) mayRestrict!: boolean
}

@ObjectType()
export class WrittenConnection {
  @Field(() => [WrittenEntry]) nodes!: readonly WrittenEntry[]
  @Field(() => [StatedKind], { description: 'The kinds of which there is something.' }) kinds!: readonly Stated[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType({ description: 'What the viewer may ask about data of the family, and what the viewer asked.' })
export class OwnData {
  @Field(() => ID) id!: string
  @Field(() => [OwnDataPerson]) persons!: readonly OwnDataPerson[]
  @Field(() => [OwnRequest], { description: 'Newest first.' }) requests!: readonly OwnRequest[]
}

@ObjectType({ description: 'A request to keep an entry shut, or what who asks doesn’t see, or a statement beside an entry: without a word of what the entry says.' })
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
  @Field(() => DateScalar, { nullable: true, description: 'When somebody answered a statement.' }) answeredOn?: string
  @Field(() => [Organisation], { description: 'Organisations that have read of it.' }) recipients!: readonly Organisation[]
  @Field(() => DateScalar, { nullable: true, description: 'When it was noted that they were told.' }) toldOn?: string
  @Field(() => [String], { description: 'Who was told then.' }) told!: readonly string[]
}

@ObjectType()
export class DataRequestConnection {
  @Field(() => [DataRequest]) nodes!: readonly DataRequest[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}
