/** Life story: what happened to the child, a parent, or between them, on one line. */
import type { Category, IsoDate, Subject } from '@samenspel/kernel'
import type { Setting } from '../contributions/events.ts'
import type { Fact, Request } from '../fact.ts'

export const datePrecisions = ['day', 'month', 'year'] as const
export type DatePrecision = (typeof datePrecisions)[number]

export const lifeEventWeights = ['strain', 'strength', 'neutral'] as const
/** Whether it weighed on the family or carried it. */
export type LifeEventWeight = (typeof lifeEventWeights)[number]

export type NewLifeEvent = {
  readonly id: string
  readonly category: Category
  /** The day, or the first day of the month or year that is known. */
  readonly occurredOn: IsoDate
  readonly precision: DatePrecision
  /** Last day of something that lasted. */
  readonly until?: IsoDate
  readonly title: string
  readonly text?: string
  readonly weight: LifeEventWeight
  readonly setting?: Setting
}

export type LifeStoryEvent = Fact<'LifeEventAdded', NewLifeEvent>
export type LifeStoryCommand = Request<'AddLifeEvent', NewLifeEvent & { subject: Subject }>
