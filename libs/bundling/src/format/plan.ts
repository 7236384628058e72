/** The plan format: each need gets at most one appointment. */
import type { IsoDate, LocalTime } from '@samenspel/kernel'
import type { Attendee, Form } from './case.ts'

export type Appointment = {
  readonly family: string
  readonly need: string
  readonly date: IsoDate
  readonly start: LocalTime
  readonly modality: Form
  /** Only on site; else the place is home. */
  readonly place?: string
  readonly attendees: readonly Attendee[]
  readonly professionals: readonly string[]
  /** Only when the need asks for one. */
  readonly interpreter?: string
  /** Only on site where rooms are used up. */
  readonly room?: string
}

/** How heavy a plan weighs on a family: seven whole numbers, compared strictly in this order; smaller is better. */
export type Burden = {
  /** Sum of the urgency of the needs without an appointment. */
  readonly unplanned: number
  /** Preferred rest blocks touched. */
  readonly restTouched: number
  /** Days with at least one trip. */
  readonly travelDays: number
  readonly trips: number
  /** Days with at least one appointment with a parent. */
  readonly careDays: number
  /** Minutes of travel and of waiting. */
  readonly minutes: number
  /** Urgency × working days after the preferred date, summed. */
  readonly lateness: number
}

export const burdenParts = ['unplanned', 'restTouched', 'travelDays', 'trips', 'careDays', 'minutes', 'lateness'] as const satisfies readonly (keyof Burden)[]

export type BurdenVector = readonly [unplanned: number, restTouched: number, travelDays: number, trips: number, careDays: number, minutes: number, lateness: number]

export const vectorOf = (burden: Burden): BurdenVector =>
  [burden.unplanned, burden.restTouched, burden.travelDays, burden.trips, burden.careDays, burden.minutes, burden.lateness]

/** A burden made part by part. */
export const burdenFrom = (part: (name: keyof Burden) => number): Burden => ({
  unplanned: part('unplanned'),
  restTouched: part('restTouched'),
  travelDays: part('travelDays'),
  trips: part('trips'),
  careDays: part('careDays'),
  minutes: part('minutes'),
  lateness: part('lateness'),
})

/** `a − b`, part by part. */
export const burdenDifference = (a: Burden, b: Burden): Burden => burdenFrom(part => a[part] - b[part])

export const burdenSum = (burdens: readonly Burden[]): Burden => burdenFrom(part => burdens.reduce((sum, burden) => sum + burden[part], 0))

/** Below zero when `a` weighs less than `b`: the first part that differs decides. */
export const compareBurdens = (a: Burden, b: Burden): number => {
  for (const part of burdenParts) if (a[part] !== b[part]) return a[part] - b[part]
  return 0
}

/** A plan as it stands in a file. */
export type Plan = {
  readonly case: string
  readonly appointments: readonly Appointment[]
  readonly burden?: BurdenVector
  readonly proven?: boolean
  /** No plan weighs less than this. */
  readonly bound?: BurdenVector
  readonly conflicts?: readonly PlanConflict[]
}

/** Rules and other needs that together keep a need from being planned. */
export type PlanConflict = {
  readonly family: string
  readonly need: string
  readonly rules: readonly RuleCode[]
  readonly needs: readonly string[]
}

/** The hard rules that a conflict can name. */
export const ruleCodes = [
  'window', 'offer', 'room', 'evening', 'nap', 'dayCentre', 'childAlone', 'unavailable', 'minding', 'apart',
  'doubleBooked', 'travel', 'homeMinutes', 'childMinutes', 'appointmentsPerDay',
  'tripsPerWeek', 'eveningsPerWeek', 'order', 'sameProfessional',
  'interpreter', 'equipment', 'closed', 'dayHours', 'motherMinutes', 'contactsPerWeek', 'sameTime',
] as const
export type RuleCode = typeof ruleCodes[number]

/** Rules that no conflict names: they say what the need is. */
export type DefiningRule = 'shape' | 'modality' | 'attendance' | 'staffing'
