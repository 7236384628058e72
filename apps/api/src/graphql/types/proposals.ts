import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { ProposalAnswer, ProposalKind, ProposalStatus, RunState } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { Bundle, FreeTime, Need, RhythmBlock } from './appointments.ts'

@ObjectType()
export class Burden {
  @Field(() => Int) unplanned!: number
  @Field(() => Int) restTouched!: number
  @Field(() => Int) travelDays!: number
  @Field(() => Int) trips!: number
  @Field(() => Int) careDays!: number
  @Field(() => Int) minutes!: number
  @Field(() => Int) lateness!: number
}

@ObjectType()
export class Savings {
  @Field(() => Burden) before!: Burden
  @Field(() => Burden) after!: Burden
  @Field(() => [String]) sentences!: readonly string[]
}

@ObjectType()
export class UnplannedNeed {
  @Field(() => ID) needId!: string
  @Field() label!: string
  @Field({ description: 'Why it fits nowhere, in words the viewer may read.' }) reason!: string
  @Field(() => [String]) rules!: readonly string[]
}

@ObjectType()
export class Answer {
  @Field(() => ID) memberId!: string
  @Field() firstName!: string
  @Field(() => ProposalAnswer, { nullable: true }) answer?: string
  @Field(() => InstantScalar, { nullable: true }) at?: string
}

@ObjectType()
export class Proposal {
  @Field(() => ID) id!: string
  @Field(() => ProposalKind) kind!: string
  @Field(() => ProposalStatus) status!: string
  @Field(() => InstantScalar, { nullable: true }) sentAt?: string
  @Field(() => [Bundle]) bundles!: readonly Bundle[]
  @Field(() => Savings, { nullable: true }) savings?: Savings
  @Field({ description: 'Proven: nothing lighter exists.' }) proven!: boolean
  @Field(() => Int, { nullable: true }) travelDaysPossiblyFewer?: number
  @Field(() => [UnplannedNeed]) unplanned!: readonly UnplannedNeed[]
  @Field(() => [String], { description: 'For each part that became digital in the evening: why.' }) eveningReasons!: readonly string[]
  @Field(() => [Answer]) answers!: readonly Answer[]
  @Field({ description: 'Whether the viewer is asked, and has not answered yet.' }) awaitsMe!: boolean
  @Field({ nullable: true, description: 'Why it was released, when a part could no longer be had.' }) releasedBecause?: string
}

@ObjectType({ description: 'Where an appointment can be asked.' })
export class NeedPlace {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field(() => ID) organisationId!: string
}

@ObjectType()
export class Planner {
  @Field(() => ID) familyId!: string
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar) until!: string
  @Field(() => [Need]) needs!: readonly Need[]
  @Field(() => [FreeTime]) freeTime!: readonly FreeTime[]
  @Field(() => [RhythmBlock]) rhythm!: readonly RhythmBlock[]
  @Field(() => [DateScalar]) closedDays!: readonly string[]
  @Field(() => [NeedPlace], { description: 'Places of the organisations of the team.' }) places!: readonly NeedPlace[]
  @Field({ description: 'The parents may not meet; only who plans knows.' }) parentsApart!: boolean
}

@ObjectType()
export class ProposalRun {
  @Field(() => ID) id!: string
  @Field(() => ID) familyId!: string
  @Field(() => RunState) state!: string
  @Field(() => Burden, { nullable: true }) firstFree?: Burden
  @Field(() => [Proposal]) proposals!: readonly Proposal[]
  @Field({ nullable: true }) error?: string
}
