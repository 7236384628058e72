/**
 * Opening a record in an emergency (L-10), and looking at it afterwards. Nobody can browse here: a case is found by its number and the
 * birthday of a child in it, both exactly; whatever doesn't fit, the answer is the same. What opens is decided by P07, and every line
 * of the access log carries the mark.
 */
import { isAdult, isChild, subjectOf } from '@samenspel/family-case'
import { viewText } from '@samenspel/intl/views'
import { compareTexts, dayOf, isId, writeInstant, zoneOf, type Id, type IsoDate } from '@samenspel/kernel'
import { isBlocked, isOpen, isOverdue, mostADay, mostAttempts, openUntil, reviewBy, type EmergencyReason, type Judgment, type NewOpening } from '@samenspel/safety'
import type { EmergenciesWaiting, EmergencyAttempts, EmergencyToReview, OwnEmergencies } from '../graphql/types/emergency.ts'
import { Refused } from '../graphql/refused.ts'
import { emergencyForm, type Drafts } from '../sessions/drafts.ts'
import { isFresh, type Session } from '../sessions/sessions.ts'
import { ownId } from '../ids/own-id.ts'
import { look, logReading, noFamily, viewOf, type DisclosingParts, type Question } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { open } from './gate.ts'
import { attemptsReadLine, emergencyLine, officeLine, unopenedLine } from './log-lines.ts'
import { officeOccasion, officeOccasions } from './office.ts'
import type { CaseRecord } from './case-record.ts'
import { loadDirectory, loadRecord } from './record.ts'
import { askingOf, type Asking } from './viewer.ts'
import type { FamilyView } from './views/family.ts'

/** Whom somebody seeks, and why. Without a first name it is the child with this birthday. */
export type Sought = { readonly caseNumber: string; readonly birthDate: IsoDate; readonly adult?: string; readonly reason: EmergencyReason; readonly words: string }

export type Emergency = {
  /**
   * @returns the id of the opening
   * @throws Refused `emergency-nobody-found`, whatever didn't fit; `proof-too-old` when somebody proved too long ago who they are: what
   * they sought is kept for them until they did so anew; and as `emergencies` refuses
   */
  readonly open: (session: Session, commandId: Id, sought: Sought) => Promise<Id>
  /** What somebody opened themselves, the newest first. */
  readonly own: (session: Session) => Promise<OwnEmergencies>
  /** What was opened. @returns nothing for an opening that ended, or isn't one's own */
  readonly family: (session: Session, openingId: Id, question: Question) => Promise<FamilyView | undefined>
  /** For a privacy officer: first what was not looked at yet. For others there is nothing. */
  readonly toReview: (session: Session) => Promise<readonly EmergencyToReview[]>
  /** How many of these wait to be looked at, and how many of them for too long. A count tells of nobody, and leaves no line. */
  readonly waiting: (session: Session) => Promise<EmergenciesWaiting>
  /** For a privacy officer: who sought and found nobody in the last months, by person and day, the newest first. For others there is nothing. */
  readonly attempts: (session: Session) => Promise<readonly EmergencyAttempts[]>
  /** @throws Refused as `emergencies` does */
  readonly review: (session: Session, commandId: Id, openingId: Id, judgment: Judgment, words: string) => Promise<void>
}

/** Minutes for which is kept what somebody filled in before proving anew who they are. */
const seekingMinutes = 30

/** As far back as attempts in vain are told of. */
const attemptDays = 92

export const openEmergency = (parts: DisclosingParts, drafts: Drafts): Emergency => {
  const { files, log, clock } = parts
  const all = () => files.emergencies.state('accesses')

  const find = async (session: Session, asking: Asking, { caseNumber, birthDate, adult }: Sought): Promise<{ readonly record: CaseRecord; readonly about: NewOpening['about'] } | undefined> => {
    const number = written(caseNumber)
    const id = (await parts.participations.cases(session)).find((one) => written(one.caseNumber) === number)?.familyId
    const record = id === undefined ? undefined : await loadRecord(files, id, clock())
    const members = record?.file.family.members ?? []
    const child = members.find((member) => isChild(member) && member.birthDate === birthDate && member.isErased !== true)
    const person = adult === undefined ? child : members.find((member) => isAdult(member) && written(member.firstName) === written(adult) && member.isErased !== true)
    if (record === undefined || child === undefined || person === undefined) return undefined
    const about = subjectOf(person)
    if (about.kind === 'case' || about.kind === 'relation') return undefined
    // Who is kept out by name, or because it is their own family, finds nobody either (F07).
    const now = clock()
    const facts = factsOf(record, asking)
    const opened = open(record, asking, { ...facts, breakGlass: [...facts.breakGlass, { by: asking.viewer.person, person: about.person, at: now }] }, now)
    return opened === undefined ? undefined : { record, about }
  }

  /** What somebody sought before they proved anew who they are; what is older than that is thrown away. */
  const unfinished = async ({ person }: Session): Promise<Sought | undefined> => {
    const draft = await drafts.find(person, noFamily, emergencyForm)
    if (draft === undefined) return undefined
    if (draft.savedAt >= writeInstant(Temporal.Instant.from(clock()).subtract({ minutes: seekingMinutes }))) return JSON.parse(draft.content) as Sought
    await drafts.drop(person, noFamily, emergencyForm)
    return undefined
  }

  return {
    open: async (session, commandId, sought) => {
      if (!isId(commandId)) throw new Refused('request-invalid')
      const asking = forEmergency(await askingOf(session, files))
      const { actor: by, viewer: { secondFactor } } = asking
      const at = clock()
      const openingId = ownId(session.person, commandId, 'opening')
      const command = ownId(session.person, commandId, 'command')
      if (by.role === 'professional' && secondFactor && !isFresh(session, at)) {
        await log.write(noFamily, [unopenedLine({ asking, operation: 'openEmergency', now: at }, undefined)])
        await drafts.save(session.person, noFamily, emergencyForm, JSON.stringify(sought))
        throw new Refused('proof-too-old')
      }
      await drafts.drop(session.person, noFamily, emergencyForm)
      const found = by.role === 'professional' ? await find(session, asking, sought) : undefined
      if (found === undefined) {
        await log.write(noFamily, [unopenedLine({ asking, operation: 'openEmergency', now: at }, undefined)])
        const { refusal } = await files.emergencies.handle('accesses', { type: 'SeekAccess', by, at, secondFactor }, command)
        throw new Refused(refusal?.code ?? 'emergency-nobody-found', refusal?.about)
      }
      const { record, about } = found
      const { refusal, position } = await files.emergencies.handle('accesses', {
        type: 'OpenAccess', by, at, secondFactor, zone: zoneOf(record.file.family.jurisdiction), openingId, familyId: record.familyId, about, reason: sought.reason, words: sought.words,
      }, command)
      if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
      await parts.sessions.wrote(session, position)
      await log.write(record.familyId, [emergencyLine({ asking, record, operation: 'openEmergency', now: at }, about)])
      return openingId
    },
    own: async (session) => {
      const now = clock()
      const state = await all()
      const own = [...state.openings.values()].filter(({ by }) => by.person === session.person)
      const asking = forEmergency(await askingOf(session, files))
      const views = await Promise.all(own.map(async (opening) => {
        const { openingId, at, reason, familyId, about } = opening
        const record = isOpen(opening, now) ? await loadRecord(files, familyId, now) : undefined
        if (record !== undefined) await log.write(familyId, [emergencyLine({ asking, record, operation: 'ownEmergencies', now }, about)])
        return {
          id: openingId, at, until: openUntil(opening), isOpen: isOpen(opening, now), reason, isReviewed: opening.review !== undefined, isOverdue: isOverdue(opening, now),
          ...(record !== undefined && { familyName: record.file.family.name }),
        }
      }))
      const kept = await unfinished(session)
      return { isBlocked: isBlocked(state, session.person, now), mostADay, mustProve: session.role === 'professional' && !isFresh(session, now), openings: views.reverse(), ...(kept !== undefined && { unfinished: kept }) }
    },
    family: async (session, openingId, { operation, fields }) => {
      const opening = (await all()).openings.get(openingId)
      const now = clock()
      if (opening === undefined || opening.by.person !== session.person || !isOpen(opening, now)) return undefined
      const looked = await look(parts, forEmergency(await askingOf(session, files)), opening.familyId, operation)
      if (looked === undefined) return undefined
      await logReading(parts, looked, fields)
      return viewOf(looked)
    },
    toReview: async (session) => {
      const asking = await askingOf(session, files)
      if (asking.actor.role !== 'privacyOfficer') return []
      const now = clock()
      const openings = [...(await all()).openings.values()]
      const directory = await loadDirectory(files, openings.map(({ by }) => by.person))
      const views: EmergencyToReview[] = []
      for (const opening of openings) {
        const occasion = await officeOccasion(parts, session, opening.familyId, 'emergenciesToReview', 'quietly')
        if (occasion === undefined) continue
        await log.write(opening.familyId, [officeLine(occasion, opening.about)])
        const practitioner = directory.practitioner(opening.by.person)
        const text = viewText(session.language)
        const lines = (await log.read(opening.familyId)).filter(({ emergency, by, at }) => emergency && by.person === opening.by.person && at >= opening.at && at <= openUntil(opening))
        views.push({
          id: opening.openingId, familyId: opening.familyId, caseNumber: occasion.record.file.family.caseNumber, at: opening.at, by: practitioner?.name ?? text('somebody'), title: practitioner?.title ?? '',
          organisation: (practitioner === undefined ? undefined : directory.organisation(practitioner.organisation)?.name) ?? '',
          person: { id: opening.about.person, kind: text(`kind.${opening.about.kind}`), code: opening.about.person.slice(0, 4) },
          reason: opening.reason, words: opening.words, reviewBy: reviewBy(opening), isOverdue: isOverdue(opening, now), looks: lines.length,
          ...(opening.review !== undefined && { judgment: opening.review.judgment, judgmentWords: opening.review.words, reviewedAt: opening.review.at }),
        })
      }
      const isDone = ({ reviewedAt }: EmergencyToReview) => Number(reviewedAt !== undefined)
      return views.sort((a, b) => isDone(a) - isDone(b) || (isDone(a) === 0 ? compareTexts(a.at, b.at) : compareTexts(b.at, a.at)))
    },
    waiting: async (session) => {
      const now = clock()
      const open = [...(await all()).openings.values()].filter(({ review }) => review === undefined)
      const { viewer } = await askingOf(session, files)
      if (viewer.kind !== 'office') return { toReview: 0, overdue: 0 }
      const own = (await Promise.all(open.map(async (opening) => await officeOccasion(parts, session, opening.familyId, 'emergenciesWaiting', 'quietly') === undefined ? [] : [opening]))).flat()
      return { toReview: own.length, overdue: own.filter((opening) => isOverdue(opening, now)).length }
    },
    attempts: async (session) => {
      if ((await officeOccasions(parts, session, 'emergencyAttempts')).length === 0) return []
      const now = clock()
      const first = writeInstant(Temporal.Instant.from(now).subtract({ hours: 24 * attemptDays }))
      const sought = [...(await all()).attempts].map(([person, times]) => [person, times.filter((at) => at >= first)] as const).filter(([, times]) => times.length > 0)
      if (sought.length === 0) return []
      await log.write(noFamily, [attemptsReadLine({ asking: await askingOf(session, files), operation: 'emergencyAttempts', now })])
      const directory = await loadDirectory(files, sought.map(([person]) => person))
      const text = viewText(session.language)
      return sought.flatMap(([person, times]): readonly EmergencyAttempts[] => {
        const practitioner = directory.practitioner(person)
        const organisation = practitioner === undefined ? undefined : directory.organisation(practitioner.organisation)
        const zone = zoneOf(organisation?.jurisdiction ?? 'NL')
        return [...Map.groupBy(times, (at) => dayOf(at, zone))].map(([on, ofDay]) => ({
          on, by: practitioner?.name ?? text('somebody'), title: practitioner?.title ?? '', organisation: organisation?.name ?? '', count: ofDay.length, times: ofDay, isMost: ofDay.length >= mostAttempts,
        }))
      }).sort((a, b) => compareTexts(b.times.at(-1) ?? '', a.times.at(-1) ?? ''))
    },
    review: async (session, commandId, openingId, judgment, words) => {
      if (!isId(commandId)) throw new Refused('request-invalid')
      const opening = (await all()).openings.get(openingId)
      const occasion = opening === undefined ? undefined : await officeOccasion(parts, session, opening.familyId, 'reviewEmergency', 'write')
      if (opening === undefined || occasion === undefined) throw new Refused('not-found')
      const { refusal, position } = await files.emergencies.handle('accesses', { type: 'ReviewAccess', by: occasion.asking.actor, at: occasion.now, openingId, judgment, words }, ownId(session.person, commandId, 'command'))
      if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
      await parts.sessions.wrote(session, position)
      await log.write(opening.familyId, [officeLine(occasion, opening.about)])
    },
  }
}

/** Somebody of care, who comes because somebody is in danger and for nothing else. */
const forEmergency = (asking: Asking): Asking => asking.viewer.kind === 'care' ? { ...asking, viewer: { ...asking.viewer, purpose: 'emergency' } } : asking

/** As it is compared: how it is written in letters and blanks makes no difference. */
const written = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
