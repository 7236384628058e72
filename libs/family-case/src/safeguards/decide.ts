import { addDays, nothingToDo, record, relation, type Decision, type IsoDate, type Subject } from '@samenspel/kernel'
import { refuseChoice, refuseDay, refuseTexts } from '../checks.ts'
import { recorded } from '../fact.ts'
import { findMember, indexSubject, isAdult, isParent, subjectOf } from '../family/state.ts'
import { refuseUnknownSubject, refuseUnlessCoordinator, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { guardedKinds, measureKinds, type Measure, type SafeguardCommand, type SafeguardEvent, type SafeguardStep } from './events.ts'
import { personsOf, standing, type Safeguard } from './state.ts'

/** So far ahead somebody may put the next look at a measure, in days: nothing stands for years without a thought. */
export const longestReview = 366

type Set = Extract<SafeguardCommand, { type: 'SetSafeguard' }>

export const decideSafeguards = (command: SafeguardCommand, state: OpenCase): Decision<SafeguardEvent> => {
  if (command.type === 'SetSafeguard') return decideSetting(command, state)
  const { safeguardId, reason } = command
  const safeguard = state.safeguards.find((one) => one.safeguardId === safeguardId)
  if (safeguard === undefined) return refuse('safeguard-unknown')
  const objection = refuseUnlessDecides(command, safeguard, state) ?? refuseTexts({ reason })
  if (objection !== undefined) return objection
  switch (command.type) {
    case 'ReviewSafeguard':
      if (safeguard.liftedAt !== undefined) return refuse('safeguard-lifted')
      return refuseReview(command.reviewOn, todayOf(command, state)) ??
        record<SafeguardEvent>({ type: 'SafeguardReviewed', ...ofTheCase, ...recorded(command), safeguardId, reviewOn: command.reviewOn }, explained(command, safeguard.about, 'reviewed'))
    case 'LiftSafeguard':
      return safeguard.liftedAt !== undefined ? nothingToDo :
        record<SafeguardEvent>({ type: 'SafeguardLifted', ...ofTheCase, ...recorded(command), safeguardId }, explained(command, safeguard.about, 'lifted'))
  }
}

const ofTheCase = { subject: { kind: 'case' } } as const

const explained = (command: SafeguardCommand, subject: Subject, step: SafeguardStep): SafeguardEvent =>
  ({ type: 'SafeguardExplained', subject, ...recorded(command), category: 'contact', safeguardId: command.safeguardId, step, reason: command.reason })

const decideSetting = (command: Set, state: OpenCase): Decision<SafeguardEvent> => {
  const { safeguardId, measure, reviewOn, reason } = command
  const objection =
    refuseChoice('kind', measure.kind, measureKinds) ??
    refuseUnlessMaySet(command, state) ??
    (state.safeguards.some((one) => one.safeguardId === safeguardId) ? refuse('id-in-use') : undefined) ??
    refusePersons(measure, state) ?? refuseEntry(command, state) ??
    (standing(state.safeguards).some((one) => isSame(one.measure, measure)) ? refuse('safeguard-exists') : undefined) ??
    refuseTexts({ reason }) ??
    (reviewOn === undefined ? measure.kind === 'release' ? undefined : refuse('review-date-missing') : refuseReview(reviewOn, todayOf(command, state)))
  if (objection !== undefined) return objection
  const about = aboutWhom(command, state)
  return record<SafeguardEvent>(
    { type: 'SafeguardSet', ...ofTheCase, ...recorded(command), safeguardId, measure, about, ...(reviewOn !== undefined && { reviewOn }) },
    explained(command, about, 'set'),
  )
}

/** A part is shielded or given by who wrote it or by who coordinates; all that is about persons is decided by who coordinates. */
const refuseUnlessMaySet = (command: Set, state: OpenCase): Objection =>
  'entry' in command.measure && command.entryBy === command.by.person ? refuseUnlessInTeam(command, state) : refuseUnlessCoordinator(command, state)

/** Who set a shield or a release may look at it again and lift it; so may who coordinates, all of them. */
const refuseUnlessDecides = (command: SafeguardCommand, { measure, by }: Safeguard, state: OpenCase): Objection =>
  'entry' in measure && by.person === command.by.person ? refuseUnlessInTeam(command, state) : refuseUnlessCoordinator(command, state)

const refuseReview = (day: IsoDate, today: IsoDate): Objection =>
  refuseDay('reviewOn', day) ?? (day <= today ? refuse('date-in-past', { field: 'reviewOn' }) : day > addDays(today, longestReview) ? refuse('date-too-late', { field: 'reviewOn' }) : undefined)

const refusePersons = (measure: Measure, { family }: OpenCase): Objection => {
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
  }
}

/** Nobody is kept from an appointment to which they are asked to come: it would be asked of them and not be there. */
const refuseEntry = ({ measure, entryAbout, attends }: Set, state: OpenCase): Objection => {
  if (!('entry' in measure)) return undefined
  return refuseChoice('entry', measure.entry.kind, guardedKinds) ??
    (entryAbout === undefined ? refuse('subject-unknown', { kind: 'entry' }) : entryAbout.kind === 'case' ? undefined : refuseUnknownSubject(entryAbout, state)) ??
    (measure.kind === 'shield' && attends?.includes(measure.from) === true ? refuse('comes-along') : undefined)
}

const aboutWhom = ({ measure, entryAbout }: Set, { family }: OpenCase): Subject => {
  switch (measure.kind) {
    case 'shield':
    case 'release': return entryAbout ?? indexSubject(family)
    case 'closing': return indexSubject(family)
    case 'protection': return subjectOf(findMember(family, measure.person)!)
    case 'highConflict':
    case 'disagreement': return relation(...measure.persons)
  }
}

const isSame = (a: Measure, b: Measure): boolean => keyOf(a) === keyOf(b)

const keyOf = (measure: Measure): string => {
  const persons = measure.kind === 'protection' ? personsOf(measure) : [...personsOf(measure)].sort()
  return JSON.stringify([measure.kind, ...persons, ...'entry' in measure ? [measure.entry.kind, measure.entry.id] : []])
}
