/** Which lines of the access log a request leaves: one for each kind of data about each subject that it opened (L-01, L-02). */
import { hasStanding, momentIn, type PolicyId } from '@samenspel/access'
import { indexSubject, statedKinds, type Consent, type OpenCase } from '@samenspel/family-case'
import { covers, isSameSubject, newId, subjectKey, type Category, type IsoInstant, type Subject } from '@samenspel/kernel'
import type { LoggedAction, LogLine } from './access-log.ts'
import { consentFact, factsOf } from './facts.ts'
import type { Opened, Shown } from './gate.ts'
import type { Inherited, Item, ItemKind } from './items.ts'
import type { CaseRecord } from './case-record.ts'
import type { Asking } from './viewer.ts'

/** Who asks what of whom: the same for every line of a request. */
export type Occasion = { readonly asking: Asking; readonly record: CaseRecord; readonly operation: string; readonly now: IsoInstant }

/** Which kinds of items each part of a family's answer is made of. */
const kindsOf: Readonly<Record<string, readonly ItemKind[]>> = {
  members: ['member'], dyads: ['dyad'], supports: ['support'], homes: ['home'], authorities: ['authority'], team: ['teamMember', 'consent'], formerTeam: ['teamMember'], guidingQuestion: ['guidingQuestion'], goals: ['goal', 'goalScore', 'goalEnd'], isAskedAboutPlan: ['planVersion', 'planAnswer'], isAskedAboutCard: ['practiceCard', 'practiceCardAnswer'],
  analysis: ['factor', 'hypothesis', 'judgement', 'portOfEntry'], classifications: ['classification', 'classificationPart'], plan: ['planPart', 'planVariant', 'planLineEnd', 'planVersion', 'planAnswer', 'evaluation', 'goal', 'goalEnd', 'goalScore', 'practiceCard', 'practiceCardAnswer', 'hypothesis', 'portOfEntry', 'guidingQuestion', 'authority', 'action', 'teamMember'],
  agreementCards: ['agreementCard'], actions: ['action'], lifeLine: ['lifeEvent'], contributions: ['contribution'], statements: ['correction'], questions: ['question', 'questionAnswer'], bundles: ['appointment', 'elsewhere'], appointments: ['appointment', 'elsewhere'],
  proposals: ['appointment', 'unplanned'], needs: ['need'], rhythm: ['rhythm'], reflectionPrompts: ['reflectionPrompt', 'reflectionAnswer'],
  overloadSignals: ['overloadSignal'], changeRequests: ['changeRequest'], fellAway: ['appointment'], helpLines: ['helpLine'], freeTime: [], rhythms: ['rhythm'], otherTimes: ['appointment'], planner: ['need', 'rhythm'],
  planningBoard: ['member', 'need', 'appointment', 'changeRequest', 'overloadSignal'], draft: ['need', 'rhythm', 'appointment'],
  written: [...statedKinds, 'correction'],
  consents: ['consent'], consentRequests: ['consentRequest', 'consent'], invitations: ['invitation'], closing: ['closing'], placements: ['placement'], treatments: ['treatment'], helpSearches: ['helpSearch', 'providerWords'], asks: ['ask'],
  meetings: ['meeting', 'meetingPoint', 'meetingInput', 'meetingMinutes', 'meetingReport', 'action', 'need', 'appointment'],
  meetingMaterial: ['meeting', 'contribution', 'lifeEvent', 'factor', 'hypothesis', 'goal', 'goalScore', 'agreementCard', 'action', 'portOfEntry', 'consent', 'correction', 'overloadSignal', 'consentRequest'],
}

/** @param fields the parts of the family that were asked for; `isNew` says which items a list of changes tells about. */
export const readLines = (occasion: Occasion, opened: Opened, fields: ReadonlySet<string>, isNew: (item: Item) => boolean): readonly LogLine[] => {
  const kinds = new Set([...fields].flatMap((field) => kindsOf[field] ?? []))
  const read = opened.items.filter(({ item }) => kinds.has(item.kind) || (fields.has('changes') && isNew(item)) || (fields.has('lifeLine') && isOnLifeLine(item)))
  const lines = byClass(read.map(classOf), (one) => line(occasion, 'read', one))
  // A look at no more than a name or a badge is a look at the family all the same.
  const looked = lookedAt(opened)
  return [
    ...lines.some(({ subject, inherited }) => inherited === undefined && isSameSubject(subject, looked.subject)) ? [] : [line(occasion, 'read', looked)],
    ...lines,
    ...fields.has('existence') ? byClass(opened.existence, (one) => line(occasion, 'seeExistence', one)) : [],
  ]
}

/** What a life line shows besides its own events: what a child went through in a hospital. */
export const isOnLifeLine = (item: Item): boolean => item.kind === 'contribution' && item.value.kind === 'procedure'

/**
 * Whom a look at the family is about: the child where anything about a child opened, so that the parents find it; else an adult
 * whose own record it is. What is hidden from a parent so never decides whether there is a line that this parent sees.
 */
const lookedAt = ({ items: all }: Opened): Class => {
  const open = all.filter(({ inherited }) => inherited === undefined)
  const items = open.length > 0 ? open : all
  const subjects = items.map(({ item: { subject } }) => subject)
  const kind = (['child', 'unborn', 'sibling', 'surroundings', 'relation', 'adult'] as const).find((one) => subjects.some((subject) => subject.kind === one))
  const subject = subjects.find((one) => one.kind === kind) ?? { kind: 'case' }
  return { subject, category: 'contact', policies: policiesOf(items.filter(({ item }) => isSameSubject(item.subject, subject))) }
}

/** Whom a command was about, under which label, and what keeps that from whom what it was written beside is kept. */
export type Written = Omit<Class, 'policies'>

/** Somebody wrote, one line for each kind of data about each subject. */
export const writeLines = (occasion: Occasion, written: readonly Written[]): readonly LogLine[] =>
  byClass(written.map((one) => ({ ...one, policies: [] })), (one) => line(occasion, 'write', one))

/** Somebody asked a command that was refused, and nothing was written (L-03). */
export const refusedLines = (occasion: Occasion, written: readonly Written[]): readonly LogLine[] =>
  writeLines(occasion, written).map(refused)

/** Somebody took one part along: a document, or what they wrote themselves. */
export const takenLine = (occasion: Occasion, taken: Shown): LogLine => line(occasion, 'export', classOf(taken))

/** Somebody took a copy of everything that opened: one line for each kind of data about each subject. */
export const exportLines = (occasion: Occasion, { items }: Opened): readonly LogLine[] =>
  byClass(items.map(classOf), (one) => line(occasion, 'export', one))

/** Somebody kept something for themselves beside the file: nobody's record, and so no line that a family member finds. */
export const ownLine = (occasion: Occasion, action: LoggedAction): LogLine => line(occasion, action, { subject: { kind: 'case' }, category: 'social', policies: [] })

/** A privacy officer worked at something about somebody, on the ground on which the log is open to them, and saw no record. */
export const officeLine = (occasion: Occasion, subject: Subject): LogLine => line(occasion, 'read', { subject, category: 'unlabelled', policies: ['P13'] })

/** Somebody who decides looked at what keeps people of the family safe: no member of the family finds that line. */
export const safeguardLine = (occasion: Occasion, opened: Opened): LogLine => aboutTheCase(occasion, 'read', opened)

/** Somebody who coordinates went through what was read in days without authority. */
export const gapReadLine = (occasion: Occasion, opened: Opened): LogLine => aboutTheCase(occasion, 'readAccessLog', opened)

/** An office did. */
export const gapReadByOfficeLine = (occasion: Occasion, policies: readonly PolicyId[]): LogLine =>
  line(occasion, 'readAccessLog', { subject: { kind: 'case' }, category: 'unlabelled', policies })

/** On the grounds and the consents on which this viewer knows the family at all. */
const aboutTheCase = (occasion: Occasion, action: LoggedAction, opened: Opened): LogLine =>
  ({ ...line(occasion, action, { ...lookedAt(opened), category: 'unlabelled' }), subject: { kind: 'case' } })

/** Somebody read what was noted in a safety track: lines with its own label, which its own policies keep from others. */
export const trackLines = (occasion: Occasion, read: readonly Class[], known: readonly Class[]): readonly LogLine[] =>
  [...byClass(read, (one) => line(occasion, 'read', one)), ...byClass(known, (one) => line(occasion, 'seeExistence', one))]

/** Somebody who works in a safety track was told that words wait there: with its label too, so that no other line comes of it. */
export const trackWaitsLine = (occasion: Occasion): LogLine =>
  line(occasion, 'read', { subject: indexSubject(occasion.record.file.family), category: 'safety', policies: ['P11'] })

/** Somebody asked for safety tracks of which none opens: with the same label, so that whether there are any shows nowhere. */
export const noTrackLine = (occasion: Occasion): LogLine =>
  refused(line(occasion, 'read', { subject: indexSubject(occasion.record.file.family), category: 'safety', policies: [] }))

/** Somebody of the family asked what was shared with them, and nothing was: a look at their own, whatever there is. */
export const nothingSharedLine = (occasion: Occasion): LogLine =>
  line(occasion, 'read', { subject: { kind: 'adult', person: occasion.asking.viewer.person }, category: 'social', policies: ['P06'] })

/** Somebody opened the record of a person in an emergency, whatever they read there. */
export const emergencyLine = (occasion: Occasion, subject: Subject): LogLine => line(occasion, 'read', { subject, category: 'contact', policies: ['P07'] })

/** Somebody opened the access log of this family. */
export const logReadLine = (occasion: Occasion, policies: readonly PolicyId[]): LogLine =>
  line(occasion, 'readAccessLog', { subject: indexSubject(occasion.record.file.family), category: 'social', policies })

/** Somebody took the access log of this family along as a file. */
export const logExportLine = (occasion: Occasion, policies: readonly PolicyId[]): LogLine => ({ ...logReadLine(occasion, policies), action: 'exportAccessLog' })

/** A privacy officer judged a look that stood out. */
export const reviewLine = (occasion: Occasion, policies: readonly PolicyId[]): LogLine => ({ ...logReadLine(occasion, policies), action: 'reviewAccessLog' })

/** Somebody asked by name for a family of which nothing opens (L-03). */
export const refusedLine = (occasion: Occasion, action: LoggedAction = 'read'): LogLine =>
  unopenedLine(occasion, occasion.record.file.family, action)

/** The same, also of a family that isn't there: then it is about nobody. */
export const unopenedLine = ({ asking, operation, now }: Omit<Occasion, 'record'>, family: OpenCase['family'] | undefined, action: LoggedAction = 'read'): LogLine => refused({
  id: newId(), at: now, by: asking.actor, action, operation, subject: family === undefined ? { kind: 'case' } : indexSubject(family), category: 'social', outcome: 'refused', policies: [],
  emergency: isEmergency(asking), accessPoint: asking.session.app, consents: [],
})

/** A privacy officer read who sought in vain in an emergency: nobody was found, so it is about nobody. */
export const attemptsReadLine = (occasion: Omit<Occasion, 'record'>): LogLine => ({ ...unopenedLine(occasion, undefined), outcome: 'done', policies: ['P13'] })

/** Nothing gave a right. */
const refused = (one: LogLine): LogLine => ({ ...one, outcome: 'refused', policies: ['default'] })

type Class = { readonly subject: Subject; readonly category: Category | 'unlabelled'; readonly policies: readonly PolicyId[]; readonly inherited?: Inherited }

const classOf = ({ item: { subject, category }, policies, inherited }: Shown): Class => ({ subject, category, policies, ...(inherited !== undefined && { inherited }) })

const byClass = (classes: readonly Class[], make: (one: Class) => LogLine): readonly LogLine[] => {
  const groups = Map.groupBy(classes, ({ subject, category, inherited }) => `${subjectKey(subject)} ${category} ${inherited === undefined ? '' : JSON.stringify(inherited)}`)
  return [...groups.values()].flatMap((some) => some[0] === undefined ? [] : [make({ ...some[0], policies: policiesOf(some) })])
}

/** Each once. Most of what opens, opens by the very same. */
const policiesOf = (some: readonly Pick<Shown, 'policies'>[]): readonly PolicyId[] => [...new Set([...new Set(some.map(({ policies }) => policies))].flat())]

const line = ({ asking, record, operation, now }: Occasion, action: LoggedAction, { subject, category, policies, inherited }: Class): LogLine => ({
  id: newId(), at: now, by: asking.actor, action, operation, subject, category, outcome: 'done', policies, ...(inherited !== undefined && { inherited }), emergency: isEmergency(asking), accessPoint: asking.session.app,
  consents: policies.includes('P03') ? grounds({ asking, record, now }, subject, category) : [],
})

/** The consents on which a reading rests: those that speak about it, and that everybody signed who must. */
const grounds = ({ asking, record, now }: Pick<Occasion, 'asking' | 'record' | 'now'>, subject: Subject, category: Class['category']): readonly string[] => {
  const facts = factsOf(record, asking)
  const moment = momentIn(facts.jurisdiction, now)
  return record.file.consents.filter((consent) => rests(consent, asking, subject, category, moment.today) && hasStanding(consentFact(consent), facts, moment)).map(({ consentId }) => consentId)
}

/** Whoever looks does so because somebody is in danger (L-10). */
const isEmergency = ({ viewer }: Asking): boolean => viewer.kind === 'care' && viewer.purpose === 'emergency'

/** A yes that speaks about this reading. */
const rests = ({ effect, subject, category, recipient, withdrawnAt, ...period }: Consent, { actor }: Asking, about: Subject, label: Class['category'], today: string): boolean =>
  effect === 'grant' && withdrawnAt === undefined && covers(period, today) && isSameSubject(subject, about) && (category === '*' || label === 'unlabelled' || category === label) &&
  (recipient.kind === 'all' || (recipient.kind === 'organisation' ? recipient.organisation === actor.organisation : recipient.discipline === actor.discipline))

/** Somebody read a question that was put to them without identity. */
export const invitationLines = (occasion: Occasion, shown: readonly { readonly item: Pick<Item, 'subject' | 'category'>; readonly policies: readonly PolicyId[] }[]): readonly LogLine[] =>
  byClass(shown.map(({ item, policies }) => ({ subject: item.subject, category: item.category, policies })), (one) => line(occasion, 'read', one))
