import type { FamilyId, IsoDate, LocationId, PersonId, Zone } from '@samenspel/kernel'
import type { Agenda } from '../state.ts'
import type { Calendar } from '../calendar/state.ts'
import type { Interval, PractitionerId, RoomId } from '../terms.ts'
import type { BundlingCase, CaseParent, CasePerson } from './format.ts'

/** Who is who in the family, from the case file. */
export type Household = {
  /** Nothing during pregnancy. */
  readonly child: null | { readonly person: PersonId; readonly ageYears: number }
  /** One or two parents of the household. */
  readonly parents: readonly PersonId[]
  /** Other children at home who can't be alone. */
  readonly siblings: readonly PersonId[]
  /** The parent who expects a child; there is no `child` then. */
  readonly expecting?: PersonId
  /** The parents may not meet. */
  readonly parentsApart: boolean
}

/** The id of a place, or `home` for the family's home. */
export type TravelPoint = LocationId

/** All that planning needs to know, read from the agenda, the calendars, the case file and the register. */
export type PlanningFacts = {
  readonly familyId: FamilyId
  readonly agenda: Agenda
  readonly calendars: ReadonlyMap<PractitionerId, Calendar>
  readonly household: Household
  /** Minutes of travel; the same both ways. */
  readonly travelMinutes: (from: TravelPoint, to: TravelPoint) => number
  /** Whether it stands nowhere where the family lives: then its ways count as no minutes. */
  readonly isHomeUnknown?: boolean
  /** When a place has room for an appointment. */
  readonly openHours: (place: LocationId, date: IsoDate) => readonly Interval[]
  /** Days on which a place is closed, beside `closedDays`. */
  readonly isClosed?: (place: LocationId, date: IsoDate) => boolean
  /** The rooms of a place, each for one appointment at a time; absent where nobody keeps a list of them. */
  readonly rooms?: (place: LocationId) => readonly PlaceRoom[] | undefined
  /** How much longer one is on the way at some hours, and without a car; absent where nobody chose figures. */
  readonly travelTimes?: TravelFigures
  /** Holidays and closing days: school and day centre are closed, nobody offers time. */
  readonly closedDays: readonly IsoDate[]
  readonly zone: Zone
}

/** `free`: when it could be used. What its calendar holds is taken off, as with people. */
export type PlaceRoom = { readonly id: RoomId; readonly equipment: readonly string[]; readonly free: (date: IsoDate) => readonly Interval[] }

/** Percents of the usual way by car, at least 100; of public transport also minutes that are added. Rush hours don't overlap, and lie on multiples of five minutes. */
export type TravelFigures = {
  readonly rush: readonly (Interval & { readonly percent: number })[]
  readonly publicTransport: { readonly percent: number; readonly minutes: number }
}

export type PlanningPeriod = {
  /** The first day that may be planned. */
  readonly from: IsoDate
  /** Whole weeks, the week of `from` being the first. */
  readonly weeks: number
  /** For a lighter week: at most one visit and one evening a week, and one appointment a day less. */
  readonly lighter: boolean
}

/** Ways that count as no minutes, of those that somebody may have to go: all from home, and those between different places that lie on one spot. */
export type NotKnown = { readonly home: boolean; readonly together: readonly (readonly LocationId[])[] }

/** A case for the planner, and how its names lead back to ours. Plain data, so that it can go to a worker. */
export type PlanningCase = {
  readonly case: BundlingCase
  readonly persons: Readonly<Partial<Record<CasePerson, PersonId>>>
  /** What isn't known of the ways; absent where all are. What is found, and proven, is so with no minutes there. */
  readonly notKnown?: NotKnown
  /** Needs that the planner is not asked about, since no plan could hold them. */
  readonly leftOut: readonly { readonly needId: string; /** `order-impossible`: an order towards what stands leaves it no day. */ readonly because: 'attendance-unknown' | 'window-past' | 'order-impossible' }[]
}

/** Somebody's own name in the case. The parent who brings the child to the day centre is always parent A. */
export type Roles = { readonly child: PersonId | undefined; readonly parentA: PersonId | undefined; readonly parentB: PersonId | undefined; readonly others: readonly PersonId[] }

export const parentRoles: readonly CaseParent[] = ['parentA', 'parentB']
