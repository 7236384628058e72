/** What a family carries, week by week: what stands, and what a plan would make of it. From the parts that one reader may see. */
import { addDays, type IsoDate, type PersonId } from '@samenspel/kernel'
import { bundlesOf, type MinutesBetween } from './bundles.ts'
import { overlapOnDay } from './checks.ts'
import { mondayOf } from './bundling-case/days.ts'
import { outOfHome } from './bundling-case/family.ts'
import type { Slot } from './proposals/events.ts'
import type { BundleId, DatedInterval } from './terms.ts'

export type WeekLoad = {
  /** The Monday of the week. */
  readonly monday: IsoDate
  /** Moments for which somebody of the family leaves home, or opens the door. */
  readonly visits: number
  readonly travelMinutes: number
  /** Appointments, each counted once. */
  readonly contacts: number
  /** Moments at home when the children sleep. */
  readonly evenings: number
  /** Times of the week that the family keeps for itself: rest, and time with a brother or sister. */
  readonly windows: number
  readonly windowsKept: number
}

type Part = Slot & { readonly bundleId: BundleId; readonly evening: boolean; readonly asked: readonly PersonId[] }
type Window = DatedInterval & { readonly persons: readonly PersonId[] }

export type LoadFacts = {
  readonly minutesBetween: MinutesBetween
  /** The family's own times that the reader may see, on these days. */
  readonly windowsOn: (dates: readonly IsoDate[]) => readonly Window[]
}

/** @param from a day of the first week. @param weeks how many, that one included. */
export const weekLoads = (parts: readonly Part[], from: IsoDate, weeks: number, { minutesBetween, windowsOn }: LoadFacts): readonly WeekLoad[] =>
  Array.from({ length: weeks }, (_, index): WeekLoad => {
    const monday = addDays(mondayOf(from), index * 7)
    const days = Array.from({ length: 7 }, (_day, day) => addDays(monday, day))
    const own = parts.filter(({ date }) => days.includes(date))
    const bundles = bundlesOf(own, minutesBetween)
    const windows = windowsOn(days)
    return {
      monday, contacts: own.length, windows: windows.length,
      visits: bundles.filter(({ kind }) => kind === 'visit' || kind === 'home').length,
      evenings: bundles.filter(({ kind }) => kind === 'evening').length,
      travelMinutes: bundles.reduce((sum, { travel }) => sum + (travel?.minutes ?? 0), 0),
      windowsKept: windows.filter((window) => !own.some((part) => touches(part, window))).length,
    }
  })

/** Somebody whose time it is would be away in it, the way there and back included. */
const touches = (part: Part, window: Window): boolean =>
  overlapOnDay(window, { ...outOfHome(part), date: part.date }) && part.attendees.some((person) => window.persons.includes(person))
