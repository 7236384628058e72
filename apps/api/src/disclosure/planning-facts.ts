import { needStatus, type Agenda, type Calendar, type PlanningFacts } from '@samenspel/agenda'
import { ageOn } from '@samenspel/access'
import { indexChild, isParent } from '@samenspel/family-case'
import { zoneOf, type IsoDate, type PersonId } from '@samenspel/kernel'
import { travelMinutes } from '@samenspel/register'
import { closingDaysAround } from '../processes/closing-days.ts'
import type { CaseRecord } from './record.ts'

/** Hours in which a place has room for appointments, on days on which care is open. */
const openHours = [{ from: '08:00', to: '18:00' }] as const

/** All that planning needs to know of a family, on a day. */
export const planningFacts = ({ familyId, file, agenda, directory }: CaseRecord, calendars: ReadonlyMap<PersonId, Calendar>, today: IsoDate): PlanningFacts => {
  const { family } = file
  const closedDays = closingDaysAround(family.jurisdiction, today)
  const index = indexChild(family)
  // Nobody plans around a child that died, or towards a birth that won't be.
  const child = index?.passed === undefined ? index : undefined
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
    openHours: (_place, date) => Temporal.PlainDate.from(date).dayOfWeek > 5 || closedDays.includes(date) ? [] : openHours,
  }
}

/** The practitioners whose calendars planning looks at: who is asked for, and who is booked. */
export const practitionersIn = ({ agenda }: CaseRecord): readonly PersonId[] => [...new Set([
  ...[...agenda.needs.byId.values()].flatMap(({ staffing, interpreter }) => [...staffing.flat(), ...interpreter?.by ?? []]),
  ...[...agenda.proposals.appointments.values()].flatMap(({ practitioners }) => practitioners),
])]

/** The agenda without what still has to be planned and may not be known to who plans: nobody sends a proposal with what they may not see. */
export const withoutHiddenNeeds = (agenda: Agenda, isShown: (needId: string) => boolean): Agenda => ({
  ...agenda,
  needs: { ...agenda.needs, byId: new Map([...agenda.needs.byId].filter(([id, need]) => isShown(id) || needStatus(agenda, need) === 'planned')) },
})
