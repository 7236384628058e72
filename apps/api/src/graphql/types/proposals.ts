import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { ProposalAnswer, ProposalKind, ProposalStatus, RunState, SpokenWay, WhyKind } from '../enums.ts'
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
export class Difference {
  @Field(() => [String], { description: 'What it asks more of the family, the weightiest first.' }) more!: readonly string[]
  @Field(() => [String], { description: 'What it asks less.' }) less!: readonly string[]
}

@ObjectType()
export class UnplannedNeed {
  @Field(() => ID) needId!: string
  @Field() label!: string
  @Field({ description: 'Why it fits nowhere, in words the viewer may read.' }) reason!: string
  @Field(() => [String]) rules!: readonly string[]
}

@ObjectType({ description: 'A yes that was said, not typed in by who gave it.' })
export class SpokenAnswer {
  @Field(() => SpokenWay) how!: string
  @Field(() => DateScalar) on!: string
  @Field({ description: 'How and when, and who noted it, in the chosen language.' }) words!: string
}

@ObjectType()
export class Answer {
  @Field(() => ID) memberId!: string
  @Field() firstName!: string
  @Field(() => ProposalAnswer, { nullable: true }) answer?: string
  @Field(() => InstantScalar, { nullable: true }) at?: string
  @Field(() => SpokenAnswer, { nullable: true, description: 'When it was said in words and somebody typed it in.' }) spoken?: SpokenAnswer
}

@ObjectType()
export class Proposal {
  @Field(() => ID) id!: string
  @Field(() => ProposalKind) kind!: string
  @Field(() => ProposalStatus) status!: string
  @Field(() => InstantScalar, { nullable: true }) sentAt?: string
  @Field(() => [Bundle]) bundles!: readonly Bundle[]
  @Field(() => Savings, { nullable: true }) savings?: Savings
  @Field({ nullable: true, description: 'One sentence that can be told to the parents: what it saves.' }) tell?: string
  @Field(() => Difference, { nullable: true, description: 'Beside the first proposal of its run; absent for the first.' }) besideFirst?: Difference
  @Field({ description: 'Proven: nothing lighter exists.' }) proven!: boolean
  @Field(() => Int, { nullable: true }) travelDaysPossiblyFewer?: number
  @Field(() => [UnplannedNeed]) unplanned!: readonly UnplannedNeed[]
  @Field(() => [String], { description: 'For each part that became digital in the evening: why.' }) eveningReasons!: readonly string[]
  @Field(() => [Answer]) answers!: readonly Answer[]
  @Field({ description: 'Whether the viewer is asked, and has not answered yet.' }) awaitsMe!: boolean
  @Field({ nullable: true, description: 'Why it was released, when a part could no longer be had.' }) releasedBecause?: string
  @Field(() => [String], { description: 'What it moves of what is confirmed, each in a sentence: from when, and to when.' }) moves!: readonly string[]
}

@ObjectType({ description: 'Where an appointment can be asked.' })
export class NeedPlace {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field(() => ID) organisationId!: string
}

@ObjectType()
export class NeedOrder {
  @Field(() => ID) beforeId!: string
  @Field(() => ID) afterId!: string
  @Field(() => Int, { description: 'So many days later at least.' }) minDays!: number
  @Field(() => Int, { nullable: true }) maxDays?: number
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
  @Field(() => [NeedOrder], { description: 'Which of the needs must come before which.' }) orders!: readonly NeedOrder[]
}

@ObjectType()
export class FreeingChange {
  @Field({ description: 'What would have to change.' }) sentence!: string
  @Field(() => Difference, { description: 'What the best plan then asks, beside this proposal.' }) price!: Difference
}

@ObjectType()
export class WhyAnswer {
  @Field(() => ID) id!: string
  @Field(() => ID) familyId!: string
  @Field(() => ID) proposalId!: string
  @Field(() => ID) needId!: string
  @Field(() => WhyKind) kind!: string
  @Field(() => RunState) state!: string
  @Field(() => [String], { description: 'The answer; nothing while it is being looked for.' }) sentences!: readonly string[]
  @Field(() => Difference, { nullable: true, description: 'What the plan that does it asks, beside this proposal; absent when it can not be.' }) price?: Difference
  @Field(() => [FreeingChange], { description: 'What would make room, the lightest first.' }) changes!: readonly FreeingChange[]
}

@ObjectType()
export class ProposalRun {
  @Field(() => ID) id!: string
  @Field(() => ID) familyId!: string
  @Field(() => RunState) state!: string
  @Field(() => Burden, { nullable: true }) firstFree?: Burden
  @Field(() => [Proposal]) proposals!: readonly Proposal[]
  @Field(() => [String], { description: 'Of a plan that was made again: what stays, each in a sentence.' }) stays!: readonly string[]
  @Field({ description: 'Somebody stopped the search: this is the best so far.' }) isStopped!: boolean
  @Field(() => [String], { description: 'Of which ways the minutes aren\'t known, each in a sentence: they count for none. What is proven is so as far as it is known.' }) notKnown!: readonly string[]
  @Field({ nullable: true }) error?: string
}
