/**
 * A practitioner and the registrations as IMH specialist: the stream `practitioner-<id>`.
 *
 * A registration holds for a term and is renewed by a next one; the founding documents don't state the term, so it comes with
 * the command, from a setting. Every fact is about the practitioner as a person.
 *
 * Beside it stands how the practitioner's talks by picture usually begin, and in which groups of children the practitioner works on
 * which days (K-14): who leads a group keeps that; and that somebody works here no more, which ends reading and mail (C-14, F10).
 */
import {
  covers, disciplines, isDate, isSameWay, longestLine, nothingToDo, record, refuseMeetingWay, refuseText, type Decider, type Decision, type Discipline, type Id, type IsoDate,
  type MeetingWay, type OrganisationId, type PersonId, type Subject,
} from '@samenspel/kernel'
import type { Fact, Request } from './fact.ts'
import { refuse } from './refusals.ts'

// ── Events

export type NewPractitioner = {
  readonly practitionerId: PersonId
  readonly name: string
  /** What this person does, as colleagues say it: "kinderarts". */
  readonly title: string
  readonly discipline: Discipline
  readonly organisation: OrganisationId
  readonly phone?: string
}

/** A registration as IMH specialist; both days are included. */
export type ImhRegistration = { readonly registrationId: string; readonly number?: string; readonly from: IsoDate; readonly until: IsoDate }

/** Days of work in a group, both included; open without `until`. Somebody who fills in has one day. */
export type GroupDuty = { readonly dutyId: Id; readonly groupId: Id; readonly organisation: OrganisationId; readonly from: IsoDate; readonly until?: IsoDate }

export type PractitionerEvent =
  | Fact<'PractitionerRegistered', NewPractitioner>
  | Fact<'ImhRegistrationRecorded', ImhRegistration>
  /** How this practitioner's talks by picture begin, unless one says otherwise; without `way` nothing is said. */
  | Fact<'MeetingWayChosen', { way?: MeetingWay }>
  | Fact<'GroupDutyRecorded', GroupDuty>
  | Fact<'GroupDutyEnded', { dutyId: Id; until: IsoDate }>
  /** `until` is the last day that counts as one of work. */
  | Fact<'EmploymentEnded', { until: IsoDate }>
  /** Works here again, from the moment it was recorded on. */
  | Fact<'EmploymentResumed'>

// ── State

export type Practitioner = {
  readonly id: PersonId
  readonly name: string
  readonly title: string
  readonly discipline: Discipline
  readonly organisation: OrganisationId
  readonly phone?: string
  readonly registrations: readonly ImhRegistration[]
  readonly meeting?: MeetingWay
  readonly duties: readonly GroupDuty[]
  /** The last day of work; absent while nobody ended it. */
  readonly employedUntil?: IsoDate
}

const evolve = (practitioner: Practitioner | undefined, event: PractitionerEvent): Practitioner | undefined => {
  switch (event.type) {
    case 'PractitionerRegistered': {
      const { practitionerId: id, name, title, discipline, organisation, phone } = event
      return { id, name, title, discipline, organisation, ...(phone !== undefined && { phone }), registrations: [], duties: [] }
    }
    case 'ImhRegistrationRecorded': {
      const { registrationId, number, from, until } = event
      return practitioner && { ...practitioner, registrations: [...practitioner.registrations, { registrationId, ...(number !== undefined && { number }), from, until }] }
    }
    case 'MeetingWayChosen': {
      if (practitioner === undefined) return undefined
      const { employedUntil } = practitioner
      return { ...lasting(practitioner), ...(employedUntil !== undefined && { employedUntil }), ...(event.way !== undefined && { meeting: event.way }) }
    }
    case 'GroupDutyRecorded': {
      const { dutyId, groupId, organisation, from, until } = event
      return practitioner && { ...practitioner, duties: [...practitioner.duties, { dutyId, groupId, organisation, from, ...(until !== undefined && { until }) }] }
    }
    case 'GroupDutyEnded':
      return practitioner && { ...practitioner, duties: practitioner.duties.map((duty) => duty.dutyId === event.dutyId ? { ...duty, until: event.until } : duty) }
    case 'EmploymentEnded':
      return practitioner && { ...practitioner, employedUntil: event.until }
    case 'EmploymentResumed': {
      if (practitioner === undefined) return undefined
      const { meeting } = practitioner
      return { ...lasting(practitioner), ...(meeting !== undefined && { meeting }) }
    }
  }
}

/** All of a practitioner but what may be taken back. */
const lasting = ({ id, name, title, discipline, organisation, phone, registrations, duties }: Practitioner): Practitioner =>
  ({ id, name, title, discipline, organisation, ...(phone !== undefined && { phone }), registrations, duties })

/** Whether somebody is in the register and works on a day for the organisation that stands there. */
export const worksOn = (practitioner: Practitioner | undefined, day: IsoDate): practitioner is Practitioner =>
  practitioner !== undefined && (practitioner.employedUntil === undefined || day <= practitioner.employedUntil)

/** The groups in which somebody works on a day. */
export const groupsOn = (practitioner: Practitioner | undefined, day: IsoDate): readonly Id[] =>
  (practitioner?.duties ?? []).filter((duty) => covers(duty, day)).map(({ groupId }) => groupId)

/** Whether somebody is registered as IMH specialist on a day (K-01). */
export const hasValidRegistration = (practitioner: Practitioner | undefined, day: IsoDate): boolean =>
  practitioner?.registrations.some((registration) => covers(registration, day)) ?? false

// ── Decisions

export type PractitionerCommand =
  | Request<'RegisterPractitioner', NewPractitioner>
  /** A first registration, or a re-registration. `termMonths` is how long one holds. */
  | Request<'RecordImhRegistration', { registrationId: string; number?: string; from: IsoDate; termMonths: number }>
  /** Everybody chooses for themselves; without `way` there is no usual one any more. */
  | Request<'ChooseMeetingWay', { way?: MeetingWay }>
  /** `leader`: who leads that group, as its organisation has it. */
  | Request<'RecordGroupDuty', GroupDuty & { leader: PersonId }>
  | Request<'EndGroupDuty', { dutyId: Id; until: IsoDate; leader: PersonId }>
  /** `organisation`: whose keys are kept by who asks. */
  | Request<'EndEmployment', { organisation: OrganisationId; until: IsoDate }>
  | Request<'ResumeEmployment', { organisation: OrganisationId }>

const decide = (command: PractitionerCommand, practitioner: Practitioner | undefined): Decision<PractitionerEvent> => {
  switch (command.type) {
    case 'RegisterPractitioner': {
      const { by, at, practitionerId, name, title, discipline, organisation, phone } = command
      if (practitioner !== undefined) return refuse('already-registered')
      if (!disciplines.includes(discipline)) return refuse('choice-unknown', { field: 'discipline' })
      return refuseText('name', name, longestLine) ?? refuseText('title', title, longestLine) ??
        (phone === undefined ? undefined : refuseText('phone', phone, longestLine)) ??
        record({
          type: 'PractitionerRegistered', subject: about(practitionerId), by, at,
          practitionerId, name, title, discipline, organisation, ...(phone !== undefined && { phone }),
        })
    }
    case 'RecordImhRegistration': {
      const { by, at, registrationId, number, from, termMonths } = command
      if (practitioner === undefined) return refuse('practitioner-unknown')
      if (practitioner.discipline !== 'imhSpecialist') return refuse('not-an-imh-specialist')
      if (practitioner.registrations.some((registration) => registration.registrationId === registrationId)) return refuse('id-in-use')
      if (!isDate(from)) return refuse('date-impossible', { field: 'from' })
      if (!Number.isInteger(termMonths) || termMonths < 1) return refuse('term-impossible')
      const until = lastDay(from, termMonths)
      if (practitioner.registrations.some((earlier) => earlier.from <= until && from <= earlier.until)) return refuse('registration-overlaps')
      return (number === undefined ? undefined : refuseText('number', number, longestLine)) ??
        record({ type: 'ImhRegistrationRecorded', subject: about(practitioner.id), by, at, registrationId, ...(number !== undefined && { number }), from, until })
    }
    case 'ChooseMeetingWay': {
      const { by, at, way } = command
      if (practitioner === undefined) return refuse('practitioner-unknown')
      if (isSameWay(practitioner.meeting, way)) return nothingToDo
      return (way === undefined ? undefined : refuseMeetingWay(way)) ??
        record({ type: 'MeetingWayChosen', subject: about(practitioner.id), by, at, ...(way !== undefined && { way }) })
    }
    case 'RecordGroupDuty': {
      const { by, at, dutyId, groupId, organisation, leader, from, until } = command
      if (practitioner === undefined) return refuse('practitioner-unknown')
      if (by.person !== leader) return refuse('not-group-leader')
      if (practitioner.organisation !== organisation) return refuse('works-elsewhere')
      if (practitioner.duties.some((duty) => duty.dutyId === dutyId)) return refuse('id-in-use')
      return refuseDays(from, until) ??
        record({ type: 'GroupDutyRecorded', subject: about(practitioner.id), by, at, dutyId, groupId, organisation, from, ...(until !== undefined && { until }) })
    }
    case 'EndGroupDuty': {
      const { by, at, dutyId, until, leader } = command
      const duty = practitioner?.duties.find((one) => one.dutyId === dutyId)
      if (practitioner === undefined || duty === undefined) return refuse('duty-unknown')
      if (by.person !== leader) return refuse('not-group-leader')
      if (duty.until === until) return nothingToDo
      return refuseDays(duty.from, until) ?? record({ type: 'GroupDutyEnded', subject: about(practitioner.id), by, at, dutyId, until })
    }
    case 'EndEmployment': {
      const { by, at, organisation, until } = command
      if (practitioner === undefined) return refuse('practitioner-unknown')
      if (practitioner.organisation !== organisation) return refuse('works-elsewhere')
      if (!isDate(until)) return refuse('date-impossible', { field: 'until' })
      // Who left stays gone: a later last day would let them in again.
      if (practitioner.employedUntil !== undefined && practitioner.employedUntil <= until) return nothingToDo
      return record({ type: 'EmploymentEnded', subject: about(practitioner.id), by, at, until })
    }
    case 'ResumeEmployment': {
      const { by, at, organisation } = command
      if (practitioner === undefined) return refuse('practitioner-unknown')
      if (practitioner.organisation !== organisation) return refuse('works-elsewhere')
      return practitioner.employedUntil === undefined ? nothingToDo : record({ type: 'EmploymentResumed', subject: about(practitioner.id), by, at })
    }
  }
}

const refuseDays = (from: IsoDate, until: IsoDate | undefined): ReturnType<typeof refuse> | undefined =>
  !isDate(from) ? refuse('date-impossible', { field: 'from' }) : until === undefined ? undefined : !isDate(until) ? refuse('date-impossible', { field: 'until' }) : until < from ? refuse('period-reversed') : undefined

const about = (person: PersonId): Subject => ({ kind: 'adult', person })

const lastDay = (from: IsoDate, months: number): IsoDate => Temporal.PlainDate.from(from).add({ months }).subtract({ days: 1 }).toString()

export const practitioner: Decider<Practitioner | undefined, PractitionerCommand, PractitionerEvent> = { initial: undefined, evolve, decide }
