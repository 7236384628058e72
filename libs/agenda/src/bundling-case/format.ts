/** The formats `bundling-case/1` and of a plan, as far as this library writes and reads them (docs/develop/bundling-format.md). */
import type { IsoDate, LocalTime } from '@samenspel/kernel'
import type { Urgency } from '../needs/events.ts'
import type { Caps } from '../rhythm/events.ts'
import type { ModalityKind } from '../terms.ts'

export type TimeSpan = readonly [from: LocalTime, to: LocalTime]
export type TimesByDate = Readonly<Record<IsoDate, readonly TimeSpan[]>>
export type CaseParent = 'parentA' | 'parentB'
export type CaseOtherChild = `child:${string}`
export type CasePerson = 'child' | CaseOtherChild | CaseParent
export type UnavailableReason = 'work' | 'schoolRun' | 'siblingTime' | 'protectedRest'
export type UnavailableSpan = readonly [from: LocalTime, to: LocalTime, reason: UnavailableReason]

export type CaseNeed = {
  readonly id: string
  readonly label: string
  readonly minutes: number
  readonly urgency: Urgency
  readonly from: IsoDate
  readonly deadline: IsoDate
  readonly preferred: IsoDate
  readonly series?: string
  readonly modalities: readonly (`onsite@${string}` | 'home' | 'digital')[]
  readonly attendance: readonly (readonly CasePerson[])[]
  readonly staffing: readonly (readonly string[])[]
  readonly interpreter?: string
  readonly equipment?: readonly string[]
  readonly preparationMinutes?: number
  readonly recoveryMinutes?: number
  readonly sameTime?: boolean
}

export type TravelMinutes = readonly (readonly number[])[]
/** Who departs from `from` on and before `to` takes these minutes. */
export type CaseTravelPeriod = { readonly from: LocalTime; readonly to: LocalTime; readonly minutes: TravelMinutes }
export type CaseTravel = { readonly travelMinutes: TravelMinutes; readonly travel?: readonly CaseTravelPeriod[] }

export type CaseOrder = { readonly before: string; readonly after: string; readonly minDays: number; readonly maxDays?: number }

export type CaseDayCentre = {
  readonly place: string
  readonly days: readonly IsoDate[]
  readonly from: LocalTime
  readonly to: LocalTime
  readonly transport: 'taxi' | 'parentA'
  readonly dropOff: TimeSpan
  readonly pickUp: TimeSpan
}

export type WeekCaps = Pick<Caps, 'appointmentsPerDay' | 'tripsPerWeek' | 'eveningsPerWeek'>

export type CaseFamily = {
  readonly id: string
  readonly child: null | { readonly ageYears: number; readonly naps: readonly TimeSpan[] }
  readonly bedtime: LocalTime
  readonly sitter: boolean
  readonly parentsApart: boolean
  readonly children?: readonly { readonly id: CaseOtherChild; readonly naps: readonly TimeSpan[]; readonly childMinutesPerDay: number; readonly away: TimesByDate; readonly comesAlong: boolean }[]
  readonly pregnancy?: { readonly mother: CaseParent; readonly minutesPerDay: number }
  readonly dayHours?: Readonly<Record<string, TimeSpan>>
  readonly used?: Readonly<Record<IsoDate, { readonly trips: number; readonly evenings: number; readonly contacts: number }>>
  readonly caps: Caps
  /** Caps of a week, by its Monday, where they are lower than the ordinary ones. */
  readonly weekCaps?: Readonly<Record<IsoDate, WeekCaps>>
  readonly travelMinutes: TravelMinutes
  readonly travel?: readonly CaseTravelPeriod[]
  readonly withoutCar?: CaseTravel & { readonly parent: CaseParent }
  readonly dayCentre: null | CaseDayCentre
  readonly unavailable: Readonly<Record<CaseParent, Readonly<Record<IsoDate, readonly UnavailableSpan[]>>>>
  readonly rest: readonly { readonly id: string; readonly date: IsoDate; readonly persons: readonly CaseParent[]; readonly from: LocalTime; readonly to: LocalTime }[]
  readonly needs: readonly CaseNeed[]
  readonly order: readonly CaseOrder[]
}

/** `freeFor`: by form; `free` is all of them together. */
export type CaseProfessional = { readonly discipline: string; readonly organisation: string; readonly free: TimesByDate; readonly freeFor?: Readonly<Record<string, TimesByDate>> }

export type CaseInterpreter = Pick<CaseProfessional, 'free' | 'freeFor'> & { readonly languages: readonly string[] }
export type CaseRoom = { readonly id: string; readonly free: TimesByDate; readonly equipment: readonly string[] }

export type BundlingCase = {
  readonly format: 'bundling-case/1'
  readonly name: string
  readonly zone: string
  readonly planningDays: readonly IsoDate[]
  readonly places: readonly string[]
  readonly professionals: Readonly<Record<string, CaseProfessional>>
  readonly rooms: Readonly<Record<string, TimesByDate>>
  readonly roomsAt?: Readonly<Record<string, readonly CaseRoom[]>>
  readonly interpreters?: Readonly<Record<string, CaseInterpreter>>
  readonly holidays?: readonly IsoDate[]
  readonly closed?: Readonly<Record<string, readonly IsoDate[]>>
  readonly families: readonly CaseFamily[]
}

export type PlanAppointment = {
  readonly family: string
  readonly need: string
  readonly date: IsoDate
  readonly start: LocalTime
  readonly modality: ModalityKind
  readonly place?: string
  readonly attendees: readonly CasePerson[]
  readonly professionals: readonly string[]
  readonly interpreter?: string
  readonly room?: string
}

export type BundlingPlan = {
  readonly case: string
  readonly appointments: readonly PlanAppointment[]
  readonly conflicts?: readonly { readonly family: string; readonly need: string; readonly rules: readonly string[]; readonly needs: readonly string[] }[]
}
