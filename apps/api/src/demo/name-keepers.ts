import { keepers } from '@samenspel/demo-region'
import type { Clock } from '@samenspel/kernel'
import type { StateDatabase } from '../sessions/state-database.ts'
import { nameKeeper } from '../tablets/keepers.ts'

/** Somebody of the demo region keeps the keys of a day centre, so that a tablet and codes can be tried there. */
export const nameKeepers = async (state: StateDatabase, clock: Clock): Promise<void> => {
  for (const person of keepers) await nameKeeper(state, person, clock)
}
