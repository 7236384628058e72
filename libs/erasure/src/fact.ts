import type { Recorded, Subject } from '@samenspel/kernel'

/** An event about an erasure. Its subject is the case, so that it stays readable when the keys of the person are gone; it names nobody but by id. */
export type Fact<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type; subject: Subject } & Data>

/** A command about an erasure: who asks it, when, and what. */
export type Request<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type } & Data>
