import type { Recorded, Subject } from '@samenspel/kernel'

/** An event: its subject is the case, so that it stays readable when the keys of a person are gone; it names people by id. */
export type Fact<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type; subject: Subject } & Data>

/** A command: who asks it, when, and what. */
export type Request<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type } & Data>
