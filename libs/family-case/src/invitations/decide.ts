import { categories, disciplines, nothingToDo, record, type Decision, type IsoDate } from '@samenspel/kernel'
import type { CareTeamEvent } from '../care-team/events.ts'
import { isInTeam } from '../care-team/state.ts'
import { refuseChoice, refuseDay, refusePeriod, refuseSafety, refuseTexts } from '../checks.ts'
import { pick, recorded } from '../fact.ts'
import { findMember } from '../family/family.ts'
import { refuseUnknownSubject, refuseUnlessCoordinator, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import type { InvitationCommand, InvitationEvent, NewInvitation } from './events.ts'
import { isOpenInvitation, type Invitation } from './state.ts'

const fields: Readonly<Record<keyof NewInvitation, true>> = {
  invitationId: true, practitionerId: true, organisation: true, discipline: true, question: true, from: true, until: true, answerBy: true,
}

type Of<Type extends InvitationCommand['type']> = Extract<InvitationCommand, { type: Type }>

/** The coordinator invites; who is invited answers; and nobody joins before there is consent. */
export const decideInvitations = (command: InvitationCommand, state: OpenCase): Decision<InvitationEvent | CareTeamEvent> => {
  if (command.type === 'InvitePartner') {
    return refuseUnlessCoordinator(command, state) ?? refuseInvitation(command, state) ??
      record({ type: 'PartnerInvited', subject: command.subject, ...recorded(command), category: command.category, ...pick<NewInvitation>(command, fields) })
  }
  const invitation = state.invitations.find(({ invitationId }) => invitationId === command.invitationId)
  if (invitation === undefined) return refuse('invitation-unknown')
  const { subject, category, invitationId } = invitation
  switch (command.type) {
    case 'AnswerInvitation':
      return decideAnswer(command, invitation, state)
    case 'WithdrawInvitation': {
      const objection = refuseUnlessCoordinator(command, state)
      if (objection !== undefined) return objection
      if (invitation.withdrawnAt !== undefined) return nothingToDo
      if (hasJoined(invitation, state)) return refuse('invitation-closed')
      return record({ type: 'InvitationWithdrawn', subject, ...recorded(command), category, invitationId })
    }
    case 'WelcomePartner': {
      const objection = refuseUnlessCoordinator(command, state)
      if (objection !== undefined) return objection
      if (hasJoined(invitation, state)) return nothingToDo
      if (invitation.withdrawnAt !== undefined) return refuse('invitation-closed')
      if (invitation.answer !== 'accepted') return refuse('not-accepted')
      if (!command.hasConsent) return refuse('consent-missing')
      return refuseJoining(invitation, todayOf(command, state), state) ?? record(joined(command, invitation, state))
    }
  }
}

/** A membership that came of an invitation has its id. */
const hasJoined = ({ invitationId }: Invitation, { careTeam }: OpenCase): boolean => careTeam.members.some(({ membershipId }) => membershipId === invitationId)

const decideAnswer = (command: Of<'AnswerInvitation'>, invitation: Invitation, state: OpenCase): Decision<InvitationEvent | CareTeamEvent> => {
  const { answer, words, by } = command
  if (by.person !== invitation.practitionerId || by.organisation !== invitation.organisation) return refuse('not-asked')
  if (invitation.withdrawnAt === undefined && invitation.answer === answer) return nothingToDo
  const today = todayOf(command, state)
  if (!isOpenInvitation(invitation, today)) return refuse('invitation-closed')
  const objection = refuseTexts({ words })
  if (objection !== undefined) return objection
  const { subject, category, invitationId } = invitation
  const answered = { type: 'InvitationAnswered', subject, ...recorded(command), category, invitationId, answer, ...(words !== undefined && { words }) } as const
  // Without consent, or in the team by another way meanwhile: the answer is kept, and the coordinator goes on from there.
  const joins = answer === 'accepted' && command.hasConsent && refuseJoining(invitation, today, state) === undefined
  return record<InvitationEvent | CareTeamEvent>(answered, ...(joins ? [joined(command, invitation, state)] : []))
}

const refuseJoining = ({ practitionerId, until }: Invitation, today: IsoDate, { careTeam }: OpenCase): Objection => {
  if (until !== undefined && until < today) return refuse('invitation-closed')
  return isInTeam(careTeam, practitionerId, today) ? refuse('already-in-team') : undefined
}

const joined = (command: Of<'AnswerInvitation'> | Of<'WelcomePartner'>, invitation: Invitation, state: OpenCase): CareTeamEvent => {
  const { subject, category, invitationId, practitionerId, organisation, discipline, from, until } = invitation
  const today = todayOf(command, state)
  return {
    type: 'TeamMemberAdded', subject, ...recorded(command), category, membershipId: invitationId, practitionerId, organisation, discipline,
    from: from < today ? today : from, ...(until !== undefined && { until }), isCoach: false,
  }
}

const refuseInvitation = (command: Of<'InvitePartner'>, state: OpenCase): Objection => {
  const { invitationId, practitionerId, organisation } = command
  const today = todayOf(command, state)
  if (state.invitations.some((one) => one.invitationId === invitationId) || state.careTeam.members.some(({ membershipId }) => membershipId === invitationId)) return refuse('id-in-use')
  // Who helps a family can't be of that family.
  if (findMember(state.family, practitionerId) !== undefined) return refuse('id-in-use')
  if (isInTeam(state.careTeam, practitionerId, today, organisation)) return refuse('already-in-team')
  if (state.invitations.some((one) => one.practitionerId === practitionerId && isOpenInvitation(one, today))) return refuse('already-invited')
  return refusePeriod(command.from, command.until) ??
    (command.until !== undefined && command.until < today ? refuse('date-in-past', { field: 'until' }) : undefined) ??
    refuseDay('answerBy', command.answerBy) ??
    (command.answerBy < today ? refuse('date-in-past', { field: 'answerBy' }) : undefined) ??
    refuseChoice('discipline', command.discipline, disciplines) ?? refuseChoice('category', command.category, categories) ?? refuseSafety(command.category) ??
    refuseUnknownSubject(command.subject, state) ??
    refuseTexts({ question: command.question }) ??
    (namesSomebody(command.question, state) ? refuse('names-somebody', { field: 'question' }) : undefined)
}

/** Whether a text holds a name or number of the family: what is asked without identity must not give it away (C-02). */
const namesSomebody = (text: string, { family }: OpenCase): boolean => {
  const words = new Set(wordsOf(text))
  const names = [family.name, ...family.members.flatMap(({ firstName, name }) => [firstName, name ?? ''])].flatMap(wordsOf).filter((word) => !ordinary.has(word))
  return names.some((name) => words.has(name)) || wordsOf(text).join(' ').includes(wordsOf(family.caseNumber).join(' '))
}

/** What stands in the name of a family, or before a surname, and names nobody. */
const ordinary: ReadonlySet<string> = new Set(['fam', 'familie', 'gezin', 'family', 'de', 'den', 'der', 'het', 'van', 'von', 'ten', 'ter', 'te', 'la', 'le', 'el', 'al', 'en', 'in', 'op', 'baby', 'd', 't', 's'])

/** The words of a text, without capitals, accents and signs. */
const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
