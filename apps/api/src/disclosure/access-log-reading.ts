/** The access log as people read it (L-05): a parent in plain words, merged by day; a privacy officer line by line. */
import { disclose, plainEntry, policies, readingLog, type Entry, type Facts, type PolicyId } from '@samenspel/access'
import { standing, type Safeguard } from '@samenspel/family-case'
import { isDiscussed } from '@samenspel/safety'
import type { Practitioner } from '@samenspel/register'
import { dayOf, momentOf, subjectKey, zoneOf, type FamilyId, type IsoDate, type OrganisationId } from '@samenspel/kernel'
import { viewText } from '@samenspel/intl/views'
import type { AccessLogLine, CaseReference } from '../graphql/types/accountability.ts'
import type { Session } from '../sessions/sessions.ts'
import type { LogLine } from './access-log.ts'
import type { DisclosingParts } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { open } from './gate.ts'
import { logReadLine, refusedLine, type Occasion } from './log-lines.ts'
import { officeOccasions } from './office.ts'
import type { CaseRecord, Directory } from './case-record.ts'
import { loadDirectory } from './record.ts'
import { isDuringTrack } from './tracks.ts'
import { askingOf, type Asking } from './viewer.ts'
import { readerFor, recordNamed } from './disclosing.ts'
import { nameOf, subjectRef, type Reader } from './views/reader.ts'

export type Period = { readonly from?: IsoDate; readonly until?: IsoDate }

export const lookKinds = ['looked', 'wrote', 'tookAlong', 'log', 'own', 'refused'] as const
/** What somebody did, as far as one filters by it; whatever was stopped is `refused`. */
export type LookKind = (typeof lookKinds)[number]

/** Which lines somebody wants to see. */
export type LogFilter = Period & { readonly organisation?: OrganisationId; readonly kind?: LookKind }

/** Lines in words, and the organisations by which these days can be narrowed. */
export type LogRead = { readonly lines: readonly AccessLogLine[]; readonly organisations: readonly { readonly id: OrganisationId; readonly name: string }[] }

export type AccessLogReading = {
  /** Newest first. @returns nothing for who may not read this log: then it is as if there were no such family. */
  readonly lines: (session: Session, family: FamilyId, filter: LogFilter) => Promise<LogRead | undefined>
  /** The cases whose log an office may review; nothing for anybody else. A number tells of nobody, so it leaves no line: opening one does. */
  readonly cases: (session: Session) => Promise<readonly CaseReference[]>
}

export const openAccessLogReading = (parts: DisclosingParts): AccessLogReading => ({
  lines: async (session, family, filter) => {
    const asking = await askingOf(session, parts.files)
    const record = await recordNamed(parts, asking, family, 'accessLog', 'readAccessLog')
    if (record === undefined) return undefined
    const now = parts.clock()
    const occasion: Occasion = { asking, record, operation: 'accessLog', now }
    const opened = await openLog(parts, occasion)
    if (opened === undefined) {
      await parts.log.write(family, [refusedLine(occasion, 'readAccessLog')])
      return undefined
    }
    const { shown, policies: because } = opened
    await parts.log.write(family, [logReadLine(occasion, because)])
    const { chosen, organisations } = chooseLines(occasion, shown, filterFor(occasion, filter))
    const { organisation } = await loadDirectory(parts.files, [], organisations)
    const lines = await linesInWords(parts, occasion, chosen)
    return { lines: lines.map(({ view }) => view).reverse(), organisations: organisations.flatMap((id) => { const name = organisation(id)?.name; return name === undefined ? [] : [{ id, name }] }) }
  },
  cases: async (session) => Promise.all((await officeOccasions(parts, session, 'accessLogCases')).map(async ({ record: { familyId, file } }) =>
    ({ id: familyId, number: file.family.caseNumber, isWatched: (await parts.files.reviews.state(familyId)).isWatched }))),
})

type OpenedLines = { readonly shown: readonly LogLine[]; readonly policies: readonly PolicyId[] }

/**
 * As `openLines`. Of a log in which nothing stands yet for who may read it, no line opens, and it opens all the same.
 * @returns nothing when not one line opens, nor the log itself: somebody of the family who reads nothing of it has no log there either
 */
export const openLog = async (parts: Pick<DisclosingParts, 'log'>, occasion: Occasion): Promise<OpenedLines | undefined> => {
  const opened = await openLines(parts, occasion)
  if (opened.shown.length > 0) return opened
  const { asking, record, now } = occasion
  const facts = factsOf(record, asking)
  const { outcome, policies: because } = readingLog(asking.viewer, facts, now)
  if (outcome !== 'content') return undefined
  return asking.viewer.kind === 'office' || open(record, asking, facts, now) !== undefined ? { ...opened, policies: because } : undefined
}

/** The lines of a family that open to who asks, oldest first, and by which rules. */
export const openLines = async ({ log }: Pick<DisclosingParts, 'log'>, { asking, record, now }: Occasion): Promise<OpenedLines> => {
  const zone = zoneOf(record.file.family.jurisdiction)
  const kept = await log.read(record.familyId)
  const facts = factsOf(record, asking)
  const ofSafety = factsOfSafetyLines(record, facts)
  const safeguards = standing(record.file.safeguards)
  /** Lines that are the same to every policy are decided once. */
  const verdicts = new Map<string, ReturnType<typeof disclose<undefined>>[number]>()
  const verdictOf = (line: LogLine) => {
    const about = labelOfLine(record, line)
    const day = dayOf(line.at, zone)
    const alike = [subjectKey(line.subject), about, day, line.by.role === 'familyMember' ? line.by.person : '', line.inherited === undefined ? '' : JSON.stringify(line.inherited)].join(' ')
    const known = verdicts.get(alike)
    if (known !== undefined) return known
    // A line opens when it does with every label of what was looked at.
    const labels = line.inherited?.isPlanned === true && about !== 'planning' ? [about, 'planning'] as const : [about]
    const judged = disclose(asking.viewer, labels.map((label) => ({ entry: entryOfLine(line, label, day, safeguards), content: undefined })), about === 'safety' ? ofSafety : facts, now)
    const verdict = judged.find(({ outcome }) => outcome !== 'content') ?? judged[0]
    if (verdict !== undefined) verdicts.set(alike, verdict)
    return verdict
  }
  const opened = kept.flatMap((content) => {
    const verdict = verdictOf(content)
    return verdict?.outcome === 'content' ? [{ content, policies: verdict.policies }] : []
  })
  return { shown: opened.map(({ content }) => content), policies: [...new Set(opened.flatMap((verdict) => verdict.policies))] }
}

/** Somebody of the family is protected from who asks. */
export const isGuarded = ({ asking, record }: Pick<Occasion, 'asking' | 'record'>): boolean => factsOf(record, asking).protections.some((protection) => protection.viewer === asking.viewer.person)

/** Whoever may not know where somebody is doesn't narrow by organisation: what is left would tell for whom people work. */
export const filterFor = (occasion: Occasion, { organisation, ...others }: LogFilter): LogFilter => organisation === undefined || isGuarded(occasion) ? others : { ...others, organisation }

/** Of lines that opened those somebody wants to see; and of which organisations there are any in these days, for who may know. */
export const chooseLines = (occasion: Occasion, shown: readonly LogLine[], { organisation, kind, ...period }: LogFilter): { readonly chosen: readonly LogLine[]; readonly organisations: readonly OrganisationId[] } => {
  const zone = zoneOf(occasion.record.file.family.jurisdiction)
  const inPeriod = shown.filter(({ at }) => isIn(period, dayOf(at, zone)))
  return {
    chosen: inPeriod.filter((line) => (organisation === undefined || line.by.organisation === organisation) && (kind === undefined || lookKindOf(line) === kind)),
    organisations: isGuarded(occasion) ? [] : [...new Set(inPeriod.flatMap(({ by }) => by.organisation ?? []))],
  }
}

const lookKindOf = ({ action, outcome }: LogLine): LookKind => {
  if (outcome === 'refused') return 'refused'
  switch (action) {
    case 'seeExistence': case 'read': return 'looked'
    case 'write': return 'wrote'
    case 'export': case 'exportAccessLog': return 'tookAlong'
    case 'readAccessLog': case 'reviewAccessLog': return 'log'
    case 'readOwn': case 'writeOwn': case 'exportOwn': return 'own'
  }
}

/** Lines in words, oldest first: each with the lines that it was made of. For a family member those of one kind on one day are one (L-05). */
export const linesInWords = async (parts: DisclosingParts, { asking, record, now }: Occasion, shown: readonly LogLine[]): Promise<readonly { readonly view: AccessLogLine; readonly lines: readonly LogLine[] }[]> => {
  const zone = zoneOf(record.file.family.jurisdiction)
  const words = await wordsFor(parts, asking, record, shown, now)
  const together = asking.viewer.kind === 'portal' ? merged(shown, (line) => dayOf(line.at, zone)) : shown.map((line) => ({ line, lines: [line] }))
  return together.map(({ line, lines }) => ({ view: lineView(words, line, lines.length), lines }))
}

/**
 * A line as the policies know it: with what keeps from somebody what was looked at, as long as that stands.
 * @param about the label of what was looked at @param day the day of the look, in the zone of the case @param safeguards those that stand
 */
export const entryOfLine = ({ subject, by, inherited }: Pick<LogLine, 'subject' | 'by' | 'inherited'>, about: LogLine['category'], day: IsoDate, safeguards: readonly Safeguard[]): Entry => {
  const own = inherited === undefined ? [] : safeguards.filter(({ safeguardId }) => inherited.guards.includes(safeguardId))
  return {
    ...plainEntry, category: 'accessLog', subject, about, author: {}, recorded: day, occurred: day, mentions: inherited?.mentions ?? [],
    shields: own.flatMap(({ measure, at }) => measure.kind === 'shield' ? [{ person: measure.from, from: at }] : []), inConfidence: own.some(({ measure }) => measure.kind === 'confidence'),
    ...(by.role === 'familyMember' && { lookedBy: by.person }),
  }
}

/** What is true for lines of a safety track, of several as of one: discussed when each is, for whom none names. */
export const factsOfSafetyLines = ({ tracks }: Pick<CaseRecord, 'tracks'>, facts: Facts): Facts => {
  const all = [...tracks.values()]
  return all.length === 0 ? facts : { ...facts, safety: { members: [], discussedWithParents: all.every(isDiscussed), investigated: all.flatMap(({ investigated }) => investigated) } }
}

/**
 * Emergency access during a safety track counts as part of it: parents find it once the track was discussed with them (L-10). What they
 * could see before the track began stays to be seen.
 */
const labelOfLine = ({ tracks }: CaseRecord, { emergency, at, category }: LogLine): LogLine['category'] =>
  emergency && [...tracks.values()].some((track) => isDuringTrack(track, at)) ? 'safety' : category

const isIn = ({ from, until }: Period, day: IsoDate): boolean => (from === undefined || from <= day) && (until === undefined || day <= until)

/** Lines of one kind on one day are one, with the first time and every ground. */
const merged = (lines: readonly LogLine[], dayOfLine: (line: LogLine) => IsoDate): readonly { readonly line: LogLine; readonly lines: readonly LogLine[] }[] =>
  [...Map.groupBy(lines, (line) => [dayOfLine(line), line.by.person, line.by.onBehalfOf ?? '', line.action, subjectKey(line.subject), line.category, line.outcome, line.emergency, line.accessPoint === 'tablet'].join(' ')).values()]
    .flatMap((same) => same[0] === undefined ? [] : [{ line: { ...same[0], policies: [...new Set(same.flatMap(({ policies: own }) => own))] }, lines: same }])

/** How to name people and things: a parent knows their own family; an office knows nobody of it. */
export type Words = {
  readonly text: Reader['text']
  readonly language: 'nl' | 'en'
  readonly directory: Directory
  readonly reader: Reader | undefined
  /** Whether a family reads: then grounds are in words of every day. */
  readonly isFamily: boolean
  /** Whether a family reads who of a staff it was, or their role and organisation alone (L-07). */
  readonly namesStaff: boolean
}

const wordsFor = async (parts: DisclosingParts, asking: Asking, record: CaseRecord, lines: readonly LogLine[], now: string): Promise<Words> => {
  const { language } = asking.session
  const opened = asking.viewer.kind === 'office' ? undefined : open(record, asking, factsOf(record, asking), now)
  const professionals = lines.filter(({ by }) => by.role === 'professional').flatMap(({ by }) => [by.person, ...by.onBehalfOf === undefined ? [] : [by.onBehalfOf]])
  const organisations = lines.flatMap(({ by }) => by.organisation ?? [])
  const directory = await loadDirectory(parts.files, professionals, organisations)
  return { text: viewText(language), language, directory, isFamily: asking.viewer.kind === 'portal', namesStaff: asking.viewer.kind !== 'portal' || parts.namesStaff, reader: opened === undefined ? undefined : await readerFor(parts, asking, record, opened, now) }
}

const lineView = (words: Words, line: LogLine, times: number): AccessLogLine => {
  const { text, directory, reader } = words
  const { by, subject, category, action } = line
  const organisation = by.organisation === undefined || reader?.opened.isGuarded === true ? undefined : directory.organisation(by.organisation)?.name
  const practitioner = directory.practitioner(by.person)
  const about = reader === undefined ? text(`kind.${subject.kind}`) : subjectRef(reader, subject).label
  return {
    id: line.id, at: reader?.opened.isGuarded === true ? momentOf(dayOf(line.at, reader.zone), '00:00', reader.zone) : line.at, tellsHour: reader?.opened.isGuarded !== true, times, refused: line.outcome === 'refused', emergency: line.emergency,
    ...whoView(words, line, practitioner),
    ...(organisation !== undefined && { organisation }),
    ...insteadOfView(words, line),
    ...(line.accessPoint === 'tablet' && reader?.opened.isGuarded !== true && { channel: text('log.onTablet') }),
    action: text(`log.${action}`), what: whatView(text, action, category, about), because: groundsView(words, line),
  }
}

/** What somebody keeps beside the file for themselves alone. */
export const isOwn = (action: LogLine['action']): boolean => action === 'readOwn' || action === 'writeOwn' || action === 'exportOwn'

/** What a line was about, in words. @param subject whose record, in words */
export const whatView = (text: Words['text'], action: LogLine['action'], category: LogLine['category'], subject: string): string => {
  switch (action) {
    case 'readAccessLog': case 'exportAccessLog': case 'reviewAccessLog': return text('category.accessLog')
    case 'readOwn': case 'writeOwn': case 'exportOwn': return text('log.own')
    default: return text(`category.${category}`, { subject })
  }
}

/** On what ground: for a look the rules that opened it; what is written rests on who somebody is in this family, or for whom it is. */
const groundsView = ({ text, language, isFamily }: Words, { action, by, outcome, policies: ids }: LogLine): readonly string[] => {
  if (isOwn(action)) return [text('log.because.own')]
  if (action === 'export' && by.role === 'system') return [text('log.because.transfer')]
  if (action === 'write' && outcome === 'done') return [text(`log.because.${by.role}`)]
  // What nobody's policy opened was opened at the front door, to who received it.
  if (ids.length === 0 && outcome === 'done' && by.role === 'professional') return [text('log.because.frontDoor')]
  return ids.flatMap((id) => isFamily && isPermit(id) ? [text(`log.ground.${id}`)] : policies.find((policy) => policy.id === id)?.sentence[language] ?? [])
}

const isPermit = (id: PolicyId): id is Extract<PolicyId, `P${string}`> => id.startsWith('P')

/** In whose name somebody acted who stood in. What a family member said through somebody else is that person's own, and named to nobody. */
export const insteadOfView = ({ text, directory, reader, namesStaff }: Words, { by }: LogLine): Pick<AccessLogLine, 'insteadOf'> => {
  const practitioner = by.onBehalfOf === undefined || reader?.opened.isGuarded === true ? undefined : directory.practitioner(by.onBehalfOf)
  return practitioner === undefined ? {} : { insteadOf: text('log.insteadOf', { name: namesStaff ? practitioner.name : practitioner.title }) }
}

/** Who it was: oneself, somebody with a name, or else only a role. */
export const whoView = ({ text, reader, namesStaff }: Words, { by }: LogLine, practitioner: Practitioner | undefined): Pick<AccessLogLine, 'who' | 'role'> => {
  // A name and a title tell for whom somebody works, and so where.
  if (reader?.opened.isGuarded === true && by.role === 'professional') return { who: text('somebodyOfTeam'), role: '' }
  if (practitioner !== undefined && !namesStaff) return { who: practitioner.title, role: '' }
  if (practitioner !== undefined) return { who: practitioner.name, role: practitioner.title }
  // Who refers or asks at the front door is nobody of the register.
  if (by.role === 'professional') return { who: text('role.referrer'), role: '' }
  if (by.role !== 'familyMember') return { who: text(by.role === 'system' ? 'role.system' : 'role.privacyOfficer'), role: '' }
  if (reader === undefined) return { who: text('role.familyMember'), role: '' }
  return by.person === reader.person ? { who: text('log.self'), role: '' } : { who: nameOf(reader, by.person), role: text('role.familyMember') }
}
