import { restrictedEntries, restrictedUnseen } from '@samenspel/accountability'
import { appointmentsWith, fallenAway, needsToPlan, withOccurrences, withoutLapsed, type Agenda, type Calendar } from '@samenspel/agenda'
import type { FamilyCase, OpenCase } from '@samenspel/family-case'
import { addDays, dayOf, zoneOf, type FamilyId, type IsoDate, type IsoInstant, type Jurisdiction, type OrganisationId, type PersonId } from '@samenspel/kernel'
import { isClosedOn, useOf, usualUse, type Organisation, type Practitioner } from '@samenspel/register'
import type { AllFiles } from '../composition/files.ts'
import { closingDaysAround } from '../processes/closing-days.ts'
import { inherit } from './of-record.ts'
import type { Directory, CaseRecord } from './case-record.ts'

/**
 * @param now for whoever looks at what is still to be planned: what is asked again and again is then there as often as the next weeks hold
 * @param known the case file, for who has just read it
 * @returns nothing when there is no such family
 */
export const loadRecord = async (files: AllFiles, familyId: FamilyId, now?: IsoInstant, known?: FamilyCase): Promise<CaseRecord | undefined> => {
  const [file, recorded, tracks, emergencies, requests] = await Promise.all([known ?? files.cases.state(familyId), files.agendas.state(familyId), files.tracks.state(familyId), files.emergencies.state('accesses'), files.requests.state(familyId)])
  if (!file.isOpen) return undefined
  const today = now === undefined ? undefined : dayOf(now, zoneOf(file.family.jurisdiction))
  const shelf = file.practiceCard.releases.some(({ step }) => step === 'placed') ? await files.shelf.state('practice') : undefined
  // Of one stream for all families, and of requests that only wait, no more counts than what of it holds here.
  const openings = [...emergencies.openings.values()].filter((opening) => opening.familyId === familyId)
  const restricted = restrictedEntries(requests)
  const unseen = restrictedUnseen(requests)
  const of = [file.careTeam, file.consents, file.consentRequests, file.invitations, file.placements, recorded, shelf, today, ...openings, ...restricted, ...unseen.map(({ person, until }) => `${person} ${until}`)]
  const before = made.get(file.family)
  if (before !== undefined && isSameList(before.of, of) && isByKnown(file, before) && await stillSays(files, before.besides)) {
    const { record } = before
    if (record.file === file && record.tracks === tracks) return record
    before.record = { ...record, file, tracks }
    if (record.file === file) inherit(record, before.record)
    return before.record
  }
  const agenda = today === undefined ? recorded : withNextWeeks(recorded, file.family.jurisdiction, today)
  const people = new Set([
    ...file.careTeam.members.map(({ practitionerId }) => practitionerId),
    ...[...agenda.needs.byId.values()].flatMap(({ staffing, interpreter }) => [...staffing.flat(), ...interpreter?.by ?? []]),
    ...[...agenda.proposals.appointments.values()].flatMap(({ practitioners }) => practitioners),
    ...file.contributions.all.map(({ by }) => by.person),
    ...file.consentRequests.map(({ by }) => by.person),
    ...file.invitations.flatMap(({ practitionerId, by }) => [practitionerId, by.person]),
    ...openings.map(({ by }) => by.person),
  ])
  const named = [
    ...file.careTeam.members.map(({ organisation }) => organisation),
    ...[...agenda.needs.byId.values()].map(({ organisation }) => organisation),
    ...file.placements.map(({ organisation }) => organisation),
    ...[...file.consents, ...file.consentRequests].flatMap(({ recipient }) => recipient.kind === 'organisation' ? [recipient.organisation] : []),
  ]
  const standing = appointmentsWith(agenda, 'proposed', 'confirmed')
  const planned = new Set([...needsToPlan(agenda).flatMap(({ staffing }) => staffing.flat()), ...standing.flatMap(({ practitioners }) => practitioners)])
  const [registered, calendars] = await Promise.all([loadRegistered(files, people, named), loadCalendars(files, planned)])
  const directory = directoryOf(registered)
  const fallen = new Map(fallenAway(standing, calendars, (place, date) => isClosedOn(directory.use(place), date)).map(({ appointment, because }) => [appointment.appointmentId, because]))
  const asked = new Set(needsToPlan(agenda).flatMap(({ staffing }) => staffing.flat()))
  const record: CaseRecord = {
    familyId, file, agenda, tracks, openings, restricted, restrictedUnseen: unseen,
    directory: { ...directory, fallen: (id) => fallen.get(id), onShelf: (cardId) => shelf?.get(cardId) !== undefined && shelf.get(cardId)?.withdrawn === undefined, offers: (id) => asked.has(id) ? [...calendars.get(id)?.freeTime.values() ?? []] : [] },
  }
  made.set(file.family, { of, besides: { people, named, registered, planned, calendars }, record })
  return record
}

/** What stands beside a family's own streams, by whom it is about. */
type Besides = { readonly people: ReadonlySet<PersonId>; readonly named: readonly OrganisationId[]; readonly registered: Registered; readonly planned: ReadonlySet<PersonId>; readonly calendars: ReadonlyMap<PersonId, Calendar> }

/**
 * The record of a family as it was made last, with the states and parts of which it was made: as long as every one of these is the same, so is
 * the record, and with it what is kept of it (`kept.ts`). Where only the file was written in, all that stands beside it is the same still. Where
 * safety tracks alone are others, what is kept goes over to the next record for everybody outside of them.
 */
const made = new WeakMap<OpenCase['family'], Made>()
type Made = { readonly of: readonly unknown[]; readonly besides: Besides; record: CaseRecord }

/** Whether everybody who wrote in the file since is among those who were looked up: what is written comes behind what was. */
const isByKnown = ({ contributions: { all } }: OpenCase, { besides: { people }, record: { file: { contributions: before } } }: Made): boolean =>
  all.length <= before.all.length || all.slice(before.all.length).every(({ by }) => people.has(by.person))

/** Whether the register and the calendars say what they said. */
const stillSays = async (files: AllFiles, { people, named, registered, planned, calendars }: Besides): Promise<boolean> => {
  const [now, planning] = await Promise.all([loadRegistered(files, people, named), loadCalendars(files, planned)])
  return isSame(now.practitioners, registered.practitioners) && isSame(now.organisations, registered.organisations) && isSame(planning, calendars)
}

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean => one.length === other.length && one.every((value, index) => value === other[index])

const isSame = <State>(one: ReadonlyMap<string, State>, other: ReadonlyMap<string, State>): boolean => one.size === other.size && [...one].every(([id, state]) => other.get(id) === state)

/** How far ahead what is asked again and again is looked at. */
const weeksAhead = 8

const withNextWeeks = (agenda: Agenda, jurisdiction: Jurisdiction, today: IsoDate): Agenda => {
  const closed = new Set(closingDaysAround(jurisdiction, today))
  return withOccurrences(agenda, { from: today, until: addDays(today, weeksAhead * 7), isClosed: (date) => closed.has(date) })
}

/** The practitioners, with the organisations they work for and others that are named. */
export const loadDirectory = async (files: AllFiles, people: Iterable<PersonId>, named: readonly OrganisationId[] = []): Promise<Directory> => directoryOf(await loadRegistered(files, people, named))

type Registered = { readonly practitioners: ReadonlyMap<PersonId, Practitioner>; readonly organisations: ReadonlyMap<OrganisationId, Organisation> }

const loadRegistered = async (files: AllFiles, people: Iterable<PersonId>, named: readonly OrganisationId[]): Promise<Registered> => {
  const practitioners = await statesOf([...new Set(people)], files.practitioners.state)
  return { practitioners, organisations: await statesOf([...new Set([...named, ...[...practitioners.values()].map(({ organisation }) => organisation)])], files.organisations.state) }
}

const directoryOf = ({ practitioners, organisations }: Registered): Directory => {
  const places = new Map([...organisations.values()].flatMap(({ locations }) => locations.map((location) => [location.locationId, location] as const)))
  const uses = new Map([...organisations.values()].flatMap((organisation) => organisation.locations.map(({ locationId }) => [locationId, useOf(organisation, locationId)] as const)))
  return { use: (id) => uses.get(id) ?? usualUse, fallen: () => undefined, onShelf: () => false, practitioner: (id) => practitioners.get(id), meetingWay: (id) => practitioners.get(id)?.meeting, organisation: (id) => organisations.get(id), place: (id) => places.get(id), offers: () => [] }
}

const statesOf = async <State>(ids: readonly string[], state: (id: string) => Promise<State | undefined>): Promise<ReadonlyMap<string, State>> => {
  const states = await Promise.all(ids.map(async (id) => [id, await state(id)] as const))
  return new Map(states.flatMap(([id, known]) => known === undefined ? [] : [[id, known] as const]))
}

/** The calendars of these practitioners. @param now leaves out what has lapsed by then: for whoever plans in them. */
export const loadCalendars = (files: AllFiles, people: Iterable<PersonId>, now?: IsoInstant): Promise<ReadonlyMap<PersonId, Calendar>> =>
  statesOf([...new Set(people)], async (id) => {
    const calendar = await files.calendars.state(id)
    return now === undefined ? calendar : withoutLapsed(calendar, now)
  })
