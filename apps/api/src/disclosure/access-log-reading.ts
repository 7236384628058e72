/** The access log as people read it (L-05): a parent in plain words, merged by day; a privacy officer line by line. */
import { disclose, plainEntry, policies, type Entry, type Facts, type PolicyId } from '@samenspel/access'
import { isDiscussed } from '@samenspel/safety'
import type { Practitioner } from '@samenspel/register'
import { dayOf, momentOf, subjectKey, zoneOf, type FamilyId, type IsoDate } from '@samenspel/kernel'
import { viewText } from '@samenspel/intl/views'
import type { AccessLogLine, CaseReference } from '../graphql/types/accountability.ts'
import type { Session } from '../sessions/sessions.ts'
import type { LogLine } from './access-log.ts'
import type { DisclosingParts } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { open } from './gate.ts'
import { logReadLine, refusedLine, type Occasion } from './log-lines.ts'
import { loadDirectory, loadRecord, type CaseRecord, type Directory } from './record.ts'
import { isDuringTrack } from './tracks.ts'
import { askingOf, type Asking } from './viewer.ts'
import { readerFor } from './disclosing.ts'
import { nameOf, subjectRef, type Reader } from './views/reader.ts'

export type Period = { readonly from?: IsoDate; readonly until?: IsoDate }

export type AccessLogReading = {
  /** Newest first. @returns nothing when not one line opens: then it is as if there were no such family. */
  readonly lines: (session: Session, family: FamilyId, period: Period) => Promise<readonly AccessLogLine[] | undefined>
  /** The cases whose log an office may review; nothing for anybody else. */
  readonly cases: (session: Session) => Promise<readonly CaseReference[]>
}

export const openAccessLogReading = (parts: DisclosingParts): AccessLogReading => ({
  lines: async (session, family, period) => {
    const asking = await askingOf(session, parts.files)
    const record = await loadRecord(parts.files, family)
    if (record === undefined) return undefined
    const now = parts.clock()
    const occasion: Occasion = { asking, record, operation: 'accessLog', now }
    const zone = zoneOf(record.file.family.jurisdiction)
    const { shown, policies: because } = await openLines(parts, occasion)
    if (shown.length === 0) {
      await parts.log.write(family, [refusedLine(occasion, 'readAccessLog')])
      return undefined
    }
    await parts.log.write(family, [logReadLine(occasion, because)])
    const inPeriod = shown.filter(({ at }) => isIn(period, dayOf(at, zone)))
    const words = await wordsFor(parts, asking, record, inPeriod, now)
    return (asking.viewer.kind === 'portal' ? merged(inPeriod, (line) => dayOf(line.at, zone)) : inPeriod.map((line) => ({ line, lines: [line] })))
      .map(({ line, lines }) => lineView(words, line, lines.length)).reverse()
  },
  cases: async (session) => {
    const { viewer } = await askingOf(session, parts.files)
    if (viewer.kind !== 'office') return []
    return (await parts.participations.cases(session)).map(({ familyId, caseNumber }) => ({ id: familyId, number: caseNumber }))
  },
})

/** The lines of a family that open to who asks, oldest first, and by which rules. */
export const openLines = async ({ log }: Pick<DisclosingParts, 'log'>, { asking, record, now }: Occasion): Promise<{ readonly shown: readonly LogLine[]; readonly policies: readonly PolicyId[] }> => {
  const zone = zoneOf(record.file.family.jurisdiction)
  const kept = await log.read(record.familyId)
  const facts = factsOf(record, asking)
  const tracks = [...record.tracks.values()]
  /** Lines of a safety track, of several as of one: discussed when each is, for whom none names. */
  const ofSafety: Facts = tracks.length === 0 ? facts : {
    ...facts, safety: { members: [], discussedWithParents: tracks.every(isDiscussed), investigated: tracks.flatMap(({ investigated }) => investigated) },
  }
  const opened = kept.flatMap((line) => {
    const about = labelOf(record, line)
    return disclose(asking.viewer, [{ entry: entryOf(line, about, dayOf(line.at, zone)), content: line }], about === 'safety' ? ofSafety : facts, now)
  }).flatMap((verdict) => verdict.outcome === 'content' ? [verdict] : [])
  return { shown: opened.map(({ content }) => content), policies: [...new Set(opened.flatMap((verdict) => verdict.policies))] }
}

/** Lines as a family member reads them, those of one kind on one day as one, oldest first: each with the lines that it was made of. */
export const linesInWords = async (parts: DisclosingParts, { asking, record, now }: Occasion, shown: readonly LogLine[]): Promise<readonly { readonly view: AccessLogLine; readonly lines: readonly LogLine[] }[]> => {
  const zone = zoneOf(record.file.family.jurisdiction)
  const words = await wordsFor(parts, asking, record, shown, now)
  return merged(shown, (line) => dayOf(line.at, zone)).map(({ line, lines }) => ({ view: lineView(words, line, lines.length), lines }))
}

const entryOf = ({ subject, by }: LogLine, about: LogLine['category'], day: IsoDate): Entry => ({
  ...plainEntry, category: 'accessLog', subject, about, author: {}, recorded: day, occurred: day,
  ...(by.role === 'familyMember' && { lookedBy: by.person }),
})

/**
 * Emergency access during a safety track counts as part of it: parents find it once the track was discussed with them (L-10). What they
 * could see before the track began stays to be seen.
 */
const labelOf = ({ tracks }: CaseRecord, { emergency, at, category }: LogLine): LogLine['category'] =>
  emergency && [...tracks.values()].some((track) => isDuringTrack(track, at)) ? 'safety' : category

const isIn = ({ from, until }: Period, day: IsoDate): boolean => (from === undefined || from <= day) && (until === undefined || day <= until)

/** Lines of one kind on one day are one, with the first time. */
const merged = (lines: readonly LogLine[], dayOfLine: (line: LogLine) => IsoDate): readonly { readonly line: LogLine; readonly lines: readonly LogLine[] }[] =>
  [...Map.groupBy(lines, (line) => [dayOfLine(line), line.by.person, line.action, subjectKey(line.subject), line.category, line.outcome].join(' ')).values()]
    .flatMap((same) => same[0] === undefined ? [] : [{ line: same[0], lines: same }])

/** How to name people and things: a parent knows their own family; an office knows nobody of it. */
type Words = { readonly text: Reader['text']; readonly language: 'nl' | 'en'; readonly directory: Directory; readonly reader: Reader | undefined }

const wordsFor = async (parts: DisclosingParts, asking: Asking, record: CaseRecord, lines: readonly LogLine[], now: string): Promise<Words> => {
  const { language } = asking.session
  const opened = asking.viewer.kind === 'office' ? undefined : open(record, asking, factsOf(record, asking), now)
  const professionals = lines.filter(({ by }) => by.role === 'professional').map(({ by }) => by.person)
  const organisations = lines.flatMap(({ by }) => by.organisation ?? [])
  const directory = await loadDirectory(parts.files, professionals, organisations)
  return { text: viewText(language), language, directory, reader: opened === undefined ? undefined : await readerFor(parts, asking, record, opened, now) }
}

const lineView = (words: Words, line: LogLine, times: number): AccessLogLine => {
  const { text, directory, reader } = words
  const { by, subject, category, action } = line
  const organisation = by.organisation === undefined || reader?.opened.isGuarded === true ? undefined : directory.organisation(by.organisation)?.name
  const practitioner = directory.practitioner(by.person)
  const about = reader === undefined ? text(`kind.${subject.kind}`) : subjectRef(reader, subject).label
  return {
    id: line.id, at: reader?.opened.isGuarded === true ? momentOf(dayOf(line.at, reader.zone), '00:00', reader.zone) : line.at, times, refused: line.outcome === 'refused', emergency: line.emergency,
    ...whoView(words, line, practitioner),
    ...(organisation !== undefined && { organisation }),
    action: text(`log.${action}`), what: whatView(text, action, category, about), because: groundsView(words, line),
  }
}

/** What a line was about, in words. @param subject whose record, in words */
export const whatView = (text: Words['text'], action: LogLine['action'], category: LogLine['category'], subject: string): string => {
  switch (action) {
    case 'readAccessLog': return text('category.accessLog')
    case 'readOwn': case 'writeOwn': return text('log.own')
    default: return text(`category.${category}`, { subject })
  }
}

/** On what ground: for a look the rules that opened it; what is written rests on who somebody is in this family, or for whom it is. */
const groundsView = ({ text, language }: Words, { action, by, outcome, policies: ids }: LogLine): readonly string[] => {
  if (action === 'readOwn' || action === 'writeOwn') return [text('log.because.own')]
  if (action === 'export' && by.role === 'system') return [text('log.because.transfer')]
  if (action === 'write' && outcome === 'done') return [text(`log.because.${by.role}`)]
  return ids.flatMap((id) => policies.find((policy) => policy.id === id)?.sentence[language] ?? [])
}

/** Who it was: oneself, somebody with a name, or else only a role. */
const whoView = ({ text, reader }: Words, { by }: LogLine, practitioner: Practitioner | undefined): Pick<AccessLogLine, 'who' | 'role'> => {
  // A name and a title tell for whom somebody works, and so where.
  if (reader?.opened.isGuarded === true && by.role === 'professional') return { who: text('somebodyOfTeam'), role: '' }
  if (practitioner !== undefined) return { who: practitioner.name, role: practitioner.title }
  if (by.role !== 'familyMember') return { who: text(by.role === 'system' ? 'role.system' : 'role.privacyOfficer'), role: '' }
  if (reader === undefined) return { who: text('role.familyMember'), role: '' }
  return by.person === reader.person ? { who: text('log.self'), role: '' } : { who: nameOf(reader, by.person), role: text('role.familyMember') }
}
