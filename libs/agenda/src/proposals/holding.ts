/** How long calendars hold a time for a family that is about to decide. */
import { writeInstant, type IsoInstant } from '@samenspel/kernel'

/** How long the calendars hold the times of a bundle, in seconds. */
export const holdSeconds = 120
/** How much of that must be left when the bundle is confirmed, in seconds. */
export const marginSeconds = 30

export const later = (at: IsoInstant, seconds: number): IsoInstant => writeInstant(Temporal.Instant.from(at).add({ seconds }))

/** Whether enough is left of the time for which the calendars hold a bundle. */
export const hasMargin = (expiresAt: IsoInstant, at: IsoInstant): boolean =>
  Temporal.Instant.compare(later(at, marginSeconds), expiresAt) <= 0
