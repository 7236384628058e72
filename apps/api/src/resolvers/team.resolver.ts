import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql'
import type { CaseCommand } from '../commands/commands.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { Refused } from '../graphql/refused.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { Done } from '../graphql/types/commands.ts'
import { carryOutInCase, coordinating, type Asked } from './carry-out.ts'

const id = { type: () => ID } as const
const idOrNone = { type: () => ID, nullable: true } as const
const day = { type: () => DateScalar } as const
const dayOrNone = { type: () => DateScalar, nullable: true } as const

/** Who is in the team of a family and until when, who stands in, and who coordinates (K-01, C-14). */
@Resolver()
export class TeamResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => Done, { description: 'Somebody leaves the team after this day. Who may see the team reads the reason.' })
  endTeamMembership(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('membershipId', id) membershipId: string, @Args('until', day) until: string, @Args('reason') reason: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'endTeamMembership', { familyId, commandId, madeId: membershipId }, (desk) => {
      desk.mustCoordinate()
      desk.mustSee('teamMember', membershipId)
      return { type: 'EndTeamMembership', ...coordinating(desk), membershipId, until, reason }
    })
  }

  @Mutation(() => Done, { description: 'Another last day, or none, and whether this one coaches the team of a group.' })
  changeTeamMembership(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('membershipId', id) membershipId: string, @Args('until', dayOrNone) until: string | undefined,
    @Args('isCoach') isCoach: boolean, @Args('reason') reason: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'changeTeamMembership', { familyId, commandId, madeId: membershipId }, (desk) => {
      desk.mustCoordinate()
      desk.mustSee('teamMember', membershipId)
      return { type: 'ChangeTeamMembership', ...coordinating(desk), membershipId, ...(until != null && { until }), isCoach, reason }
    })
  }

  @Mutation(() => Done, { description: 'Who stands in for the coordinator from now on, in the coordinator\'s name.' })
  appointSubstitute(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('professionalId', id) practitionerId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'appointSubstitute', { familyId, commandId, madeId: practitionerId }, (desk) => {
      desk.mustCoordinate()
      return { type: 'AppointSubstitute', ...coordinating(desk), practitionerId, substituteRegistrationValid: desk.registered(practitionerId).isValid }
    })
  }

  @Mutation(() => Done, { description: 'Somebody else coordinates from this moment on, in one step: never two, never none. Also for who coordinates with a registration that has ended.' })
  handOverCoordination(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('professionalId', id) to: string,
    @Args('onCallId', { ...idOrNone, description: 'For a successor of the first line: the specialist behind them.' }) onCall: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'handOverCoordination', { familyId, commandId, madeId: to }, (desk) => {
      if (!desk.coordinates) throw new Refused('not-coordinator')
      const { isValid, mayBeBehind } = desk.registered(to)
      return {
        type: 'HandOverCoordination', ...coordinating(desk), to, successorRegistrationValid: isValid,
        ...(onCall != null && { onCall: { practitionerId: onCall, registrationValid: desk.registered(onCall).isValid, isAllowed: mayBeBehind } }),
      }
    })
  }

  private carryOut(context: RequestContext, operation: string, asked: Asked, make: CaseCommand['ask']['make']): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), operation, asked, make)
  }
}
