import { Inject } from '@nestjs/common'
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql'
import { FRONT_DOOR } from '../composition/tokens.ts'
import type { DoorShare, FrontDoor, NamedFamily } from '../disclosure/front-door.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { DoorShareEnum } from '../graphql/door-enums.ts'
import { CloseReferralInput, FeedbackWordInput, NameConsultationInput, StartCaseInput } from '../graphql/door-inputs.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { Done } from '../graphql/types/commands.ts'
import { BegunWith, Consultation, DoorItemConnection, DoorLink, DoorLookConnection, DoorWaiting, MadeDoorLink, Referral } from '../graphql/types/front-door.ts'
import { withoutNulls } from './inputs.ts'
import { pageOf } from '../graphql/pages.ts'

const id = { type: () => ID } as const

/** Referrals and questions, for those who received them. */
@Resolver()
export class FrontDoorResolver {
  constructor(@Inject(FRONT_DOOR) private readonly door: FrontDoor) {}

  @Query(() => DoorItemConnection, { description: 'What came in at the front door and is open to the viewer, what presses most first; or what is done.' })
  async frontDoor(
    @Args('closed', { type: () => Boolean, nullable: true, defaultValue: false }) closed: boolean,
    @Args('whose', { type: () => DoorShareEnum, nullable: true, description: 'Only what nobody took up, or what the viewer did.' }) whose: DoorShare | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number, @Args('after', { type: () => String, nullable: true }) after: string | undefined, @Context() context: RequestContext,
  ): Promise<DoorItemConnection> {
    return pageOf(await this.door.items(signedIn(context), closed, whose ?? undefined), first, after, (one) => one.id)
  }

  @Query(() => DoorWaiting)
  frontDoorWaiting(@Context() context: RequestContext): Promise<DoorWaiting> { return this.door.waiting(signedIn(context)) }

  @Query(() => Referral, { nullable: true })
  referral(@Args('id', id) referralId: string, @Context() context: RequestContext): Promise<Referral | undefined> { return this.door.referral(signedIn(context), referralId) }

  @Query(() => BegunWith, { nullable: true, description: 'For who may open it; nothing for others.' })
  referralOfFamily(@Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<BegunWith | undefined> { return this.door.begunWith(signedIn(context), familyId) }

  @Query(() => Consultation, { nullable: true })
  consultation(@Args('id', id) consultationId: string, @Context() context: RequestContext): Promise<Consultation | undefined> { return this.door.consultation(signedIn(context), consultationId) }

  @Query(() => [DoorLink], { description: 'Links that still work, of the organisation that the viewer receives for.' })
  doorLinks(@Context() context: RequestContext): Promise<readonly DoorLink[]> { return this.door.links(signedIn(context)) }

  @Query(() => DoorLookConnection, { description: 'How what came in at the front door was looked at, for the privacy officer of who received it, newest first.' })
  async doorLooks(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number, @Args('after', { type: () => String, nullable: true }) after: string | undefined, @Context() context: RequestContext,
  ): Promise<DoorLookConnection> {
    return pageOf(await this.door.looks(signedIn(context)), first, after, (one) => one.id)
  }

  @Mutation(() => MadeDoorLink)
  async makeDoorLink(@Context() context: RequestContext): Promise<MadeDoorLink> {
    const { secret, until } = await this.door.makeLink(signedIn(context))
    // After the hash: a browser never sends it to a server, so it stands in no log.
    return { path: `/verwijzen/#link=${secret}`, until }
  }

  @Mutation(() => Done)
  async withdrawDoorLink(@Args('linkId', id) linkId: string, @Context() context: RequestContext): Promise<Done> {
    await this.door.withdrawLink(signedIn(context), linkId)
    return { id: linkId }
  }

  @Mutation(() => Done, { description: 'Sees to a referral or a question from now on, also instead of a colleague.' })
  async takeUpAtDoor(@Args('commandId', id) commandId: string, @Args('entryId', id) entryId: string, @Context() context: RequestContext): Promise<Done> {
    await this.door.takeUp(signedIn(context), commandId, entryId)
    return { id: entryId }
  }

  @Mutation(() => Done)
  async giveReferralOpinion(@Args('commandId', id) commandId: string, @Args('referralId', id) referralId: string, @Args('text') text: string, @Context() context: RequestContext): Promise<Done> {
    await this.door.giveOpinion(signedIn(context), commandId, referralId, text)
    return { id: referralId }
  }

  @Mutation(() => Done, { description: 'The first talk with the family; it ends the waiting.' })
  async noteFirstTalk(@Args('commandId', id) commandId: string, @Args('referralId', id) referralId: string, @Args('on', { type: () => DateScalar }) on: string, @Context() context: RequestContext): Promise<Done> {
    await this.door.noteFirstTalk(signedIn(context), commandId, referralId, on)
    return { id: referralId }
  }

  @Mutation(() => Done)
  async noteFeedbackWord(@Args('commandId', id) commandId: string, @Args('referralId', id) referralId: string, @Args('input') { parentId, agreed, how, on }: FeedbackWordInput, @Context() context: RequestContext): Promise<Done> {
    await this.door.noteFeedbackWord(signedIn(context), commandId, referralId, parentId, { agreed, how, on })
    return { id: referralId }
  }

  @Mutation(() => Done, { description: 'Tells who referred what became of it; they read it with their receipt.' })
  async giveReferralFeedback(@Args('commandId', id) commandId: string, @Args('referralId', id) referralId: string, @Args('text') text: string, @Context() context: RequestContext): Promise<Done> {
    await this.door.giveFeedback(signedIn(context), commandId, referralId, text)
    return { id: referralId }
  }

  @Mutation(() => Done)
  async closeReferral(@Args('commandId', id) commandId: string, @Args('referralId', id) referralId: string, @Args('input') { outcome, words }: CloseReferralInput, @Context() context: RequestContext): Promise<Done> {
    await this.door.close(signedIn(context), commandId, referralId, outcome, words)
    return { id: referralId }
  }

  @Mutation(() => Done)
  async reopenReferral(@Args('commandId', id) commandId: string, @Args('referralId', id) referralId: string, @Context() context: RequestContext): Promise<Done> {
    await this.door.reopen(signedIn(context), commandId, referralId)
    return { id: referralId }
  }

  @Mutation(() => Done, { description: 'Makes a case of a referral, coordinated by who asks. The family has the id of the referral.' })
  async startCase(@Args('commandId', id) commandId: string, @Args('referralId', id) referralId: string, @Args('input') input: StartCaseInput, @Context() context: RequestContext): Promise<Done> {
    await this.door.startCase(signedIn(context), commandId, referralId, withoutNulls(input))
    return { id: referralId, familyId: referralId }
  }

  @Mutation(() => Done)
  async answerConsultation(@Args('commandId', id) commandId: string, @Args('consultationId', id) consultationId: string, @Args('questionId', id) questionId: string, @Args('text') text: string, @Context() context: RequestContext): Promise<Done> {
    await this.door.answer(signedIn(context), commandId, consultationId, questionId, text)
    return { id: consultationId }
  }

  @Mutation(() => Done, { description: 'Says whose question it is, with a consent; it becomes a referral. Without input when that was said with the question.' })
  async nameConsultation(@Args('commandId', id) commandId: string, @Args('consultationId', id) consultationId: string, @Args('input', { type: () => NameConsultationInput, nullable: true }) input: NameConsultationInput | null, @Context() context: RequestContext): Promise<Done> {
    await this.door.nameConsultation(signedIn(context), commandId, consultationId, input === null || input === undefined ? undefined : namedIn(input))
    return { id: consultationId }
  }

  @Mutation(() => Done)
  async closeConsultation(@Args('commandId', id) commandId: string, @Args('consultationId', id) consultationId: string, @Context() context: RequestContext): Promise<Done> {
    await this.door.closeConsultation(signedIn(context), commandId, consultationId)
    return { id: consultationId }
  }
}

const namedIn = (input: NameConsultationInput): NamedFamily => {
  const { isUnborn, childFirstName: firstName, birthDate, dueDate, parents, how, on, askedBy } = withoutNulls(input)
  return { child: { isUnborn, ...(firstName !== undefined && { firstName }), ...(birthDate !== undefined && { birthDate }), ...(dueDate !== undefined && { dueDate }) }, parents: parents.map((parent) => withoutNulls(parent)), how, on, askedBy }
}
