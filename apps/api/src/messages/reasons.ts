/**
 * What gives a reason to write to somebody. A reason names a person, and in ids what it is about; whether that person may know of it
 * is decided at the gate, when it is noted and again when a mail leaves.
 */
import { partsOf, type Agenda, type AgendaEvent, type Appointment, type CalendarEvent } from '@samenspel/agenda'
import { askReaders, findMember, isAdult, promptReaders, substituteOn, type FamilyCaseEvent, type OpenCase } from '@samenspel/family-case'
import type { RegisterEvent } from '@samenspel/register'
import type { EmergencyEvent } from '@samenspel/safety'
import { addDays, dayOf, momentOf, zoneOf, type FamilyId, type Id, type IsoInstant, type OrganisationId, type PersonId, type Zone } from '@samenspel/kernel'
import { derivedId } from '../ids/derived-id.ts'
import type { Identity } from '../sessions/identity.ts'

/**
 * `news`: to a parent, something new. `change`: to a parent, of what had been agreed. `reminder`: to a parent, of a visit. `work`: to a professional.
 * `planning`: of a date that is wished for, on its own day: that planning opens, and that nothing stands yet two weeks before.
 * `urgent`: to a professional, somebody waits. `confirm`: a code to a new address.
 */
export type MessageKind = 'news' | 'change' | 'reminder' | 'work' | 'planning' | 'urgent' | 'confirm'

/** What a reason is about. `sent`: all proposals that were sent at that moment. */
export type About =
  | { readonly kind: 'sent'; readonly at: IsoInstant }
  /** `address`: the address of somebody who asked to get mail there; its id is that of the request. */
  /** `wish`: what a time is looked for; `target`: that none stands, shortly before the day that it is wished for. */
  | { readonly kind: 'wish' | 'target' | 'address' | 'proposal' | 'appointment' | 'visit' | 'signal' | 'changeRequest' | 'reflectionPrompt' | 'action' | 'emergency' | 'fellAway' | 'consentRequest' | 'consent' | 'treatment' | 'helpSearch' | 'ask' | 'invitation' | 'practiceCard'; readonly id: Id }
  /** Somebody's own registration, of which the end comes near; about no family. */
  | { readonly kind: 'registration'; readonly id: Id }
  /** An opening in an emergency, for an office of this organisation: whether it may know of it, the gate decides. */
  | { readonly kind: 'emergencyToReview'; readonly id: Id; readonly office: OrganisationId }

export type Reason = {
  /** The same reason has the same id, whenever it is found. */
  readonly id: Id
  readonly kind: MessageKind
  readonly person: PersonId
  readonly role: Identity['role']
  readonly about: About
  /** Not before; absent when it is news at once. */
  readonly due?: IsoInstant
}

const agendaTypes = [
  'NeedAdded', 'ProposalPartSent', 'AnswerGiven', 'BundleConfirmed', 'BundleReleased', 'AppointmentCancelled', 'AppointmentReinstated', 'AppointmentMadeDigital', 'OtherMomentAsked',
] as const satisfies readonly AgendaEvent['type'][]
const caseTypes = ['TooMuchSignalled', 'SignalPassedToSubstitute', 'ReflectionPromptOpened', 'ActionAdded', 'ConsentRequested', 'ConsentGiven', 'TreatmentProposed', 'ProvidersProposed', 'ProviderAnswered', 'AskMade', 'AskPassed', 'AskAnswered', 'PartnerInvited', 'PracticeCardAnswered'] as const satisfies readonly FamilyCaseEvent['type'][]
const emergencyTypes = ['AccessOpened'] as const satisfies readonly EmergencyEvent['type'][]

/** After each of these appointments of several families may not go on as they stand. */
export const withdrawingTypes = ['TimeWithdrawn', 'LocationUseSet', 'HolidaysChosen', 'LocationEnded'] as const satisfies readonly (CalendarEvent | RegisterEvent)['type'][]

/** The facts that may give a reason. */
export const tellingTypes: readonly string[] = [...agendaTypes, ...caseTypes, ...emergencyTypes, ...withdrawingTypes]

/** An office that gets mail, and of which organisation: no register knows it. */
export type MailOffice = { readonly person: PersonId; readonly organisation: OrganisationId }

export type Situation = { readonly family: FamilyId; readonly eventId: Id; readonly agenda: Agenda; readonly file: OpenCase; readonly offices?: readonly MailOffice[] }

/** Whom a fact gives a reason to write to. Nobody hears of what they did themselves. */
export const reasonsOf = (event: AgendaEvent | FamilyCaseEvent | EmergencyEvent, { family, eventId, agenda, file, offices = [] }: Situation): readonly Reason[] => {
  const others = (persons: readonly PersonId[]) => [...new Set(persons)].filter((person) => person !== event.by.person && person !== event.by.onBehalfOf)
  const to = (role: Reason['role'], kind: MessageKind, about: About, persons: readonly PersonId[], id = (person: PersonId) => derivedId(`${kind} ${eventId} ${person}`)) =>
    others(persons).map((person): Reason => ({ id: id(person), kind, person, role, about }))
  const parents = (kind: MessageKind, about: About, persons: readonly PersonId[]) => to('familyMember', kind, about, persons)
  const professionals = (kind: MessageKind, about: About, persons: readonly PersonId[]) => to('professional', kind, about, persons)
  const coordinating = () => coordinatingOn(file, event.at)
  switch (event.type) {
    case 'NeedAdded': {
      const { opensAt, remindAt } = momentsOfWish(event, zoneOf(file.family.jurisdiction))
      const adults = file.family.members.filter((member) => isAdult(member) && member.inHousehold).map(({ memberId }) => memberId)
      const attending = adults.filter((person) => event.attendance.flat().includes(person))
      const asked = attending.length > 0 ? attending : adults
      // One for all that is asked in one moment, and one reminder for a whole series.
      const at = (kind: 'wish' | 'target', due: IsoInstant | undefined, name: string) => (person: PersonId): Reason =>
        ({ id: derivedId(`${kind} ${family} ${name} ${person}`), kind: due === undefined ? 'news' : 'planning', person, role: 'familyMember', about: { kind, id: event.needId }, ...(due !== undefined && { due }) })
      return [
        ...others(asked).map(at('wish', opensAt, event.at)),
        ...remindAt === undefined ? [] : asked.map(at('target', remindAt, event.series ?? event.needId)),
        ...remindAt === undefined ? [] : coordinating().map((person): Reason => ({ ...at('target', remindAt, event.series ?? event.needId)(person), role: 'professional' })),
      ]
    }
    // One reason for all that was sent at once, however many parts and choices it has.
    case 'ProposalPartSent':
      return to('familyMember', 'news', { kind: 'sent', at: event.at }, event.asked, (person) => derivedId(`sent ${family} ${event.at} ${person}`))
    case 'AnswerGiven':
      return professionals('work', { kind: 'proposal', id: event.proposalId }, coordinating())
    case 'BundleConfirmed': {
      const parts = partsOf(agenda, event.proposalId)
      const last = lastToAgree(agenda, event.proposalId)
      const about: About = { kind: 'proposal', id: event.proposalId }
      return [
        ...parents('news', about, parts.flatMap(({ asked }) => asked).filter((person) => person !== last)),
        ...ownAppointments(parts).flatMap(([practitioner, appointment]) => professionals('work', { kind: 'appointment', id: appointment }, [practitioner])),
        ...visitsOf(parts).flatMap(({ visit, adults }) => to('familyMember', 'reminder', { kind: 'visit', id: visit }, adults, (person) => derivedId(`reminder ${family} ${visit} ${person}`))),
      ]
    }
    case 'BundleReleased': {
      const about: About = { kind: 'proposal', id: event.proposalId }
      return [...parents('change', about, partsOf(agenda, event.proposalId).flatMap(({ asked }) => asked)), ...professionals('work', about, coordinating())]
    }
    case 'AppointmentCancelled':
    case 'AppointmentReinstated':
    case 'AppointmentMadeDigital': {
      const appointment = agenda.proposals.appointments.get(event.appointmentId)
      if (appointment === undefined) return []
      const about: About = { kind: 'appointment', id: event.appointmentId }
      return [...parents('change', about, appointment.asked), ...professionals('work', about, [...appointment.practitioners, ...event.type === 'AppointmentMadeDigital' ? [] : coordinating()])]
    }
    case 'OtherMomentAsked':
      return professionals('work', { kind: 'changeRequest', id: event.requestId }, coordinating())
    case 'TooMuchSignalled':
    case 'SignalPassedToSubstitute':
      return professionals('urgent', { kind: 'signal', id: event.signalId }, [event.caller])
    case 'ReflectionPromptOpened':
      return professionals('work', { kind: 'reflectionPrompt', id: event.promptId }, promptReaders(file))
    case 'ActionAdded': {
      const owner = findMember(file.family, event.owner)
      if (owner !== undefined && !isAdult(owner)) return []
      const about: About = { kind: 'action', id: event.actionId }
      return owner === undefined ? professionals('work', about, [event.owner]) : parents('news', about, [event.owner])
    }
    // Whose yes is asked for, the policies say: of all others the gate tells nothing.
    case 'ConsentRequested':
      return parents('news', { kind: 'consentRequest', id: event.requestId }, adultsOf(file))
    case 'TreatmentProposed':
      return parents('news', { kind: 'treatment', id: event.treatmentId }, adultsOf(file))
    case 'ProvidersProposed':
      return parents('news', { kind: 'helpSearch', id: event.searchId }, adultsOf(file))
    // What the family chose waits for who coordinates: to be asked of a provider, or proposed anew.
    case 'ProviderAnswered':
      return professionals('work', { kind: 'helpSearch', id: event.searchId }, coordinating())
    // Whom a parent addresses, and then that parent.
    case 'AskMade':
    case 'AskPassed':
      return professionals('work', { kind: 'ask', id: event.askId }, readersOf(file, event.askId))
    case 'AskAnswered':
      return parents('news', { kind: 'ask', id: event.askId }, file.asks.flatMap(({ askId, parent }) => askId === event.askId ? [parent] : []))
    // A yes that nobody asked for may need that of the other parent.
    case 'ConsentGiven':
      return event.requestId === undefined ? parents('news', { kind: 'consent', id: event.consentId }, adultsOf(file)) : []
    // With the last yes it waits for who publishes it; before, nobody has anything to do.
    case 'PracticeCardAnswered':
      return event.isYes ? to('professional', 'work', { kind: 'practiceCard', id: event.version }, coordinating(), (person) => derivedId(`card ${family} ${event.version} ${person}`)) : []
    case 'PartnerInvited':
      return professionals('work', { kind: 'invitation', id: event.invitationId }, [event.practitionerId])
    // Who coordinates hears of it at once, whoever opened it, and so does every office that reviews it (L-10).
    case 'AccessOpened':
      return [
        ...professionals('urgent', { kind: 'emergency', id: event.openingId }, coordinating()),
        ...offices.flatMap(({ person, organisation }) => to('privacyOfficer', 'urgent', { kind: 'emergencyToReview', id: event.openingId, office: organisation }, [person])),
      ]
    default:
      return []
  }
}

const readersOf = ({ asks, careTeam }: OpenCase, id: Id): readonly PersonId[] => asks.flatMap((ask) => ask.askId === id ? askReaders(ask, careTeam) : [])

const adultsOf = ({ family }: OpenCase): readonly PersonId[] => family.members.filter(isAdult).map(({ memberId }) => memberId)

/** To who coordinates: something of this family can't go on as it stands. One mail a family, however much of it fell away at once. */
export const fellAwayReasons = (eventId: Id, { by, at }: Pick<AgendaEvent, 'by' | 'at'>, family: FamilyId, file: OpenCase, [first]: readonly Pick<Appointment, 'appointmentId'>[]): readonly Reason[] =>
  first === undefined ? [] : coordinatingOn(file, at).filter((person) => person !== by.person)
    .map((person): Reason => ({ id: derivedId(`fell away ${eventId} ${family} ${person}`), kind: 'work', person, role: 'professional', about: { kind: 'fellAway', id: first.appointmentId } }))

/** Days before the first possible one on which planning opens: as far as the planner looks ahead. */
const opensDays = 28
/** Days before the day that is wished for. */
const remindDays = 14
/** Some time in the morning; quiet hours may put it off. */
const inTheMorning = '09:00'

/** @returns no moment for planning that is open already, and none for a reminder that would come with the first mail */
export const momentsOfWish = ({ at, from, preferred }: Pick<Extract<AgendaEvent, { type: 'NeedAdded' }>, 'at' | 'from' | 'preferred'>, zone: Zone): { readonly opensAt?: IsoInstant; readonly remindAt?: IsoInstant } => {
  const opensAt = momentOf(addDays(from, -opensDays), inTheMorning, zone)
  const remindAt = momentOf(addDays(preferred, -remindDays), inTheMorning, zone)
  const isBefore = (one: IsoInstant, other: IsoInstant) => Temporal.Instant.compare(one, other) < 0
  return { ...(isBefore(at, opensAt) && { opensAt }), ...(isBefore(at, remindAt) && isBefore(opensAt, remindAt) && { remindAt }) }
}

/** Who coordinates on the day of a moment: the coordinator, and who stands in. */
const coordinatingOn = ({ family, careTeam }: OpenCase, at: IsoInstant): readonly PersonId[] =>
  [careTeam.coordinator, substituteOn(careTeam, dayOf(at, zoneOf(family.jurisdiction)))].filter((person) => person !== undefined)

/** Whose yes was the last one needed: who gave it in person knows that it is agreed. */
const lastToAgree = ({ proposals }: Agenda, proposalId: Id): PersonId | undefined =>
  [...proposals.byId.get(proposalId)?.answers ?? []].filter(([person, { by }]) => by.person === person).sort(([, one], [, other]) => one.at < other.at ? 1 : -1)[0]?.[0]

/** Of every professional one appointment that is theirs: one reason is enough. */
const ownAppointments = (parts: readonly Appointment[]): readonly (readonly [PersonId, Id])[] =>
  [...new Map(parts.flatMap(({ appointmentId, practitioners }) => practitioners.map((practitioner) => [practitioner, appointmentId] as const)))]

/** The visits of a bundle, with the adults who are asked for any part of each. */
const visitsOf = (parts: readonly Appointment[]): readonly { readonly visit: Id; readonly adults: readonly PersonId[] }[] =>
  [...Map.groupBy(parts, ({ bundleId }) => bundleId)].map(([visit, own]) => ({ visit, adults: own.flatMap(({ asked }) => asked) }))
