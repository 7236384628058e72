import { Inject } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { addDays } from '@samenspel/kernel'
import { INVITING } from '../composition/tokens.ts'
import type { Inviting } from '../disclosure/inviting.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { InvitationInput } from '../graphql/consent-inputs.ts'
import { Refused } from '../graphql/refused.ts'
import { Done } from '../graphql/types/commands.ts'
import { Invitation } from '../graphql/types/consents.ts'
import { Professional } from '../graphql/types/people.ts'
import { carryOutInCase, coordinating } from './carry-out.ts'
import { daysToAnswer } from './consents.resolver.ts'
import { subjectOf, withoutBlank } from './inputs.ts'

const id = { type: () => ID } as const

/** Asking a partner to join, without saying for which family. */
@Resolver()
export class InvitationsResolver {
  constructor(private readonly commands: CommandBus, @Inject(INVITING) private readonly inviting: Inviting) {}

  @Query(() => [Invitation], { description: 'Questions to the viewer to join a team.' })
  invitations(@Context() context: RequestContext): Promise<readonly Invitation[]> { return this.inviting.own(signedIn(context)) }

  @Query(() => [Professional], { description: 'Whom the coordinator of this family can invite.' })
  partnersToInvite(@Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<readonly Professional[]> {
    return this.inviting.partners(signedIn(context), familyId)
  }

  @Mutation(() => Done, { description: 'The answer names no family: who accepts learns it once there is consent.' })
  async answerInvitation(
    @Args('commandId', id) commandId: string, @Args('invitationId', id) invitationId: string, @Args('accept') accept: boolean, @Args('words', { type: () => String, nullable: true }) words: string | undefined,
    @Context() context: RequestContext,
  ): Promise<Done> {
    await this.inviting.answer(signedIn(context), commandId, invitationId, accept, withoutBlank({ words }).words)
    return { id: invitationId }
  }

  @Mutation(() => Done)
  async invitePartner(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: InvitationInput, @Context() context: RequestContext): Promise<Done> {
    const { professionalId, category, question, from, until, answerBy } = input
    const session = signedIn(context)
    const partner = (await this.inviting.partners(session, familyId)).find((one) => one.id === professionalId)
    if (partner === undefined) throw new Refused('person-unknown', { field: 'professionalId' })
    const subject = subjectOf(input.subject)
    return carryOutInCase(this.commands, session, 'invitePartner', { familyId, commandId }, (desk) => {
      desk.mustCoordinate()
      desk.mustKnowSubject(subject)
      return {
        type: 'InvitePartner', ...coordinating(desk), invitationId: desk.id('made'), practitionerId: partner.id, organisation: partner.organisation.id,
        discipline: partner.discipline as (typeof desk.team)[number]['discipline'], subject, category, question, from, ...(until != null && { until }), answerBy: answerBy ?? addDays(desk.today, daysToAnswer),
      }
    })
  }

  @Mutation(() => Done)
  withdrawInvitation(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('invitationId', id) invitationId: string, @Context() context: RequestContext): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), 'withdrawInvitation', { familyId, commandId, madeId: invitationId }, (desk) => {
      desk.invitation(invitationId)
      return { type: 'WithdrawInvitation', ...coordinating(desk), invitationId }
    })
  }

  @Mutation(() => Done, { description: 'Who said yes before there was consent joins the team now that there is.' })
  welcomePartner(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('invitationId', id) invitationId: string, @Context() context: RequestContext): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), 'welcomePartner', { familyId, commandId, madeId: invitationId }, (desk) => {
      const { subject, organisation, discipline } = desk.invitation(invitationId)
      return { type: 'WelcomePartner', ...coordinating(desk), invitationId, hasConsent: desk.hasConsent(subject, { organisation, discipline }) }
    })
  }
}
