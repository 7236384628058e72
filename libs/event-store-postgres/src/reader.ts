import { positionOf, sequenceOf, start, type Metadata, type Position, type ReadPage, type RecordedEvent } from '@samenspel/event-store'
import type { Connections } from './connections.ts'
import type { Names } from './names.ts'

export type Reader = {
  readonly readPage: ReadPage
  /** Some events of one stream: from a revision on, upwards or downwards. */
  readonly readStreamPage: (stream: string, from: number, direction: 'forwards' | 'backwards', limit: number) => Promise<readonly RecordedEvent[]>
  readonly lastPosition: () => Promise<Position>
}

/** How far one page looks, in positions: with a rare filter it comes back empty rather than late. */
const furthestLook = 50_000

export const openReader = (connections: Connections, { quotedSchema }: Names): Reader => {
  const event = `${quotedSchema}.event`
  const stream = (compare: string, order: string) =>
    `SELECT ${columns} FROM ${event} WHERE stream = $1 AND revision ${compare} $2 ORDER BY revision ${order} LIMIT $3`
  // How far was looked and what was found are of one snapshot; the first row of an empty page has no event.
  const page = `WITH look AS MATERIALIZED (SELECT least(coalesce(max(position), 0), $1::bigint + ${furthestLook}) AS until FROM ${event})
    SELECT look.until, found.* FROM look LEFT JOIN LATERAL (
      SELECT ${columns} FROM ${event} WHERE position > $1 AND position <= look.until
        AND ($2::text IS NULL OR starts_with(stream, $2)) AND ($3::text[] IS NULL OR type = ANY ($3)) ORDER BY position LIMIT $4
    ) found ON true ORDER BY found.position`
  const last = `SELECT max(position) FROM ${event}`

  return {
    readPage: async (after, filter, limit) => {
      const rows = await connections.read<[until: string, ...Row]>({
        name: 'page', rowMode: 'array', text: page, values: [sequenceOf(after), filter?.streamPrefix ?? null, filter?.types ?? null, limit],
      })
      const events = rows.filter(([, position]) => position !== null).map(([, ...row]) => toEvent(row))
      return { events, until: events.length === limit ? events.at(-1)!.position : positionAt(rows[0]![0]) }
    },
    readStreamPage: async (of, from, direction, limit) => {
      const text = direction === 'forwards' ? stream('>=', 'ASC') : stream('<=', 'DESC')
      const rows = await connections.read<Row>({ name: direction, rowMode: 'array', text, values: [of, from, limit] })
      return rows.map(toEvent)
    },
    lastPosition: async () => {
      const [row] = await connections.read<[string | null]>({ name: 'last', rowMode: 'array', text: last })
      return positionAt(row![0] ?? '0')
    },
  }
}

const positionAt = (position: string): Position => position === '0' ? start : positionOf(BigInt(position))

const columns = 'position, stream, revision, id, type, version, metadata, data, recorded_at'
type Row = [position: string, stream: string, revision: string, id: string, type: string, version: number, metadata: string, data: Uint8Array, recordedAt: string]

const toEvent = ([position, stream, revision, id, type, version, metadata, data, recordedAt]: Row): RecordedEvent => ({
  id, type, version, metadata: JSON.parse(metadata) as Metadata, data, stream, revision: Number(revision), position: positionOf(BigInt(position)),
  recordedAt: Temporal.Instant.fromEpochMilliseconds(Number(recordedAt)).toString({ fractionalSecondDigits: 3 }),
})
