import { Inject } from '@nestjs/common'
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { RestrictionGround as Ground, RestrictionRefusal as Refusal } from '@samenspel/accountability'
import type { StatedKind as Stated } from '@samenspel/family-case'
import { DATA_REQUESTS, WRITTEN } from '../composition/tokens.ts'
import type { DataRequests } from '../disclosure/data-requests.ts'
import type { WrittenAbout } from '../disclosure/written.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { RestrictionGround, RestrictionRefusal, StatedKind } from '../graphql/enums.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { Done } from '../graphql/types/commands.ts'
import { DataRequestConnection, OwnData, WrittenConnection } from '../graphql/types/data-requests.ts'
import { pageOf } from '../graphql/pages.ts'

const id = { type: () => ID } as const

/** What people ask about their data, and how a privacy officer works on it. */
@Resolver()
export class DataRequestsResolver {
  constructor(@Inject(DATA_REQUESTS) private readonly requests: DataRequests, @Inject(WRITTEN) private readonly written: WrittenAbout) {}

  @Query(() => OwnData, { nullable: true, description: 'Of the family as the viewer, a member of it, may ask about data.' })
  ownData(@Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<OwnData | undefined> {
    return this.requests.own(signedIn(context), familyId)
  }

  @Query(() => WrittenConnection, { nullable: true, description: 'What others recorded that the viewer, a member of the family, reads, newest first.' })
  async writtenAboutUs(
    @Args('familyId', id) familyId: string, @Args('kind', { type: () => StatedKind, nullable: true }) kind: Stated | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 10 }) first: number, @Args('after', { type: () => String, nullable: true }) after: string | undefined, @Context() context: RequestContext,
  ): Promise<WrittenConnection | undefined> {
    const found = await this.written.of(signedIn(context), familyId, kind ?? undefined)
    return found === undefined ? undefined : { ...pageOf(found.entries, first, after, (one) => one.id), kinds: found.kinds }
  }

  @Mutation(() => Done, { description: 'Asks that the data of somebody are erased, or joins who asked before.' })
  async askErasure(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('personId', id) personId: string, @Context() context: RequestContext): Promise<Done> {
    return { id: await this.requests.askErasure(signedIn(context), familyId, commandId, personId), familyId }
  }

  @Mutation(() => Done, { description: 'Asks that a part of the file stays shut while something about it is sorted out.' })
  async askRestriction(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('entryId', id) entryId: string,
    @Args('ground', { type: () => RestrictionGround }) ground: Ground, @Context() context: RequestContext,
  ): Promise<Done> {
    return { id: await this.requests.askRestriction(signedIn(context), familyId, commandId, entryId, ground), familyId }
  }

  @Mutation(() => Done, { description: 'Asks the same of whatever may be recorded about a child that the viewer doesn’t see. The answer is the same whether there is anything.' })
  async askUnseenRestriction(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('personId', id) personId: string,
    @Args('ground', { type: () => RestrictionGround }) ground: Ground, @Context() context: RequestContext,
  ): Promise<Done> {
    return { id: await this.requests.askUnseenRestriction(signedIn(context), familyId, commandId, personId, ground), familyId }
  }

  @Query(() => DataRequestConnection)
  async dataRequests(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number, @Args('after', { type: () => String, nullable: true }) after: string | undefined, @Context() context: RequestContext,
  ): Promise<DataRequestConnection> {
    return pageOf(await this.requests.all(signedIn(context)), first, after, (one) => one.id)
  }

  @Mutation(() => Done)
  async setRestriction(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('requestId', id) requestId: string, @Context() context: RequestContext): Promise<Done> {
    await this.requests.setRestriction(signedIn(context), familyId, commandId, requestId)
    return { id: requestId, familyId }
  }

  @Mutation(() => Done)
  async refuseRestriction(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('requestId', id) requestId: string,
    @Args('ground', { type: () => RestrictionRefusal }) ground: Refusal, @Context() context: RequestContext,
  ): Promise<Done> {
    await this.requests.refuseRestriction(signedIn(context), familyId, commandId, requestId, ground)
    return { id: requestId, familyId }
  }

  @Mutation(() => Done)
  async liftRestriction(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('requestId', id) requestId: string, @Context() context: RequestContext): Promise<Done> {
    await this.requests.liftRestriction(signedIn(context), familyId, commandId, requestId)
    return { id: requestId, familyId }
  }

  @Mutation(() => Done, { description: 'Notes that the organisations that had read of it were told.' })
  async noteRecipientsTold(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('requestId', id) requestId: string, @Args('on', { type: () => DateScalar }) on: string, @Context() context: RequestContext,
  ): Promise<Done> {
    await this.requests.noteRecipientsTold(signedIn(context), familyId, commandId, requestId, on)
    return { id: requestId, familyId }
  }
}
