import { Inject } from '@nestjs/common'
import { Args, Context, ID, Resolver, Subscription } from '@nestjs/graphql'
import { LIVE } from '../composition/tokens.ts'
import type { Live } from '../live/live.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { FamilyChange } from '../graphql/types/family.ts'
import { ProposalRun, WhyAnswer } from '../graphql/types/proposals.ts'
import { RegionRun } from '../graphql/types/region.ts'
import { TodayChange } from '../graphql/types/today.ts'

const atStart = { defaultValue: false, description: 'Whether a first message comes as soon as it listens, whatever changed: who reads then misses nothing.' }

@Resolver()
export class LiveResolver {
  constructor(@Inject(LIVE) private readonly live: Live) {}

  @Subscription(() => FamilyChange)
  familyChanged(
    @Args('familyId', { type: () => ID }) familyId: string,
    @Args('alsoAtStart', atStart) alsoAtStart: boolean,
    @Context() context: RequestContext,
  ): AsyncIterableIterator<{ familyChanged: FamilyChange }> {
    return this.live.familyChanged(signedIn(context), familyId, alsoAtStart)
  }

  @Subscription(() => TodayChange)
  todayChanged(@Args('alsoAtStart', atStart) alsoAtStart: boolean, @Context() context: RequestContext): Promise<AsyncIterableIterator<{ todayChanged: TodayChange }>> {
    return this.live.todayChanged(signedIn(context), alsoAtStart)
  }

  @Subscription(() => ProposalRun)
  proposalRun(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): AsyncIterableIterator<{ proposalRun: ProposalRun }> {
    return this.live.proposalRun(signedIn(context), id)
  }

  @Subscription(() => WhyAnswer)
  whyAnswer(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): AsyncIterableIterator<{ whyAnswer: WhyAnswer }> {
    return this.live.whyAnswer(signedIn(context), id)
  }

  @Subscription(() => RegionRun)
  regionRun(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): AsyncIterableIterator<{ regionRun: RegionRun }> {
    return this.live.regionRun(signedIn(context), id)
  }
}
