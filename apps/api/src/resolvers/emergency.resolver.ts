import { Inject } from '@nestjs/common'
import { Args, Context, ID, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { Judgment } from '@samenspel/safety'
import type { GraphQLResolveInfo } from 'graphql'
import { EMERGENCY } from '../composition/tokens.ts'
import type { Emergency } from '../disclosure/emergency.ts'
import type { FamilyView } from '../disclosure/views/family.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { JudgmentEnum } from '../graphql/safety-enums.ts'
import { EmergencyInput } from '../graphql/safety-inputs.ts'
import { Done } from '../graphql/types/commands.ts'
import { EmergenciesWaiting, EmergencyAttempts, EmergencyToReviewConnection, OwnEmergencies } from '../graphql/types/emergency.ts'
import { Family } from '../graphql/types/family.ts'
import { fieldsAsked } from './asked.ts'
import { withoutNulls } from './inputs.ts'
import { pageOf } from '../graphql/pages.ts'

const id = { type: () => ID } as const

/** Opening a record in an emergency, and looking at it afterwards. */
@Resolver()
export class EmergencyResolver {
  constructor(@Inject(EMERGENCY) private readonly emergency: Emergency) {}

  @Query(() => OwnEmergencies)
  ownEmergencies(@Context() context: RequestContext): Promise<OwnEmergencies> { return this.emergency.own(signedIn(context)) }

  @Query(() => Family, { nullable: true, description: 'What was opened in an emergency, while it is open.' })
  emergencyFamily(@Args('id', id) openingId: string, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<FamilyView | undefined> {
    return this.emergency.family(signedIn(context), openingId, { operation: 'emergencyFamily', fields: fieldsAsked(info) })
  }

  @Query(() => EmergencyToReviewConnection)
  async emergenciesToReview(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number, @Args('after', { type: () => String, nullable: true }) after: string | undefined, @Context() context: RequestContext,
  ): Promise<EmergencyToReviewConnection> {
    return pageOf(await this.emergency.toReview(signedIn(context)), first, after, (one) => one.id)
  }

  @Query(() => EmergenciesWaiting)
  emergenciesWaiting(@Context() context: RequestContext): Promise<EmergenciesWaiting> { return this.emergency.waiting(signedIn(context)) }

  @Query(() => [EmergencyAttempts], { description: 'Who sought and found nobody, by person and day, the newest first.' })
  emergencyAttempts(@Context() context: RequestContext): Promise<readonly EmergencyAttempts[]> { return this.emergency.attempts(signedIn(context)) }

  @Mutation(() => Done)
  async openEmergency(@Args('commandId', id) commandId: string, @Args('input') input: EmergencyInput, @Context() context: RequestContext): Promise<Done> {
    return { id: await this.emergency.open(signedIn(context), commandId, withoutNulls(input)) }
  }

  @Mutation(() => Done)
  async reviewEmergency(@Args('commandId', id) commandId: string, @Args('openingId', id) openingId: string, @Args('judgment', { type: () => JudgmentEnum }) judgment: Judgment, @Args('words') words: string, @Context() context: RequestContext): Promise<Done> {
    await this.emergency.review(signedIn(context), commandId, openingId, judgment, words)
    return { id: openingId }
  }
}
