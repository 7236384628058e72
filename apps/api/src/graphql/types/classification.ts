import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Axis, Category, ClassificationEdition, CompetenceDomain, CompetenceRating, DisorderCluster, RatingValue, Setting, StressorGroup } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { Source } from './analysis.ts'
import { SubjectRef } from './people.ts'

@ObjectType({ description: 'How one aspect of a bond, or of the circle of caregivers, is seen.' })
export class AspectRating {
  @Field() aspect!: string
  @Field(() => RatingValue) value!: string
  @Field({ nullable: true }) note?: string
}

@ObjectType({ description: 'What a child can do, in one domain.' })
export class CompetenceLine {
  @Field(() => CompetenceDomain) domain!: string
  @Field(() => CompetenceRating) rating!: string
}

@ObjectType({ description: 'A part of a classification, on one axis. Which fields it has depends on the axis.' })
export class ClassificationPart {
  @Field(() => ID) id!: string
  @Field(() => ID) version!: string
  @Field(() => Axis) axis!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => Category) category!: string
  @Field() by!: string
  @Field(() => InstantScalar) changedAt!: string
  @Field() isNew!: boolean
  @Field({ description: 'A rating of a bond that was not talked about with that parent yet: its author and who coordinates read it.' }) isDraft!: boolean
  @Field({ description: 'The viewer wrote this rating and can say that it was talked about.' }) mayDiscuss!: boolean
  @Field({ nullable: true, description: 'Why a rating of a bond was not talked about.' }) notDiscussedBecause?: string
  @Field(() => DisorderCluster, { nullable: true }) cluster?: string
  @Field({ nullable: true, description: 'The name of a disorder, as who may use its wording typed it.' }) label?: string
  @Field({ nullable: true }) code?: string
  @Field({ nullable: true }) isPrimary?: boolean
  @Field(() => Source, { nullable: true }) caregiver?: Source
  @Field(() => [AspectRating], { nullable: true }) aspects?: readonly AspectRating[]
  @Field(() => [AspectRating], { nullable: true }) childAspects?: readonly AspectRating[]
  @Field(() => Int, { nullable: true, description: 'A rank from 1 (well adapted) to 4; never averaged.' }) level?: number
  @Field({ nullable: true }) text?: string
  @Field(() => DateScalar, { nullable: true }) since?: string
  @Field(() => StressorGroup, { nullable: true }) group?: string
  @Field(() => Int, { nullable: true, description: 'Age at the beginning in whole months; before birth it is negative.' }) onsetMonths?: number
  @Field({ nullable: true }) note?: string
  @Field(() => [CompetenceLine], { nullable: true }) lines?: readonly CompetenceLine[]
}

@ObjectType({ description: 'One classification on five axes (DC:0-5).' })
export class Classification {
  @Field(() => ID) id!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => ClassificationEdition) edition!: string
  @Field(() => DateScalar) occurredOn!: string
  @Field(() => Int) occasions!: number
  @Field(() => [Setting]) settings!: readonly string[]
  @Field() by!: string
  @Field({ nullable: true, description: 'Who completed it; since then it stands as it is.' }) completedBy?: string
  @Field(() => InstantScalar, { nullable: true }) completedAt?: string
  @Field(() => [ClassificationPart], { description: 'Those that the viewer reads, by axis.' }) parts!: readonly ClassificationPart[]
}
