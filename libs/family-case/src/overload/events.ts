/** Overload: a parent says that it is too much now, and late cancellations are heard as a question, never counted against anyone. */
import type { Category, IsoDate, IsoInstant, PersonId } from '@samenspel/kernel'
import type { Fact, Request } from '../fact.ts'

export const overloadChoices = ['callMe', 'pauseAppointments', 'fewerAppointments'] as const
export type OverloadChoice = (typeof overloadChoices)[number]

export type OverloadEvent =
  | Fact<'TooMuchSignalled', { category: Category; signalId: string; choice: OverloadChoice; words?: string; callBy: IsoInstant; caller: PersonId }>
  /** Nobody had called in time: the substitute calls now. */
  | Fact<'SignalPassedToSubstitute', { category: Category; signalId: string; callBy: IsoInstant; caller: PersonId }>
  | Fact<'SignalAnswered', { category: Category; signalId: string }>
  | Fact<'LateCancellationNoted', { appointmentId: string; on: IsoDate }>
  /** It was taken back, and so says nothing. `promptId`: a question that rested on it, and that nobody had answered, goes with it. */
  | Fact<'LateCancellationWithdrawn', { appointmentId: string; promptId?: string }>
  | Fact<'ReflectionPromptOpened', { category: Category; promptId: string; because: 'late-cancellations' }>
  | Fact<'ReflectionAnswered', { category: Category; answerId: string; promptId: string; text: string }>
  | Fact<'ReflectionPromptClosed', { category: Category; promptId: string }>

/** Days in the zone of the case on which nobody works, besides weekends. */
export type ClosingDays = { readonly closingDays: readonly IsoDate[] }

export type OverloadCommand =
  /** By the parent in person. */
  | Request<'SignalTooMuch', ClosingDays & { signalId: string; choice: OverloadChoice; words?: string }>
  /** By the software, once `callBy` has passed without an answer. */
  | Request<'PassSignalToSubstitute', ClosingDays & { signalId: string }>
  /** By whoever called the parent. */
  | Request<'AnswerSignal', { signalId: string }>
  /** By the software, for every appointment that was cancelled late; the second within six weeks opens the prompt `promptId`. */
  | Request<'NoteLateCancellation', { appointmentId: string; on: IsoDate; promptId: string }>
  /** By the software, when whoever cancelled took it back. */
  | Request<'WithdrawLateCancellation', { appointmentId: string }>
  | Request<'AnswerReflection', { answerId: string; promptId: string; text: string }>
  | Request<'CloseReflectionPrompt', { promptId: string }>
