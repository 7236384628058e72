import { escapeLiteral } from 'pg'
import type { Connections } from './connections.ts'
import { firstForm } from './migrations/001-events.ts'
import { groupsAtOnce } from './migrations/002-groups-at-once.ts'
import type { Names } from './names.ts'

/** From nothing to the form that this program knows, one step at a time. A change is a new step at the end; a step that ran anywhere never changes. */
const steps: readonly ((names: Names) => string)[] = [firstForm, groupsAtOnce]

/** The schema was written by a newer program; an older one would not understand what it reads. */
export class StoreTooNew extends Error {
  readonly code = 'store-too-new'
  constructor(schema: string, found: number) {
    super(`the schema ${schema} has form ${found}, and this program knows form ${steps.length}: start the newer program, or restore the backup made before it`)
    this.name = 'StoreTooNew'
  }
}

/**
 * Brings a schema to the form of this program; one process at a time. Where nothing is to do, it needs no right to change anything.
 * @throws StoreTooNew, EventStoreUnavailable
 */
export const migrate = async (connections: Connections, names: Names): Promise<void> => {
  if (await formOf(connections, names) < steps.length) {
    // One message is one transaction: the steps stand whole, or not at all.
    await connections.write({ rowMode: 'array', text: [
      `SELECT pg_advisory_xact_lock(${names.lock})`,
      block(`IF to_regnamespace(${escapeLiteral(names.quotedSchema)}) IS NULL THEN CREATE SCHEMA ${names.quotedSchema}; END IF;`),
      `CREATE TABLE IF NOT EXISTS ${names.quotedSchema}.migration (number integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`,
      ...steps.map((step, i) => stepOnce(names, i + 1, step(names))),
    ].join(';\n') })
  }
  const found = await formOf(connections, names)
  if (found > steps.length) throw new StoreTooNew(names.schema, found)
}

/** Runs a step unless another process did while this one waited for the lock. */
const stepOnce = ({ quotedSchema }: Names, number: number, step: string): string =>
  block(`INSERT INTO ${quotedSchema}.migration (number) VALUES (${number}) ON CONFLICT DO NOTHING; IF FOUND THEN ${step}; END IF;`)

const block = (statements: string): string => `DO ${escapeLiteral(`BEGIN ${statements} END`)}`

/** 0 for a schema that isn't there yet. */
const formOf = async (connections: Connections, { quotedSchema }: Names): Promise<number> => {
  const [there] = await connections.write<[boolean]>({ rowMode: 'array', text: 'SELECT to_regclass($1) IS NOT NULL', values: [`${quotedSchema}.migration`] })
  if (there?.[0] !== true) return 0
  const [last] = await connections.write<[number]>({ rowMode: 'array', text: `SELECT coalesce(max(number), 0) FROM ${quotedSchema}.migration` })
  return last![0]
}
