import { isOpenInvitation, type Consent, type ConsentRequest, type Recipient } from '@samenspel/family-case'
import { addDays, type Category, type Subject } from '@samenspel/kernel'
import type { Consent as ConsentView, ConsentRecipient, ConsentRequest as ConsentRequestView, SentInvitation } from '../../graphql/types/consents.ts'
import type { ConsentRequestStateValue, ConsentStateValue, InvitationStateValue } from '../../graphql/enums.ts'
import { shown } from '../gate.ts'
import type { ItemOf } from '../items.ts'
import { dayIn, nameOf, organisation, professional, subjectRef, type Reader } from './reader.ts'

/** What the policies say about consents, for who reads. */
export type Deciding = {
  /** Whether enough of those who must have said yes, or one of those who may said no. */
  readonly stands: (consent: Consent) => boolean
  /** Whether the reader has a say about a subject. */
  readonly mayDecide: (subject: Subject) => boolean
  /** Whether a no that counts as much or more stands against this. */
  readonly isOverruled: (consent: Consent) => boolean
  /** What was answered to a question, as far as the reader may know. */
  readonly answersTo: (requestId: string) => { readonly yes: Consent | undefined; readonly no: Consent | undefined }
  readonly coordinates: boolean
}

/** Days before its end from which a consent is shown as ending soon. */
export const daysBeforeEnd = 30

/** Newest first. */
export const consentsView = (reader: Reader, deciding: Deciding): readonly ConsentView[] => {
  const consents = shown(reader.opened, 'consent').map(({ item: { value } }) => value)
  return consents.map((value) => consentView(reader, deciding, value, consents)).reverse()
}

const consentView = (reader: Reader, deciding: Deciding, value: Consent, all: readonly Consent[]): ConsentView => {
  const { consentId, effect, subject, category, recipient, from, until, signedBy, basis, howExplained, askedBy, withdrawnAt, withdrawnBy, requestId } = value
  const state = consentState(reader, deciding, value)
  const isFollowed = all.some((other) => other.renews === consentId && other.withdrawnAt === undefined)
  return {
    id: consentId, effect, subject: subjectRef(reader, subject), ...(category !== '*' && { category }), what: whatOf(reader, category, subject), recipient: recipientView(reader, recipient),
    from, ...(until !== undefined && { until }), state, signedBy: signedBy.map((person) => nameOf(reader, person)), basis, howExplained, askedBy: nameOf(reader, askedBy),
    ...(withdrawnAt !== undefined && { withdrawnOn: dayIn(reader, withdrawnAt) }), ...(withdrawnBy !== undefined && { withdrawnBy: nameOf(reader, withdrawnBy) }), ...(requestId !== undefined && { requestId }),
    endsSoon: effect === 'grant' && (state === 'inForce' || state === 'overruled') && until !== undefined && until <= addDays(reader.today, daysBeforeEnd) && !isFollowed,
    isYours: signedBy.includes(reader.person), mayDecide: deciding.mayDecide(subject),
  }
}

const consentState = ({ today }: Reader, { stands, isOverruled }: Deciding, consent: Consent): ConsentStateValue => {
  const { effect, from, until, withdrawnAt } = consent
  if (withdrawnAt !== undefined) return 'withdrawn'
  if (until !== undefined && until < today) return 'ended'
  if (!stands(consent)) return 'waiting'
  if (from > today) return 'coming'
  return effect === 'grant' && isOverruled(consent) ? 'overruled' : 'inForce'
}

/** What would be read, in words. */
const whatOf = (reader: Reader, category: Category | '*', subject: Subject): string => {
  const { label } = subjectRef(reader, subject)
  return reader.text(category === '*' ? 'category.all' : `category.${category}`, { subject: label })
}

const recipientView = (reader: Reader, recipient: Recipient): ConsentRecipient => {
  switch (recipient.kind) {
    case 'organisation': {
      const known = organisation(reader, recipient.organisation)
      return { kind: recipient.kind, organisation: known, label: known.name }
    }
    case 'discipline': return { kind: recipient.kind, discipline: recipient.discipline, label: reader.text('recipient.discipline', { discipline: reader.text(`discipline.${recipient.discipline}`) }) }
    case 'all': return { kind: recipient.kind, label: reader.text('recipient.all') }
  }
}

/** Newest first. */
export const consentRequestsView = (reader: Reader, deciding: Deciding): readonly ConsentRequestView[] =>
  shown(reader.opened, 'consentRequest').map(({ item: { value, by, at } }): ConsentRequestView => {
    const { requestId, subject, category, recipient, from, until, why, howExplained, answerBy } = value
    const state = requestState(reader, deciding, value)
    const { yes } = deciding.answersTo(requestId)
    return {
      id: requestId, subject: subjectRef(reader, subject), ...(category !== '*' && { category }), what: whatOf(reader, category, subject), recipient: recipientView(reader, recipient),
      from, ...(until !== undefined && { until }), why, howExplained, askedBy: nameOf(reader, by.person), askedOn: dayIn(reader, at), answerBy, state,
      isForYou: (state === 'open' || state === 'oneMoreYes') && deciding.mayDecide(subject) && yes?.signedBy.includes(reader.person) !== true,
      mayWithdraw: (state === 'open' || state === 'oneMoreYes') && !reader.isPortal && (by.person === reader.person || deciding.coordinates),
    }
  }).reverse()

const requestState = ({ today }: Reader, { stands, answersTo }: Deciding, { requestId, withdrawnAt, answerBy }: ConsentRequest): ConsentRequestStateValue => {
  const { yes, no } = answersTo(requestId)
  if (withdrawnAt !== undefined) return 'takenBack'
  if (no !== undefined) return 'no'
  if (yes !== undefined && (yes.withdrawnAt !== undefined || stands(yes))) return 'yes'
  if (today > answerBy) return 'expired'
  return yes === undefined ? 'open' : 'oneMoreYes'
}

/** Newest first. */
export const sentInvitationsView = (reader: Reader): readonly SentInvitation[] => {
  const memberships = new Set(shown(reader.opened, 'teamMember').map(({ item }) => item.id))
  return shown(reader.opened, 'invitation').map(({ item: { id, at, subject, value } }): SentInvitation => ({
    id, partner: professional(reader, value.practitionerId), subject: subjectRef(reader, subject), question: value.question, from: value.from, ...(value.until !== undefined && { until: value.until }),
    answerBy: value.answerBy, invitedOn: dayIn(reader, at), state: invitationState(value, memberships.has(id), reader.today), ...(value.words !== undefined && { words: value.words }),
  })).reverse()
}

export const invitationState = (invitation: ItemOf<'invitation'>['value'], hasJoined: boolean, today: string): InvitationStateValue => {
  if (hasJoined) return 'joined'
  if (invitation.withdrawnAt !== undefined) return 'takenBack'
  return invitation.answer ?? (isOpenInvitation(invitation, today) ? 'open' : 'expired')
}
