import { daysBetween, nothingToDo, record, zoneOf, type Decision, type PersonId } from '@samenspel/kernel'
import { isCoachOn, substituteOn } from '../care-team/state.ts'
import { refuseChoice, refuseFutureDay, refuseTexts } from '../checks.ts'
import { recorded } from '../fact.ts'
import { isCoordinating, refuseUnlessCoordinatorOrSubstitute, refuseUnlessInTeam, refuseUnlessParent, refuseUnlessRule, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { overloadChoices, type OverloadCommand, type OverloadEvent } from './events.ts'
import { callBy } from './working-hours.ts'

/**
 * The label of what is recorded here: how a family carries its life. A signal is in the parent's own record, so the coordinator
 * reads it by that parent's consent.
 *
 * A prompt and its answers have the subject `case`: nobody's record, so the portal has nothing to show, and no colleague reads
 * along by consent for the child. Whom it is addressed to (`promptReaders`) is all that opens it: the coordinator, the
 * substitute and the coach of the group.
 */
const social = { category: 'social' } as const
const ofCase = { subject: { kind: 'case' } } as const

export const decideOverload = (command: OverloadCommand, state: OpenCase): Decision<OverloadEvent> => {
  switch (command.type) {
    case 'SignalTooMuch': return decideSignal(command, state)
    case 'PassSignalToSubstitute': return decidePassing(command, state)
    case 'AnswerSignal': return decideAnswer(command, state)
    case 'NoteLateCancellation': return decideLateCancellation(command, state)
    case 'WithdrawLateCancellation': return decideWithdrawal(command, state)
    case 'AnswerReflection':
    case 'CloseReflectionPrompt': return decideReflection(command, state)
  }
}

// ── It is too much now

const decideSignal = (command: Extract<OverloadCommand, { type: 'SignalTooMuch' }>, state: OpenCase): Decision<OverloadEvent> => {
  const { by, signalId, choice, words, closingDays } = command
  const { signals } = state.overload
  const objection = refuseUnlessParent(command, state) ?? refuseChoice('choice', choice, overloadChoices) ?? refuseTexts({ words })
  if (objection !== undefined) return objection
  if (signals.some((signal) => signal.signalId === signalId)) return refuse('id-in-use')
  // Pressing again while somebody is about to call is understood; new words are kept.
  const isSaid = signals.some((signal) => signal.answeredAt === undefined && signal.by.person === by.person && signal.choice === choice &&
    (words === undefined || words === signal.words))
  if (isSaid) return nothingToDo
  return record({
    type: 'TooMuchSignalled', subject: { kind: 'adult', person: by.person }, ...recorded(command), ...social, signalId, choice, ...(words !== undefined && { words }),
    callBy: callBy(command.at, zoneOf(state.family.jurisdiction), closingDays), caller: state.careTeam.coordinator!,
  })
}

const decidePassing = (command: Extract<OverloadCommand, { type: 'PassSignalToSubstitute' }>, state: OpenCase): Decision<OverloadEvent> => {
  const { signalId, closingDays } = command
  const signal = state.overload.signals.find((candidate) => candidate.signalId === signalId)
  const objection = refuseUnlessRule(command)
  if (objection !== undefined) return objection
  if (signal === undefined) return refuse('signal-unknown')
  if (signal.answeredAt !== undefined || signal.isPassedToSubstitute) return nothingToDo
  if (Temporal.Instant.compare(command.at, signal.callBy) <= 0) return refuse('too-early', { callBy: signal.callBy })
  const substitute = substituteOn(state.careTeam, todayOf(command, state))
  if (substitute === undefined) return refuse('no-substitute')
  return record({
    type: 'SignalPassedToSubstitute', subject: signal.subject, ...recorded(command), ...social, signalId,
    callBy: callBy(command.at, zoneOf(state.family.jurisdiction), closingDays), caller: substitute,
  })
}

const decideAnswer = (command: Extract<OverloadCommand, { type: 'AnswerSignal' }>, state: OpenCase): Decision<OverloadEvent> => {
  const signal = state.overload.signals.find(({ signalId }) => signalId === command.signalId)
  if (signal === undefined) return refuse('signal-unknown')
  const { person } = command.by
  const objection = refuseUnlessInTeam(command, state) ?? (person === signal.caller || isCoordinating(person, command, state) ? undefined : refuse('not-the-caller'))
  if (objection !== undefined) return objection
  return signal.answeredAt !== undefined ? nothingToDo :
    record({ type: 'SignalAnswered', subject: signal.subject, ...recorded(command), ...social, signalId: signal.signalId })
}

// ── Late cancellations

/** Two late cancellations within this many days lead to a question; six weeks. */
export const daysToRemember = 42

const decideLateCancellation = (command: Extract<OverloadCommand, { type: 'NoteLateCancellation' }>, state: OpenCase): Decision<OverloadEvent> => {
  const { appointmentId, on, promptId } = command
  const { lateCancellations, prompts } = state.overload
  const objection = refuseUnlessRule(command) ?? refuseFutureDay('on', on, todayOf(command, state))
  if (objection !== undefined) return objection
  if (lateCancellations.some((earlier) => earlier.appointmentId === appointmentId)) return nothingToDo
  const noted = { type: 'LateCancellationNoted', ...ofCase, ...recorded(command), appointmentId, on } as const
  // What is cancelled while a prompt is open is heard by that one, so a second can't open beside it.
  const isSecond = lateCancellations.some((earlier) => earlier.heardBy === undefined && Math.abs(daysBetween(earlier.on, on)) <= daysToRemember)
  if (!isSecond) return record(noted)
  if (prompts.some((prompt) => prompt.promptId === promptId)) return refuse('id-in-use')
  return record<OverloadEvent>(noted, { type: 'ReflectionPromptOpened', ...ofCase, ...recorded(command), ...social, promptId, because: 'late-cancellations' })
}

/** A question that would not have been asked without it, and that nobody answered, was never asked. */
const decideWithdrawal = (command: Extract<OverloadCommand, { type: 'WithdrawLateCancellation' }>, { overload: { lateCancellations, prompts } }: OpenCase): Decision<OverloadEvent> => {
  const { appointmentId } = command
  const objection = refuseUnlessRule(command)
  if (objection !== undefined) return objection
  const noted = lateCancellations.find((one) => one.appointmentId === appointmentId)
  if (noted === undefined) return nothingToDo
  const prompt = prompts.find(({ promptId, answers, closedAt }) => promptId === noted.heardBy && answers.length === 0 && closedAt === undefined)
  const others = lateCancellations.filter((one) => one !== noted && one.heardBy === prompt?.promptId)
  const stillAsks = others.some((one, index) => others.slice(index + 1).some((other) => Math.abs(daysBetween(one.on, other.on)) <= daysToRemember))
  return record({ type: 'LateCancellationWithdrawn', ...ofCase, ...recorded(command), appointmentId, ...(prompt !== undefined && !stillAsks && { promptId: prompt.promptId }) })
}

const decideReflection = (command: Extract<OverloadCommand, { type: 'AnswerReflection' | 'CloseReflectionPrompt' }>, state: OpenCase): Decision<OverloadEvent> => {
  const prompt = state.overload.prompts.find(({ promptId }) => promptId === command.promptId)
  if (command.type === 'CloseReflectionPrompt') {
    const objection = refuseUnlessCoordinatorOrSubstitute(command, state)
    if (objection !== undefined) return objection
    if (prompt === undefined) return refuse('prompt-unknown')
    return prompt.closedAt !== undefined ? nothingToDo :
      record({ type: 'ReflectionPromptClosed', ...ofCase, ...recorded(command), ...social, promptId: prompt.promptId })
  }
  const { answerId, text } = command
  const objection = refuseUnlessAsked(command, state) ?? refuseTexts({ text })
  if (objection !== undefined) return objection
  if (prompt === undefined) return refuse('prompt-unknown')
  if (prompt.closedAt !== undefined) return refuse('prompt-closed')
  if (state.overload.prompts.some(({ answers }) => answers.some((answer) => answer.answerId === answerId))) return refuse('id-in-use')
  return record({ type: 'ReflectionAnswered', ...ofCase, ...recorded(command), ...social, answerId, promptId: prompt.promptId, text })
}

const refuseUnlessAsked = (command: OverloadCommand, state: OpenCase): Objection =>
  refuseUnlessInTeam(command, state) ??
  (isCoordinating(command.by.person, command, state) || isCoachOn(state.careTeam, command.by.person, todayOf(command, state)) ? undefined : refuse('not-asked'))

/** To whom a prompt is addressed. Whether their place in the team lasts is for the rules of access. */
export const promptReaders = ({ careTeam }: OpenCase): readonly PersonId[] => [...new Set([
  ...[careTeam.coordinator, careTeam.substitute].filter((person) => person !== undefined),
  ...careTeam.members.filter(({ isCoach }) => isCoach).map(({ practitionerId }) => practitionerId),
])]

