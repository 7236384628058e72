/**
 * What people ask about their data: a family member for themselves and for their own children (P-03, P-08, GDPR 18), and how a privacy
 * officer works on it without opening a record. Everybody sees their own requests only: that the other parent asked something too, or
 * when, tells nobody.
 */
import { answerOn, type Restriction, type RestrictionGround, type RestrictionRefusal, type RequestCommand } from '@samenspel/accountability'
import { answerBy, type Controller, type Erasure } from '@samenspel/erasure'
import { restrictableKinds, subjectOf as subjectOfMember, type Correction, type StatedEntry, type StatedKind } from '@samenspel/family-case'
import { createDates } from '@samenspel/intl'
import { viewText } from '@samenspel/intl/views'
import { compareTexts, dayOf, isId, isSameSubject, zoneOf, type FamilyId, type Id, type IsoDate, type IsoInstant, type OrganisationId, type PersonId } from '@samenspel/kernel'
import { readCertificate, hashOfKey } from '../erasing/certificate.ts'
import { kinOf, recordsOfFamily, recordsOfPerson } from '../erasing/records.ts'
import { Refused } from '../graphql/refused.ts'
import type { DataRequest, OwnCertificate, OwnData, OwnRequest } from '../graphql/types/data-requests.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownId } from '../ids/own-id.ts'
import { look, type DisclosingParts, type Looked } from './disclosing.ts'
import { mustAsk, personView, subjectOf, type ErasingParts } from './erasing.ts'
import { factsOf } from './facts.ts'
import { mayWith } from './gate.ts'
import { candidates, type Candidate, dayOfItem, type Item } from './items.ts'
import { officeLine, ownLine, refusedLine, refusedLines, writeLines, type Occasion, type Written } from './log-lines.ts'
import { officeOccasion } from './office.ts'
import { loadDirectory } from './record.ts'
import { openNote } from './tracks.ts'
import { askingOf } from './viewer.ts'
import type { Reader } from './views/reader.ts'

export type DataRequests = {
  /** @returns nothing for a family that isn't there, or of which nothing opens to this member of it */
  readonly own: (session: Session, family: FamilyId) => Promise<OwnData | undefined>
  /** Opens a request, or joins the one that is open (P-08). @returns its id. @throws Refused */
  readonly askErasure: (session: Session, family: FamilyId, commandId: Id, person: PersonId) => Promise<Id>
  /** @throws Refused `not-found` for an entry that isn't there or beside which they may put nothing */
  readonly askRestriction: (session: Session, family: FamilyId, commandId: Id, entryId: Id, ground: RestrictionGround) => Promise<Id>
  /** The same of what they don't see of a child of theirs: it tells nothing of whether there is anything. @throws Refused `person-unknown`, `not-yours-to-ask` */
  readonly askUnseenRestriction: (session: Session, family: FamilyId, commandId: Id, person: PersonId, ground: RestrictionGround) => Promise<Id>
  /** Of all families, what is to be decided first by its date; nothing for who is no privacy officer. */
  readonly all: (session: Session) => Promise<readonly DataRequest[]>
  readonly setRestriction: (session: Session, family: FamilyId, commandId: Id, requestId: Id) => Promise<void>
  readonly refuseRestriction: (session: Session, family: FamilyId, commandId: Id, requestId: Id, ground: RestrictionRefusal) => Promise<void>
  readonly liftRestriction: (session: Session, family: FamilyId, commandId: Id, requestId: Id) => Promise<void>
  /** Notes that everybody who had read of it was told. @param aboutId a request or a statement */
  readonly noteRecipientsTold: (session: Session, family: FamilyId, commandId: Id, aboutId: Id, on: IsoDate) => Promise<void>
}

export const openDataRequests = (parts: ErasingParts): DataRequests => {
  /** @throws Refused `not-found` */
  const lookAsMember = async (session: Session, family: FamilyId, commandId: Id | undefined, operation: string): Promise<Looked> => {
    if (commandId !== undefined && !isId(commandId)) throw new Refused('request-invalid')
    const looked = await look(parts, await askingOf(session, parts.files), family, operation)
    if (looked === undefined) throw new Refused('not-found')
    if (looked.occasion.asking.viewer.kind === 'portal') return looked
    await parts.log.write(family, [refusedLine(looked.occasion, 'write')])
    throw new Refused('not-found')
  }

  /** Carries out what was asked, with its line; what is refused has one too. */
  const asked = async (session: Session, occasion: Occasion, about: Written, carryOut: () => Promise<{ readonly refusal?: { readonly code: string; readonly about?: Readonly<Record<string, string | number>> }; readonly position: Parameters<typeof parts.sessions.wrote>[1] }>): Promise<void> => {
    const { familyId } = occasion.record
    try {
      const { refusal, position } = await carryOut()
      if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
      await parts.sessions.wrote(session, position)
      await parts.log.write(familyId, writeLines(occasion, [about]))
    } catch (error) {
      if (error instanceof Refused) await parts.log.write(familyId, refusedLines(occasion, [about]))
      throw error
    }
  }

  const decide = async (session: Session, family: FamilyId, commandId: Id, operation: string, make: (occasion: Occasion) => RequestCommand | Promise<RequestCommand>): Promise<void> => {
    if (!isId(commandId)) throw new Refused('request-invalid')
    const occasion = await officeOccasion(parts, session, family, operation, 'write')
    if (occasion === undefined) throw new Refused('not-found')
    const command = await make(occasion)
    const restriction = 'requestId' in command ? (await parts.files.requests.state(family)).restrictions.get(command.requestId) : undefined
    // Of what a parent may not see, a line about the child would tell them.
    const about = restriction === undefined ? undefined : aboutOf(occasion, restriction)
    await asked(session, occasion, { subject: about === undefined || about.category === 'safety' ? { kind: 'case' } : about.subject, category: 'unlabelled' }, () => parts.files.requests.handle(family, command, ownId(session.person, commandId, 'command')))
  }
  const stamp = ({ asking: { actor }, now }: Occasion) => ({ by: actor, at: now })

  return {
    own: async (session, family) => {
      const looked = await look(parts, await askingOf(session, parts.files), family, 'ownData')
      if (looked === undefined || looked.occasion.asking.viewer.kind !== 'portal') return undefined
      const { occasion, opened } = looked
      await parts.log.write(family, [ownLine(occasion, 'readOwn')])
      const [erasures, { restrictions }] = await Promise.all([parts.files.erasures.state(family), parts.files.requests.state(family)])
      const me = session.person
      const requests = [
        ...[...erasures.values()].filter(({ askedBy }) => askedBy.includes(me)).map((erasure) => ownErasure(parts, looked, erasure)),
        ...[...restrictions.values()].filter(({ by }) => by.person === me).map((restriction) => ownRestriction(looked, restriction)),
      ]
      return {
        id: family, requests: requests.sort((a, b) => a.receivedOn < b.receivedOn ? 1 : -1),
        persons: occasion.record.file.family.members.flatMap(({ memberId, isErased }) => {
          const required = mustAsk(occasion, memberId, todayOf(occasion))
          const named = opened.named.get(memberId)
          return isErased === true || named === undefined || !required.includes(me) ? [] : [{ id: memberId, name: named.firstName, isSelf: memberId === me, mustAsk: required.length, mayAskUnseen: memberId !== me }]
        }),
      }
    },
    askErasure: async (session, family, commandId, person) => {
      const { occasion, opened } = await lookAsMember(session, family, commandId, 'askErasure')
      const { file } = occasion.record
      const erasureId = ownId(session.person, commandId, 'erasure')
      await asked(session, occasion, { subject: subjectOf(occasion, opened.named.has(person) ? person : undefined), category: 'unlabelled' }, async () => {
        if (!opened.named.has(person)) throw new Refused('person-unknown')
        const today = todayOf(occasion)
        const records = recordsOfPerson(await recordsOfFamily(parts.sealed, family), person, kinOf(file))
        const controllers = [...new Set<Controller>(['case', ...records.map(({ controller }) => controller)])]
        return parts.files.erasures.handle(family, {
          type: 'RequestErasure', ...stamp(occasion), erasureId, person, askedBy: [], receivedOn: today, controllers, jurisdiction: file.family.jurisdiction, today, required: mustAsk(occasion, person, today),
        }, ownId(session.person, commandId, 'command'))
      })
      return erasureId
    },
    askRestriction: async (session, family, commandId, entryId, ground) => {
      const { occasion, opened } = await lookAsMember(session, family, commandId, 'askRestriction')
      const { record, asking, now } = occasion
      const facts = factsOf(record, asking)
      const entry = opened.items.find(({ item }) => item.id === entryId && isRestrictable(item))?.item
      const requestId = ownId(session.person, commandId, 'restriction')
      await asked(session, occasion, entry ?? { subject: subjectOf(occasion, session.person), category: 'unlabelled' }, async () => {
        const may = entry === undefined ? openNote(record, asking, facts, now, entryId) !== undefined : mayWith(record, asking, facts, now, 'correctByStatement')(entry.kind, entryId)
        if (!may) throw new Refused('not-found')
        return parts.files.requests.handle(family, { type: 'AskRestriction', ...stamp(occasion), requestId, entryId, ground, receivedOn: todayOf(occasion) }, ownId(session.person, commandId, 'command'))
      })
      return requestId
    },
    askUnseenRestriction: async (session, family, commandId, person, ground) => {
      const { occasion, opened } = await lookAsMember(session, family, commandId, 'askUnseenRestriction')
      const requestId = ownId(session.person, commandId, 'restriction')
      await asked(session, occasion, { subject: subjectOf(occasion, session.person), category: 'unlabelled' }, async () => {
        if (!opened.named.has(person)) throw new Refused('person-unknown')
        if (person === session.person || !mustAsk(occasion, person, todayOf(occasion)).includes(session.person)) throw new Refused('not-yours-to-ask')
        return parts.files.requests.handle(family, { type: 'AskRestriction', ...stamp(occasion), requestId, unseenOf: person, ground, receivedOn: todayOf(occasion) }, ownId(session.person, commandId, 'command'))
      })
      return requestId
    },
    all: async (session) => {
      const found: DataRequest[] = []
      for (const { familyId } of await parts.participations.cases(session)) {
        const [{ restrictions }, file] = await Promise.all([parts.files.requests.state(familyId), parts.files.cases.state(familyId)])
        if (!file.isOpen || (restrictions.size === 0 && file.contributions.corrections.length === 0)) continue
        const occasion = await officeOccasion(parts, session, familyId, 'dataRequests', 'quietly')
        if (occasion === undefined) continue
        await parts.log.write(familyId, [officeLine(occasion, { kind: 'case' })])
        for (const restriction of restrictions.values()) found.push(await restrictionView(parts, occasion, restriction))
        const { corrections } = file.contributions
        for (const statement of corrections) if (statement.by.role === 'familyMember') found.push(await statementView(parts, occasion, statement, corrections.find(({ answers }) => answers === statement.id)))
      }
      const isToDo = ({ status }: DataRequest) => status === 'asked'
      return found.sort((a, b) => Number(isToDo(b)) - Number(isToDo(a)) || (isToDo(a) ? compareTexts(a.answerBy ?? '', b.answerBy ?? '') : compareTexts(b.receivedOn, a.receivedOn)))
    },
    setRestriction: (session, family, commandId, requestId) => decide(session, family, commandId, 'setRestriction', (occasion) => ({ type: 'SetRestriction', ...stamp(occasion), requestId })),
    refuseRestriction: (session, family, commandId, requestId, ground) => decide(session, family, commandId, 'refuseRestriction', (occasion) => ({ type: 'RefuseRestriction', ...stamp(occasion), requestId, ground })),
    liftRestriction: (session, family, commandId, requestId) => decide(session, family, commandId, 'liftRestriction', (occasion) => ({ type: 'LiftRestriction', ...stamp(occasion), requestId })),
    noteRecipientsTold: (session, family, commandId, aboutId, on) => decide(session, family, commandId, 'noteRecipientsTold', async (occasion) => {
      const { restrictions } = await parts.files.requests.state(family)
      const restriction = restrictions.get(aboutId)
      const statement = occasion.record.file.contributions.corrections.find(({ id }) => id === aboutId)
      if (restriction === undefined && statement === undefined) throw new Refused('request-unknown')
      const about = restriction === undefined ? statedEntry(occasion, statement?.entry) : aboutOf(occasion, restriction)
      return { type: 'NoteRecipientsTold', ...stamp(occasion), aboutId, organisations: await recipientsOf(parts, occasion, about), on, today: todayOf(occasion) }
    }),
  }
}

const todayOf = ({ record: { file: { family } }, now }: Occasion): IsoDate => dayOf(now, zoneOf(family.jurisdiction))

const isRestrictable = ({ kind }: Pick<Item, 'kind'>): boolean => (restrictableKinds as readonly string[]).includes(kind)

/** What a request is about, as an officer works on it: what it is, about whom, of which day; never what it says. */
type About = Pick<Item, 'subject' | 'category'> & {
  readonly what: 'note' | 'unseen' | StatedKind
  /** Since when it can have been read; of what who asked doesn't see, since ever. */
  readonly at?: IsoInstant
  readonly writtenAt?: OrganisationId
  readonly day: IsoDate
}

/** All that there is, listed once for everything that a request asks about it. */
const listed = new WeakMap<Occasion, readonly Candidate[]>()
const allOf = (occasion: Occasion): readonly Candidate[] => {
  const all = listed.get(occasion) ?? candidates(occasion.record, todayOf(occasion))
  listed.set(occasion, all)
  return all
}

const aboutIn = (occasion: Occasion, is: (item: Item) => boolean): About | undefined => {
  const found = allOf(occasion).find(({ item }) => is(item))
  if (found === undefined) return undefined
  const { item: { kind, subject, category, at, by: { organisation } } } = found
  return { what: kind as StatedKind, subject, category, at, ...(organisation !== undefined && { writtenAt: organisation }), day: found.entries[0]?.occurred ?? todayOf(occasion) }
}

/** What a request to keep something shut is about: a part of the file, a note of a safety track, or what who asked doesn't see. */
const aboutOf = (occasion: Occasion, { entryId, unseenOf, receivedOn }: Restriction): About | undefined => {
  const { family } = occasion.record.file
  if (unseenOf !== undefined) {
    const member = family.members.find(({ memberId }) => memberId === unseenOf)
    return member === undefined ? undefined : { what: 'unseen', subject: subjectOfMember(member), category: 'safety', day: receivedOn }
  }
  return aboutIn(occasion, (item) => item.id === entryId && isRestrictable(item)) ?? aboutNote(occasion, entryId)
}

const aboutNote = ({ record: { tracks, file: { family } } }: Occasion, id: Id): About | undefined => {
  for (const { about, notes } of tracks.values()) {
    const note = notes.find(({ noteId }) => noteId === id)
    if (note !== undefined) return { what: 'note', subject: about, category: 'safety', at: note.at, ...(note.by.organisation !== undefined && { writtenAt: note.by.organisation }), day: dayOf(note.at, zoneOf(family.jurisdiction)) }
  }
  return undefined
}

const statedEntry = (occasion: Occasion, entry: StatedEntry | undefined): About | undefined => entry === undefined ? undefined : aboutIn(occasion, ({ kind, id }) => kind === entry.kind && id === entry.id)

/**
 * Organisations that were shown something of this kind about this person since it was written, besides the one that wrote it (GDPR 19); of
 * what nobody pointed at, those that wrote it too.
 */
const recipientsOf = async ({ log }: DisclosingParts, { record: { familyId } }: Occasion, about: About | undefined): Promise<readonly OrganisationId[]> => {
  if (about === undefined) return []
  const read = (await log.read(familyId)).filter(({ action, outcome, at, by, subject, category }) =>
    by.role === 'professional' && (action === 'read' || action === 'export' || (action === 'write' && about.what === 'unseen')) && outcome === 'done' && at >= (about.at ?? '') && isSameSubject(subject, about.subject) && (category === about.category || (category === 'unlabelled' && about.category !== 'safety')))
  return [...new Set(read.flatMap(({ by }) => by.organisation ?? []))].filter((organisation) => organisation !== about.writtenAt).sort()
}

// ── As a family member sees what they asked

/** The day on which this person asked, whoever asked before. */
const askedOn = ({ along, receivedOn }: Erasure, person: PersonId): IsoDate => along.find((one) => one.person === person)?.on ?? receivedOn

const ownErasure = ({ signer }: Pick<ErasingParts, 'signer'>, { occasion, reader }: Looked, erasure: Erasure): OwnRequest => {
  const { erasureId, person, askedBy, progress } = erasure
  const { text } = reader
  const required = mustAsk(occasion, person, todayOf(occasion))
  const receivedOn = askedOn(erasure, reader.person)
  const decided = progress.status === 'refused' ? progress.refused.at : 'granted' in progress ? progress.granted.at : undefined
  return {
    id: erasureId, kind: 'erasure', about: reader.opened.named.get(person)?.firstName ?? text('somebody'), receivedOn, answerBy: answerBy(receivedOn),
    status: progress.status === 'requested' ? required.every((one) => askedBy.includes(one)) ? 'waiting' : 'waitingForOthers' : progress.status === 'refused' ? 'refused' : progress.status === 'carriedOut' ? 'done' : 'underway',
    ...(decided !== undefined && { decidedOn: dayOf(decided, reader.zone) }), ...(progress.status === 'refused' && { reason: text(`erasing.refused.${progress.refused.ground}`) }),
    ...(progress.status === 'carriedOut' && { certificate: ownCertificate(progress.certificate, signer) }),
  }
}

const ownCertificate = (signed: string, signer: ErasingParts['signer']): OwnCertificate => {
  const { destroyedAt, keyBackupsEndOn } = readCertificate(signed, signer)
  return { json: signed, fingerprint: hashOfKey(signed).slice(0, 16), destroyedAt, keyBackupsEndOn }
}

const ownRestriction = ({ occasion: { record, asking, now }, reader }: Looked, restriction: Restriction): OwnRequest => {
  const { requestId, entryId, receivedOn, progress } = restriction
  if (restriction.unseenOf !== undefined) return ownUnseen(reader, restriction)
  const { text, language, zone } = reader
  const inWords = (what: string, day: IsoDate) => text('restricting.entry', { what, day: createDates(language, zone).date(day) })
  const entry = reader.opened.items.find(({ item }) => item.id === entryId && isRestrictable(item))?.item
  const note = entry === undefined && entryId !== undefined ? openNote(record, asking, factsOf(record, asking), now, entryId)?.note : undefined
  return {
    id: requestId, kind: 'restriction', receivedOn, answerBy: answerOn(receivedOn),
    about: entry !== undefined ? inWords(text(`stated.${entry.kind as StatedKind}`), dayOfItem(entry, zone)) : note !== undefined ? inWords(text('restricting.note'), dayOf(note.at, zone)) : text('restricting.entryGone'),
    status: progress.status === 'asked' ? 'waiting' : progress.status === 'set' ? 'inForce' : progress.status,
    ...('at' in progress && { decidedOn: dayOf(progress.at, zone) }), ...(progress.status === 'refused' && { reason: text(`restricting.refused.${progress.ground}`) }),
  }
}

/** Whether something was set, refused or lifted would tell whether there was anything: who asked reads that there is an answer, and when. */
const ownUnseen = ({ text, zone, opened }: Reader, { requestId, unseenOf, receivedOn, decidedAt }: Restriction): OwnRequest => ({
  id: requestId, kind: 'unseen', about: opened.named.get(unseenOf ?? '')?.firstName ?? text('somebody'), receivedOn, answerBy: answerOn(receivedOn), status: decidedAt === undefined ? 'waiting' : 'answered',
  ...(decidedAt !== undefined && { decidedOn: dayOf(decidedAt, zone) }),
})

// ── As an officer sees it: no name, no word of what it says

type Shared = Pick<DataRequest, 'familyId' | 'caseNumber' | 'about' | 'askedBy' | 'recipients' | 'told' | 'toldOn'>

const sharedView = async (parts: DisclosingParts, occasion: Occasion, aboutId: Id, about: About | undefined, asker: PersonId): Promise<Shared> => {
  const { record: { file: { family }, familyId }, asking: { session: { language } } } = occasion
  const text = viewText(language)
  const told = (await parts.files.requests.state(familyId)).told.get(aboutId)
  const recipients = await recipientsOf(parts, occasion, about)
  const { organisation } = await loadDirectory(parts.files, [], [...recipients, ...told?.organisations ?? [], ...about?.writtenAt === undefined ? [] : [about.writtenAt]])
  const nameOf = (id: OrganisationId) => organisation(id)?.name ?? id
  return {
    familyId, caseNumber: family.caseNumber, askedBy: personView(text, family.members.find(({ memberId }) => memberId === asker), asker),
    about: about === undefined ? text('restricting.entryGone') : about.what === 'unseen' ? unseenWords(text, occasion, about)
      : [text(about.what === 'note' ? 'restricting.note' : `stated.${about.what}`), createDates(language, zoneOf(family.jurisdiction)).date(about.day), ...about.writtenAt === undefined ? [] : [nameOf(about.writtenAt)]].join(', '),
    recipients: recipients.map((id) => ({ id, name: nameOf(id) })), told: (told?.organisations ?? []).map(nameOf), ...(told !== undefined && { toldOn: told.on }),
  }
}

const unseenWords = (text: Reader['text'], { record: { file: { family } } }: Occasion, { subject }: About): string => {
  const person = 'person' in subject ? subject.person : ''
  const { kind, code } = personView(text, family.members.find(({ memberId }) => memberId === person), person)
  return text('restricting.ofPerson', { kind, code })
}

const restrictionView = async (parts: DisclosingParts, occasion: Occasion, restriction: Restriction): Promise<DataRequest> => officeView(occasion, restriction, await sharedView(parts, occasion, restriction.requestId, aboutOf(occasion, restriction), restriction.by.person))

const officeView = (occasion: Occasion, { requestId, unseenOf, ground, receivedOn, answerBy: until, progress }: Restriction, shared: Shared): DataRequest => ({
  ...shared, id: requestId, kind: unseenOf === undefined ? 'restriction' : 'unseen', ground, receivedOn, answerBy: until, isLate: progress.status === 'asked' && until < todayOf(occasion), status: progress.status,
  ...('at' in progress && { decidedOn: dayOf(progress.at, zoneOf(occasion.record.file.family.jurisdiction)) }), ...(progress.status === 'refused' && { refusalGround: progress.ground }),
})

const statementView = async (parts: DisclosingParts, occasion: Occasion, { id, entry, by, at }: Correction, answer: Correction | undefined): Promise<DataRequest> => ({
  ...await sharedView(parts, occasion, id, statedEntry(occasion, entry), by.person), id, kind: 'statement', receivedOn: dayOf(at, zoneOf(occasion.record.file.family.jurisdiction)), isLate: false,
  ...(answer !== undefined && { answeredOn: dayOf(answer.at, zoneOf(occasion.record.file.family.jurisdiction)) }),
})
