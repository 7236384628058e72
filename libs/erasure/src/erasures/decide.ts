import { isDate, nothingToDo, record, type Decider, type Decision, type IsoDate, type PersonId } from '@samenspel/kernel'
import { refuse, type Objection } from '../refusals.ts'
import { erasedClasses, grantGrounds, refusalGrounds, type ErasureCommand, type ErasureEvent, type GrantedRecord } from './events.ts'
import { evolveErasures, type Erasure, type Erasures } from './state.ts'

type As<Type extends ErasureCommand['type']> = Extract<ErasureCommand, { readonly type: Type }>

const ofTheCase = { kind: 'case' } as const

const decide = (command: ErasureCommand, erasures: Erasures): Decision<ErasureEvent> => {
  if (command.type === 'RequestErasure') return request(command, erasures)
  const erasure = erasures.get(command.erasureId)
  if (erasure === undefined) return refuse('erasure-unknown')
  switch (command.type) {
    case 'GrantErasure': return grant(command, erasure)
    case 'RefuseErasure': return refuseRequest(command, erasure)
    default: return command.by.role === 'system' ? goOn(command, erasure) : refuse('not-by-a-person')
  }
}

/** What is recorded about erasures, and how it is decided. */
export const erasures: Decider<Erasures, ErasureCommand, ErasureEvent> = { initial: new Map(), evolve: evolveErasures, decide }

// ── Asked

/** By when a request must be answered: one month after it came (P-08); where that month has no such day, on its last. */
export const answerBy = (receivedOn: IsoDate): IsoDate => Temporal.PlainDate.from(receivedOn).add({ months: 1 }).toString()

const request = (command: As<'RequestErasure'>, erasures: Erasures): Decision<ErasureEvent> => {
  const { by, at, erasureId, person, askedBy, receivedOn, controllers, jurisdiction, today } = command
  if (by.role === 'familyMember') return askForOneself(command, erasures)
  if (by.role !== 'privacyOfficer') return refuse('not-privacy-officer')
  if (erasures.has(erasureId)) return refuse('id-in-use')
  if (controllers.length === 0) return refuse('records-missing')
  if (!['NL', 'BE'].includes(jurisdiction)) return refuse('choice-unknown', { field: 'jurisdiction' })
  const objection = refuseDayToCome('receivedOn', receivedOn, today)
  if (objection !== undefined) return objection
  if (underWayFor(person, erasures) !== undefined) return refuse('erasure-underway')
  return record({
    type: 'ErasureRequested', subject: ofTheCase, by, at, erasureId, person, askedBy: [...new Set(askedBy)], receivedOn, answerBy: answerBy(receivedOn), controllers: [...new Set(controllers)], jurisdiction,
  })
}

const underWayFor = (person: PersonId, erasures: Erasures): Erasure | undefined =>
  [...erasures.values()].find((one) => one.person === person && !['refused', 'carriedOut'].includes(one.progress.status))

/** Everybody asks in their own name: who asks first opens the request, and the time to answer runs from then; who asks after that joins it. */
const askForOneself = ({ by, at, erasureId, person, receivedOn, controllers, jurisdiction, today, required = [] }: As<'RequestErasure'>, erasures: Erasures): Decision<ErasureEvent> => {
  if (required.length === 0) return refuse('authority-unknown')
  if (!required.includes(by.person)) return refuse('not-yours-to-ask')
  if (erasures.has(erasureId)) return refuse('id-in-use')
  const objection = refuseDayToCome('receivedOn', receivedOn, today)
  if (objection !== undefined) return objection
  const known = underWayFor(person, erasures)
  if (known === undefined) {
    if (controllers.length === 0) return refuse('records-missing')
    return record({ type: 'ErasureRequested', subject: ofTheCase, by, at, erasureId, person, askedBy: [by.person], receivedOn, answerBy: answerBy(receivedOn), controllers: [...new Set(controllers)], jurisdiction })
  }
  if (known.progress.status !== 'requested' || known.askedBy.includes(by.person)) return refuse('erasure-underway')
  return record({ type: 'ErasureAskedAlong', subject: ofTheCase, by, at, erasureId: known.erasureId, receivedOn })
}

const refuseDayToCome = (field: string, day: string, today: IsoDate): Objection =>
  !isDate(day) ? refuse('date-impossible', { field }) : day > today ? refuse('date-in-future', { field }) : undefined

// ── Decided

const grant = (command: As<'GrantErasure'>, erasure: Erasure): Decision<ErasureEvent> => {
  const { by, at, erasureId, ground, records } = command
  if (by.role !== 'privacyOfficer') return refuse('not-privacy-officer')
  if (erasure.progress.status !== 'requested') return refuse('erasure-decided')
  if (!grantGrounds.includes(ground)) return refuse('choice-unknown', { field: 'ground' })
  return refuseRecords(command, erasure) ?? refuseAskers(command, erasure) ?? refuseTooEarly(command, erasure) ??
    record({ type: 'ErasureGranted', subject: ofTheCase, by, at, erasureId, ground, records, retentionClasses: erasedClasses })
}

/** An organisation decides about its own record; about another's once that one agreed. What the family wrote belongs to no organisation. */
const refuseRecords = ({ by, records, today }: As<'GrantErasure'>, { controllers }: Erasure): Objection => {
  if (records.length === 0) return refuse('records-missing')
  if (records.some(({ controller }) => !controllers.includes(controller)) || new Set(records.map(({ controller }) => controller)).size < records.length) return refuse('records-differ')
  if (records.some(({ controller, agreedOn }) => controller !== 'case' && controller !== by.organisation && agreedOn === undefined)) return refuse('controller-has-not-agreed')
  return records.map(({ agreedOn }: GrantedRecord) => agreedOn === undefined ? undefined : refuseDayToCome('agreedOn', agreedOn, today)).find((objection) => objection !== undefined)
}

/** What rests on somebody's wish needs the wish of everybody who decides for this person: of a child under twelve, all who have authority (P-08). */
const refuseAskers = ({ ground, required }: As<'GrantErasure'>, { askedBy }: Erasure): Objection => {
  if (ground !== 'request' && ground !== 'consentWithdrawn') return undefined
  if (required.length === 0) return refuse('authority-unknown')
  return required.every((person) => askedBy.includes(person)) ? undefined : refuse('asked-by-too-few', { missing: required.filter((person) => !askedBy.includes(person)).length })
}

/** In Belgium nobody can ask for a record to be erased before the least time is over (P-07); that it is over can be a ground only when it is. */
const refuseTooEarly = ({ ground, today, earliest }: As<'GrantErasure'>, { jurisdiction }: Erasure): Objection => {
  const isOver = earliest !== undefined && earliest <= today
  if (ground === 'retentionEnded') return isOver ? undefined : refuse('retention-not-ended', earliest === undefined ? undefined : { earliest })
  const isAsked = ground === 'request' || ground === 'consentWithdrawn'
  return jurisdiction === 'BE' && isAsked && !isOver ? refuse('minimum-not-reached', earliest === undefined ? undefined : { earliest }) : undefined
}

const refuseRequest = ({ by, at, erasureId, ground }: As<'RefuseErasure'>, { progress }: Erasure): Decision<ErasureEvent> => {
  if (by.role !== 'privacyOfficer') return refuse('not-privacy-officer')
  if (progress.status !== 'requested') return refuse('erasure-decided')
  if (!refusalGrounds.includes(ground)) return refuse('choice-unknown', { field: 'ground' })
  return record({ type: 'ErasureRefused', subject: ofTheCase, by, at, erasureId, ground })
}

// ── Carried out

/** Each step once, in order; what was done before a kill is done already. */
const goOn = (command: As<'BeginErasure' | 'NoteKeysDestroyed' | 'CompleteErasure'>, { progress: { status } }: Erasure): Decision<ErasureEvent> => {
  const { by, at, erasureId } = command
  if (status === 'requested' || status === 'refused') return refuse('erasure-not-granted')
  switch (command.type) {
    case 'BeginErasure':
      return status === 'granted' ? record({ type: 'ErasureBegun', subject: ofTheCase, by, at, erasureId, entry: command.entry }) : nothingToDo
    case 'NoteKeysDestroyed':
      if (status === 'granted') return refuse('erasure-not-begun')
      return status === 'begun' ? record({ type: 'KeysDestroyed', subject: ofTheCase, by, at, erasureId, epoch: command.epoch }) : nothingToDo
    case 'CompleteErasure':
      if (status === 'granted' || status === 'begun') return refuse('erasure-not-begun')
      return status === 'destroyed' ? record({ type: 'ErasureCarriedOut', subject: ofTheCase, by, at, erasureId, certificate: command.certificate }) : nothingToDo
  }
}
