/**
 * Erasures and terms of keeping, as a privacy officer sees and decides them. An office opens no case: persons are kinds and numbers here,
 * as in the access log, and every look and every decision leaves its line there.
 */
import { ageOn } from '@samenspel/access'
import { keptName, type Kept } from '@samenspel/accountability'
import { dueOn, retentionOf, tableWith, whoMustAsk, type Controller, type ControllerKind, type Erasure, type ErasureCommand, type GrantedRecord, type GrantGround, type LogYears, type RefusalGround, type Retention } from '@samenspel/erasure'
import type { KeyStore } from '@samenspel/event-codec'
import type { EventStore } from '@samenspel/event-store'
import { authorities, isChild, type Member, type OpenCase } from '@samenspel/family-case'
import { viewText } from '@samenspel/intl/views'
import { compareTexts, covers, dayOf, isId, zoneOf, type FamilyId, type Id, type IsoDate, type OrganisationId, type PersonId, type Subject } from '@samenspel/kernel'
import type { Organisation } from '@samenspel/register'
import type { Track } from '@samenspel/safety'
import { hashOfKey, readCertificate } from '../erasing/certificate.ts'
import { kinOf, recordsOfFamily, recordsOfPerson, type RecordedFact } from '../erasing/records.ts'
import { Refused } from '../graphql/refused.ts'
import type { DueRecord, ErasablePerson, Erasure as ErasureView, ErasureCertificate, ErasureRecord } from '../graphql/types/erasures.ts'
import type { Signer } from '../integrity/signing-key.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownId } from '../ids/own-id.ts'
import type { DisclosingParts } from './disclosing.ts'
import { officeLine, refusedLines, writeLines, type Occasion, type Written } from './log-lines.ts'
import { officeOccasion } from './office.ts'
import { loadDirectory } from './record.ts'

export type ErasureRequest = { readonly person: PersonId; readonly askedBy: readonly PersonId[]; readonly receivedOn: IsoDate; readonly controllers: readonly Controller[] }

export type Erasing = {
  /** Of all families, those to be decided first by their date, then the newest. */
  readonly all: (session: Session) => Promise<readonly ErasureView[]>
  /** @returns nothing where there is none, or for who is no privacy officer */
  readonly one: (session: Session, family: FamilyId, erasureId: Id) => Promise<ErasureView | undefined>
  /** Whom a request can be about, and whose records there are. @throws Refused `not-found` */
  readonly persons: (session: Session, family: FamilyId) => Promise<readonly ErasablePerson[]>
  /** Records of which the least time is over: for somebody to decide about. */
  readonly due: (session: Session) => Promise<readonly DueRecord[]>
  /** Keeps on what came due, until a day and for a reason; not beyond the day by which it must be gone. @throws Refused */
  readonly keepOn: (session: Session, family: FamilyId, commandId: Id, kept: Kept, until: IsoDate, word: string) => Promise<void>
  /** @returns the id of the erasure. @throws Refused */
  readonly request: (session: Session, family: FamilyId, commandId: Id, asked: ErasureRequest) => Promise<Id>
  readonly grant: (session: Session, family: FamilyId, commandId: Id, erasureId: Id, ground: GrantGround, records: readonly GrantedRecord[]) => Promise<void>
  readonly refuse: (session: Session, family: FamilyId, commandId: Id, erasureId: Id, ground: RefusalGround) => Promise<void>
}

export type ErasingParts = DisclosingParts & { readonly sealed: Pick<EventStore, 'readStream'>; readonly keys: Pick<KeyStore, 'kept'>; readonly signer: Pick<Signer, 'publicKey'>; readonly logYears: LogYears }

/** A case as a privacy officer works on it. */
type Desk = { readonly occasion: Occasion; readonly today: IsoDate; readonly text: ReturnType<typeof viewText> }

export const openErasing = (parts: ErasingParts): Erasing => {
  const deskFor = async (session: Session, family: FamilyId, operation: string, action: 'read' | 'write' | 'quietly'): Promise<Desk | undefined> => {
    const occasion = await officeOccasion(parts, session, family, operation, action)
    return occasion === undefined ? undefined : { occasion, today: dayOf(occasion.now, zoneOf(occasion.record.file.family.jurisdiction)), text: viewText(session.language) }
  }

  /** Reads the records of a family once. @returns those of one of its members */
  const recordsIn = async ({ record: { file, familyId } }: Occasion): Promise<(person: PersonId) => readonly RecordedFact[]> => {
    const records = await recordsOfFamily(parts.sealed, familyId)
    return (person) => recordsOfPerson(records, person, kinOf(file))
  }
  const organisationsOf = async (controllers: Iterable<Controller>) => (await loadDirectory(parts.files, [], [...controllers].filter((one) => one !== 'case'))).organisation

  const viewOf = async ({ occasion, today, text }: Desk, erasure: Erasure): Promise<ErasureView> => {
    const { file: { family }, familyId } = occasion.record
    const { erasureId, person, receivedOn, answerBy, controllers, askedBy, progress } = erasure
    const granted = 'granted' in progress ? progress.granted : undefined
    const facts = granted === undefined ? (await recordsIn(occasion))(person) : []
    const certificate = progress.status === 'carriedOut' ? progress.certificate : undefined
    const mentioned = certificate === undefined ? [] : readCertificate(certificate, parts.signer).recipients
    const organisation = await organisationsOf([...controllers, ...mentioned])
    const nameOf = (controller: Controller) => controllerName(text, controller, organisation)
    const required = mustAsk(occasion, person, today)
    return {
      id: erasureId, familyId, caseNumber: family.caseNumber, person: personView(text, family.members.find(({ memberId }) => memberId === person), person),
      receivedOn, answerBy, isLate: progress.status === 'requested' && answerBy < today, status: progress.status,
      askedByAll: required.length > 0 && required.every((one) => askedBy.includes(one)), mustAsk: required.length, haveAsked: required.filter((one) => askedBy.includes(one)).length,
      records: controllers.map((controller): ErasureRecord => {
        const agreedOn = granted?.records.find((one) => one.controller === controller)?.agreedOn
        const { earliest } = retentionFor(occasion, person, [controller], facts, organisation)
        return {
          controller, name: nameOf(controller), isOwn: isOwn(occasion, controller), isGranted: granted?.records.some((one) => one.controller === controller) ?? false,
          ...(agreedOn !== undefined && { agreedOn }), ...(earliest !== undefined && { earliest }),
        }
      }),
      ...(granted !== undefined && { grantGround: granted.ground, decidedAt: granted.at }), ...(progress.status === 'refused' && { refusalGround: progress.refused.ground, decidedAt: progress.refused.at }),
      ...(certificate !== undefined && { certificate: certificateView(certificate, parts.signer, nameOf) }),
    }
  }

  const command = async (session: Session, family: FamilyId, commandId: Id, operation: string, make: (desk: Desk) => ErasureCommand | Promise<ErasureCommand>): Promise<void> => {
    if (!isId(commandId)) throw new Refused('request-invalid')
    const desk = await deskFor(session, family, operation, 'write')
    if (desk === undefined) throw new Refused('not-found')
    const request = await make(desk)
    const person = request.type === 'RequestErasure' ? request.person : (await parts.files.erasures.state(family)).get(request.erasureId)?.person
    const { refusal, position } = await parts.files.erasures.handle(family, request, ownId(session.person, commandId, 'command'))
    const lines = writeLines(desk.occasion, [{ subject: subjectOf(desk.occasion, person), category: 'unlabelled' }])
    await parts.log.write(family, refusal === undefined ? lines : lines.map((line) => ({ ...line, outcome: 'refused' as const, policies: ['default' as const] })))
    if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
    await parts.sessions.wrote(session, position)
  }

  return {
    all: async (session) => {
      const views: ErasureView[] = []
      for (const { familyId } of await parts.participations.cases(session)) {
        const erasures = await parts.files.erasures.state(familyId)
        const desk = erasures.size === 0 ? undefined : await deskFor(session, familyId, 'erasures', 'quietly')
        if (desk === undefined) continue
        await parts.log.write(familyId, [...erasures.values()].map(({ person }) => officeLine(desk.occasion, subjectOf(desk.occasion, person))))
        for (const erasure of erasures.values()) views.push(await viewOf(desk, erasure))
      }
      const isOpen = ({ status }: ErasureView) => status === 'requested'
      return views.sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (isOpen(a) ? compareTexts(a.answerBy, b.answerBy) : compareTexts(b.receivedOn, a.receivedOn)))
    },
    one: async (session, family, erasureId) => {
      const desk = await deskFor(session, family, 'erasure', 'read')
      if (desk === undefined) return undefined
      const erasure = (await parts.files.erasures.state(family)).get(erasureId)
      await parts.log.write(family, [officeLine(desk.occasion, subjectOf(desk.occasion, erasure?.person))])
      return erasure === undefined ? undefined : viewOf(desk, erasure)
    },
    persons: async (session, family) => {
      const desk = await deskFor(session, family, 'erasablePersons', 'read')
      if (desk === undefined) throw new Refused('not-found')
      const { occasion, text } = desk
      await parts.log.write(family, [officeLine(occasion, { kind: 'case' })])
      const recordsOf = await recordsIn(occasion)
      return Promise.all(occasion.record.file.family.members.map(async (member): Promise<ErasablePerson> => {
        // What the software noted in calendars belongs to no organisation, and goes with what the family wrote.
        const controllers = [...new Set<Controller>(['case', ...recordsOf(member.memberId).map(({ controller }) => controller)])]
        const organisation = await organisationsOf(controllers)
        return {
          ...personView(text, member, member.memberId), isChild: isChild(member),
          records: controllers.map((controller): ErasureRecord => ({ controller, name: controllerName(text, controller, organisation), isOwn: isOwn(occasion, controller), isGranted: false })),
        }
      }))
    },
    due: async (session) => {
      const found: DueRecord[] = []
      for (const { familyId } of await parts.participations.cases(session)) {
        const desk = await deskFor(session, familyId, 'retentionDue', 'quietly')
        if (desk === undefined) continue
        const own: DueRecord[] = []
        const recordsOf = await recordsIn(desk.occasion)
        for (const member of desk.occasion.record.file.family.members) own.push(...await dueOf(desk, member, recordsOf(member.memberId)))
        own.push(...await dueBesides(desk))
        if (own.length > 0) await parts.log.write(familyId, [officeLine(desk.occasion, { kind: 'case' })])
        found.push(...own)
      }
      // What must go comes first, by the day by which it must be gone; the rest by how long it may go already.
      const mustGo = ({ due }: DueRecord) => due === 'mustBeDestroyed'
      return found.sort((a, b) => Number(mustGo(b)) - Number(mustGo(a)) || compareTexts((mustGo(a) ? a.latest : undefined) ?? a.since, (mustGo(b) ? b.latest : undefined) ?? b.since))
    },
    keepOn: async (session, family, commandId, kept, until, word) => {
      if (!isId(commandId)) throw new Refused('request-invalid')
      const desk = await deskFor(session, family, 'keepDueRecord', 'write')
      if (desk === undefined) throw new Refused('not-found')
      const { occasion, today } = desk
      const latest = await latestOf(desk, kept)
      const { refusal, position } = await parts.files.reviews.handle(family, { type: 'KeepDueRecord', by: occasion.asking.actor, at: occasion.now, ...kept, until, word, today, ...(latest !== undefined && { latest }) }, ownId(session.person, commandId, 'command'))
      const about: Written = { subject: subjectOf(occasion, kept.of?.person), category: 'unlabelled' }
      await parts.log.write(family, refusal === undefined ? writeLines(occasion, [about]) : refusedLines(occasion, [about]))
      if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
      await parts.sessions.wrote(session, position)
    },
    request: async (session, family, commandId, { person, askedBy, receivedOn, controllers }) => {
      const erasureId = ownId(session.person, commandId, 'erasure')
      await command(session, family, commandId, 'requestErasure', ({ occasion, today }) => {
        const { family: { members, jurisdiction } } = occasion.record.file
        if (![person, ...askedBy].every((one) => members.some(({ memberId }) => memberId === one))) throw new Refused('person-unknown')
        return { type: 'RequestErasure', by: occasion.asking.actor, at: occasion.now, erasureId, person, askedBy, receivedOn, controllers, jurisdiction, today }
      })
      return erasureId
    },
    grant: (session, family, commandId, erasureId, ground, records) => command(session, family, commandId, 'grantErasure', async ({ occasion, today }) => {
      const erasure = (await parts.files.erasures.state(family)).get(erasureId)
      if (erasure === undefined) throw new Refused('erasure-unknown')
      const { person } = erasure
      const controllers = records.map(({ controller }) => controller)
      const { earliest } = retentionFor(occasion, person, controllers, (await recordsIn(occasion))(person), await organisationsOf(controllers))
      return { type: 'GrantErasure', by: occasion.asking.actor, at: occasion.now, erasureId, ground, records, today, required: mustAsk(occasion, person, today), earliest }
    }),
    refuse: (session, family, commandId, erasureId, ground) => command(session, family, commandId, 'refuseErasure', ({ occasion }) =>
      ({ type: 'RefuseErasure', by: occasion.asking.actor, at: occasion.now, erasureId, ground })),
  }

  /** The day by which what is to be kept on must be gone, when there is one. @throws Refused where there is no such record */
  async function latestOf({ occasion }: Desk, { record, of }: Kept): Promise<IsoDate | undefined> {
    if (of !== undefined) {
      const facts = (await recordsIn(occasion))(of.person).filter(({ controller }) => controller === of.controller)
      if (facts.length === 0) throw new Refused('not-found')
      return retentionFor(occasion, of.person, [of.controller], facts, await organisationsOf([of.controller])).latest
    }
    return record === 'safetyTrack' ? [...occasion.record.tracks.values()].flatMap((track) => retentionOfTrack(occasion, track).latest ?? []).sort()[0] : undefined
  }

  /** Whether something is kept on today by what an officer decided. */
  async function keptIn({ occasion: { record: { familyId } }, today }: Desk): Promise<(kept: Kept) => boolean> {
    const { kept } = await parts.files.reviews.state(familyId)
    return (one) => (kept.get(keptName(one))?.until ?? today) > today
  }

  /** What no erasure of a person reaches: old lines of the access log, and safety tracks that were closed. What is kept on is not due. */
  async function dueBesides(desk: Desk): Promise<readonly DueRecord[]> {
    const { occasion, today, text } = desk
    const { record: { file: { family }, familyId, tracks } } = occasion
    const zone = zoneOf(family.jurisdiction)
    const isKept = await keptIn(desk)
    const shared = { familyId, caseNumber: family.caseNumber, controller: 'case' }
    const table = tableWith(parts.logYears)
    const retentionOfLine = (day: IsoDate): Retention => retentionOf({ country: family.jurisdiction, record: 'accessLog', controller: 'healthCare', abuseMark: false, protectionOrder: false, days: { recording: day } }, table)
    const dueDays = new Map<IsoDate, boolean>()
    const isDue = (day: IsoDate): boolean => {
      const is = dueDays.get(day) ?? dueOn(retentionOfLine(day), today) !== undefined
      dueDays.set(day, is)
      return is
    }
    const lines = isKept({ record: 'accessLog' }) ? [] : (await parts.log.read(familyId)).filter(({ at }) => isDue(dayOf(at, zone)))
    const oldest = lines[0] === undefined ? undefined : retentionOfLine(dayOf(lines[0].at, zone)).earliest
    const closed = isKept({ record: 'safetyTrack' }) ? [] : [...tracks.values()].flatMap((track): readonly DueRecord[] => {
      const retention = retentionOfTrack(occasion, track)
      const due = dueOn(retention, today)
      return due === undefined || retention.earliest === undefined ? [] : [{ ...shared, id: `${familyId} ${track.trackId}`, kind: 'safetyTrack', record: text('retention.safetyTrack'), due, since: retention.earliest, ...(retention.latest !== undefined && { latest: retention.latest }) }]
    })
    return [
      ...oldest === undefined ? [] : [{ ...shared, id: `${familyId} accessLog`, kind: 'accessLog' as const, record: text('retention.accessLog', { count: lines.length }), due: 'mayBeDestroyed' as const, since: oldest }],
      ...closed,
    ]
  }

  async function dueOf(desk: Desk, member: Member, facts: readonly RecordedFact[]): Promise<readonly DueRecord[]> {
    const { occasion, today, text } = desk
    const { record: { file: { family }, familyId } } = occasion
    const controllers = new Set(facts.map(({ controller }) => controller))
    const organisation = await organisationsOf(controllers)
    const isKept = await keptIn(desk)
    const due: DueRecord[] = []
    for (const controller of controllers) {
      const own = facts.filter((fact) => fact.controller === controller)
      const retention = retentionFor(occasion, member.memberId, [controller], own, organisation)
      const kind = dueOn(retention, today)
      // What was erased is not due any more, and what is kept on not yet.
      if (kind === undefined || retention.earliest === undefined || isKept({ record: 'careRecord', of: { person: member.memberId, controller } }) || (await parts.keys.kept([...new Set(own.map(({ keyId }) => keyId))])).length === 0) continue
      due.push({
        id: `${familyId} ${member.memberId} ${controller}`, kind: 'careRecord', familyId, caseNumber: family.caseNumber, person: personView(text, member, member.memberId), controller,
        record: controllerName(text, controller, organisation), due: kind, since: retention.earliest,
        ...(retention.latest !== undefined && { latest: retention.latest }),
      })
    }
    return due
  }
}

type OrganisationOf = (id: OrganisationId) => Organisation | undefined

export const controllerName = (text: Desk['text'], controller: Controller, organisation: OrganisationOf): string =>
  controller === 'case' ? text('erasing.ofFamily') : organisation(controller)?.name ?? controller

/** Whether a privacy officer decides alone about these records: what the family wrote, and those of the own organisation. */
const isOwn = ({ asking }: Occasion, controller: Controller): boolean => controller === 'case' || controller === asking.actor.organisation

/** Of a person a kind and a number, as the access log says it; never a name. */
export const personView = (text: Desk['text'], member: Member | undefined, person: PersonId): ErasureView['person'] => {
  const kind = member === undefined ? 'adult' : member.role === 'unbornChild' ? 'unborn' : isChild(member) ? member.role === 'sibling' ? 'sibling' : 'child' : 'adult'
  return { id: person, kind: text(`kind.${kind}`), code: person.slice(0, 4) }
}

/** Whose line it is in the access log, so that this person finds it there. */
export const subjectOf = ({ record: { file: { family } } }: Occasion, person: PersonId | undefined): Subject => {
  const member = family.members.find(({ memberId }) => memberId === person)
  if (member === undefined || member.role === 'unbornChild') return { kind: 'case' }
  return { kind: member.role === 'sibling' ? 'sibling' : isChild(member) ? 'child' : 'adult', person: member.memberId }
}

/** Who has to ask for an erasure of this person today (P-08); nobody when it isn't known who has authority. */
export const mustAsk = ({ record: { file: { family } } }: Occasion, person: PersonId, today: IsoDate): readonly PersonId[] => {
  const member = family.members.find(({ memberId }) => memberId === person)
  if (member === undefined) return []
  if (member.role === 'unbornChild') return member.carriedBy === undefined ? [] : [member.carriedBy]
  // Of a child whose birthday was erased the age isn't known: as of a small child, everybody with authority has to ask.
  const age = !isChild(member) ? undefined : member.birthDate === undefined ? 0 : ageOn(member.birthDate, today)
  const holders = authorities(family).filter((held) => held.child === person && held.status !== 'none' && covers(held, today)).map(({ adult }) => adult)
  return whoMustAsk({ person, age, holders: [...new Set(holders)] })
}

const youthCare: readonly Organisation['discipline'][] = ['youthCare', 'homeSupport', 'neighbourhoodTeam', 'juvenileCourt']

/** By which of the two laws an organisation keeps its records. */
const kindOf = (discipline: Organisation['discipline'] | undefined): ControllerKind => discipline !== undefined && youthCare.includes(discipline) ? 'youthCare' : 'healthCare'

/** When the help of an organisation ended: nothing while it goes on, and the day of its last word where it never was on the team. */
const endOfHelp = ({ careTeam }: OpenCase, controller: Controller | undefined, lastDay: IsoDate): IsoDate | undefined => {
  const ends = careTeam.members.filter((member) => member.organisation === controller).map(({ until }) => until)
  return ends.length === 0 ? lastDay : ends.every((until) => until !== undefined) ? ends.toSorted().at(-1) : undefined
}

/** Whether somebody else than parents has, or had, a say over this child by an order or as a guardian (P-06). */
const hasProtection = ({ family }: OpenCase, person: PersonId): boolean =>
  authorities(family).some((held) => held.child === person && (held.basis === 'guardianship' || held.basis === 'courtDecision'))

/** How long a safety track must be kept: as the record it belongs to. It counts from when it was closed, and while it is open there is no end. */
const retentionOfTrack = ({ record: { file } }: Occasion, { about, by, closed }: Track): Retention => {
  const { members, jurisdiction } = file.family
  const children = 'person' in about ? members.filter(({ memberId }) => memberId === about.person) : members.filter(isChild)
  const births = children.map(({ birthDate }) => birthDate)
  const birth = births.includes(undefined) ? undefined : births.toSorted().at(-1)
  const closedOn = closed === undefined ? undefined : dayOf(closed.at, zoneOf(jurisdiction))
  const end = closedOn === undefined ? undefined : endOfHelp(file, by.organisation, closedOn)
  return retentionOf({
    country: jurisdiction, record: 'safetyTrack', controller: kindOf(by.discipline), abuseMark: true, protectionOrder: children.some(({ memberId }) => hasProtection(file, memberId)),
    days: { ...(closedOn !== undefined && { lastChange: closedOn }), ...(end !== undefined && { endOfHelp: end }), ...(birth !== undefined && { birth }) },
  })
}

/**
 * How long these records of a person must be kept: until the last of them may go. Those of a child as if there were a mark of abuse
 * (P-05), whether there is a safety track or not: a date of its own would tell whoever reads it that there is one (S-04, decision 052).
 */
const retentionFor = ({ record: { file } }: Occasion, person: PersonId, controllers: readonly Controller[], facts: readonly RecordedFact[], organisation: OrganisationOf): Retention => {
  const { family } = file
  const zone = zoneOf(family.jurisdiction)
  const child = family.members.find(({ memberId }) => memberId === person)
  const birth = child?.birthDate
  const own = controllers.flatMap((controller): readonly Retention[] => {
    const days = facts.filter((fact) => fact.controller === controller && fact.retentionClass === 'care-record').map(({ at }) => dayOf(at, zone)).sort()
    const lastDay = days.at(-1)
    if (lastDay === undefined) return []
    const end = endOfHelp(file, controller, lastDay)
    return [retentionOf({
      country: family.jurisdiction, record: 'careRecord', controller: kindOf(organisation(controller)?.discipline), abuseMark: child !== undefined && isChild(child),
      protectionOrder: hasProtection(file, person),
      days: { lastChange: lastDay, lastContact: lastDay, ...(birth !== undefined && { birth }), ...(end !== undefined && { endOfHelp: end }) },
    })]
  })
  const earliest = own.map((one) => one.earliest)
  return {
    earliest: earliest.length === 0 || earliest.includes(undefined) ? undefined : earliest.toSorted().at(-1),
    latest: own.flatMap(({ latest }) => latest ?? []).sort()[0], rows: [...new Set(own.flatMap(({ rows }) => rows))],
  }
}

export const certificateView = (signed: string, signer: Pick<Signer, 'publicKey'>, nameOf: (controller: Controller) => string): ErasureCertificate => {
  const { subject, decidedAt, decidedBy, events, leaves, tree, keys, epochBefore, epochAfter, destroyedAt, keyBackupsEndOn, recipients, at, installation } = readCertificate(signed, signer)
  return {
    json: signed, fingerprint: hashOfKey(signed).slice(0, 16), installation, subject, decidedAt, decidedBy: decidedBy.person, decidedFor: decidedBy.organisation === undefined ? '' : nameOf(decidedBy.organisation),
    events, leaves, treeSize: tree.size, treeRoot: tree.root, keys, epochBefore, epochAfter, destroyedAt, keyBackupsEndOn, recipients: recipients.map(nameOf), at,
  }
}
