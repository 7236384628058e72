import type { Recorded, Subject } from '@samenspel/kernel'

/** An event of the register: who recorded it, when, about whom, and what. */
export type Fact<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type; subject: Subject } & Data>

/** A command to the register: who asks it, when, and what. */
export type Request<Type extends string, Data = unknown> = Readonly<Recorded & { type: Type } & Data>
