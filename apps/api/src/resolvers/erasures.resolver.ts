import { Inject } from '@nestjs/common'
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { KeptRecord as Kept } from '@samenspel/accountability'
import type { GrantGround as GrantGroundValue, RefusalGround as RefusalGroundValue } from '@samenspel/erasure'
import { ERASING } from '../composition/tokens.ts'
import type { Erasing } from '../disclosure/erasing.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { GrantGround, KeptRecord, RefusalGround } from '../graphql/enums.ts'
import { ErasureRequestInput, GrantedRecordInput } from '../graphql/inputs.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { Done } from '../graphql/types/commands.ts'
import { DueRecordConnection, ErasablePerson, Erasure, ErasureConnection } from '../graphql/types/erasures.ts'
import { withoutNulls } from './inputs.ts'
import { pageOf } from '../graphql/pages.ts'

const id = { type: () => ID } as const
const first = { type: () => Int, nullable: true, defaultValue: 50 } as const
const after = { type: () => String, nullable: true } as const

/** What a privacy officer sees and decides about erasures. */
@Resolver()
export class ErasuresResolver {
  constructor(@Inject(ERASING) private readonly erasing: Erasing) {}

  @Query(() => ErasureConnection)
  async erasures(@Args('first', first) count: number, @Args('after', after) cursor: string | undefined, @Context() context: RequestContext): Promise<ErasureConnection> {
    return pageOf(await this.erasing.all(signedIn(context)), count, cursor, (one) => one.id)
  }

  @Query(() => Erasure, { nullable: true })
  erasure(@Args('familyId', id) familyId: string, @Args('id', id) erasureId: string, @Context() context: RequestContext): Promise<Erasure | undefined> {
    return this.erasing.one(signedIn(context), familyId, erasureId)
  }

  @Query(() => [ErasablePerson])
  async erasablePersons(@Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<readonly ErasablePerson[]> {
    return this.erasing.persons(signedIn(context), familyId)
  }

  @Query(() => DueRecordConnection)
  async retentionDue(@Args('first', first) count: number, @Args('after', after) cursor: string | undefined, @Context() context: RequestContext): Promise<DueRecordConnection> {
    return pageOf(await this.erasing.due(signedIn(context)), count, cursor, (one) => one.id)
  }

  @Mutation(() => Done, { description: 'Keeps on something of which the least time is over: nothing goes by itself.' })
  async keepDueRecord(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('record', { type: () => KeptRecord }) record: Kept, @Args('until', { type: () => DateScalar }) until: string,
    @Args('word') word: string, @Args('personId', { type: () => ID, nullable: true, description: 'Whose record of care; of nothing else.' }) person: string | undefined,
    @Args('controller', { type: () => ID, nullable: true, description: 'Who has that record.' }) controller: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    await this.erasing.keepOn(signedIn(context), familyId, commandId, { record, ...(typeof person === 'string' && typeof controller === 'string' && { of: { person, controller } }) }, until, word)
    return { id: commandId, familyId }
  }

  @Mutation(() => Done)
  async requestErasure(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: ErasureRequestInput, @Context() context: RequestContext): Promise<Done> {
    const { personId, ...rest } = input
    return { id: await this.erasing.request(signedIn(context), familyId, commandId, { person: personId, ...rest }), familyId }
  }

  @Mutation(() => Done)
  async grantErasure(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('erasureId', id) erasureId: string,
    @Args('ground', { type: () => GrantGround }) ground: GrantGroundValue, @Args('records', { type: () => [GrantedRecordInput] }) records: readonly GrantedRecordInput[], @Context() context: RequestContext,
  ): Promise<Done> {
    await this.erasing.grant(signedIn(context), familyId, commandId, erasureId, ground, records.map((one) => withoutNulls(one)))
    return { id: erasureId, familyId }
  }

  @Mutation(() => Done)
  async refuseErasure(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('erasureId', id) erasureId: string,
    @Args('ground', { type: () => RefusalGround }) ground: RefusalGroundValue, @Context() context: RequestContext,
  ): Promise<Done> {
    await this.erasing.refuse(signedIn(context), familyId, commandId, erasureId, ground)
    return { id: erasureId, familyId }
  }
}
