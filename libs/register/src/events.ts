import type { OrganisationEvent } from './organisation.ts'
import type { PractitionerEvent } from './practitioner.ts'

/** Everything that is recorded in the streams `organisation-<id>` and `practitioner-<id>`. */
export type RegisterEvent = OrganisationEvent | PractitionerEvent

/** Every event of the register, with the version that is written today and its retention class, for whoever stores it. */
export const registerEvents: Readonly<Record<RegisterEvent['type'], { readonly version: number; readonly retention: 'care-record' | 'coordination' }>> = {
  OrganisationRegistered: { version: 1, retention: 'coordination' },
  OrganisationsDecided: { version: 1, retention: 'coordination' },
  OrganisationsCarriedOut: { version: 1, retention: 'coordination' },
  LocationAdded: { version: 1, retention: 'coordination' },
  PractitionerRegistered: { version: 1, retention: 'coordination' },
  ImhRegistrationRecorded: { version: 1, retention: 'coordination' },
  LocationUseSet: { version: 1, retention: 'coordination' },
  HolidaysChosen: { version: 1, retention: 'coordination' },
  TravelTimesSet: { version: 1, retention: 'coordination' },
  ServiceOffered: { version: 1, retention: 'coordination' },
  ServiceChanged: { version: 1, retention: 'coordination' },
  WaitingTimeTold: { version: 1, retention: 'coordination' },
  MeetingWayChosen: { version: 1, retention: 'coordination' },
  GroupOpened: { version: 1, retention: 'coordination' },
  GroupLeaderAppointed: { version: 1, retention: 'coordination' },
  GroupDutyRecorded: { version: 1, retention: 'coordination' },
  GroupDutyEnded: { version: 1, retention: 'coordination' },
  EmploymentEnded: { version: 1, retention: 'coordination' },
  StaffDetailsSet: { version: 1, retention: 'coordination' },
  StaffImportDecided: { version: 1, retention: 'coordination' },
  StaffRowDecided: { version: 1, retention: 'coordination' },
  StaffImportCarriedOut: { version: 1, retention: 'coordination' },
  LocationChanged: { version: 1, retention: 'coordination' },
  LocationEnded: { version: 1, retention: 'coordination' },
  LocationReopened: { version: 1, retention: 'coordination' },
  EmploymentResumed: { version: 1, retention: 'coordination' },
}
