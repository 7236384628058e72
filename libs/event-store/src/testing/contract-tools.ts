/** What the contract's topics share. */
import { test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { EventStoreUnavailable } from '../errors.ts'
import type { EventStore, NewEvent, RecordedEvent } from '../event-store.ts'
import { comparePositions } from '../position.ts'
import type { Ability, Contract, ContractSubject } from './contract-subject.ts'

export const aStream = () => `test-${randomUUID()}`
export const anEvent = (given: Partial<NewEvent> = {}): NewEvent =>
  ({ id: randomUUID(), type: 'Noted', version: 1, metadata: { actor: 'a' }, data: new Uint8Array([1]), ...given })

/** A test of what a store can be made to suffer: skipped where it can't, with the reason in its title. */
export const testWith = <Needed extends Ability>(contract: Contract, needed: Needed, title: string, run: (suffer: NonNullable<ContractSubject[Needed]>) => Promise<void>): void => {
  const reason = contract.without[needed]
  if (reason !== undefined) {
    test.skip(`${title} (not here: ${reason})`, () => undefined)
    return
  }
  test(title, async () => {
    const suffer = contract.subject[needed]
    if (suffer === undefined) throw new Error(`a store without ${needed} has to say why`)
    await run(suffer)
  })
}

/** A stream with so many events. @returns its name */
export const aStreamOf = async (store: EventStore, count: number, stream = aStream()): Promise<string> => {
  await store.append(stream, 'none', Array.from({ length: count }, () => anEvent()))
  return stream
}

/** A subscription to streams with this prefix. */
export const following = async (store: EventStore, prefix: string, handle: (event: RecordedEvent) => void | Promise<void>, options: { after?: string; types?: string[]; passed?: (position: string) => void } = {}) => {
  const stop = new AbortController()
  const { done } = store.subscribe({ after: options.after, filter: { streamPrefix: prefix, types: options.types }, passed: options.passed, signal: stop.signal }, handle)
  await setImmediate()
  return { done, stop: async () => { stop.abort(); await done } }
}

export const list = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

/** Looks again every millisecond, so that a server on the same machine gets the processor; five minutes in vain end it, so that a test that fails also ends. */
export const until = async (reached: () => boolean): Promise<void> => {
  const begun = performance.now()
  while (!reached()) {
    if (performance.now() - begun > 300_000) throw new Error('waited in vain')
    await setTimeout(1)
  }
}

/** Asks again until the store can be reached. */
export const eventually = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error
    }
    await setTimeout(1)
  }
}

export const types = (events: readonly RecordedEvent[]) => events.map(event => event.type)
export const revisions = (events: readonly RecordedEvent[]) => events.map(event => event.revision)
export const inOrder = (events: readonly RecordedEvent[]) => events.every((event, i) => i === 0 || comparePositions(events[i - 1]!.position, event.position) < 0)
