/**
 * What stands on the start page of a professional, told from what opened of each family and from nothing else.
 *
 * Each kind of line is one entry of `kinds`. Whoever adds one says in which part of the page it stands, which fields of a family it shows
 * (so that looking at it leaves a line in the access log), and how it is told; its words stand with the views (`today.…`), its page among
 * the places of the desk.
 */
import { addDays, momentOf, type IsoDate, type IsoInstant } from '@samenspel/kernel'
import type { TodayGroupValue, TodayPlaceValue } from '../../graphql/enums.ts'
import type { TodayItem } from '../../graphql/types/today.ts'
import { shown } from '../gate.ts'
import type { SafeguardTask } from '../safeguarding.ts'
import type { FamilyView } from './family.ts'
import { dayIn, isNew, list, type Reader } from './reader.ts'

/** A family as somebody sees it today. */
export type Seen = {
  readonly reader: Reader
  readonly view: FamilyView
  /** Whether this reader coordinates, or stands in. */
  readonly coordinates: boolean
  /** Safeguards that this reader has to look at again. */
  readonly tasks: readonly SafeguardTask[]
}

/** One line, before its family is named. */
type Line = {
  readonly id: string
  readonly text: string
  readonly place: TodayPlaceValue
  readonly at?: IsoInstant
  readonly since?: IsoDate
  readonly until?: IsoDate
  readonly before?: IsoInstant
  /** Until this day it is in time; without it, as long as `until` says. */
  readonly isOverdue?: boolean
  readonly phone?: string | undefined
  readonly targetId?: string
  readonly more?: number
}

type Kind = {
  readonly group: TodayGroupValue
  /** The fields of a family that it shows. */
  readonly shows: readonly string[]
  readonly of: (seen: Seen) => readonly Line[]
}

/** Days before a day from which what ends or is due then stands on the page. */
const daysAhead = 7
/** Days after which a rest without an end is looked at again. */
const restDays = 14
/** Days that a family stands among those that are new to somebody. */
const newDays = 7

// ── Calls

/** A parent said that it is too much: who calls, and by when. */
const calls: Kind = {
  group: 'call', shows: ['overloadSignals', 'members'],
  of: ({ reader: { text, person }, view: { overloadSignals, members }, coordinates }) => overloadSignals
    .filter(({ answeredAt, caller }) => answeredAt === undefined && (coordinates || caller.id === person))
    .map(({ id, memberId, firstName, choice, callBy, caller }) => ({
      id, before: callBy, place: 'family', phone: members.find((member) => member.id === memberId)?.phone,
      text: [text(`today.call.${choice as 'callMe'}`, { name: firstName }), ...caller.id === person ? [] : [text('today.caller', { name: caller.name })]].join(' '),
    })),
}

// ── Asked of the reader

const otherMoments: Kind = {
  group: 'asked', shows: ['changeRequests'],
  of: ({ reader, view }) => !view.can.plan ? [] : view.changeRequests.filter(({ isOpen }) => isOpen)
    .map(({ id, firstName, at }) => ({ id, text: reader.text('today.otherMoment', { name: firstName }), since: dayIn(reader, at), place: 'planner' })),
}

/** Appointments that can't go on as they stand: the family waits for who plans. */
const lost: Kind = {
  group: 'asked', shows: ['fellAway'],
  of: ({ reader: { text }, view: { fellAway } }) => fellAway.slice(0, 1)
    .map(({ id, label, because, date }) => ({ id, text: text('today.lost', { label, because }), until: date, place: 'lostAppointments', more: fellAway.length - 1 })),
}

const reflections: Kind = {
  group: 'asked', shows: ['reflectionPrompts'],
  of: ({ reader: { text }, view }) => view.reflectionPrompts.filter(({ isOpen }) => isOpen)
    .map(({ id, openedOn }) => ({ id, text: text('today.reflection'), since: openedOn, place: 'family' })),
}

/** A family member put own words beside something, and nobody answered yet. */
const statements: Kind = {
  group: 'asked', shows: ['statements'],
  of: ({ reader, view: { statements: all } }) => all.filter(({ id, mayAnswer }) => mayAnswer && !all.some(({ answers }) => answers === id))
    .map(({ id, by, recordedAt }) => ({ id, text: reader.text('today.statement', { name: by }), since: dayIn(reader, recordedAt), place: 'family' })),
}

/** What the reader took upon them in the plan. */
const ownActions: Kind = {
  group: 'asked', shows: ['actions'],
  of: ({ reader: { opened, person, text } }) => shown(opened, 'action').filter(({ item: { value } }) => value.owner === person && value.completedAt === undefined)
    .map(({ item: { id, value } }) => ({ id, text: text('today.action', { text: value.text }), place: 'plan', ...(value.dueOn !== undefined && { until: value.dueOn }) })),
}

/** Who said yes to an invitation before there was consent joins once there is. */
const acceptedInvitations: Kind = {
  group: 'asked', shows: ['invitations'],
  of: ({ reader: { text }, view, coordinates }) => !coordinates ? [] : view.invitations.filter(({ state }) => state === 'accepted')
    .map(({ id, partner, invitedOn }) => ({ id, text: text('today.accepted', { name: partner.name }), since: invitedOn, place: 'consents' })),
}

/** A colleague asks something of the reader, who didn't answer yet. */
const questions: Kind = {
  group: 'asked', shows: ['questions'],
  of: ({ reader, view }) => view.questions.filter(({ isMine, isDone, answers: given }) => isMine && !isDone && !given.some(({ isOwn }) => isOwn))
    .map(({ id, askedBy, subject, recordedAt }) => ({ id, text: reader.text('today.question', { name: askedBy.name, subject: subject.label }), since: dayIn(reader, recordedAt), place: 'questions' })),
}

/** To which meetings about the plan the reader is asked; and which one who coordinates still has to find a time for. */
const meetings: Kind = {
  group: 'asked', shows: ['meetings'],
  of: ({ reader: { text, zone }, view }) => view.meetings.filter(({ status, isAsked, can }) => (isAsked && (status === 'fixed' || status === 'proposed')) || (can.lead && status === 'toPlan'))
    .map(({ id, purpose, status, when, dueOn }) => ({
      id, text: text(status === 'toPlan' ? 'today.meetingToPlan' : 'today.meeting', { purpose }), place: 'meeting', targetId: id,
      ...(when !== undefined ? { at: momentOf(when.date, when.from, zone) } : dueOn !== undefined && { until: dueOn }),
    })),
}

/** Parents who weren't at a meeting, and whom the reader tells. */
const toTell: Kind = {
  group: 'asked', shows: ['meetings'],
  of: ({ reader, view }) => view.meetings.filter((meeting) => meeting.toTell.length > 0)
    .map(({ id, purpose, toTell: names, closedAt }) => ({
      id: `tell ${id}`, text: reader.text('today.toTell', { names: list(reader, names), purpose }), place: 'meeting', targetId: id, ...(closedAt !== undefined && { since: dayIn(reader, closedAt) }),
    })),
}

// ── Waiting for somebody else

const answers: Kind = {
  group: 'waiting', shows: ['proposals'],
  of: ({ reader, view }) => {
    if (!view.can.plan) return []
    const sent = view.proposals.filter(({ status }) => status === 'sent')
    const missing = new Map(sent.flatMap(({ sentAt, answers: given }) => given.filter(({ answer }) => answer === undefined).map((one) => [one.memberId, { ...one, sentAt }] as const)))
    return [...missing.values()].map(({ memberId, firstName, sentAt }) =>
      ({ id: `answer ${memberId}`, text: reader.text('today.answer', { name: firstName }), place: 'planner', ...(sentAt !== undefined && { since: dayIn(reader, sentAt) }) }))
  },
}

const consentAnswers: Kind = {
  group: 'waiting', shows: ['consentRequests'],
  of: ({ reader: { text }, view }) => view.consentRequests.filter(({ state, mayWithdraw }) => mayWithdraw && (state === 'open' || state === 'oneMoreYes'))
    .map(({ id, what, recipient, askedOn, answerBy }) => ({ id, text: text('today.consentAnswer', { what, recipient: recipient.label }), since: askedOn, until: answerBy, place: 'consents' })),
}

const invited: Kind = {
  group: 'waiting', shows: ['invitations'],
  of: ({ reader: { text }, view, coordinates }) => !coordinates ? [] : view.invitations.filter(({ state }) => state === 'open')
    .map(({ id, partner, invitedOn, answerBy }) => ({ id, text: text('today.invited', { name: partner.name }), since: invitedOn, until: answerBy, place: 'consents' })),
}

const treatments: Kind = {
  group: 'waiting', shows: ['treatments'],
  of: ({ reader, view }) => view.treatments.filter(({ mayEnd, status, missing }) => mayEnd && status === 'incomplete' && missing.length > 0)
    .map(({ id, what, missing, askedOn }) => ({ id, text: reader.text('today.treatment', { what, names: list(reader, missing) }), since: askedOn, place: 'consents' })),
}

/** A colleague whom the reader asked something, and who didn't answer yet. */
const ownQuestions: Kind = {
  group: 'waiting', shows: ['questions'],
  of: ({ reader, view }) => view.questions.filter(({ isOwn, isDone, answers: given }) => isOwn && !isDone && given.length === 0)
    .map(({ id, askedOf, subject, recordedAt }) => ({ id, text: reader.text('today.ownQuestion', { name: askedOf.name, subject: subject.label }), since: dayIn(reader, recordedAt), place: 'questions' })),
}

// ── To look at again

const portOfEntry: Kind = {
  group: 'review', shows: ['analysis'],
  of: ({ reader: { text }, view, coordinates }) => !coordinates ? [] : view.analysis.ports.filter(({ isDue }) => isDue)
    .map(({ id, reviewOn }) => ({ id, text: text('today.portOfEntry'), until: reviewOn, place: 'analysis' })),
}

const safeguards: Kind = {
  group: 'review', shows: [],
  of: ({ reader: { text }, tasks }) => tasks.map(({ id, kind, since }) => ({ id, text: text(`today.safeguard.${kind}`), place: 'safeguards', ...(kind === 'gap' ? { since } : { until: since }) })),
}

/** What others took upon them, and whose day has passed, for who coordinates. */
const lateActions: Kind = {
  group: 'review', shows: ['actions'],
  of: ({ reader, view, coordinates }) => {
    if (!coordinates) return []
    const own = new Set(ownActions.of({ reader, view, coordinates, tasks: [] }).map(({ id }) => id))
    return view.actions.filter(({ id, done, dueOn }) => !done && dueOn !== undefined && dueOn < reader.today && !own.has(id))
      .map(({ id, text, owner, dueOn }) => ({ id, text: reader.text('today.lateAction', { text, name: owner }), place: 'plan', ...(dueOn !== undefined && { until: dueOn }) }))
  },
}

/** A family rests: it is asked how it is before the rest ends, and after a while where nobody said when it ends. */
const rests: Kind = {
  group: 'review', shows: [],
  of: ({ reader: { text, today }, view: { can, pace } }) => {
    const rest = can.plan ? pace?.pause : undefined
    if (rest === undefined) return []
    const lookOn = rest.until === undefined ? addDays(rest.from, restDays) : addDays(rest.until, -daysAhead)
    return lookOn > today ? [] : [{ id: rest.id, text: text('today.rest'), since: rest.from, place: 'planner', isOverdue: false, ...(rest.until !== undefined && { until: rest.until }) }]
  },
}

// ── What ends

const endingConsents: Kind = {
  group: 'ending', shows: ['consents'],
  of: ({ reader: { text }, view, coordinates }) => !coordinates ? [] : view.consents.filter(({ endsSoon }) => endsSoon)
    .map(({ id, what, recipient, until }) => ({ id, text: text('today.consentEnds', { what, recipient: recipient.label }), place: 'consents', ...(until !== undefined && { until }) })),
}

// ── New to the reader

/** The reader came into the team. */
const joined: Kind = {
  group: 'shared', shows: ['team'],
  of: ({ reader: { opened, person, today, text }, coordinates }) => coordinates ? [] : shown(opened, 'teamMember')
    .filter(({ item: { value } }) => value.practitionerId === person && value.from <= today && value.from >= addDays(today, -newDays))
    .map(({ item: { id, value } }) => ({ id, text: text('today.joined'), since: value.from, place: 'family' })),
}

/** Somebody said yes to sharing something that the reader may now read. */
const nowShared: Kind = {
  group: 'shared', shows: ['consents'],
  of: ({ reader, view: { consents }, coordinates }) => {
    if (coordinates) return []
    const fresh = new Set(shown(reader.opened, 'consent').filter(({ item }) => isNew(reader, item)).map(({ item }) => item.id))
    return consents.filter(({ id, effect, state }) => fresh.has(id) && effect === 'grant' && state === 'inForce')
      .map(({ id, what, from, until }) => ({ id, text: reader.text('today.nowShared', { what }), since: from, place: 'family', isOverdue: false, ...(until !== undefined && { until }) }))
  },
}

/** Since the last look, in one line for each family. */
const news: Kind = {
  group: 'changed', shows: ['changes'],
  of: ({ reader: { text }, view: { changes } }) => changes.slice(0, 1)
    .map(({ id, by, text: what, at, kind }) => ({ id, text: kind === 'team' || kind === 'proposal' ? what : text('today.changed', { name: by, what }), at, place: 'family', more: changes.length - 1 })),
}

/** Records that were opened in an emergency, for who coordinates (L-10). */
const emergencies: Kind = {
  group: 'changed', shows: ['emergencies'],
  of: ({ reader, view }) => view.emergencies.filter(({ at }) => Temporal.Instant.compare(at, reader.newSince) > 0)
    .map(({ id, by, about, at }) => ({ id, text: reader.text('today.emergency', { name: by, about }), at, place: 'family' })),
}

const kinds: readonly Kind[] = [
  calls, otherMoments, lost, reflections, statements, ownActions, questions, meetings, toTell, acceptedInvitations, answers, consentAnswers, invited, treatments, ownQuestions, portOfEntry, safeguards, lateActions, rests,
  endingConsents, joined, nowShared, news, emergencies,
]

/** The parts of the page that ask something of the reader; what others do and what changed can wait until they look. */
export const asking: ReadonlySet<string> = new Set<TodayGroupValue>(['call', 'asked', 'review', 'ending'])

/** What stands on the page about one family, and which of its fields that shows. */
export type FamilyToday = { readonly items: readonly TodayItem[]; readonly shows: ReadonlySet<string> }

export const familyToday = (seen: Seen): FamilyToday => {
  const { reader, view: { id: familyId, name: familyName, zone } } = seen
  const told = kinds.map((kind) => ({ kind, lines: kind.of(seen) })).filter(({ lines }) => lines.length > 0)
  return {
    items: told.flatMap(({ kind: { group }, lines }) => lines.map((line) => itemOf({ ...line, id: `${group} ${line.id}` }, group, reader, { familyId, familyName, zone }))),
    shows: new Set(told.flatMap(({ kind }) => kind.shows)),
  }
}

/** A line as it leaves: what has an end is overdue when that has passed, unless the kind knows better. */
export const itemOf = (
  { more = 0, isOverdue, ...line }: Line, group: TodayGroupValue, { today, now }: Pick<Reader, 'today' | 'now'>, of: Pick<TodayItem, 'familyId' | 'familyName' | 'zone'>,
): TodayItem => {
  const { phone, ...rest } = line
  return {
    ...rest, ...of, group, more, ...(phone !== undefined && { phone }),
    isOverdue: isOverdue ?? ((line.until !== undefined && line.until < today) || (line.before !== undefined && Temporal.Instant.compare(line.before, now) < 0)),
  }
}

/** What ends first stands first, then what waits longest; what changed last stands first among what changed. */
export const inOrder = (items: readonly TodayItem[]): readonly TodayItem[] => {
  // What is asked at a moment to come has its end then; news has none.
  const end = ({ group, before, until, at }: TodayItem): string => before ?? until ?? (group === 'changed' ? undefined : at) ?? '9'
  const begin = ({ since }: TodayItem): string => since ?? '9'
  return items.toSorted((a, b) =>
    compare(end(a), end(b)) || compare(begin(a), begin(b)) || compare(b.at ?? '', a.at ?? '') || compare(a.familyName ?? '', b.familyName ?? '') || compare(a.id, b.id))
}

const compare = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0
