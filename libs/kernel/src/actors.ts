import type { OrganisationId, PersonId } from './ids.ts'
import type { IsoInstant } from './time.ts'

export const disciplines = ['imhSpecialist', 'dayCentre', 'hospital', 'youthCare', 'adultMentalHealth', 'gp', 'midwife', 'childHealthClinic', 'homeSupport', 'neighbourhoodTeam', 'juvenileCourt'] as const
/** The field a professional works in; names as in the access matrix. */
export type Discipline = (typeof disciplines)[number]

/** Who does something, in which role, for which organisation (G-11, E-04). */
export type Actor = {
  readonly person: PersonId
  readonly role: 'professional' | 'familyMember' | 'privacyOfficer' | 'system'
  readonly organisation?: OrganisationId
  readonly discipline?: Discipline
  /** On whose behalf, for a substitute or a spoken yes that somebody else typed in. */
  readonly onBehalfOf?: PersonId
}

/** What every fact carries: who recorded it, and when. */
export type Recorded = { readonly by: Actor; readonly at: IsoInstant }

/** What the software itself records, in the name of a rule. */
export const system: Actor = { person: '00000000-0000-4000-8000-000000000000', role: 'system' }
