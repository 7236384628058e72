import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Int, Mutation, Resolver } from '@nestjs/graphql'
import type { StatedKind as Stated } from '@samenspel/family-case'
import type { CaseCommand } from '../commands/commands.ts'
import { alsoOnTablet, type RequestContext } from '../graphql/context.ts'
import { OverloadChoice, StatedKind } from '../graphql/enums.ts'
import { AgreementCardInput, GoalInput, LifeEventInput } from '../graphql/inputs.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { Done } from '../graphql/types/commands.ts'
import { closingDaysAround } from '../processes/closing-days.ts'
import { carryOutInCase, coordinating, stamp, type Asked } from './carry-out.ts'
import { subjectOf, withoutBlank, withoutNulls } from './inputs.ts'

type Choice = 'callMe' | 'pauseAppointments' | 'fewerAppointments'

const id = { type: () => ID } as const

/** What people record in a case file. Each answers with the id of what was made or changed. */
@Resolver()
export class CaseCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => Done, { description: 'An own statement beside what somebody else wrote, which stays as it was.' })
  addStatement(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('entryKind', { type: () => StatedKind }) kind: Stated, @Args('entryId', id) entryId: string, @Args('text') text: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'addStatement', { familyId, commandId }, (desk) =>
      ({ type: 'AddStatement', ...stamp(desk), id: desk.id('made'), ...desk.stating({ kind, id: entryId }), text }))
  }

  @Mutation(() => Done, { description: 'What who recorded it, or who coordinates, says to a statement of a family member. Both stay.' })
  answerStatement(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('statementId', id) statementId: string, @Args('text') text: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'answerStatement', { familyId, commandId }, (desk) =>
      ({ type: 'AnswerStatement', ...coordinating(desk), id: desk.id('made'), answers: statementId, ...desk.answering(statementId), text }))
  }

  @Mutation(() => Done)
  addLifeEvent(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: LifeEventInput, @Context() context: RequestContext): Promise<Done> {
    const { subject: given, ...rest } = withoutNulls(input)
    const subject = subjectOf(given)
    return this.carryOut(context, 'addLifeEvent', { familyId, commandId }, (desk) => {
      desk.mustKnowSubject(subject)
      return { type: 'AddLifeEvent', ...stamp(desk), id: desk.id('made'), subject, ...rest }
    })
  }

  @Mutation(() => Done, { description: 'Whether the parents may not meet: the planner sees to it. Only who coordinates knows and decides.' })
  setParentsApart(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('apart') apart: boolean, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'setParentsApart', { familyId, commandId, madeId: familyId }, (desk) => {
      desk.mustCoordinate()
      return { type: 'SetParentsApart', ...coordinating(desk), apart }
    })
  }

  @Mutation(() => Done, { description: 'The work is done: the case stays readable, and nothing is added to it.' })
  closeCase(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('words') words: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'closeCase', { familyId, commandId }, (desk) => {
      desk.mustCoordinate()
      return { type: 'CloseCase', ...coordinating(desk), closingId: desk.id('made'), words, hasAppointments: desk.hasAppointmentsAhead }
    })
  }

  @Mutation(() => Done)
  reopenCase(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('words') words: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'reopenCase', { familyId, commandId, madeId: familyId }, (desk) => {
      desk.mustCoordinate()
      return { type: 'ReopenCase', ...coordinating(desk), words }
    })
  }

  @Mutation(() => Done, { description: 'A pregnancy ended in loss, or a child died: from now on nothing reaches this family by itself, and what was asked of it is taken back.' })
  recordLoss(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('memberId', id) memberId: string,
    @Args('on', { type: () => DateScalar, nullable: true }) on: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'recordLoss', { familyId, commandId, madeId: memberId }, (desk) => {
      desk.mustKnow(memberId)
      return { type: 'RecordLoss', ...stamp(desk), silenceId: desk.id('silence'), memberId, ...(on != null && { on }) }
    })
  }

  @Mutation(() => Done, { description: 'It was a mistake: it never counted.' })
  takeBackLoss(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('memberId', id) memberId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'takeBackLoss', { familyId, commandId, madeId: memberId }, (desk) => {
      desk.mustKnow(memberId)
      return { type: 'TakeBackLoss', ...stamp(desk), memberId }
    })
  }

  @Mutation(() => Done, { description: 'The family said that it may hear from us again.' })
  resumeMessages(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'resumeMessages', { familyId, commandId, madeId: familyId }, (desk) => ({ type: 'ResumeMessages', ...stamp(desk) }))
  }

  @Mutation(() => Done)
  changeGuidingQuestion(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('version', { ...id, nullable: true }) version: string | undefined,
    @Args('text') text: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'changeGuidingQuestion', { familyId, commandId }, (desk) =>
      ({ type: 'ChangeGuidingQuestion', ...coordinating(desk), questionId: desk.id('made'), version: desk.id('version'), text, ...(version != null && { from: version }) }))
  }

  @Mutation(() => Done)
  addGoal(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: GoalInput, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'addGoal', { familyId, commandId }, (desk) =>
      ({ type: 'AddGoal', ...coordinating(desk), goalId: desk.id('made'), version: desk.id('version'), ...withoutNulls(input), subject: subjectOf(input.subject) }))
  }

  @Mutation(() => Done)
  changeGoal(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('goalId', id) goalId: string, @Args('version', id) version: string,
    @Args('input') input: GoalInput, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'changeGoal', { familyId, commandId, madeId: goalId }, (desk) => {
      desk.mustSee('goal', goalId)
      return { type: 'ChangeGoal', ...coordinating(desk), goalId, from: version, version: desk.id('version'), ...withoutNulls(input), subject: subjectOf(input.subject) }
    })
  }

  @Mutation(() => Done)
  scoreGoal(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('goalId', id) goalId: string, @Args('value', { type: () => Int }) value: number,
    @Args('on', { type: () => DateScalar }) on: string, @Args('words', { type: () => String, nullable: true }) words: string | undefined, @Args('forParents', { type: () => String, nullable: true }) forParents: string | undefined,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'scoreGoal', { familyId, commandId, madeId: goalId }, (desk) => {
      desk.mustSee('goal', goalId)
      return { type: 'ScoreGoal', ...stamp(desk), scoreId: desk.id('made'), goalId, value, on, ...withoutBlank({ words, forParents }) }
    })
  }

  @Mutation(() => Done)
  addAgreementCard(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: AgreementCardInput, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'addAgreementCard', { familyId, commandId }, (desk) =>
      ({ type: 'AddAgreementCard', ...stamp(desk), cardId: desk.id('made'), version: desk.id('version'), ...withoutNulls(input) }))
  }

  @Mutation(() => Done)
  changeAgreementCard(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('cardId', id) cardId: string, @Args('version', id) version: string,
    @Args('input') input: AgreementCardInput, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'changeAgreementCard', { familyId, commandId, madeId: cardId }, (desk) => {
      desk.mustSee('agreementCard', cardId)
      return { type: 'ChangeAgreementCard', ...stamp(desk), cardId, from: version, version: desk.id('version'), ...withoutNulls(input) }
    })
  }

  @Mutation(() => Done)
  addAction(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('text') text: string, @Args('ownerId', id) owner: string,
    @Args('dueOn', { type: () => DateScalar, nullable: true }) dueOn: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'addAction', { familyId, commandId }, (desk) => {
      desk.mustKnow(owner)
      return { type: 'AddAction', ...stamp(desk), actionId: desk.id('made'), text, owner, ...(dueOn != null && { dueOn }) }
    })
  }

  @Mutation(() => Done)
  completeAction(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('actionId', id) actionId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'completeAction', { familyId, commandId, madeId: actionId }, (desk) => {
      desk.mustSee('action', actionId)
      return { type: 'CompleteAction', ...stamp(desk), actionId }
    })
  }

  @Mutation(() => Done)
  answerReflectionPrompt(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('promptId', id) promptId: string, @Args('text') text: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'answerReflectionPrompt', { familyId, commandId, madeId: promptId }, (desk) => {
      desk.mustSee('reflectionPrompt', promptId)
      return { type: 'AnswerReflection', ...stamp(desk), answerId: desk.id('made'), promptId, text }
    })
  }

  @Mutation(() => Done)
  closeReflectionPrompt(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('promptId', id) promptId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'closeReflectionPrompt', { familyId, commandId, madeId: promptId }, (desk) => {
      desk.mustSee('reflectionPrompt', promptId)
      return { type: 'CloseReflectionPrompt', ...stamp(desk), promptId }
    })
  }

  @Mutation(() => Done)
  signalTooMuch(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('choice', { type: () => OverloadChoice }) choice: Choice,
    @Args('words', { type: () => String, nullable: true }) words: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'signalTooMuch', { familyId, commandId }, (desk) => ({
      type: 'SignalTooMuch', ...stamp(desk), signalId: desk.id('made'), choice, closingDays: closingDaysAround(desk.jurisdiction, desk.today), ...withoutBlank({ words }),
    }))
  }

  @Mutation(() => Done)
  answerOverloadSignal(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('signalId', id) signalId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'answerOverloadSignal', { familyId, commandId, madeId: signalId }, (desk) => {
      desk.mustSee('overloadSignal', signalId)
      return { type: 'AnswerSignal', ...stamp(desk), signalId }
    })
  }

  private carryOut(context: RequestContext, operation: string, ask: Asked, make: CaseCommand['ask']['make']): Promise<Done> {
    return carryOutInCase(this.commands, alsoOnTablet(context), operation, ask, make)
  }
}
