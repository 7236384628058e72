import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql'
import type { HypothesisOutcome as OutcomeValue } from '@samenspel/family-case'
import type { CaseCommand } from '../commands/commands.ts'
import type { Desk } from '../disclosure/desk.ts'
import { FactorInput, HypothesisInput, PortOfEntryInput } from '../graphql/analysis-inputs.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { HypothesisOutcome } from '../graphql/enums.ts'
import { SubjectInput } from '../graphql/inputs.ts'
import { Done } from '../graphql/types/commands.ts'
import { carryOutInCase, coordinating, stamp, type Asked } from './carry-out.ts'
import { subjectOf, withoutNulls } from './inputs.ts'

type Links = { readonly supporting: readonly string[]; readonly opposing: readonly string[] }

const id = { type: () => ID } as const

/** Factors, hypotheses and the port of entry. Each answers with the id of what was made or changed. */
@Resolver()
export class AnalysisResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => Done)
  addFactor(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('subject') about: SubjectInput, @Args('input') input: FactorInput, @Context() context: RequestContext,
  ): Promise<Done> {
    const subject = subjectOf(about)
    return this.carryOut(context, 'addFactor', { familyId, commandId }, (desk) => {
      desk.mustKnowSubject(subject)
      mustKnowAll(desk, input.heardFrom)
      return { type: 'AddFactor', ...stamp(desk), factorId: desk.id('made'), version: desk.id('version'), subject, ...withoutNulls(input) }
    })
  }

  @Mutation(() => Done)
  changeFactor(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('factorId', id) factorId: string, @Args('version', id) version: string, @Args('input') input: FactorInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'changeFactor', { familyId, commandId, madeId: factorId }, (desk) => {
      desk.mustSee('factor', factorId)
      mustKnowAll(desk, input.heardFrom)
      return { type: 'ChangeFactor', ...stamp(desk), factorId, from: version, version: desk.id('version'), ...withoutNulls(input) }
    })
  }

  @Mutation(() => Done, { description: 'It doesn\'t count any more. It stays to be read, with the reason.' })
  dismissFactor(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('factorId', id) factorId: string, @Args('reason') reason: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'dismissFactor', { familyId, commandId, madeId: factorId }, (desk) => {
      desk.mustSee('factor', factorId)
      return { type: 'DismissFactor', ...stamp(desk), factorId, judgementId: desk.id('made'), reason }
    })
  }

  @Mutation(() => Done)
  addHypothesis(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('subject') about: SubjectInput, @Args('input') input: HypothesisInput, @Context() context: RequestContext,
  ): Promise<Done> {
    const subject = subjectOf(about)
    return this.carryOut(context, 'addHypothesis', { familyId, commandId }, (desk) => {
      desk.mustKnowSubject(subject)
      mustSeeAll(desk, input)
      return { type: 'AddHypothesis', ...stamp(desk), hypothesisId: desk.id('made'), version: desk.id('version'), subject, ...input }
    })
  }

  @Mutation(() => Done)
  changeHypothesis(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('hypothesisId', id) hypothesisId: string, @Args('version', id) version: string, @Args('input') input: HypothesisInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'changeHypothesis', { familyId, commandId, madeId: hypothesisId }, (desk) => {
      desk.mustSee('hypothesis', hypothesisId)
      mustSeeAll(desk, input)
      return { type: 'ChangeHypothesis', ...stamp(desk), hypothesisId, from: version, version: desk.id('version'), ...input, ...withUnseen(input, desk.unseenFactors(hypothesisId)) }
    })
  }

  @Mutation(() => Done, { description: 'Who coordinates says what becomes of a hypothesis, and why.' })
  decideHypothesis(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('hypothesisId', id) hypothesisId: string,
    @Args('outcome', { type: () => HypothesisOutcome }) outcome: OutcomeValue, @Args('reason') reason: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'decideHypothesis', { familyId, commandId, madeId: hypothesisId }, (desk) => {
      desk.mustSee('hypothesis', hypothesisId)
      return { type: 'DecideHypothesis', ...coordinating(desk), hypothesisId, judgementId: desk.id('made'), outcome, reason }
    })
  }

  @Mutation(() => Done, { description: 'Who coordinates chooses where the work begins.' })
  setPortOfEntry(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: PortOfEntryInput, @Context() context: RequestContext): Promise<Done> {
    const { subject: about, ...rest } = withoutNulls(input)
    const subject = subjectOf(about)
    return this.carryOut(context, 'setPortOfEntry', { familyId, commandId }, (desk) => {
      if (rest.entryPerson !== undefined) desk.mustKnow(rest.entryPerson)
      return { type: 'SetPortOfEntry', ...coordinating(desk), portId: desk.id('made'), subject, ...rest }
    })
  }

  private carryOut(context: RequestContext, operation: string, ask: Asked, make: CaseCommand['ask']['make']): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), operation, ask, make)
  }
}

/** Who told something is somebody whom the writer may know of. */
const mustKnowAll = (desk: Desk, people: readonly string[]): void => { for (const person of people) desk.mustKnow(person) }

/** What is linked is what opened: nobody learns by a guess that a factor is there. */
const mustSeeAll = (desk: Desk, { supporting, opposing }: Links): void => { for (const factor of [...supporting, ...opposing]) desk.mustSee('factor', factor) }

/** Links to what the writer can't see stay as they are: nobody takes away what stands before another's eyes only. */
const withUnseen = ({ supporting, opposing }: Links, unseen: Links): Links => ({ supporting: [...supporting, ...unseen.supporting], opposing: [...opposing, ...unseen.opposing] })
