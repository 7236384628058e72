import type { Position, ReadAllOptions, SubscribeOptions, Subscription } from '@samenspel/event-store'

/** What a follower needs to know of an event to keep its place. */
export type FollowedEvent = { readonly id: string; readonly type: string; readonly position: Position }

/** The log, as a follower reads it: the sealed store of `event-codec`, or a bare event store. */
export type EventSource<Event extends FollowedEvent> = {
  readonly readAll: (options?: ReadAllOptions) => AsyncIterable<Event>
  readonly subscribe: (options: SubscribeOptions, handle: (event: Event) => void | Promise<void>) => Subscription
  readonly lastPosition: () => Promise<Position>
}
