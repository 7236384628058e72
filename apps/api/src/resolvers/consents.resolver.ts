import { Inject } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { ConsentBasis, Recipient } from '@samenspel/family-case'
import { addDays, subjectKey, type PersonId } from '@samenspel/kernel'
import type { CaseCommand } from '../commands/commands.ts'
import { SHARING } from '../composition/tokens.ts'
import type { Desk } from '../disclosure/desk.ts'
import type { Sharing } from '../disclosure/sharing.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { ConsentRequestInput, NotedInput, RecipientInput, SharingInput } from '../graphql/consent-inputs.ts'
import { Refused } from '../graphql/refused.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { AccessLogLine } from '../graphql/types/accountability.ts'
import { Done } from '../graphql/types/commands.ts'
import { SharingChoices } from '../graphql/types/consents.ts'
import { carryOutInCase, stamp, type Asked } from './carry-out.ts'
import { subjectOf, withoutNulls } from './inputs.ts'

const id = { type: () => ID } as const
const noted = { type: () => NotedInput, nullable: true } as const

/** Days in which a question can be answered, when nobody says otherwise. */
export const daysToAnswer = 28

/** Who may read what: asked, given, refused, stopped and begun anew. */
@Resolver()
export class ConsentsResolver {
  constructor(private readonly commands: CommandBus, @Inject(SHARING) private readonly sharing: Sharing) {}

  @Query(() => [AccessLogLine], { description: 'Who read what under a consent so far, as far as the viewer may know.' })
  readUnderConsent(@Args('familyId', id) familyId: string, @Args('consentId', id) consentId: string, @Context() context: RequestContext): Promise<readonly AccessLogLine[]> {
    return this.sharing.readUnder(signedIn(context), familyId, consentId)
  }

  @Query(() => SharingChoices, { description: 'What the viewer can share, or refuse to share, without being asked.' })
  sharingChoices(@Args('familyId', id) familyId: string, @Context() context: RequestContext): Promise<SharingChoices> {
    return this.sharing.choices(signedIn(context), familyId)
  }

  @Mutation(() => Done)
  requestConsent(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: ConsentRequestInput, @Context() context: RequestContext): Promise<Done> {
    const { sharing, why, howExplained, answerBy } = input
    return this.carryOut(context, 'requestConsent', { familyId, commandId }, async (desk) => {
      const shared = await this.sharingOf(desk, sharing)
      return { type: 'RequestConsent', ...stamp(desk), requestId: desk.id('made'), ...shared, why, howExplained, answerBy: answerBy ?? addDays(desk.today, daysToAnswer) }
    })
  }

  @Mutation(() => Done)
  withdrawConsentRequest(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('requestId', id) requestId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'withdrawConsentRequest', { familyId, commandId, madeId: requestId }, (desk) => {
      desk.mustSee('consentRequest', requestId)
      return { type: 'WithdrawConsentRequest', ...stamp(desk), requestId }
    })
  }

  @Mutation(() => Done, { description: 'A yes or a no to a question; a professional notes who said it and how.' })
  answerConsentRequest(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('requestId', id) requestId: string, @Args('yes') yes: boolean,
    @Args('noted', noted) heard: NotedInput | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'answerConsentRequest', { familyId, commandId, madeId: requestId }, (desk) => {
      desk.mustSee('consentRequest', requestId)
      const { signedBy, basis, howExplained } = saidBy(desk, heard)
      return { type: 'AnswerConsentRequest', ...stamp(desk), requestId, consentId: desk.id('consent'), answer: yes ? 'yes' : 'no', signedBy, basis, ...(howExplained !== undefined && { howExplained }) }
    })
  }

  @Mutation(() => Done)
  giveConsent(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: SharingInput, @Args('noted', noted) heard: NotedInput | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'giveConsent', { familyId, commandId }, async (desk) => {
      const shared = await this.sharingOf(desk, input)
      return { type: 'GiveConsent', ...stamp(desk), consentId: desk.id('made'), ...shared, ...explained(desk, heard) }
    })
  }

  @Mutation(() => Done)
  objectToSharing(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: SharingInput, @Args('noted', noted) heard: NotedInput | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'objectToSharing', { familyId, commandId }, async (desk) => {
      const shared = await this.sharingOf(desk, input)
      return { type: 'MakeObjection', ...stamp(desk), consentId: desk.id('made'), ...shared, ...explained(desk, heard) }
    })
  }

  @Mutation(() => Done, { description: 'The other parent\'s own yes to a consent.' })
  signConsent(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('consentId', id) consentId: string, @Args('noted', noted) heard: NotedInput | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'signConsent', { familyId, commandId, madeId: consentId }, (desk) => {
      desk.mustSee('consent', consentId)
      const { signedBy: [signer, ...more], basis } = saidBy(desk, heard)
      if (signer === undefined || more.length > 0) throw new Refused('signature-missing')
      return { type: 'SignConsent', ...stamp(desk), consentId, signer, basis }
    })
  }

  @Mutation(() => Done, { description: 'Stops a yes, or takes back a no, from this very moment. `saidBy`: whose word a professional notes.' })
  withdrawConsent(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('consentId', id) consentId: string, @Args('saidBy', { ...id, nullable: true }) said: string | undefined,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'withdrawConsent', { familyId, commandId, madeId: consentId }, (desk) => {
      desk.mustSee('consent', consentId)
      if (said != null) desk.mustKnow(said)
      return { type: 'WithdrawConsent', ...stamp(desk), consentId, withdrawnBy: said ?? desk.by.person }
    })
  }

  @Mutation(() => Done, { description: 'Ends everything that lets one organisation read, as far as who says it has a say, from this very moment.' })
  stopSharing(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('organisationId', id) organisationId: string, @Args('noted', noted) heard: NotedInput | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'stopSharing', { familyId, commandId, madeId: commandId }, (desk) => {
      const discipline = desk.disciplineOf(organisationId)
      const { signedBy: [saidBy, ...more], basis, howExplained } = explained(desk, heard)
      if (saidBy === undefined || more.length > 0) throw new Refused('signature-missing')
      return {
        type: 'StopSharing', ...stamp(desk), organisation: organisationId, ...(discipline !== undefined && { discipline }), saidBy, basis, howExplained,
        noes: desk.sharedAbout.map((subject) => ({ consentId: desk.id(`no about ${subjectKey(subject)}`), subject })),
      }
    })
  }

  @Mutation(() => Done, { description: 'The same yes for a next period, as a consent of its own.' })
  renewConsent(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('consentId', id) consentId: string, @Args('until', { type: () => DateScalar, nullable: true }) until: string | undefined,
    @Args('noted', noted) heard: NotedInput | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'renewConsent', { familyId, commandId }, (desk) => {
      desk.mustSee('consent', consentId)
      const { signedBy, basis, howExplained } = explained(desk, heard)
      return { type: 'RenewConsent', ...stamp(desk), consentId: desk.id('made'), renews: consentId, ...(until != null && { until }), signedBy, basis, howExplained }
    })
  }

  /** @throws Refused `not-found`, `recipient-missing` */
  private async sharingOf(desk: Desk, { subject: about, category, recipient: to, from, until }: SharingInput) {
    const subject = subjectOf(about)
    desk.mustKnowSubject(subject)
    const recipient = recipientOf(to)
    if (recipient.kind === 'organisation' && !await this.sharing.isOrganisation(recipient.organisation)) throw new Refused('not-found')
    return { subject, category: category ?? '*', recipient, from, ...(until != null && { until }) } as const
  }

  private carryOut(context: RequestContext, operation: string, ask: Asked, make: CaseCommand['ask']['make']): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), operation, ask, make)
  }
}

/** @throws Refused `recipient-missing` */
const recipientOf = ({ kind, organisationId, discipline }: RecipientInput): Recipient => {
  if (kind === 'all') return { kind }
  if (kind === 'organisation' && organisationId != null) return { kind, organisation: organisationId }
  if (kind === 'discipline' && discipline != null) return { kind, discipline }
  throw new Refused('recipient-missing')
}

type Said = { readonly signedBy: readonly PersonId[]; readonly basis: ConsentBasis; readonly howExplained?: string; readonly askedBy: PersonId }

/** In person, or as a professional heard it. @throws Refused `signature-missing`, `not-found` */
const saidBy = (desk: Desk, heard: NotedInput | undefined): Said => {
  const { by } = desk
  if (by.role === 'familyMember') return { signedBy: [by.person], basis: 'digital', askedBy: by.person }
  if (heard == null) throw new Refused('signature-missing')
  const { askedBy, howExplained, ...said } = withoutNulls(heard)
  for (const signer of said.signedBy) desk.mustKnow(signer)
  if (askedBy !== undefined) desk.mustKnow(askedBy)
  return { ...said, askedBy: askedBy ?? by.person, ...(howExplained !== undefined && { howExplained }) }
}

/** Besides, how it was explained: a parent who begins it needs no explanation. */
const explained = (desk: Desk, heard: NotedInput | undefined): Said & { readonly howExplained: string } => {
  const said = saidBy(desk, heard)
  return { ...said, howExplained: said.howExplained ?? (desk.by.role === 'familyMember' ? 'In Samenspel' : '') }
}
