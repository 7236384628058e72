import type { Category, Discipline, Id, IsoDate, OrganisationId, PersonId, Subject } from '@samenspel/kernel'
import type { Ask, Fact, Modality, NeedId, PractitionerId } from '../terms.ts'

/** 3 is the most urgent. */
export type Urgency = 1 | 2 | 3

/** An appointment that somebody asks of the family. One need is one appointment; a weekly series is one need per week. */
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
  /** The label of what it is about; every appointment has the label `planning` besides. */
  readonly category: Category
}

/** Days that must lie between two needs, in calendar days. */
export type OrderRule = { readonly before: NeedId; readonly after: NeedId; readonly minDays: number; readonly maxDays?: number }

export type NeedsEvent =
  | (Fact & NeedDetails & { readonly type: 'NeedAdded' })
  | (Fact & { readonly type: 'NeedWithdrawn'; readonly needId: NeedId })
  | (Fact & OrderRule & { readonly type: 'OrderRuleAdded' })

export type NeedsCommand =
  /** `members`: the persons of this family. `today`: the day of `at` in the zone of the case. */
  | (Ask & NeedDetails & { readonly type: 'AddNeed'; readonly subject: Subject; readonly today: IsoDate; readonly members: readonly PersonId[] })
  | (Ask & { readonly type: 'WithdrawNeed'; readonly needId: NeedId })
  | (Ask & OrderRule & { readonly type: 'AddOrderRule' })
