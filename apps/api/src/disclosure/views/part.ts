import type { MeetingWay } from '@samenspel/kernel'
import type { ItemOf, WhenAndWhere } from '../items.ts'

/** A part of a proposal, and the appointment that it becomes, as it opened for the reader; `when` only for who may know it. */
export type Part = ItemOf<'appointment'>['value'] & { readonly when: WhenAndWhere | undefined; readonly meeting?: MeetingWay }
