import { answersTo, isAnswerable } from '@samenspel/family-case'
import { addDays, dayOf, type IsoDate, type IsoInstant } from '@samenspel/kernel'
import { createDates } from '@samenspel/intl'
import type { materialKinds } from '../../graphql/enums.ts'
import type { MeetingMaterial } from '../../graphql/types/plan-meetings.ts'
import { shown } from '../gate.ts'
import type { Item } from '../items.ts'
import { actionsView, goalsView } from './plan.ts'
import { actorName, dayIn, nameOf, subjectRef, type Reader } from './reader.ts'

/** Where there was no meeting yet: what is new since so many days. */
const firstMeetingDays = 90
/** A goal about which nothing was scored for so long stands still: six weeks. */
const stillDays = 42
/** What falls due before so many days are over is for this meeting: the next one may be far off. */
const aheadDays = 42
const consentsAheadDays = 60
const actionsAheadDays = 14
/** What is new can be much; more than this nobody speaks of at a table. */
const mostNew = 40

/**
 * What a meeting could be about: what is asked, what stands still, what falls due and what is new since the last one (K-11). Worked out
 * from what opened to this reader, and so never from what is hidden; the safety track has no part in it.
 */
export const meetingMaterialView = (reader: Reader): readonly MeetingMaterial[] => reader.isPortal ? [] : [...asked(reader), ...stuck(reader), ...due(reader), ...fresh(reader)]

type Kind = (typeof materialKinds)[number]

const material = (group: MeetingMaterial['group'], kind: Kind, entryId: string, text: string, detail: string): MeetingMaterial => ({ id: `${group} ${kind} ${entryId}`, group, kind, entryId, text: shortened(text), detail })

/** What stands on an agenda is one line or two. */
const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= mostLetters ? line : `${line.slice(0, line.lastIndexOf(' ', mostLetters))}…`
}
const mostLetters = 160

const byWhom = (reader: Reader, { by, at }: Pick<Item, 'by' | 'at'>): string => `${createDates(reader.language, reader.zone).date(dayIn(reader, at))}, ${actorName(reader, by)}`

/** Since when something is new: since the newest meeting that was held. */
const lastMeeting = ({ opened, today }: Reader): IsoInstant =>
  shown(opened, 'meeting').flatMap(({ item }) => item.value.closed?.at ?? []).sort().at(-1) ?? `${addDays(today, -firstMeetingDays)}T00:00:00.000Z`

const asked = (reader: Reader): readonly MeetingMaterial[] => {
  const { opened, text } = reader
  const consents = shown(opened, 'consent').map(({ item }) => item.value)
  const statements = shown(opened, 'correction')
  const answered = new Set(statements.flatMap(({ item }) => item.value.answers ?? []))
  return [
    ...shown(opened, 'overloadSignal').filter(({ item }) => item.value.answeredAt === undefined).map(({ item }) =>
      material('asked', 'overloadSignal', item.id, text('material.tooMuch', { name: nameOf(reader, item.by.person) }), byWhom(reader, item))),
    ...statements.filter(({ item }) => item.by.role === 'familyMember' && !answered.has(item.id)).map(({ item }) =>
      material('asked', 'correction', item.id, text('material.statement', { name: nameOf(reader, item.by.person), text: item.value.text }), byWhom(reader, item))),
    ...shown(opened, 'consentRequest').filter(({ item: { value } }) => isAnswerable(value, consents, reader.today) && answersTo(value.requestId, consents).yes === undefined).map(({ item }) =>
      material('asked', 'consentRequest', item.id, text('material.consentRequest', { subject: subjectRef(reader, item.subject).label, why: item.value.why }), byWhom(reader, item))),
  ]
}

const stuck = (reader: Reader): readonly MeetingMaterial[] => {
  const { today, text, language, zone } = reader
  const date = (day: IsoDate) => createDates(language, zone).date(day)
  const since = addDays(today, -stillDays)
  const recorded = new Map(shown(reader.opened, 'goal').map(({ item }) => [item.id, dayOf(item.at, zone)]))
  return [
    ...goalsView(reader).flatMap(({ id, title, scores, start, current, isMentalising }) => {
      const last = scores.at(-1)?.on
      if (last === undefined) return (recorded.get(id) ?? today) < since ? [material('stuck', 'goal', id, text('material.goalUnscored', { title }), '')] : []
      if (last < since) return [material('stuck', 'goal', id, text('material.goalUnscored', { title }), text('material.lastScored', { day: date(last) }))]
      return !isMentalising && current !== undefined && current <= start ? [material('stuck', 'goal', id, text('material.goalStill', { title }), text('material.lastScored', { day: date(last) }))] : []
    }),
    ...actionsView(reader).filter(({ done, dueOn }) => !done && dueOn !== undefined && dueOn < today).map(({ id, text: words, owner, dueOn }) =>
      material('stuck', 'action', id, text('material.actionLate', { text: words }), `${owner}, ${date(dueOn ?? today)}`)),
  ]
}

const due = (reader: Reader): readonly MeetingMaterial[] => {
  const { opened, today, text, language, zone } = reader
  const date = (day: IsoDate) => createDates(language, zone).date(day)
  const port = shown(opened, 'portOfEntry').at(-1)?.item
  return [
    ...port !== undefined && port.value.reviewOn <= addDays(today, aheadDays) ? [material('due', 'portOfEntry', port.id, text('material.port'), text('material.dueOn', { day: date(port.value.reviewOn) }))] : [],
    ...actionsView(reader).filter(({ done, dueOn }) => !done && dueOn !== undefined && dueOn >= today && dueOn <= addDays(today, actionsAheadDays)).map(({ id, text: words, owner, dueOn }) =>
      material('due', 'action', id, text('material.action', { text: words }), `${owner}, ${date(dueOn ?? today)}`)),
    ...shown(opened, 'consent').flatMap(({ item }) => {
      const { effect, until, withdrawnAt } = item.value
      return effect !== 'grant' || withdrawnAt !== undefined || until === undefined || until < today || until > addDays(today, consentsAheadDays) ? []
        : [material('due', 'consent', item.id, text('material.consent', { subject: subjectRef(reader, item.subject).label }), text('material.until', { day: date(until) }))]
    }),
  ]
}

const fresh = (reader: Reader): readonly MeetingMaterial[] => {
  const { opened, text } = reader
  const since = lastMeeting(reader)
  const isFresh = ({ item }: { readonly item: Pick<Item, 'at'> }): boolean => Temporal.Instant.compare(item.at, since) > 0
  const goals = new Map(goalsView(reader).map((goal) => [goal.id, goal]))
  const about = (item: Item): string => subjectRef(reader, item.subject).label
  const found: readonly (readonly [item: Item, one: MeetingMaterial])[] = [
    ...shown(opened, 'contribution').filter(isFresh).map(({ item }) => [item, material('new', 'contribution', item.id, text('material.about', { subject: about(item), text: item.value.situation }), byWhom(reader, item))] as const),
    ...shown(opened, 'lifeEvent').filter(isFresh).map(({ item }) => [item, material('new', 'lifeEvent', item.id, text('material.about', { subject: about(item), text: item.value.title }), byWhom(reader, item))] as const),
    ...shown(opened, 'goalScore').filter(isFresh).flatMap(({ item }) => {
      const goal = goals.get(item.value.goalId)
      const level = goal?.levels.find(({ value }) => value === item.value.value)?.text
      return goal === undefined || level === undefined ? [] : [[item, material('new', 'goalScore', item.id, text('material.score', { title: goal.title, level }), byWhom(reader, item))] as const]
    }),
    ...shown(opened, 'factor').filter(isFresh).map(({ item }) => [item, material('new', 'factor', item.id, text('material.factor', { title: item.value.title }), byWhom(reader, item))] as const),
    ...shown(opened, 'hypothesis').filter(isFresh).map(({ item }) => [item, material('new', 'hypothesis', item.id, text('material.hypothesis', { statement: item.value.statement }), byWhom(reader, item))] as const),
    ...shown(opened, 'agreementCard').filter(isFresh).map(({ item }) => [item, material('new', 'agreementCard', item.id, text('material.card', { title: item.value.title }), byWhom(reader, item))] as const),
  ]
  return found.toSorted(([a], [b]) => Temporal.Instant.compare(b.at, a.at)).slice(0, mostNew).map(([, one]) => one)
}
