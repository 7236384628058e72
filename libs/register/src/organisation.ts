/**
 * An organisation and its locations: the stream `organisation-<id>`.
 *
 * Nothing here is about a person, so every fact has the subject `case`: the stream itself. Only a row of a list of people that was
 * brought in is about that person: the list is decided on here, in one append, and then carried out in the stream of each
 * (decision 080). A list of new organisations is decided on in the stream of its first, and goes the same way (decision 093).
 *
 * Beside its address a location has what planning needs of it (`locations.ts`), and an organisation says how busy the roads are where
 * it works (`travel-times.ts`). What it offers to families stands in `services.ts`.
 */
import {
  addDays, disciplines, isDate, isRefused, nothingToDo, record, refuseText, longestLine, type Actor, type Decider, type Decision, type Discipline, type Id, type IsoDate, type IsoInstant, type Jurisdiction,
  type LocationId, type OrganisationId, type PersonId,
} from '@samenspel/kernel'
import type { Fact, Request } from './fact.ts'
import { ownHolidays, type HolidayName } from './holidays.ts'
import { isSameCell } from './list-import.ts'
import { isSameUse, refuseUse, usualUse, type LocationUse, type UseInPlans } from './locations.ts'
import { refuse } from './refusals.ts'
import { mostRows, type StaffRow } from './staff-rows.ts'
import { sameName } from './staff.ts'
import { isSameService, refuseService, refuseWeeks, serviceAsNoted, serviceContent, type Service, type ServiceContent } from './services.ts'
import { isSameTimes, refuseTravelTimes, type TravelTimes } from './travel-times.ts'
import type { Point } from './travel.ts'

// ── Events

export type NewLocation = {
  readonly locationId: LocationId
  readonly name: string
  readonly address: string
  readonly phone?: string
  readonly point: Point
}

/** An organisation as a list names it, with the first of its places where one is named. */
export type NewOrganisation = { readonly organisationId: OrganisationId; readonly name: string; readonly discipline: Discipline; readonly jurisdiction: Jurisdiction; readonly place?: NewLocation }

/** A group of children who are looked after together, and who leads it: that one keeps who works there (`GroupDutyRecorded`). */
export type NewGroup = { readonly groupId: Id; readonly name: string; readonly leader: PersonId }

export type OrganisationEvent =
  | Fact<'OrganisationRegistered', { organisationId: OrganisationId; name: string; discipline: Discipline; jurisdiction: Jurisdiction }>
  /** With this organisation the others of its list are registered: decided on at once, and carried out in the stream of each. */
  | Fact<'OrganisationsDecided', { importId: Id; organisations: readonly NewOrganisation[] }>
  | Fact<'OrganisationsCarriedOut', { importId: Id }>
  | Fact<'LocationAdded', NewLocation>
  /** Another name or address of a location. */
  | Fact<'LocationChanged', NewLocation & { version: Id }>
  /** `until` is its last day: nothing is planned there after it. What stands is planned anew by who coordinates. */
  | Fact<'LocationEnded', { locationId: LocationId; until: IsoDate }>
  | Fact<'LocationReopened', { locationId: LocationId }>
  /** A list of people is brought in: with a row for each of them in the same append. From here on it is only carried out. */
  | Fact<'StaffImportDecided', { importId: Id; people: readonly PersonId[] }>
  | Fact<'StaffRowDecided', { importId: Id; row: StaffRow }>
  | Fact<'StaffImportCarriedOut', { importId: Id }>
  | Fact<'GroupOpened', NewGroup>
  | Fact<'GroupLeaderAppointed', { groupId: Id; leader: PersonId }>
  /** Everything that planning needs to know of a location; replaces what was known. */
  | Fact<'LocationUseSet', { locationId: LocationId; version: Id; use: LocationUse }>
  /** On which of the holidays that are its own to choose all its places are closed, every year; replaces what was chosen. */
  | Fact<'HolidaysChosen', { version: Id; holidays: readonly HolidayName[] }>
  /** How long one is on the way where this organisation works; replaces what was known. */
  | Fact<'TravelTimesSet', { version: Id; times: TravelTimes }>
  | Fact<'ServiceOffered', { serviceId: Id; version: Id; service: ServiceContent }>
  /** Everything that is said of a service; replaces what was known. */
  | Fact<'ServiceChanged', { serviceId: Id; version: Id; service: ServiceContent }>
  /** How long one waits for it, as told on a day. */
  | Fact<'WaitingTimeTold', { serviceId: Id; weeks: number; toldOn: IsoDate }>

// ── State

export type Group = NewGroup

/** `version` names what stands, where its name or address was changed; `until` is its last day. */
export type Location = NewLocation & { readonly version?: Id; readonly until?: IsoDate }

/** A list that was decided on and isn't carried out as a whole yet. */
export type StaffImport = { readonly importId: Id; readonly by: Actor; readonly at: IsoInstant; readonly rows: readonly StaffRow[] }

/** Organisations that were decided on with this one, and aren't all there yet. */
export type OrganisationsImport = { readonly importId: Id; readonly by: Actor; readonly organisations: readonly NewOrganisation[] }

/** How many lists are remembered that were brought in, so that the same one sent again is known. */
const rememberedImports = 20

export type Organisation = {
  readonly id: OrganisationId
  readonly name: string
  readonly discipline: Discipline
  readonly jurisdiction: Jurisdiction
  readonly locations: readonly Location[]
  readonly groups: readonly Group[]
  /** By location, where somebody said so. */
  readonly uses: ReadonlyMap<LocationId, Versioned<{ readonly use: LocationUse }>>
  /** Where somebody chose. */
  readonly holidays?: Versioned<{ readonly names: readonly HolidayName[] }>
  readonly travel?: Versioned<{ readonly times: TravelTimes }>
  readonly importing?: StaffImport
  readonly registering?: OrganisationsImport
  /** The last lists that were brought in as a whole. */
  readonly imported?: readonly Id[]
  /** What it offers, or offered once. */
  readonly services: readonly Service[]
}

/** `version` names what stands, so that a change can say what it was made from. */
type Versioned<What> = What & { readonly version: Id }

const evolve = (organisation: Organisation | undefined, event: OrganisationEvent): Organisation | undefined => {
  switch (event.type) {
    case 'OrganisationRegistered': {
      const { organisationId: id, name, discipline, jurisdiction } = event
      return { id, name, discipline, jurisdiction, locations: [], groups: [], uses: new Map(), services: [] }
    }
    case 'OrganisationsDecided':
      return organisation && { ...organisation, registering: { importId: event.importId, by: event.by, organisations: event.organisations } }
    case 'OrganisationsCarriedOut': {
      if (organisation === undefined) return undefined
      const { registering, ...others } = organisation
      return registering === undefined ? organisation : others
    }
    case 'LocationAdded': {
      const { locationId, name, address, phone, point } = event
      return organisation && { ...organisation, locations: [...organisation.locations, { locationId, name, address, ...(phone !== undefined && { phone }), point }] }
    }
    case 'LocationChanged': {
      const { locationId, version, name, address, phone, point } = event
      return withLocation(organisation, locationId, ({ until }) => ({ locationId, version, name, address, ...(phone !== undefined && { phone }), point, ...(until !== undefined && { until }) }))
    }
    case 'LocationEnded':
      return withLocation(organisation, event.locationId, (location) => ({ ...location, until: event.until }))
    case 'LocationReopened':
      return withLocation(organisation, event.locationId, ({ locationId, version, name, address, phone, point }) => ({ locationId, ...(version !== undefined && { version }), name, address, ...(phone !== undefined && { phone }), point }))
    case 'StaffImportDecided':
      return organisation && { ...organisation, importing: { importId: event.importId, by: event.by, at: event.at, rows: [] } }
    case 'StaffRowDecided':
      return organisation?.importing === undefined ? organisation : { ...organisation, importing: { ...organisation.importing, rows: [...organisation.importing.rows, event.row] } }
    case 'StaffImportCarriedOut': {
      if (organisation === undefined) return undefined
      const { importing, imported = [], ...others } = organisation
      return importing === undefined ? organisation : { ...others, imported: [...imported, event.importId].slice(-rememberedImports) }
    }
    case 'GroupOpened': {
      const { groupId, name, leader } = event
      return organisation && { ...organisation, groups: [...organisation.groups, { groupId, name, leader }] }
    }
    case 'GroupLeaderAppointed':
      return organisation && { ...organisation, groups: organisation.groups.map((group) => group.groupId === event.groupId ? { ...group, leader: event.leader } : group) }
    case 'LocationUseSet': {
      const { locationId, version, use } = event
      return organisation && { ...organisation, uses: new Map([...organisation.uses, [locationId, { version, use }]]) }
    }
    case 'HolidaysChosen': {
      const { version, holidays: names } = event
      return organisation && { ...organisation, holidays: { version, names } }
    }
    case 'TravelTimesSet': {
      const { version, times } = event
      return organisation && { ...organisation, travel: { version, times } }
    }
    case 'ServiceOffered': {
      const { serviceId, version, service } = event
      return organisation && { ...organisation, services: [...organisation.services, { ...serviceAsNoted(service), serviceId, version }] }
    }
    case 'ServiceChanged': {
      const { serviceId, version, service } = event
      return organisation && withService(organisation, serviceId, ({ wait }) => ({ ...serviceAsNoted(service), serviceId, version, ...(wait !== undefined && { wait }) }))
    }
    case 'WaitingTimeTold': {
      const { serviceId, weeks, toldOn } = event
      return organisation && withService(organisation, serviceId, (service) => ({ ...service, wait: { weeks, toldOn } }))
    }
  }
}

const withLocation = (organisation: Organisation | undefined, id: LocationId, change: (location: Location) => Location): Organisation | undefined =>
  organisation && { ...organisation, locations: organisation.locations.map((one) => one.locationId === id ? change(one) : one) }

/** A day that no plan reaches. */
const never = '9999-12-31'

/** What planning needs to know of a location: what its organisation said, or the usual; after its last day it is closed. */
export const useOf = ({ jurisdiction, locations, uses, holidays }: Pick<Organisation, 'jurisdiction' | 'locations' | 'uses' | 'holidays'>, id: LocationId): UseInPlans => {
  const use: UseInPlans = { ...uses.get(id)?.use ?? usualUse, ...(holidays !== undefined && holidays.names.length > 0 && { holidays: { jurisdiction, names: holidays.names } }) }
  const until = locations.find(({ locationId }) => locationId === id)?.until
  return until === undefined ? use : { ...use, closed: [...use.closed, { from: addDays(until, 1), until: never }] }
}

/** The locations where something can be planned on a day or after it. */
export const locationsFrom = ({ locations }: Pick<Organisation, 'locations'>, day: IsoDate): readonly Location[] => locations.filter(({ until }) => until === undefined || until >= day)

const withService = (organisation: Organisation, serviceId: Id, change: (service: Service) => Service): Organisation =>
  ({ ...organisation, services: organisation.services.map((service) => service.serviceId === serviceId ? change(service) : service) })

// ── Decisions

/** What is asked of one place. */
export type PlaceCommand =
  | Request<'AddLocation', NewLocation>
  /** `seen`: the version that the change was made from; absent where nothing was changed yet. */
  | Request<'ChangeLocation', NewLocation & { version: Id; seen?: Id }>
  /** `from`: the version that it was made from, absent where nothing stood. */
  | Request<'SetLocationUse', { locationId: LocationId; version: Id; from?: Id; use: LocationUse }>

/** What a row of a list asks of a place. */
export type PlaceStep = PlaceCommand extends infer One ? One extends PlaceCommand ? Omit<One, 'by' | 'at'> : never : never

export type OrganisationCommand =
  | Request<'RegisterOrganisation', { organisationId: OrganisationId; name: string; discipline: Discipline; jurisdiction: Jurisdiction }>
  /** Of the first of a list, with the others: all of them, or none. An organisation that is there already is refused. */
  | Request<'RegisterOrganisations', { importId: Id; organisations: readonly NewOrganisation[] }>
  | Request<'CarryOutOrganisations', { importId: Id }>
  | PlaceCommand
  /** A list of places or of closed days, all of it or nothing: what it was planned on has to stand. */
  | Request<'BringInPlaces', { steps: readonly PlaceStep[] }>
  | Request<'EndLocation', { locationId: LocationId; until: IsoDate }>
  | Request<'ReopenLocation', { locationId: LocationId }>
  /** `after`: the last list that was known when this one was looked at; absent where there was none. */
  | Request<'DecideStaffImport', { importId: Id; after?: Id; rows: readonly StaffRow[] }>
  | Request<'CarryOutStaffImport', { importId: Id }>
  /** Somebody who works here opens a group, and leads it. No child is in it, so that it opens nothing yet. */
  | Request<'OpenGroup', { groupId: Id; name: string }>
  /** `worksHere`: whether who is to lead works for this organisation. */
  | Request<'AppointGroupLeader', { groupId: Id; leader: PersonId; worksHere: boolean }>
  /** `from`: the version that it was made from, absent where nothing stood. */
  | Request<'ChooseHolidays', { version: Id; from?: Id; holidays: readonly HolidayName[] }>
  | Request<'SetTravelTimes', { version: Id; from?: Id; times: TravelTimes }>
  /** By somebody who works here, as everything that is said of a service. */
  | Request<'OfferService', { serviceId: Id; version: Id; service: ServiceContent }>
  /** `from`: the version that it was made from. A service ends by its last day. */
  | Request<'ChangeService', { serviceId: Id; version: Id; from: Id; service: ServiceContent }>
  | Request<'TellWaitingTime', { serviceId: Id; weeks: number; toldOn: IsoDate }>

const decide = (command: OrganisationCommand, organisation: Organisation | undefined): Decision<OrganisationEvent> => {
  switch (command.type) {
    case 'RegisterOrganisation': {
      const { by, at, organisationId, name, discipline, jurisdiction } = command
      if (organisation !== undefined) return refuse('already-registered')
      return refuseOrganisation(command) ?? record({ type: 'OrganisationRegistered', subject: { kind: 'case' }, by, at, organisationId, name, discipline, jurisdiction })
    }
    case 'RegisterOrganisations': {
      const { by, at, importId, organisations } = command
      const [first, ...others] = organisations
      if (organisation !== undefined) return refuse('already-registered')
      if (first === undefined) return refuse('import-empty')
      if (organisations.length > mostRows) return refuse('too-many-lines', { most: mostRows })
      if (new Set(organisations.map(({ organisationId }) => organisationId)).size < organisations.length) return refuse('id-in-use')
      const objection = organisations.map(refuseOrganisation).find((one) => one !== undefined)
      if (objection !== undefined) return objection
      const { place, ...house } = first
      const fact = { subject: { kind: 'case' }, by, at } as const
      return record<OrganisationEvent>(
        { type: 'OrganisationRegistered', ...fact, ...house },
        ...place === undefined ? [] : [{ type: 'LocationAdded' as const, ...fact, ...place }],
        ...others.length === 0 ? [] : [{ type: 'OrganisationsDecided' as const, ...fact, importId, organisations: others }],
      )
    }
    case 'CarryOutOrganisations': {
      const { by, at, importId } = command
      return organisation?.registering?.importId === importId ? record({ type: 'OrganisationsCarriedOut', subject: { kind: 'case' }, by, at, importId }) : nothingToDo
    }
    case 'AddLocation': {
      const { by, at, locationId, name, address, phone, point } = command
      if (organisation === undefined) return refuse('organisation-unknown')
      if (organisation.locations.some((location) => location.locationId === locationId)) return refuse('id-in-use')
      return refuseLocation(command) ??
        record({ type: 'LocationAdded', subject: { kind: 'case' }, by, at, locationId, name, address, ...(phone !== undefined && { phone }), point })
    }
    case 'ChangeLocation': {
      const { by, at, locationId, version, seen, name, address, phone, point } = command
      const stands = organisation?.locations.find((one) => one.locationId === locationId)
      if (stands === undefined) return refuse('location-unknown')
      if (stands.name === name && stands.address === address && stands.phone === phone && stands.point.x === point.x && stands.point.y === point.y) return nothingToDo
      if (stands.version !== seen) return refuse('set-meanwhile')
      return refuseLocation(command) ??
        record({ type: 'LocationChanged', subject: { kind: 'case' }, by, at, locationId, version, name, address, ...(phone !== undefined && { phone }), point })
    }
    case 'BringInPlaces':
      return organisation === undefined ? refuse('organisation-unknown') : bringIn(command, organisation)
    case 'EndLocation': {
      const { by, at, locationId, until } = command
      const stands = organisation?.locations.find((one) => one.locationId === locationId)
      if (stands === undefined) return refuse('location-unknown')
      if (!isDate(until)) return refuse('date-impossible', { field: 'until' })
      return stands.until === until ? nothingToDo : record({ type: 'LocationEnded', subject: { kind: 'case' }, by, at, locationId, until })
    }
    case 'ReopenLocation': {
      const { by, at, locationId } = command
      const stands = organisation?.locations.find((one) => one.locationId === locationId)
      if (stands === undefined) return refuse('location-unknown')
      return stands.until === undefined ? nothingToDo : record({ type: 'LocationReopened', subject: { kind: 'case' }, by, at, locationId })
    }
    case 'DecideStaffImport': {
      const { by, at, importId, after, rows } = command
      if (organisation === undefined) return refuse('organisation-unknown')
      if (organisation.importing?.importId === importId || organisation.imported?.includes(importId) === true) return nothingToDo
      // One list at a time: what the second one was made from is about to change.
      if (organisation.importing !== undefined) return refuse('import-under-way')
      if (organisation.imported?.at(-1) !== after) return refuse('register-changed')
      if (rows.length === 0) return refuse('import-empty')
      if (rows.length > mostRows) return refuse('too-many-lines', { most: mostRows })
      if (new Set(rows.map(({ person }) => person)).size < rows.length) return refuse('id-in-use')
      return record<OrganisationEvent>(
        { type: 'StaffImportDecided', subject: { kind: 'case' }, by, at, importId, people: rows.map(({ person }) => person) },
        ...rows.map((row) => ({ type: 'StaffRowDecided' as const, subject: { kind: 'adult' as const, person: row.person }, by, at, importId, row })),
      )
    }
    case 'CarryOutStaffImport': {
      const { by, at, importId } = command
      return organisation?.importing?.importId === importId ? record({ type: 'StaffImportCarriedOut', subject: { kind: 'case' }, by, at, importId }) : nothingToDo
    }
    case 'OpenGroup': {
      const { by, at, groupId, name } = command
      if (organisation === undefined) return refuse('organisation-unknown')
      if (by.role !== 'professional' || by.organisation !== organisation.id) return refuse('works-elsewhere')
      if (organisation.groups.some((group) => group.groupId === groupId)) return refuse('id-in-use')
      return refuseText('name', name, longestLine) ?? record({ type: 'GroupOpened', subject: { kind: 'case' }, by, at, groupId, name, leader: by.person })
    }
    case 'AppointGroupLeader': {
      const { by, at, groupId, leader, worksHere } = command
      const group = organisation?.groups.find((one) => one.groupId === groupId)
      if (group === undefined) return refuse('group-unknown')
      if (group.leader !== by.person) return refuse('not-group-leader')
      if (!worksHere) return refuse('works-elsewhere')
      return leader === group.leader ? nothingToDo : record({ type: 'GroupLeaderAppointed', subject: { kind: 'case' }, by, at, groupId, leader })
    }
    case 'SetLocationUse': {
      const { by, at, locationId, version, from, use } = command
      if (organisation === undefined) return refuse('organisation-unknown')
      if (!organisation.locations.some((location) => location.locationId === locationId)) return refuse('location-unknown')
      const stands = organisation.uses.get(locationId)
      if (stands !== undefined && isSameUse(stands.use, use)) return nothingToDo
      if (stands?.version !== from) return refuse('set-meanwhile')
      return refuseUse(use) ?? record({ type: 'LocationUseSet', subject: { kind: 'case' }, by, at, locationId, version, use })
    }
    case 'ChooseHolidays': {
      const { by, at, version, from, holidays: chosen } = command
      if (organisation === undefined) return refuse('organisation-unknown')
      const own = ownHolidays[organisation.jurisdiction]
      if (!chosen.every((name) => own.includes(name))) return refuse('choice-unknown', { field: 'holidays' })
      const names = own.filter((name) => chosen.includes(name))
      const stands = organisation.holidays
      if (isSameCell(stands?.names ?? [], names)) return nothingToDo
      return stands?.version === from ? record({ type: 'HolidaysChosen', subject: { kind: 'case' }, by, at, version, holidays: names }) : refuse('set-meanwhile')
    }
    case 'SetTravelTimes': {
      const { by, at, version, from, times } = command
      if (organisation === undefined) return refuse('organisation-unknown')
      if (organisation.travel !== undefined && isSameTimes(organisation.travel.times, times)) return nothingToDo
      if (organisation.travel?.version !== from) return refuse('set-meanwhile')
      return refuseTravelTimes(times) ?? record({ type: 'TravelTimesSet', subject: { kind: 'case' }, by, at, version, times })
    }
    case 'OfferService':
    case 'ChangeService':
    case 'TellWaitingTime': return organisation === undefined ? refuse('organisation-unknown') : decideService(command, organisation)
  }
}

/** Step after step, each on what the one before it left; one that is refused refuses all. */
const bringIn = ({ by, at, steps }: Extract<OrganisationCommand, { type: 'BringInPlaces' }>, organisation: Organisation): Decision<OrganisationEvent> => {
  if (steps.length === 0) return refuse('import-empty')
  // A row and its opening times are two steps.
  if (steps.length > 2 * mostRows) return refuse('too-many-lines', { most: mostRows })
  let state: Organisation | undefined = organisation
  const events: OrganisationEvent[] = []
  for (const step of steps) {
    // Somebody else added a place of this name meanwhile.
    if (step.type === 'AddLocation' && state?.locations.some(({ name }) => sameName(name) === sameName(step.name)) === true) return refuse('register-changed')
    const decision: Decision<OrganisationEvent> = decide({ ...step, by, at }, state)
    if (isRefused(decision)) return decision.refusal.code === 'set-meanwhile' ? refuse('register-changed') : decision
    events.push(...decision.events)
    state = decision.events.reduce(evolve, state)
  }
  return record(...events)
}

export const refuseOrganisation = ({ name, discipline, jurisdiction, place }: Omit<NewOrganisation, 'organisationId'>): ReturnType<typeof refuse> | ReturnType<typeof refuseText> => {
  if (!disciplines.includes(discipline)) return refuse('choice-unknown', { field: 'discipline' })
  if (jurisdiction !== 'NL' && jurisdiction !== 'BE') return refuse('choice-unknown', { field: 'jurisdiction' })
  return refuseText('name', name, longestLine) ?? (place === undefined ? undefined : refuseLocation(place))
}

export const refuseLocation = ({ name, address, phone, point }: NewLocation): ReturnType<typeof refuse> | ReturnType<typeof refuseText> =>
  !Number.isFinite(point.x) || !Number.isFinite(point.y) ? refuse('coordinates-impossible') :
    refuseText('name', name, longestLine) ?? refuseText('address', address, longestLine) ?? (phone === undefined ? undefined : refuseText('phone', phone, longestLine))

type ServiceCommand = Extract<OrganisationCommand, { type: 'OfferService' | 'ChangeService' | 'TellWaitingTime' }>

/** What an organisation offers is told by its own people, and by nobody else. */
const decideService = (command: ServiceCommand, organisation: Organisation): Decision<OrganisationEvent> => {
  const { by, at, serviceId } = command
  if (by.role !== 'professional' || by.organisation !== organisation.id) return refuse('works-elsewhere')
  const known = organisation.services.find((service) => service.serviceId === serviceId)
  if (command.type === 'OfferService') {
    const { version, service } = command
    if (known !== undefined) return refuse('id-in-use')
    return refuseService(service) ?? record({ type: 'ServiceOffered', subject: { kind: 'case' }, by, at, serviceId, version, service: serviceContent(service) })
  }
  if (known === undefined) return refuse('service-unknown')
  if (command.type === 'TellWaitingTime') {
    const { weeks, toldOn } = command
    if (!isDate(toldOn)) return refuse('date-impossible', { field: 'toldOn' })
    if (known.wait?.weeks === weeks && known.wait.toldOn === toldOn) return nothingToDo
    return refuseWeeks(weeks) ?? record({ type: 'WaitingTimeTold', subject: { kind: 'case' }, by, at, serviceId, weeks, toldOn })
  }
  const { version, from, service } = command
  const objection = refuseService(service)
  if (objection !== undefined) return objection
  if (isSameService(serviceContent(known), serviceContent(service))) return nothingToDo
  return known.version === from ? record({ type: 'ServiceChanged', subject: { kind: 'case' }, by, at, serviceId, version, service: serviceContent(service) }) : refuse('set-meanwhile')
}

export const organisation: Decider<Organisation | undefined, OrganisationCommand, OrganisationEvent> = { initial: undefined, evolve, decide }
