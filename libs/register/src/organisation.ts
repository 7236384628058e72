/**
 * An organisation and its locations: the stream `organisation-<id>`.
 *
 * Nothing here is about a person, so every fact has the subject `case`: the stream itself.
 */
import {
  disciplines, record, refuseText, longestLine, type Decider, type Decision, type Discipline, type Jurisdiction, type LocationId, type OrganisationId,
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

export type OrganisationEvent =
  | Fact<'OrganisationRegistered', { organisationId: OrganisationId; name: string; discipline: Discipline; jurisdiction: Jurisdiction }>
  | Fact<'LocationAdded', NewLocation>

// ── State

export type Organisation = {
  readonly id: OrganisationId
  readonly name: string
  readonly discipline: Discipline
  readonly jurisdiction: Jurisdiction
  readonly locations: readonly NewLocation[]
}

const evolve = (organisation: Organisation | undefined, event: OrganisationEvent): Organisation | undefined => {
  switch (event.type) {
    case 'OrganisationRegistered': {
      const { organisationId: id, name, discipline, jurisdiction } = event
      return { id, name, discipline, jurisdiction, locations: [] }
    }
    case 'LocationAdded': {
      const { locationId, name, address, phone, point } = event
      return organisation && { ...organisation, locations: [...organisation.locations, { locationId, name, address, ...(phone !== undefined && { phone }), point }] }
    }
  }
}

// ── Decisions

export type OrganisationCommand =
  | Request<'RegisterOrganisation', { organisationId: OrganisationId; name: string; discipline: Discipline; jurisdiction: Jurisdiction }>
  | Request<'AddLocation', NewLocation>

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
  }
}

export const organisation: Decider<Organisation | undefined, OrganisationCommand, OrganisationEvent> = { initial: undefined, evolve, decide }
