import type { IsoDate } from '@samenspel/kernel'
import { isPaused } from './pace/state.ts'
import type { Agenda } from './state.ts'

/**
 * Whether a family may be written to about what is asked of it, and be reminded, on a day in the zone of the case (K-13). The one
 * place that says so for everything that leaves the house: not while the family rests. What a person said of themselves, such as
 * "it is too much now", stands in the case file.
 */
export const mayRemind = ({ pace }: Pick<Agenda, 'pace'>, on: IsoDate): boolean => !isPaused(pace, on)
