import { dayOf, record, refuseText, type Decider, type Decision } from '@samenspel/kernel'
import { refuseChoice } from '../checks.ts'
import { recorded } from '../fact.ts'
import { refuse, type Objection } from '../refusals.ts'
import { emergencyReasons, judgments, mostADay, mostAttempts, type EmergencyCommand, type EmergencyEvent } from './events.ts'
import { evolveEmergencies, isBlocked, isOpen, noEmergencies, recentAttempts, type Emergencies } from './state.ts'

type As<Type extends EmergencyCommand['type']> = Extract<EmergencyCommand, { readonly type: Type }>

const decide = (command: EmergencyCommand, emergencies: Emergencies): Decision<EmergencyEvent> => {
  switch (command.type) {
    case 'OpenAccess': return refuseSeeking(command, emergencies) ?? open(command, emergencies)
    case 'SeekAccess': return refuseSeeking(command, emergencies) ?? record({ type: 'AccessSought', ...recorded(command) })
    case 'ReviewAccess': return review(command, emergencies)
  }
}

/** Emergency access, and how it is decided. */
export const emergencies: Decider<Emergencies, EmergencyCommand, EmergencyEvent> = { initial: noEmergencies, evolve: evolveEmergencies, decide }

/** The same whether somebody is found or not, so that the answer tells nothing. */
const refuseSeeking = ({ by, at, secondFactor }: As<'OpenAccess' | 'SeekAccess'>, state: Emergencies): Objection => {
  if (by.role !== 'professional') return refuse('not-a-professional')
  if (!secondFactor) return refuse('second-factor-missing')
  if (isBlocked(state, by.person, at)) return refuse('emergency-review-overdue')
  return recentAttempts(state, by.person, at).length >= mostAttempts ? refuse('emergency-too-many-attempts', { most: mostAttempts }) : undefined
}

const open = (command: As<'OpenAccess'>, { openings }: Emergencies): Decision<EmergencyEvent> => {
  const { by, at, zone, openingId, familyId, about, reason, words } = command
  if (openings.has(openingId)) return refuse('id-in-use')
  const own = [...openings.values()].filter((opening) => opening.by.person === by.person)
  if (own.some((opening) => opening.familyId === familyId && opening.about.person === about.person && isOpen(opening, at))) return refuse('emergency-already-open')
  if (own.filter((opening) => dayOf(opening.at, zone) === dayOf(at, zone)).length >= mostADay) return refuse('emergency-too-many', { most: mostADay })
  return refuseChoice('reason', reason, emergencyReasons) ?? refuseText('words', words) ??
    record({ type: 'AccessOpened', ...recorded(command), openingId, familyId, about, reason, words })
}

const review = (command: As<'ReviewAccess'>, { openings }: Emergencies): Decision<EmergencyEvent> => {
  const { by, openingId, judgment, words } = command
  if (by.role !== 'privacyOfficer') return refuse('not-privacy-officer')
  const opening = openings.get(openingId)
  if (opening === undefined) return refuse('emergency-unknown')
  if (opening.review !== undefined) return refuse('emergency-reviewed-already')
  return refuseChoice('judgment', judgment, judgments) ?? refuseText('words', words) ??
    record({ type: 'AccessReviewed', ...recorded(command), openingId, judgment, words })
}
