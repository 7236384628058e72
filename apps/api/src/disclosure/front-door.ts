/**
 * What came in at the front door, as those who received it see it and work on it. Here alone is decided to whom it opens
 * (`mayWorkAtDoor`), and each look leaves its lines in the access log of the family that it may become. Whatever isn't there and
 * whatever isn't theirs gets the same answer.
 */
import { mayReviewDoor, mayWorkAtDoor, type DoorFacts } from '@samenspel/access'
import { aboutConsultation, aboutReferral, asReferred, type ConsultationCommand, type FeedbackWord, type Outcome, type Referral, type ReferralCommand, type ReferredChild, type ReferredParent } from '@samenspel/front-door'
import { viewText } from '@samenspel/intl/views'
import { compareTexts, dayOf, isId, longestText, zoneOf, type Id, type IsoDate, type IsoInstant, type PersonId, type Subject } from '@samenspel/kernel'
import { hasValidRegistration } from '@samenspel/register'
import type { DoorKind, DoorLinks } from '../front-door/links.ts'
import type * as Views from '../graphql/types/front-door.ts'
import { Refused } from '../graphql/refused.ts'
import type { DoorEntries } from '../read-models/door-entries.ts'
import type { Session } from '../sessions/sessions.ts'
import type { LoggedAction } from './access-log.ts'
import { whatView } from './access-log-reading.ts'
import { ownId } from '../ids/own-id.ts'
import { noFamily, type DisclosingParts } from './disclosing.ts'
import { doorLines, refusedDoorLine, type DoorOccasion } from './door-lines.ts'
import type { Directory } from './case-record.ts'
import { loadDirectory } from './record.ts'
import { startCase, type NewCase } from './starting-case.ts'
import { askingOf, type Asking } from './viewer.ts'
import type { DoorDesk, OpenedEntry } from './door-desk.ts'
import { codeOf, consultationView, firstFirst, itemView, referralView } from './views/door.ts'

/** What nobody took up yet, or what who looks did. */
export type DoorShare = 'nobody' | 'mine'

const shareOf = ({ actor }: Asking, { state: { takenUp } }: OpenedEntry): DoorShare | undefined => takenUp === undefined ? 'nobody' : takenUp.by === actor.person ? 'mine' : undefined

export type FrontDoor = {
  /** What still waits or is being seen to, or what is done; first what can't wait, then by how near the target is. `whose`: only these of them. */
  readonly items: (session: Session, closed: boolean, whose?: DoorShare) => Promise<readonly Views.DoorItem[]>
  /** In numbers, which tell of nobody and leave no line. */
  readonly waiting: (session: Session) => Promise<Views.DoorWaiting>
  readonly referral: (session: Session, id: Id) => Promise<Views.Referral | undefined>
  /** The referral that a family's file began with, for who may open it; for others nothing, and no line, since nobody asked for it by its own name. */
  readonly begunWith: (session: Session, family: Id) => Promise<Views.BegunWith | undefined>
  readonly consultation: (session: Session, id: Id) => Promise<Views.Consultation | undefined>
  /** @throws Refused `not-found`, and as `referral` refuses */
  readonly takeUp: (session: Session, commandId: Id, id: Id) => Promise<void>
  readonly giveOpinion: (session: Session, commandId: Id, id: Id, text: string) => Promise<void>
  readonly noteFirstTalk: (session: Session, commandId: Id, id: Id, on: IsoDate) => Promise<void>
  readonly noteFeedbackWord: (session: Session, commandId: Id, id: Id, person: PersonId, word: FeedbackWord) => Promise<void>
  readonly giveFeedback: (session: Session, commandId: Id, id: Id, text: string) => Promise<void>
  readonly close: (session: Session, commandId: Id, id: Id, outcome: Outcome, words: string) => Promise<void>
  readonly reopen: (session: Session, commandId: Id, id: Id) => Promise<void>
  /** The case that it becomes: with its people, its coordinator, what the parents agreed to, and the words of who referred. */
  readonly startCase: (session: Session, commandId: Id, id: Id, made: NewCase) => Promise<void>
  /** @throws Refused `not-found`, and as `consultation` refuses */
  readonly answer: (session: Session, commandId: Id, id: Id, questionId: Id, text: string) => Promise<void>
  /** Says whose question it is, with a consent, unless that was said with the question; it becomes a referral with the same id. */
  readonly nameConsultation: (session: Session, commandId: Id, id: Id, named: NamedFamily | undefined) => Promise<void>
  readonly closeConsultation: (session: Session, commandId: Id, id: Id) => Promise<void>
  readonly links: (session: Session) => Promise<readonly Views.DoorLink[]>
  /** @throws Refused `not-found` for who receives nothing here, `registration-not-valid` */
  readonly makeLink: (session: Session) => Promise<{ readonly secret: string; readonly until: IsoInstant }>
  readonly withdrawLink: (session: Session, id: Id) => Promise<void>
  /** For the privacy officer of the organisation that received it; for others there is nothing. */
  readonly looks: (session: Session) => Promise<readonly Views.DoorLook[]>
}

export type NamedFamily = {
  readonly child: Omit<ReferredChild, 'person' | 'carriedBy'> & { readonly isUnborn: boolean }
  readonly parents: readonly Omit<ReferredParent, 'person'>[]
  readonly how: string
  readonly on: IsoDate
  readonly askedBy: string
}

export type FrontDoorParts = DisclosingParts & { readonly entries: DoorEntries; readonly links: DoorLinks }

export const openFrontDoor = (parts: FrontDoorParts): FrontDoor => {
  const { files, log, clock } = parts

  const loadEntry = async (kind: DoorKind, id: Id): Promise<OpenedEntry | undefined> => {
    if (kind === 'referral') {
      const state = await files.referrals.state(id)
      return state === undefined ? undefined : { kind, id, state }
    }
    const state = await files.consultations.state(id)
    return state === undefined ? undefined : { kind, id, state }
  }
  const factsOf = async (asking: Asking, { id, state }: OpenedEntry, now: IsoInstant): Promise<DoorFacts> => {
    const { employment } = asking
    const end = (await files.referrals.state(id))?.closed
    return {
      receivedBy: state.organisation, today: dayOf(now, zoneOf(state.jurisdiction)), ...(end?.outcome === 'caseStarted' && { becameCaseOf: end.by.person }),
      ...(employment !== undefined && employment.organisation === state.organisation && { employment: { from: employment.from ?? '1900-01-01', ...(employment.until !== undefined && { until: employment.until }) } }),
    }
  }
  const occasionOf = ({ session, actor: by }: Asking, operation: string, now: IsoInstant): DoorOccasion => ({ by, operation, now, accessPoint: session.app })

  /** The one place where it is decided; who asks for what isn't theirs leaves a line. */
  const open = async (asking: Asking, kind: DoorKind, id: Id, operation: string, action: LoggedAction, now: IsoInstant): Promise<OpenedEntry | undefined> => {
    const entry = isId(id) ? await loadEntry(kind, id) : undefined
    if (entry !== undefined && mayWorkAtDoor(asking.viewer, await factsOf(asking, entry, now))) return entry
    await log.write(entry === undefined ? noFamily : id, [refusedDoorLine(occasionOf(asking, operation, now), action)])
    return undefined
  }

  /** What is open to who asks, without having been asked for by name. */
  const openAll = async (session: Session, closed: boolean): Promise<{ readonly asking: Asking; readonly now: IsoInstant; readonly found: readonly OpenedEntry[] }> => {
    const asking = await askingOf(session, files)
    const now = clock()
    if (asking.viewer.kind !== 'care' || asking.viewer.discipline !== 'imhSpecialist') return { asking, now, found: [] }
    const found = await Promise.all((await parts.entries.of(session, asking.viewer.organisation, closed)).map(async ({ kind, entry }) => {
      const opened = await loadEntry(kind, entry)
      return opened !== undefined && mayWorkAtDoor(asking.viewer, await factsOf(asking, opened, now)) ? [opened] : []
    }))
    return { asking, now, found: found.flat() }
  }

  const deskOf = async (session: Session, asking: Asking, commandId: Id, { state }: OpenedEntry, now: IsoInstant): Promise<DoorDesk> => {
    const today = dayOf(now, zoneOf(state.jurisdiction))
    return { session, asking, now, today, commandId, registrationValid: hasValidRegistration(await files.practitioners.state(session.person), today) }
  }
  const asked = async (session: Session, commandId: Id, kind: DoorKind, id: Id, operation: string): Promise<{ readonly entry: OpenedEntry; readonly desk: DoorDesk; readonly occasion: DoorOccasion }> => {
    if (!isId(commandId)) throw new Refused('request-invalid')
    const asking = await askingOf(session, files)
    const now = clock()
    const entry = await open(asking, kind, id, operation, 'write', now)
    if (entry === undefined) throw new Refused('not-found')
    return { entry, desk: await deskOf(session, asking, commandId, entry, now), occasion: occasionOf(asking, operation, now) }
  }
  const onReferral = async (session: Session, commandId: Id, id: Id, operation: string, make: (desk: DoorDesk) => ReferralCommand): Promise<void> => {
    const { desk, entry, occasion } = await asked(session, commandId, 'referral', id, operation)
    const { refusal, position, recorded } = await files.referrals.handle(id, make(desk), ownId(session.person, commandId, 'command'))
    await finish(session, entry, occasion, { refusal, position, subjects: recorded.map(({ subject }) => subject) })
  }
  const onConsultation = async (session: Session, commandId: Id, id: Id, operation: string, make: (desk: DoorDesk) => ConsultationCommand): Promise<void> => {
    const { desk, entry, occasion } = await asked(session, commandId, 'consultation', id, operation)
    const { refusal, position, recorded } = await files.consultations.handle(id, make(desk), ownId(session.person, commandId, 'command'))
    await finish(session, entry, occasion, { refusal, position, subjects: recorded.map(({ subject }) => subject) })
  }
  const finish = async (session: Session, entry: OpenedEntry, occasion: DoorOccasion, { refusal, position, subjects }: Pick<Awaited<ReturnType<typeof files.referrals.handle>>, 'refusal' | 'position'> & { readonly subjects: readonly Subject[] }): Promise<void> => {
    if (refusal !== undefined) {
      await log.write(entry.id, [{ ...refusedDoorLine(occasion, 'write'), policies: [] }])
      throw new Refused(refusal.code, refusal.about)
    }
    await parts.sessions.wrote(session, position)
    await log.write(entry.id, doorLines(occasion, 'write', subjects.filter(({ kind }) => kind !== 'case')))
  }
  const stamp = ({ asking: { actor: by }, now: at }: DoorDesk) => ({ by, at })

  return {
    items: async (session, closed, whose) => {
      const { asking, now, found: all } = await openAll(session, closed)
      const found = whose === undefined ? all : all.filter((one) => shareOf(asking, one) === whose)
      const directory = await directoryOf(parts, found)
      for (const one of found) await log.write(one.id, doorLines(occasionOf(asking, 'frontDoor', now), 'seeExistence', [aboutOf(one)]))
      const items = found.map((one) => itemView(asking, directory, one, now))
      return closed ? items.sort((a, b) => compareTexts(b.receivedAt, a.receivedAt)) : items.sort(firstFirst)
    },
    waiting: async (session) => {
      const { asking, now, found } = await openAll(session, false)
      const items = found.map((one) => itemView(asking, noDirectory, one, now))
      const waits = ({ kind, takenUpBy, openQuestions: open, isMine }: Views.DoorItem) => kind === 'referral' ? takenUpBy === undefined && !isMine : open > 0
      return {
        waiting: items.filter(waits).length, urgent: items.filter((item) => waits(item) && item.urgency === 'urgent').length, late: items.filter(({ wait }) => wait.isLate && wait.endedOn === undefined).length,
        all: found.length, nobody: found.filter((one) => shareOf(asking, one) === 'nobody').length, mine: found.filter((one) => shareOf(asking, one) === 'mine').length,
      }
    },
    referral: async (session, id) => {
      const asking = await askingOf(session, files)
      const now = clock()
      const entry = await open(asking, 'referral', id, 'referral', 'read', now)
      if (entry?.kind !== 'referral') return undefined
      const directory = await directoryOf(parts, [entry])
      await log.write(id, doorLines(occasionOf(asking, 'referral', now), 'read', subjectsOf(entry.state)))
      return referralView(asking, directory, entry, now)
    },
    begunWith: async (session, family) => {
      const asking = await askingOf(session, files)
      const now = clock()
      const entry = isId(family) ? await loadEntry('referral', family) : undefined
      if (entry === undefined || !mayWorkAtDoor(asking.viewer, await factsOf(asking, entry, now))) return undefined
      await log.write(family, doorLines(occasionOf(asking, 'referralOfFamily', now), 'seeExistence', [aboutOf(entry)]))
      return { id: family, code: codeOf(family), receivedAt: entry.state.at }
    },
    consultation: async (session, id) => {
      const asking = await askingOf(session, files)
      const now = clock()
      const entry = await open(asking, 'consultation', id, 'consultation', 'read', now)
      if (entry?.kind !== 'consultation') return undefined
      const directory = await directoryOf(parts, [entry])
      // A question without a name is read because one is asked (P12); one with a name on the consent that names it.
      const occasion: DoorOccasion = { ...occasionOf(asking, 'consultation', now), ...(entry.state.named === undefined && { policies: ['P12'] }) }
      await log.write(id, doorLines(occasion, 'read', [aboutConsultation(entry.state), ...(entry.state.named?.parents ?? []).map(({ person }): Subject => ({ kind: 'adult', person }))]))
      return consultationView(asking, directory, entry, now)
    },
    takeUp: async (session, commandId, id) => {
      const isConsultation = isId(id) && await files.referrals.state(id) === undefined && await files.consultations.state(id) !== undefined
      await (isConsultation ? onConsultation(session, commandId, id, 'takeUp', (desk) => ({ type: 'TakeUpConsultation', ...stamp(desk) })) : onReferral(session, commandId, id, 'takeUp', (desk) => ({ type: 'TakeUpReferral', ...stamp(desk) })))
    },
    giveOpinion: (session, commandId, id, text) => onReferral(session, commandId, id, 'giveReferralOpinion', (desk) => ({ type: 'GiveOpinion', ...stamp(desk), registrationValid: desk.registrationValid, opinionId: ownId(session.person, commandId, 'opinion'), text })),
    noteFirstTalk: (session, commandId, id, on) => onReferral(session, commandId, id, 'noteFirstTalk', (desk) => ({ type: 'NoteFirstTalk', ...stamp(desk), on })),
    noteFeedbackWord: (session, commandId, id, person, word) => onReferral(session, commandId, id, 'noteFeedbackWord', (desk) => ({ type: 'NoteFeedbackWord', ...stamp(desk), person, ...word })),
    giveFeedback: (session, commandId, id, text) => onReferral(session, commandId, id, 'giveReferralFeedback', (desk) => ({ type: 'GiveFeedback', ...stamp(desk), feedbackId: ownId(session.person, commandId, 'feedback'), text })),
    close: async (session, commandId, id, outcome, words) => {
      // A case is started with its own words, never by closing alone.
      if (outcome === 'caseStarted') throw new Refused('choice-unknown', { field: 'outcome' })
      await onReferral(session, commandId, id, 'closeReferral', (desk) => ({ type: 'CloseReferral', ...stamp(desk), registrationValid: desk.registrationValid, outcome, words }))
    },
    reopen: (session, commandId, id) => onReferral(session, commandId, id, 'reopenReferral', (desk) => ({ type: 'ReopenReferral', ...stamp(desk) })),
    startCase: async (session, commandId, id, made) => {
      const { desk, entry, occasion } = await asked(session, commandId, 'referral', id, 'startCase')
      if (entry.kind !== 'referral') throw new Refused('not-found')
      try {
        const position = await startCase(files, desk, entry, made)
        await parts.sessions.wrote(session, position)
      } catch (error) {
        if (error instanceof Refused) await log.write(id, [{ ...refusedDoorLine(occasion, 'write'), policies: [] }])
        throw error
      }
      await log.write(id, doorLines(occasion, 'write', subjectsOf(entry.state).filter(({ kind }) => kind !== 'case')))
    },
    answer: (session, commandId, id, questionId, text) => onConsultation(session, commandId, id, 'answerConsultation', (desk) => ({
      type: 'AnswerQuestion', ...stamp(desk), registrationValid: desk.registrationValid, questionId, answerId: ownId(session.person, commandId, 'answer'), text,
    })),
    nameConsultation: async (session, commandId, id, said) => {
      const { desk, entry, occasion } = await asked(session, commandId, 'consultation', id, 'nameConsultation')
      if (entry.kind !== 'consultation') throw new Refused('not-found')
      const own = (name: string) => ownId(session.person, commandId, name)
      const { asker, questions, organisation, jurisdiction, named: before, child: anonymous } = entry.state
      // What was named already, with the question or by a first try that was cut off, is named once.
      const known = before?.child === undefined ? undefined : { child: before.child, parents: before.parents.map(asReferred) }
      const named = known ?? (said === undefined ? undefined : peopleIn(said, anonymous, own))
      if (named === undefined || asker === undefined) throw new Refused('consultation-not-named')
      const must = async ({ refusal, position }: Awaited<ReturnType<typeof files.referrals.handle>>): Promise<void> => {
        if (refusal === undefined) { await parts.sessions.wrote(session, position); return }
        await log.write(id, [{ ...refusedDoorLine(occasion, 'write'), policies: [] }])
        throw new Refused(refusal.code, refusal.about)
      }
      if (known === undefined && said !== undefined) {
        const { how, on, askedBy } = said
        await must(await files.consultations.handle(id, { type: 'NameConsultation', ...stamp(desk), named: { ...named, consent: { consentedBy: named.parents.filter(({ agrees }) => agrees === 'yes').map(({ person }) => person), how, on, askedBy } } }, own('name')))
      }
      if (await files.referrals.state(id) === undefined) {
        await must(await files.referrals.handle(id, {
          type: 'ReceiveReferral', ...stamp(desk), organisation, jurisdiction, channel: 'consultation', urgency: 'ordinary', referrer: asker, ...named, ticked: [], story: questions.map(({ text }) => text).join('\n\n').slice(0, longestText),
        }, own('receive')))
      }
      await must(await files.consultations.handle(id, { type: 'CloseConsultation', ...stamp(desk), outcome: 'becameReferral' }, own('close')))
      await log.write(id, doorLines(occasion, 'write', [aboutReferral(named), ...named.parents.map(({ person }): Subject => ({ kind: 'adult', person }))]))
    },
    closeConsultation: (session, commandId, id) => onConsultation(session, commandId, id, 'closeConsultation', (desk) => ({ type: 'CloseConsultation', ...stamp(desk), outcome: 'answered' })),
    links: async (session) => {
      const receiver = await receiverOf(parts, session)
      if (receiver === undefined) return []
      const all = await parts.links.all(receiver)
      const directory = await loadDirectory(files, all.map(({ madeBy }) => madeBy))
      return all.map(({ id, madeBy, madeAt, until }) => ({ id, madeAt, until, madeBy: directory.practitioner(madeBy)?.name ?? viewText(session.language)('somebody') }))
    },
    makeLink: async (session) => {
      const receiver = await receiverOf(parts, session)
      if (receiver === undefined) throw new Refused('not-found')
      const jurisdiction = (await files.organisations.state(receiver))?.jurisdiction ?? 'NL'
      if (!hasValidRegistration(await files.practitioners.state(session.person), dayOf(clock(), zoneOf(jurisdiction)))) throw new Refused('registration-not-valid')
      return parts.links.make(receiver, session.person)
    },
    withdrawLink: async (session, id) => {
      const receiver = await receiverOf(parts, session)
      if (receiver === undefined) throw new Refused('not-found')
      await parts.links.withdraw(receiver, id)
    },
    looks: async (session) => {
      const asking = await askingOf(session, files)
      const now = clock()
      const { viewer } = asking
      if (viewer.kind !== 'office') return []
      const text = viewText(session.language)
      const entries = [...await parts.entries.of(session, viewer.organisation, false), ...await parts.entries.of(session, viewer.organisation, true)]
      const found: Views.DoorLook[] = []
      // A question that became a referral has one log with it.
      for (const { entry: id, kind } of new Map(entries.map((one) => [one.entry, one] as const)).values()) {
        const entry = await loadEntry(kind, id)
        if (entry === undefined || !mayReviewDoor(viewer, { receivedBy: entry.state.organisation })) continue
        const lines = (await log.read(id)).filter(({ operation }) => doorOperations.has(operation))
        await log.write(id, doorLines({ ...occasionOf(asking, 'doorLooks', now), policies: ['P13'] }, 'readAccessLog', []))
        const directory = await loadDirectory(files, lines.map(({ by }) => by.person))
        for (const line of lines) {
          const known = directory.practitioner(line.by.person)
          found.push({
            id: line.id, at: line.at, code: codeOf(id), kind, refused: line.outcome === 'refused', who: known?.name ?? text(line.by.role === 'privacyOfficer' ? 'role.privacyOfficer' : 'role.referrer'), role: known?.title ?? '',
            action: text(`log.${line.action}`), what: whatView(text, line.action, line.category, text(`kind.${line.subject.kind}`)),
          })
        }
      }
      return found.sort((a, b) => compareTexts(b.at, a.at))
    },
  }
}

/** The people of a family that is named, with ids of their own; the child is the one that was asked about. */
const peopleIn = ({ child: { isUnborn, ...child }, parents, on }: NamedFamily, anonymous: PersonId, own: (name: string) => Id): { readonly child: ReferredChild; readonly parents: readonly ReferredParent[] } => {
  const people = parents.map((parent, index): ReferredParent => ({ ...parent, person: own(`parent ${index}`), ...(parent.agrees === 'yes' && { toldOn: on }) }))
  return { child: { ...child, person: anonymous, ...(isUnborn && { carriedBy: own('parent 0') }) }, parents: people }
}

/** What is asked of the front door, by the name that the access log keeps. */
const doorOperations: ReadonlySet<string> = new Set([
  'refer', 'ask', 'askFurther', 'doorStatus', 'frontDoor', 'referral', 'referralOfFamily', 'consultation', 'takeUp', 'giveReferralOpinion', 'noteFirstTalk', 'noteFeedbackWord', 'giveReferralFeedback', 'closeReferral', 'reopenReferral', 'startCase',
  'answerConsultation', 'nameConsultation', 'closeConsultation', 'doorLooks',
])

/** For whom somebody receives: a specialist who works there. */
const receiverOf = async ({ files, clock }: DisclosingParts, session: Session): Promise<string | undefined> => {
  const { viewer, employment } = await askingOf(session, files)
  if (viewer.kind !== 'care') return undefined
  const today = dayOf(clock(), zoneOf((await files.organisations.state(viewer.organisation))?.jurisdiction ?? 'NL'))
  const facts: DoorFacts = { receivedBy: viewer.organisation, today, ...(employment !== undefined && { employment: { from: employment.from ?? '1900-01-01', ...(employment.until !== undefined && { until: employment.until }) } }) }
  return mayWorkAtDoor(viewer, facts) ? viewer.organisation : undefined
}

const noDirectory = { practitioner: () => undefined } satisfies Pick<Directory, 'practitioner'>

const aboutOf = (entry: OpenedEntry): Subject => entry.kind === 'referral' ? aboutReferral(entry.state) : aboutConsultation(entry.state)

/** Everybody whom a referral tells something about. */
export const subjectsOf = (state: Referral): readonly Subject[] =>
  [aboutReferral(state), ...state.parents.map(({ person }): Subject => ({ kind: 'adult', person })), ...state.ticked.map(({ subject }) => subject)]

const directoryOf = ({ files }: DisclosingParts, entries: readonly OpenedEntry[]): Promise<Directory> => loadDirectory(files, entries.flatMap(({ kind, state }) => [
  ...state.takenUp === undefined ? [] : [state.takenUp.by], ...state.closed === undefined ? [] : [state.closed.by.person],
  ...kind === 'referral' ? [...state.opinions.map(({ by }) => by.person), ...state.feedback === undefined ? [] : [state.feedback.by.person]] : state.questions.flatMap(({ answer }) => answer === undefined ? [] : [answer.by.person]),
]))
