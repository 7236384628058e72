import { setTimeout } from 'node:timers/promises'
import { comparePositions, start, type EventStore, type Position } from '@samenspel/event-store'
import type { Bookkeeping } from '@samenspel/read-models'
import type { Kysely } from 'kysely'
import type { Stores } from '../composition/stores.ts'
import { tellingTypes } from '../messages/reasons.ts'
import { actsOn } from '../processes/run-processes.ts'

/** Waits until a follower has acted on the last of what it acts on. What is none of its own it passes by, and need not keep that it did. */
const actedOn = async (log: EventStore, books: Kysely<Bookkeeping>, follower: string, types: readonly string[]): Promise<void> => {
  let last: Position = start
  for await (const { position } of log.readAll({ filter: { types } })) last = position
  const place = async () => (await books.selectFrom('checkpoint').select('position').where('follower', '=', follower).executeTakeFirst())?.position ?? start
  while (comparePositions(await place(), last) < 0) await setTimeout(5)
}

/** Waits until a process has acted on all that it acts on. */
export const acted = ({ log, tables }: Pick<Stores, 'log' | 'tables'>, process: keyof typeof actsOn): Promise<void> =>
  actedOn(log, tables.reading.withTables<Bookkeeping>(), process, actsOn[process])

/** Waits until the software has done by itself all that what is recorded asks for, with what that led to, and has noted whom to write to. */
export const followed = async (stores: Pick<Stores, 'log' | 'state' | 'tables'>): Promise<void> => {
  const { log, state } = stores
  let end: Position
  do {
    end = await log.lastPosition()
    for (const process of Object.keys(actsOn) as (keyof typeof actsOn)[]) await acted(stores, process)
    await actedOn(log, state.withTables<Bookkeeping>(), 'messages', tellingTypes)
  } while (await log.lastPosition() !== end)
}
