import { setTimeout } from 'node:timers/promises'
import { comparePositions, start } from '@samenspel/event-store'
import type { Bookkeeping } from '@samenspel/read-models'
import type { Stores } from '../composition/stores.ts'

/** Waits until a follower has gone through all that is recorded. @param follower the name under which it keeps its place */
export const followed = async ({ events, state }: Pick<Stores, 'events' | 'state'>, follower: string): Promise<void> => {
  const end = await events.lastPosition()
  const place = async () => (await state.withTables<Bookkeeping>().selectFrom('checkpoint').select('position').where('follower', '=', follower).executeTakeFirst())?.position ?? start
  while (comparePositions(await place(), end) < 0) await setTimeout(5)
}
