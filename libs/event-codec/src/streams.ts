import { getHeapStatistics } from 'node:v8'
import { isRefused, openGrowing, type Decider, type Decision, type Id, type IsoInstant } from '@samenspel/kernel'
import { EventStoreUnavailable, start, WrongExpectedRevision, type Position, type StreamName } from '@samenspel/event-store'
import { isErased, type DomainEvent, type ErasedEvent } from './domain-event.ts'
import type { CommandContext } from './envelope.ts'
import { ChainBroken, noEvents, type Head } from './hash-chain.ts'
import { createLru, type Lru } from './lru.ts'
import { SealedInVain, type OpenedEvent, type SealedStore } from './sealed-store.ts'

/** How a stream becomes a state. An erased event changes nothing, unless the decider says what stands in its place. */
export type Foldable<State, Event> = Pick<Decider<State, never, Event>, 'initial' | 'evolve'> & {
  readonly evolveErased?: (state: State, erased: ErasedEvent) => State
}

/** What became of a command, and the position that shows it: wait for it before reading what the projectors made. */
export type Handled<Event> = { readonly outcome: Decision<Event>; readonly position: Position }

export type Streams = {
  /**
   * Decides on the present state of a stream and records what follows. When somebody else wrote in between, it decides
   * again, at most fifty times. The same `commandId` again: the first answer, nothing recorded; also when both come at once.
   * What was sealed with a key that was destroyed meanwhile is decided and recorded once more.
   * @throws EventStoreUnavailable, also when others kept writing; ChainBroken, UnreadableEvent
   */
  readonly handle: <State, Event extends DomainEvent>(stream: StreamName, decider: Foldable<State, Event>, context: CommandContext, decide: (state: State) => Decision<Event>) => Promise<Handled<Event>>
  /**
   * As `state`, for who may learn nothing of a stream, by the time neither: whether it is there or not, it is read from the store.
   * @param mayLearn whether who asks learns of this state anyway: then what is known needn't be read
   */
  readonly readState: <State, Event extends DomainEvent>(stream: StreamName, decider: Foldable<State, Event>, mayLearn: (state: State) => boolean) => Promise<State>
  /** The present state; the decider's initial one for a stream without events. */
  readonly state: <State, Event extends DomainEvent>(stream: StreamName, decider: Foldable<State, Event>) => Promise<State>
  /** The state as it was known at a moment: without what was recorded after it. */
  readonly stateAsOf: <State, Event extends DomainEvent>(stream: StreamName, decider: Foldable<State, Event>, at: IsoInstant) => Promise<State>
  /** Lets go of every state in memory. Needed after keys were destroyed: what was erased is still in those states. */
  readonly forget: () => void
}

/**
 * How much is kept in memory, in events that were folded into it. Reading a state again takes as long as it has events, and in memory it takes one to
 * two kilobytes for each: so a long file weighs as much as many short ones together, and some hundred of those don't push it out. It is never more
 * than a fifth of what this process may take.
 */
const mostEvents = Math.min(60_000, Math.floor(getHeapStatistics().heap_size_limit / 5 / 2_000))
/** What stands beside the events of one state, and what is made of it, in events. */
const besides = 20
/** More than other processes ever write in one stream while something is decided. */
const mostRetries = 50
/** Of each stream, how many commands are remembered. */
const mostCommands = 256

/** A command that was carried out: its events are those after `before`, up to and with `last`. */
type Answered = { readonly before: Head; readonly last: number; readonly position: Position }
/**
 * A state as it was folded up to `head`. The commands are those of the stream, however far it was folded by whoever was last: one that is in the log
 * is answered, whatever state one looks at.
 */
type Loaded<State> = { readonly state: State; readonly head: Head; readonly position: Position; readonly answered: Map<Id, Answered> }
/** A state of one stream, and what folded it. */
type Kept = { readonly by: object; readonly loaded: Loaded<unknown> }

/** @param most how much is kept in memory, of the streams of all kinds together; half of it is there in any case */
export const openStreams = ({ sealed, most = mostEvents }: { readonly sealed: SealedStore; readonly most?: number }): Streams => {
  const openKept = () => createLru<Kept>(most, ({ loaded }) => loaded.head.revision + 1 + besides)
  let kept = openKept()
  const inTurn = takeTurns()

  /** The state with all that is in the stream now: what is kept, and what came since, if anything. */
  const load = async <State, Event extends DomainEvent>(stream: StreamName, decider: Foldable<State, Event>, isEnough: (known: State) => boolean = () => true): Promise<Loaded<State>> => {
    const all = kept
    const before = find(all, stream, decider) ?? { state: decider.initial, head: noEvents, position: start, answered: new Map<Id, Answered>() }
    if (sealed.knownEnd(stream) === before.head.revision && isEnough(before.state)) return before
    const folding = fold(decider, before)
    try {
      for await (const event of sealed.read(stream, before.head)) folding.add(event)
    } catch (error) {
      if (error instanceof ChainBroken) all.delete(stream)
      throw error
    }
    const loaded = folding.loaded()
    keep(all, stream, decider, loaded)
    return loaded
  }

  const firstAnswer = async <Event extends DomainEvent>(stream: StreamName, { before, last, position }: Answered): Promise<Handled<Event>> => {
    const events: Event[] = []
    for await (const { revision, content } of sealed.read(stream, before)) {
      if (revision > last) break
      if (!isErased(content)) events.push(content as Event)
    }
    return { outcome: { events }, position }
  }

  const handle: Streams['handle'] = (stream, decider, context, decide) => inTurn(stream, async () => {
    /** What was erased while this goes on is let go of with this. */
    const all = kept
    /** What this command recorded can't be read: it is as if it had never been asked. */
    let inVain = false
    for (let retries = 0; ; retries++) {
      const loaded = await load(stream, decider)
      const answered = inVain ? undefined : loaded.answered.get(context.commandId)
      if (answered !== undefined) return firstAnswer(stream, answered)
      const outcome = decide(loaded.state)
      if (isRefused(outcome) || outcome.events.length === 0) return { outcome, position: loaded.position }
      try {
        const { position, events } = await sealed.append(stream, loaded.head, outcome.events, context)
        const folding = fold(decider, loaded)
        events().forEach(folding.add)
        keep(all, stream, decider, folding.loaded())
        return { outcome, position }
      } catch (error) {
        inVain ||= error instanceof SealedInVain
        if (!(error instanceof WrongExpectedRevision || error instanceof SealedInVain)) throw error
        // Nothing was written, and it can be asked again.
        if (retries === mostRetries) throw new EventStoreUnavailable(`${stream}: others kept writing there`, { cause: error })
      }
    }
  })

  return {
    handle,
    state: async (stream, decider) => (await load(stream, decider)).state,
    readState: async (stream, decider, mayLearn) => (await load(stream, decider, mayLearn)).state,
    stateAsOf: async (stream, decider, at) => {
      let state = decider.initial
      for await (const { envelope, content } of sealed.read(stream)) {
        // A clock may have jumped: what was recorded by then counts, wherever it stands.
        if (envelope.recordedAt <= at) state = evolve(decider, state, content)
      }
      return state
    },
    forget: () => { kept = openKept() },
  }
}

/** A state that this decider folded. Of another one it is as if nothing were kept. */
const find = <State, Event>(all: Lru<Kept>, stream: StreamName, decider: Foldable<State, Event>): Loaded<State> | undefined => {
  const known = all.get(stream)
  return known?.by === decider ? known.loaded as Loaded<State> : undefined
}

/** Keeps a state, unless a newer one is kept already. */
const keep = <State, Event>(all: Lru<Kept>, stream: StreamName, decider: Foldable<State, Event>, loaded: Loaded<State>): void => {
  if ((find(all, stream, decider)?.head.revision ?? noEvents.revision) < loaded.head.revision) all.set(stream, { by: decider, loaded })
}

const evolve = <State, Event extends DomainEvent>(decider: Foldable<State, Event>, state: State, content: DomainEvent | ErasedEvent): State =>
  isErased(content) ? decider.evolveErased?.(state, content) ?? state : decider.evolve(state, content as Event)

/** Folds events into a state, one after the other, in the same room: a long stream is as quick for each of its events as a short one. */
const fold = <State, Event extends DomainEvent>(decider: Foldable<State, Event>, before: Loaded<State>) => {
  const grow = openGrowing()
  let { state, head: { revision, link }, position } = before
  const commands: Carried[] = []
  return {
    add: (event: OpenedEvent): void => {
      const { envelope, content } = event
      const last = commands.at(-1)
      if (last?.commandId === envelope.causationId) {
        last.last = event.revision
        last.position = event.position
      } else {
        commands.push({ commandId: envelope.causationId, before: { revision, link }, last: event.revision, position: event.position })
        if (commands.length > 2 * mostCommands) commands.splice(0, mostCommands)
      }
      state = grow(() => evolve(decider, state, content))
      ;({ revision, position } = event)
      link = envelope.link
    },
    // Only now: what was folded half way is folded again.
    loaded: (): Loaded<State> => {
      for (const one of commands.splice(0)) note(before.answered, one)
      return { state, head: { revision, link }, position, answered: before.answered }
    },
  }
}

/** A command, while its events come. */
type Carried = { readonly commandId: Id; readonly before: Head; last: number; position: Position }

/** An event of a command: those of one command stand together. Noted twice, it is noted once. */
const note = (answered: Map<Id, Answered>, { commandId, before, last, position }: Answered & { readonly commandId: Id }): void => {
  const known = answered.get(commandId)
  if (known !== undefined && last <= known.last) return
  const isNext = known?.last === before.revision
  // Put anew, so that the oldest is always the first.
  answered.delete(commandId)
  answered.set(commandId, { before: isNext ? known.before : before, last, position })
  if (answered.size <= mostCommands) return
  const [oldest] = answered.keys()
  answered.delete(oldest!)
}

/** One command at a time for each stream: within this process nobody has to decide twice. */
const takeTurns = () => {
  const last = new Map<StreamName, Promise<unknown>>()
  return <Result>(stream: StreamName, work: () => Promise<Result>): Promise<Result> => {
    const mine = (last.get(stream) ?? Promise.resolve()).then(work, work)
    const done = () => { if (last.get(stream) === mine) last.delete(stream) }
    last.set(stream, mine)
    mine.then(done, done)
    return mine
  }
}
