import { Field, ID, ObjectType } from '@nestjs/graphql'
import { Category, Confidence, EcologicalLayer, FactorDirection, FactorOrigin, JudgementOutcome, ProcessDomain, Route, Setting } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { SubjectRef } from './people.ts'

@ObjectType({ description: 'What became of a factor or a hypothesis, in the words of who says so.' })
export class Judgement {
  @Field(() => JudgementOutcome) outcome!: string
  @Field() reason!: string
  @Field() by!: string
  @Field(() => InstantScalar) at!: string
}

@ObjectType({ description: 'Somebody who told or saw something.' })
export class Source {
  @Field(() => ID) personId!: string
  @Field() name!: string
}

@ObjectType({ description: 'Something that plays a part in this family: it weighs, or it protects.' })
export class Factor {
  @Field(() => ID) id!: string
  @Field(() => ID) version!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => Category) category!: string
  @Field(() => FactorOrigin) origin!: string
  @Field(() => ProcessDomain) domain!: string
  @Field(() => EcologicalLayer) layer!: string
  @Field(() => FactorDirection) direction!: string
  @Field() title!: string
  @Field() evidence!: string
  @Field(() => [Source]) heardFrom!: readonly Source[]
  @Field(() => Setting, { nullable: true }) setting?: string
  @Field() by!: string
  @Field(() => InstantScalar) changedAt!: string
  @Field(() => Judgement, { nullable: true, description: 'Why it doesn\'t count any more.' }) dismissed?: Judgement
  @Field() isNew!: boolean
}

@ObjectType({ description: 'What may be going on: one of several that stand beside each other.' })
export class Hypothesis {
  @Field(() => ID) id!: string
  @Field(() => ID) version!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => Category) category!: string
  @Field() statement!: string
  @Field() mechanism!: string
  @Field(() => [ID], { description: 'Factors that speak for it, of those that the viewer reads.' }) supporting!: readonly string[]
  @Field(() => [ID], { description: 'Factors that speak against it, of those that the viewer reads.' }) opposing!: readonly string[]
  @Field(() => Confidence) confidence!: string
  @Field() nextTest!: string
  @Field() by!: string
  @Field(() => InstantScalar) changedAt!: string
  @Field(() => [Judgement], { description: 'What was decided about it, newest first; without one it is open.' }) judgements!: readonly Judgement[]
  @Field() isNew!: boolean
}

@ObjectType({ description: 'Where the work begins, for now.' })
export class PortOfEntry {
  @Field(() => ID) id!: string
  @Field(() => SubjectRef) subject!: SubjectRef
  @Field(() => Route) route!: string
  @Field(() => Source, { nullable: true }) entryPerson?: Source
  @Field() why!: string
  @Field() parentsQuestion!: string
  @Field(() => DateScalar) reviewOn!: string
  @Field() by!: string
  @Field(() => InstantScalar) at!: string
  @Field({ description: 'Its day to be looked at again has come.' }) isDue!: boolean
}

@ObjectType({ description: 'What no factor that the viewer reads tells about, and whom nobody heard.' })
export class BlindSpots {
  @Field(() => [ProcessDomain]) domains!: readonly string[]
  @Field(() => [EcologicalLayer]) layers!: readonly string[]
  @Field(() => [String], { description: 'Disciplines of the team, in words.' }) disciplines!: readonly string[]
  @Field(() => [String], { description: 'By first name.' }) parents!: readonly string[]
}

@ObjectType()
export class Analysis {
  @Field(() => [Factor]) factors!: readonly Factor[]
  @Field(() => [Hypothesis]) hypotheses!: readonly Hypothesis[]
  @Field(() => [PortOfEntry], { description: 'Newest first: the first one holds.' }) ports!: readonly PortOfEntry[]
  @Field(() => BlindSpots, { nullable: true, description: 'For professionals.' }) blindSpots?: BlindSpots
}
