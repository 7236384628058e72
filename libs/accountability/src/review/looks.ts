import type { FamilyId, Id, IsoInstant, OrganisationId, Period, PersonId, Zone } from '@samenspel/kernel'

/** One line of the access log that a professional left, as far as the review looks at it. */
export type Look = {
  readonly id: Id
  readonly at: IsoInstant
  readonly person: PersonId
  readonly organisation?: OrganisationId
  readonly isRefused: boolean
  readonly isEmergency: boolean
  /** One family was opened; not a list of one's own families, in which many stand at once. */
  readonly isOfOneFamily: boolean
}

/** Whose file it is, as far as the review must know. */
export type Watched = {
  readonly family: FamilyId
  readonly zone: Zone
  /** The name of the case and those of its members, as they are written. */
  readonly names: readonly string[]
  readonly members: readonly PersonId[]
  /** Professionals of whom it is known that they are family. */
  readonly ownFamily: readonly PersonId[]
  readonly team: readonly (Period & { readonly person: PersonId })[]
  readonly isWatched: boolean
}

/** The looks into one file, oldest first. */
export type Looks = Watched & { readonly looks: readonly Look[] }
