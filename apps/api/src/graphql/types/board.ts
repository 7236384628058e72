import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { Modality } from '../enums.ts'
import { DateScalar, LocalTimeScalar } from '../scalars.ts'
import { Bundle, ChangeRequest, FreeTime, Need, Place } from './appointments.ts'
import { OverloadSignal } from './overload.ts'
import { Member, Professional } from './people.ts'
import { Burden, Proposal } from './proposals.ts'

@ObjectType({ description: 'What a family has on one day: something that stands, or part of a proposal that lies with the parents.' })
export class BoardMoment {
  @Field(() => ID) id!: string
  @Field(() => ID, { nullable: true, description: 'The proposal it belongs to, while nothing of it stands.' }) proposalId?: string
  @Field(() => Bundle) bundle!: Bundle
}

@ObjectType({ description: 'A family for whom the viewer plans.' })
export class BoardFamily {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field() zone!: string
  @Field(() => [Member]) members!: readonly Member[]
  @Field(() => [BoardMoment]) moments!: readonly BoardMoment[]
  @Field(() => [Need], { description: 'What still has to be planned.' }) needs!: readonly Need[]
  @Field(() => [Proposal]) proposals!: readonly Proposal[]
  @Field(() => [ChangeRequest]) changeRequests!: readonly ChangeRequest[]
  @Field(() => [OverloadSignal]) overloadSignals!: readonly OverloadSignal[]
}

@ObjectType()
export class PlanningBoard {
  @Field(() => DateScalar) from!: string
  @Field(() => DateScalar) until!: string
  @Field(() => DateScalar, { description: 'The first day that can be planned.' }) plansFrom!: string
  @Field(() => DateScalar, { description: 'The last day that can be planned.' }) plansUntil!: string
  @Field(() => [BoardFamily]) families!: readonly BoardFamily[]
  @Field(() => [FreeTime], { description: 'What the professionals whom these families need can still be asked for.' }) freeTime!: readonly FreeTime[]
  @Field(() => [DateScalar]) closedDays!: readonly string[]
}

@ObjectType()
export class BrokenRule {
  @Field() rule!: string
  @Field(() => [ID]) needIds!: readonly string[]
  @Field(() => DateScalar, { nullable: true }) date?: string
  @Field({ description: 'What stands in the way, in words the viewer may read.' }) sentence!: string
}

@ObjectType({ description: 'What a family carries in one week.' })
export class WeekLoad {
  @Field(() => DateScalar) monday!: string
  @Field(() => Int) visits!: number
  @Field(() => Int) travelMinutes!: number
  @Field(() => Int) contacts!: number
  @Field(() => Int) evenings!: number
  @Field(() => Int, { description: 'Times that the family keeps for itself.' }) windows!: number
  @Field(() => Int) windowsKept!: number
}

@ObjectType({ description: 'What a plan weighs beside what stands already, and beside every wish at its own first free time.' })
export class DraftBurdens {
  @Field(() => Burden) now!: Burden
  @Field(() => Burden) apart!: Burden
  @Field(() => Burden) plan!: Burden
}

@ObjectType({ description: 'What a family carries, week by week: what was and stands, and what would come besides.' })
export class FamilyLoad {
  @Field(() => [WeekLoad]) now!: readonly WeekLoad[]
  @Field(() => [WeekLoad], { description: 'Besides what stands, every wish at its own first free time.' }) apart!: readonly WeekLoad[]
  @Field(() => [WeekLoad], { description: 'Besides what stands, the plan.' }) plan!: readonly WeekLoad[]
}

@ObjectType({ description: 'A plan made by hand, checked: nothing of it is kept.' })
export class DraftCheck {
  @Field(() => ID) familyId!: string
  @Field(() => [ID], { description: 'What is in the plan and no longer asked.' }) goneNeedIds!: readonly string[]
  @Field(() => [BrokenRule]) broken!: readonly BrokenRule[]
  @Field(() => Proposal) plan!: Proposal
  @Field(() => DraftBurdens) burdens!: DraftBurdens
  @Field(() => FamilyLoad) load!: FamilyLoad
}

@ObjectType({ description: 'One way to place a wish that the family\'s week allows.' })
export class DraftWay {
  @Field(() => LocalTimeScalar) start!: string
  @Field(() => LocalTimeScalar) end!: string
  @Field(() => Modality) modality!: string
  @Field(() => Place, { nullable: true }) place?: Place
  @Field(() => [ID]) attendees!: readonly string[]
  @Field(() => [Professional]) professionals!: readonly Professional[]
  @Field() isEvening!: boolean
}

@ObjectType()
export class DraftDay {
  @Field(() => DateScalar) date!: string
  @Field(() => [DraftWay], { description: 'The lightest for the family first.' }) ways!: readonly DraftWay[]
  @Field({ nullable: true, description: 'What stands in the way, when there is no way.' }) sentence?: string
  @Field(() => [String]) rules!: readonly string[]
}
