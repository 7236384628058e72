import type { Category, Discipline, Id, IsoDate, OrganisationId, PersonId, Subject } from '@samenspel/kernel'
import type { Ask, Fact, Modality, NeedId, PractitionerId } from '../terms.ts'

/** 3 is the most urgent. */
export type Urgency = 1 | 2 | 3

/** An appointment that somebody asks of the family. One need is one appointment; a weekly series is one need per week. What is asked again and again is recorded as its first (`recurring.ts`). */
export type NeedDetails = {
  readonly needId: NeedId
  /** What it is called for the family, in plain words. */
  readonly label: string
  /** What it is for, in one plain sentence. */
  readonly purpose?: string
  readonly bring?: string
  readonly discipline: Discipline
  readonly organisation: OrganisationId
  /** A multiple of 15. */
  readonly minutes: number
  readonly urgency: Urgency
  /** First and last day allowed, both included. */
  readonly from: IsoDate
  readonly deadline: IsoDate
  /** From this day on lateness is counted. */
  readonly preferred: IsoDate
  readonly modalities: readonly Modality[]
  /** Alternatives; each is the exact set of family members who attend. */
  readonly attendance: readonly (readonly PersonId[])[]
  /** Alternatives; each is the exact set of professionals, all there the whole time. */
  readonly staffing: readonly (readonly PractitionerId[])[]
  /** Needs of one series are held by the same professionals. */
  readonly series?: Id
  /** Those of the series are all on the same weekday and start at the same time on the clock. */
  readonly sameTime?: boolean
  /** Asked again and again, until it is withdrawn. The window is that of the first. */
  readonly recurrence?: Recurrence
  /** Somebody interprets the whole time. */
  readonly interpreter?: Interpreting
  /** What the room must have. */
  readonly equipment?: readonly string[]
  /** Minutes before and after, in which those who attend are there; multiples of five. */
  readonly preparationMinutes?: number
  readonly recoveryMinutes?: number
  /** The label of what it is about; every appointment has the label `planning` besides. */
  readonly category: Category
}

/** Every so many weeks after the last one that stands, so many days earlier or later at most. Half of the weeks at most, so that no two fall into one period. */
export type Recurrence = { readonly everyWeeks: number; readonly toleranceDays: number }

/** `by`: one of these interprets; none of them holds the appointment. */
export type Interpreting = { readonly language: string; readonly by: readonly PractitionerId[] }

/** Days that must lie between two needs, in calendar days. */
export type OrderRule = { readonly before: NeedId; readonly after: NeedId; readonly minDays: number; readonly maxDays?: number }

export type NeedsEvent =
  | (Fact & NeedDetails & { readonly type: 'NeedAdded' })
  | (Fact & { readonly type: 'NeedWithdrawn'; readonly needId: NeedId })
  | (Fact & OrderRule & { readonly type: 'OrderRuleAdded' })

export type NeedsCommand =
  /**
   * `members`: the persons of this family. `today`: the day of `at` in the zone of the case.
   * `furtherWeeks`: the same again, each a week later than the one before: a need for each of these ids.
   */
  | (Ask & NeedDetails & { readonly type: 'AddNeed'; readonly subject: Subject; readonly today: IsoDate; readonly members: readonly PersonId[]; readonly furtherWeeks?: readonly NeedId[] })
  | (Ask & { readonly type: 'WithdrawNeed'; readonly needId: NeedId })
  | (Ask & OrderRule & { readonly type: 'AddOrderRule' })
