import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { RegionSearch, RunState } from '../enums.ts'
import { DateScalar, InstantScalar } from '../scalars.ts'
import { Burden } from './proposals.ts'

@ObjectType()
export class RegionWeight {
  @Field(() => Int) trips!: number
  @Field(() => Int) travelDays!: number
  @Field(() => Int) evenings!: number
}

@ObjectType({ description: 'What a plan of many families is for one of them.' })
export class RegionFamily {
  @Field(() => ID) id!: string
  @Field() name!: string
  @Field(() => ID, { nullable: true, description: 'The run that holds its proposal; absent when nothing was planned for it.' }) runId?: string
  @Field(() => ID, { nullable: true }) proposalId?: string
  @Field({ description: 'Whether the proposal was sent.' }) isSent!: boolean
  @Field(() => Int) planned!: number
  @Field(() => Int) unplanned!: number
  @Field(() => RegionWeight, { nullable: true, description: 'Every wish at its own first free time.' }) before?: RegionWeight
  @Field(() => RegionWeight, { nullable: true }) after?: RegionWeight
  @Field({ description: 'Whether nothing lighter exists, or what still might; or why nothing was planned.' }) proof!: string
  @Field({ nullable: true, description: 'What making room for others cost or gave it.' }) fairness?: string
  @Field({ description: 'Whether it became heavier by making room for others.' }) isWorse!: boolean
}

@ObjectType({ description: 'One search for a plan of many families on the calendars that they share.' })
export class RegionRun {
  @Field(() => ID) id!: string
  @Field(() => RunState) state!: string
  @Field(() => RegionSearch, { description: 'How long it may look.' }) search!: string
  @Field(() => InstantScalar, { description: 'When it hands over the best so far, at the latest.' }) endsBy!: string
  @Field(() => DateScalar) from!: string
  @Field(() => Int) weeks!: number
  @Field(() => Int) familiesAsked!: number
  @Field(() => Int, { description: 'Families that have a plan.' }) familiesDone!: number
  @Field(() => Int, { description: 'Rounds in which families made room for each other.' }) rounds!: number
  @Field(() => Burden, { nullable: true, description: 'All families together, when each had been planned after the other.' }) before?: Burden
  @Field(() => Burden, { nullable: true, description: 'All families together, so far.' }) burden?: Burden
  @Field({ description: 'Whether it was asked to stop and hands over the best so far.' }) isStopping!: boolean
  @Field({ nullable: true, description: 'Why it ended.' }) ended?: string
  @Field({ nullable: true, description: 'How the heaviest load of a family changed.' }) fairness?: string
  @Field(() => [RegionFamily], { description: 'Once it is done.' }) families!: readonly RegionFamily[]
  @Field({ nullable: true }) error?: string
}
