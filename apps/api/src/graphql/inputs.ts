import { Field, ID, InputType, Int } from '@nestjs/graphql'
import type { DatePrecision as DatePrecisionValue, GoalScale as GoalScaleValue, LifeEventWeight as LifeEventWeightValue, Route as RouteValue, Setting as SettingValue, WindowOfTolerance as WindowValue } from '@samenspel/family-case'
import type { Category as CategoryValue, Subject } from '@samenspel/kernel'
import { Category, ContributionKind, DatePrecision, GoalScale, LifeEventWeight, Modality, Route, Setting, SubjectKind, WindowOfTolerance } from './enums.ts'
import { DateScalar, LocalTimeScalar } from './scalars.ts'

@InputType()
export class SubjectInput {
  @Field(() => SubjectKind) kind!: Subject['kind']
  @Field(() => [ID]) memberIds!: readonly string[]
}

@InputType()
export class ContributionInput {
  @Field(() => ContributionKind) kind!: 'note' | 'fourPart'
  @Field(() => SubjectInput) subject!: SubjectInput
  @Field(() => Category) category!: CategoryValue
  @Field(() => Setting) setting!: SettingValue
  @Field(() => DateScalar) occurredOn!: string
  @Field() situation!: string
  @Field({ nullable: true }) parentsTold?: string
  @Field({ nullable: true }) whatWeDo?: string
  @Field({ nullable: true }) possibleMeaning?: string
  @Field({ nullable: true }) childsVoice?: string
  @Field({ nullable: true }) forParents?: string
  @Field(() => WindowOfTolerance, { nullable: true }) window?: WindowValue
}

@InputType()
export class LifeEventInput {
  @Field(() => SubjectInput) subject!: SubjectInput
  @Field(() => Category) category!: CategoryValue
  @Field(() => DateScalar) occurredOn!: string
  @Field(() => DatePrecision) precision!: DatePrecisionValue
  @Field(() => DateScalar, { nullable: true }) until?: string
  @Field() title!: string
  @Field({ nullable: true }) text?: string
  @Field(() => LifeEventWeight) weight!: LifeEventWeightValue
  @Field(() => Setting, { nullable: true }) setting?: SettingValue
}

@InputType()
export class GoalLevelInput {
  @Field(() => Int) value!: number
  @Field() text!: string
}

@InputType()
export class GoalInput {
  @Field() title!: string
  @Field(() => SubjectInput) subject!: SubjectInput
  @Field(() => Route) route!: RouteValue
  @Field(() => GoalScale) scale!: GoalScaleValue
  @Field(() => [GoalLevelInput]) levels!: readonly GoalLevelInput[]
  @Field(() => Int) start!: number
  @Field() isParentsOwn!: boolean
}

@InputType()
export class AgreementCardInput {
  @Field() title!: string
  @Field() text!: string
  @Field(() => [Setting]) settings!: readonly SettingValue[]
}

@InputType()
export class PlannerInput {
  @Field({ description: 'Plan for a lighter week: at most one visit a week.' }) lighter!: boolean
  @Field(() => DateScalar, { nullable: true }) from?: string
  @Field(() => Int, { nullable: true }) weeks?: number
}

@InputType()
export class TimeWindowInput {
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
}

@InputType()
export class ErasureRequestInput {
  @Field(() => ID) personId!: string
  @Field(() => [ID], { description: 'Members of the family who asked for it.' }) askedBy!: readonly string[]
  @Field(() => DateScalar) receivedOn!: string
  @Field(() => [ID], { description: 'Whose records: organisations, or `case` for what the family itself recorded.' }) controllers!: readonly string[]
}

@InputType()
export class GrantedRecordInput {
  @Field(() => ID) controller!: string
  @Field(() => DateScalar, { nullable: true, description: 'The day on which another organisation agreed.' }) agreedOn?: string
}

@InputType({ description: 'One appointment of a plan that somebody makes by hand.' })
export class DraftPartInput {
  @Field(() => ID) needId!: string
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar) start!: string
  @Field(() => Modality) modality!: 'onsite' | 'home' | 'digital'
  @Field(() => ID, { nullable: true, description: 'Where, when on site.' }) placeId?: string
  @Field(() => [ID]) attendees!: readonly string[]
  @Field(() => [ID]) professionals!: readonly string[]
}
