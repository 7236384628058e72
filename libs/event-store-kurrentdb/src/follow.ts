import { setTimeout } from 'node:timers/promises'
import type { AllStreamResolvedEvent, AllStreamSubscription, Filter } from '@kurrent/kurrentdb-client'
import type { EventFilter, Position, RecordedEvent, SubscribeOptions } from '@samenspel/event-store'
import type { Client } from './client.ts'
import { isWanted, toServerFilter } from './filter.ts'
import { logPositionOf, tokenOf } from './kurrentdb-position.ts'
import { toRecorded } from './stored-event.ts'

/** How long a follower waits before it asks again for a server that went away. */
const askAgainAfter = 500

export type Followed = { readonly client: Client; readonly prefix: string; readonly after: Position; readonly filter: EventFilter } & Pick<SubscribeOptions, 'passed' | 'signal'>

/**
 * Hands over one event after the other until the signal aborts or the handler throws. A subscription of the client ends with
 * its connection and doesn't come back: then a new one begins after the last event that was seen. Who wants to be told how far was looked
 * has every event of this store come by.
 */
export const follow = async ({ client, prefix, after, filter, passed, signal }: Followed, handle: (event: RecordedEvent) => void | Promise<void>): Promise<void> => {
  const serverFilter = toServerFilter(prefix, passed === undefined ? filter : {})
  let at = after
  while (!signal.aborted) {
    for await (const event of oneSubscription(client, at, serverFilter, signal)) {
      // It may have been on its way here when the signal came.
      if (signal.aborted) return
      if (isWanted(event, prefix, filter)) await handle(toRecorded({ event }, prefix))
      at = tokenOf(event.position)
      await passed?.(at)
    }
    await setTimeout(askAgainAfter, undefined, { signal }).catch(() => undefined)
  }
}

/** Ends quietly when the signal aborts or the connection is lost. It reads ahead a few events at most. */
async function* oneSubscription(client: Client, after: Position, filter: Filter, signal: AbortSignal): AsyncGenerator<NonNullable<AllStreamResolvedEvent['event']>> {
  const subscription = client.subscribeToAll({ fromPosition: logPositionOf(after), filter })
  const end = () => { endSubscription(subscription) }
  signal.addEventListener('abort', end, { once: true })
  try {
    const events = subscription[Symbol.asyncIterator]()
    for (let next = await nextOf(events); next !== undefined; next = await nextOf(events)) if (next.event !== undefined) yield next.event
  } finally {
    signal.removeEventListener('abort', end)
    end()
  }
}

const nextOf = async (events: AsyncIterator<AllStreamResolvedEvent>): Promise<AllStreamResolvedEvent | undefined> => {
  try {
    const next = await events.next()
    return next.done === true ? undefined : next.value
  } catch {
    return undefined
  }
}

/** The call to the server and the stream that hands over are two: one doesn't end with the other. */
const endSubscription = (subscription: AllStreamSubscription): void => {
  subscription.unsubscribe().catch(() => undefined)
  subscription.destroy()
}
