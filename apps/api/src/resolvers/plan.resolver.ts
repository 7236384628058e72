import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql'
import type { GoalEnding as EndingValue, PlanAnswerKind as AnswerValue, PlanTopic as TopicValue, PlanVariant as VariantValue } from '@samenspel/family-case'
import type { CaseCommand } from '../commands/commands.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { GoalEnding, PlanAnswerKind, PlanTopic, PlanVariant } from '../graphql/enums.ts'
import { EvaluationInput, PlanLineInput, SpokenInput } from '../graphql/plan-inputs.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { Done } from '../graphql/types/commands.ts'
import { carryOutInCase, coordinating, stamp, type Asked } from './carry-out.ts'
import { withoutBlank, withoutNulls } from './inputs.ts'

const id = { type: () => ID } as const
const maybeId = { type: () => ID, nullable: true } as const
const maybeText = { type: () => String, nullable: true } as const
const maybeSpoken = { type: () => SpokenInput, nullable: true } as const
const from = (version: string | null | undefined) => version != null && { from: version }
const aloud = (spoken: SpokenInput | null | undefined) => spoken != null && { spoken: { how: spoken.how, on: spoken.on } }

/** The plan as a whole: its words, its versions, what parents say to it, and how it went. Each answers with the id of what was made or changed. */
@Resolver()
export class PlanResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => Done)
  choosePlanVariant(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('variant', { type: () => PlanVariant }) variant: VariantValue, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'choosePlanVariant', { familyId, commandId }, (desk) => ({ type: 'ChoosePlanVariant', ...coordinating(desk), choiceId: desk.id('made'), variant }))
  }

  @Mutation(() => Done)
  writePlanText(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('topic', { type: () => PlanTopic }) topic: TopicValue, @Args('version', maybeId) version: string | undefined,
    @Args('text') text: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'writePlanText', { familyId, commandId }, (desk) => {
      if (version != null) desk.mustSeePart('text', topic)
      return { type: 'WritePlanText', ...coordinating(desk), topic, version: desk.id('made'), text, ...from(version) }
    })
  }

  @Mutation(() => Done, { description: 'What one parent wants themselves: by that parent, or noted with how and when it was said.' })
  writeParentsGoal(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('parentId', id) parent: string, @Args('version', maybeId) version: string | undefined, @Args('text') text: string,
    @Args('spoken', maybeSpoken) spoken: SpokenInput | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'writeParentsGoal', { familyId, commandId }, (desk) => {
      desk.mustKnow(parent)
      desk.mustNoteFor(parent)
      if (version != null) desk.mustSeePart('parentsGoal', parent)
      return { type: 'WriteParentsGoal', ...stamp(desk), parent, version: desk.id('made'), text, ...from(version), ...aloud(spoken) }
    })
  }

  @Mutation(() => Done)
  writePlanLine(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('lineId', maybeId) lineId: string | undefined, @Args('version', maybeId) version: string | undefined, @Args('input') input: PlanLineInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'writePlanLine', { familyId, commandId, ...(lineId != null && { madeId: lineId }) }, (desk) => {
      if (lineId != null) desk.mustSeePart('line', lineId)
      const { carriedById: carriedBy, ...words } = withoutNulls(input)
      if (carriedBy !== undefined) desk.mustKnow(carriedBy)
      return { type: 'WritePlanLine', ...coordinating(desk), lineId: lineId ?? desk.id('made'), version: desk.id('version'), ...words, ...(carriedBy !== undefined && { carriedBy }), ...from(version) }
    })
  }

  @Mutation(() => Done)
  endPlanLine(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('lineId', id) lineId: string, @Args('words') words: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'endPlanLine', { familyId, commandId, madeId: lineId }, (desk) => {
      desk.mustSeePart('line', lineId)
      return { type: 'EndPlanLine', ...coordinating(desk), lineId, endingId: desk.id('ending'), words }
    })
  }

  @Mutation(() => Done, { description: 'A goal is reached or let go. The mentalising goal never ends (K-05).' })
  endGoal(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('goalId', id) goalId: string, @Args('outcome', { type: () => GoalEnding }) outcome: EndingValue, @Args('words') words: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'endGoal', { familyId, commandId, madeId: goalId }, (desk) => {
      desk.mustSee('goal', goalId)
      return { type: 'EndGoal', ...coordinating(desk), endingId: desk.id('ending'), goalId, outcome, words }
    })
  }

  @Mutation(() => Done)
  reopenAction(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('actionId', id) actionId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'reopenAction', { familyId, commandId, madeId: actionId }, (desk) => {
      desk.mustSee('action', actionId)
      return { type: 'ReopenAction', ...stamp(desk), actionId }
    })
  }

  @Mutation(() => Done)
  moveAction(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('actionId', id) actionId: string, @Args('dueOn', { type: () => DateScalar }) dueOn: string, @Args('reason', maybeText) reason: string | undefined,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'moveAction', { familyId, commandId, madeId: actionId }, (desk) => {
      desk.mustSee('action', actionId)
      return { type: 'MoveAction', ...stamp(desk), actionId, dueOn, ...withoutBlank({ reason }) }
    })
  }

  @Mutation(() => Done, { description: 'A version of the plan as it stands now, to talk over and agree to.' })
  drawPlanVersion(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('note', maybeText) note: string | undefined, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'drawPlanVersion', { familyId, commandId }, (desk) =>
      ({ type: 'DrawPlanVersion', ...coordinating(desk), planVersionId: desk.id('made'), ...withoutBlank({ note }) }))
  }

  @Mutation(() => Done, { description: 'What one parent says to a version: in person, or noted with how and when it was said.' })
  answerPlanVersion(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('planVersionId', id) planVersionId: string, @Args('parentId', id) parent: string,
    @Args('answer', { type: () => PlanAnswerKind }) answer: AnswerValue, @Args('words', maybeText) words: string | undefined, @Args('spoken', maybeSpoken) spoken: SpokenInput | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'answerPlanVersion', { familyId, commandId }, (desk) => {
      desk.mustSee('planVersion', planVersionId)
      desk.mustKnow(parent)
      return { type: 'AnswerPlanVersion', ...stamp(desk), answerId: desk.id('made'), planVersionId, parent, answer, ...withoutBlank({ words }), ...aloud(spoken) }
    })
  }

  @Mutation(() => Done, { description: 'From now on this version holds (K-04). `without`: why, although a parent did not say yes.' })
  activatePlanVersion(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('planVersionId', id) planVersionId: string, @Args('without', maybeText) without: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'activatePlanVersion', { familyId, commandId, madeId: planVersionId }, (desk) => {
      desk.mustSee('planVersion', planVersionId)
      return { type: 'ActivatePlanVersion', ...coordinating(desk), planVersionId, ...withoutBlank({ without }) }
    })
  }

  @Mutation(() => Done)
  evaluatePlan(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: EvaluationInput, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'evaluatePlan', { familyId, commandId }, (desk) => {
      const { goals, ...evaluation } = withoutNulls(input)
      goals.forEach(({ goalId }) => desk.mustSee('goal', goalId))
      return { type: 'EvaluatePlan', ...coordinating(desk), evaluationId: desk.id('made'), ...evaluation, goals: goals.map((goal) => ({ ...withoutNulls(goal), scoreId: desk.id(`score ${goal.goalId}`) })) }
    })
  }

  private carryOut(context: RequestContext, operation: string, ask: Asked, make: CaseCommand['ask']['make']): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), operation, ask, make)
  }
}
