import { Inject } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { CardAge as CardAgeValue, PracticeCardContent, Route as RouteValue, Setting as SettingValue } from '@samenspel/family-case'
import { newId } from '@samenspel/kernel'
import type { CaseCommand } from '../commands/commands.ts'
import { PRACTICE_CARDS } from '../composition/tokens.ts'
import type { PracticeCards } from '../disclosure/practice-cards.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { CardAge, Route, Setting } from '../graphql/enums.ts'
import { PracticeCardInput, SpokenInput } from '../graphql/plan-inputs.ts'
import { Done } from '../graphql/types/commands.ts'
import { NamesToLeaveOut, ShelfCard, ShelfCardConnection } from '../graphql/types/practice-cards.ts'
import { carryOutInCase, coordinating, stamp, type Asked } from './carry-out.ts'
import { pageOf } from '../graphql/pages.ts'

const id = { type: () => ID } as const
const maybeId = { type: () => ID, nullable: true } as const

/** What was learned with a family: written in its file, allowed by its parents, and found by every professional without the family. */
@Resolver()
export class PracticeCardsResolver {
  constructor(private readonly commands: CommandBus, @Inject(PRACTICE_CARDS) private readonly cards: PracticeCards) {}

  @Query(() => ShelfCardConnection, { description: 'What teams learned, the newest first; every word that is sought stands on the card.' })
  async practiceCards(
    @Args('words', { type: () => String, nullable: true }) words: string | undefined, @Args('age', { type: () => CardAge, nullable: true }) age: CardAgeValue | undefined, @Args('route', { type: () => Route, nullable: true }) route: RouteValue | undefined,
    @Args('setting', { type: () => Setting, nullable: true }) setting: SettingValue | undefined, @Args('first', { type: () => Int, defaultValue: 20 }) first: number, @Args('after', maybeId) after: string | undefined, @Context() context: RequestContext,
  ): Promise<ShelfCardConnection> {
    const found = await this.cards.found(signedIn(context), { ...(words != null && { words }), ...(age != null && { age }), ...(route != null && { route }), ...(setting != null && { setting }) })
    return pageOf(found, first, after ?? undefined, (card) => card.id)
  }

  @Query(() => ShelfCardConnection, { description: 'What the viewer published and took away again, the newest first.' })
  async ownWithdrawnCards(@Args('first', { type: () => Int, defaultValue: 20 }) first: number, @Args('after', maybeId) after: string | undefined, @Context() context: RequestContext): Promise<ShelfCardConnection> {
    return pageOf(await this.cards.withdrawn(signedIn(context)), first, after ?? undefined, (card) => card.id)
  }

  @Query(() => ShelfCard, { nullable: true })
  practiceCard(@Args('id', id) cardId: string, @Context() context: RequestContext): Promise<ShelfCard | undefined> { return this.cards.card(signedIn(context), cardId) }

  @Query(() => NamesToLeaveOut, { description: 'For who coordinates: what may not stand in a practice card of this family.' })
  namesToLeaveOut(@Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<NamesToLeaveOut> { return this.cards.namesToLeaveOut(signedIn(context), familyId) }

  @Mutation(() => Done, { description: 'By who published it. Nobody finds it any more; who read it, did.' })
  async withdrawPracticeCard(@Args('commandId', id) commandId: string, @Args('id', id) cardId: string, @Args('reason') reason: string, @Context() context: RequestContext): Promise<Done> {
    await this.cards.withdraw(signedIn(context), commandId, cardId, reason)
    return { id: cardId }
  }

  @Mutation(() => Done, { description: 'Refused while a name, a number or a day is left in it by which a family could be known.' })
  async writePracticeCard(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('version', maybeId) version: string | undefined, @Args('input') input: PracticeCardInput, @Context() context: RequestContext): Promise<Done> {
    const register = await this.cards.registerNames(signedIn(context))
    const content = contentOf(input)
    return this.carryOut(context, 'writePracticeCard', { familyId, commandId }, (desk) =>
      ({ type: 'WritePracticeCard', ...coordinating(desk), version: desk.id('made'), ...content, traces: this.cards.traces(desk, register, content), ...(version != null && { from: version }) }))
  }

  @Mutation(() => Done)
  answerPracticeCard(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('version', id) version: string, @Args('parentId', id) parent: string, @Args('isYes') isYes: boolean, @Args('spoken', { type: () => SpokenInput, nullable: true }) spoken: SpokenInput | undefined,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'answerPracticeCard', { familyId, commandId }, (desk) => {
      desk.mustSee('practiceCard', version)
      desk.mustKnow(parent)
      return { type: 'AnswerPracticeCard', ...stamp(desk), answerId: desk.id('made'), version, parent, isYes, ...(spoken != null && { spoken }) }
    })
  }

  @Mutation(() => Done, { description: 'These words may go to colleagues: on the first of a month, a week from now at the earliest, with those of others.' })
  async releasePracticeCard(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('version', id) version: string, @Context() context: RequestContext): Promise<Done> {
    const register = await this.cards.registerNames(signedIn(context))
    return this.carryOut(context, 'releasePracticeCard', { familyId, commandId, madeId: version }, (desk) => {
      const { title = '', tried = '', ...card } = desk.practiceCard(version)
      // What it is called elsewhere follows from nothing that is known of this file, not from this command either.
      return { type: 'ReleasePracticeCard', ...coordinating(desk), version, cardId: newId(), traces: this.cards.traces(desk, register, { ages: [], routes: [], settings: [], ...card, title, tried }) }
    })
  }

  @Mutation(() => Done, { description: 'It doesn\'t go to colleagues, or they find it no more.' })
  recallPracticeCard(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('cardId', id) cardId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'recallPracticeCard', { familyId, commandId, madeId: cardId }, (desk) => {
      desk.mustCoordinate()
      return { type: 'RecallPracticeCard', ...coordinating(desk), cardId }
    })
  }

  private carryOut(context: RequestContext, operation: string, ask: Asked, make: CaseCommand['ask']['make']): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), operation, ask, make)
  }
}

const contentOf = ({ title, situation, talk, tried, whatHelped, whatDidNot, insight, ages, routes, settings }: PracticeCardInput): PracticeCardContent => ({
  title, situation, ...said('talk', talk), tried, whatHelped, ...said('whatDidNot', whatDidNot), ...said('insight', insight), ages, routes, settings,
})

const said = <Field extends string>(field: Field, words: string | null | undefined): { readonly [One in Field]?: string } => (words == null || words.trim() === '' ? {} : { [field]: words }) as { readonly [One in Field]?: string }
