/**
 * Proposals and their confirmation.
 *
 * Who must attend answers for themselves. When all agree, the calendars are asked to hold every part; `BundleConfirmed` is then the
 * one decision over all of them. Nothing here confirms a part alone.
 */
import { addDays, dayOf, isDate, nothingToDo, record, refuse, type Decision } from '@samenspel/kernel'
import type { Agenda } from '../state.ts'
import { firstRefusal, hasCome, hasDouble, refuseDate, refuseOthers } from '../checks.ts'
import { withOccurrences } from '../needs/recurring.ts'
import { askedFor, isAgreed, partsOf, proposalsWith } from '../statuses.ts'
import { ofTheCase, type Ask } from '../terms.ts'
import { refuseDraft } from './drafts.ts'
import type { ProposalDraft, ProposalsCommand, ProposalsEvent, ReleasedBecause, WantedHold, WithdrawnBecause } from './events.ts'
import { hasMargin, holdSeconds, later } from './holding.ts'
import { calendarsFor, type Appointment, type Proposal } from './state.ts'

type As<Type extends ProposalsCommand['type']> = Extract<ProposalsCommand, { readonly type: Type }>

/**
 * Refusals: of a draft those of `refuseDraft`; `proposal-empty`, `being-confirmed`, `unknown-proposal`, `proposal-withdrawn`, `proposal-released`,
 * `proposal-confirmed`, `not-asked`, `not-yourself`, `spoken-missing`, `spoken-yes-only`, `date-invalid`, `spoken-on-another-day`, `nobody-else-asked`, `in-the-past`, `already-begun`, `not-confirming`, `holds-missing`, `holds-too-short`.
 */
export const decideProposals = (command: ProposalsCommand, agenda: Agenda): Decision<ProposalsEvent> => {
  if (command.type === 'SendProposals') return send(command, agenda)
  const proposal = agenda.proposals.byId.get(command.proposalId)
  if (proposal === undefined) return refuse('unknown-proposal')
  switch (command.type) {
    case 'AnswerProposal': return answer(command, agenda, proposal)
    case 'WithdrawProposal': return withdraw(command, agenda, proposal)
    case 'ConfirmBundle': return confirm(command, agenda, proposal)
    case 'ReleaseBundle': return release(command, agenda, proposal)
  }
}

const send = (command: As<'SendProposals'>, agenda: Agenda): Decision<ProposalsEvent> => {
  const { proposals } = command
  if (proposals.length === 0) return refuse('proposal-empty')
  if (proposalsWith(agenda, 'confirming').length > 0) return refuse('being-confirmed')
  if (hasDouble(proposals.map(({ proposalId }) => proposalId))) return refuse('proposal-known')
  if (hasDouble(proposals.flatMap(({ parts }) => parts.map(({ appointmentId }) => appointmentId)))) return refuse('appointment-known')
  const from = dayOf(command.at, command.zone)
  const until = proposals.flatMap(({ parts }) => parts.map(({ date }) => date)).reduce((last, date) => date > last ? date : last, from)
  // Dates that don't exist are refused below.
  const known = isDate(until) ? withOccurrences(agenda, { from, until: addDays(until, lookedAhead) }) : agenda
  return firstRefusal(...proposals.map((draft) => () => refuseDraft(draft, known, command)))
    ?? record(...proposals.flatMap((draft) => sentFacts(command, draft, known)))
}

/** So many days after the last part: the next time could be due that much later than its place. */
const lookedAhead = 92

/** One fact per part, each under the subject of its need, so that nobody learns of another's appointment from a shared fact (C-06). */
const sentFacts = ({ by, at, adults }: As<'SendProposals'>, { parts, unplanned, ...head }: ProposalDraft, { needs }: Agenda): readonly ProposalsEvent[] => {
  const { proposalId } = head
  const subjectOf = (needId: string) => needs.byId.get(needId)?.subject ?? ofTheCase
  const attending = adults.filter((adult) => parts.some(({ attendees }) => attendees.includes(adult)))
  return [
    { type: 'ProposalSent', subject: ofTheCase, by, at, ...head },
    ...parts.map((part) => ({
      type: 'ProposalPartSent', subject: subjectOf(part.needId), by, at, proposalId, ...part,
      // Where only the child has to be there, the adults are asked for their child.
      asked: attending.length === 0 ? adults : attending.filter((adult) => part.attendees.includes(adult)),
    } as const)),
    ...unplanned.map((need) => ({ type: 'ProposalNeedUnplanned', subject: subjectOf(need.needId), by, at, proposalId, ...need } as const)),
  ]
}

const answer = (command: As<'AnswerProposal'>, agenda: Agenda, proposal: Proposal): Decision<ProposalsEvent> => {
  const { by, at, zone, proposalId, person } = command
  const { status } = proposal.progress
  if (status === 'withdrawn' || status === 'released') return refuse(`proposal-${status}`)
  const parts = partsOf(agenda, proposalId)
  const asked = askedFor(parts)
  if (!asked.includes(person)) return refuse('not-asked')
  const notTheirs = refuseOthers(command, person) ?? refuseSpoken(command, proposal)
  if (notTheirs !== undefined) return notTheirs
  if (proposal.answers.get(person)?.answer === command.answer) return nothingToDo
  if (status === 'confirmed') return refuse('proposal-confirmed')
  if (status === 'confirming') return refuse('being-confirmed')
  if (command.answer !== 'otherMoment' && parts.some(({ date, start }) => hasCome(date, start, zone, at))) return refuse('in-the-past')
  if (command.answer !== 'otherMoment' && parts.some((part) => replacesWhatHasBegun(part, agenda, command))) return refuse('already-begun')
  if (command.answer === 'letOtherAnswer' && asked.length === 1) return refuse('nobody-else-asked')

  const answered = { ...proposal, answers: new Map(proposal.answers).set(person, { answer: command.answer, at, by }) }
  const starts = isAgreed(agenda, answered) && proposalsWith(agenda, 'confirming').length === 0
  return record<ProposalsEvent>(
    { type: 'AnswerGiven', subject: { kind: 'adult', person }, by, at, proposalId, person, answer: command.answer, ...(command.spoken !== undefined && { spoken: command.spoken }) },
    ...(starts ? [started(command, proposal)] : []),
  )
}

/** Once the appointment that it takes the place of has begun, nobody can move it any more. */
const replacesWhatHasBegun = ({ insteadOf }: Appointment, agenda: Agenda, { zone, at }: As<'AnswerProposal'>): boolean => {
  const former = insteadOf === undefined ? undefined : agenda.proposals.appointments.get(insteadOf)
  return former?.course.kind === 'as-planned' && hasCome(former.date, former.start, zone, at)
}

/**
 * What a professional types in for somebody was said by that somebody, in a way and on a day: not before it was proposed, not in the
 * future. Only a yes: another moment is a conversation, and letting the other answer is a choice of the app.
 */
const refuseSpoken = ({ by, at, zone, person, answer: given, spoken }: As<'AnswerProposal'>, proposal: Proposal) => {
  if (spoken === undefined) return by.person === person ? undefined : refuse('spoken-missing')
  if (by.person === person) return refuse('request-invalid')
  if (given !== 'yes') return refuse('spoken-yes-only')
  return refuseDate('on', spoken.on) ?? (spoken.on < dayOf(proposal.at, zone) || spoken.on > dayOf(at, zone) ? refuse('spoken-on-another-day') : undefined)
}

const started = ({ by, at }: Ask, { proposalId }: Proposal): ProposalsEvent =>
  ({ type: 'ConfirmationStarted', subject: ofTheCase, by, at, proposalId, expiresAt: later(at, holdSeconds) })

const withdraw = (command: As<'WithdrawProposal'>, agenda: Agenda, proposal: Proposal): Decision<ProposalsEvent> => {
  switch (proposal.progress.status) {
    case 'withdrawn':
    case 'released':
      return nothingToDo
    case 'confirmed':
      return refuse('proposal-confirmed')
    case 'sent':
      return record(withdrawn(command, proposal, 'withdrawn'))
    case 'confirming':
      return record(withdrawn(command, proposal, 'withdrawn'), ...nextAgreed(command, agenda, proposal))
  }
}

/** That a proposal is no longer asked. */
export const withdrawn = ({ by, at }: Ask, { proposalId }: Proposal, because: WithdrawnBecause): ProposalsEvent =>
  ({ type: 'ProposalWithdrawn', subject: ofTheCase, by, at, proposalId, because })

/** When one proposal can't be had, another one that everybody agreed to meanwhile takes its turn. */
const nextAgreed = (ask: Ask, agenda: Agenda, ended: Proposal): readonly ProposalsEvent[] => {
  const next = proposalsWith(agenda, 'sent').find((proposal) => proposal.proposalId !== ended.proposalId && isAgreed(agenda, proposal))
  return next === undefined ? [] : [started(ask, next)]
}

const confirm = (command: As<'ConfirmBundle'>, agenda: Agenda, proposal: Proposal): Decision<ProposalsEvent> => {
  const { by, at, proposalId } = command
  const { progress } = proposal
  if (progress.status === 'confirmed') return nothingToDo
  if (progress.status !== 'confirming') return refuse('not-confirming')
  if (!wantedHolds(agenda, proposal).every((wanted) => command.held.some((hold) => isSameHold(hold, wanted)))) return refuse('holds-missing')
  if (!hasMargin(progress.expiresAt, at)) return refuse('holds-too-short')
  const others = proposalsWith(agenda, 'sent')
  return record(
    { type: 'BundleConfirmed', subject: ofTheCase, by, at, proposalId },
    ...others.map((other) => withdrawn(command, other, 'other-confirmed')),
  )
}

/** Every time that a proposal needs, in the calendar of each professional and of the room. */
export const wantedHolds = (agenda: Agenda, { proposalId }: Pick<Proposal, 'proposalId'>): readonly WantedHold[] =>
  partsOf(agenda, proposalId).flatMap((part) => calendarsFor(part).map((practitioner) => ({ appointmentId: part.appointmentId, practitioner })))

const isSameHold = (a: WantedHold, b: WantedHold): boolean => a.appointmentId === b.appointmentId && a.practitioner === b.practitioner

/** Lets several proposals go at once, also such as were only sent; then one that was agreed meanwhile takes the turn of what was being confirmed. */
export const releaseAll = ({ by, at }: Ask, agenda: Agenda, proposals: readonly Proposal[], because: ReleasedBecause): readonly ProposalsEvent[] => {
  const goes = new Set(proposals.map(({ proposalId }) => proposalId))
  const next = !proposals.some(({ progress }) => progress.status === 'confirming') ? undefined
    : proposalsWith(agenda, 'sent').find((proposal) => !goes.has(proposal.proposalId) && isAgreed(agenda, proposal))
  return [
    ...proposals.map(({ proposalId }): ProposalsEvent => ({ type: 'BundleReleased', subject: ofTheCase, by, at, proposalId, because })),
    ...(next === undefined ? [] : [started({ by, at }, next)]),
  ]
}

const release = (command: As<'ReleaseBundle'>, agenda: Agenda, proposal: Proposal): Decision<ProposalsEvent> => {
  const { by, at, proposalId, because } = command
  switch (proposal.progress.status) {
    case 'released':
    case 'withdrawn':
      return nothingToDo
    case 'confirmed':
      return refuse('proposal-confirmed')
    case 'sent':
      return refuse('not-confirming')
    case 'confirming':
      return record<ProposalsEvent>({ type: 'BundleReleased', subject: ofTheCase, by, at, proposalId, because }, ...nextAgreed(command, agenda, proposal))
  }
}
