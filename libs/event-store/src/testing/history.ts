/**
 * What many clients asked of one stream at the same time and what they were told, and whether all of it can have happened one after the
 * other, each thing in some instant between its question and its answer (linearizability; the search is that of Wing and Gong, 1993).
 */
import { setImmediate } from 'node:timers/promises'
import { EventStoreUnavailable, WrongExpectedRevision } from '../errors.ts'
import type { EventStore, ExpectedRevision, NewEvent, Revision } from '../event-store.ts'
import { anEvent, eventually, list } from './contract-tools.ts'

type Asked =
  | { readonly kind: 'append'; readonly expected: ExpectedRevision; readonly ids: readonly string[] }
  | { readonly kind: 'read' }

type Answer =
  | { readonly kind: 'written'; readonly revision: Revision }
  | { readonly kind: 'refused'; readonly actual: Revision | 'none' }
  | { readonly kind: 'read'; readonly ids: readonly string[] }
  /** It may have been done, then or later, or not at all. */
  | { readonly kind: 'unknown' }

/** `began` and `ended` count questions and answers in the order in which they came. */
export type Operation = { readonly client: number; readonly began: number; readonly ended: number; readonly asked: Asked; readonly answer: Answer }

export type History = {
  readonly operations: readonly Operation[]
  /** The ids of the stream when all was over. */
  readonly log: readonly string[]
}

/** Random, and the same each time. */
const randomOf = (seed: number) => (below: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor(seed / 2_147_483_648 * below)
}

/**
 * Lets clients append where they believe the stream to end, append wherever it ends, read, and repeat what they asked before.
 * @param meanwhile what befalls the store when half of it is done
 */
export const recordHistory = async (store: EventStore, stream: string, { clients, each, seed, meanwhile }: { readonly clients: number; readonly each: number; readonly seed: number; readonly meanwhile?: () => Promise<void> }): Promise<History> => {
  const operations: Operation[] = []
  let moment = 0
  let begun = 0
  let befell: Promise<void> | undefined
  const answerOf = async (asked: Asked, events: readonly NewEvent[]): Promise<Answer> => {
    try {
      if (asked.kind === 'read') return { kind: 'read', ids: (await list(store.readStream(stream))).map(({ id }) => id) }
      return { kind: 'written', revision: (await store.append(stream, asked.expected, events)).revision }
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return { kind: 'refused', actual: error.actual }
      if (error instanceof EventStoreUnavailable) return { kind: 'unknown' }
      throw error
    }
  }
  const work = async (client: number): Promise<void> => {
    const random = randomOf(seed * 1_000 + client)
    let end: Revision | 'none' = 'none'
    let before: { readonly expected: ExpectedRevision; readonly events: readonly NewEvent[] } | undefined
    for (let turn = 0; turn < each; turn += 1) {
      if (++begun === clients * each / 2) befell = meanwhile?.()
      const luck = random(100)
      const isRead = luck < 25
      const append: NonNullable<typeof before> = luck < 40 && before !== undefined ? before : { expected: luck < 55 ? 'any' : end, events: Array.from({ length: 1 + random(2) }, () => anEvent()) }
      const asked: Asked = isRead ? { kind: 'read' } : { kind: 'append', expected: append.expected, ids: append.events.map(({ id }) => id) }
      const began = ++moment
      const answer = await answerOf(asked, append.events)
      operations.push({ client, began, ended: ++moment, asked, answer })
      if (answer.kind === 'written') end = answer.revision
      if (answer.kind === 'refused') end = answer.actual
      if (answer.kind === 'read') end = answer.ids.length === 0 ? 'none' : answer.ids.length - 1
      // Where a stream may end anywhere, nobody promises that asking again does nothing again.
      if (!isRead) before = append.expected === 'any' ? undefined : append
      if (answer.kind === 'unknown' || random(3) === 0) await setImmediate()
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)))
  await befell
  return { operations, log: (await eventually(() => list(store.readStream(stream)))).map(({ id }) => id) }
}

export const isLinearizable = ({ operations, log }: History): boolean => {
  // What one client asked happened in its order; what got no answer may have happened at any time after it was asked.
  const known = [...Map.groupBy(operations.filter(({ answer }) => answer.kind !== 'unknown'), ({ client }) => client).values()]
  const unknown = operations.filter(({ answer }) => answer.kind === 'unknown').map(operation => [{ ...operation, ended: Infinity }])
  const lanes = [...known.map(lane => lane.toSorted((one, other) => one.began - other.began)), ...unknown]
  const tried = new Set<string>()

  /** @param done how much of each lane happened already, and how many events the stream has by then */
  const canGoOn = (done: readonly number[], length: number): boolean => {
    const next = lanes.map((lane, i) => lane[done[i]!])
    if (length === log.length && next.every(operation => operation === undefined || operation.answer.kind === 'unknown')) return true
    const state = `${done.join()} ${length}`
    if (tried.has(state)) return false
    tried.add(state)
    // Whatever was asked only after another thing was answered happened after it.
    const firstEnd = Math.min(...next.map(operation => operation?.ended ?? Infinity))
    return next.some((operation, i) => {
      const after = operation === undefined || operation.began > firstEnd ? undefined : lengthAfter(operation, length, log)
      return after !== undefined && canGoOn(done.with(i, done[i]! + 1), after)
    })
  }
  return canGoOn(lanes.map(() => 0), 0)
}

/** How many events the stream has after an operation that happens when it has so many; nothing when its answer would have been another. */
const lengthAfter = ({ asked, answer }: Operation, length: number, log: readonly string[]): number | undefined => {
  if (asked.kind === 'read') return answer.kind === 'unknown' || (answer.kind === 'read' && answer.ids.length === length && isThere(answer.ids, 0, log)) ? length : undefined
  const { expected, ids } = asked
  const place = expected === 'any' ? length : expected === 'none' ? 0 : expected + 1
  const end = place + ids.length
  const isNew = place === length && isThere(ids, place, log)
  const isRepeat = expected !== 'any' && end <= length && isThere(ids, place, log)
  switch (answer.kind) {
    case 'written': return answer.revision !== end - 1 ? undefined : isRepeat ? length : isNew ? end : undefined
    case 'refused': return place !== length && !isRepeat && length === (answer.actual === 'none' ? 0 : answer.actual + 1) ? length : undefined
    case 'unknown': return isNew ? end : undefined
    case 'read': return undefined
  }
}

const isThere = (ids: readonly string[], place: number, log: readonly string[]): boolean => ids.every((id, i) => log[place + i] === id)
