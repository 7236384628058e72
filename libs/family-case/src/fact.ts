import type { Actor, IsoInstant, Recorded, Subject } from '@samenspel/kernel'

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
