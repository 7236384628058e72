/**
 * What comes in at the front door (rows 13, 18, 24 and 27 of the domain): a referral or a question, from somebody without an account, with a
 * link that was sent to them, or signed in; and the receipt with which they follow it. It takes in and hands out no more than a status:
 * what opens to whom here is decided in `front-door.ts` and by the receipt.
 */
import { aboutReferral, aboutConsultation, mayTellReferrer, openQuestions, waitFor, type Channel, type Consultation, type Referral, type Referrer, type ReferrerDiscipline } from '@samenspel/front-door'
import { compareTexts, dayOf, isId, zoneOf, type Actor, type Discipline, type Id, type IsoDate, type Jurisdiction, type OrganisationId, type PersonId } from '@samenspel/kernel'
import { hasValidRegistration, worksOn, type Organisation } from '@samenspel/register'
import { readAge, readBody, readNamed, readReferral, readReferrer, readText, peopleOf, type FormBody } from '../front-door/read-form.ts'
import type { DoorLinks, Followed } from '../front-door/links.ts'
import { Refused } from '../graphql/refused.ts'
import type { Session } from '../sessions/sessions.ts'
import type { DisclosingParts } from './disclosing.ts'
import { doorLines, type DoorOccasion } from './door-lines.ts'
import { askingOf } from './viewer.ts'

export type Receiver = { readonly id: OrganisationId; readonly name: string; readonly jurisdiction: Jurisdiction }

/** What a form can begin with. @property sender who is signed in, as the form would have them fill in */
export type Door = { readonly receivers: readonly Receiver[]; readonly isLink: boolean; readonly sender?: Omit<Referrer, 'person'>; readonly isSpecialist: boolean }

/** How it stands, without a name. */
export type DoorStatus = {
  readonly kind: Followed['kind']
  readonly receivedOn: IsoDate
  readonly receiver: string
  readonly phone?: string
  readonly status: 'received' | 'takenUp' | 'handled'
  /** By when there is to be a first talk, or an answer. */
  readonly target: IsoDate
  readonly feedback?: { readonly text: string; readonly on: IsoDate }
  readonly questions: readonly { readonly text: string; readonly on: IsoDate; readonly answer?: { readonly text: string; readonly on: IsoDate } }[]
  readonly canAskFurther: boolean
}

export type Receiving = {
  /** @throws Refused `door-link-unknown` */
  readonly look: (session: Session | undefined, link: string | undefined) => Promise<Door>
  /** @returns the receipt. @throws Refused `request-invalid`, `door-link-unknown`, `receiver-unknown`, and as `referral` refuses */
  readonly refer: (session: Session | undefined, body: unknown) => Promise<string>
  /** The same for a question. */
  readonly ask: (session: Session | undefined, body: unknown) => Promise<string>
  /** @throws Refused `receipt-unknown` */
  readonly status: (receipt: string) => Promise<DoorStatus>
  /** @throws Refused `receipt-unknown`, and as `consultation` refuses */
  readonly askFurther: (body: unknown) => Promise<void>
}

export type ReceivingParts = DisclosingParts & { readonly links: DoorLinks; readonly practitioners: () => Promise<readonly PersonId[]> }

export const openReceiving = (parts: ReceivingParts): Receiving => {
  const { files, log, clock, links } = parts

  /** The organisations with a specialist who is registered today. */
  const receivers = async (): Promise<readonly Receiver[]> => {
    const now = clock()
    const found = new Map<OrganisationId, Receiver>()
    for (const id of await parts.practitioners()) {
      const known = await files.practitioners.state(id)
      if (known?.discipline !== 'imhSpecialist' || found.has(known.organisation)) continue
      const organisation = await files.organisations.state(known.organisation)
      if (organisation === undefined) continue
      const today = dayOf(now, zoneOf(organisation.jurisdiction))
      if (worksOn(known, today) && hasValidRegistration(known, today)) found.set(organisation.id, { id: organisation.id, name: organisation.name, jurisdiction: organisation.jurisdiction })
    }
    return [...found.values()].sort((a, b) => compareTexts(a.name, b.name))
  }
  const receiverOf = async (body: FormBody, entry: Id): Promise<Receiver> => {
    const link = readText(body, 'link')
    const organisation = link === undefined ? readText(body, 'organisation') : await links.find(link, entry)
    if (link !== undefined && organisation === undefined) throw new Refused('door-link-unknown')
    const receiver = (await receivers()).find(({ id }) => id === organisation)
    if (receiver === undefined) throw new Refused('receiver-unknown')
    return receiver
  }
  /** Who sends it: a person of the register who is signed in, or somebody who says who they are. */
  const senderOf = async (session: Session | undefined, body: FormBody, commandId: Id): Promise<{ readonly by: Actor; readonly referrer: Referrer; readonly channel: Channel; readonly accessPoint: DoorOccasion['accessPoint'] }> => {
    const { referrer: person } = peopleOf(commandId)
    const isLink = readText(body, 'link') !== undefined
    const said = readText(body, 'channel')
    if (session === undefined) return { by: { person, role: 'professional' }, referrer: readReferrer(body, person), channel: isLink ? 'link' : 'form', accessPoint: 'frontDoor' }
    const { actor } = await askingOf(session, files)
    if (actor.role !== 'professional') throw new Refused('not-a-professional')
    // What somebody told a colleague on the phone, or wrote in a letter, is that person's referral all the same.
    if (said === 'phone' || said === 'mail') return { by: actor, referrer: readReferrer(body, person), channel: said, accessPoint: session.app }
    return { by: actor, referrer: { person: actor.person, ...await knownAs(session) }, channel: 'account', accessPoint: session.app }
  }
  const knownAs = async ({ person }: Session): Promise<Omit<Referrer, 'person'>> => {
    const known = await files.practitioners.state(person)
    if (known === undefined) throw new Refused('not-signed-in')
    return { name: known.name, discipline: asReferrer(known.discipline), organisation: (await files.organisations.state(known.organisation))?.name ?? '', reach: known.phone ?? '' }
  }
  const cameIn = async (entry: Id): Promise<boolean> => await files.referrals.state(entry) !== undefined || await files.consultations.state(entry) !== undefined
  /** Takes the link, records, and hands out the receipt; a link stays good for what wasn't taken in. */
  const receive = async (session: Session | undefined, body: FormBody, kind: Followed['kind'], record: (entry: Id, commandId: Id) => Promise<void>): Promise<string> => {
    const commandId = readText(body, 'commandId') ?? ''
    if (!isId(commandId)) throw new Refused('request-invalid')
    const { entry } = peopleOf(commandId)
    const link = readText(body, 'link')
    if (link !== undefined && !await links.use(link, entry)) throw new Refused('door-link-unknown')
    try {
      await record(entry, commandId)
    } catch (error) {
      if (link !== undefined && !await cameIn(entry)) await links.giveBack(link, entry)
      throw error
    }
    const receipt = links.receiptFor(commandId)
    await links.keepReceipt(receipt, { entry, kind })
    return receipt
  }

  const followed = async (receipt: string): Promise<Followed & ({ readonly kind: 'referral'; readonly state: Referral } | { readonly kind: 'consultation'; readonly state: Consultation })> => {
    const found = await links.follow(receipt)
    if (found?.kind === 'referral') {
      const state = await files.referrals.state(found.entry)
      if (state !== undefined) return { ...found, kind: 'referral', state }
    }
    if (found?.kind === 'consultation') {
      const state = await files.consultations.state(found.entry)
      if (state !== undefined) return { ...found, kind: 'consultation', state }
    }
    throw new Refused('receipt-unknown')
  }
  /** Who follows it with the receipt: who sent it, whoever they were. */
  const byReceipt = (by: Actor, operation: string): DoorOccasion => ({ by, operation, now: clock(), accessPoint: 'frontDoor' })

  return {
    look: async (session, link) => {
      const isSpecialist = session?.role === 'professional' && (await files.practitioners.state(session.person))?.discipline === 'imhSpecialist'
      const sender = session?.role === 'professional' ? await knownAs(session) : undefined
      const all = await receivers()
      if (link === undefined) return { receivers: all, isLink: false, isSpecialist, ...(sender !== undefined && { sender }) }
      const organisation = await links.find(link)
      const own = all.filter(({ id }) => id === organisation)
      if (own.length === 0) throw new Refused('door-link-unknown')
      return { receivers: own, isLink: true, isSpecialist, ...(sender !== undefined && { sender }) }
    },
    refer: async (session, sent) => {
      const body = readBody(sent)
      return receive(session, body, 'referral', async (entry, commandId) => {
        const { id: organisation, jurisdiction } = await receiverOf(body, entry)
        const { by, referrer, channel, accessPoint } = await senderOf(session, body, commandId)
        const now = clock()
        const { refusal, position, recorded } = await files.referrals.handle(entry, { type: 'ReceiveReferral', by, at: now, organisation, jurisdiction, channel, referrer, ...readReferral(body, commandId) }, commandId)
        if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
        if (session !== undefined) await parts.sessions.wrote(session, position)
        await log.write(entry, doorLines({ by, operation: 'refer', now, accessPoint }, 'write', recorded.map(({ subject }) => subject).filter(({ kind }) => kind !== 'case')))
      })
    },
    ask: async (session, sent) => {
      const body = readBody(sent)
      return receive(session, body, 'consultation', async (entry, commandId) => {
        const { id: organisation, jurisdiction } = await receiverOf(body, entry)
        const { by, referrer: asker, channel, accessPoint } = await senderOf(session, body, commandId)
        const now = clock()
        const ageMonths = readAge(body), named = readNamed(body['named'], commandId)
        const { question, child } = peopleOf(commandId)
        const { refusal, position, recorded } = await files.consultations.handle(entry, {
          type: 'AskConsultation', by, at: now, organisation, jurisdiction, channel, asker, child, questionId: question, text: readText(body, 'text') ?? '', ...(ageMonths !== undefined && { ageMonths }), ...(named !== undefined && { named }),
        }, commandId)
        if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
        if (session !== undefined) await parts.sessions.wrote(session, position)
        await log.write(entry, doorLines({ by, operation: 'ask', now, accessPoint }, 'write', recorded.map(({ subject }) => subject).filter(({ kind }) => kind !== 'case')))
      })
    },
    status: async (receipt) => {
      const { entry, ...found } = await followed(receipt)
      const { by, at, organisation, jurisdiction, takenUp, closed } = found.state
      const known = await files.organisations.state(organisation)
      const day = (moment: string): IsoDate => dayOf(moment, zoneOf(jurisdiction))
      const today = day(clock())
      const common = { receivedOn: day(at), receiver: known?.name ?? '', ...phoneOf(known), status: closed !== undefined ? 'handled' as const : takenUp !== undefined ? 'takenUp' as const : 'received' as const }
      if (found.kind === 'referral') {
        const { state } = found
        const feedback = state.feedback !== undefined && mayTellReferrer(state) ? { text: state.feedback.text, on: day(state.feedback.at) } : undefined
        await log.write(entry, doorLines(byReceipt(by, 'doorStatus'), feedback === undefined ? 'seeExistence' : 'read', [aboutReferral(state)]))
        return { kind: 'referral', ...common, target: waitFor('firstTalk', jurisdiction, at, today).target, ...(feedback !== undefined && { feedback }), questions: [], canAskFurther: false }
      }
      const { state } = found
      await log.write(entry, doorLines(byReceipt(by, 'doorStatus'), 'read', [aboutConsultation(state)]))
      return {
        kind: 'consultation', ...common, status: closed === undefined && state.questions.length > 0 && openQuestions(state).length === 0 ? 'handled' : common.status,
        target: waitFor('answer', jurisdiction, openQuestions(state)[0]?.at ?? at, today).target, canAskFurther: closed === undefined,
        questions: state.questions.map(({ text, at: asked, answer }) => ({ text, on: day(asked), ...(answer !== undefined && { answer: { text: answer.text, on: day(answer.at) } }) })),
      }
    },
    askFurther: async (sent) => {
      const body = readBody(sent)
      const commandId = readText(body, 'commandId') ?? ''
      if (!isId(commandId)) throw new Refused('request-invalid')
      const found = await followed(readText(body, 'receipt') ?? '')
      if (found.kind !== 'consultation') throw new Refused('receipt-unknown')
      const occasion = byReceipt(found.state.by, 'askFurther')
      const { refusal } = await files.consultations.handle(found.entry, { type: 'AskFurther', by: found.state.by, at: occasion.now, questionId: peopleOf(commandId).question, text: readText(body, 'text') ?? '' }, commandId)
      if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
      await log.write(found.entry, doorLines(occasion, 'write', [aboutConsultation(found.state)]))
    },
  }
}

const phoneOf = (organisation: Organisation | undefined): { readonly phone?: string } => {
  const phone = organisation?.locations[0]?.phone
  return phone === undefined ? {} : { phone }
}

/** The field of a colleague in the words of the form. */
const asReferrer = (discipline: Discipline): ReferrerDiscipline => {
  switch (discipline) {
    case 'dayCentre': return 'childcare'
    case 'imhSpecialist': case 'juvenileCourt': return 'other'
    default: return discipline
  }
}
