import { without, type Actor, type Category, type IsoInstant, type Recorded, type Subject, type Without } from '@samenspel/kernel'

/** An event: who recorded it, when, about whom, and what. Stored forever; a change is a new version with an upcaster. */
export type Fact<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type; subject: Subject } & Data>

/** A command: who asks it, when, and what. New ids come with it; nothing in this library makes one. */
export type Request<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type } & Data>

/**
 * What a coordinating command carries: whether the registration of the IMH specialist who asks it is valid today (K-01).
 * The register knows it, so whoever sends the command looks it up there.
 */
export type Coordinating = { readonly registrationValid: boolean }

/** Who and when, to put into every event of a decision. */
export const recorded = ({ by, at }: Recorded): { readonly by: Actor; readonly at: IsoInstant } => ({ by, at })

/** Exactly the named fields of a command, without those that are absent: nothing else that a caller sent along is stored. */
export const pick = <Data extends object>(source: Data, fields: Readonly<Record<keyof Data, true>>): Data =>
  Object.fromEntries(Object.entries(source).filter(([field, value]) => field in fields && value !== undefined)) as Data

/** What the state keeps of an event: everything but its type. */
export const entryOf = <Event extends { readonly type: string }>(event: Event): Without<Event, 'type'> => without(event, 'type')

/** What every readable entry of the state carries: who and when (of its newest version), about whom, under which label. */
export type Labelled = Recorded & { readonly subject: Subject; readonly category: Category }
