import type { Id, LocationId, PersonId, Subject } from '@samenspel/kernel'
import type { Ask, Fact, Interval } from '../terms.ts'

/** ISO: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Who brings or fetches a child, and when that person is under way. */
export type Run = Interval & { readonly by: PersonId }

/** How a child gets to the day centre: a taxi, or a parent, who is there during `dropOff` and `pickUp`. */
export type Transport = 'taxi' | { readonly by: PersonId; readonly dropOff: Interval; readonly pickUp: Interval }

/**
 * A part of somebody's week that comes back every week at the same time on the clock.
 * A block that is shared, such as the rest of both parents, stands with one id in the rhythm of each.
 */
export type RhythmBlock = Interval & { readonly id: Id; readonly label: string; readonly weekdays: readonly Weekday[] } & (
  | { readonly kind: 'nap' }
  | { readonly kind: 'dayCentre'; readonly place: LocationId; readonly transport: Transport }
  /** `from`: the ritual begins; `to`: the child is in bed. */
  | { readonly kind: 'bedtime' }
  | { readonly kind: 'school'; readonly runs: readonly Run[] }
  | { readonly kind: 'work' }
  /** Nothing is planned here. Only the family releases it. */
  | { readonly kind: 'protectedRest' }
  /** Time with a brother or sister: nothing is planned here. */
  | { readonly kind: 'siblingTime' }
  /** May be touched, and then it counts. */
  | { readonly kind: 'preferredRest' }
)
export type RhythmKind = RhythmBlock['kind']

/** The most that a family wants to carry. */
export type Caps = {
  readonly childMinutesPerDay: number
  readonly appointmentsPerDay: number
  readonly tripsPerWeek: number
  readonly eveningsPerWeek: number
  /** Longest wait at a place before people go home instead. */
  readonly waitMinutes: number
  /** Shortest stay at home between two outings. */
  readonly homeMinutes: number
  /** The most appointments in one week, over all organisations. */
  readonly contactsPerWeek?: number
  /** The most minutes of appointments on one day of a mother who expects a child. */
  readonly motherMinutesPerDay?: number
}

/** No appointment on this weekday starts earlier or ends later. */
export type DayHours = Interval & { readonly weekday: Weekday }

export type RhythmEvent =
  /** The whole rhythm of one person; replaces what was known of that person. The person is that of the subject. */
  | (Fact & { readonly type: 'RhythmSet'; readonly person: PersonId; readonly blocks: readonly RhythmBlock[]; readonly version?: Id })
  /** `sitter`: somebody can mind the child at home while the parents are out. `withoutCar`: who goes by bus or train. */
  | (Fact & { readonly type: 'LimitsSet'; readonly caps: Caps; readonly sitter: boolean; readonly dayHours?: readonly DayHours[]; readonly withoutCar?: readonly PersonId[]; readonly version?: Id })

/** `version`: the id of what is set now; `from`: that of what it was made from, absent where nothing stood. */
type Versioned = { readonly version?: Id; readonly from?: string }

export type RhythmCommand =
  /** `members`: the persons of this family. */
  | (Ask & Versioned & { readonly type: 'SetRhythm'; readonly subject: Subject; readonly person: PersonId; readonly blocks: readonly RhythmBlock[]; readonly members: readonly PersonId[] })
  /** `ownCar`: what a parent says of themselves alone; the other parent's stays as it was. Left out, with `withoutCar` too: as it was. */
  | (Ask & Versioned & { readonly type: 'SetLimits'; readonly caps: Caps; readonly sitter: boolean; readonly dayHours?: readonly DayHours[]; readonly withoutCar?: readonly PersonId[]; readonly ownCar?: boolean })
