/** What the double keeps: one log of records, as the server has it, and the server's rules for appending to it. */
import { EventEmitter, once } from 'node:events'

export type Proposed = { readonly id: string; readonly type: string; readonly contentType: string; readonly data: Uint8Array; readonly metadata: Uint8Array }

export type KeptRecord = Proposed & {
  readonly stream: string
  readonly revision: number
  /** The byte in the log where the record begins; the server gives it as commit and as prepare position. */
  readonly position: number
  /** Milliseconds since 1970. */
  readonly created: number
}

export type Expected = 'none' | 'any' | 'exists' | number

export type Outcome =
  | { readonly kind: 'written'; readonly revision: number; readonly position: number }
  | { readonly kind: 'conflict'; readonly actual: number | 'none' }
  | { readonly kind: 'too large' }

export type KurrentdbLog = {
  readonly append: (stream: string, expected: Expected, events: readonly Proposed[]) => Outcome
  readonly all: () => readonly KeptRecord[]
  readonly stream: (name: string) => readonly KeptRecord[]
  /** Settles after the next append; rejects when the signal aborts. */
  readonly nextAppend: (signal: AbortSignal) => Promise<unknown>
}

/** The server's `MaxAppendSize`, when it isn't set: of all events of one append together, in bytes. */
const largestAppendBytes = 1_048_576

/** Like a new server's: it already holds records of the server itself, one of them with an everyday type. */
export const createLog = (): KurrentdbLog => {
  const log: KeptRecord[] = []
  const streams = new Map<string, KeptRecord[]>()
  const bell = new EventEmitter().setMaxListeners(0)
  let end = 0

  const stream = (name: string): KeptRecord[] => {
    const known = streams.get(name) ?? []
    streams.set(name, known)
    return known
  }

  const write = (name: string, events: readonly Proposed[]): Outcome => {
    const own = stream(name)
    for (const event of events) {
      const record = { ...event, stream: name, revision: own.length, position: end, created: Temporal.Now.instant().epochMilliseconds }
      own.push(record)
      log.push(record)
      end += 100 + bytesOf(event)
    }
    bell.emit('appended')
    const { revision, position } = own.at(-1)!
    return { kind: 'written', revision, position }
  }

  /**
   * The rule by which the server tells a repeat from a conflict. With a revision, ids count at their place only;
   * with `any` and `exists`, the first id decides whether it is a repeat, wherever it stands in the stream
   * (the server remembers only recent ids for that, the double all).
   */
  const append = (name: string, expected: Expected, events: readonly Proposed[]): Outcome => {
    if (events.reduce((sum, event) => sum + bytesOf(event), 0) > largestAppendBytes) return { kind: 'too large' }
    const own = stream(name)
    const last = own.length - 1
    const conflict: Outcome = { kind: 'conflict', actual: last === -1 ? 'none' : last }
    if (expected === 'exists' && last === -1) return conflict

    const anywhere = expected === 'any' || expected === 'exists'
    const wanted = anywhere ? last : expected === 'none' ? -1 : expected
    if (wanted > last) return conflict
    if (wanted === last && !anywhere) return write(name, events)

    const there = events.map(({ id }, i) => anywhere ? own.findLast(record => record.id === id) : own.slice(wanted + 1 + i, wanted + 2 + i).find(record => record.id === id))
    if (there.every(record => record !== undefined)) {
      const { revision, position } = there.at(-1)!
      return { kind: 'written', revision, position }
    }
    return anywhere && there[0] === undefined ? write(name, events) : conflict
  }

  for (const [name, type] of [['$settings', '$UserCreated'], ['$persistentsubscription-checkpoint', 'Noted'], ['$$$settings', '$metadata']] as const) {
    write(name, [{ id: crypto.randomUUID(), type, contentType: 'application/json', data: Buffer.from('{}'), metadata: new Uint8Array() }])
  }
  return {
    append,
    all: () => log,
    stream: name => streams.get(name) ?? [],
    nextAppend: signal => once(bell, 'appended', { signal }),
  }
}

const bytesOf = ({ type, data, metadata }: Proposed): number => type.length + data.byteLength + metadata.byteLength
