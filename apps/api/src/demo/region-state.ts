import { readMark, writeMark, type StateDatabase } from '../sessions/state-database.ts'

const mark = 'demo-region'

export type RegionState = 'absent' | 'half open' | 'open'

/** Whether this data folder holds the demo region. */
export const regionState = (state: StateDatabase): RegionState => {
  const value = readMark(state, mark)
  return value === undefined ? 'absent' : value.startsWith('open ') ? 'open' : 'half open'
}

/** The day on which the region was begun to be opened. */
export const dayBegun = (state: StateDatabase): string | undefined => readMark(state, mark)
export const markBegun = (state: StateDatabase, day: string): void => { writeMark(state, mark, day) }
export const markOpen = (state: StateDatabase, day: string): void => { writeMark(state, mark, `open ${day}`) }
