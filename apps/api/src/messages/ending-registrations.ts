/**
 * That somebody's own registration ends is nobody's doing, so nothing recorded tells when to write of it: it is looked for once a day
 * (K-01). Found again it is the same reason, so that one mail is sent however often it is looked for.
 */
import { dayOf, zoneOf, type IsoInstant, type Jurisdiction, type PersonId } from '@samenspel/kernel'
import { endingRegistration, type Practitioner } from '@samenspel/register'
import { derivedId } from '../ids/derived-id.ts'
import type { Reason } from './reasons.ts'

/** Whom the end of their own registration gives a reason to write to on this day; nothing while it is far, or once it was renewed. */
export const endingReason = (person: PersonId, practitioner: Practitioner | undefined, jurisdiction: Jurisdiction, now: IsoInstant): Reason | undefined => {
  const ends = endingRegistration(practitioner, jurisdiction, dayOf(now, zoneOf(jurisdiction)))
  return ends && { id: derivedId(`registration ends ${ends.registrationId} ${person}`), kind: 'work', person, role: 'professional', about: { kind: 'registration', id: ends.registrationId } }
}
