/**
 * The register of an organisation, for who keeps its keys: who works there and from when to when, where, with which registration; its
 * places. Nothing is removed: whoever leaves and whatever closes has a last day. Of families it tells nothing.
 */
import { hash } from 'node:crypto'
import { addDays, dayOf, isId, compareTexts, zoneOf, type Id, type IsoDate, type IsoInstant, type LocationId, type PersonId, type Zone } from '@samenspel/kernel'
import { endsSoon, registeredUntil, sameMailbox, usualUse, worksOn, type Organisation, type OrganisationCommand, type Practitioner, type PractitionerCommand, type RegisterList, type RegistrationTerms, type StaffDetails } from '@samenspel/register'
import { Refused } from '../graphql/refused.ts'
import type { OrganisationRegister, StaffMember } from '../graphql/types/keeping-register.ts'
import type { RegisterListFile, RegisterListPreview } from '../graphql/types/register-lists.ts'
import type { RegisterImports } from '../processes/register-imports.ts'
import type { Partners } from '../read-models/partners.ts'
import type { Session } from '../sessions/sessions.ts'
import { mustKeep, type Keepers } from '../tablets/keepers.ts'
import { ownId } from '../ids/own-id.ts'
import type { DisclosingParts } from './disclosing.ts'
import { holidaysView, useView } from './own-organisation.ts'
import { everyOrganisation, everyPractitioner } from './register-at-large.ts'
import { fileOf, lists, previewView, type Keeping, type Planned } from './register-lists.ts'
import { everyLanguage, namedLanguages } from './spoken.ts'
import { askingOf } from './viewer.ts'

/** A place as it is typed in; `near`: a place of the register beside which it lies. */
export type LocationInput = { readonly name: string; readonly address: string; readonly phone?: string; readonly near?: LocationId }

/** Everything here: @throws Refused `not-keeper` */
export type KeepingRegister = {
  readonly view: (session: Session) => Promise<OrganisationRegister>
  /** @returns the id of somebody new @throws Refused `email-in-use`, `place-unknown`, and as the register does */
  readonly add: (session: Session, commandId: Id, details: StaffDetails) => Promise<PersonId>
  /** @param seen the version that it was made from @throws Refused `not-found`, `not-your-own` for the own discipline, `set-meanwhile` */
  readonly change: (session: Session, commandId: Id, person: PersonId, seen: Id | undefined, details: StaffDetails) => Promise<void>
  /** A last day that is still to come; without one, none any more. @throws Refused `not-your-own`, `last-day-past`, `has-left` */
  readonly setLastDay: (session: Session, commandId: Id, person: PersonId, until: IsoDate | undefined) => Promise<void>
  readonly addLocation: (session: Session, commandId: Id, input: LocationInput) => Promise<LocationId>
  readonly changeLocation: (session: Session, commandId: Id, location: LocationId, seen: Id | undefined, input: LocationInput) => Promise<void>
  /** @param until the last day; without one, it is open again */
  readonly endLocation: (session: Session, commandId: Id, location: LocationId, until: IsoDate | undefined) => Promise<void>
  /** What a list comes to; nothing is saved. @throws Refused as reading it does */
  readonly preview: (session: Session, list: RegisterList, content: string) => Promise<RegisterListPreview>
  /**
   * Brings in a list: all of it, or nothing. @param seen what the preview was of
   * @throws Refused `file-has-wrong-rows`, `register-changed` when the list would come to something else by now, `import-empty`, `import-under-way`
   */
  readonly bringIn: (session: Session, commandId: Id, list: RegisterList, content: string, seen: string) => Promise<void>
  /** What the register knows as a list for another program, or an example of one. */
  readonly list: (session: Session, list: RegisterList, isExample: boolean) => Promise<RegisterListFile>
}

type Parts = { readonly keepers: Keepers; readonly partners: Pick<Partners, 'everybody' | 'organisations'>; readonly imports: RegisterImports; readonly registrationMonths: RegistrationTerms }
type House = { readonly organisation: Organisation; readonly now: IsoInstant; readonly zone: Zone; readonly today: IsoDate }

export const openKeepingRegister = ({ files, sessions, clock }: Pick<DisclosingParts, 'files' | 'sessions' | 'clock'>, { keepers, partners, imports, registrationMonths }: Parts): KeepingRegister => {
  const actorOf = async (session: Session) => (await askingOf(session, files)).actor
  const houseOf = async (session: Session): Promise<House> => {
    const organisation = await files.organisations.state(await mustKeep(keepers, session))
    if (organisation === undefined) throw new Refused('not-keeper')
    const zone = zoneOf(organisation.jurisdiction)
    const now = clock()
    return { organisation, zone, now, today: dayOf(now, zone) }
  }
  const finish = async (session: Session, organisation: Organisation['id']): Promise<void> => {
    for (const position of await imports.carryOut(organisation)) await sessions.wrote(session, position)
  }
  /** New organisations: decided on with the first of them, and carried out. */
  const registerHouses = async (session: Session, command: Extract<OrganisationCommand, { type: 'RegisterOrganisations' }>): Promise<void> => {
    const first = command.organisations[0]?.organisationId ?? ''
    const { refusal, position } = await files.organisations.handle(first, command, command.importId)
    // Somebody else registered it since it was looked at.
    if (refusal !== undefined) throw refusal.code === 'already-registered' ? new Refused('register-changed') : new Refused(refusal.code, refusal.about)
    await sessions.wrote(session, position)
    await finish(session, first)
  }
  /** As `houseOf`, after what was decided before is carried out: whoever changes something changes it after that. */
  const changingHouse = async (session: Session, commandId: Id): Promise<House> => {
    if (!isId(commandId)) throw new Refused('request-invalid')
    const house = await houseOf(session)
    if (house.organisation.importing === undefined) return house
    await finish(session, house.organisation.id)
    return houseOf(session)
  }
  const peopleOf = async (session: Session, { organisation }: House): Promise<readonly Practitioner[]> =>
    (await everyPractitioner(files, partners, session)).filter((one) => one.organisation === organisation.id).sort((a, b) => compareTexts(a.name, b.name))
  const askPerson = async (session: Session, person: PersonId, command: PractitionerCommand, commandId: Id): Promise<void> => {
    const { refusal, position } = await files.practitioners.handle(person, command, ownId(session.person, commandId, 'staff'))
    if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
    await sessions.wrote(session, position)
  }
  const askHouse = async (session: Session, { organisation }: House, command: OrganisationCommand, commandId: Id): Promise<void> => {
    const { refusal, position } = await files.organisations.handle(organisation.id, command, ownId(session.person, commandId, 'register'))
    if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
    await sessions.wrote(session, position)
  }
  const mustBeOurs = async ({ organisation }: House, person: PersonId): Promise<Practitioner> => {
    const known = await files.practitioners.state(person)
    if (known?.organisation !== organisation.id) throw new Refused('not-found')
    return known
  }
  const mustFit = async (session: Session, house: House, { email, places }: StaffDetails, person?: PersonId): Promise<void> => {
    if (!places.every((id) => house.organisation.locations.some(({ locationId }) => locationId === id))) throw new Refused('place-unknown')
    if (email !== undefined && (await peopleOf(session, house)).some(({ id, details }) => id !== person && details?.email !== undefined && sameMailbox(details.email) === sameMailbox(email))) throw new Refused('email-in-use')
  }
  const pointNear = async (session: Session, { organisation }: House, near: LocationId | undefined, before?: Organisation['locations'][number]['point']) => {
    if (near === undefined) return before ?? organisation.locations[0]?.point ?? { x: 0, y: 0 }
    const found = (await everyOrganisation(files, partners, session)).flatMap(({ locations }) => locations).find(({ locationId }) => locationId === near)
    if (found === undefined) throw new Refused('place-unknown')
    return found.point
  }

  const neighboursOf = async (session: Session) => (await everyOrganisation(files, partners, session)).flatMap(({ name: house, locations }) =>
    locations.map(({ locationId, name, point }) => ({ id: locationId, name: name === house ? name : `${name}, ${house}`, point }))).sort((a, b) => compareTexts(a.name, b.name))
  const keepingOf = (session: Session, house: House): Keeping => ({
    organisation: house.organisation, today: house.today, zone: house.zone, language: session.language, self: session.person, termMonths: registrationMonths[house.organisation.jurisdiction], people: () => peopleOf(session, house),
    // One's own places also by their names alone.
    neighbours: async () => [...house.organisation.locations, ...await neighboursOf(session)],
    organisations: async () => (await Promise.all((await partners.organisations(session)).map(files.organisations.state))).filter((one) => one !== undefined),
  })

  return {
    view: async (session) => {
      const house = await houseOf(session)
      const { organisation, today, zone } = house
      return {
        id: organisation.id, name: organisation.name, discipline: organisation.discipline, zone, today,
        people: (await peopleOf(session, house)).map((one) => memberView(session, house, one)),
        ...holidaysView(organisation, today, session.language), languages: everyLanguage(session.language),
        locations: organisation.locations.map(({ locationId, version: ownVersion, name, address, phone, until }) => {
          const stands = organisation.uses.get(locationId)
          return {
            id: locationId, name, address, isUsual: stands === undefined, ...(stands !== undefined && { version: stands.version }), ...useView(stands?.use ?? usualUse),
            ...(ownVersion !== undefined && { addressVersion: ownVersion }), ...(phone !== undefined && { phone }), ...(until !== undefined && { until }),
          }
        }),
        neighbours: (await neighboursOf(session)).map(({ id, name }) => ({ id, name })),
      }
    },
    add: async (session, commandId, details) => {
      const house = await changingHouse(session, commandId)
      const person = ownId(session.person, commandId, 'person')
      await mustFit(session, house, details, person)
      await askPerson(session, person, { type: 'AddStaff', by: await actorOf(session), at: house.now, practitionerId: person, organisation: house.organisation.id, version: ownId(session.person, commandId, 'details'), ...details }, commandId)
      return person
    },
    change: async (session, commandId, person, seen, details) => {
      const house = await changingHouse(session, commandId)
      const known = await mustBeOurs(house, person)
      // What one does opens files: nobody says it of themselves.
      if (person === session.person && details.discipline !== known.discipline) throw new Refused('not-your-own')
      await mustFit(session, house, details, person)
      await askPerson(session, person, { type: 'ChangeStaff', by: await actorOf(session), at: house.now, organisation: house.organisation.id, version: ownId(session.person, commandId, 'details'), ...(seen !== undefined && { seen }), ...details }, commandId)
    },
    setLastDay: async (session, commandId, person, until) => {
      const house = await changingHouse(session, commandId)
      await mustBeOurs(house, person)
      if (person === session.person) throw new Refused('not-your-own')
      await askPerson(session, person, { type: 'SetLastDay', by: await actorOf(session), at: house.now, organisation: house.organisation.id, today: house.today, ...(until !== undefined && { until }) }, commandId)
    },
    addLocation: async (session, commandId, { near, ...input }) => {
      const house = await changingHouse(session, commandId)
      const locationId = ownId(session.person, commandId, 'location')
      await askHouse(session, house, { type: 'AddLocation', by: await actorOf(session), at: house.now, locationId, ...input, point: await pointNear(session, house, near) }, commandId)
      return locationId
    },
    changeLocation: async (session, commandId, locationId, seen, { near, ...input }) => {
      const house = await changingHouse(session, commandId)
      const before = house.organisation.locations.find((one) => one.locationId === locationId)?.point
      await askHouse(session, house, {
        type: 'ChangeLocation', by: await actorOf(session), at: house.now, locationId, version: ownId(session.person, commandId, 'version'), ...(seen !== undefined && { seen }), ...input, point: await pointNear(session, house, near, before),
      }, commandId)
    },
    endLocation: async (session, commandId, locationId, until) => {
      const house = await changingHouse(session, commandId)
      // Yesterday was the last day of what is closed from now on.
      if (until !== undefined && until < addDays(house.today, -1)) throw new Refused('last-day-past')
      const asked = { by: await actorOf(session), at: house.now, locationId }
      await askHouse(session, house, until === undefined ? { type: 'ReopenLocation', ...asked } : { type: 'EndLocation', ...asked, until }, commandId)
    },
    preview: async (session, list, content) => {
      const keeping = keepingOf(session, await houseOf(session))
      const planned = await lists[list].plan(keeping, content, (name) => name)
      return previewView(list, keeping, planned, digestOf(planned))
    },
    bringIn: async (session, commandId, list, content, seen) => {
      const house = await changingHouse(session, commandId)
      const { organisation } = house
      const importId = ownId(session.person, commandId, 'staff import')
      // Sent again, it has been done; the register is another by now, and needn't be looked at.
      if (organisation.imported?.includes(importId) === true) return
      const planned = await lists[list].plan(keepingOf(session, house), content, (name) => ownId(session.person, commandId, name))
      const { rows, command } = planned
      if (rows.some(({ kind }) => kind === 'wrong')) throw new Refused('file-has-wrong-rows')
      if (command === undefined) return
      if (digestOf(planned) !== seen) throw new Refused('register-changed')
      const asked = { by: await actorOf(session), at: house.now }
      if (command.type === 'BringInPlaces') return askHouse(session, house, { ...command, ...asked }, commandId)
      if (command.type === 'RegisterOrganisations') return registerHouses(session, { ...command, ...asked, importId })
      const last = organisation.imported?.at(-1)
      await askHouse(session, house, { ...command, ...asked, importId, ...(last !== undefined && { after: last }) }, commandId)
      await finish(session, organisation.id)
    },
    list: async (session, list, isExample) => fileOf(list, keepingOf(session, await houseOf(session)), isExample),
  }
}

/** What a preview was of: the same list on a register that comes to the same has the same, and no other. */
const digestOf = ({ rows }: Planned): string => hash('sha256', JSON.stringify(rows))

const memberView = ({ person, language }: Session, { organisation: { jurisdiction }, today }: House, known: Practitioner): StaffMember => {
  const { id, name, title, discipline, phone, details, employedUntil } = known
  const until = registeredUntil(known, today)
  const last = known.registrations.toSorted((a, b) => a.from < b.from ? -1 : 1).at(-1)
  return {
    id, name, title, discipline, isSelf: id === person, worksHere: worksOn(known, today), hasLeft: employedUntil !== undefined && employedUntil < today, isSpecialist: discipline === 'imhSpecialist',
    languages: namedLanguages(language, details?.languages ?? []), places: details?.places ?? [],
    ...(phone !== undefined && { phone }), ...(details?.email !== undefined && { email: details.email }), ...(details?.from !== undefined && { from: details.from }), ...(employedUntil !== undefined && { until: employedUntil }),
    ...(details !== undefined && { version: details.version }), ...(until !== undefined && { registeredUntil: until }), registrationEndsSoon: endsSoon(until, jurisdiction, today), ...(last?.number !== undefined && { registrationNumber: last.number }),
  }
}
