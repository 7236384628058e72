import type { Actor, Recorded, Subject } from '@samenspel/kernel'

/**
 * An event of this library. Its subject is always the case: the subject stays readable beside sealed events, and whom a worry is about
 * must not.
 */
export type Fact<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type; subject: Subject } & Data>

/** A command: who asks it, when, and what. New ids come with it. */
export type Request<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type } & Data>

/** Who and when, and no subject that tells of anybody. */
export const recorded = ({ by, at }: Recorded): { readonly subject: { readonly kind: 'case' }; readonly by: Actor; readonly at: string } => ({ subject: { kind: 'case' }, by, at })
