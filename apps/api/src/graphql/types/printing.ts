import { Field, ID, ObjectType } from '@nestjs/graphql'
import { BundleKind, Modality } from '../enums.ts'
import { DateScalar, LocalTimeScalar } from '../scalars.ts'
import { CaseClosing } from './groups.ts'
import { FamilyPlan } from './family-plan.ts'
import { PortOfEntry } from './analysis.ts'
import { Support, TeamMember } from './people.ts'
import { AgreementCard, EditableText, Goal, PlanAction } from './plan.ts'

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

@ObjectType({ description: 'Somebody of the family on paper.' })
export class PrintedPerson {
  @Field() name!: string
  @Field({ description: 'How old a child is, who a grown-up is to the children.' }) what!: string
}

@ObjectType({ description: 'The plan on paper: as one parent may know it, or as who prints it may take it along.' })
export class PrintedPlan {
  @Field({ nullable: true, description: 'For which parent it is, by first name; absent for who works with it.' }) parent?: string
  @Field() familyName!: string
  @Field(() => DateScalar, { description: 'The day on which it was printed.' }) on!: string
  @Field(() => EditableText, { nullable: true }) guidingQuestion?: EditableText
  @Field(() => [Goal]) goals!: readonly Goal[]
  @Field(() => [AgreementCard]) agreementCards!: readonly AgreementCard[]
  @Field(() => [PlanAction]) actions!: readonly PlanAction[]
  @Field(() => FamilyPlan) plan!: FamilyPlan
  @Field(() => [PrintedPerson], { description: 'Who the family is; like the team, what stands around it and where the work begins on the pages of who works with it only.' }) family!: readonly PrintedPerson[]
  @Field(() => [TeamMember]) team!: readonly TeamMember[]
  @Field(() => [Support]) supports!: readonly Support[]
  @Field(() => PortOfEntry, { nullable: true }) port?: PortOfEntry
  @Field(() => CaseClosing, { nullable: true, description: 'How it went, where the case is closed; on the pages of who works with it.' }) closing?: CaseClosing
  @Field(() => WhomToCall, { nullable: true }) call?: WhomToCall
}
