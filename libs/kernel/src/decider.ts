import type { Subject } from './subjects.ts'
import type { IsoInstant } from './time.ts'

/** What a command leads to: facts to record, or a refusal. Facts are never partly recorded. */
export type Decision<Event> =
  | { readonly events: readonly Event[] }
  | { readonly refusal: Refusal }

/** Why a command was refused: a stable code for programs; `libs/intl` holds the sentence for people. */
export type Refusal = { readonly code: string; readonly about?: Readonly<Record<string, string | number>> }

/** What is left of a fact whose key was destroyed: what kind of fact it was, about whom and when, and nothing of what it said. */
export type ErasedFact = { readonly erased: true; readonly type: string; readonly subject: Subject; readonly at: IsoInstant }

/** A stream's behaviour: pure, so that a screen, a test and a look at the past all use the same one. */
export type Decider<State, Command, Event> = {
  readonly initial: State
  readonly evolve: (state: State, event: Event) => State
  readonly decide: (command: Command, state: State) => Decision<Event>
  /** What stands in the place of an erased fact; without it, nothing does. It never opens what the fact had closed. */
  readonly evolveErased?: (state: State, erased: ErasedFact) => State
}

export const record = <Event>(...events: readonly Event[]): Decision<Event> => ({ events })

export const refuse = (code: string, about?: Refusal['about']): { readonly refusal: Refusal } =>
  ({ refusal: about === undefined ? { code } : { code, about } })

/** The command asks for what already is: accepted, nothing to record. */
export const nothingToDo: { readonly events: readonly never[] } = { events: [] }

export const isRefused = <Event>(decision: Decision<Event>): decision is { readonly refusal: Refusal } => 'refusal' in decision

export const fold = <State, Event>(decider: Pick<Decider<State, never, Event>, 'initial' | 'evolve'>, events: Iterable<Event>): State => {
  let state = decider.initial
  for (const event of events) state = decider.evolve(state, event)
  return state
}
