import { Inject } from '@nestjs/common'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { DISCLOSING, FEEDS, MESSAGES, PEOPLE } from '../composition/tokens.ts'
import type { CalendarFeeds } from '../disclosure/feed-reading.ts'
import type { Disclosing } from '../disclosure/disclosing.ts'
import type { People } from '../disclosure/people.ts'
import { alsoOnTablet, signedIn, type RequestContext } from '../graphql/context.ts'
import { Language } from '../graphql/enums.ts'
import { Refused } from '../graphql/refused.ts'
import { Done, Draft, OpenedFeed } from '../graphql/types/commands.ts'
import { Me } from '../graphql/types/people.ts'
import type { OwnMessages } from '../messages/own-messages.ts'
import type { Drafts } from '../sessions/drafts.ts'
import type { Language as LanguageValue } from '../sessions/identity.ts'
import { isOnTablet, type Session, type Sessions } from '../sessions/sessions.ts'
import { DRAFTS, SESSIONS, VISITS } from '../sessions/tokens.ts'
import type { Visits } from '../sessions/visits.ts'

const longestDraft = 50_000
const longestForm = 100
const id = { type: () => ID } as const

/** What somebody keeps for themselves: drafts, language, when they last looked, their own calendar feed. */
@Resolver()
export class OwnResolver {
  constructor(
    @Inject(SESSIONS) private readonly sessions: Sessions, @Inject(DRAFTS) private readonly drafts: Drafts, @Inject(VISITS) private readonly visits: Visits,
    @Inject(PEOPLE) private readonly people: People, @Inject(DISCLOSING) private readonly disclosing: Disclosing, @Inject(FEEDS) private readonly feeds: CalendarFeeds,
    @Inject(MESSAGES) private readonly messages: OwnMessages,
  ) {}

  @Query(() => Draft, { nullable: true })
  async draft(@Args('familyId', id) familyId: string, @Args('form') form: string, @Context() context: RequestContext): Promise<Draft | undefined> {
    const session = await this.mayKeep(context, familyId, 'draft', 'readOwn')
    return this.drafts.find(session.person, familyId, form)
  }

  @Mutation(() => Draft)
  async saveDraft(@Args('familyId', id) familyId: string, @Args('form') form: string, @Args('content') content: string, @Context() context: RequestContext): Promise<Draft> {
    if (content.length > longestDraft || form.length > longestForm) throw new Refused('draft-too-long', { longest: longestDraft })
    const session = await this.mayKeep(context, familyId, 'saveDraft', 'writeOwn')
    return this.drafts.save(session.person, familyId, form, content)
  }

  @Mutation(() => Done)
  async dropDraft(@Args('familyId', id) familyId: string, @Args('form') form: string, @Context() context: RequestContext): Promise<Done> {
    const session = await this.mayKeep(context, familyId, 'dropDraft', 'writeOwn')
    await this.drafts.drop(session.person, familyId, form)
    return { id: form, familyId }
  }

  @Mutation(() => Me)
  async chooseLanguage(@Args('language', { type: () => Language }) language: LanguageValue, @Context() context: RequestContext): Promise<Me> {
    const session = alsoOnTablet(context)
    await this.sessions.chooseLanguage(session, language)
    // What is written to somebody is chosen where nobody else stands.
    if (!isOnTablet(session)) await this.messages.chooseLanguage(session, language)
    return this.people.me({ ...session, language })
  }

  @Mutation(() => Done)
  async markVisited(@Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<Done> {
    const session = await this.mayKeep(context, familyId, 'markVisited', 'writeOwn')
    await this.visits.mark(session.person, familyId)
    return { id: familyId, familyId }
  }

  @Mutation(() => OpenedFeed)
  openCalendarFeed(@Args('commandId', id) commandId: string, @Context() context: RequestContext): Promise<OpenedFeed> {
    return this.feeds.open(signedIn(context), commandId)
  }

  @Mutation(() => Done)
  async closeCalendarFeed(@Args('commandId', id) commandId: string, @Context() context: RequestContext): Promise<Done> {
    await this.feeds.close(signedIn(context), commandId)
    return { id: commandId }
  }

  /** Something of one's own may be kept about a family that one may see. */
  private async mayKeep(context: RequestContext, familyId: string, operation: string, action: 'readOwn' | 'writeOwn'): Promise<Session> {
    const session = alsoOnTablet(context)
    if (!await this.disclosing.keeps(session, familyId, operation, action)) throw new Refused('not-found')
    return session
  }
}
