import { Inject } from '@nestjs/common'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { REGION } from '../composition/tokens.ts'
import type { RegionPlanning } from '../disclosure/region-planning.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { RegionInput } from '../graphql/inputs.ts'
import { RegionRun } from '../graphql/types/region.ts'

const id = { type: () => ID } as const

/** Plans of many families on the calendars that they share. */
@Resolver()
export class RegionResolver {
  constructor(@Inject(REGION) private readonly region: RegionPlanning) {}

  @Query(() => RegionRun)
  regionRun(@Args('id', id) runId: string, @Context() context: RequestContext): Promise<RegionRun> {
    return this.region.run(signedIn(context), runId)
  }

  @Query(() => ID, { nullable: true, description: 'The search that the viewer began last, as long as it is remembered.' })
  latestRegionRun(@Context() context: RequestContext): string | null {
    return this.region.latest(signedIn(context)) ?? null
  }

  @Mutation(() => RegionRun)
  startRegion(@Args('commandId', id) commandId: string, @Args('input') input: RegionInput, @Context() context: RequestContext): Promise<RegionRun> {
    return this.region.start(signedIn(context), commandId, input)
  }

  @Mutation(() => RegionRun, { description: 'Hands over the best so far.' })
  stopRegion(@Args('id', id) runId: string, @Context() context: RequestContext): Promise<RegionRun> {
    return this.region.stop(signedIn(context), runId)
  }
}
