import { addDays, type IsoDate } from '@samenspel/kernel'
import type { Caps, Family } from '../format/case.ts'

/** The caps that hold in the week of a date: the ordinary ones, or what is lower in a week that is to be lighter. */
export const capsOn = ({ caps, weekCaps }: Pick<Family, 'caps' | 'weekCaps'>, date: IsoDate): Caps => {
  const lower = weekCaps?.[addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek)]
  return lower === undefined ? caps : {
    ...caps,
    appointmentsPerDay: Math.min(caps.appointmentsPerDay, lower.appointmentsPerDay),
    tripsPerWeek: Math.min(caps.tripsPerWeek, lower.tripsPerWeek),
    eveningsPerWeek: Math.min(caps.eveningsPerWeek, lower.eveningsPerWeek),
  }
}
