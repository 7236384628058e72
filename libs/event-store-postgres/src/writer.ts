import type { ExpectedRevision, NewEvent, Revision } from '@samenspel/event-store'
import type { Connections } from './connections.ts'
import type { Names } from './names.ts'

/** One append, as it waits for its turn. */
export type AppendRequest = { readonly stream: string; readonly expected: ExpectedRevision; readonly events: readonly StoredEvent[] }
export type StoredEvent = Omit<NewEvent, 'metadata'> & { readonly metadata: string }

export type AppendOutcome =
  | { readonly kind: 'written'; readonly revision: Revision; readonly sequence: bigint }
  | { readonly kind: 'conflict'; readonly actual: Revision | 'none' }

/** Writes a group in one statement, which is one transaction and one round trip. @throws what stands for the whole group: nothing of it was written, or nobody knows */
export type WriteGroup = (requests: readonly AppendRequest[]) => Promise<readonly AppendOutcome[]>

export const groupWriter = (connections: Connections, { quotedSchema }: Names): WriteGroup => {
  const text = `SELECT written, at_revision, at_position FROM ${quotedSchema}.append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`
  return async requests => {
    const rows = await connections.write<Row>({ name: 'append', rowMode: 'array', text, values: valuesOf(requests) })
    return rows.map(([written, revision, position]) => written
      ? { kind: 'written', revision: Number(revision), sequence: BigInt(position!) }
      : { kind: 'conflict', actual: revision === '-1' ? 'none' : Number(revision) })
  }
}

type Row = [written: boolean, revision: string, position: string | null]

const valuesOf = (requests: readonly AppendRequest[]): unknown[] => {
  const events = requests.flatMap(request => request.events)
  const offsets: number[] = []
  let offset = 1
  for (const { data } of events) {
    offsets.push(offset)
    offset += data.byteLength
  }
  return [
    requests.map(({ stream }) => stream),
    requests.map(({ expected }) => expected === 'any' ? null : expected === 'none' ? -1 : expected),
    requests.map(request => request.events.length),
    events.map(({ id }) => id),
    events.map(({ type }) => type),
    events.map(({ version }) => version),
    events.map(({ metadata }) => metadata),
    offsets,
    events.map(({ data }) => data.byteLength),
    // One parameter of plain bytes: in an array they would travel as text, twice as long.
    Buffer.concat(events.map(({ data }) => data)),
  ]
}
