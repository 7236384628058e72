import type { Discipline, OrganisationId, PersonId } from '@samenspel/kernel'

/** What somebody says to come for; the session supplies it, the policies judge it. */
export type Purpose = 'treatment' | 'emergency' | 'legalClaim' | 'research' | 'administration' | 'accountability' | 'support' | 'policy'

/** Somebody of the family: a parent, guardian, grandparent, step or foster parent. What they may see comes from facts. */
export type PortalViewer = {
  readonly kind: 'portal'
  readonly person: PersonId
  readonly secondFactor: boolean
}

/** A professional. Who acts for two organisations acts for one at a time. */
export type CareViewer = {
  readonly kind: 'care'
  readonly person: PersonId
  readonly organisation: OrganisationId
  /** Absent for who works in no field of care; then only what asks for none is given. */
  readonly discipline?: Discipline
  readonly secondFactor: boolean
  readonly purpose: Purpose
  /** The meeting in which the professional looks, for consent given for that meeting only (C-03). */
  readonly context?: string
}

/** An office: it keeps things running or answerable, and has no part in care. */
export type OfficeViewer = {
  readonly kind: 'office'
  readonly office: 'orgAdmin' | 'privacyOfficer' | 'support' | 'policyViewer'
  readonly person: PersonId
  readonly organisation: OrganisationId
  readonly discipline?: Discipline
  readonly secondFactor: boolean
  readonly purpose: Purpose
}

/**
 * Who looks. It holds what the session knows (who, in which role, second factor, purpose) and no right at all:
 * rights are decided from `Facts` at every request.
 */
export type Viewer = PortalViewer | CareViewer | OfficeViewer
