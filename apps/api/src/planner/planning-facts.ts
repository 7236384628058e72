import type { PlanningFacts, TravelPoint } from '@samenspel/agenda'
import { indexChild, isChild, isParent, type OpenCase } from '@samenspel/family-case'
import { zoneOf, type IsoDate, type LocationId, type PersonId } from '@samenspel/kernel'
import { travelMinutes, type Point } from '@samenspel/register'
import type { AllFiles } from '../composition/files.ts'
import { loadCalendars, type CaseRecord } from '../disclosure/record.ts'
import { closingDaysAround } from '../processes/closing-days.ts'

/** Hours in which the places of organisations can be used; the planner's own day (bundling cases, FORMAT 1). */
const openHours = [{ from: '08:00', to: '21:00' }] as const
/** Minutes that a way takes when nobody recorded where the family lives: long enough not to promise too much. */
const unknownWay = 45

/** All that planning needs to know of a family, read at this moment. */
export const loadPlanningFacts = async (files: AllFiles, record: CaseRecord, today: IsoDate): Promise<PlanningFacts> => {
  const { familyId, file, agenda } = record
  const practitioners = [...agenda.needs.byId.values()].flatMap(({ staffing }) => staffing.flat())
  const booked = [...agenda.proposals.appointments.values()].flatMap((appointment) => appointment.practitioners)
  const places = await loadPlaces(files, record)
  const { jurisdiction } = file.family
  return {
    familyId, agenda, zone: zoneOf(jurisdiction),
    calendars: await loadCalendars(files, [...practitioners, ...booked]),
    household: householdOf(file, today),
    travelMinutes: (from, to) => wayBetween(pointOf(from, file, places), pointOf(to, file, places)),
    openHours: () => openHours,
    closedDays: closingDaysAround(jurisdiction, today),
  }
}

/** The places of every organisation that asks something of the family, or where a child goes by day. */
const loadPlaces = async (files: AllFiles, { file, agenda }: CaseRecord): Promise<ReadonlyMap<LocationId, Point>> => {
  const organisations = new Set([...file.careTeam.members.map(({ organisation }) => organisation), ...[...agenda.needs.byId.values()].map(({ organisation }) => organisation)])
  const known = await Promise.all([...organisations].map((id) => files.organisations.state(id)))
  return new Map(known.flatMap((organisation) => organisation?.locations ?? []).map(({ locationId, point }) => [locationId, point]))
}

const householdOf = ({ family }: OpenCase, today: IsoDate): PlanningFacts['household'] => {
  const child = indexChild(family)
  const atHome = family.members.filter(({ inHousehold }) => inHousehold)
  return {
    child: child?.birthDate === undefined ? null : { person: child.memberId, ageYears: Temporal.PlainDate.from(child.birthDate).until(today).total({ unit: 'years', relativeTo: child.birthDate }) },
    parents: atHome.filter(isParent).map(({ memberId }) => memberId),
    siblings: atHome.filter((member) => isChild(member) && member.memberId !== child?.memberId).map(({ memberId }): PersonId => memberId),
    parentsApart: false,
  }
}

const pointOf = (point: TravelPoint, { family }: OpenCase, places: ReadonlyMap<LocationId, Point>): Point | undefined =>
  point === 'home' ? family.home?.point : places.get(point)

const wayBetween = (from: Point | undefined, to: Point | undefined): number =>
  from === undefined || to === undefined ? unknownWay : travelMinutes(from, to)
