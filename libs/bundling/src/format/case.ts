/**
 * The case format `bundling-case/1`: one or more families and what every professional offers them.
 *
 * Dates and times are wall clock in the zone of the case; all lengths are minutes inside one day.
 * "Overlap" always means sharing more than one instant: touching ends don't overlap.
 *
 * Fields with a question mark besides `series`, `maxDays` and the words for people are our own additions: a case without them means
 * what it always meant. `docs/develop/bundling-format.md` tells the whole format.
 */
import type { IsoDate, LocalTime } from '@samenspel/kernel'

export const caseFormat = 'bundling-case/1'

/** From–to on one day. */
export type TimeSpan = readonly [from: LocalTime, to: LocalTime]
export type TimesByDate = Readonly<Record<IsoDate, readonly TimeSpan[]>>

export type Parent = 'parentA' | 'parentB'
/** A brother or sister, or a twin: whom `children` names. */
export type OtherChildId = `child:${string}`
export type Attendee = 'child' | OtherChildId | Parent
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
  /** By place, where rooms are used up: the rooms themselves, each for one appointment at a time. Takes the place of `rooms` there. */
  readonly roomsAt?: Readonly<Record<string, readonly Room[]>>
  /** Who interprets, by id; ids differ from those of professionals. */
  readonly interpreters?: Readonly<Record<string, Interpreter>>
  /** Days on which nothing is planned. */
  readonly holidays?: readonly IsoDate[]
  /** By place: days on which it is closed. */
  readonly closed?: Readonly<Record<string, readonly IsoDate[]>>
  readonly families: readonly Family[]
}

export type Room = { readonly id: string; readonly free: TimesByDate; readonly equipment: readonly string[] }

export type Interpreter = Pick<Professional, 'free' | 'freeFor'> & { readonly languages: readonly string[] }

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
  /** The other children at home: somebody minds them too, and they can have appointments of their own. */
  readonly children?: readonly OtherChild[]
  /** The mother's own measure before the birth; there is no `child` then, and no need asks for one. */
  readonly pregnancy?: { readonly mother: Parent; readonly minutesPerDay: number }
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
  readonly travelMinutes: TravelMinutes
  /** Hours in which travel takes longer, in order; outside them `travelMinutes` holds. */
  readonly travel?: readonly TravelPeriod[]
  /** The parent who has no car travels in these times, except to and from what both attend: then they go together. */
  readonly withoutCar?: { readonly parent: Parent; readonly travelMinutes: TravelMinutes; readonly travel?: readonly TravelPeriod[] }
  /** By ISO weekday, `1` is Monday: no appointment starts earlier or ends later. */
  readonly dayHours?: Readonly<Record<string, TimeSpan>>
  /** By the Monday of a week: what of the caps is used up by appointments that this case doesn't plan. */
  readonly used?: Readonly<Record<IsoDate, WeekUse>>
  readonly dayCentre: null | DayCentre
  readonly unavailable: Readonly<Partial<Record<Parent, Readonly<Record<IsoDate, readonly UnavailableSpan[]>>>>>
  readonly rest: readonly RestBlock[]
  readonly needs: readonly Need[]
  readonly order: readonly OrderRule[]
}

/** Square, in the order of `places`. */
export type TravelMinutes = readonly (readonly number[])[]

/**
 * Departures from `from` on and before `to` take these minutes, no fewer than outside rush hours. Multiples of five, as all times of a case
 * with such hours. Who leaves five minutes later never arrives earlier: minutes fall by at most five in five minutes.
 */
export type TravelPeriod = { readonly from: LocalTime; readonly to: LocalTime; readonly minutes: TravelMinutes }

export type OtherChild = {
  readonly id: OtherChildId
  /** Every day. */
  readonly naps: readonly TimeSpan[]
  readonly childMinutesPerDay: number
  /** When somebody outside the family minds this child: school, a day centre. */
  readonly away: TimesByDate
  /** Comes along, as a visitor, to appointments that another child has with a parent; who is there minds this child. */
  readonly comesAlong: boolean
}

export type WeekUse = { readonly trips: number; readonly evenings: number; readonly contacts: number }

export type Caps = {
  readonly childMinutesPerDay: number
  readonly appointmentsPerDay: number
  readonly tripsPerWeek: number
  readonly eveningsPerWeek: number
  /** The longest wait between two stops; with a longer gap a parent goes home. */
  readonly waitMinutes: number
  /** The shortest stay at home between two outings. */
  readonly homeMinutes: number
  /** The most appointments of the family in one week, over all organisations. */
  readonly contactsPerWeek?: number
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
  /** The language for which an interpreter is there the whole time. */
  readonly interpreter?: string
  /** What the room must have; asked only on site. */
  readonly equipment?: readonly string[]
  /** Minutes before the start in which those who attend are there already; a multiple of five. */
  readonly preparationMinutes?: number
  /** Minutes after the end in which those who attend stay there; a multiple of five. */
  readonly recoveryMinutes?: number
  /** All of the same series that say so have the same weekday and start. */
  readonly sameTime?: boolean
}

/** Calendar days from one need to another, when both are planned. */
export type OrderRule = {
  readonly before: string
  readonly after: string
  readonly minDays: number
  readonly maxDays?: number
}
