import { nothingToDo, record, type Decision } from '@samenspel/kernel'
import { refuseFutureDay } from '../checks.ts'
import { recorded } from '../fact.ts'
import { findMember } from '../family/family.ts'
import { refuseUnlessCoordinatorOrSubstitute, todayOf } from '../people.ts'
import { refuse } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import type { SilenceCommand, SilenceEvent } from './events.ts'
import { isSilent, silences, statusAfterLoss } from './state.ts'

const contact = { category: 'contact' } as const
const ofCase = { subject: { kind: 'case' } } as const

/** Refusals: `not-coordinator`, `not-on-behalf`, `not-in-team`, `person-unknown`, `not-a-child`, `date-impossible`, `date-in-future`, `date-too-early`. */
export const decideSilence = (command: SilenceCommand, state: OpenCase): Decision<SilenceEvent> =>
  refuseUnlessCoordinatorOrSubstitute(command, state) ?? decideAsCoordinator(command, state)

const decideAsCoordinator = (command: SilenceCommand, state: OpenCase): Decision<SilenceEvent> => {
  switch (command.type) {
    case 'RecordLoss': return recordLoss(command, state)
    case 'TakeBackLoss': return takeBack(command, state)
    case 'ResumeMessages': return resume(command, state)
  }
}

const recordLoss = (command: Extract<SilenceCommand, { type: 'RecordLoss' }>, state: OpenCase): Decision<SilenceEvent> => {
  const { silenceId, memberId, on } = command
  const member = findMember(state.family, memberId)
  if (member === undefined || member.isErased === true) return refuse('person-unknown')
  const status = statusAfterLoss(member)
  if (status === undefined) return refuse('not-a-child')
  if (member.passed !== undefined) return nothingToDo
  const day = refuseFutureDay('on', on, todayOf(command, state))
  if (day !== undefined) return day
  if (on !== undefined && member.birthDate !== undefined && on < member.birthDate) return refuse('date-too-early', { field: 'on', earliest: member.birthDate })
  return record<SilenceEvent>(
    { type: 'MemberStatusRecorded', subject: member.subject, ...recorded(command), ...contact, memberId, status, ...(on !== undefined && { on }) },
    ...isSilent(state.family) || !silences(member) ? [] : [{ type: 'MessagesStopped', ...ofCase, ...recorded(command), silenceId } as const],
  )
}

/** A mistake is taken back whole: unless another loss stands, the family hears from us again. */
const takeBack = (command: Extract<SilenceCommand, { type: 'TakeBackLoss' }>, state: OpenCase): Decision<SilenceEvent> => {
  const member = findMember(state.family, command.memberId)
  if (member === undefined) return refuse('person-unknown')
  if (member.passed === undefined) return nothingToDo
  const others = !silences(member) || state.family.members.some((other) => other.memberId !== command.memberId && other.passed !== undefined && silences(other))
  return record<SilenceEvent>(
    { type: 'MemberStatusCorrected', subject: member.subject, ...recorded(command), ...contact, memberId: command.memberId },
    ...others ? [] : resumed(command, state),
  )
}

const resume = (command: Extract<SilenceCommand, { type: 'ResumeMessages' }>, state: OpenCase): Decision<SilenceEvent> => {
  const events = resumed(command, state)
  return events.length === 0 ? nothingToDo : record(...events)
}

const resumed = (command: SilenceCommand, { family: { silence } }: OpenCase): readonly SilenceEvent[] =>
  silence === undefined ? [] : [{ type: 'MessagesResumed', ...ofCase, ...recorded(command), silenceId: silence.silenceId }]
