import { nothingToDo, record, relation, type Decider, type Decision } from '@samenspel/kernel'
import { areKnownSignals, type Ticked } from '../checklist.ts'
import { ofTheCase, recorded, refuseUnlessSpecialist } from '../fact.ts'
import { aboutAdult, aboutChild, keptChild, keptParent, keptReferrer, refuseChild, refuseChoice, refuseParents, refusePastDay, refuseReferrer, refuseTexts, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import { channels, outcomes, urgencies, type NewReferral, type ReferralCommand, type ReferralEvent, type Story } from './events.ts'
import { aboutReferral, evolveErasedReferral, evolveReferral, mayTellReferrer, type Referral } from './state.ts'

type As<Type extends ReferralCommand['type']> = Extract<ReferralCommand, { readonly type: Type }>

const decide = (command: ReferralCommand, referral: Referral | undefined): Decision<ReferralEvent> => {
  if (command.type === 'ReceiveReferral') return referral === undefined ? receive(command) : refuse('id-in-use')
  if (referral === undefined) return refuse('referral-unknown')
  if (command.type === 'ReopenReferral') return reopen(command, referral)
  // What the family says about feedback, and the feedback itself, also comes after triage ended.
  if (command.type === 'NoteFeedbackWord') return noteWord(command, referral)
  if (command.type === 'GiveFeedback') return giveFeedback(command, referral)
  if (command.type === 'NoteFirstTalk') return noteTalk(command, referral)
  if (referral.closed !== undefined) return refuse('referral-closed')
  switch (command.type) {
    case 'TakeUpReferral':
      return referral.takenUp?.by === command.by.person ? nothingToDo : record({ type: 'ReferralTakenUp', subject: ofTheCase, ...recorded(command) })
    case 'GiveOpinion':
      return refuseUnlessSpecialist(command) ?? (referral.opinions.some(({ opinionId }) => opinionId === command.opinionId) ? refuse('id-in-use') : undefined) ?? refuseTexts({ text: command.text }) ??
        record({ type: 'OpinionGiven', subject: aboutReferral(referral), ...recorded(command), opinionId: command.opinionId, text: command.text })
    case 'CloseReferral':
      return close(command, referral)
  }
}

/** One referral, from the moment it came. Who may work on it, and that they work for who received it, is for the gate. */
export const referral: Decider<Referral | undefined, ReferralCommand, ReferralEvent> = { initial: undefined, evolve: evolveReferral, evolveErased: evolveErasedReferral, decide }

const receive = (command: As<'ReceiveReferral'>): Decision<ReferralEvent> => {
  const { organisation, jurisdiction, channel, urgency, referrer, child, parents, ticked, family, story, urgencyReason } = command
  const today = todayOf(command.at, jurisdiction)
  const objection = refuseChoice('jurisdiction', jurisdiction, ['NL', 'BE']) ?? refuseChoice('channel', channel, channels) ?? refuseChoice('urgency', urgency, urgencies) ??
    refuseReferrer(referrer) ?? refuseParents(parents, today) ?? refuseChild(child, parents, today) ?? refuseTicked(command) ?? refuseTexts({ family, story, urgencyReason }) ??
    (urgency !== 'ordinary' && urgencyReason === undefined ? refuse('urgency-reason-missing') : undefined)
  if (objection !== undefined) return objection
  const about = aboutChild(child)
  const told: Story = { ...(family !== undefined && { family }), ...(story !== undefined && { story }), ...(urgencyReason !== undefined && { urgencyReason }) }
  return record<ReferralEvent>(
    { type: 'ReferralReceived', subject: ofTheCase, ...recorded(command), organisation, jurisdiction, channel, urgency },
    { type: 'ReferrerNoted', subject: aboutAdult(referrer.person), ...recorded(command), ...keptReferrer(referrer) },
    ...parents.map((parent): ReferralEvent => ({ type: 'ParentReferred', subject: aboutAdult(parent.person), ...recorded(command), ...keptParent(parent) })),
    { type: 'ChildReferred', subject: about, ...recorded(command), ...keptChild(child) },
    ...ticked.filter(({ signals }) => signals.length > 0).flatMap((one) => fillings(command, one)),
    ...(Object.keys(told).length === 0 ? [] : [{ type: 'StoryTold', subject: about, ...recorded(command), ...told } satisfies ReferralEvent]),
  )
}

const refuseTicked = ({ ticked, parents }: NewReferral): Objection => {
  for (const one of ticked) {
    if (!areKnownSignals(one)) return refuse('choice-unknown', { field: 'signals' })
    if (one.about !== undefined && !parents.some(({ person }) => person === one.about)) return refuse('person-unknown', { field: 'signals' })
  }
  return undefined
}

/** What is about two parents is two facts, each in the record of one (C-06). */
const fillings = (command: As<'ReceiveReferral'>, { group, about, signals }: Ticked): readonly ReferralEvent[] => {
  const { child, parents } = command
  const of = parents.filter(({ person }) => about === undefined || person === about)
  const filled = { type: 'ChecklistFilled', ...recorded(command), group, signals: [...new Set(signals)] } as const
  switch (group) {
    case 'child': return [{ ...filled, subject: aboutChild(child) }]
    // A pregnancy has no surroundings or bond of its own yet: it is the record of who carries it.
    case 'surroundings': return [{ ...filled, subject: child.carriedBy === undefined ? { kind: 'surroundings', person: child.person } : aboutChild(child) }]
    case 'relation': return child.carriedBy === undefined ? of.map(({ person }) => ({ ...filled, subject: relation(child.person, person) })) : [{ ...filled, subject: aboutChild(child) }]
    case 'parents': return of.map(({ person }) => ({ ...filled, subject: aboutAdult(person) }))
  }
}

/** Triage ends with the opinion of a specialist, however it ends (K-02). */
const close = (command: As<'CloseReferral'>, referral: Referral): Decision<ReferralEvent> => {
  const { outcome, words } = command
  const objection = refuseUnlessSpecialist(command) ?? refuseChoice('outcome', outcome, outcomes) ?? (referral.opinions.length === 0 ? refuse('opinion-missing') : undefined) ??
    (outcome === 'caseStarted' ? undefined : words === undefined ? refuse('text-empty', { field: 'words' }) : undefined) ?? refuseTexts({ words })
  if (objection !== undefined) return objection
  return record<ReferralEvent>(
    ...(referral.takenUp === undefined ? [{ type: 'ReferralTakenUp', subject: ofTheCase, ...recorded(command) } satisfies ReferralEvent] : []),
    { type: 'ReferralClosed', subject: ofTheCase, ...recorded(command), outcome },
    ...(words === undefined ? [] : [{ type: 'OutcomeExplained', subject: aboutReferral(referral), ...recorded(command), text: words } satisfies ReferralEvent]),
  )
}

const reopen = (command: As<'ReopenReferral'>, { closed }: Referral): Decision<ReferralEvent> =>
  closed === undefined ? refuse('referral-not-closed') : closed.outcome === 'caseStarted' ? refuse('case-started') : record({ type: 'ReferralReopened', subject: ofTheCase, ...recorded(command) })

const noteTalk = (command: As<'NoteFirstTalk'>, { jurisdiction, at, firstTalkOn }: Referral): Decision<ReferralEvent> => {
  const received = todayOf(at, jurisdiction)
  const objection = refusePastDay('on', command.on, todayOf(command.at, jurisdiction)) ?? (command.on < received ? refuse('date-too-early', { field: 'on', earliest: received }) : undefined)
  return objection ?? (firstTalkOn === command.on ? nothingToDo : record({ type: 'FirstTalkNoted', subject: ofTheCase, ...recorded(command), on: command.on }))
}

const noteWord = (command: As<'NoteFeedbackWord'>, { parents, jurisdiction }: Referral): Decision<ReferralEvent> => {
  const { person, agreed, how, on } = command
  if (!parents.some((parent) => parent.person === person)) return refuse('person-unknown')
  return refuseTexts({ how }) ?? refusePastDay('on', on, todayOf(command.at, jurisdiction)) ?? record({ type: 'FeedbackWordNoted', subject: aboutAdult(person), ...recorded(command), agreed, how, on })
}

const giveFeedback = (command: As<'GiveFeedback'>, referral: Referral): Decision<ReferralEvent> => {
  if (!mayTellReferrer(referral)) return refuse('feedback-without-consent')
  if (referral.feedback?.feedbackId === command.feedbackId) return refuse('id-in-use')
  return refuseTexts({ text: command.text }) ?? record({ type: 'FeedbackGiven', subject: aboutReferral(referral), ...recorded(command), feedbackId: command.feedbackId, text: command.text })
}
