import type { EventStore } from '@samenspel/event-store'
import { readMark, writeMark, type StateDatabase } from '../sessions/state-database.ts'
import { StartProblem } from '../start-problem.ts'

const firstEvent = 'first-event'

/**
 * Tables and sessions belong to the log they were made from, which is known by its first event.
 * @throws StartProblem
 */
export const refuseOtherLog = async (state: StateDatabase, log: Pick<EventStore, 'readAll'>): Promise<void> => {
  const [first] = await Array.fromAsync(log.readAll({ limit: 1 }))
  const known = await readMark(state, firstEvent)
  if (known !== undefined && known !== first?.id) throw new StartProblem('The read models and sessions were made from another log than the one that SAMENSPEL_STORE names; each log needs its own.')
  if (known === undefined && first !== undefined) await writeMark(state, firstEvent, first.id)
}
