import type { Filter, RecordedEvent as KeptEvent } from '@kurrent/kurrentdb-client'
import type { EventFilter } from '@samenspel/event-store'

/**
 * What KurrentDB filters for us. It takes one condition only: the prefix that is asked for, else the types, else all of this store.
 * `isWanted` then sees to the rest, also to no types at all, which the server can't be asked for. System events (`$…`) lie outside of every store's prefix.
 */
export const toServerFilter = (prefix: string, { streamPrefix, types }: EventFilter): Filter => {
  const filter = streamPrefix === undefined && types !== undefined && types.length > 0
    ? { filterOn: 'eventType' as const, prefixes: [...types] }
    : { filterOn: 'streamName' as const, prefixes: [`${prefix}${streamPrefix ?? ''}`] }
  return { ...filter, checkpointInterval: 1 }
}

export const isWanted = ({ streamId, type }: Pick<KeptEvent, 'streamId' | 'type'>, prefix: string, { streamPrefix = '', types }: EventFilter): boolean =>
  streamId.startsWith(`${prefix}${streamPrefix}`) && (types?.includes(type) ?? true)
