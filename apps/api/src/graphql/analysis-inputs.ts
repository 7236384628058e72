import { Field, ID, InputType } from '@nestjs/graphql'
import type { Confidence as ConfidenceValue, EcologicalLayer as LayerValue, FactorDirection as DirectionValue, FactorOrigin as OriginValue, ProcessDomain as DomainValue, Route as RouteValue, Setting as SettingValue } from '@samenspel/family-case'
import type { Category as CategoryValue } from '@samenspel/kernel'
import { Category, Confidence, EcologicalLayer, FactorDirection, FactorOrigin, ProcessDomain, Route, Setting } from './enums.ts'
import { SubjectInput } from './inputs.ts'
import { DateScalar } from './scalars.ts'

@InputType()
export class FactorInput {
  @Field(() => Category) category!: CategoryValue
  @Field(() => FactorOrigin) origin!: OriginValue
  @Field(() => ProcessDomain) domain!: DomainValue
  @Field(() => EcologicalLayer) layer!: LayerValue
  @Field(() => FactorDirection) direction!: DirectionValue
  @Field() title!: string
  @Field() evidence!: string
  @Field(() => [ID]) heardFrom!: readonly string[]
  @Field(() => Setting, { nullable: true }) setting?: SettingValue
}

@InputType()
export class HypothesisInput {
  @Field(() => Category) category!: CategoryValue
  @Field() statement!: string
  @Field() mechanism!: string
  @Field(() => [ID]) supporting!: readonly string[]
  @Field(() => [ID]) opposing!: readonly string[]
  @Field(() => Confidence) confidence!: ConfidenceValue
  @Field() nextTest!: string
}

@InputType()
export class PortOfEntryInput {
  @Field(() => SubjectInput) subject!: SubjectInput
  @Field(() => Route) route!: RouteValue
  @Field(() => ID, { nullable: true }) entryPerson?: string
  @Field() why!: string
  @Field() parentsQuestion!: string
  @Field(() => DateScalar) reviewOn!: string
}
