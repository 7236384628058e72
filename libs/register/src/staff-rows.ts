/** A row of a list of people, as it was decided to be brought in: what becomes of one person. */
import type { Id, IsoDate, PersonId } from '@samenspel/kernel'
import type { ImhRegistration } from './imh-registration.ts'
import type { StaffDetails } from './staff.ts'

export type StaffRow = {
  readonly person: PersonId
  /** Of the details as they stand after it. */
  readonly version: Id
  /** Of somebody new at least the name, what they do and the discipline; of the others what changes and nothing else. */
  readonly details: Partial<StaffDetails>
  readonly registration?: ImhRegistration
  /** A last day of work, and which one stood before. */
  readonly until?: { readonly day: IsoDate; readonly seen?: IsoDate }
}

/** The most rows of one list: what fits into one append, and what somebody can look over. */
export const mostRows = 300
