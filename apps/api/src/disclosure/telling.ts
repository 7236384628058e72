/**
 * Whether somebody may be told that there is something, in a mail that says no more than that. The gate decides, as if that person
 * looked now: of what doesn't open to them there is no mail either. Nothing of the family is shown, so the access log gets no line.
 */
import { abilities } from '@samenspel/access'
import { findMember, isAllowed, isOpenAsk, isOpenInvitation, isOrganisationInTeam, isWhole, searchStanding, treatmentConsent } from '@samenspel/family-case'
import { momentOf, zoneOf, type FamilyId, type IsoInstant } from '@samenspel/kernel'
import { Refused } from '../graphql/refused.ts'
import { endingReason } from '../messages/ending-registrations.ts'
import type { Reason } from '../messages/reasons.ts'
import { appOf } from '../sessions/sessions.ts'
import { decidingOf } from './deciding.ts'
import type { DisclosingParts } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { open, openInvitations, shown, type Opened } from './gate.ts'
import type { Occasion } from './log-lines.ts'
import { peaceOf } from './peace.ts'
import type { CaseRecord } from './case-record.ts'
import { loadRecord } from './record.ts'
import { askingOf, todayIn } from './viewer.ts'
import { isPlaced, partsOf, placed } from './views/appointments.ts'
import { isForYou, waitsForYou } from './views/consents.ts'
import { waitsFor } from './views/treatments.ts'

/** What a mail may be sent for: when what it reminds of begins, and whether this person is to be left in peace now. */
export type Told = { readonly startsAt?: IsoInstant; readonly isSilent: boolean }

/** @returns nothing when there is nothing (any more) that this person may be told */
export type Telling = (reason: Reason & { readonly family?: FamilyId }) => Promise<Told | undefined>

export const openTelling = ({ files, clock }: Pick<DisclosingParts, 'files' | 'clock'>): Telling => async (reason) => {
  const { person, role, family } = reason
  if (reason.about.kind === 'registration') {
    const practitioner = await files.practitioners.state(person)
    const organisation = practitioner === undefined ? undefined : await files.organisations.state(practitioner.organisation)
    return organisation !== undefined && endingReason(person, practitioner, organisation.jurisdiction, clock())?.id === reason.id ? { isSilent: false } : undefined
  }
  if (family === undefined) return undefined
  const record = await loadRecord(files, family, clock())
  // Of who was erased nobody knows any more to whom it would go.
  const member = record === undefined ? undefined : findMember(record.file.family, person)
  if (record === undefined || member?.isErased === true || member?.passed !== undefined) return undefined
  // After a loss the family gets no mail of any kind, about whomever it is; what there was to say is not said later either.
  if (role === 'familyMember' && peaceOf(record, clock()) === 'loss') return undefined
  const { about } = reason
  const office = about.kind === 'emergencyToReview' ? { organisation: about.office } : {}
  const asking = await askingOf({ person, role, app: appOf(role), language: 'nl', key: '', secondFactor: true, ...office }, files).catch(unlessUnknown)
  if (asking === undefined) return undefined
  const now = clock()
  const facts = factsOf(record, asking)
  if (role === 'privacyOfficer') return about.kind === 'emergencyToReview' && waitsForOffice(record, about, now) && abilities(asking.viewer, facts, now).decideErasure ? { isSilent: false } : undefined
  const opened = open(record, asking, facts, now)
  // A question without identity is read beside the family, by somebody to whom nothing of it opens.
  const found = about.kind === 'invitation'
    ? openInvitations(record, asking, facts, now).some(({ item }) => item.id === about.id && isOpenInvitation(item.value, todayIn(record.file.family.jurisdiction, now))) ? {} : undefined
    : opened === undefined ? undefined : find(opened, { asking, record, now }, reason)
  return found === undefined ? undefined : { ...found, isSilent: isAtRest(record, reason, now) }
}

/** An office opens no file. It hears of what it reviews (P13) in its own house: opened by somebody who works there, or of a family whose care is given from there. */
const waitsForOffice = ({ openings, file }: CaseRecord, { id, office }: Extract<Reason['about'], { readonly kind: 'emergencyToReview' }>, now: IsoInstant): boolean =>
  openings.some(({ openingId, review, by }) => openingId === id && review === undefined && (by.organisation === office || isOrganisationInTeam(file.careTeam, office, todayIn(file.family.jurisdiction, now))))

/** Who isn't in the register any more gets no mail. */
const unlessUnknown = (error: unknown): undefined => {
  if (!(error instanceof Refused)) throw error
}

/** What a reason is about, when it opened and still matters. */
const find = (opened: Opened, occasion: Pick<Occasion, 'asking' | 'record' | 'now'>, { about, role }: Reason): Pick<Told, 'startsAt'> | undefined => {
  const { record, asking: { session: { person } }, now } = occasion
  const today = todayIn(record.file.family.jurisdiction, now)
  const when = (holds: boolean) => holds ? {} : undefined
  const isLeading = [opened.head.coordinator, opened.head.substitute].includes(person)
  switch (about.kind) {
    case 'sent':
      return when(opened.proposals.some(({ progress, at, asked }) => progress.status === 'sent' && at === about.at && asked.some((one) => one.person === person && one.given === undefined)))
    case 'proposal':
      return when(opened.proposals.some(({ proposalId }) => proposalId === about.id))
    case 'appointment':
      return when(shown(opened, 'appointment').some(({ item }) => item.id === about.id))
    // Whoever was ill and is there again, or a plan that was made anew, is no reason any more.
    case 'fellAway':
      return when(shown(opened, 'appointment').some(({ item: { id, value } }) => id === about.id && (value.status === 'confirmed' || value.status === 'proposed')) && record.directory.fallen(about.id) !== undefined)
    // While nothing was proposed or stands; of a proposal there is a mail of its own.
    case 'wish':
      return when(isOpenWish(opened, about.id))
    case 'target':
      return when(isOpenWish(opened, about.id) && (role === 'familyMember' || isLeading))
    case 'visit':
      return visit(opened, record, person, about.id)
    case 'signal':
      return when(shown(opened, 'overloadSignal').some(({ item: { id, value } }) => id === about.id && value.answeredAt === undefined && value.caller === person))
    case 'changeRequest':
      return when(shown(opened, 'changeRequest').some(({ item: { id, value } }) => id === about.id && value.isOpen))
    case 'reflectionPrompt':
      return when(shown(opened, 'reflectionPrompt').some(({ item: { id, value } }) => id === about.id && value.closedAt === undefined))
    case 'action':
      return when(shown(opened, 'action').some(({ item: { id, value } }) => id === about.id && value.completedAt === undefined))
    case 'emergency':
      return when(record.openings.some(({ openingId, review }) => openingId === about.id && review === undefined) && isLeading)
    case 'consentRequest':
      return when(shown(opened, 'consentRequest').some(({ item: { id, value } }) => id === about.id && isForYou(person, today, decidingOf(occasion, opened), value)))
    case 'treatment':
      return when(shown(opened, 'treatment').some(({ item: { id, value } }) => id === about.id && waitsFor(person, value, treatmentConsent(record.file, value, today))))
    case 'helpSearch':
      return when(shown(opened, 'helpSearch').some(({ item: { id, value } }) => {
        if (id !== about.id) return false
        const { status, silent } = searchStanding(value, record.file, today)
        return role === 'familyMember' ? status !== 'ended' && status !== 'joined' && silent.includes(person) : status === 'chosen' || status === 'differ' || status === 'again'
      }))
    case 'ask':
      return when(shown(opened, 'ask').some(({ item: { id, value, addressees } }) => id === about.id && (role === 'familyMember' ? value.answer !== undefined && value.parent === person : isOpenAsk(value) && addressees.includes(person))))
    case 'practiceCard':
      return when(isLeading && shown(opened, 'practiceCard').some(({ item: { value } }) => value.version === about.id && isWhole(value) && value.release === undefined && value.isHeldBack === undefined && isAllowed(record.file.practiceCard, about.id, record.file.family, today)))
    case 'consent':
      return when(shown(opened, 'consent').some(({ item: { id, value } }) => id === about.id && waitsForYou(person, today, decidingOf(occasion, opened), value)))
    case 'invitation':
    case 'address':
    case 'emergencyToReview':
    case 'registration':
      return undefined
  }
}

const isOpenWish = (opened: Opened, id: string): boolean => shown(opened, 'need').some(({ item }) => item.id === id && item.value.status === 'open')

/** A visit that stands, as this person knows it: of which a part opened with its time, in which they take part or were asked. */
const visit = (opened: Opened, { file: { family } }: CaseRecord, person: string, id: string): Pick<Told, 'startsAt'> | undefined => {
  const own = partsOf({ opened }).filter(({ bundleId, status, asked }) => bundleId === id && status === 'confirmed' && asked.includes(person)).filter(isPlaced).map(placed)
  const startsAt = own.map(({ date, start }) => momentOf(date, start, zoneOf(family.jurisdiction))).sort()[0]
  return startsAt === undefined ? undefined : { startsAt }
}

/** A parent who said that it is too much, or whose planning rests, hears only of what had been agreed and changes. */
const isAtRest = (record: CaseRecord, { person, role, kind }: Reason, now: IsoInstant): boolean =>
  role === 'familyMember' && kind !== 'change' &&
  (peaceOf(record, now) !== undefined || record.file.overload.signals.some((signal) => signal.by.person === person && signal.answeredAt === undefined))
