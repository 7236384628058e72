import { addDays, categories, disciplines, isSameSubject, nothingToDo, record, subjectKey, type Decision, type IsoDate, type PersonId, type Recorded, type Subject } from '@samenspel/kernel'
import { isKnownToTeam } from '../care-team/state.ts'
import { refuseChoice, refusePeriod, refuseTexts } from '../checks.ts'
import { pick, recorded } from '../fact.ts'
import { holdsAuthority } from '../family/authority.ts'
import { findMember, isAdult, isChild, subjectOf } from '../family/family.ts'
import { refuseUnknownSubject, refuseUnlessAdultOfFamily, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { consentBases, type ConsentBasis, type ConsentCommand, type ConsentEvent, type NewConsent, type Recipient } from './events.ts'
import type { Consent } from './state.ts'

const fields: Readonly<Record<keyof NewConsent, true>> = {
  consentId: true, category: true, recipient: true, from: true, until: true, signedBy: true, basis: true, askedBy: true, howExplained: true,
  requestId: true, renews: true,
}

/**
 * One yes or no. Signatures may come one by one (`SignConsent`): whether there are enough of them to open anything is decided at
 * every reading. Signing counts only for who may decide about the subject, so nobody signs for another adult (C-05).
 */
export const decideConsent = (command: ConsentCommand, state: OpenCase): Decision<ConsentEvent> => {
  switch (command.type) {
    case 'GiveConsent':
      return refuseConsent(command, state) ?? refuseBesideOwnNo(command, state) ??
        record({ type: 'ConsentGiven', subject: command.subject, ...recorded(command), ...pick<NewConsent>(command, fields) })
    case 'MakeObjection':
      return refuseConsent(command, state) ??
        record({ type: 'ObjectionMade', subject: command.subject, ...recorded(command), ...pick<NewConsent>(command, fields) }, ...narrower(command, state))
    case 'SignConsent': {
      const { consentId, signer, basis } = command
      const consent = findGrant(consentId, state)
      if (consent === undefined) return refuse('consent-unknown')
      if (consent.withdrawnAt !== undefined) return refuse('consent-withdrawn')
      const objection = refuseBasis(command, basis) ?? refuseSigners(command, consent.subject, [signer], state) ??
        refuseBesideOwnNo({ ...consent, by: command.by, at: command.at }, state)
      if (objection !== undefined) return objection
      return consent.signedBy.includes(signer) ? nothingToDo :
        record({ type: 'ConsentSigned', subject: consent.subject, ...recorded(command), consentId, signer, basis })
    }
    case 'WithdrawConsent': {
      const { consentId, withdrawnBy } = command
      const consent = state.consents.find((candidate) => candidate.consentId === consentId)
      if (consent === undefined) return refuse('consent-unknown')
      const objection = refuseSigners(command, consent.subject, [withdrawnBy], state)
      if (objection !== undefined) return objection
      // A no is taken back by who said it: nobody opens what another shut.
      if (consent.effect === 'objection' && !consent.signedBy.includes(withdrawnBy)) return refuse('not-your-signature')
      return consent.withdrawnAt !== undefined ? nothingToDo :
        record({ type: 'ConsentWithdrawn', subject: consent.subject, ...recorded(command), consentId, withdrawnBy })
    }
    case 'StopSharing':
      return decideStop(command, state)
    case 'RenewConsent':
      return decideRenewal(command, state)
  }
}

/** Whether it holds no more, or not again. */
export const isOver = ({ withdrawnAt, until }: Consent, today: IsoDate): boolean => withdrawnAt !== undefined || (until !== undefined && until < today)

const isTo = (recipient: Recipient, other: Recipient): boolean =>
  recipient.kind === 'organisation' ? other.kind === recipient.kind && other.organisation === recipient.organisation
    : recipient.kind === 'discipline' ? other.kind === recipient.kind && other.discipline === recipient.discipline
      : other.kind === recipient.kind

export const endOf = (command: Recorded, { subject, consentId }: Consent, withdrawnBy: PersonId): ConsentEvent =>
  ({ type: 'ConsentWithdrawn', subject, ...recorded(command), consentId, withdrawnBy })

/**
 * Who says "nothing" means nothing: a no to everything ends every yes to a part of it, for the same reader, about the same subject. By
 * precedence alone (C-03) each of these, being more exact, would win from it.
 */
const narrower = (command: Recorded & NewConsent & { readonly subject: Subject }, state: OpenCase): readonly ConsentEvent[] => {
  const { subject, category, recipient, signedBy: [signer] } = command
  if (category !== '*' || signer === undefined || command.from > todayOf(command, state)) return []
  return state.consents
    .filter((one) => one.effect === 'grant' && one.category !== '*' && !isOver(one, todayOf(command, state)) && isSameSubject(one.subject, subject) && isTo(one.recipient, recipient))
    .map((one) => endOf(command, one, signer))
}

/** A yes in person beside an own no to the same reader would do nothing, or undo the no unseen: the no is taken back first. */
export const refuseBesideOwnNo = (command: Recorded & Pick<NewConsent, 'category' | 'recipient'> & { readonly subject: Subject }, state: OpenCase): Objection => {
  const { by, subject, category, recipient } = command
  return by.role === 'familyMember' && state.consents.some((one) =>
    one.effect === 'objection' && one.signedBy.includes(by.person) && !isOver(one, todayOf(command, state)) &&
    isSameSubject(one.subject, subject) && isTo(one.recipient, recipient) && (one.category === '*' || one.category === category))
    ? refuse('own-no-stands') : undefined
}

const decideStop = (command: Extract<ConsentCommand, { type: 'StopSharing' }>, state: OpenCase): Decision<ConsentEvent> => {
  const { by, organisation, discipline, saidBy, basis, howExplained, noes } = command
  const objection = refuseTexts({ howExplained }) ?? refuseBasis(command, basis) ?? refuseSpeaker(command, [saidBy], state)
  if (objection !== undefined) return objection
  const today = todayOf(command, state)
  const current = state.consents.filter((one) => !isOver(one, today))
  const stopped = current.filter((one) => one.effect === 'grant' && mayDecide(saidBy, one.subject, state, today))
  const named = stopped.filter(({ recipient }) => recipient.kind === 'organisation' && recipient.organisation === organisation)
  const wide = stopped.filter(({ recipient }) => recipient.kind === 'all' || (recipient.kind === 'discipline' && recipient.discipline === discipline))
  const recipient: Recipient = { kind: 'organisation', organisation }
  const isShutOut = (subject: Subject) => current.some((one) =>
    one.effect === 'objection' && one.category === '*' && one.signedBy.includes(saidBy) && one.from <= today && one.until === undefined && isSameSubject(one.subject, subject) && isTo(one.recipient, recipient))
  const needed = noes.filter(({ subject }) => wide.some((one) => isSameSubject(one.subject, subject)) && !isShutOut(subject))
  if (needed.some(({ consentId }) => state.consents.some((one) => one.consentId === consentId))) return refuse('id-in-use')
  return record(
    ...named.map((one) => endOf(command, one, saidBy)),
    ...needed.map(({ consentId, subject }): ConsentEvent => ({
      type: 'ObjectionMade', subject, ...recorded(command), consentId, category: '*', recipient, from: today, signedBy: [saidBy], basis, askedBy: by.person, howExplained,
    })),
  )
}

const decideRenewal = (command: Extract<ConsentCommand, { type: 'RenewConsent' }>, state: OpenCase): Decision<ConsentEvent> => {
  const { consentId, renews, until, signedBy, basis, howExplained } = command
  const before = findGrant(renews, state)
  if (before === undefined) return refuse('consent-unknown')
  if (before.withdrawnAt !== undefined) return refuse('consent-withdrawn')
  if (before.until === undefined) return refuse('consent-without-end')
  if (state.consents.some((consent) => consent.renews === renews && consent.withdrawnAt === undefined)) return refuse('already-renewed')
  const [today, next] = [todayOf(command, state), addDays(before.until, 1)]
  const { subject, category, recipient } = before
  const renewed: NewConsent = {
    consentId, category, recipient, from: next < today ? today : next, ...(until !== undefined && { until }), signedBy, basis, askedBy: command.by.person, howExplained, renews,
  }
  return refuseConsent({ ...command, ...renewed, subject }, state) ?? record({ type: 'ConsentGiven', subject, ...recorded(command), ...renewed })
}

const findGrant = (consentId: string, state: OpenCase) =>
  state.consents.find((consent) => consent.consentId === consentId && consent.effect === 'grant')

/** Why a yes or a no can't be recorded as it was given. */
export const refuseConsent = (command: Recorded & NewConsent & { readonly subject: Subject }, state: OpenCase): Objection => {
  if (state.consents.some(({ consentId }) => consentId === command.consentId)) return refuse('id-in-use')
  // Neither a yes nor a no opens or shuts the safety track.
  if (command.category === 'safety') return refuse('safety-not-shared-by-consent')
  return refuseUnknownSubject(command.subject, state) ??
    refuseChoice('category', command.category, ['*', ...categories]) ??
    refuseRecipient(command.recipient) ??
    refusePeriod(command.from, command.until) ??
    (command.until !== undefined && command.until < todayOf(command, state) ? refuse('date-in-past', { field: 'until' }) : undefined) ??
    refuseTexts({ howExplained: command.howExplained }) ??
    refuseBasis(command, command.basis) ??
    refuseAsker(command, state) ??
    refuseSigners(command, command.subject, command.signedBy, state)
}

export const refuseRecipient = (recipient: NewConsent['recipient']): Objection =>
  refuseChoice('recipient', recipient.kind, ['organisation', 'discipline', 'all']) ??
  (recipient.kind === 'discipline' ? refuseChoice('discipline', recipient.discipline, disciplines) : undefined)

/** Digital is what somebody of the family gives in person; the rest is what a professional heard or read. */
const refuseBasis = ({ by }: Recorded, basis: ConsentBasis): Objection =>
  refuseChoice('basis', basis, consentBases) ?? ((by.role === 'familyMember') === (basis === 'digital') ? undefined : refuse('basis-does-not-fit'))

/** Who asked is of the team, or it is one's own initiative; a referrer, who asked before there was a team, needn't be known (C-07). */
const refuseAsker = ({ by, askedBy, basis }: Recorded & NewConsent, state: OpenCase): Objection =>
  basis === 'impliedByReferral' || askedBy === by.person || isKnownToTeam(state.careTeam, askedBy) ? undefined : refuse('person-unknown', { field: 'askedBy' })

const refuseSigners = (command: Recorded, subject: Subject, signers: readonly PersonId[], state: OpenCase): Objection => {
  if (signers.length === 0) return refuse('signature-missing')
  if (new Set(signers).size !== signers.length) return refuse('id-in-use', { field: 'signedBy' })
  const today = todayOf(command, state)
  if (!signers.every((signer) => mayDecide(signer, subject, state, today))) return refuse('signer-without-standing')
  return refuseSpeaker(command, signers, state)
}

/** People of the family speak for themselves; what others said is noted by somebody of the team. */
const refuseSpeaker = (command: Recorded, signers: readonly PersonId[], state: OpenCase): Objection => {
  if (command.by.role !== 'familyMember') return refuseUnlessInTeam(command, state)
  return refuseUnlessAdultOfFamily(command, state) ?? (signers.every((signer) => signer === command.by.person) ? undefined : refuse('not-your-signature'))
}

/** Of everything in this family that can be shared: about what somebody has a say on a day. */
export const decidedBy = (person: PersonId, state: OpenCase, today: IsoDate): readonly Subject[] => {
  const { members, dyads } = state.family
  const living = members.filter(({ isErased }) => isErased !== true)
  const all: readonly Subject[] = [...living.map(subjectOf), ...living.filter(isChild).map(({ memberId }): Subject => ({ kind: 'surroundings', person: memberId })), ...dyads.map(({ subject }) => subject)]
  return [...new Map(all.filter((subject) => mayDecide(person, subject, state, today)).map((subject) => [subjectKey(subject), subject])).values()]
}

/** Whether somebody's signature counts for a subject: adults decide for themselves, holders of authority for a child. */
export const mayDecide = (person: PersonId, subject: Subject, { family }: OpenCase, today: IsoDate): boolean => {
  switch (subject.kind) {
    case 'child':
    case 'sibling':
    case 'surroundings': return holdsAuthority(family, person, subject.person, today)
    case 'adult': return subject.person === person
    // A pregnancy may be named after the unborn child, or after who carries it.
    case 'unborn': return (findMember(family, subject.person)?.carriedBy ?? subject.person) === person
    case 'relation': return subject.persons.some((one) => {
      const member = findMember(family, one)
      if (member === undefined) return false
      return isChild(member) ? holdsAuthority(family, person, one, today) : isAdult(member) && one === person
    })
    case 'case': return false
  }
}
