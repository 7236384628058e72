import type { Recorded, Subject } from '@samenspel/kernel'

/** An event: one subject, whose key seals it (C-06). What is about the referral itself and nobody in it has the subject `case`. */
export type Fact<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type; subject: Subject } & Data>

/** A command: who asks it, when, and what. */
export type Request<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type } & Data>

/** Who judges has a registration that covers today; whoever sends the command looked that up (K-01, K-02). */
export type Judging = { readonly registrationValid: boolean }
