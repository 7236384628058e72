import { Inject } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { GROUPS } from '../composition/tokens.ts'
import type { Groups } from '../disclosure/groups.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { Refused } from '../graphql/refused.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { Done } from '../graphql/types/commands.ts'
import { OwnGroups } from '../graphql/types/groups.ts'
import { carryOutInCase, coordinating } from './carry-out.ts'

const id = { type: () => ID } as const
const day = { type: () => DateScalar } as const
const dayOrNone = { type: () => DateScalar, nullable: true } as const

/** Groups of children, who works in them on which days, and which child is in which. */
@Resolver()
export class GroupsResolver {
  constructor(@Inject(GROUPS) private readonly groups: Groups, private readonly commands: CommandBus) {}

  @Query(() => OwnGroups, { description: 'The groups of the organisation for which the viewer works.' })
  ownGroups(@Context() context: RequestContext): Promise<OwnGroups> { return this.groups.own(signedIn(context)) }

  @Mutation(() => Done, { description: 'Opens a group; who opens it leads it.' })
  async openGroup(@Args('commandId', id) commandId: string, @Args('name') name: string, @Context() context: RequestContext): Promise<Done> {
    return { id: await this.groups.open(signedIn(context), commandId, name) }
  }

  @Mutation(() => Done, { description: 'Somebody else of the organisation leads the group from now on.' })
  async appointGroupLeader(@Args('commandId', id) commandId: string, @Args('groupId', id) groupId: string, @Args('leaderId', id) leaderId: string, @Context() context: RequestContext): Promise<Done> {
    await this.groups.appointLeader(signedIn(context), commandId, groupId, leaderId)
    return { id: groupId }
  }

  @Mutation(() => Done, { description: 'Somebody works in the group on these days: then they see the agreement cards of its children.' })
  async recordGroupDuty(
    @Args('commandId', id) commandId: string, @Args('groupId', id) groupId: string, @Args('professionalId', id) professional: string, @Args('from', day) from: string, @Args('until', dayOrNone) until: string | undefined,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return { id: await this.groups.record(signedIn(context), commandId, { groupId, professional, from, ...(until != null && { until }) }) }
  }

  @Mutation(() => Done)
  async endGroupDuty(@Args('commandId', id) commandId: string, @Args('dutyId', id) dutyId: string, @Args('professionalId', id) professional: string, @Args('until', day) until: string, @Context() context: RequestContext): Promise<Done> {
    await this.groups.end(signedIn(context), commandId, { dutyId, professional, until })
    return { id: dutyId }
  }

  @Mutation(() => Done, { description: 'A child is looked after in a group of the organisation for which who asks works.' })
  placeInGroup(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('childId', id) childId: string, @Args('groupId', id) groupId: string, @Args('from', day) from: string,
    @Args('until', dayOrNone) until: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), 'placeInGroup', { familyId, commandId }, async (desk) => {
      desk.mustKnow(childId)
      const { organisation } = desk.by
      if (organisation === undefined) throw new Refused('not-in-team')
      return {
        type: 'PlaceInGroup', ...coordinating(desk), placementId: desk.id('made'), child: childId, organisation, groupId, groups: await this.groups.idsOf(organisation), from,
        ...(until != null && { until }),
      }
    })
  }

  @Mutation(() => Done)
  endGroupPlacement(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('placementId', id) placementId: string, @Args('until', day) until: string, @Context() context: RequestContext): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), 'endGroupPlacement', { familyId, commandId, madeId: placementId }, (desk) => {
      desk.mustSee('placement', placementId)
      return { type: 'EndGroupPlacement', ...coordinating(desk), placementId, until }
    })
  }
}
