import type { IsoDate } from '@samenspel/kernel'
import type { Agenda } from './state.ts'

/**
 * Whether a family may be written to about what is asked of it, and be reminded, on a day (K-13). The one place that says so for
 * everything that leaves the house; what a person said of themselves, such as "it is too much now", stands in the case file.
 * @param _agenda as it is now
 * @param _on the day in the zone of the case
 */
export const mayRemind = (_agenda: Agenda, _on: IsoDate): boolean => true
