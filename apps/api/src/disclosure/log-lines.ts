/** Which lines of the access log a request leaves: one for each kind of data about each subject that it opened (L-01, L-02). */
import type { PolicyId } from '@samenspel/access'
import { indexSubject, type Consent } from '@samenspel/family-case'
import { covers, dayOf, isSameSubject, newId, subjectKey, zoneOf, type Category, type IsoInstant, type Subject } from '@samenspel/kernel'
import type { LoggedAction, LogLine } from './access-log.ts'
import type { Opened } from './gate.ts'
import type { Item, ItemKind } from './items.ts'
import type { CaseRecord } from './record.ts'
import type { Asking } from './viewer.ts'

/** Who asks what of whom: the same for every line of a request. */
export type Occasion = { readonly asking: Asking; readonly record: CaseRecord; readonly operation: string; readonly now: IsoInstant }

/** Which kinds of items each part of a family's answer is made of. */
const kindsOf: Readonly<Record<string, readonly ItemKind[]>> = {
  members: ['member'], dyads: ['dyad'], authorities: ['authority'], team: ['teamMember', 'consent'], guidingQuestion: ['guidingQuestion'], goals: ['goal', 'goalScore'],
  agreementCards: ['agreementCard'], actions: ['action'], lifeLine: ['lifeEvent'], contributions: ['contribution', 'correction'], bundles: ['appointment', 'elsewhere'], appointments: ['appointment', 'elsewhere'],
  proposals: ['appointment', 'unplanned'], needs: ['need'], rhythm: ['rhythm'], reflectionPrompts: ['reflectionPrompt', 'reflectionAnswer'],
  overloadSignals: ['overloadSignal'], changeRequests: ['changeRequest'], helpLines: ['helpLine'], freeTime: [], rhythms: ['rhythm'], otherTimes: ['appointment'], planner: ['need', 'rhythm'],
  planningBoard: ['member', 'need', 'appointment', 'changeRequest', 'overloadSignal'], draft: ['need', 'rhythm', 'appointment'],
}

/** @param fields the parts of the family that were asked for; `isNew` says which items a list of changes tells about. */
export const readLines = (occasion: Occasion, opened: Opened, fields: ReadonlySet<string>, isNew: (item: Item) => boolean): readonly LogLine[] => {
  const kinds = new Set([...fields].flatMap((field) => kindsOf[field] ?? []))
  const read = opened.items.filter(({ item }) => kinds.has(item.kind) || (fields.has('changes') && isNew(item)))
  const lines = byClass(read.map(({ item, policies }) => ({ subject: item.subject, category: item.category, policies })), (one) => line(occasion, 'read', one))
  // A look at no more than a name or a badge is a look at the family all the same.
  const looked = lookedAt(opened)
  return [
    ...lines.some(({ subject }) => isSameSubject(subject, looked.subject)) ? [] : [line(occasion, 'read', looked)],
    ...lines,
    ...fields.has('existence') ? byClass(opened.existence, (one) => line(occasion, 'seeExistence', one)) : [],
  ]
}

/**
 * Whom a look at the family is about: the child where anything about a child opened, so that the parents find it; else an adult
 * whose own record it is. What is hidden from a parent so never decides whether there is a line that this parent sees.
 */
const lookedAt = ({ items }: Opened): Class => {
  const subjects = items.map(({ item: { subject } }) => subject)
  const subject = ['child', 'unborn', 'sibling', 'surroundings', 'relation', 'adult'].flatMap((kind) => subjects.find((one) => one.kind === kind) ?? [])[0] ?? { kind: 'case' }
  return { subject, category: 'contact', policies: [...new Set(items.flatMap(({ item, policies }) => isSameSubject(item.subject, subject) ? policies : []))] }
}

/** Whom a command was about, and under which label. */
export type Written = { readonly subject: Subject; readonly category: Category | 'unlabelled' }

/** Somebody wrote, one line for each kind of data about each subject. */
export const writeLines = (occasion: Occasion, written: readonly Written[]): readonly LogLine[] =>
  byClass(written.map((one) => ({ ...one, policies: [] })), (one) => line(occasion, 'write', one))

/** Somebody asked a command that was refused, and nothing was written (L-03). */
export const refusedLines = (occasion: Occasion, written: readonly Written[]): readonly LogLine[] =>
  writeLines(occasion, written).map(refused)

/** Somebody took a copy of everything that opened: one line for each kind of data about each subject. */
export const exportLines = (occasion: Occasion, { items }: Opened): readonly LogLine[] =>
  byClass(items.map(({ item, policies }) => ({ subject: item.subject, category: item.category, policies })), (one) => line(occasion, 'export', one))

/** Somebody kept something for themselves beside the file: nobody's record, and so no line that a family member finds. */
export const ownLine = (occasion: Occasion, action: LoggedAction): LogLine => line(occasion, action, { subject: { kind: 'case' }, category: 'social', policies: [] })

/** A privacy officer worked at something about somebody, on the ground on which the log is open to them, and saw no record. */
export const officeLine = (occasion: Occasion, subject: Subject): LogLine => line(occasion, 'read', { subject, category: 'unlabelled', policies: ['P13'] })

/** Somebody opened the access log of this family. */
export const logReadLine = (occasion: Occasion, policies: readonly PolicyId[]): LogLine =>
  line(occasion, 'readAccessLog', { subject: indexSubject(occasion.record.file.family), category: 'social', policies })

/** Somebody took the access log of this family along as a file. */
export const logExportLine = (occasion: Occasion, policies: readonly PolicyId[]): LogLine => ({ ...logReadLine(occasion, policies), action: 'exportAccessLog' })

/** A privacy officer judged a look that stood out. */
export const reviewLine = (occasion: Occasion, policies: readonly PolicyId[]): LogLine => ({ ...logReadLine(occasion, policies), action: 'reviewAccessLog' })

/** Somebody asked by name for a family of which nothing opens (L-03). */
export const refusedLine = (occasion: Occasion, action: LoggedAction = 'read'): LogLine =>
  refused(line(occasion, action, { subject: indexSubject(occasion.record.file.family), category: 'social', policies: [] }))

/** Nothing gave a right. */
const refused = (one: LogLine): LogLine => ({ ...one, outcome: 'refused', policies: ['default'] })

type Class = { readonly subject: Subject; readonly category: Category | 'unlabelled'; readonly policies: readonly PolicyId[] }

const byClass = (classes: readonly Class[], make: (one: Class) => LogLine): readonly LogLine[] => {
  const groups = Map.groupBy(classes, ({ subject, category }) => `${subjectKey(subject)} ${category}`)
  return [...groups.values()].flatMap(([first, ...rest]) => first === undefined ? [] : [make({ ...first, policies: [...new Set([first, ...rest].flatMap(({ policies }) => policies))] })])
}

const line = ({ asking, record, operation, now }: Occasion, action: LoggedAction, { subject, category, policies }: Class): LogLine => ({
  id: newId(), at: now, by: asking.actor, action, operation, subject, category, outcome: 'done', policies, emergency: false, accessPoint: asking.session.app,
  consents: policies.includes('P03') ? record.file.consents.filter((consent) => rests(consent, asking, subject, category, dayOf(now, zoneOf(record.file.family.jurisdiction)))).map(({ consentId }) => consentId) : [],
})

/** A yes that speaks about this reading. */
const rests = ({ effect, subject, category, recipient, withdrawnAt, ...period }: Consent, { actor }: Asking, about: Subject, label: Class['category'], today: string): boolean =>
  effect === 'grant' && withdrawnAt === undefined && covers(period, today) && isSameSubject(subject, about) && (category === '*' || label === 'unlabelled' || category === label) &&
  (recipient.kind === 'all' || (recipient.kind === 'organisation' ? recipient.organisation === actor.organisation : recipient.discipline === actor.discipline))
