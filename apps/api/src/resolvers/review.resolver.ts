import { Inject } from '@nestjs/common'
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { Verdict } from '@samenspel/accountability'
import { REVIEWING } from '../composition/tokens.ts'
import type { Reviewing } from '../disclosure/reviewing.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { ReviewVerdict } from '../graphql/enums.ts'
import { Done } from '../graphql/types/commands.ts'
import { FindingConnection, ReviewReport } from '../graphql/types/review.ts'
import { withoutNulls } from './inputs.ts'
import { pageOf } from '../graphql/pages.ts'

const id = { type: () => ID } as const

/** The review of the access log by a privacy officer. */
@Resolver()
export class ReviewResolver {
  constructor(@Inject(REVIEWING) private readonly reviewing: Reviewing) {}

  @Query(() => FindingConnection, { description: 'Looks that stand out, those that are open first.' })
  async accessReview(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number, @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Args('month', { type: () => String, nullable: true, description: 'As 2026-11.' }) month: string | undefined, @Args('isOpen', { type: () => Boolean, nullable: true }) isOpen: boolean | undefined,
    @Context() context: RequestContext,
  ): Promise<FindingConnection> {
    return pageOf(await this.reviewing.findings(signedIn(context), withoutNulls({ month, isOpen })), first, after, (one) => one.id)
  }

  @Query(() => ReviewReport)
  accessReviewReport(@Args('month', { description: 'As 2026-11.' }) month: string, @Context() context: RequestContext): Promise<ReviewReport> {
    return this.reviewing.report(signedIn(context), month)
  }

  @Mutation(() => Done)
  async judgeLook(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('findingId', id) findingId: string,
    @Args('verdict', { type: () => ReviewVerdict }) verdict: Verdict, @Args('word') word: string, @Context() context: RequestContext,
  ): Promise<Done> {
    await this.reviewing.judge(signedIn(context), familyId, commandId, findingId, verdict, word)
    return { id: findingId, familyId }
  }

  @Mutation(() => Done)
  async reopenLook(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('findingId', id) findingId: string, @Context() context: RequestContext): Promise<Done> {
    await this.reviewing.reopen(signedIn(context), familyId, commandId, findingId)
    return { id: findingId, familyId }
  }

  @Mutation(() => Done, { description: 'Every look into a case under extra watch is reviewed.' })
  async setExtraWatch(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('isWatched') isWatched: boolean, @Context() context: RequestContext): Promise<Done> {
    await this.reviewing.watch(signedIn(context), familyId, commandId, isWatched)
    return { id: familyId, familyId }
  }
}
