import type { OrganisationId, PersonId } from '@samenspel/kernel'

/** Where somebody is at work: in one of the two apps, or at a tablet that a group shares. */
export type App = 'desk' | 'parent' | 'tablet'
/** Where one signs in with an account of one's own. */
export type SignInApp = Exclude<App, 'tablet'>
export type Language = 'nl' | 'en'

/** Who somebody is, as sign-in established it. It carries no rights: those are decided anew for every request. */
export type Identity = {
  readonly person: PersonId
  readonly role: 'professional' | 'familyMember' | 'privacyOfficer'
  /** The organisation somebody works for, when sign-in is the one who knows it. */
  readonly organisation?: OrganisationId
  /** How somebody is called whom neither the register nor a case file knows: an office. */
  readonly name?: string
}
