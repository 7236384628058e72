import { system, zoneOf, type IsoInstant } from '@samenspel/kernel'
import { coordinationRules } from '@samenspel/register'
import { at, type Days } from '../days.ts'
import { demoId } from '../ids.ts'
import type { Step } from '../step.ts'
import { organisations, type DemoOrganisation } from './organisations.ts'
import { acting, practitioners, type DemoPractitioner } from './practitioners.ts'

/** Weeks of free time that every practitioner offers from next Monday on. */
const weeksOffered = 4

/** The organisations, their practitioners and what they offer in the coming weeks. */
export const register = (days: Days): readonly Step[] => {
  const opened = at(days.ago(400), '09:00', 'Europe/Amsterdam')
  return [
    ...Object.values<DemoOrganisation>(organisations).flatMap((organisation) => organisationSteps(organisation, opened)),
    ...Object.values<DemoPractitioner>(practitioners).flatMap((practitioner) => [...practitionerSteps(practitioner, opened, days), ...meetingSteps(practitioner, opened), ...offers(practitioner, days)]),
  ]
}

const organisationSteps = ({ id, name, discipline, jurisdiction, location }: DemoOrganisation, moment: IsoInstant): readonly Step[] => [
  { to: 'organisation', id, command: { type: 'RegisterOrganisation', by: system, at: moment, organisationId: id, name, discipline, jurisdiction } },
  { to: 'organisation', id, command: { type: 'AddLocation', by: system, at: moment, locationId: location.id, name: location.name, address: location.address, phone: location.phone, point: location.point } },
]

const practitionerSteps = ({ id, name, title, organisation, registered, email, languages }: DemoPractitioner, moment: IsoInstant, days: Days): readonly Step[] => [
  { to: 'practitioner', id, command: { type: 'RegisterPractitioner', by: system, at: moment, practitionerId: id, name, title, discipline: organisation.discipline, organisation: organisation.id, phone: organisation.location.phone } },
  {
    to: 'practitioner', id, command: {
      type: 'ChangeStaff', by: system, at: moment, organisation: organisation.id, version: demoId(`details ${id}`), name, title, discipline: organisation.discipline, phone: organisation.location.phone,
      email, languages, places: [organisation.location.id],
    },
  },
  ...(registered ? [{ to: 'practitioner', id, command: { type: 'RecordImhRegistration', by: system, at: moment, registrationId: demoId(`registration ${id}`), from: days.monthsAgo(14), termMonths: coordinationRules[organisation.jurisdiction].termMonths } } satisfies Step] : []),
]

const meetingSteps = (practitioner: DemoPractitioner, moment: IsoInstant): readonly Step[] => {
  const { id, meeting } = practitioner
  return meeting === undefined ? [] : [{ to: 'practitioner', id, command: { type: 'ChooseMeetingWay', by: acting(practitioner), at: moment, way: meeting } }]
}

const offers = ({ id, organisation, offers: weekly }: DemoPractitioner, days: Days): readonly Step[] => {
  const moment = at(days.ago(6), '08:30', zoneOf(organisation.jurisdiction))
  return Array.from({ length: weeksOffered }, (_, index) => index + 1).flatMap((week) => weekly.map(([weekday, from, to, modalities]): Step => {
    const date = days.coming(week, weekday)
    return {
      to: 'calendar', id,
      command: {
        type: 'OfferFreeTime', by: { person: id, role: 'professional', organisation: organisation.id, discipline: organisation.discipline }, at: moment,
        practitioner: id, today: days.ago(6), freeTimeId: demoId(`free ${id} ${date} ${from}`), date, from, to, modalities, places: modalities.includes('onsite') ? [organisation.location.id] : [],
      },
    }
  }))
}
