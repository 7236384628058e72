import { Field, ID, InputType, Int } from '@nestjs/graphql'
import type { DrawnAs as DrawnAsValue, DyadForm as DyadFormValue, DyadKind as DyadKindValue, MemberRole as MemberRoleValue, SupportKind as SupportKindValue, TieStrength as TieStrengthValue } from '@samenspel/family-case'
import { DrawnAs, DyadForm, DyadKind, MemberRole, SupportKind, TieStrength } from './enums.ts'
import { DateScalar } from './scalars.ts'

@InputType({ description: 'Who somebody is, whole: what is left out is not known any more.' })
export class MemberInput {
  @Field(() => MemberRole) role!: MemberRoleValue
  @Field() firstName!: string
  @Field({ nullable: true }) name?: string
  @Field(() => DateScalar, { nullable: true }) birthDate?: string
  @Field(() => DateScalar, { nullable: true }) dueDate?: string
  @Field() inHousehold!: boolean
  @Field(() => DrawnAs, { nullable: true }) drawnAs?: DrawnAsValue
  @Field({ nullable: true }) phone?: string
  @Field({ nullable: true, description: 'Language of messages, as a BCP 47 tag.' }) language?: string
}

@InputType({ description: 'Somebody of a family that is opened now.' })
export class OpeningMemberInput extends MemberInput {
  @Field() isIndexChild!: boolean
  @Field(() => Int, { nullable: true, description: 'Of an unborn child: the place in this list of who carries it.' }) carriedBy?: number
}

@InputType()
export class OpenFamilyInput {
  @Field() name!: string
  @Field({ nullable: true, description: 'The number under which offices know the case; without one it gets one.' }) caseNumber?: string
  @Field(() => [OpeningMemberInput]) members!: readonly OpeningMemberInput[]
}

@InputType({ description: 'What is known of a bond, whole.' })
export class DyadInput {
  @Field(() => DyadKind) kind!: DyadKindValue
  @Field(() => DyadForm, { nullable: true }) form?: DyadFormValue
  @Field(() => TieStrength, { nullable: true }) tie?: TieStrengthValue
  @Field(() => DateScalar, { nullable: true }) since?: string
  @Field(() => DateScalar, { nullable: true }) until?: string
  @Field(() => [Int], { nullable: true, description: 'The days on which a child is with this adult; 1 is Monday.' }) careDays?: readonly number[]
  @Field({ nullable: true }) note?: string
}

@InputType({ description: 'Somebody or something around the family that is no person of it, whole.' })
export class SupportInput {
  @Field() name!: string
  @Field(() => SupportKind) kind!: SupportKindValue
  @Field(() => TieStrength, { nullable: true }) tie?: TieStrengthValue
  @Field({ nullable: true }) helps?: string
  @Field(() => DateScalar, { nullable: true }) since?: string
  @Field(() => DateScalar, { nullable: true }) until?: string
}

@InputType()
export class NewBornInput {
  @Field() firstName!: string
  @Field({ nullable: true }) name?: string
  @Field(() => DrawnAs, { nullable: true }) drawnAs?: DrawnAsValue
}

@InputType({ description: 'Somebody whose place of living changes, from the version that was seen.' })
export class MoverInput {
  @Field(() => ID) memberId!: string
  @Field(() => ID) version!: string
  @Field() inHousehold!: boolean
}
