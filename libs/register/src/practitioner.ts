/**
 * A practitioner and the registrations as IMH specialist: the stream `practitioner-<id>`.
 *
 * A registration holds for a term and is renewed by a next one; the founding documents don't state the term, so it comes with
 * the command, from a setting. Every fact is about the practitioner as a person.
 *
 * What the organisation keeps of who works there (`staff.ts`) is replaced as a whole; by hand, or by a row of a list that was brought in
 * (`staff-import.ts`).
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
import { detailsOf, isSameDetails, refuseDetails, type StaffDetails } from './staff.ts'
import type { StaffRow } from './staff-rows.ts'
import type { ImhRegistration } from './imh-registration.ts'

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

/** Days of work in a group, both included; open without `until`. Somebody who fills in has one day. */
export type GroupDuty = { readonly dutyId: Id; readonly groupId: Id; readonly organisation: OrganisationId; readonly from: IsoDate; readonly until?: IsoDate }

export type PractitionerEvent =
  | Fact<'PractitionerRegistered', NewPractitioner>
  /** What the organisation keeps of this person; replaces what was known. */
  | Fact<'StaffDetailsSet', StaffDetails & { version: Id }>
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
  /** What else the organisation said; `version` names what stands, so that a change can say what it was made from. */
  readonly details?: Omit<StaffDetails, 'name' | 'title' | 'discipline' | 'phone'> & { readonly version: Id }
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
    case 'StaffDetailsSet': {
      if (practitioner === undefined) return undefined
      const { version, name, title, discipline, phone, ...details } = detailsWith(event)
      const { id, organisation, registrations, duties, meeting, employedUntil } = practitioner
      return {
        id, name, title, discipline, organisation, ...(phone !== undefined && { phone }), details: { version, ...details }, registrations, duties,
        ...(meeting !== undefined && { meeting }), ...(employedUntil !== undefined && { employedUntil }),
      }
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
const lasting = ({ id, name, title, discipline, organisation, phone, details, registrations, duties }: Practitioner): Practitioner =>
  ({ id, name, title, discipline, organisation, ...(phone !== undefined && { phone }), ...(details !== undefined && { details }), registrations, duties })

const detailsWith = ({ version, ...details }: StaffDetails & { readonly version: Id }) => ({ version, ...detailsOf(details) })

/** What the organisation keeps of somebody, in one. */
export const staffDetails = ({ name, title, discipline, phone, details }: Practitioner): StaffDetails =>
  detailsOf({ name, title, discipline, ...(phone !== undefined && { phone }), languages: details?.languages ?? [], places: details?.places ?? [], ...(details?.email !== undefined && { email: details.email }), ...(details?.from !== undefined && { from: details.from }) })

/** Whether somebody is in the register and works on a day for the organisation that stands there. */
export const worksOn = (practitioner: Practitioner | undefined, day: IsoDate): practitioner is Practitioner =>
  practitioner !== undefined && (practitioner.employedUntil === undefined || day <= practitioner.employedUntil) && (practitioner.details?.from === undefined || practitioner.details.from <= day)

/** The groups in which somebody works on a day. */
export const groupsOn = (practitioner: Practitioner | undefined, day: IsoDate): readonly Id[] =>
  (practitioner?.duties ?? []).filter((duty) => covers(duty, day)).map(({ groupId }) => groupId)

/** Whether somebody is registered as IMH specialist on a day (K-01). */
export const hasValidRegistration = (practitioner: Practitioner | undefined, day: IsoDate): boolean =>
  practitioner?.registrations.some((registration) => covers(registration, day)) ?? false

// ── Decisions

export type PractitionerCommand =
  | Request<'RegisterPractitioner', NewPractitioner>
  /** Somebody new, with all that the organisation keeps of who works there. `version`: of these details. */
  | Request<'AddStaff', StaffDetails & { practitionerId: PersonId; organisation: OrganisationId; version: Id }>
  /** `seen`: the version that the change was made from; absent where nothing stood but the name. `organisation`: for which the change is made. */
  | Request<'ChangeStaff', StaffDetails & { organisation: OrganisationId; version: Id; seen?: Id }>
  /** A first registration, or a re-registration. `termMonths` is how long one holds; `until` where its register says another last day, never a later one. */
  | Request<'RecordImhRegistration', { registrationId: string; number?: string; from: IsoDate; termMonths: number; until?: IsoDate }>
  /** Everybody chooses for themselves; without `way` there is no usual one any more. */
  | Request<'ChooseMeetingWay', { way?: MeetingWay }>
  /** `leader`: who leads that group, as its organisation has it. */
  | Request<'RecordGroupDuty', GroupDuty & { leader: PersonId }>
  | Request<'EndGroupDuty', { dutyId: Id; until: IsoDate; leader: PersonId }>
  /** `organisation`: whose keys are kept by who asks. */
  | Request<'EndEmployment', { organisation: OrganisationId; until: IsoDate }>
  | Request<'ResumeEmployment', { organisation: OrganisationId }>
  /** A last day that is still to come, or, without `until`, none any more. Who left comes back by `ResumeEmployment` alone. */
  | Request<'SetLastDay', { organisation: OrganisationId; today: IsoDate; until?: IsoDate }>
  /** A row of a list that its organisation decided to bring in: from then on it is only carried out, so it is never refused. */
  | Request<'CarryOutStaffRow', { row: StaffRow; organisation: OrganisationId }>

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
    case 'AddStaff': {
      const { by, at, practitionerId, organisation, version } = command
      if (practitioner !== undefined) return refuse('already-registered')
      return refuseDetails(command) ?? record(...added({ by, at, practitionerId, organisation, version }, detailsOf(command)))
    }
    case 'ChangeStaff': {
      const { by, at, organisation, version, seen } = command
      if (practitioner === undefined) return refuse('practitioner-unknown')
      if (practitioner.organisation !== organisation) return refuse('works-elsewhere')
      if (isSameDetails(staffDetails(practitioner), command)) return nothingToDo
      if (practitioner.details?.version !== seen) return refuse('set-meanwhile')
      return refuseDetails(command) ?? record({ type: 'StaffDetailsSet', subject: about(practitioner.id), by, at, version, ...detailsOf(command) })
    }
    case 'RecordImhRegistration': {
      const { by, at, registrationId, number, from, termMonths } = command
      if (practitioner === undefined) return refuse('practitioner-unknown')
      if (practitioner.discipline !== 'imhSpecialist') return refuse('not-an-imh-specialist')
      if (practitioner.registrations.some((registration) => registration.registrationId === registrationId)) return refuse('id-in-use')
      if (!isDate(from)) return refuse('date-impossible', { field: 'from' })
      if (!Number.isInteger(termMonths) || termMonths < 1) return refuse('term-impossible')
      const longest = lastDay(from, termMonths)
      const until = command.until ?? longest
      if (!isDate(until)) return refuse('date-impossible', { field: 'until' })
      if (until < from) return refuse('period-reversed')
      if (until > longest) return refuse('registration-too-long', { months: termMonths })
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
    case 'SetLastDay': {
      const { by, at, organisation, today, until } = command
      if (practitioner === undefined) return refuse('practitioner-unknown')
      if (practitioner.organisation !== organisation) return refuse('works-elsewhere')
      if (practitioner.employedUntil !== undefined && practitioner.employedUntil < today) return refuse('has-left')
      if (practitioner.employedUntil === until) return nothingToDo
      if (until === undefined) return record({ type: 'EmploymentResumed', subject: about(practitioner.id), by, at })
      if (!isDate(until)) return refuse('date-impossible', { field: 'until' })
      if (until < today) return refuse('last-day-past')
      return record({ type: 'EmploymentEnded', subject: about(practitioner.id), by, at, until })
    }
    case 'CarryOutStaffRow': return { events: carriedOut(command, practitioner) }
  }
}

type Adding = { readonly by: PractitionerEvent['by']; readonly at: string; readonly practitionerId: PersonId; readonly organisation: OrganisationId; readonly version: Id }

const added = ({ by, at, practitionerId, organisation, version }: Adding, details: StaffDetails): readonly PractitionerEvent[] => {
  const { name, title, discipline, phone } = details
  return [
    { type: 'PractitionerRegistered', subject: about(practitionerId), by, at, practitionerId, name, title, discipline, organisation, ...(phone !== undefined && { phone }) },
    { type: 'StaffDetailsSet', subject: about(practitionerId), by, at, version, ...details },
  ]
}

/**
 * What a row still comes to. It says what changes, field by field, so that what somebody set by hand in the same moment stays unless the
 * row speaks of that very field; and what stands already, or can't be any more, is left as it is.
 */
const carriedOut = ({ by, at, row, organisation }: Extract<PractitionerCommand, { type: 'CarryOutStaffRow' }>, practitioner: Practitioner | undefined): readonly PractitionerEvent[] => {
  const { person, version, details, registration, until } = row
  if (practitioner === undefined) {
    if (details.name === undefined || details.title === undefined || details.discipline === undefined) return []
    const { name, title, discipline } = details
    return [
      ...added({ by, at, practitionerId: person, organisation, version }, detailsOf({ languages: [], places: [], ...details, name, title, discipline })),
      ...registration === undefined ? [] : [{ type: 'ImhRegistrationRecorded' as const, subject: about(person), by, at, ...registration }],
      ...until === undefined ? [] : [{ type: 'EmploymentEnded' as const, subject: about(person), by, at, until: until.day }],
    ]
  }
  if (practitioner.organisation !== organisation) return []
  const stands = staffDetails(practitioner)
  const after = detailsOf({ ...stands, ...details })
  return [
    ...isSameDetails(stands, after) ? [] : [{ type: 'StaffDetailsSet' as const, subject: about(person), by, at, version, ...after }],
    ...registration === undefined || practitioner.registrations.some((known) => known.registrationId === registration.registrationId || (known.from <= registration.until && registration.from <= known.until)) ? []
      : [{ type: 'ImhRegistrationRecorded' as const, subject: about(person), by, at, ...registration }],
    ...until === undefined || practitioner.employedUntil !== until.seen ? [] : [{ type: 'EmploymentEnded' as const, subject: about(person), by, at, until: until.day }],
  ]
}

const refuseDays = (from: IsoDate, until: IsoDate | undefined): ReturnType<typeof refuse> | undefined =>
  !isDate(from) ? refuse('date-impossible', { field: 'from' }) : until === undefined ? undefined : !isDate(until) ? refuse('date-impossible', { field: 'until' }) : until < from ? refuse('period-reversed') : undefined

const about = (person: PersonId): Subject => ({ kind: 'adult', person })

const lastDay = (from: IsoDate, months: number): IsoDate => Temporal.PlainDate.from(from).add({ months }).subtract({ days: 1 }).toString()

export const practitioner: Decider<Practitioner | undefined, PractitionerCommand, PractitionerEvent> = { initial: undefined, evolve, decide }
