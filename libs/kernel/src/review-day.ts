import { refuse, type Refusal } from './decider.ts'
import { addDays, isDate, type IsoDate } from './time.ts'

/** So far ahead somebody may put the next look at a measure, in days: nothing stands for years without a thought. */
export const longestReview = 366

/**
 * A day on which somebody looks again at what shuts something or keeps somebody away, or why it can't be.
 * @returns the refusal `date-impossible`, `date-in-past` or `date-too-late` (with `field`), or nothing when the day will do.
 */
export const refuseReviewDay = (field: string, day: IsoDate, today: IsoDate): { readonly refusal: Refusal } | undefined => {
  if (!isDate(day)) return refuse('date-impossible', { field })
  if (day <= today) return refuse('date-in-past', { field })
  return day > addDays(today, longestReview) ? refuse('date-too-late', { field }) : undefined
}
