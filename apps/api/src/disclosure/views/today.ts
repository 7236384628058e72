/**
 * What stands on the start page of a professional, told from what opened of each family and from nothing else.
 *
 * Each kind of line is one entry of `kinds`. Whoever adds one says in which part of the page it stands, which fields of a family it shows
 * (so that looking at it leaves a line in the access log), and how it is told; its words stand with the views (`today.…`), its page among
 * the places of the desk.
 */
import { addDays, isOver, momentOf, type IsoDate, type IsoInstant } from '@samenspel/kernel'
import type { TodayGroupValue, TodayPlaceValue } from '../../graphql/enums.ts'
import type { TodayItem } from '../../graphql/types/today.ts'
import { shown } from '../gate.ts'
import type { SafeguardTask } from '../safeguarding.ts'
import type { FamilyView } from './family.ts'
import { dayIn, isNew, list, namesOf, type Reader } from './reader.ts'
import { isOffered, type Need } from './unplanned.ts'

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
  /** It asks after something that a family still has to do, and so says nothing while the family is left in peace (K-13). */
  readonly restsToo?: true
}

/** Days before a day from which what ends or is due then stands on the page. */
const daysAhead = 7
/** Days after which a goal without a new score is asked about. */
const scoreDays = 56
/** Days before the first possible one on which time for a wish is asked for: as far as the planner looks ahead. */
const timeAhead = 28
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

/** A family member put own words beside a note about safety. Looking at this line leaves one of its own (`today.ts`), and none of the file: so it shows no field. */
const safetyWords: Kind = {
  group: 'asked', shows: [],
  of: ({ reader: { text }, view }) => view.answersOnSafety ? [{ id: 'safety', text: text('today.safetyWords'), place: 'safety' }] : [],
}

/** What the reader took upon them in the plan. */
const ownActions: Kind = {
  group: 'asked', shows: ['actions'],
  of: ({ reader: { opened, person, text } }) => shown(opened, 'action').filter(({ item: { value } }) => value.owner === person && value.completedAt === undefined)
    .map(({ item: { id, value } }) => ({ id, text: text('today.action', { text: value.text }), place: 'plan', ...(value.dueOn !== undefined && { until: value.dueOn }), ...(opened.head.peace !== undefined && { isOverdue: false }) })),
}

/** Who said yes to an invitation before there was consent joins once there is. */
const acceptedInvitations: Kind = {
  group: 'asked', shows: ['invitations'],
  of: ({ reader: { text }, view, coordinates }) => !coordinates ? [] : view.invitations.filter(({ state }) => state === 'accepted')
    .map(({ id, partner, invitedOn }) => ({ id, text: text('today.accepted', { name: partner.name }), since: invitedOn, place: 'consents' })),
}

/** Whether what was sought is for somebody who died, or for a pregnancy that ended: nobody is sent to go on with that. */
const isForWhoIsGone = ({ kind, memberIds }: FamilyView['helpSearches'][number]['subject'], { members }: FamilyView): boolean => {
  const of = members.filter(({ id, role }) => kind === 'unborn' ? role === 'unbornChild' : memberIds.includes(id))
  return of.length > 0 && of.every(({ passed }) => passed !== undefined)
}

/** Of help that is sought: what who coordinates does next. */
const helpToSeek: Kind = {
  group: 'asked', shows: ['helpSearches'],
  of: ({ reader: { text }, view, coordinates }) => !coordinates ? [] : view.helpSearches.flatMap(({ id, subject, status, askedOn, proposals, chosenId }): readonly Line[] => {
    if ((status !== 'again' && status !== 'differ' && status !== 'chosen') || isForWhoIsGone(subject, view)) return []
    const chosen = proposals.flatMap(({ options }) => options).find((option) => option.id === chosenId)
    return [{ id, text: text(`today.help.${status}`, { name: subject.label, organisation: chosen?.organisation.name ?? '' }), since: askedOn, place: 'help' }]
  }),
}

/** A parent asks for somebody else, or for no shared file: who was asked talks with that parent. What was agreed stands there until it is so. */
const familyAsks: Kind = {
  group: 'asked', shows: ['asks'],
  of: ({ reader: { text }, view, coordinates }) => view.asks.filter(({ mayAnswer, mayPassOn, isComing }) => mayAnswer || mayPassOn || (coordinates && isComing))
    .map(({ id, kind, parent, about, isComing, askedOn }) => ({ id, text: text(isComing ? 'today.askComing' : `today.ask.${kind}`, { name: parent.firstName, about: about?.name ?? '' }), since: askedOn, place: 'team' })),
}

/** Wishes for which nobody who is asked offers time: without it no planner finds anything. */
const withoutTime = (reader: Reader): readonly Need[] => shown(reader.opened, 'need').flatMap(({ item: { value } }) =>
  value.status === 'open' && value.staffing.length > 0 && value.deadline > reader.today && value.from <= addDays(reader.today, timeAhead) && !isOffered(reader, value) ? [value] : [])

/** The reader's own time is asked for. */
const timeAsked: Kind = {
  group: 'asked', shows: ['needs'], restsToo: true,
  of: ({ reader }) => withoutTime(reader).filter(({ staffing }) => staffing.flat().includes(reader.person))
    .map(({ needId, label, deadline }) => ({ id: `time ${needId}`, text: reader.text('today.timeAsked', { label }), until: deadline, place: 'freeTime' })),
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
  group: 'waiting', shows: ['proposals'], restsToo: true,
  of: ({ reader, view }) => {
    if (!view.can.plan) return []
    const sent = view.proposals.filter(({ status }) => status === 'sent')
    const missing = new Map(sent.flatMap(({ sentAt, answers: given }) => given.filter(({ answer }) => answer === undefined).map((one) => [one.memberId, { ...one, sentAt }] as const)))
    return [...missing.values()].map(({ memberId, firstName, sentAt }) =>
      ({ id: `answer ${memberId}`, text: reader.text('today.answer', { name: firstName }), place: 'planner', ...(sentAt !== undefined && { since: dayIn(reader, sentAt) }) }))
  },
}

const consentAnswers: Kind = {
  group: 'waiting', shows: ['consentRequests'], restsToo: true,
  of: ({ reader: { text }, view }) => view.consentRequests.filter(({ state, mayWithdraw }) => mayWithdraw && (state === 'open' || state === 'oneMoreYes'))
    .map(({ id, what, recipient, askedOn, answerBy }) => ({ id, text: text('today.consentAnswer', { what, recipient: recipient.label }), since: askedOn, until: answerBy, place: 'consents' })),
}

const invited: Kind = {
  group: 'waiting', shows: ['invitations'],
  of: ({ reader: { text }, view, coordinates }) => !coordinates ? [] : view.invitations.filter(({ state }) => state === 'open')
    .map(({ id, partner, invitedOn, answerBy }) => ({ id, text: text('today.invited', { name: partner.name }), since: invitedOn, until: answerBy, place: 'consents' })),
}

const treatments: Kind = {
  group: 'waiting', shows: ['treatments'], restsToo: true,
  of: ({ reader, view }) => view.treatments.filter(({ mayEnd, status, missing }) => mayEnd && status === 'incomplete' && missing.length > 0)
    .map(({ id, what, missing, askedOn }) => ({ id, text: reader.text('today.treatment', { what, names: list(reader, missing) }), since: askedOn, place: 'consents' })),
}

/** Whom it waits for to choose; whom a chosen provider was asked of stands with the invitations. */
const helpToChoose: Kind = {
  group: 'waiting', shows: ['helpSearches'], restsToo: true,
  of: ({ reader, view, coordinates }) => !coordinates ? [] : view.helpSearches.filter(({ status, subject }) => status === 'open' && !isForWhoIsGone(subject, view)).map(({ id, subject, silent, proposals }) => {
    const since = proposals[0]?.proposedOn
    return { id, text: reader.text('today.help.open', { names: list(reader, silent), name: subject.label }), place: 'help' as const, ...(since !== undefined && { since }) }
  }),
}

/** The time of others is waited for, by who plans. */
const timeAwaited: Kind = {
  group: 'waiting', shows: ['needs'], restsToo: true,
  of: ({ reader, view }) => !view.can.plan ? [] : withoutTime(reader).flatMap(({ needId, label, staffing, deadline }): readonly Line[] => {
    const others = [...new Set(staffing.flat())].filter((one) => one !== reader.person)
    return others.length === 0 ? [] : [{ id: `time ${needId}`, text: reader.text('today.timeAwaited', { names: namesOf(reader, others), label }), until: deadline, place: 'planner' }]
  }),
}

/** What each parent says to the newest version of the plan: who still has to, who wants to talk about it, and that it can begin to hold. */
const planAnswers: Kind = {
  group: 'waiting', shows: ['plan'], restsToo: true,
  of: ({ reader, view: { plan, closing }, coordinates }) => {
    const newest = plan.versions[0]
    const silent = newest?.awaited.filter(({ memberId }) => !newest.answers.some((given) => given.memberId === memberId)) ?? []
    if (!coordinates || closing !== undefined || newest?.state !== 'drawn' || silent.length === 0) return []
    return [{ id: newest.id, text: reader.text('today.planAnswer', { names: list(reader, silent.map(({ firstName }) => firstName)), number: newest.number }), since: dayIn(reader, newest.drawnAt), place: 'familyPlan' }]
  },
}

const planTalks: Kind = {
  group: 'asked', shows: ['plan'],
  of: ({ reader, view: { plan, closing }, coordinates }) => {
    const newest = plan.versions[0]
    if (!coordinates || closing !== undefined || newest?.state !== 'drawn') return []
    const talk = newest.answers.filter(({ answer }) => answer !== 'yes')
    if (talk.length > 0) return [{ id: `talk ${newest.id}`, text: reader.text('today.planTalk', { names: list(reader, talk.map(({ firstName }) => firstName)), number: newest.number }), since: talk.map(({ at }) => dayIn(reader, at)).sort()[0]!, place: 'familyPlan' }]
    return newest.awaited.length > 0 || newest.answers.length === 0 ? [] : [{ id: `agreed ${newest.id}`, text: reader.text('today.planAgreed', { number: newest.number }), since: newest.answers.map(({ at }) => dayIn(reader, at)).sort().at(-1)!, place: 'familyPlan' }]
  },
}

/** The practice card waits for each parent's yes or no; where one says no it waits for nobody. */
const cardAnswers: Kind = {
  group: 'waiting', shows: ['plan'], restsToo: true,
  of: ({ reader, view: { plan: { practiceCard: card } }, coordinates }) => !coordinates || card === undefined || card.release !== undefined || card.awaited.length === 0 || card.answers.some(({ isYes }) => !isYes) ? []
    : [{ id: `card ${card.version}`, text: reader.text('today.cardAnswer', { names: list(reader, card.awaited.map(({ firstName }) => firstName)) }), since: dayIn(reader, card.changedAt), place: 'familyPlan' }],
}

/** With every yes it waits for who publishes it; once that one took it back, for nobody. */
const cardToRelease: Kind = {
  group: 'asked', shows: ['plan'],
  of: ({ reader, view: { plan: { practiceCard: card } }, coordinates }) => {
    const isReady = coordinates && card !== undefined && card.isWhole && card.release === undefined && card.awaited.length === 0 && card.answers.length > 0 && card.answers.every(({ isYes }) => isYes)
    if (!isReady || shown(reader.opened, 'practiceCard').some(({ item: { value } }) => value.isHeldBack === true)) return []
    return [{ id: `ready ${card.version}`, text: reader.text('today.cardReady'), since: card.answers.map(({ at }) => dayIn(reader, at)).sort().at(-1)!, place: 'familyPlan' }]
  },
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
  group: 'review', shows: ['actions'], restsToo: true,
  of: ({ reader, view, coordinates }) => {
    if (!coordinates) return []
    const own = new Set(ownActions.of({ reader, view, coordinates, tasks: [] }).map(({ id }) => id))
    return view.actions.filter(({ id, done, dueOn }) => !done && dueOn !== undefined && dueOn < reader.today && !own.has(id))
      .map(({ id, text, owner, dueOn }) => ({ id, text: reader.text('today.lateAction', { text, name: owner }), place: 'plan', ...(dueOn !== undefined && { until: dueOn }) }))
  },
}

/** A family rests: on the day that was agreed on somebody asks how it is, and nothing begins before (K-13). */
const rests: Kind = {
  group: 'review', shows: ['silence'],
  of: ({ reader: { text, today }, view: { silence }, coordinates }) => {
    const rest = coordinates ? silence?.rest : undefined
    return rest === undefined || addDays(rest.reviewOn, -daysAhead) > today ? [] : [{ id: `rest ${rest.from}`, text: text(rest.until === undefined ? 'today.rest' : 'today.restAway'), since: rest.from, until: rest.reviewOn, place: 'family', ...(rest.until !== undefined && { isOverdue: false }) }]
  },
}

/** The plan that holds is looked back at from time to time, together with the parents. */
const evaluations: Kind = {
  group: 'review', shows: ['plan'], restsToo: true,
  of: ({ reader: { text, today }, view: { plan, closing }, coordinates }) => {
    const dueOn = coordinates && closing === undefined ? plan.evaluateOn : undefined
    return dueOn === undefined || addDays(dueOn, -daysAhead) > today ? [] : [{ id: 'evaluation', text: text('today.evaluation'), until: dueOn, place: 'familyPlan' }]
  },
}

/** Goals of which nobody has said for long how far they are, in one line, the longest without a score first. */
const goalsWithoutScore: Kind = {
  group: 'review', shows: ['goals'], restsToo: true,
  of: ({ reader, view: { goals, closing }, coordinates }) => {
    if (!coordinates || closing !== undefined) return []
    const known = new Map(shown(reader.opened, 'goal').map(({ item }) => [item.id, dayIn(reader, item.at)]))
    const long = goals.filter(({ ended, isMentalising }) => ended === undefined && !isMentalising)
      .flatMap(({ id, title, scores }) => { const since = scores.map(({ on }) => on).sort().at(-1) ?? known.get(id); return since === undefined ? [] : [{ id, title, since }] })
      .filter(({ since }) => addDays(since, scoreDays) <= reader.today).sort((one, other) => compare(one.since, other.since))
    return long.slice(0, 1).map(({ id, title, since }) => ({ id, text: reader.text('today.goal', { title }), since, place: 'plan', more: long.length - 1 }))
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

/** That a family rests is told once to everybody who works with it. */
const restBegun: Kind = {
  group: 'changed', shows: ['silence'],
  of: ({ reader: { newSince, text }, view: { silence } }) => silence?.rest === undefined || Temporal.Instant.compare(silence.since, newSince) <= 0 ? []
    : [{ id: `rest begun ${silence.since}`, text: text('today.restBegun'), at: silence.since, place: 'family' }],
}

/** Records that were opened in an emergency, for who coordinates (L-10). */
const emergencies: Kind = {
  group: 'changed', shows: ['emergencies'],
  of: ({ reader, view }) => view.emergencies.filter(({ at }) => Temporal.Instant.compare(at, reader.newSince) > 0)
    .map(({ id, by, about, at }) => ({ id, text: reader.text('today.emergency', { name: by, about }), at, place: 'family' })),
}

const kinds: readonly Kind[] = [
  calls, otherMoments, lost, reflections, familyAsks, statements, safetyWords, ownActions, questions, timeAsked, meetings, toTell, planTalks, cardToRelease, acceptedInvitations, helpToSeek, answers, timeAwaited, planAnswers, cardAnswers, consentAnswers, invited, treatments, helpToChoose, ownQuestions, portOfEntry, evaluations,
  goalsWithoutScore, safeguards, lateActions, rests, endingConsents, joined, nowShared, news, restBegun, emergencies,
]

/** The parts of the page that ask something of the reader; what others do and what changed can wait until they look. */
export const asking: ReadonlySet<string> = new Set<TodayGroupValue>(['call', 'asked', 'review', 'ending'])

/** What stands on the page about one family, and which of its fields that shows. */
export type FamilyToday = { readonly items: readonly TodayItem[]; readonly shows: ReadonlySet<string> }

export const familyToday = (seen: Seen): FamilyToday => {
  const { reader, view: { id: familyId, name: familyName, zone } } = seen
  const isInPeace = reader.opened.head.peace !== undefined
  const told = kinds.filter(({ restsToo }) => !(isInPeace && restsToo === true)).map((kind) => ({ kind, lines: kind.of(seen) })).filter(({ lines }) => lines.length > 0)
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
    isOverdue: isOverdue ?? ((line.until !== undefined && line.until < today) || (line.before !== undefined && isOver(line.before, now))),
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
