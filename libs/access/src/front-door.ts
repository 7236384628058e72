import { covers, type IsoDate, type OrganisationId, type Period, type PersonId } from '@samenspel/kernel'
import type { Viewer } from './viewers.ts'

/** What is known of something that came in at the front door, and of who looks. */
export type DoorFacts = {
  /** The organisation that received it. */
  readonly receivedBy: OrganisationId
  /** When the viewer works for the organisation in whose name they look; absent when they don't. */
  readonly employment?: Period
  readonly today: IsoDate
  /** Who took it, once it became a case: from then on the file of the family is what colleagues read, as far as it opens to them. */
  readonly becameCaseOf?: PersonId
}

/**
 * Who may read and work on what came in at the front door, before there is a case with a team and consents: the specialists of the
 * organisation that received it (C-01, the referrer's own contribution; C-12, who is asked), signed in with two factors, for as long
 * as they work there. Once it became a case, of these the one who took it.
 */
export const mayWorkAtDoor = (viewer: Viewer, { receivedBy, employment, today, becameCaseOf }: DoorFacts): boolean =>
  viewer.kind === 'care' && viewer.discipline === 'imhSpecialist' && viewer.organisation === receivedBy && viewer.secondFactor && viewer.purpose === 'treatment' &&
  employment !== undefined && covers(employment, today) && (becameCaseOf === undefined || becameCaseOf === viewer.person)

/** Who may review how it was looked at: the privacy officer of the organisation that received it, who reads nothing of what it says. */
export const mayReviewDoor = (viewer: Viewer, { receivedBy }: Pick<DoorFacts, 'receivedBy'>): boolean =>
  viewer.kind === 'office' && viewer.office === 'privacyOfficer' && viewer.organisation === receivedBy && viewer.secondFactor && viewer.purpose === 'accountability'
