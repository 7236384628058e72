import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql'
import type { AskOutcome as OutcomeValue } from '@samenspel/family-case'
import { subjectKey } from '@samenspel/kernel'
import type { CaseCommand } from '../commands/commands.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { AskOutcome } from '../graphql/enums.ts'
import { SpokenInput } from '../graphql/plan-inputs.ts'
import { AskInput } from '../graphql/types/asks.ts'
import { Done } from '../graphql/types/commands.ts'
import { carryOutInCase, stamp, type Asked } from './carry-out.ts'

const id = { type: () => ID } as const
const said = (spoken: SpokenInput | null | undefined) => spoken != null && { spoken: { how: spoken.how, on: spoken.on } }

/** What a parent may ask at any time: somebody else, or no shared file. */
@Resolver()
export class AsksResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => Done, { description: 'Another coordinator, another provider, or no shared file: then what is shared ends at this moment, as far as that parent has a say.' })
  makeAsk(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: AskInput, @Context() context: RequestContext): Promise<Done> {
    const { kind, aboutId, throughId, words, parentId, spoken } = input
    return this.carryOut(context, 'makeAsk', { familyId, commandId }, (desk) => {
      for (const person of [aboutId, throughId, parentId]) if (person != null) desk.mustKnow(person)
      const parent = parentId ?? desk.by.person
      return {
        type: 'MakeAsk', ...stamp(desk), askId: desk.id('made'), kind, parent, ...(aboutId != null && { about: aboutId }), ...(throughId != null && { through: throughId }),
        ...(words != null && words.trim() !== '' && { words }), ...said(spoken),
        ...(kind === 'noSharedFile' && { shut: { noes: desk.decidedBy(parent).map((subject) => ({ consentId: desk.id(`no about ${subjectKey(subject)}`), subject })), howExplained: 'In Samenspel' } }),
      }
    })
  }

  @Mutation(() => Done, { description: 'Brings what a parent said to who coordinates, after talking with that parent.' })
  passAsk(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('askId', id) askId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'passAsk', { familyId, commandId, madeId: askId }, (desk) => {
      desk.mustSee('ask', askId)
      return { type: 'PassAsk', ...stamp(desk), askId }
    })
  }

  @Mutation(() => Done, { description: 'What was agreed with the parent, in words that the parent reads.' })
  answerAsk(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('askId', id) askId: string, @Args('outcome', { type: () => AskOutcome }) outcome: OutcomeValue, @Args('words') words: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'answerAsk', { familyId, commandId, madeId: askId }, (desk) => {
      desk.mustSee('ask', askId)
      return { type: 'AnswerAsk', ...stamp(desk), askId, outcome, words }
    })
  }

  @Mutation(() => Done, { description: 'A parent takes it back, or somebody who reads it notes that they said so. What was shared before is shared anew, or not.' })
  withdrawAsk(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('askId', id) askId: string, @Args('spoken', { type: () => SpokenInput, nullable: true }) spoken: SpokenInput | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'withdrawAsk', { familyId, commandId, madeId: askId }, (desk) => {
      desk.mustSee('ask', askId)
      return { type: 'WithdrawAsk', ...stamp(desk), askId, ...said(spoken) }
    })
  }

  private carryOut(context: RequestContext, operation: string, ask: Asked, make: CaseCommand['ask']['make']): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), operation, ask, make)
  }
}
