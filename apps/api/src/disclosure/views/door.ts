/** What came in at the front door, as those who received it read it. */
import { mayTellReferrer, openQuestions, waitFor, type Consultation, type ConsultationOutcome, type ReferredChild, type ReferredParent, type Referrer, type Wait } from '@samenspel/front-door'
import { ageInWords, pregnancyInWords } from '@samenspel/intl'
import { viewText } from '@samenspel/intl/views'
import { compareTexts, dayOf, zoneOf, type Id, type IsoDate, type IsoInstant, type PersonId, type Subject } from '@samenspel/kernel'
import type * as Views from '../../graphql/types/front-door.ts'
import type { Directory } from '../case-record.ts'
import type { Asking } from '../viewer.ts'
import type { Opened, OpenedEntry, OpenedReferral } from '../door-desk.ts'

/** How people name it to each other: the beginning of its id, which tells nothing. */
export const codeOf = (id: Id): string => id.slice(0, 6).toUpperCase()

export const waitView = ({ since, target, days, isLate, endedOn }: Wait): Views.DoorWait => ({ since, target, days, isLate, ...(endedOn !== undefined && { endedOn }) })

/** First what can't wait, then what is nearest to its target. */
const urgencyOrder = { urgent: 0, soon: 1, ordinary: 2 } as const
export const firstFirst = (a: Views.DoorItem, b: Views.DoorItem): number =>
  Number(a.wait.endedOn !== undefined) - Number(b.wait.endedOn !== undefined) || urgencyOrder[a.urgency] - urgencyOrder[b.urgency] || compareTexts(a.wait.target, b.wait.target) || compareTexts(a.receivedAt, b.receivedAt)

export const itemView = ({ actor, session: { language } }: Asking, { practitioner }: Pick<Directory, 'practitioner'>, { kind, id, state }: OpenedEntry, now: IsoInstant): Views.DoorItem => {
  const zone = zoneOf(state.jurisdiction)
  const today = dayOf(now, zone)
  const { takenUp, closed } = state
  const sender = kind === 'referral' ? state.referrer : state.asker
  const about = kind === 'referral' ? ageOf(state.child, language, today) : ageOfMonths(state.questions[0]?.ageMonths, language, today) ?? ageOf(state.named?.child, language, today)
  const open = kind === 'consultation' ? openQuestions(state) : []
  const lastAnswer = kind === 'consultation' ? state.questions.at(-1)?.answer : undefined
  const closedOn = closed === undefined ? undefined : dayOf(closed.at, zone)
  const wait = kind === 'referral'
    ? waitFor('firstTalk', state.jurisdiction, state.at, today, state.firstTalkOn ?? closedOn)
    : waitFor('answer', state.jurisdiction, open[0]?.at ?? state.questions.at(-1)?.at ?? state.at, today, open.length > 0 ? undefined : lastAnswer === undefined ? closedOn : dayOf(lastAnswer.at, zone))
  const by = takenUp === undefined ? undefined : practitioner(takenUp.by)?.name ?? viewText(language)('somebody')
  return {
    id, kind, code: codeOf(id), receivedAt: state.at, channel: state.channel, urgency: kind === 'referral' ? state.urgency : 'ordinary', ...(about !== undefined && { about }),
    ...(sender !== undefined && { fromDiscipline: sender.discipline, fromOrganisation: sender.organisation }), wait: waitView(wait), ...(by !== undefined && { takenUpBy: by }), isMine: takenUp?.by === actor.person,
    openQuestions: open.length, isNamed: kind === 'referral' || state.named !== undefined, hasOpinion: kind === 'referral' && state.opinions.length > 0, isClosed: closed !== undefined,
    ...(kind === 'referral' && state.closed !== undefined && { outcome: state.closed.outcome, ...(state.closed.outcome === 'caseStarted' && { familyId: id }) }),
  }
}

const ageOf = (child: ReferredChild | undefined, language: 'nl' | 'en', today: IsoDate): string | undefined =>
  child?.birthDate !== undefined ? ageInWords(language, child.birthDate, today) : child?.dueDate === undefined ? undefined : pregnancyInWords(language, child.dueDate, today)

const ageOfMonths = (months: number | undefined, language: 'nl' | 'en', today: IsoDate): string | undefined => months === undefined ? undefined :
  months < 0 ? pregnancyInWords(language, Temporal.PlainDate.from(today).add({ months: -months }).toString(), today) : ageInWords(language, Temporal.PlainDate.from(today).subtract({ months }).toString(), today)

const senderView = ({ name, discipline, organisation, reach }: Referrer): Views.DoorSender => ({ name, discipline, organisation, reach })

const childView = (child: ReferredChild, language: 'nl' | 'en', today: IsoDate): Views.DoorChild => {
  const { firstName, birthDate, dueDate, carriedBy } = child
  const age = ageOf(child, language, today)
  return { isUnborn: carriedBy !== undefined, ...(firstName !== undefined && { firstName }), ...(birthDate !== undefined && { birthDate }), ...(dueDate !== undefined && { dueDate }), ...(age !== undefined && { age }) }
}

const parentView = ({ person, role, firstName, name, reach, agrees, toldOn }: ReferredParent): Views.DoorParent =>
  ({ id: person, role, firstName, agrees, ...(name !== undefined && { name }), ...(reach !== undefined && { reach }), ...(toldOn !== undefined && { toldOn }) })

export const referralView = (asking: Asking, directory: Directory, entry: OpenedReferral, now: IsoInstant): Views.Referral => {
  const { id, state } = entry
  const { session: { language } } = asking
  const today = dayOf(now, zoneOf(state.jurisdiction))
  const nameOf = (person: PersonId): string => directory.practitioner(person)?.name ?? viewText(language)('somebody')
  const parentOf = (subject: Subject): string | undefined => {
    const people = subject.kind === 'relation' ? subject.persons : subject.kind === 'adult' ? [subject.person] : []
    return state.parents.find(({ person }) => people.includes(person))?.firstName
  }
  const { story: { family, story, urgencyReason }, feedback, closed } = state
  return {
    id, item: itemView(asking, directory, entry, now), ...(state.referrer !== undefined && { referrer: senderView(state.referrer) }), ...(state.child !== undefined && { child: childView(state.child, language, today) }),
    parents: state.parents.map((parent) => {
      const word = state.feedbackWords.get(parent.person)
      return { ...parentView(parent), ...(word !== undefined && { feedbackWord: { agreed: word.agreed, ...(word.noted !== undefined && { how: word.noted.how, on: word.noted.on }) } }) }
    }),
    ticked: state.ticked.map(({ group, signals, subject }) => { const about = parentOf(subject); return { group, signals, ...(about !== undefined && { about }) } }),
    ...(family !== undefined && { family }), ...(story !== undefined && { story }), ...(urgencyReason !== undefined && { urgencyReason }),
    opinions: state.opinions.map(({ opinionId, text, by, at }) => ({ id: opinionId, text, by: nameOf(by.person), at })), ...(state.firstTalkOn !== undefined && { firstTalkOn: state.firstTalkOn }),
    ...(feedback !== undefined && { feedback: { id: feedback.feedbackId, text: feedback.text, by: nameOf(feedback.by.person), at: feedback.at } }), mayTellReferrer: mayTellReferrer(state),
    ...(closed !== undefined && { end: { outcome: closed.outcome, by: nameOf(closed.by.person), at: closed.at, ...(closed.words !== undefined && { words: closed.words }) } }),
  }
}

export const consultationView = (asking: Asking, directory: Directory, entry: Opened<'consultation', Consultation>, now: IsoInstant): Views.Consultation => {
  const { id, state } = entry
  const { session: { language } } = asking
  const today = dayOf(now, zoneOf(state.jurisdiction))
  const nameOf = (person: PersonId): string => directory.practitioner(person)?.name ?? viewText(language)('somebody')
  const outcome: ConsultationOutcome | undefined = state.closed?.outcome
  return {
    id, item: itemView(asking, directory, entry, now), ...(state.asker !== undefined && { asker: senderView(state.asker) }),
    questions: state.questions.map(({ questionId, text, at, answer }) => ({ id: questionId, text, at, ...(answer !== undefined && { answer: { id: answer.answerId, text: answer.text, by: nameOf(answer.by.person), at: answer.at } }) })),
    ...(state.named?.child !== undefined && { child: childView(state.named.child, language, today) }),
    parents: (state.named?.parents ?? []).map(({ consent, ...parent }) => ({ ...parentView(parent), ...(consent !== undefined && { consent: `${consent.how} (${consent.askedBy}, ${consent.on})` }) })),
    ...(outcome !== undefined && { outcome }),
  }
}
