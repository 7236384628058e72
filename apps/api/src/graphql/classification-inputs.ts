import { Field, Float, ID, InputType } from '@nestjs/graphql'
import type {
  Axis as AxisValue, ClassificationEdition as EditionValue, CompetenceDomain as DomainValue, CompetenceRating as CompetenceValue, DisorderCluster as ClusterValue, RatingValue as RatingWord, Setting as SettingValue, StressorGroup as GroupValue,
} from '@samenspel/family-case'
import { Axis, ClassificationEdition, CompetenceDomain, CompetenceRating, DisorderCluster, RatingValue, Setting, StressorGroup } from './enums.ts'
import { DateScalar } from './scalars.ts'

@InputType()
export class ClassificationInput {
  @Field(() => ID) childId!: string
  @Field(() => ClassificationEdition) edition!: EditionValue
  @Field(() => DateScalar) occurredOn!: string
  @Field(() => Float) occasions!: number
  @Field(() => [Setting]) settings!: readonly SettingValue[]
}

@InputType()
export class AspectRatingInput {
  @Field() aspect!: string
  @Field(() => RatingValue) value!: RatingWord
  @Field({ nullable: true }) note?: string
}

@InputType()
export class CompetenceLineInput {
  @Field(() => CompetenceDomain) domain!: DomainValue
  @Field(() => CompetenceRating) rating!: CompetenceValue
}

@InputType({ description: 'A part on one axis; what another axis has is left aside.' })
export class ClassificationPartInput {
  @Field(() => Axis) axis!: AxisValue
  @Field(() => DisorderCluster, { nullable: true }) cluster?: ClusterValue
  @Field({ nullable: true }) label?: string
  @Field({ nullable: true }) code?: string
  @Field({ nullable: true }) isPrimary?: boolean
  @Field(() => ID, { nullable: true }) caregiver?: string
  @Field(() => [AspectRatingInput], { nullable: true }) aspects?: readonly AspectRatingInput[]
  @Field(() => [AspectRatingInput], { nullable: true }) childAspects?: readonly AspectRatingInput[]
  @Field(() => Float, { nullable: true }) level?: number
  @Field({ nullable: true }) text?: string
  @Field(() => DateScalar, { nullable: true }) since?: string
  @Field(() => StressorGroup, { nullable: true }) group?: GroupValue
  @Field(() => Float, { nullable: true }) onsetMonths?: number
  @Field({ nullable: true }) note?: string
  @Field(() => [CompetenceLineInput], { nullable: true }) lines?: readonly CompetenceLineInput[]
}
