import { Inject } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql'
import type { SpokenWay as SpokenWayValue, UnsuitableTime } from '@samenspel/agenda'
import { FamilyAgendaCommand } from '../commands/commands.ts'
import { PLANNING } from '../composition/tokens.ts'
import type { Planning } from '../disclosure/planning.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { AppointmentOutcome, ProposalAnswer, SpokenWay } from '../graphql/enums.ts'
import { NeedInput, NeedOrderInput, PlannerInput, ReplanningInput, TimeWindowInput, WhyInput } from '../graphql/inputs.ts'
import { ChosenTimeInput, OtherDayInput, UnsuitableTimeInput } from '../graphql/week-inputs.ts'
import { Refused } from '../graphql/refused.ts'
import { Done } from '../graphql/types/commands.ts'
import { ProposalRun, WhyAnswer } from '../graphql/types/proposals.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { withoutBlank } from './inputs.ts'
import { needOf, orderOf, withoutOrder } from './need-of.ts'

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

  @Mutation(() => ProposalRun, { description: 'Plans again what is confirmed, so that as little as possible of it moves; nothing moves before everybody agreed.' })
  startReplanning(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: ReplanningInput, @Context() context: RequestContext): Promise<ProposalRun> {
    return this.planning.startAgain(signedIn(context), familyId, commandId, input)
  }

  @Mutation(() => ProposalRun, { description: 'Stops looking, and keeps the best so far.' })
  stopProposals(@Args('id', id) runId: string, @Context() context: RequestContext): Promise<ProposalRun> {
    return this.planning.stop(signedIn(context), runId)
  }

  @Mutation(() => WhyAnswer, { description: 'Why a proposal is not otherwise, or what would make room for what it leaves out.' })
  askWhy(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: WhyInput, @Context() context: RequestContext): Promise<WhyAnswer> {
    return this.planning.ask(signedIn(context), familyId, commandId, input)
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

  @Mutation(() => Done, { description: 'One appointment must come before another; takes the place of what was said of these two.' })
  setNeedOrder(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: NeedOrderInput, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'setNeedOrder', { familyId, commandId, madeId: input.afterId }, (desk) => orderOf(input, desk))
  }

  @Mutation(() => Done)
  withdrawNeedOrder(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('beforeId', id) beforeId: string, @Args('afterId', id) afterId: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'withdrawNeedOrder', { familyId, commandId, madeId: afterId }, (desk) => withoutOrder(beforeId, afterId, desk))
  }

  @Mutation(() => Done)
  sendProposals(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('runId', id) runId: string, @Args('proposalIds', { type: () => [ID] }) proposalIds: string[],
    @Context() context: RequestContext,
  ): Promise<Done> {
    const session = signedIn(context)
    return this.carryOut(context, 'sendProposals', { familyId, commandId, madeId: proposalIds[0] ?? runId }, (desk) => this.planning.sending(session, runId, proposalIds, desk))
  }

  @Mutation(() => Done, { description: 'Proposes a very time for an appointment that stands; it stands until everybody agreed.' })
  proposeTime(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('appointmentId', id) appointmentId: string,
    @Args('time', { type: () => ChosenTimeInput }) time: ChosenTimeInput, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'proposeTime', { familyId, commandId, madeId: appointmentId }, (desk) => {
      desk.mustSee('appointment', appointmentId)
      desk.mustCoordinate()
      return this.planning.proposingTime(familyId, appointmentId, { ...time }, desk)
    })
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
    @Args('windows', { type: () => [TimeWindowInput], nullable: true }) windows: TimeWindowInput[] | undefined,
    @Args('chosen', { type: () => ChosenTimeInput, nullable: true }) chosen: ChosenTimeInput | undefined,
    @Args('unsuitable', { type: () => [UnsuitableTimeInput], nullable: true }) unsuitable: UnsuitableTimeInput[] | undefined,
    @Args('otherDays', { type: () => [OtherDayInput], nullable: true }) otherDays: OtherDayInput[] | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'askOtherMoment', { familyId, commandId }, ({ by, at, zone, id: ownId, mustSee, mustSeeProposal }) => {
      const shared = { type: 'AskOtherMoment' as const, by, at, zone, requestId: ownId('made'), person: by.person, windows: windows ?? [], ...withoutBlank({ words }), ...(chosen != null && { chosen: { ...chosen } }) }
      if (proposalId != null && appointmentId == null) {
        mustSeeProposal(proposalId)
        for (const { appointmentId: part } of otherDays ?? []) mustSee('appointment', part)
        return {
          ...shared, proposalId, ...(unsuitable != null && unsuitable.length > 0 && { unsuitable: unsuitable.map((time) => ({ ...time }) as UnsuitableTime) }),
          ...(otherDays != null && otherDays.length > 0 && { otherDays: otherDays.map((day) => ({ ...day })) }),
        }
      }
      if (appointmentId == null || proposalId != null || unsuitable != null || otherDays != null) throw new Refused('request-invalid')
      mustSee('appointment', appointmentId)
      return { ...shared, appointmentId }
    })
  }

  @Mutation(() => Done, { description: 'Proposes the days that a parent asked for instead of a proposal, when they can still be had.' })
  proposeOtherDays(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('requestId', id) requestId: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'proposeOtherDays', { familyId, commandId, madeId: requestId }, (desk) => {
      desk.mustSee('changeRequest', requestId)
      desk.mustCoordinate()
      return this.planning.proposingOtherDays(familyId, requestId, desk)
    })
  }

  @Mutation(() => Done)
  makeDigital(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('appointmentId', id) appointmentId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'makeDigital', { familyId, commandId, madeId: appointmentId }, (desk) => {
      desk.mustAttend(appointmentId)
      return this.planning.makingDigital(familyId, appointmentId, desk)
    })
  }

  @Mutation(() => Done, { description: 'With a member of the family: that one, who comes along, said so in words to who coordinates.' })
  cancelAppointment(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('appointmentId', id) appointmentId: string, @Args('memberId', { type: () => ID, nullable: true }) memberId: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'cancelAppointment', { familyId, commandId, madeId: appointmentId }, ({ by, at, zone, mustCancel }) => {
      mustCancel(appointmentId, memberId ?? undefined)
      return { type: 'CancelAppointment', by: memberId == null ? by : { ...by, onBehalfOf: memberId }, at, zone, appointmentId }
    })
  }

  @Mutation(() => Done, { description: 'Somebody who is asked said yes in words to who coordinates.' })
  recordSpokenYes(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('proposalId', id) proposalId: string, @Args('memberId', id) memberId: string,
    @Args('how', { type: () => SpokenWay }) how: SpokenWayValue, @Args('on', { type: () => DateScalar }) on: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'recordSpokenYes', { familyId, commandId, madeId: proposalId }, ({ by, at, zone, mustSeeProposal, mustKnow, mustCoordinate }) => {
      mustSeeProposal(proposalId)
      mustKnow(memberId)
      mustCoordinate()
      return { type: 'AnswerProposal', by: { ...by, onBehalfOf: memberId }, at, zone, proposalId, person: memberId, answer: 'yes', spoken: { how, on } }
    })
  }

  @Mutation(() => Done, { description: 'Takes a cancellation back, within a day: done once every calendar holds its time again.' })
  reinstateAppointment(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('appointmentId', id) appointmentId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'reinstateAppointment', { familyId, commandId, madeId: appointmentId }, ({ by, at, zone, id: ownId, mustAttend }) => {
      mustAttend(appointmentId)
      return { type: 'ReinstateAppointment', by, at, zone, appointmentId, holdId: ownId('hold') }
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
