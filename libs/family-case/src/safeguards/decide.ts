import { covers, nothingToDo, record, refuseReviewDay, relation, type Decision, type IsoDate, type PersonId, type Subject } from '@samenspel/kernel'
import { refuseChoice, refuseTexts } from '../checks.ts'
import { recorded } from '../fact.ts'
import { authorities } from '../family/authority.ts'
import { findMember, indexSubject, isAdult, isChild, isParent, subjectOf } from '../family/family.ts'
import { refuseUnknownSubject, refuseUnlessAdultOfFamily, refuseUnlessCoordinator, refuseUnlessInTeam, refuseUnlessRule, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { exchangeAgreements, guardedKinds, measureKinds, reviewedKinds, type Measure, type SafeguardCommand, type SafeguardEvent, type SafeguardStep } from './events.ts'
import { isOwnNo, personsOf, professionalOf, standing, type Safeguard } from './state.ts'

type Set = Extract<SafeguardCommand, { type: 'SetSafeguard' }>

export const decideSafeguards = (command: SafeguardCommand, state: OpenCase): Decision<SafeguardEvent> => {
  switch (command.type) {
    case 'SetSafeguard': return decideSetting(command, state)
    case 'ExcludeProfessional': return decideExcluding(command, state)
    case 'AdmitProfessional': return decideAdmitting(command, state)
    case 'RecordMentions': return decideMentions(command, state)
    case 'ReviewSafeguard':
    case 'LiftSafeguard': return decideLater(command, state)
  }
}

const decideLater = (command: Extract<SafeguardCommand, { type: 'ReviewSafeguard' | 'LiftSafeguard' }>, state: OpenCase): Decision<SafeguardEvent> => {
  const { safeguardId, reason } = command
  const safeguard = state.safeguards.find((one) => one.safeguardId === safeguardId)
  if (safeguard === undefined) return refuse('safeguard-unknown')
  const objection = refuseUnlessDecides(command, safeguard, state) ?? refuseTexts({ reason })
  if (objection !== undefined) return objection
  switch (command.type) {
    case 'ReviewSafeguard':
      if (safeguard.liftedAt !== undefined) return refuse('safeguard-lifted')
      return refuseReviewDay('reviewOn', command.reviewOn, todayOf(command, state)) ??
        record<SafeguardEvent>({ type: 'SafeguardReviewed', ...ofTheCase, ...recorded(command), safeguardId, reviewOn: command.reviewOn }, explained(command, safeguard.about, 'reviewed'))
    case 'LiftSafeguard':
      return safeguard.liftedAt !== undefined ? nothingToDo :
        record<SafeguardEvent>({ type: 'SafeguardLifted', ...ofTheCase, ...recorded(command), safeguardId }, explained(command, safeguard.about, 'lifted'))
  }
}

/** Only what is new of it, so that it can be said again after a kill. */
const decideMentions = (command: Extract<SafeguardCommand, { type: 'RecordMentions' }>, state: OpenCase): Decision<SafeguardEvent> => {
  const { safeguardId } = command
  const known = state.safeguards.find((one) => one.safeguardId === safeguardId && one.measure.kind === 'protection')
  const objection = refuseUnlessRule(command) ?? (known === undefined ? refuse('safeguard-unknown') : undefined)
  if (objection !== undefined) return objection
  const entries = command.entries.filter(({ kind, id }) => known?.mentions?.some((one) => one.kind === kind && one.id === id) !== true).map(({ kind, id }) => ({ kind, id }))
  return entries.length === 0 ? nothingToDo : record<SafeguardEvent>({ type: 'MentionsRecorded', ...ofTheCase, ...recorded(command), safeguardId, entries })
}

const ofTheCase = { subject: { kind: 'case' } } as const

const explained = (command: Extract<SafeguardCommand, { readonly reason: string }>, subject: Subject, step: SafeguardStep): SafeguardEvent =>
  ({ type: 'SafeguardExplained', subject, ...recorded(command), category: 'contact', safeguardId: command.safeguardId, step, reason: command.reason })

const decideSetting = (command: Set, state: OpenCase): Decision<SafeguardEvent> => {
  const { safeguardId, measure, reviewOn, reason } = command
  const objection =
    refuseChoice('kind', measure.kind, measureKinds) ??
    refuseUnlessMaySet(command, state) ??
    (state.safeguards.some((one) => one.safeguardId === safeguardId) ? refuse('id-in-use') : undefined) ??
    refusePersons(command, state) ?? refuseEntry(command, state) ??
    (standing(state.safeguards).some((one) => isSame(one.measure, measure)) ? refuse('safeguard-exists') : undefined) ??
    refuseTexts({ reason }) ??
    (reviewOn === undefined ? reviewedKinds.some((kind) => kind === measure.kind) ? refuse('review-date-missing') : undefined : refuseReviewDay('reviewOn', reviewOn, todayOf(command, state)))
  if (objection !== undefined) return objection
  const about = aboutWhom(command, state)
  return record<SafeguardEvent>(
    { type: 'SafeguardSet', ...ofTheCase, ...recorded(command), safeguardId, measure, about, ...(reviewOn !== undefined && { reviewOn }) },
    explained(command, about, 'set'),
  )
}

/**
 * A part is shielded or given by who wrote it or by who coordinates, and kept secret by who wrote it alone; that somebody is family of
 * the family they may say themselves. All else about persons is decided by who coordinates.
 */
const refuseUnlessMaySet = (command: Set, state: OpenCase): Objection => {
  const { measure, by, entryBy } = command
  if (measure.kind === 'secret' && entryBy !== by.person) return refuse('not-yours')
  const isOwn = ('entry' in measure && entryBy === by.person) || (measure.kind === 'ownFamily' && measure.professional === by.person)
  return isOwn ? refuseUnlessInTeam(command, state) : refuseUnlessCoordinator(command, state)
}

/**
 * Who set something about a part may look at it again and lift it; so may who coordinates, all but what is secret to them and a no that
 * one of the family said in person.
 */
const refuseUnlessDecides = (command: Extract<SafeguardCommand, { type: 'ReviewSafeguard' | 'LiftSafeguard' }>, safeguard: Safeguard, state: OpenCase): Objection => {
  const { measure, by } = safeguard
  if (measure.kind === 'secret' && by.person !== command.by.person) return refuse('safeguard-unknown')
  if (isOwnNo(safeguard)) return refuse('not-yours')
  return 'entry' in measure && by.person === command.by.person ? refuseUnlessInTeam(command, state) : refuseUnlessCoordinator(command, state)
}

// ── Kept out by name

/** Somebody who has authority over a child of the family today, or who carries the child for whom the case is. */
const refuseUnlessDecidesForFamily = (person: PersonId, command: SafeguardCommand, { family }: OpenCase, today: IsoDate): Objection =>
  authorities(family).some(({ adult, status, from, until }) => adult === person && status === 'verified' && covers(until === undefined ? { from } : { from, until }, today)) ||
    family.members.some(({ role, carriedBy }) => role === 'unbornChild' && carriedBy === person) ? undefined : refuse('signer-without-standing')

const decideExcluding = (command: Extract<SafeguardCommand, { type: 'ExcludeProfessional' }>, state: OpenCase): Decision<SafeguardEvent> => {
  const { safeguardId, professional, by } = command
  const measure = { kind: 'exclusion', professional, saidBy: by.person } as const
  const objection = refuseUnlessAdultOfFamily(command, state) ?? refuseProfessional(measure, command, state) ??
    (state.safeguards.some((one) => one.safeguardId === safeguardId) ? refuse('id-in-use') : undefined)
  if (objection !== undefined) return objection
  if (standing(state.safeguards).some((one) => isSame(one.measure, measure))) return nothingToDo
  return record<SafeguardEvent>({ type: 'SafeguardSet', ...ofTheCase, ...recorded(command), safeguardId, measure, about: indexSubject(state.family) })
}

/** A no that somebody else could take back would be none. */
const decideAdmitting = (command: Extract<SafeguardCommand, { type: 'AdmitProfessional' }>, state: OpenCase): Decision<SafeguardEvent> => {
  const { safeguardId, by } = command
  const known = state.safeguards.find((one) => one.safeguardId === safeguardId && one.measure.kind === 'exclusion' && one.measure.saidBy === by.person)
  const objection = refuseUnlessAdultOfFamily(command, state) ?? (known === undefined ? refuse('safeguard-unknown') : undefined)
  if (objection !== undefined) return objection
  return known?.liftedAt !== undefined ? nothingToDo : record<SafeguardEvent>({ type: 'SafeguardLifted', ...ofTheCase, ...recorded(command), safeguardId })
}

/** Nobody is kept out who leads the care: somebody else takes over first. */
const refuseProfessional = (measure: Extract<Measure, { readonly professional: PersonId }>, command: SafeguardCommand, state: OpenCase): Objection => {
  const { professional } = measure
  if (findMember(state.family, professional) !== undefined) return refuse('person-unknown')
  if (professional === state.careTeam.coordinator) return refuse('coordinator-stays')
  return measure.kind === 'exclusion' ? refuseUnlessDecidesForFamily(measure.saidBy, command, state, todayOf(command, state)) : undefined
}

const refusePersons = (command: Set, state: OpenCase): Objection => {
  const { measure, conditions } = command
  const { family } = state
  const members = personsOf(measure).map((person) => findMember(family, person))
  if (members.some((member) => member === undefined || member.isErased === true)) return refuse('person-unknown')
  if (new Set(members).size !== members.length) return refuse('same-person')
  switch (measure.kind) {
    case 'shield':
    case 'closing':
    case 'protection': return isAdult(findMember(family, measure.from)!) ? undefined : refuse('not-of-the-family')
    case 'release': return isAdult(findMember(family, measure.to)!) ? undefined : refuse('not-of-the-family')
    case 'highConflict': return members.every((member) => isParent(member!)) ? undefined : refuse('not-a-parent')
    case 'disagreement': return family.jurisdiction === 'BE' ? members.every((member) => isParent(member!)) ? undefined : refuse('not-a-parent') : refuse('not-in-this-country')
    case 'openness':
    case 'capacity': return isChild(findMember(family, measure.child)!) ? undefined : refuse('not-a-child')
    case 'ownFamily':
    case 'exclusion': return refuseProfessional(measure, command, state)
    case 'exchange':
      return family.jurisdiction !== 'BE' ? refuse('not-in-this-country') :
        refuseUnknownSubject(measure.about, state) ?? refuseChoice('agreement', measure.agreement, exchangeAgreements) ??
        (conditions?.isNeeded === true && conditions.isInTheirInterest ? undefined : refuse('exchange-conditions'))
    case 'confidence':
    case 'secret': return undefined
  }
}

/** Nobody is kept from an appointment to which they are asked to come: it would be asked of them and not be there. */
const refuseEntry = ({ measure, entryAbout, attends }: Set, state: OpenCase): Objection => {
  if (!('entry' in measure)) return undefined
  return refuseChoice('entry', measure.entry.kind, guardedKinds) ??
    (entryAbout === undefined ? refuse('subject-unknown', { kind: 'entry' }) : entryAbout.kind === 'case' ? undefined : refuseUnknownSubject(entryAbout, state)) ??
    (measure.kind === 'confidence' && entryAbout?.kind !== 'child' && entryAbout?.kind !== 'sibling' && entryAbout?.kind !== 'relation' ? refuse('not-a-child') : undefined) ??
    (measure.kind === 'shield' && attends?.includes(measure.from) === true ? refuse('comes-along') : undefined)
}

const aboutWhom = ({ measure, entryAbout }: Set, { family }: OpenCase): Subject => {
  switch (measure.kind) {
    case 'shield':
    case 'confidence':
    case 'secret':
    case 'release': return entryAbout ?? indexSubject(family)
    case 'ownFamily':
    case 'exclusion':
    case 'closing': return indexSubject(family)
    case 'openness':
    case 'capacity': return subjectOf(findMember(family, measure.child)!)
    case 'exchange': return measure.about
    case 'protection': return subjectOf(findMember(family, measure.person)!)
    case 'highConflict':
    case 'disagreement': return relation(...measure.persons)
  }
}

const isSame = (a: Measure, b: Measure): boolean => keyOf(a) === keyOf(b)

const keyOf = (measure: Measure): string => {
  const persons = measure.kind === 'protection' ? personsOf(measure) : [...personsOf(measure)].sort()
  const more = 'entry' in measure ? [measure.entry.kind, measure.entry.id] : measure.kind === 'exchange' ? [measure.about.kind, measure.recipient] : [professionalOf(measure) ?? '']
  return JSON.stringify([measure.kind, ...persons, ...more])
}
