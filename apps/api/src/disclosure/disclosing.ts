/**
 * What people get to see. Every answer about a family is made here: the record is loaded, the gate opens what this viewer may see
 * now, the access log has its lines durably, and only then a view leaves.
 */
import { abilities, noAbilities, type Abilities } from '@samenspel/access'
import { restOn } from '@samenspel/agenda'
import { findMember, isInTeam, substituteOn, treatmentConsent, type FamilyCase, type OpenCase } from '@samenspel/family-case'
import { compareTexts, newId, type Clock, type FamilyId, type Id, type IsoDate, type IsoInstant, type PersonId } from '@samenspel/kernel'
import { derivedId } from '../ids/derived-id.ts'
import type { AllFiles, Participations } from '../composition/files.ts'
import { isOnTablet, type Session, type Sessions } from '../sessions/sessions.ts'
import type { Visits } from '../sessions/visits.ts'
import type { AccessLog, LogLine } from './access-log.ts'
import type { Breadth } from './breadth.ts'
import { Refused } from '../graphql/refused.ts'
import type { SafetyTrack } from '../graphql/types/safety.ts'
import type { KeepOf } from '../graphql/whole-parts.ts'
import { openAsKnown, recordAsKnown } from './as-known.ts'
import { factsOf } from './facts.ts'
import { openOutline } from './knowing.ts'
import { open, shown, type Opened } from './gate.ts'
import { keepFor, keepNothing, keepOf, type Keep } from './kept.ts'
import type { ItemKind } from './items.ts'
import { ownLine, readLines, refusedLine, takenLine, unopenedLine, type Occasion } from './log-lines.ts'
import type { CaseRecord } from './case-record.ts'
import { loadRecord } from './record.ts'
import type { UrgentNumbers } from '../settings.ts'
import { refuse } from './refuse.ts'
import { askingOf, todayIn, type Asking } from './viewer.ts'
import { decidingOf } from './deciding.ts'
import { abilitiesOnTablet } from './on-tablet.ts'
import { hasUnanswered, openTracks } from './tracks.ts'
import { noticesIn, noticeView } from './views/emergency.ts'
import { wouldReadOwnWords } from './own-words.ts'
import { searchingIn } from './views/help-choices.ts'
import { familyView, keptView, type FamilyView } from './views/family.ts'
import { isNew, readerOf, type Reader } from './views/reader.ts'
import type { CaseSearch, ColleagueQuestion } from '../graphql/types/story.ts'
import { trackView } from './views/safety.ts'
import { refuseSought, searchView, type Sought } from './views/search.ts'
import { inboxView, type StatementItem } from './views/story.ts'
import { weekToSet } from './views/week.ts'

export type DisclosingParts = {
  readonly files: AllFiles
  readonly participations: Participations
  readonly log: AccessLog
  readonly breadth: Breadth
  readonly sessions: Sessions
  readonly visits: Visits
  readonly clock: Clock
  readonly urgentNumbers: UrgentNumbers
  /** Whether families read the names of staff in the access log (L-07). */
  readonly namesStaff: boolean
}

/** What opened of a family for somebody, with what is needed to show and to log it. Never leaves this folder. */
export type Looked = {
  readonly occasion: Occasion
  readonly opened: Opened
  readonly reader: Reader
  /** What stands of it, for whoever looks again. */
  readonly keep: Keep
  /** The record that is shown, for who looks back. */
  readonly then?: CaseRecord
}

/** What was asked of one family: the operation, and which parts of the answer; `knownAt` to see it as it was known then. */
export type Question = { readonly operation: string; readonly fields: ReadonlySet<string>; readonly knownAt?: IsoInstant | undefined }

export type Disclosing = {
  /**
   * @returns nothing for a family that isn't there or of which nothing opens: the two look the same.
   * @throws Refused `date-in-future` for a moment to come, `only-for-professionals` for a family that looks back
   */
  readonly family: (session: Session, id: FamilyId, question: Question) => Promise<FamilyView | undefined>
  /** Every family of which something opens, by name. */
  readonly families: (session: Session, question: Question) => Promise<readonly FamilyView[]>
  /** Whether anything of a family opens, so that somebody may keep something of their own beside it. */
  readonly keeps: (session: Session, id: FamilyId, operation: string, action: 'readOwn' | 'writeOwn' | 'exportOwn') => Promise<boolean>
  /** What somebody seeks in a case. @returns nothing for a family of which nothing opens. @throws Refused `text-too-long` */
  readonly search: (session: Session, id: FamilyId, sought: Sought) => Promise<CaseSearch | undefined>
  /** Over all families of a professional: what is asked of them by colleagues, and what they asked. */
  readonly inbox: (session: Session) => Promise<readonly ColleagueQuestion[]>
  /** Notes that somebody takes along what they wrote themselves. @throws Refused `not-found`, `not-yours` */
  readonly takeOwn: (session: Session, id: FamilyId, contributionId: Id) => Promise<void>
  /** Keeps what is made of a view of a family alone, while it stands. */
  readonly keepOf: KeepOf
  /** @returns nothing for a family of which nothing opens. */
  readonly watch: (session: Session, id: FamilyId) => Promise<Watch | undefined>
}

/**
 * Whether what was recorded since the last look changes what somebody sees of a family. What was and what is are opened at one
 * moment, so that neither the passing of time nor a visit shows that something hidden was recorded.
 */
export type Watch = () => Promise<'same' | 'changed' | 'closed'>

export const openDisclosing = (parts: DisclosingParts): Disclosing => ({
  keepOf,
  family: async (session, id, { operation, fields, knownAt }) => {
    const asking = await askingOf(session, parts.files, operation)
    const looked = knownAt === undefined ? await look(parts, asking, id, operation) : await lookBack(parts, asking, id, knownAt)
    if (looked === undefined) return undefined
    await logReading(parts, looked, fields)
    return viewOf(looked)
  },
  families: async (session, { operation, fields }) => {
    const asking = await askingOf(session, parts.files, operation)
    const ids = await parts.participations.familiesOf(session)
    const looked = await lookAtEach(parts, asking, ids, operation)
    await Promise.all(looked.map((one) => logReading(parts, one, fields)))
    return looked.map(viewOf).sort((a, b) => a.name < b.name ? -1 : 1)
  },
  keeps: async (session, id, operation, action) => {
    const looked = await look(parts, await askingOf(session, parts.files, operation), id, operation)
    if (looked === undefined) return false
    await parts.log.write(id, [ownLine(looked.occasion, action)])
    return true
  },
  search: async (session, id, sought) => {
    const asking = await askingOf(session, parts.files, 'searchFamily')
    const objection = refuseSought(sought)
    if (objection !== undefined) throw new Refused(objection.refusal.code, objection.refusal.about)
    const looked = await look(parts, asking, id, 'searchFamily')
    if (looked === undefined) return undefined
    // Everything that opened was looked through, whatever was found.
    await logReading(parts, looked, new Set(['contributions', 'lifeLine']))
    return searchView(looked.reader, sought)
  },
  inbox: async (session) => {
    if (session.role !== 'professional') return []
    const asking = await askingOf(session, parts.files, 'colleagueQuestions')
    const ids = await parts.participations.familiesOf(session)
    const looked = await lookAtEach(parts, asking, ids, 'colleagueQuestions')
    const asked = looked.map((one) => ({ one, questions: inboxView(one.reader) })).filter(({ questions }) => questions.length > 0)
    await Promise.all(asked.map(({ one }) => logReading(parts, one, new Set(['questions']))))
    return asked.flatMap(({ questions }) => questions).sort((a, b) => compareTexts(b.recordedAt, a.recordedAt))
  },
  takeOwn: async (session, id, contributionId) => {
    const looked = await look(parts, await askingOf(session, parts.files, 'takeOwnContribution'), id, 'takeOwnContribution')
    const one = looked && shown(looked.opened, 'contribution').find(({ item }) => item.id === contributionId)
    if (looked === undefined) throw new Refused('not-found')
    const isOwn = one?.item.by.person === session.person
    await parts.log.write(id, [one !== undefined && isOwn ? takenLine(looked.occasion, one) : refusedLine(looked.occasion, 'export')])
    if (!isOwn) throw new Refused(one === undefined ? 'not-found' : 'not-yours')
  },
  watch: async (session, id) => {
    const first = await look(parts, await askingOf(session, parts.files), id, 'familyChanged')
    if (first === undefined) return undefined
    await logReading(parts, first, new Set())
    let known: Pick<Occasion, 'record' | 'asking'> = first.occasion
    return async () => {
      const before = known
      const now = parts.clock()
      known = { asking: await askingOf(session, parts.files), record: await loadRecord(parts.files, id, now) ?? before.record }
      const opened = await Promise.all([before, known].map((of) => openRecord(parts, { ...of, operation: 'familyChanged', now })))
      const [was, is] = opened.map((looked) => looked && JSON.stringify([viewOf(looked), tracksOf(looked)]))
      return is === undefined ? 'closed' : is === was ? 'same' : 'changed'
    }
  },
})

/** What shows of safety tracks, which stand beside the family. */
const tracksOf = ({ occasion: { record, asking, now }, reader }: Looked): readonly SafetyTrack[] =>
  openTracks(record, asking, factsOf(record, asking), now).map((track) => trackView(reader, record, track, () => false))

/**
 * Opens a family for somebody, or notes that it was refused. What is filtered out of a list of the viewer's own families was not
 * asked for by name, and so is not refused: `quietly`.
 * @throws Refused `too-many-families` for a professional who opens file after file
 */
export const look = async (parts: DisclosingParts, asking: Asking, id: FamilyId, operation: string, quietly?: 'quietly'): Promise<Looked | undefined> => {
  const record = await recordNamed(parts, asking, id, operation, quietly ?? 'read')
  if (record === undefined) return undefined
  const occasion: Occasion = { asking, record, operation, now: parts.clock() }
  const looked = await openRecord(parts, occasion)
  if (looked === undefined && quietly === undefined) await parts.log.write(id, [refusedLine(occasion)])
  if (looked !== undefined && quietly === undefined) await mustStayWithinBreadth(parts, occasion)
  return looked
}

/** Opens those of the viewer's own families of which something opens. */
export const lookAtEach = async (parts: DisclosingParts, asking: Asking, own: readonly FamilyId[], operation: string): Promise<readonly Looked[]> => {
  const visits = await parts.visits.lasts(asking.session.person)
  const visited: DisclosingParts = { ...parts, visits: { ...parts.visits, last: (_person, family) => Promise.resolve(visits.get(family)) } }
  return (await Promise.all(own.map((id) => look(visited, asking, id, operation, 'quietly')))).filter((one) => one !== undefined)
}

/** @throws Refused `too-many-families` for a professional who opens file after file */
const mustStayWithinBreadth = async ({ breadth, log }: DisclosingParts, occasion: Occasion): Promise<void> => {
  const { asking: { viewer, session }, record: { familyId } } = occasion
  if (viewer.kind !== 'care' || await breadth.opens(session.person, familyId)) return
  await refuse({ log }, occasion, 'read', 'too-many-families')
}

/** A family to which somebody does something. Most commands are made from little that opened: it is worked out when it is asked for. */
export type ToAct = { readonly occasion: Occasion; readonly opened: () => Opened; /** Whether somebody is named by what opened, of the family or of the team. */ readonly isNamed: (person: PersonId) => boolean }

/** As `look`, for who does something. */
export const lookToAct = async (parts: DisclosingParts, asking: Asking, id: FamilyId, operation: string): Promise<ToAct | undefined> => {
  const record = await recordNamed(parts, asking, id, operation, 'read')
  if (record === undefined) return undefined
  const occasion: Occasion = { asking, record, operation, now: parts.clock() }
  const outline = openOutline(record, asking, occasion.now)
  let known: Opened | undefined
  const openAll = () => known ??= open(record, asking, factsOf(record, asking), occasion.now)
  if (outline === undefined && openAll() === undefined) {
    await parts.log.write(id, [refusedLine(occasion)])
    return undefined
  }
  await mustStayWithinBreadth(parts, occasion)
  const names = (what: Opened | undefined, person: PersonId) => what !== undefined && (what.named.has(person) || what.professionals.has(person))
  return {
    occasion,
    opened: () => {
      const all = openAll()
      if (all === undefined) throw new Refused('not-found')
      return all
    },
    isNamed: (person) => names(outline, person) || names(openAll(), person),
  }
}

/** Opens a family as it was known at a moment (`as-known.ts`); nothing can be done there. */
const lookBack = async (parts: DisclosingParts, asking: Asking, id: FamilyId, at: IsoInstant): Promise<Looked | undefined> => {
  const now = parts.clock()
  if (asking.viewer.kind !== 'care') throw new Refused('only-for-professionals')
  if (Temporal.Instant.compare(at, now) > 0) throw new Refused('date-in-future')
  const looked = await look(parts, asking, id, 'familyAsKnown')
  if (looked === undefined) return undefined
  const { occasion } = looked
  const then = await recordAsKnown(parts.files, occasion.record, at)
  const opened = then === undefined ? undefined : openAsKnown(occasion.record, then, asking, factsOf(occasion.record, asking), now)
  if (then === undefined || opened === undefined) {
    await parts.log.write(id, [refusedLine(occasion)])
    return undefined
  }
  const reader = readerOf({ person: asking.session.person, isPortal: false, language: asking.session.language }, opened, then.directory, undefined, at, parts.urgentNumbers)
  return { occasion, opened, reader, keep: keepNothing, then }
}

/**
 * Somebody who never had to do with a family, to whom therefore nothing of it can open. For them no more is read than of a family that
 * isn't there, so that neither the time nor the work tells which it is (T9).
 */
const isStranger = ({ family, careTeam, placements }: OpenCase, { viewer, duties = [] }: Asking): boolean => {
  switch (viewer.kind) {
    case 'portal': return findMember(family, viewer.person) === undefined
    // Who works in the group of a child reads the cards, also as a stand-in outside the team (K-14).
    case 'care': return viewer.purpose !== 'emergency' && !duties.some(({ groupId }) => placements.some((placement) => placement.groupId === groupId)) && ![careTeam.coordinator, careTeam.substitute, ...careTeam.members.map(({ practitionerId }) => practitionerId)].includes(viewer.person)
    case 'office': return false
  }
}

/** Where it is noted that somebody asked for a family that isn't there. */
export const noFamily: FamilyId = derivedId('a family that is not there')

/**
 * The record of a family that somebody named. Where there is none, and for a stranger, no more is read than whether there is, and one
 * line is left in either case: for a family that isn't there in a log of its own, which is no family's.
 * @param action what was asked, unless it was no question by name: `quietly`. Then it is one of the viewer's own families, about which no time tells anything.
 */
export const recordNamed = async (
  { files, log, clock }: Pick<DisclosingParts, 'files' | 'log' | 'clock'>, asking: Asking, id: FamilyId, operation: string, action: LogLine['action'] | 'quietly',
): Promise<CaseRecord | undefined> => {
  const isTheirs = (known: FamilyCase): boolean => known.isOpen && !isStranger(known, asking)
  const file = await files.readCase(id, isTheirs)
  if (file.isOpen && isTheirs(file)) return loadRecord(files, id, clock(), file)
  if (action !== 'quietly') await log.write(file.isOpen ? id : noFamily, [unopenedLine({ asking, operation, now: clock() }, file.isOpen ? file.family : undefined, action)])
  return undefined
}

export const openRecord = async (parts: Pick<DisclosingParts, 'urgentNumbers'> & { readonly visits: Pick<Visits, 'last'> }, occasion: Occasion): Promise<Looked | undefined> => {
  const { asking, record, now } = occasion
  const lastVisit = await parts.visits.last(asking.session.person, record.familyId)
  const keep = keepFor(record, asking, lastVisit)
  const opened = keep('opened', now, () => open(record, asking, factsOf(record, asking), now))
  return opened === undefined ? undefined : { occasion, opened, reader: readerSince(parts, asking, record, opened, now, lastVisit), keep }
}

export const readerFor = async (parts: DisclosingParts, asking: Asking, record: CaseRecord, opened: Opened, now: string): Promise<Reader> =>
  readerSince(parts, asking, record, opened, now, await parts.visits.last(asking.session.person, record.familyId))

const readerSince = ({ urgentNumbers }: Pick<DisclosingParts, 'urgentNumbers'>, { session, viewer }: Asking, record: CaseRecord, opened: Opened, now: string, lastVisit: IsoInstant | undefined): Reader =>
  readerOf({ person: session.person, isPortal: viewer.kind === 'portal', language: session.language }, opened, record.directory, lastVisit, now, urgentNumbers)

/** Durable before the view leaves: a line that can't be written means no answer. */
export const logReading = ({ log }: DisclosingParts, { occasion, opened, reader, keep }: Looked, fields: ReadonlySet<string>, accessPoint?: LogLine['accessPoint']): Promise<void> => {
  const { operation, now: at } = occasion
  const lines = keep(`lines ${operation} ${[...fields].join(' ')}`, at, () => readLines(occasion, opened, fields, (item) => isNew(reader, item)))
  // Every look has lines of its own, whatever they say again.
  return log.write(occasion.record.familyId, lines.map((line) => ({ ...line, id: newId(), at, ...(accessPoint !== undefined && { accessPoint }) })))
}

/** Who coordinates, or stands in today, is told of records that were opened in an emergency (L-10). */
const isTold = ({ file: { careTeam, family } }: CaseRecord, { viewer }: Asking, can: Abilities, now: string): boolean =>
  can.coordinate || can.contribute && substituteOn(careTeam, todayIn(family.jurisdiction, now)) === viewer.person

/** Who coordinates, or stands in today, whatever the register says of them. */
export const coordinatesHere = ({ file: { careTeam, family } }: CaseRecord, { viewer }: Asking, now: string): boolean =>
  careTeam.coordinator === viewer.person || substituteOn(careTeam, todayIn(family.jurisdiction, now)) === viewer.person

/** Who recorded the original answers to what stands beside it, and who coordinates. */
const answersIn = ({ items, head: { coordinator, substitute } }: Opened, { viewer }: Asking, can: Abilities): (statement: StatementItem) => boolean => {
  if (viewer.kind !== 'care' || !can.contribute) return () => false
  const isLeading = viewer.person === coordinator || viewer.person === substitute
  const isOwn = (kind: ItemKind, id: Id) => items.some(({ item }) => item.kind === kind && item.id === id && item.by.person === viewer.person)
  return ({ by, value: { entry } }) => by.role === 'familyMember' && (isLeading || isOwn(entry.kind, entry.id))
}

export const viewOf = (looked: Looked): FamilyView => {
  const { occasion: { asking, now }, reader, keep, then } = looked
  return then === undefined ? keptView(keep, now, () => presentView(looked)) : pastView(reader, then, asking)
}

const presentView = ({ occasion: { asking, record, now }, reader }: Looked): FamilyView => {
  const facts = factsOf(record, asking)
  const all = abilities(asking.viewer, facts, now)
  const isTablet = isOnTablet(asking.session)
  const ownTracks = isTablet ? [] : openTracks(record, asking, facts, now).filter(({ isMember }) => isMember)
  const can = isTablet ? abilitiesOnTablet(all) : all
  return familyView(reader, {
    abilities: can, worksOnSafety: ownTracks.length > 0, answersOnSafety: ownTracks.some(hasUnanswered), inPeace: inPeace(record, asking, todayIn(record.file.family.jurisdiction, now)), coordinates: coordinatesHere(record, asking, now),
    notices: !isTablet && isTold(record, asking, can, now) ? noticesIn(record, now).map((opening) => noticeView(reader, record, opening)) : [],
    feedOpenedAt: record.agenda.feeds.get(asking.session.person)?.openedAt, week: weekToSet(record, reader, can.plan), deciding: decidingOf({ asking, record, now }, reader.opened),
    agreeing: (treatment) => treatmentConsent(record.file, treatment, todayIn(record.file.family.jurisdiction, now)),
    searching: searchingIn(reader, record.file, todayIn(record.file.family.jurisdiction, now)),
    wouldReadOwnWords: (parent) => wouldReadOwnWords({ asking, record, now }, parent),
    mayAnswer: answersIn(reader.opened, asking, can),
  })
}

/** Why the family is left in peace on a day, and whether this viewer works with it. */
const inPeace = ({ file: { family, careTeam }, agenda }: CaseRecord, { viewer }: Asking, on: IsoDate) =>
  ({ silence: family.silence, rest: restOn(agenda.pace, on), isInTeam: viewer.kind === 'care' && isInTeam(careTeam, viewer.person, on) })

/** What was known, with nothing to do. */
const pastView = (reader: Reader, then: CaseRecord, asking: Asking): FamilyView => familyView(reader, {
  abilities: noAbilities, worksOnSafety: false, answersOnSafety: false, inPeace: inPeace(then, asking, reader.today), coordinates: false, notices: [], feedOpenedAt: undefined, week: undefined, deciding: decidingOf({ asking, record: then, now: reader.now }, reader.opened), mayAnswer: () => false,
  agreeing: (treatment) => treatmentConsent(then.file, treatment, reader.today), searching: searchingIn(reader, then.file, reader.today), wouldReadOwnWords: () => false,
})
