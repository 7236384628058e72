import type { IsoDate } from '@samenspel/kernel'
import type { Agenda } from './state.ts'

/**
 * Whether a family may be written to about what is asked of it, and be reminded, on a day in the zone of the case (K-13). The one
 * place that says so for everything that leaves the house; what a person said of themselves, such as "it is too much now", stands in
 * the case file. Nothing in an agenda asks for rest yet.
 */
export const mayRemind: (agenda: Agenda, on: IsoDate) => boolean = () => true
