/** An invented family and what is asked of it, for the specs of this library. */
import type { Actor, PersonId, Subject, Zone } from '@samenspel/kernel'
import type { NeedDetails } from '../needs/events.ts'
import type { ProposalDraft, ProposedPart } from '../proposals/events.ts'
import type { Ask, DatedInterval } from '../terms.ts'

export const child = 'child', brother = 'brother', mother = 'mother', father = 'father'
export const members = [child, brother, mother, father]
export const adults = [mother, father]
export const zone = 'Europe/Amsterdam'

export const aboutChild: Subject = { kind: 'child', person: child }
export const aboutMother: Subject = { kind: 'adult', person: mother }
export const aboutFather: Subject = { kind: 'adult', person: father }
export const ofCase: Subject = { kind: 'case' }

export const coordinator: Actor = { person: 'coordinator', role: 'professional', organisation: 'practice', discipline: 'imhSpecialist' }
export const self = (person: PersonId): Actor => ({ person, role: 'familyMember' })

/** A Monday morning in winter; the appointments below lie in the next week. */
export const now = '2027-01-04T08:00:00.000Z'
export const today = '2027-01-04'

/** Physiotherapy for the child, with one of the parents. */
export const physiotherapy = {
  needId: 'physiotherapy', label: 'Fysiotherapie', purpose: 'Oefenen met zitten en kruipen.', discipline: 'dayCentre', organisation: 'day-centre', minutes: 30, urgency: 1,
  from: '2027-01-11', deadline: '2027-01-22', preferred: '2027-01-11', modalities: [{ kind: 'onsite', place: 'day-centre' }],
  attendance: [[child, mother], [child, father]], staffing: [['physio']], category: 'medical',
} as const satisfies NeedDetails

/** The mother's own therapy. */
export const therapy = {
  needId: 'therapy', label: 'Gesprek', discipline: 'adultMentalHealth', organisation: 'mental-health', minutes: 45, urgency: 2,
  from: '2027-01-11', deadline: '2027-01-15', preferred: '2027-01-11', modalities: [{ kind: 'onsite', place: 'mental-health' }, { kind: 'digital' }],
  attendance: [[mother]], staffing: [['therapist']], category: 'mentalHealth',
} as const satisfies NeedDetails

/** The neurologist tells the result: both parents come, with the child. */
export const neurologist = {
  needId: 'neurologist', label: 'Uitslag', discipline: 'hospital', organisation: 'hospital', minutes: 30, urgency: 3,
  from: '2027-01-11', deadline: '2027-01-22', preferred: '2027-01-11', modalities: [{ kind: 'onsite', place: 'hospital' }],
  attendance: [[child, mother, father]], staffing: [['neurologist']], category: 'medical',
} as const satisfies NeedDetails

export const physiotherapyPart = {
  appointmentId: 'physiotherapy-1', bundleId: 'tuesday', needId: 'physiotherapy', date: '2027-01-12', start: '09:15', end: '09:45',
  modality: { kind: 'onsite', place: 'day-centre' }, attendees: [child, mother], practitioners: ['physio'], evening: false, homeMinutes: 15, glued: { from: '08:50', to: '09:00', homeMinutes: 15, onMinutes: 0 },
} as const satisfies ProposedPart

export const therapyPart = {
  appointmentId: 'therapy-1', bundleId: 'tuesday', needId: 'therapy', date: '2027-01-12', start: '10:30', end: '11:15',
  modality: { kind: 'onsite', place: 'mental-health' }, attendees: [mother], practitioners: ['therapist'], evening: false, homeMinutes: 20, glued: false, minding: { kind: 'day-centre' },
} as const satisfies ProposedPart

export const neurologistPart = {
  appointmentId: 'neurologist-1', bundleId: 'friday', needId: 'neurologist', date: '2027-01-15', start: '14:00', end: '14:30',
  modality: { kind: 'onsite', place: 'hospital' }, attendees: [child, mother, father], practitioners: ['neurologist'], evening: false, homeMinutes: 25, glued: false,
} as const satisfies ProposedPart

export const proposal = (proposalId: string, ...parts: readonly ProposedPart[]): ProposalDraft =>
  ({ proposalId, kind: 'fewestTravelDays', proven: true, travelDaysPossiblyFewer: 0, parts, unplanned: [] })

type AskForProposal = Ask & {
  readonly type: 'AskOtherMoment'; readonly zone: Zone; readonly requestId: string; readonly person: PersonId; readonly proposalId: string
  readonly words?: string; readonly windows: readonly DatedInterval[]
}
export const askOtherMoment = (person: PersonId, proposalId: string): AskForProposal =>
  ({ type: 'AskOtherMoment', by: self(person), at: now, zone, requestId: `request-of-${person}`, person, proposalId, windows: [] })
