/**
 * The case format `bundling-case/1`: one or more families and what every professional offers them.
 *
 * Dates and times are wall clock in the zone of the case; all lengths are minutes inside one day.
 * "Overlap" always means sharing more than one instant: touching ends don't overlap.
 */
import type { IsoDate, LocalTime } from '@samenspel/kernel'

export const caseFormat = 'bundling-case/1'

/** From–to on one day. */
export type TimeSpan = readonly [from: LocalTime, to: LocalTime]
export type TimesByDate = Readonly<Record<IsoDate, readonly TimeSpan[]>>

export type Parent = 'parentA' | 'parentB'
export type Attendee = 'child' | Parent
export type Form = 'onsite' | 'home' | 'digital'
/** An allowed form of a need: on site with its place, at the family's home, or digital with the parents at home. */
export type Modality = `onsite@${string}` | 'home' | 'digital'
export type Urgency = 1 | 2 | 3

export type BundlingCase = {
  readonly format: typeof caseFormat
  readonly name: string
  readonly class?: string
  readonly story?: string
  readonly note?: string
  readonly zone: string
  /** The dates that may be used, in order, Monday to Friday of whole weeks. */
  readonly planningDays: readonly IsoDate[]
  /** The first place is always `home`; the order is that of `travelMinutes`. */
  readonly places: readonly string[]
  readonly professionals: Readonly<Record<string, Professional>>
  /** By place: when there is a room. Rooms aren't used up. */
  readonly rooms: Readonly<Record<string, TimesByDate>>
  readonly families: readonly Family[]
}

export type Professional = {
  readonly discipline: string
  readonly organisation: string
  readonly free: TimesByDate
  /**
   * Who offers other times for other forms, gives them here, and in `free` all of them together: an appointment then lies inside
   * one interval of its own form (a `Modality`), and a form that is absent is never offered. Our own addition to the format.
   */
  readonly freeFor?: Readonly<Record<string, TimesByDate>>
}

export type Family = {
  readonly id: string
  /** `null` during pregnancy: no child to bring or to mind. */
  readonly child: null | { readonly ageYears: number; readonly naps: readonly TimeSpan[] }
  /** From this time the family's last child is in bed: the evening begins. */
  readonly bedtime: LocalTime
  /** Somebody can mind the child at home while parents are out for an on-site appointment. */
  readonly sitter: boolean
  /** The parents may not meet. */
  readonly parentsApart: boolean
  readonly caps: Caps
  /** Of weeks that are to be lighter, by their Monday: what is lower there than the ordinary caps. */
  readonly weekCaps?: Readonly<Record<IsoDate, WeekCaps>>
  /** Square, in the order of `places`; symmetric, zero diagonal, triangle inequality. */
  readonly travelMinutes: readonly (readonly number[])[]
  readonly dayCentre: null | DayCentre
  readonly unavailable: Readonly<Partial<Record<Parent, Readonly<Record<IsoDate, readonly UnavailableSpan[]>>>>>
  readonly rest: readonly RestBlock[]
  readonly needs: readonly Need[]
  readonly order: readonly OrderRule[]
}

export type Caps = {
  readonly childMinutesPerDay: number
  readonly appointmentsPerDay: number
  readonly tripsPerWeek: number
  readonly eveningsPerWeek: number
  /** The longest wait between two stops; with a longer gap a parent goes home. */
  readonly waitMinutes: number
  /** The shortest stay at home between two outings. */
  readonly homeMinutes: number
}

export type WeekCaps = Pick<Caps, 'appointmentsPerDay' | 'tripsPerWeek' | 'eveningsPerWeek'>

export type DayCentre = {
  readonly place: string
  readonly days: readonly IsoDate[]
  readonly from: LocalTime
  readonly to: LocalTime
  readonly transport: 'taxi' | 'parentA'
  readonly dropOff: TimeSpan
  readonly pickUp: TimeSpan
}

export type UnavailableReason = 'work' | 'schoolRun' | 'siblingTime' | 'protectedRest'
export type UnavailableSpan = readonly [from: LocalTime, to: LocalTime, reason: UnavailableReason]

/** Preferred rest: may be touched, but it counts. */
export type RestBlock = {
  readonly id: string
  readonly date: IsoDate
  readonly persons: readonly Parent[]
  readonly from: LocalTime
  readonly to: LocalTime
}

/** One appointment that somebody asks of the family; a weekly series is one need a week. */
export type Need = {
  readonly id: string
  readonly label: string
  /** A multiple of 15. */
  readonly minutes: number
  readonly urgency: Urgency
  /** First and last date allowed, both included. */
  readonly from: IsoDate
  readonly deadline: IsoDate
  /** The date from which lateness counts. */
  readonly preferred: IsoDate
  readonly series?: string
  readonly modalities: readonly Modality[]
  /** Alternatives; each is the exact set of attendees. */
  readonly attendance: readonly (readonly Attendee[])[]
  /** Alternatives; each is the exact set of professionals, all there for the whole appointment. */
  readonly staffing: readonly (readonly string[])[]
}

/** Calendar days from one need to another, when both are planned. */
export type OrderRule = {
  readonly before: string
  readonly after: string
  readonly minDays: number
  readonly maxDays?: number
}
