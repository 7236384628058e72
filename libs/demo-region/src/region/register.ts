import { system, zoneOf, type IsoInstant } from '@samenspel/kernel'
import { coordinationRules } from '@samenspel/register'
import { at, type Days } from '../days.ts'
import { demoId } from '../ids.ts'
import type { Step } from '../step.ts'
import { organisations, type DemoOrganisation } from './organisations.ts'
import { acting, practitioners, type DemoPractitioner } from './practitioners.ts'
import { butterflies } from './groups.ts'
import { services, type DemoService } from './services.ts'

/** Weeks of free time that every practitioner offers from next Monday on. */
const weeksOffered = 4

/** The organisations, their practitioners and what they offer in the coming weeks. */
export const register = (days: Days): readonly Step[] => {
  const opened = at(days.ago(400), '09:00', 'Europe/Amsterdam')
  return [
    ...Object.values<DemoOrganisation>(organisations).flatMap((organisation) => organisationSteps(organisation, opened)),
    ...Object.values<DemoService>(services).flatMap((service) => serviceSteps(service, opened, days)),
    ...Object.values<DemoPractitioner>(practitioners).flatMap((practitioner) => [...practitionerSteps(practitioner, opened, days), ...meetingSteps(practitioner, opened), ...offers(practitioner, days)]),
    ...groupSteps(days),
  ]
}

const organisationSteps = ({ id, name, discipline, jurisdiction, location }: DemoOrganisation, moment: IsoInstant): readonly Step[] => [
  { to: 'organisation', id, command: { type: 'RegisterOrganisation', by: system, at: moment, organisationId: id, name, discipline, jurisdiction } },
  { to: 'organisation', id, command: { type: 'AddLocation', by: system, at: moment, locationId: location.id, name: location.name, address: location.address, phone: location.phone, point: location.point } },
]

/** What an organisation offers, written down by one of its people, and the waiting time as it was told last. */
const serviceSteps = ({ id: serviceId, organisation: { id, jurisdiction }, keptBy, content, wait }: DemoService, moment: IsoInstant, days: Days): readonly Step[] => [
  { to: 'organisation', id, command: { type: 'OfferService', by: acting(keptBy), at: moment, serviceId, version: demoId(`version of ${serviceId}`), service: { ...content, from: days.ago(400) } } },
  ...(wait === undefined ? [] : [{ to: 'organisation', id, command: { type: 'TellWaitingTime', by: acting(keptBy), at: at(days.ago(wait.toldAgo), '16:00', zoneOf(jurisdiction)), serviceId, weeks: wait.weeks, toldOn: days.ago(wait.toldAgo) } } satisfies Step]),
]

const practitionerSteps = ({ id, name, title, organisation, registered, email, languages }: DemoPractitioner, moment: IsoInstant, days: Days): readonly Step[] => [
  {
    to: 'practitioner', id, command: {
      type: 'AddStaff', by: system, at: moment, practitionerId: id, organisation: organisation.id, version: demoId(`details ${id}`), name, title, discipline: organisation.discipline, phone: organisation.location.phone,
      email, languages, places: [organisation.location.id],
    },
  },
  ...(registered ? [{ to: 'practitioner', id, command: { type: 'RecordImhRegistration', by: system, at: moment, registrationId: demoId(`registration ${id}`), from: days.monthsAgo(14), termMonths: coordinationRules[organisation.jurisdiction].termMonths } } satisfies Step] : []),
]

const meetingSteps = (practitioner: DemoPractitioner, moment: IsoInstant): readonly Step[] => {
  const { id, meeting } = practitioner
  return meeting === undefined ? [] : [{ to: 'practitioner', id, command: { type: 'ChooseMeetingWay', by: acting(practitioner), at: moment, way: meeting } }]
}

/** Who leads the group opened it, and keeps who works in it. */
const groupSteps = (days: Days): readonly Step[] => {
  const { id: groupId, name, leader, workers } = butterflies
  const { id: organisation, jurisdiction } = leader.organisation
  const by = acting(leader), moment = at(days.ago(180), '09:30', zoneOf(jurisdiction))
  return [
    { to: 'organisation', id: organisation, command: { type: 'OpenGroup', by, at: moment, groupId, name } },
    ...workers.map(({ id }): Step => ({ to: 'practitioner', id, command: { type: 'RecordGroupDuty', by, at: moment, dutyId: demoId(`duty ${id}`), groupId, organisation, leader: leader.id, from: days.ago(180) } })),
  ]
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
