import type { IsoDate, IsoInstant, PersonId } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import type { OverloadChoice, OverloadEvent } from './events.ts'

export type OverloadSignal = Labelled & {
  readonly signalId: string
  readonly choice: OverloadChoice
  readonly words?: string
  /** Who calls, and before when. */
  readonly caller: PersonId
  readonly callBy: IsoInstant
  readonly isPassedToSubstitute: boolean
  readonly answeredAt?: IsoInstant
}

export type ReflectionAnswer = Labelled & { readonly answerId: string; readonly promptId: string; readonly text: string }

/** A calm question to the team: what may have happened in this family? */
export type ReflectionPrompt = Labelled & {
  readonly promptId: string
  readonly because: 'late-cancellations'
  readonly answers: readonly ReflectionAnswer[]
  readonly closedAt?: IsoInstant
}

export type LateCancellation = {
  readonly appointmentId: string
  readonly on: IsoDate
  /** The prompt that it led to, or that was open already: it never leads to another. */
  readonly heardBy?: string
}

export type Overload = {
  readonly signals: readonly OverloadSignal[]
  readonly prompts: readonly ReflectionPrompt[]
  /** Only to decide when to ask; never shown, never a count. */
  readonly lateCancellations: readonly LateCancellation[]
}

export const noOverload: Overload = { signals: [], prompts: [], lateCancellations: [] }

export const evolveOverload = (overload: Overload, event: OverloadEvent): Overload => {
  switch (event.type) {
    case 'TooMuchSignalled':
      return { ...overload, signals: [...overload.signals, { ...entryOf(event), isPassedToSubstitute: false }] }
    case 'SignalPassedToSubstitute':
      return changeSignal(overload, event.signalId, { isPassedToSubstitute: true, caller: event.caller, callBy: event.callBy })
    case 'SignalAnswered':
      return changeSignal(overload, event.signalId, { answeredAt: event.at })
    case 'LateCancellationNoted':
      return {
        ...overload,
        lateCancellations: [...overload.lateCancellations, { appointmentId: event.appointmentId, on: event.on, ...heard(openPrompt(overload)?.promptId) }],
      }
    case 'ReflectionPromptOpened':
      return {
        ...overload,
        prompts: [...overload.prompts, { ...entryOf(event), answers: [] }],
        lateCancellations: overload.lateCancellations.map((cancellation) => ({ ...heard(event.promptId), ...cancellation })),
      }
    case 'LateCancellationWithdrawn':
      return {
        ...overload,
        prompts: overload.prompts.filter(({ promptId }) => promptId !== event.promptId),
        lateCancellations: overload.lateCancellations.filter(({ appointmentId }) => appointmentId !== event.appointmentId)
          .map(({ appointmentId, on, heardBy }) => ({ appointmentId, on, ...heard(heardBy === event.promptId ? undefined : heardBy) })),
      }
    case 'ReflectionAnswered':
      return {
        ...overload,
        prompts: overload.prompts.map((prompt) => prompt.promptId === event.promptId ? { ...prompt, answers: [...prompt.answers, entryOf(event)] } : prompt),
      }
    case 'ReflectionPromptClosed':
      return { ...overload, prompts: overload.prompts.map((prompt) => prompt.promptId === event.promptId ? { ...prompt, closedAt: event.at } : prompt) }
  }
}

const heard = (promptId: string | undefined): Pick<LateCancellation, 'heardBy'> => promptId === undefined ? {} : { heardBy: promptId }

const changeSignal = (overload: Overload, signalId: string, change: Partial<OverloadSignal>): Overload =>
  ({ ...overload, signals: overload.signals.map((signal) => signal.signalId === signalId ? { ...signal, ...change } : signal) })

export const openPrompt = (overload: Overload): ReflectionPrompt | undefined => overload.prompts.find(({ closedAt }) => closedAt === undefined)

/** Whether reminders to the family wait: as long as a parent's signal has no answer. */
export const remindersPaused = (overload: Overload): boolean => overload.signals.some(({ answeredAt }) => answeredAt === undefined)
