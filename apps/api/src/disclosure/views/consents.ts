import { isOpenInvitation, type Consent, type ConsentRequest, type Recipient } from '@samenspel/family-case'
import { addDays, covers, isSameSubject, type Category, type OrganisationId, type PersonId, type Subject } from '@samenspel/kernel'
import type { Consent as ConsentView, ConsentEffectOn, ConsentReason, ConsentRecipient, ConsentRequest as ConsentRequestView, SentInvitation, SharingPart, SharingSubject } from '../../graphql/types/consents.ts'
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
  /** Which yes or no decides for an organisation, of those that the reader may know (C-03). */
  readonly explain: (subject: Subject, label: Category, organisation: OrganisationId) => Explained
  /** Whose yes is needed as well, besides the reader's own. */
  readonly alsoSigns: (subject: Subject) => readonly PersonId[]
  readonly coordinates: boolean
}

type Named = { readonly consentId: string }
type Explained = { readonly outcome: 'grant' | 'objection' | 'none'; readonly decides: readonly Named[]; readonly givesWay: readonly Named[] }

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

const consentState = ({ today }: Pick<Reader, 'today'>, { stands, isOverruled }: Deciding, consent: Consent): ConsentStateValue => {
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
      return { kind: recipient.kind, organisation: known, label: known.name === '' ? reader.text('somebodyOfTeam') : known.name }
    }
    case 'discipline': return { kind: recipient.kind, discipline: recipient.discipline, label: reader.text('recipient.discipline', { discipline: reader.text(`discipline.${recipient.discipline}`) }) }
    case 'all': return { kind: recipient.kind, label: reader.text('recipient.all') }
  }
}

/** Labels that consent speaks about. */
const sharedLabels = ['development', 'medical', 'mentalHealth', 'relationship', 'social', 'contact', 'planning', 'plan'] as const satisfies readonly Category[]

/**
 * By organisation of the team, or one that a consent names, and by subject: what holds there and why. Labels for which the same yes
 * or no decides stand together.
 */
export const consentEffectsView = (reader: Reader, deciding: Deciding): readonly ConsentEffectOn[] => {
  const consents = shown(reader.opened, 'consent').map(({ item: { value } }) => value)
  const subjects = consents.reduce<readonly Subject[]>((found, { subject }) => found.some((one) => isSameSubject(one, subject)) ? found : [...found, subject], [])
  const organisations = new Set([
    ...consents.flatMap(({ recipient }) => recipient.kind === 'organisation' ? [recipient.organisation] : []),
    ...shown(reader.opened, 'teamMember').flatMap(({ item: { value } }) => covers(value, reader.today) ? [value.organisation] : []),
  ])
  return [...organisations].map((id) => organisation(reader, id)).filter(({ name }) => name !== '').sort((a, b) => a.name < b.name ? -1 : 1)
    .flatMap((one) => subjects.map((subject): ConsentEffectOn => ({ organisation: one, subject: subjectRef(reader, subject), reasons: reasonsFor(deciding, subject, one.id) })))
}

const reasonsFor = ({ explain }: Deciding, subject: Subject, organisationId: OrganisationId): readonly ConsentReason[] => {
  const explained = sharedLabels.flatMap((category) => {
    const { outcome, decides, givesWay } = explain(subject, category, organisationId)
    return outcome === 'none' ? [] : [{ category, effect: outcome, decides: decides.map(({ consentId }) => consentId), givesWay: givesWay.map(({ consentId }) => consentId) }]
  })
  return [...Map.groupBy(explained, ({ effect, decides, givesWay }) => [effect, ...decides, '/', ...givesWay].join(' ')).values()].flatMap((same) => {
    const [first] = same
    return first === undefined ? [] : [{ categories: same.map(({ category }) => category), effect: first.effect, decides: first.decides, givesWay: first.givesWay }]
  })
}

/** About whom the reader has a say, and what can be shared of each: the children first, then the own record, then the bonds. */
export const sharingSubjectsView = (reader: Reader, { mayDecide, alsoSigns }: Deciding): readonly SharingSubject[] => {
  const { opened } = reader
  const members = shown(opened, 'member').filter(({ item: { value } }) => value.isErased !== true).map(({ item: { subject } }) => subject)
  const subjects = [...members, ...shown(opened, 'dyad').map(({ item: { subject } }) => subject)]
  const order: readonly Subject['kind'][] = ['child', 'sibling', 'unborn', 'adult', 'relation']
  return subjects.filter(mayDecide).toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)).map((subject) => ({
    subject: subjectRef(reader, subject), parts: partsOf(reader, subject),
    alsoSigns: alsoSigns(subject).map((one) => nameOf(reader, one)),
  }))
}

/** Of a bond there is the bond, or all of it; a label of its own is only the bond’s. */
const partsOf = (reader: Reader, subject: Subject): readonly SharingPart[] => [
  ...sharedLabels.filter((label) => (label === 'relationship') === (subject.kind === 'relation')).map((category) => ({ category, what: whatOf(reader, category, subject) })),
  { what: whatOf(reader, '*', subject) },
]

/** Newest first. */
export const consentRequestsView = (reader: Reader, deciding: Deciding): readonly ConsentRequestView[] =>
  shown(reader.opened, 'consentRequest').map(({ item: { value, by, at } }): ConsentRequestView => {
    const { requestId, subject, category, recipient, from, until, why, howExplained, answerBy } = value
    const state = requestState(reader, deciding, value)
    return {
      id: requestId, subject: subjectRef(reader, subject), ...(category !== '*' && { category }), what: whatOf(reader, category, subject), recipient: recipientView(reader, recipient),
      from, ...(until !== undefined && { until }), why, howExplained, askedBy: nameOf(reader, by.person), askedOn: dayIn(reader, at), answerBy, state,
      isForYou: isForYou(reader.person, reader.today, deciding, value),
      mayWithdraw: (state === 'open' || state === 'oneMoreYes') && !reader.isPortal && (by.person === reader.person || deciding.coordinates),
    }
  }).reverse()

/** Whether a question waits for this person. */
export const isForYou = (person: PersonId, today: string, deciding: Deciding, request: ConsentRequest): boolean => {
  const state = requestState({ today }, deciding, request)
  return (state === 'open' || state === 'oneMoreYes') && deciding.mayDecide(request.subject) && deciding.answersTo(request.requestId).yes?.signedBy.includes(person) !== true
}

/** Whether a yes that another gave waits for that of this person. */
export const waitsForYou = (person: PersonId, today: string, deciding: Deciding, consent: Consent): boolean =>
  consent.effect === 'grant' && consentState({ today }, deciding, consent) === 'waiting' && deciding.mayDecide(consent.subject) && !consent.signedBy.includes(person)

const requestState = ({ today }: Pick<Reader, 'today'>, { stands, answersTo }: Deciding, { requestId, withdrawnAt, answerBy }: ConsentRequest): ConsentRequestStateValue => {
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
