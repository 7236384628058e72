import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { comparePositions, momentOf, positionOf, sequenceOf, start, type EventFilter, type Metadata, type Page, type Position, type ReadPage, type RecordedEvent } from '@samenspel/event-store'

export type Reader = {
  readonly readPage: (...asked: Parameters<ReadPage>) => Page
  /** Some events of one stream: from a revision on, upwards or downwards. */
  readonly readStreamPage: (stream: string, from: number, direction: 'forwards' | 'backwards', limit: number) => readonly RecordedEvent[]
  readonly lastPosition: () => Position
  /** Of one stream; -1 where it has no events. */
  readonly lastRevision: (stream: string) => number
  readonly close: () => void
}

/** How far one page looks, in positions: with a rare filter it comes back empty, rather than let other work wait. */
const furthestLook = 10_000n

/** A connection that can't write. It sees each commit as soon as the writer's disk has it. */
export const openReader = (file: string): Reader => {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
  const prepare = (sql: string) => {
    const statement = database.prepare(sql)
    statement.setReturnArrays(true)
    return (...values: SQLInputValue[]) => statement.all(...values) as unknown as Row[]
  }
  const forwards = prepare(`SELECT ${columns} FROM event WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`)
  const backwards = prepare(`SELECT ${columns} FROM event WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?`)
  const last = database.prepare('SELECT max(revision) AS revision FROM event WHERE stream = ?')
  const head = database.prepare('SELECT max(position) AS position FROM event')
  const everything = prepare(pageSql(undefined))
  const ofStreams = prepare(pageSql({ streamPrefix: '' }))
  const ofTypes = prepare(pageSql({ types: [] }))
  const ofStreamsAndTypes = prepare(pageSql({ streamPrefix: '', types: [] }))

  const lastPosition = () => {
    const position = head.get()?.['position']
    return position === null || position === undefined ? start : positionOf(Number(position))
  }
  const rowsOf = (after: Position, until: Position, { streamPrefix, types }: EventFilter, limit: number) => {
    const between = [sequenceOf(after), sequenceOf(until)]
    const prefix = streamPrefix === undefined ? [] : [streamPrefix, `${streamPrefix}\u{10ffff}`]
    if (types === undefined) return prefix.length === 0 ? everything(...between, limit) : ofStreams(...between, ...prefix, limit)
    const list = JSON.stringify(types)
    return prefix.length === 0 ? ofTypes(...between, list, limit) : ofStreamsAndTypes(...between, ...prefix, list, limit)
  }

  return {
    readPage: (after, filter, limit) => {
      const until = filter === undefined ? lastPosition() : sooner(lastPosition(), positionOf(sequenceOf(after) + furthestLook))
      if (comparePositions(until, after) <= 0) return { events: [], until: after }
      const events = rowsOf(after, until, filter ?? {}, limit).map(toEvent)
      return { events, until: events.length === limit ? events.at(-1)!.position : until }
    },
    readStreamPage: (stream, from, direction, limit) => (direction === 'forwards' ? forwards : backwards)(stream, from, limit).map(toEvent),
    lastPosition,
    lastRevision: stream => Number(last.get(stream)?.['revision'] ?? -1),
    close: () => { database.close() },
  }
}

const sooner = (one: Position, other: Position): Position => comparePositions(one, other) < 0 ? one : other

const columns = 'position, stream, revision, id, type, version, metadata, data, recorded_at'
type Row = readonly [position: number, stream: string, revision: number, id: string, type: string, version: number, metadata: string, data: Uint8Array, recordedAt: number]

const pageSql = (filter: EventFilter | undefined) => `SELECT ${columns} FROM event WHERE position > ? AND position <= ?
  ${filter?.streamPrefix === undefined ? '' : 'AND stream >= ? AND stream < ?'}
  ${filter?.types === undefined ? '' : 'AND type IN (SELECT value FROM json_each(?))'} ORDER BY position LIMIT ?`

const toEvent = ([position, stream, revision, id, type, version, metadata, data, recordedAt]: Row): RecordedEvent => ({
  id, type, version, metadata: metadataOf(metadata), data, stream, revision, position: positionOf(position),
  recordedAt: momentOf(recordedAt),
})

/** @throws SyntaxError for what was never written */
const metadataOf = (text: string): Metadata => {
  const metadata = JSON.parse(text) as Metadata | null
  if (metadata === null) throw new SyntaxError('no metadata')
  return metadata
}
