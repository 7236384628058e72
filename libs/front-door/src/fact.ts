import type { Recorded, Subject } from '@samenspel/kernel'

/** An event: one subject, whose key seals it (C-06). What is about the referral itself and nobody in it has the subject `case`. */
export type Fact<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type; subject: Subject } & Data>

/** A command: who asks it, when, and what. */
export type Request<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type } & Data>

/** Who judges has a registration that covers today; whoever sends the command looked that up (K-01, K-02). */
export type Judging = { readonly registrationValid: boolean }

/** A value without some of its fields. */
export const without = <Value extends object, Key extends keyof Value>(value: Value, ...keys: readonly Key[]): Omit<Value, Key> =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !(keys as readonly PropertyKey[]).includes(key))) as Omit<Value, Key>

/** What an event says, without who recorded it, when, and about whom. */
export const saidIn = <Event extends Recorded & { readonly type: string; readonly subject: Subject }>(event: Event): Omit<Event, 'by' | 'at' | 'type' | 'subject'> => without(event, 'by', 'at', 'type', 'subject')
