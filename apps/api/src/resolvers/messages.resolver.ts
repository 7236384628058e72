import { Inject } from '@nestjs/common'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { MESSAGES, PRINTING } from '../composition/tokens.ts'
import type { Printing } from '../disclosure/printing.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { Language } from '../graphql/enums.ts'
import { MessageChoiceInput } from '../graphql/inputs.ts'
import { MessageSettings } from '../graphql/types/messages.ts'
import { PrintedPlan, PrintedVisit } from '../graphql/types/printing.ts'
import type { OwnMessages } from '../messages/own-messages.ts'
import type { Preferences } from '../messages/preferences.ts'
import type { Language as LanguageValue } from '../sessions/identity.ts'

/** What leaves the house: mail that somebody wants for themselves, and a visit on paper. */
@Resolver()
export class MessagesResolver {
  constructor(@Inject(MESSAGES) private readonly messages: OwnMessages, @Inject(PRINTING) private readonly printing: Printing) {}

  @Query(() => MessageSettings, { nullable: true, description: 'Nothing where no mail is sent.' })
  async messageSettings(@Context() context: RequestContext): Promise<MessageSettings | undefined> {
    const preferences = await this.messages.read(signedIn(context))
    return preferences === undefined ? undefined : settingsView(preferences)
  }

  @Mutation(() => MessageSettings, { description: 'Sends a code to an address; it is used once the code was typed in.' })
  async askMailAddress(@Args('address') address: string, @Context() context: RequestContext): Promise<MessageSettings> {
    return settingsView(await this.messages.askAddress(signedIn(context), address))
  }

  @Mutation(() => MessageSettings)
  async confirmMailAddress(@Args('code') code: string, @Context() context: RequestContext): Promise<MessageSettings> {
    return settingsView(await this.messages.confirmAddress(signedIn(context), code))
  }

  @Mutation(() => MessageSettings)
  async removeMailAddress(@Context() context: RequestContext): Promise<MessageSettings> {
    return settingsView(await this.messages.removeAddress(signedIn(context)))
  }

  @Mutation(() => MessageSettings)
  async chooseMessages(@Args('choice') choice: MessageChoiceInput, @Context() context: RequestContext): Promise<MessageSettings> {
    return settingsView(await this.messages.choose(signedIn(context), choice))
  }

  @Query(() => PrintedVisit, { description: 'For whoever coordinates. The access log says that it was taken along.' })
  printedVisit(
    @Args('familyId', { type: () => ID }) familyId: string, @Args('visitId', { type: () => ID }) visitId: string, @Args('parentId', { type: () => ID }) parentId: string,
    @Args('language', { type: () => Language }) language: LanguageValue, @Context() context: RequestContext,
  ): Promise<PrintedVisit> {
    return this.printing.visit(signedIn(context), familyId, visitId, parentId, language)
  }

  @Query(() => PrintedPlan, { description: 'For one parent, by whoever coordinates; or for who works with it, what they may take along. The access log says that it was taken along.' })
  printedPlan(
    @Args('familyId', { type: () => ID }) familyId: string, @Args('parentId', { type: () => ID, nullable: true }) parentId: string | undefined, @Args('language', { type: () => Language }) language: LanguageValue,
    @Context() context: RequestContext,
  ): Promise<PrintedPlan> {
    return this.printing.plan(signedIn(context), familyId, parentId ?? undefined, language)
  }
}

const settingsView = ({ address, unconfirmed, lastRefused, channel, language, reminderHours, quiet }: Preferences): MessageSettings => ({
  lastRefused, channel, language, reminderHours, quietFrom: quiet.from, quietUntil: quiet.until,
  ...(address !== undefined && { address }), ...(unconfirmed !== undefined && { unconfirmedAddress: unconfirmed.address }),
})
