import { Inject } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { SearchEnding as EndingValue } from '@samenspel/family-case'
import { addDays, type HelpKind as KindValue } from '@samenspel/kernel'
import type { CaseCommand } from '../commands/commands.ts'
import { INVITING, SEEKING_HELP } from '../composition/tokens.ts'
import type { Desk } from '../disclosure/desk.ts'
import type { Inviting } from '../disclosure/inviting.ts'
import type { SeekingHelp } from '../disclosure/seeking-help.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { HelpKind, SearchEnding } from '../graphql/enums.ts'
import { SubjectInput } from '../graphql/inputs.ts'
import { SpokenInput } from '../graphql/plan-inputs.ts'
import { Refused } from '../graphql/refused.ts'
import { Done } from '../graphql/types/commands.ts'
import { ChosenInvitationInput, HelpInput, ProvidersInput } from '../graphql/types/help-choices.ts'
import { HelpSuggestions } from '../graphql/types/services.ts'
import { carryOutInCase, coordinating, stamp, type Asked } from './carry-out.ts'
import { daysToAnswer } from './consents.resolver.ts'
import { subjectOf } from './inputs.ts'

const id = { type: () => ID } as const
const maybeId = { type: () => ID, nullable: true } as const
const maybeText = { type: () => String, nullable: true } as const
const said = (words: string | null | undefined) => words != null && words.trim() !== '' && { words }
const some = (text: string | null | undefined) => text == null || text.trim() === '' ? undefined : text

/** Which help, and from whom: proposed by who coordinates, chosen by the family (K-03). */
@Resolver()
export class HelpChoicesResolver {
  constructor(private readonly commands: CommandBus, @Inject(SEEKING_HELP) private readonly seeking: SeekingHelp, @Inject(INVITING) private readonly inviting: Inviting) {}

  @Query(() => HelpSuggestions, { description: 'Which services suit somebody of this family, for who coordinates.' })
  helpSuggestions(
    @Args('familyId', id) familyId: string, @Args('subject') subject: SubjectInput, @Args('kind', { type: () => HelpKind }) kind: KindValue, @Args('area', maybeText) area: string | undefined,
    @Args('language', maybeText) language: string | undefined, @Args('searchId', maybeId) searchId: string | undefined, @Context() context: RequestContext,
  ): Promise<HelpSuggestions> {
    return this.seeking.suggestions(signedIn(context), familyId, { subject: subjectOf(subject), kind, ...criteria({ area, language }), ...(searchId != null && { searchId }) })
  }

  @Mutation(() => Done, { description: 'Help is sought for somebody of the family, and providers are proposed: two at least, where two suit.' })
  async askHelp(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: HelpInput, @Context() context: RequestContext): Promise<Done> {
    const services = await this.seeking.services(signedIn(context))
    const subject = subjectOf(input.subject)
    const { kind, why, serviceIds, fewerWhy } = input
    return this.carryOut(context, 'askHelp', { familyId, commandId }, (desk) => {
      leadAndReach(desk)
      desk.mustKnowSubject(subject)
      const sought = { kind, ...criteria(input) }
      return { type: 'AskHelp', ...coordinating(desk), searchId: desk.id('made'), subject, why, ...sought, ...this.seeking.proposal(desk, services, subject, sought, { serviceIds, ...fewer(fewerWhy) }) }
    })
  }

  @Mutation(() => Done, { description: 'A next proposal in the same search.' })
  async proposeProviders(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('searchId', id) searchId: string, @Args('input') input: ProvidersInput, @Context() context: RequestContext): Promise<Done> {
    const services = await this.seeking.services(signedIn(context))
    return this.carryOut(context, 'proposeProviders', { familyId, commandId, madeId: searchId }, (desk) => {
      leadAndReach(desk)
      const { subject, kind } = desk.helpSearch(searchId)
      return { type: 'ProposeProviders', ...coordinating(desk), searchId, ...this.seeking.proposal(desk, services, subject, { kind, ...criteria(input) }, { serviceIds: input.serviceIds, ...fewer(input.fewerWhy) }) }
    })
  }

  @Mutation(() => Done, { description: 'What a parent chooses: one of the newest proposal, or none. A professional notes who said it, and how.' })
  answerProviders(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('searchId', id) searchId: string, @Args('proposalId', id) proposalId: string, @Args('optionId', maybeId) optionId: string | undefined,
    @Args('words', maybeText) words: string | undefined, @Args('parentId', maybeId) parentId: string | undefined, @Args('spoken', { type: () => SpokenInput, nullable: true }) spoken: SpokenInput | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'answerProviders', { familyId, commandId, madeId: searchId }, (desk) => {
      desk.mustSee('helpSearch', searchId)
      if (parentId != null) desk.mustKnow(parentId)
      return {
        type: 'AnswerProviders', ...stamp(desk), searchId, proposalId, parent: parentId ?? desk.by.person, ...(optionId != null && { optionId }), wordsId: desk.id('words'), ...said(words),
        ...(spoken != null && { spoken: { how: spoken.how, on: spoken.on } }),
      }
    })
  }

  @Mutation(() => Done, { description: 'A provider said that there is no room.' })
  noteNoRoom(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('searchId', id) searchId: string, @Args('optionId', id) optionId: string, @Args('words', maybeText) words: string | undefined, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'noteNoRoom', { familyId, commandId, madeId: searchId }, (desk) => {
      desk.helpSearch(searchId)
      return { type: 'NoteNoRoom', ...coordinating(desk), searchId, optionId, ...said(words) }
    })
  }

  @Mutation(() => Done, { description: 'Asks somebody of the organisation that the family chose, without naming the family.' })
  async inviteChosenProvider(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('searchId', id) searchId: string, @Args('optionId', id) optionId: string, @Args('input') input: ChosenInvitationInput, @Context() context: RequestContext,
  ): Promise<Done> {
    const { professionalId, question, from, until, answerBy } = input
    const partner = (await this.inviting.partners(signedIn(context), familyId)).find((one) => one.id === professionalId)
    if (partner === undefined) throw new Refused('person-unknown', { field: 'professionalId' })
    return this.carryOut(context, 'inviteChosenProvider', { familyId, commandId }, (desk) => {
      desk.mustCoordinate()
      desk.helpSearch(searchId)
      return {
        type: 'InviteChosenProvider', ...coordinating(desk), searchId, optionId, invitationId: desk.id('made'), practitionerId: partner.id, organisation: partner.organisation.id,
        discipline: partner.discipline as (typeof desk.team)[number]['discipline'], category: 'contact', question, from, ...(until != null && { until }), answerBy: answerBy ?? addDays(desk.today, daysToAnswer),
      }
    })
  }

  @Mutation(() => Done, { description: 'The search is over; the case goes on.' })
  endHelpSearch(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('searchId', id) searchId: string, @Args('because', { type: () => SearchEnding }) because: EndingValue, @Args('words', maybeText) words: string | undefined,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'endHelpSearch', { familyId, commandId, madeId: searchId }, (desk) => {
      desk.helpSearch(searchId)
      return { type: 'EndHelpSearch', ...coordinating(desk), searchId, because, ...said(words) }
    })
  }

  private carryOut(context: RequestContext, operation: string, ask: Asked, make: CaseCommand['ask']['make']): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), operation, ask, make)
  }
}

/** Nothing new is asked of a family that is to be left in peace. */
const leadAndReach = (desk: Desk): void => {
  desk.mustCoordinate()
  desk.mustReach()
}

const criteria = ({ area, language }: { readonly area?: string | null | undefined; readonly language?: string | null | undefined }) => {
  const [where, tongue] = [some(area), some(language)]
  return { ...(where !== undefined && { area: where }), ...(tongue !== undefined && { language: tongue }) }
}

/** Why there are fewer than two, where somebody said so. */
const fewer = (why: string | null | undefined) => {
  const said = some(why)
  return said === undefined ? {} : { fewerWhy: said }
}
