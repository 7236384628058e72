import { readMark, writeMark, type StateDatabase } from '../sessions/state-database.ts'

const mark = 'demo-region'

export type RegionState = 'absent' | 'half open' | 'open'

/** Whether this data folder holds the demo region. */
export const regionState = async (state: StateDatabase): Promise<RegionState> => {
  const value = await readMark(state, mark)
  return value === undefined ? 'absent' : value.startsWith('open ') ? 'open' : 'half open'
}

/** The day on which the region was begun to be opened. */
export const dayBegun = (state: StateDatabase): Promise<string | undefined> => readMark(state, mark)
export const markBegun = (state: StateDatabase, day: string): Promise<void> => writeMark(state, mark, day)
export const markOpen = (state: StateDatabase, day: string): Promise<void> => writeMark(state, mark, `open ${day}`)
