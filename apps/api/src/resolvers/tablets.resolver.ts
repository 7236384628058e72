import { Inject } from '@nestjs/common'
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql'
import { isId } from '@samenspel/kernel'
import { TABLETS } from '../composition/tokens.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { Refused } from '../graphql/refused.ts'
import { Done } from '../graphql/types/commands.ts'
import { GroupTablets, MadeCode, OwnTablet } from '../graphql/types/tablets.ts'
import type { KeepingTablets } from '../tablets/keeping-tablets.ts'

const id = { type: () => ID } as const

/** Tablets that a group shares, as they are kept at the desk. */
@Resolver()
export class TabletsResolver {
  constructor(@Inject(TABLETS) private readonly tablets: KeepingTablets) {}

  @Query(() => GroupTablets, { description: 'The tablets of the organisation whose keys the viewer keeps.' })
  groupTablets(@Context() context: RequestContext): Promise<GroupTablets> { return this.tablets.all(signedIn(context)) }

  @Query(() => [OwnTablet])
  ownTablets(@Context() context: RequestContext): Promise<readonly OwnTablet[]> { return this.tablets.own(signedIn(context)) }

  @Mutation(() => MadeCode)
  makeTabletCode(@Args('commandId', id) commandId: string, @Args('name') name: string, @Args('lockSeconds', { type: () => Int }) lockSeconds: number, @Context() context: RequestContext): Promise<MadeCode> {
    const session = signedIn(context)
    if (!isId(commandId)) throw new Refused('request-invalid')
    return this.tablets.makeCode(session, name, lockSeconds)
  }

  @Mutation(() => Done)
  async withdrawTabletCode(@Args('commandId', id) commandId: string, @Args('codeId', id) codeId: string, @Context() context: RequestContext): Promise<Done> {
    await this.tablets.withdrawCode(signedIn(context), codeId)
    return { id: commandId }
  }

  @Mutation(() => Done, { description: 'Of a tablet that is lost, or not used any more: it and every session on it are unknown at once.' })
  async revokeTablet(@Args('commandId', id) commandId: string, @Args('tabletId', id) tabletId: string, @Context() context: RequestContext): Promise<Done> {
    await this.tablets.revoke(signedIn(context), tabletId)
    return { id: commandId }
  }

  @Mutation(() => Done, { description: 'Chooses the PIN of the viewer for these tablets; one that was locked works again.' })
  async choosePin(@Args('commandId', id) commandId: string, @Args('pin') pin: string, @Args('tabletIds', { type: () => [ID] }) tabletIds: readonly string[], @Context() context: RequestContext): Promise<Done> {
    await this.tablets.choosePin(signedIn(context), pin, tabletIds)
    return { id: commandId }
  }

  @Mutation(() => Done)
  async leaveTablet(@Args('commandId', id) commandId: string, @Args('tabletId', id) tabletId: string, @Context() context: RequestContext): Promise<Done> {
    await this.tablets.leave(signedIn(context), tabletId)
    return { id: commandId }
  }
}
