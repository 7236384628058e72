import { Field, ID, InputType, Int } from '@nestjs/graphql'
import type { ContributionKind as ContributionKindValue, DatePrecision as DatePrecisionValue, GoalScale as GoalScaleValue, LifeEventWeight as LifeEventWeightValue, ParentSignal, Procedure, Route as RouteValue, Screening, Setting as SettingValue, WindowOfTolerance as WindowValue, WishOfQuestion } from '@samenspel/family-case'
import type { ModalityKind, OfferSource as OfferSourceValue } from '@samenspel/agenda'
import type { Category as CategoryValue, Subject } from '@samenspel/kernel'
import { Category, ContributionKind, DatePrecision, GoalScale, Informant, LifeEventWeight, MailChannel, MeetingKind, Modality, OfferSource, QuestionWish, RegionSearch, Route, Setting, SubjectKind, TakesPart, WhyKind, WindowOfTolerance, type regionSearches, type whyKinds } from './enums.ts'
import { DateScalar, LocalTimeScalar } from './scalars.ts'

@InputType()
export class SubjectInput {
  @Field(() => SubjectKind) kind!: Subject['kind']
  @Field(() => [ID]) memberIds!: readonly string[]
}

@InputType()
export class ProcedureInput {
  @Field() name!: string
  @Field() whatHelped!: string
  @Field(() => DateScalar, { nullable: true }) until?: string
}

@InputType()
export class ScreeningInput {
  @Field() instrument!: string
  @Field() version!: string
  @Field(() => Int) ageMonths!: number
  @Field(() => Informant) informant!: Screening['informant']
  @Field() score!: string
  @Field() norm!: string
}

@InputType()
export class ParentSignalInput {
  @Field(() => TakesPart) takesPart!: ParentSignal['takesPart']
  @Field({ nullable: true }) availability?: string
  @Field({ nullable: true }) askAbout?: string
}

@InputType({ description: 'A question to a colleague; about a contribution it has the same subject and label.' })
export class ColleagueQuestionInput {
  @Field(() => ID) colleagueId!: string
  @Field(() => QuestionWish) wish!: WishOfQuestion
  @Field() text!: string
  @Field(() => ID, { nullable: true }) contributionId?: string
  @Field(() => SubjectInput, { nullable: true, description: 'Where it is about no contribution.' }) subject?: SubjectInput
  @Field(() => Category, { nullable: true }) category?: CategoryValue
}

@InputType({ description: 'What is sought in a case: every word must be there. Nothing given finds nothing.' })
export class CaseSearchInput {
  @Field({ nullable: true }) words?: string
  @Field(() => ID, { nullable: true }) authorId?: string
  @Field(() => Setting, { nullable: true }) setting?: SettingValue
  @Field(() => DateScalar, { nullable: true }) from?: string
  @Field(() => DateScalar, { nullable: true }) until?: string
}

@InputType()
export class ContributionInput {
  @Field(() => ContributionKind) kind!: ContributionKindValue
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
  @Field(() => ProcedureInput, { nullable: true }) procedure?: Procedure
  @Field(() => ScreeningInput, { nullable: true }) screening?: Screening
  @Field(() => ParentSignalInput, { nullable: true }) parentSignal?: ParentSignal
  @Field(() => ID, { nullable: true, description: 'The own contribution that this puts right.' }) corrects?: string
  @Field({ nullable: true, description: 'Why it was told in confidence: then no parent reads it from the age at which that counts (G-12).' }) inConfidenceBecause?: string
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
  @Field({ nullable: true, description: 'The same goal in plain words, written for the parents.' }) forParents?: string
}

@InputType()
export class AgreementCardInput {
  @Field() title!: string
  @Field() text!: string
  @Field(() => [Setting]) settings!: readonly SettingValue[]
  @Field({ nullable: true }) atHome?: string
  @Field({ nullable: true }) inGroup?: string
}

@InputType()
export class PlannerInput {
  @Field({ description: 'Plan for a lighter week: at most one visit a week.' }) lighter!: boolean
  @Field(() => DateScalar, { nullable: true }) from?: string
  @Field(() => Int, { nullable: true }) weeks?: number
  @Field(() => ID, { nullable: true, description: 'A proposal that could not be had: change as little of it as possible.' }) after?: string
}

@InputType({ description: 'What fell away of what is confirmed.' })
export class ReplanningInput {
  @Field(() => [ID], { description: 'Appointments that cannot be held at their time.' }) lostAppointmentIds!: string[]
  @Field(() => [DateScalar], { description: 'Days on which the child cannot come.' }) withoutChild!: string[]
  @Field({ description: 'The family can bear less: at most one visit and one evening a week.' }) lighter!: boolean
}

@InputType({ description: 'Families to plan together, from a day on, over whole weeks.' })
export class RegionInput {
  @Field(() => [ID]) familyIds!: string[]
  @Field(() => DateScalar, { nullable: true }) from?: string
  @Field(() => Int, { nullable: true }) weeks?: number
  @Field(() => RegionSearch, { nullable: true, description: 'A minute when absent.' }) search?: (typeof regionSearches)[number]
}

@InputType()
export class WhyInput {
  @Field(() => ID) proposalId!: string
  @Field(() => ID, { nullable: true, description: 'The run that made the proposal; absent when the proposal lies with the parents.' }) runId?: string
  @Field(() => ID) needId!: string
  @Field(() => WhyKind) kind!: (typeof whyKinds)[number]
  @Field(() => DateScalar, { nullable: true, description: 'For ON_DATE.' }) date?: string
  @Field(() => Int, { nullable: true, description: 'For ON_WEEKDAY: Monday is 1.' }) weekday?: number
  @Field(() => ID, { nullable: true, description: 'For TOGETHER.' }) otherNeedId?: string
  @Field(() => Modality, { nullable: true, description: 'For IN_FORM.' }) form?: 'onsite' | 'home' | 'digital'
  @Field(() => ID, { nullable: true, description: 'For WITH.' }) professionalId?: string
}

@InputType({ description: 'What must have been first.' })
export class NeedAfterInput {
  @Field(() => ID) needId!: string
  @Field(() => Int, { description: 'So many days later at least, from 1.' }) minDays!: number
  @Field(() => Int, { nullable: true }) maxDays?: number
}

@InputType({ description: 'One appointment must come before another.' })
export class NeedOrderInput {
  @Field(() => ID) beforeId!: string
  @Field(() => ID) afterId!: string
  @Field(() => Int, { description: 'So many days later at least, from 1.' }) minDays!: number
  @Field(() => Int, { nullable: true }) maxDays?: number
}

@InputType({ description: 'An appointment that somebody asks of the family.' })
export class NeedInput {
  @Field() label!: string
  @Field({ nullable: true }) purpose?: string
  @Field({ nullable: true }) bring?: string
  @Field(() => ID, { description: 'Whose appointment it is: an organisation of the team.' }) organisationId!: string
  @Field(() => Category) category!: CategoryValue
  @Field(() => Int) minutes!: number
  @Field(() => Int, { description: '3 is the most urgent.' }) urgency!: number
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar) deadline!: string
  @Field(() => DateScalar, { nullable: true }) preferred?: string
  @Field(() => [Modality]) modalities!: readonly ModalityKind[]
  @Field(() => [ID], { description: 'Where it can be, on site.' }) placeIds!: readonly string[]
  @Field(() => [[ID]], { description: 'Alternatives; each is who of the family comes along.' }) attendance!: readonly (readonly string[])[]
  @Field(() => [ID]) professionalIds!: readonly string[]
  @Field({ description: 'All of these professionals come, instead of any one of them.' }) allTogether!: boolean
  @Field(() => Int, { nullable: true, description: 'One a week, for so many weeks.' }) weeks?: number
  @Field(() => Boolean, { nullable: true, description: 'Every week on the same weekday at the same time.' }) sameTime?: boolean
  @Field(() => Int, { nullable: true, description: 'Again and again, every so many weeks, until it is withdrawn.' }) everyWeeks?: number
  @Field(() => Int, { nullable: true, description: 'With everyWeeks: so many days earlier or later at most.' }) toleranceDays?: number
  @Field({ nullable: true, description: 'The language in which somebody interprets.' }) language?: string
  @Field(() => [ID], { nullable: true, description: 'Who may interpret.' }) interpreterIds?: readonly string[]
  @Field(() => [String], { nullable: true }) equipment?: readonly string[]
  @Field(() => Int, { nullable: true }) preparationMinutes?: number
  @Field(() => Int, { nullable: true }) recoveryMinutes?: number
  @Field(() => NeedAfterInput, { nullable: true }) comesAfter?: NeedAfterInput
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

@InputType()
export class MessageChoiceInput {
  @Field(() => MailChannel) channel!: 'mail' | 'none'
  @Field(() => Int, { description: 'Hours before a visit in which its reminder comes.' }) reminderHours!: number
  @Field(() => LocalTimeScalar, { description: 'From then on no mail comes; the same time twice: at any time.' }) quietFrom!: string
  @Field(() => LocalTimeScalar) quietUntil!: string
}

@InputType()
export class ElsewhereInput {
  @Field({ description: 'What it is for, in a few words.' }) label!: string
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar) start!: string
  @Field(() => Int) minutes!: number
  @Field(() => Modality) modality!: ModalityKind
  @Field(() => ID, { nullable: true, description: 'A place that the viewer knows.' }) placeId?: string
  @Field({ nullable: true, description: 'Or a place in words.' }) place?: string
  @Field(() => Int, { nullable: true, description: 'From home to a place in words; to a known place it is worked out.' }) travelMinutes?: number
  @Field(() => [ID]) attendees!: readonly string[]
  @Field(() => Category, { nullable: true, description: 'What it is about: who may read it follows from this. Of a family member it is always medical.' }) category?: CategoryValue
  @Field({ nullable: true }) selfArranged?: boolean
}

@InputType()
export class MeetingWayInput {
  @Field(() => MeetingKind) kind!: 'link' | 'call' | 'none'
  @Field({ nullable: true }) url?: string
}

@InputType()
export class OfferInput {
  @Field(() => DateScalar) date!: string
  @Field(() => LocalTimeScalar) from!: string
  @Field(() => LocalTimeScalar) to!: string
  @Field(() => [Modality]) modalities!: readonly ModalityKind[]
  @Field(() => [ID]) places!: readonly string[]
  @Field(() => DateScalar, { nullable: true, description: 'The same every week, up to and including this day.' }) repeatUntil?: string
  @Field(() => Int, { nullable: true, description: 'Lapses this many days before it begins, at the same time on the clock.' }) lapsesDaysBefore?: number
}

@InputType()
export class FreeTimeFileInput {
  @Field(() => OfferSource) source!: OfferSourceValue
  @Field() content!: string
  @Field(() => [Modality], { description: 'For what does not say it itself.' }) modalities!: readonly ModalityKind[]
  @Field(() => [ID]) places!: readonly string[]
  @Field({ nullable: true, description: 'The word in a calendar by which free time is known.' }) word?: string
  @Field({ nullable: true, description: 'Brings in the rest when lines are wrong.' }) skipWrong?: boolean
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
