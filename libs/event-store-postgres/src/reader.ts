import { momentOf, positionOf, sequenceOf, start, type Metadata, type Position, type ReadPage, type RecordedEvent } from '@samenspel/event-store'
import type { Connections } from './connections.ts'
import type { Names } from './names.ts'

export type Reader = {
  readonly readPage: ReadPage
  /** Some events of one stream: from a revision on, upwards or downwards. */
  readonly readStreamPage: (stream: string, from: number, direction: 'forwards' | 'backwards', limit: number) => Promise<readonly RecordedEvent[]>
  readonly lastPosition: () => Promise<Position>
}

/** How far one page looks, in positions: with a rare filter it comes back empty rather than late. */
const furthestLook = 50_000n

export const openReader = (connections: Connections, { quotedSchema }: Names): Reader => {
  const event = `${quotedSchema}.event`
  const stream = (compare: string, order: string) =>
    `SELECT ${columns} FROM ${event} WHERE stream = $1 AND revision ${compare} $2 ORDER BY revision ${order} LIMIT $3`
  const everything = `SELECT ${columns} FROM ${event} WHERE position > $1 ORDER BY position LIMIT $2`
  const some = `SELECT ${columns} FROM ${event} WHERE position > $1 AND position <= $2
    AND ($3::text IS NULL OR starts_with(stream, $3)) AND ($4::text[] IS NULL OR type = ANY ($4)) ORDER BY position LIMIT $5`
  const last = `SELECT max(position) FROM ${event}`

  const lastPosition = async () => {
    const [row] = await connections.read<[string | null]>({ name: 'last', rowMode: 'array', text: last })
    return BigInt(row![0] ?? 0)
  }

  return {
    // Positions become visible in their order: nothing appears later before what is there now.
    readPage: async (after, filter, limit) => {
      if (filter === undefined) {
        const events = (await connections.read<Row>({ name: 'everything', rowMode: 'array', text: everything, values: [sequenceOf(after), limit] })).map(toEvent)
        return { events, until: events.at(-1)?.position ?? after }
      }
      const [end, furthest] = [await lastPosition(), sequenceOf(after) + furthestLook]
      const until = end < furthest ? end : furthest
      const { streamPrefix = null, types = null } = filter
      const rows = await connections.read<Row>({ name: 'some', rowMode: 'array', text: some, values: [sequenceOf(after), until, streamPrefix, types, limit] })
      const events = rows.map(toEvent)
      return { events, until: events.length === limit ? events.at(-1)!.position : positionAt(until) }
    },
    readStreamPage: async (of, from, direction, limit) => {
      const text = direction === 'forwards' ? stream('>=', 'ASC') : stream('<=', 'DESC')
      const rows = await connections.read<Row>({ name: direction, rowMode: 'array', text, values: [of, from, limit] })
      return rows.map(toEvent)
    },
    lastPosition: async () => positionAt(await lastPosition()),
  }
}

const positionAt = (sequence: bigint): Position => sequence === 0n ? start : positionOf(sequence)

const columns = 'position, stream, revision, id, type, version, metadata, data, recorded_at'
type Row = [position: string, stream: string, revision: string, id: string, type: string, version: number, metadata: string, data: Uint8Array, recordedAt: string]

const toEvent = ([position, stream, revision, id, type, version, metadata, data, recordedAt]: Row): RecordedEvent => ({
  id, type, version, metadata: JSON.parse(metadata) as Metadata, data, stream, revision: Number(revision), position: positionOf(BigInt(position)), recordedAt: momentOf(Number(recordedAt)),
})
