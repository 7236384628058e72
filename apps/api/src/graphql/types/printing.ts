import { Field, ID, ObjectType } from '@nestjs/graphql'
import { BundleKind, Modality } from '../enums.ts'
import { DateScalar, LocalTimeScalar } from '../scalars.ts'

@ObjectType()
export class PrintedPart {
  @Field(() => ID) id!: string
  @Field(() => Modality) modality!: string
  @Field(() => LocalTimeScalar) start!: string
  @Field(() => LocalTimeScalar) end!: string
  @Field({ nullable: true }) placeName?: string
  @Field({ nullable: true }) address?: string
  @Field(() => [String]) professionals!: readonly string[]
  @Field({ description: 'Who of the family goes, in words.' }) goes!: string
  @Field({ nullable: true }) purpose?: string
  @Field({ nullable: true }) bring?: string
}

@ObjectType({ description: 'Whom to ring about a visit.' })
export class WhomToCall {
  @Field() name!: string
  @Field({ nullable: true }) phone?: string
}

@ObjectType({ description: 'A visit on paper, as one parent may know it.' })
export class PrintedVisit {
  @Field(() => ID) id!: string
  @Field({ description: 'For whom it is, by first name.' }) parent!: string
  @Field(() => BundleKind) kind!: string
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar) start!: string
  @Field(() => LocalTimeScalar) end!: string
  @Field(() => LocalTimeScalar, { nullable: true }) leaveAt?: string
  @Field(() => LocalTimeScalar, { nullable: true }) backAt?: string
  @Field({ nullable: true, description: 'Who minds the children, in words.' }) minding?: string
  @Field(() => [PrintedPart]) parts!: readonly PrintedPart[]
  @Field(() => WhomToCall, { nullable: true }) call?: WhomToCall
}
