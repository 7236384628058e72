import { Inject } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql'
import { FamilyAgendaCommand } from '../commands/commands.ts'
import { PLANNING } from '../composition/tokens.ts'
import type { Planning } from '../disclosure/planning.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { AppointmentOutcome, ProposalAnswer } from '../graphql/enums.ts'
import { NeedInput, PlannerInput, TimeWindowInput } from '../graphql/inputs.ts'
import { Refused } from '../graphql/refused.ts'
import { Done } from '../graphql/types/commands.ts'
import { ProposalRun } from '../graphql/types/proposals.ts'
import { needOf } from './need-of.ts'

type Answer = 'yes' | 'letOtherAnswer' | 'otherMoment'
type Outcome = 'tookPlace' | 'moved' | 'couldNotCome' | 'unknown'
type AgendaAsk = FamilyAgendaCommand['ask']

const id = { type: () => ID } as const

/** What people ask of a family's agenda. */
@Resolver()
export class AgendaCommandsResolver {
  constructor(private readonly commands: CommandBus, @Inject(PLANNING) private readonly planning: Planning) {}

  @Mutation(() => ProposalRun)
  startProposals(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: PlannerInput, @Context() context: RequestContext): Promise<ProposalRun> {
    return this.planning.start(signedIn(context), familyId, commandId, input)
  }

  @Mutation(() => Done)
  addNeed(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: NeedInput, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'addNeed', { familyId, commandId }, (desk) => needOf(input, desk))
  }

  @Mutation(() => Done)
  withdrawNeed(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('needId', id) needId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'withdrawNeed', { familyId, commandId, madeId: needId }, ({ by, at, mustSee, mustAskFor, organisationOf }) => {
      mustSee('need', needId)
      mustAskFor(organisationOf(needId))
      return { type: 'WithdrawNeed', by, at, needId }
    })
  }

  @Mutation(() => Done)
  sendProposals(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('runId', id) runId: string, @Args('proposalIds', { type: () => [ID] }) proposalIds: string[],
    @Context() context: RequestContext,
  ): Promise<Done> {
    const session = signedIn(context)
    return this.carryOut(context, 'sendProposals', { familyId, commandId, madeId: proposalIds[0] ?? runId }, (desk) => this.planning.sending(session, runId, proposalIds, desk))
  }

  @Mutation(() => Done)
  withdrawProposal(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('proposalId', id) proposalId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'withdrawProposal', { familyId, commandId, madeId: proposalId }, ({ by, at, mustSeeProposal, mustCoordinate }) => {
      mustSeeProposal(proposalId)
      mustCoordinate()
      return { type: 'WithdrawProposal', by, at, proposalId }
    })
  }

  @Mutation(() => Done)
  recordOutcome(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('appointmentId', id) appointmentId: string,
    @Args('outcome', { type: () => AppointmentOutcome }) outcome: Outcome, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'recordOutcome', { familyId, commandId, madeId: appointmentId }, ({ by, at, zone, mustSee, mustBeInTeam }) => {
      mustSee('appointment', appointmentId)
      mustBeInTeam()
      return { type: 'RecordOutcome', by, at, zone, appointmentId, outcome }
    })
  }

  @Mutation(() => Done)
  closeChangeRequest(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('requestId', id) requestId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'closeChangeRequest', { familyId, commandId, madeId: requestId }, ({ by, at, mustSee, mustCoordinate }) => {
      mustSee('changeRequest', requestId)
      mustCoordinate()
      return { type: 'CloseChangeRequest', by, at, requestId }
    })
  }

  @Mutation(() => Done)
  answerProposal(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('proposalId', id) proposalId: string,
    @Args('answer', { type: () => ProposalAnswer }) answer: Answer, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'answerProposal', { familyId, commandId, madeId: proposalId }, ({ by, at, zone, mustSeeProposal }) => {
      mustSeeProposal(proposalId)
      return { type: 'AnswerProposal', by, at, zone, proposalId, person: by.person, answer }
    })
  }

  @Mutation(() => Done)
  askOtherMoment(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('proposalId', { ...id, nullable: true }) proposalId: string | undefined,
    @Args('appointmentId', { ...id, nullable: true }) appointmentId: string | undefined, @Args('words', { type: () => String, nullable: true }) words: string | undefined,
    @Args('windows', { type: () => [TimeWindowInput], nullable: true }) windows: TimeWindowInput[] | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'askOtherMoment', { familyId, commandId }, ({ by, at, zone, id: ownId, mustSee, mustSeeProposal }) => {
      const shared = { type: 'AskOtherMoment' as const, by, at, zone, requestId: ownId('made'), person: by.person, windows: windows ?? [], ...(words != null && words.trim() !== '' && { words }) }
      if (proposalId != null && appointmentId == null) {
        mustSeeProposal(proposalId)
        return { ...shared, proposalId }
      }
      if (appointmentId == null || proposalId != null) throw new Refused('request-invalid')
      mustSee('appointment', appointmentId)
      return { ...shared, appointmentId }
    })
  }

  @Mutation(() => Done)
  makeDigital(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('appointmentId', id) appointmentId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'makeDigital', { familyId, commandId, madeId: appointmentId }, (desk) => {
      desk.mustAttend(appointmentId)
      return this.planning.makingDigital(familyId, appointmentId, desk)
    })
  }

  @Mutation(() => Done)
  cancelAppointment(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('appointmentId', id) appointmentId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'cancelAppointment', { familyId, commandId, madeId: appointmentId }, ({ by, at, zone, mustAttend }) => {
      mustAttend(appointmentId)
      return { type: 'CancelAppointment', by, at, zone, appointmentId }
    })
  }

  private async carryOut(
    context: RequestContext, operation: string, { madeId, ...ask }: Pick<AgendaAsk, 'familyId' | 'commandId'> & { readonly madeId?: string }, make: AgendaAsk['make'],
  ): Promise<Done> {
    let made = madeId
    await this.commands.execute(new FamilyAgendaCommand({
      session: signedIn(context), operation, ...ask,
      make: (desk) => { made ??= desk.id('made'); return make(desk) },
    }))
    return { id: made ?? ask.commandId, familyId: ask.familyId }
  }
}
