/**
 * The access log as a file to keep (L-06): who made what available when, and who looked at it, for a family member; every line with its
 * codes for a privacy officer; or each line as FHIR `AuditEvent` (L-11). What doesn't open on the screen isn't in the file, and taking it along leaves its own line.
 */
import { createDates, localeOf, type Language } from '@samenspel/intl'
import { copyText } from '@samenspel/intl/copy'
import { dayOf, zoneOf, type FamilyId, type Id, type IsoDate } from '@samenspel/kernel'
import { Refused } from '../graphql/refused.ts'
import type { AccessLogLine } from '../graphql/types/accountability.ts'
import { paperOf, type Paper, type PaperGroup, type PaperItem } from '../log-file/paper.ts'
import type { Session } from '../sessions/sessions.ts'
import { chooseLines, filterFor, isGuarded, linesInWords, openLog, type LogFilter } from './access-log-reading.ts'
import { auditBundle } from './audit-event.ts'
import { readerFor, recordNamed, type DisclosingParts } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { open, type Shown } from './gate.ts'
import { logExportLine, type Occasion } from './log-lines.ts'
import { recordOf, type LogRecord } from './log-record.ts'
import { refuse } from './refuse.ts'
import { askingOf } from './viewer.ts'
import { actorName, organisation, professional, subjectRef, type Reader } from './views/reader.ts'

export const logFileForms = ['pdf', 'json', 'fhir'] as const
export type LogFileForm = (typeof logFileForms)[number]

/** A file, complete in itself. */
export type LogFile = { readonly content: Uint8Array; readonly type: string; readonly name: string }

export type ExportingLog = {
  /** @throws Refused `not-found` where the log doesn't open: no such family, and none of theirs, look the same; `access-not-logged` */
  readonly make: (session: Session, family: FamilyId, form: LogFileForm, filter: LogFilter) => Promise<LogFile>
}

/** What somebody recorded, and with that made available to whom may read it (Wabvpz 15e). */
export type MadeAvailable = { readonly at: string; readonly who: string; readonly role: string; readonly organisation?: string; readonly what: string; readonly day: IsoDate }

/**
 * A look in words, with the lines it is made of as the standard names their parts. Whoever may not know where somebody of the family is
 * gets those of their own lines only: in a moment and in ids of people and organisations stands what the words leave out (T2).
 */
type Viewed = AccessLogLine & { readonly records: readonly LogRecord[] }

/** The number of the case is for an office: a family knows itself by its name. */
type Content = { readonly caseNumber?: string; readonly madeAt: string; readonly period: LogFilter; readonly viewed: readonly Viewed[]; readonly madeAvailable?: readonly MadeAvailable[] }

export const openExportingLog = (parts: DisclosingParts & { readonly installation: Id }): ExportingLog => ({
  make: async (session, family, form, asked) => {
    const asking = await askingOf(session, parts.files)
    const record = await recordNamed(parts, asking, family, 'accessLogFile', 'exportAccessLog')
    if (record === undefined) throw new Refused('not-found')
    const occasion: Occasion = { asking, record, operation: 'accessLogFile', now: parts.clock() }
    const opened = await openLog(parts, occasion)
    if (opened === undefined) return refuse(parts, occasion, 'exportAccessLog', 'not-found')
    const { shown, policies } = opened
    await parts.log.write(family, [logExportLine(occasion, policies)])
    const { jurisdiction, caseNumber } = record.file.family
    const filter = filterFor(occasion, asked)
    const { chosen } = chooseLines(occasion, shown, filter)
    const ownOnly = isGuarded(occasion)
    const viewed = (await linesInWords(parts, occasion, chosen)).map(({ view, lines }): Viewed => ({ ...view, records: lines.filter(({ by }) => !ownOnly || by.person === asking.viewer.person).map((line) => recordOf(line, jurisdiction, parts.installation)) })).reverse()
    const isPortal = asking.viewer.kind === 'portal'
    const madeAvailable = isPortal ? await availableTo(parts, occasion, filter) : undefined
    const content: Content = { ...(!isPortal && { caseNumber }), madeAt: occasion.now, period: filter, viewed, ...(madeAvailable !== undefined && { madeAvailable }) }
    const day = dayOf(occasion.now, zoneOf(jurisdiction))
    const name = `samenspel-access-log-${day}.${form === 'fhir' ? 'fhir.json' : form}`
    if (form === 'fhir') return { content: Buffer.from(`${JSON.stringify(auditBundle(viewed.flatMap(({ records }) => records), occasion.now), null, 2)}\n`), type: 'application/fhir+json; charset=utf-8', name }
    return form === 'json'
      ? { content: Buffer.from(`${JSON.stringify({ form: 'samenspel/access-log/1', ...content }, null, 2)}\n`), type: 'application/json; charset=utf-8', name }
      : { content: await paperOf(paperWith(content, session.language, occasion)), type: 'application/pdf', name }
  },
})

/** What may be taken along, by whom it was recorded and when. */
const availableTo = async (parts: DisclosingParts, { asking, record, now }: Occasion, { from, until, organisation: of }: LogFilter): Promise<readonly MadeAvailable[]> => {
  const opened = open(record, asking, factsOf(record, asking), now, 'export')
  if (opened === undefined) return []
  const reader = await readerFor(parts, asking, record, opened, now)
  return opened.items
    .filter(({ item: { at, by } }) => (from === undefined || from <= dayOf(at, reader.zone)) && (until === undefined || dayOf(at, reader.zone) <= until) && (of === undefined || by.organisation === of))
    .map((one) => availableView(reader, one, parts.namesStaff))
    .sort((a, b) => a.at < b.at ? 1 : a.at > b.at ? -1 : 0)
}

const availableView = (reader: Reader, { item: { at, by, subject, category } }: Shown, namesStaff: boolean): MadeAvailable => {
  const what = reader.text(`category.${category}`, { subject: subjectRef(reader, subject).label }), day = dayOf(at, reader.zone)
  if (by.role !== 'professional') return { at, who: by.person === reader.person ? reader.text('log.self') : actorName(reader, by), role: '', what, day }
  const { name, title, organisation: works } = professional(reader, by.person)
  const where = by.organisation === undefined ? works.name : organisation(reader, by.organisation).name
  return { at, ...(namesStaff || title === '' ? { who: name, role: title } : { who: title, role: '' }), ...(where !== '' && { organisation: where }), what, day }
}

// ── On paper

const paperWith = ({ caseNumber, madeAt, period: { from, until }, viewed, madeAvailable }: Content, language: Language, occasion: Occasion): Paper => {
  const { asking, record } = occasion
  const text = copyText(language)
  const dates = createDates(language, zoneOf(record.file.family.jurisdiction))
  const join = (words: readonly string[]) => new Intl.ListFormat(localeOf(language)).format(words)
  const is = asking.viewer.kind === 'portal'
  // Whoever may not know where somebody is reads the day alone.
  const hidesHours = isGuarded(occasion)
  const time = (at: string) => hidesHours ? '' : `${dates.time(dates.timeOf(at))} · `
  const who = (one: { readonly who: string; readonly role: string; readonly organisation?: string; readonly insteadOf?: string; readonly channel?: string }) => {
    const of = [one.role, one.organisation, one.insteadOf, one.channel].filter((part) => part !== undefined && part !== '').join(', ')
    return of === '' ? one.who : `${one.who} (${of})`
  }
  const byDay = <One extends { readonly at: string }>(all: readonly One[], items: (ofDay: readonly One[]) => readonly PaperItem[]): readonly PaperGroup[] =>
    [...Map.groupBy(all, ({ at }) => dates.dateOf(at))].map(([day, ofDay]) => ({ title: dates.fullDay(day), items: items(ofDay) }))
  const looked = (ofDay: readonly Viewed[]) => (is ? together(ofDay) : ofDay.map((line) => ({ line, what: [line.what], because: line.because }))).map(({ line, what, because }): PaperItem => ({
    text: `${time(line.at)}${who(line)} ${line.refused ? text('look.tried') : line.action} ${join(what)}${line.times > 1 ? ` (${text('look.times', { count: line.times })})` : ''}`,
    below: [...line.refused ? [text('look.refused')] : [], ...line.emergency ? [text('look.emergency')] : [], ...because.map((sentence) => `${text('label.because')}: ${sentence}`)],
  }))
  const recorded = (ofDay: readonly MadeAvailable[]) => [...Map.groupBy(ofDay, (one) => `${time(one.at)}${who(one)}`)].map(([by, same]): PaperItem => ({ text: `${by}: ${join([...new Set(same.map(({ what }) => what))])}`, below: [] }))
  const period = from === undefined && until === undefined ? text('logFile.all') : text('logFile.period', { from: from === undefined ? text('logFile.start') : dates.date(from), until: dates.date(until ?? dates.dateOf(madeAt)) })
  return {
    language, title: text(is ? 'logFile.title' : 'logFile.titleOffice', { number: caseNumber ?? '' }), foot: text('logFile.foot', { when: dates.fullMoment(madeAt) }),
    unwritten: { emoji: text('logFile.emoji'), sign: text('logFile.sign'), script: (name) => text('logFile.script', { script: name }) },
    intro: [text('logFile.made', { when: dates.fullMoment(madeAt) }), period, ...is ? [text('logFile.hidden')] : []],
    sections: [
      { title: text('logFile.viewed'), none: text('logFile.none'), groups: byDay(viewed, looked) },
      ...madeAvailable === undefined ? [] : [{ title: text('logFile.available'), none: text('logFile.nothing'), groups: byDay(madeAvailable, recorded) }],
    ],
  }
}

/** What one person did on one day is one look, with all that it was about and every ground, as on the screen of a family (L-05). */
const together = (ofDay: readonly Viewed[]): readonly { readonly line: Viewed; readonly what: readonly string[]; readonly because: readonly string[] }[] =>
  [...Map.groupBy(ofDay, ({ who, role, organisation, insteadOf, channel, action, refused, emergency }) => JSON.stringify([who, role, organisation, insteadOf, channel, action, refused, emergency])).values()].flatMap((same) => {
    const [first] = same
    return first === undefined ? [] : { line: { ...first, times: Math.max(...same.map(({ times }) => times)) }, what: [...new Set(same.map(({ what }) => what))], because: [...new Set(same.flatMap(({ because }) => because))] }
  })
