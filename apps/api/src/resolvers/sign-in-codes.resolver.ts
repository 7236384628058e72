import { Inject } from '@nestjs/common'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { isId } from '@samenspel/kernel'
import { SIGN_IN_CODES } from '../composition/tokens.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { Refused } from '../graphql/refused.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { Done } from '../graphql/types/commands.ts'
import { SignInOfParent, SignInOfWorker } from '../graphql/types/sign-in-codes.ts'
import { MadeCode } from '../graphql/types/tablets.ts'
import type { Session } from '../sessions/sessions.ts'
import type { KeepingCodes } from '../sign-in/keeping-codes.ts'
import { withoutBlank } from './inputs.ts'

const id = { type: () => ID } as const

/** Codes for signing in for the first time, as they are given at the desk. */
@Resolver()
export class SignInCodesResolver {
  constructor(@Inject(SIGN_IN_CODES) private readonly codes: KeepingCodes) {}

  @Query(() => [SignInOfWorker], { description: 'The people of the organisation whose keys the viewer keeps.' })
  workerSignIns(@Context() context: RequestContext): Promise<readonly SignInOfWorker[]> { return this.codes.workers(signedIn(context)) }

  @Query(() => [SignInOfParent], { description: 'The adults of a family, for who coordinates.' })
  parentSignIns(@Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<readonly SignInOfParent[]> { return this.codes.parents(signedIn(context), familyId) }

  @Mutation(() => MadeCode, { description: 'A new code ends the one before. Who had left works here again with it.' })
  makeWorkerCode(@Args('commandId', id) commandId: string, @Args('personId', id) personId: string, @Context() context: RequestContext): Promise<MadeCode> {
    return this.codes.inviteWorker(asked(context, commandId), commandId, personId)
  }

  @Mutation(() => Done)
  async withdrawWorkerCode(@Args('commandId', id) commandId: string, @Args('personId', id) personId: string, @Context() context: RequestContext): Promise<Done> {
    await this.codes.withdrawWorkerCode(asked(context, commandId), personId)
    return { id: commandId }
  }

  @Mutation(() => Done, { description: 'Somebody does not work here any more: nothing opens to them, no mail goes to them, and their codes, sign-ins, PINs and sessions end at once.' })
  async endWorkerSignIn(@Args('commandId', id) commandId: string, @Args('personId', id) personId: string, @Context() context: RequestContext): Promise<Done> {
    await this.codes.endWorker(asked(context, commandId), commandId, personId)
    return { id: commandId }
  }

  @Mutation(() => Done, { description: 'A registration as IMH specialist from this day on, for the term of the country. Nobody records their own.' })
  async recordRegistration(
    @Args('commandId', id) commandId: string, @Args('personId', id) personId: string, @Args('from', { type: () => DateScalar }) from: string, @Args('number', { type: () => String, nullable: true }) number: string | undefined,
    @Context() context: RequestContext,
  ): Promise<Done> {
    await this.codes.recordRegistration(asked(context, commandId), commandId, personId, from, withoutBlank({ number }).number)
    return { id: commandId }
  }

  @Mutation(() => MadeCode, { description: 'A new code ends the one before.' })
  makeParentCode(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('personId', id) personId: string, @Context() context: RequestContext): Promise<MadeCode> {
    return this.codes.inviteParent(asked(context, commandId), familyId, personId)
  }

  @Mutation(() => Done)
  async withdrawParentCode(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('personId', id) personId: string, @Context() context: RequestContext): Promise<Done> {
    await this.codes.withdrawParentCode(asked(context, commandId), familyId, personId)
    return { id: commandId, familyId }
  }
}

const asked = (context: RequestContext, commandId: string): Session => {
  const session = signedIn(context)
  if (!isId(commandId)) throw new Refused('request-invalid')
  return session
}
