import { without, type Recorded, type Subject, type Without } from '@samenspel/kernel'
import { refuse, type Objection } from './refusals.ts'

/** An event: one subject, whose key seals it (C-06). What is about the referral itself and nobody in it has the subject `case`. */
export type Fact<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type; subject: Subject } & Data>

/** A command: who asks it, when, and what. */
export type Request<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type } & Data>

/** Who judges has a registration that covers today; whoever sends the command looked that up (K-01, K-02). */
export type Judging = { readonly registrationValid: boolean }

/** Judging is for an IMH specialist whose registration is valid. */
export const refuseUnlessSpecialist = ({ by, registrationValid }: Recorded & Judging): Objection =>
  by.role !== 'professional' || by.discipline !== 'imhSpecialist' ? refuse('not-an-imh-specialist') : registrationValid ? undefined : refuse('registration-not-valid')

/** The subject of what is about nobody in it. */
export const ofTheCase = { kind: 'case' } as const

/** Who and when, to put into every event of a decision. */
export const recorded = ({ by, at }: Recorded): Recorded => ({ by, at })

/** What an event says, without who recorded it, when, and about whom. */
export const saidIn = <Event extends Recorded & { readonly type: string; readonly subject: Subject }>(event: Event): Without<Event, 'by' | 'at' | 'type' | 'subject'> => without(event, 'by', 'at', 'type', 'subject')
