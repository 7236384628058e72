/**
 * An organisation and its locations: the stream `organisation-<id>`.
 *
 * Nothing here is about a person, so every fact has the subject `case`: the stream itself.
 */
import {
  disciplines, nothingToDo, record, refuseText, longestLine, type Decider, type Decision, type Discipline, type Id, type Jurisdiction, type LocationId, type OrganisationId, type PersonId,
} from '@samenspel/kernel'
import type { Fact, Request } from './fact.ts'
import { refuse } from './refusals.ts'
import type { Point } from './travel.ts'

// ── Events

export type NewLocation = {
  readonly locationId: LocationId
  readonly name: string
  readonly address: string
  readonly phone?: string
  readonly point: Point
}

/** A group of children who are looked after together, and who leads it: that one keeps who works there (`GroupDutyRecorded`). */
export type NewGroup = { readonly groupId: Id; readonly name: string; readonly leader: PersonId }

export type OrganisationEvent =
  | Fact<'OrganisationRegistered', { organisationId: OrganisationId; name: string; discipline: Discipline; jurisdiction: Jurisdiction }>
  | Fact<'LocationAdded', NewLocation>
  | Fact<'GroupOpened', NewGroup>
  | Fact<'GroupLeaderAppointed', { groupId: Id; leader: PersonId }>

// ── State

export type Group = NewGroup

export type Organisation = {
  readonly id: OrganisationId
  readonly name: string
  readonly discipline: Discipline
  readonly jurisdiction: Jurisdiction
  readonly locations: readonly NewLocation[]
  readonly groups: readonly Group[]
}

const evolve = (organisation: Organisation | undefined, event: OrganisationEvent): Organisation | undefined => {
  switch (event.type) {
    case 'OrganisationRegistered': {
      const { organisationId: id, name, discipline, jurisdiction } = event
      return { id, name, discipline, jurisdiction, locations: [], groups: [] }
    }
    case 'LocationAdded': {
      const { locationId, name, address, phone, point } = event
      return organisation && { ...organisation, locations: [...organisation.locations, { locationId, name, address, ...(phone !== undefined && { phone }), point }] }
    }
    case 'GroupOpened': {
      const { groupId, name, leader } = event
      return organisation && { ...organisation, groups: [...organisation.groups, { groupId, name, leader }] }
    }
    case 'GroupLeaderAppointed':
      return organisation && { ...organisation, groups: organisation.groups.map((group) => group.groupId === event.groupId ? { ...group, leader: event.leader } : group) }
  }
}

// ── Decisions

export type OrganisationCommand =
  | Request<'RegisterOrganisation', { organisationId: OrganisationId; name: string; discipline: Discipline; jurisdiction: Jurisdiction }>
  | Request<'AddLocation', NewLocation>
  /** Somebody who works here opens a group, and leads it. No child is in it, so that it opens nothing yet. */
  | Request<'OpenGroup', { groupId: Id; name: string }>
  /** `worksHere`: whether who is to lead works for this organisation. */
  | Request<'AppointGroupLeader', { groupId: Id; leader: PersonId; worksHere: boolean }>

const decide = (command: OrganisationCommand, organisation: Organisation | undefined): Decision<OrganisationEvent> => {
  switch (command.type) {
    case 'RegisterOrganisation': {
      const { by, at, organisationId, name, discipline, jurisdiction } = command
      if (organisation !== undefined) return refuse('already-registered')
      if (!disciplines.includes(discipline)) return refuse('choice-unknown', { field: 'discipline' })
      if (jurisdiction !== 'NL' && jurisdiction !== 'BE') return refuse('choice-unknown', { field: 'jurisdiction' })
      return refuseText('name', name, longestLine) ??
        record({ type: 'OrganisationRegistered', subject: { kind: 'case' }, by, at, organisationId, name, discipline, jurisdiction })
    }
    case 'AddLocation': {
      const { by, at, locationId, name, address, phone, point } = command
      if (organisation === undefined) return refuse('organisation-unknown')
      if (organisation.locations.some((location) => location.locationId === locationId)) return refuse('id-in-use')
      if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) return refuse('coordinates-impossible')
      return refuseText('name', name, longestLine) ?? refuseText('address', address, longestLine) ??
        (phone === undefined ? undefined : refuseText('phone', phone, longestLine)) ??
        record({ type: 'LocationAdded', subject: { kind: 'case' }, by, at, locationId, name, address, ...(phone !== undefined && { phone }), point })
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
  }
}

export const organisation: Decider<Organisation | undefined, OrganisationCommand, OrganisationEvent> = { initial: undefined, evolve, decide }
