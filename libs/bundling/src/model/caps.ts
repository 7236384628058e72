/** The caps that hold in a week: the ordinary ones, or what is lower in a week that is to be lighter. */
import { addDays, type IsoDate } from '@samenspel/kernel'
import type { Caps, Family } from '../format/case.ts'
import type { FamilyModel } from './family-model.ts'

export const capsOn = ({ caps, weekCaps }: Pick<Family, 'caps' | 'weekCaps'>, date: IsoDate): Caps => {
  const lower = weekCaps?.[addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek)]
  return lower === undefined ? caps : {
    ...caps,
    appointmentsPerDay: Math.min(caps.appointmentsPerDay, lower.appointmentsPerDay),
    tripsPerWeek: Math.min(caps.tripsPerWeek, lower.tripsPerWeek),
    eveningsPerWeek: Math.min(caps.eveningsPerWeek, lower.eveningsPerWeek),
  }
}

/** @param day any planning day of the week, by its index */
export const capsOfWeek = ({ family, instance }: Pick<FamilyModel, 'family' | 'instance'>, day: number): Caps => {
  const date = instance.planningDays[day]
  return family.weekCaps === undefined || date === undefined ? family.caps : capsOn(family, date)
}
