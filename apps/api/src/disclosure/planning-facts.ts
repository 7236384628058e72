import { needStatus, type Agenda, type Calendar, type Modality, type PlanningFacts } from '@samenspel/agenda'
import { ageOn } from '@samenspel/access'
import { indexChild, isParent } from '@samenspel/family-case'
import { zoneOf, type IsoDate, type PersonId } from '@samenspel/kernel'
import { isClosedOn, openOn, travelMinutes, usualTravelTimes } from '@samenspel/register'
import { closingDaysAround } from '../processes/closing-days.ts'
import type { CaseRecord } from './case-record.ts'

/** All that planning needs to know of a family, on a day. */
export const planningFacts = ({ familyId, file, agenda, directory }: CaseRecord, calendars: ReadonlyMap<PersonId, Calendar>, today: IsoDate): PlanningFacts => {
  const { family, careTeam } = file
  const closedDays = closingDaysAround(family.jurisdiction, today)
  const index = indexChild(family)
  // Nobody plans around a child that died, or towards a birth that won't be.
  const child = index?.passed === undefined ? index : undefined
  // Who coordinates knows the roads there.
  const travel = directory.organisation(directory.practitioner(careTeam.coordinator ?? '')?.organisation ?? '')?.travel
  const openHours = (place: string, date: IsoDate) => closedDays.includes(date) ? [] : openOn(directory.use(place), date)
  const pointOf = (place: string) => place === 'home' ? family.home?.point : directory.place(place)?.point
  return {
    familyId, agenda, calendars, closedDays, zone: zoneOf(family.jurisdiction),
    household: {
      child: child?.birthDate === undefined ? null : { person: child.memberId, ageYears: ageOn(child.birthDate, today) },
      parents: family.members.filter((member) => isParent(member) && member.inHousehold).map(({ memberId }) => memberId).slice(0, 2),
      siblings: family.members.filter(({ role, inHousehold, passed }) => role === 'sibling' && inHousehold && passed === undefined).map(({ memberId }) => memberId),
      parentsApart: family.parentsApart === true,
      ...(child?.birthDate === undefined && child?.carriedBy !== undefined && { expecting: child.carriedBy }),
    },
    travelMinutes: (from, to) => {
      const [a, b] = [pointOf(from), pointOf(to)]
      return a === undefined || b === undefined ? 0 : travelMinutes(a, b)
    },
    isHomeUnknown: family.home === undefined,
    openHours, isClosed: (place, date) => isClosedOn(directory.use(place), date),
    rooms: (place) => {
      const { rooms } = directory.use(place)
      return rooms.length === 0 ? undefined : rooms.map(({ roomId, equipment }) => ({ id: roomId, equipment, free: (date) => openHours(place, date) }))
    },
    travelTimes: travel?.times ?? usualTravelTimes,
  }
}

/** Whose calendars planning looks at: who is asked for, who is booked, and the rooms at the places that are asked for. */
export const practitionersIn = ({ agenda, directory }: CaseRecord): readonly PersonId[] => [...new Set([
  ...[...agenda.needs.byId.values()].flatMap(({ staffing, interpreter, modalities }) => [...staffing.flat(), ...interpreter?.by ?? [], ...modalities.flatMap((modality) => roomsAt(directory, modality))]),
  ...[...agenda.proposals.appointments.values()].flatMap(({ practitioners, modality }) => [...practitioners, ...roomsAt(directory, modality)]),
])]

const roomsAt = ({ use }: CaseRecord['directory'], modality: Modality): readonly string[] => modality.kind === 'onsite' ? use(modality.place).rooms.map(({ roomId }) => roomId) : []

/** The agenda without what still has to be planned and may not be known to who plans: nobody sends a proposal with what they may not see. */
export const withoutHiddenNeeds = (agenda: Agenda, isShown: (needId: string) => boolean): Agenda => ({
  ...agenda,
  needs: { ...agenda.needs, byId: new Map([...agenda.needs.byId].filter(([id, need]) => isShown(id) || needStatus(agenda, need) === 'planned')) },
})
