/** The kinds of care that made-up families need, and who gives them. */
import type { Attendee, Modality, Urgency } from '../format/case.ts'

export type Discipline = { readonly name: string; readonly organisation: string; /** How many there are in a case of the usual size. */ readonly count: number }

export const disciplines: readonly Discipline[] = [
  { name: 'speech', organisation: 'day-centre', count: 2 },
  { name: 'physio', organisation: 'day-centre', count: 2 },
  { name: 'occupational', organisation: 'day-centre', count: 2 },
  { name: 'infant-mental-health', organisation: 'day-centre', count: 2 },
  { name: 'psychologist', organisation: 'day-centre', count: 1 },
  { name: 'doctor', organisation: 'day-centre', count: 1 },
  { name: 'neurology', organisation: 'hospital', count: 2 },
  { name: 'paediatrics', organisation: 'hospital', count: 2 },
  { name: 'dietician', organisation: 'hospital', count: 2 },
  { name: 'rehabilitation', organisation: 'hospital', count: 2 },
  { name: 'eeg', organisation: 'hospital', count: 1 },
  { name: 'audiology', organisation: 'hospital', count: 1 },
  { name: 'coach', organisation: 'youth-care', count: 3 },
  { name: 'case-manager', organisation: 'youth-care', count: 2 },
  { name: 'therapist', organisation: 'mental-health', count: 3 },
  { name: 'trauma-therapist', organisation: 'mental-health', count: 2 },
]

export type KindOfCare = {
  readonly label: string
  readonly minutes: number
  readonly urgency: Urgency
  /** Disciplines that are all there; with one, two of its people are alternatives. */
  readonly by: readonly string[]
  readonly attendance: readonly (readonly Attendee[])[]
  readonly modalities: readonly Modality[]
  /** Weeks from one appointment to the next; absent: once. */
  readonly everyWeeks?: 1 | 2 | 4
}

const childWithParent: KindOfCare['attendance'] = [['child', 'parentA'], ['child', 'parentB']]
const parents: KindOfCare['attendance'] = [['parentA'], ['parentB'], ['parentA', 'parentB']]
const bothParents: KindOfCare['attendance'] = [['parentA', 'parentB']]
const mother: KindOfCare['attendance'] = [['parentA']]

export const kindsOfCare: readonly KindOfCare[] = [
  { label: 'speech with a parent', minutes: 30, urgency: 1, by: ['speech'], attendance: childWithParent, modalities: ['onsite@day-centre'], everyWeeks: 1 },
  { label: 'physio', minutes: 30, urgency: 1, by: ['physio'], attendance: [['child']], modalities: ['onsite@day-centre'], everyWeeks: 1 },
  { label: 'therapy of the mother', minutes: 45, urgency: 2, by: ['therapist'], attendance: mother, modalities: ['onsite@mental-health', 'digital'], everyWeeks: 1 },
  { label: 'coach', minutes: 60, urgency: 1, by: ['coach'], attendance: parents, modalities: ['onsite@youth-care', 'home', 'digital'], everyWeeks: 2 },
  { label: 'infant mental health', minutes: 60, urgency: 1, by: ['infant-mental-health'], attendance: childWithParent, modalities: ['onsite@day-centre', 'home'], everyWeeks: 2 },
  { label: 'occupational therapy', minutes: 45, urgency: 1, by: ['occupational'], attendance: childWithParent, modalities: ['onsite@day-centre', 'home'], everyWeeks: 2 },
  { label: 'trauma therapy', minutes: 90, urgency: 2, by: ['trauma-therapist'], attendance: mother, modalities: ['onsite@mental-health'], everyWeeks: 2 },
  { label: 'talk about the child', minutes: 45, urgency: 1, by: ['infant-mental-health'], attendance: parents, modalities: ['onsite@day-centre', 'digital'], everyWeeks: 4 },
  { label: 'blood test', minutes: 15, urgency: 2, by: ['paediatrics'], attendance: childWithParent, modalities: ['onsite@hospital'], everyWeeks: 4 },
  { label: 'coach for both', minutes: 60, urgency: 1, by: ['coach'], attendance: bothParents, modalities: ['home', 'digital'], everyWeeks: 4 },
  { label: 'evaluation', minutes: 45, urgency: 1, by: ['case-manager'], attendance: parents, modalities: ['onsite@youth-care', 'digital'], everyWeeks: 4 },
  { label: 'neurologist', minutes: 30, urgency: 3, by: ['neurology'], attendance: [...childWithParent, ['child', 'parentA', 'parentB']], modalities: ['onsite@hospital'] },
  { label: 'eeg', minutes: 60, urgency: 3, by: ['eeg'], attendance: childWithParent, modalities: ['onsite@hospital'] },
  { label: 'talk of three disciplines', minutes: 60, urgency: 2, by: ['psychologist', 'speech', 'coach'], attendance: bothParents, modalities: ['onsite@day-centre', 'digital'] },
  { label: 'paediatrician', minutes: 30, urgency: 2, by: ['paediatrics'], attendance: childWithParent, modalities: ['onsite@hospital'] },
  { label: 'rehabilitation doctor', minutes: 45, urgency: 2, by: ['rehabilitation'], attendance: childWithParent, modalities: ['onsite@hospital'] },
  { label: 'shoes', minutes: 30, urgency: 1, by: ['rehabilitation'], attendance: childWithParent, modalities: ['onsite@hospital'] },
  { label: 'diet of the parents', minutes: 30, urgency: 1, by: ['dietician'], attendance: [['parentA'], ['parentB']], modalities: ['onsite@hospital', 'digital'] },
  { label: 'diet of the child', minutes: 45, urgency: 1, by: ['dietician'], attendance: childWithParent, modalities: ['onsite@hospital'] },
  { label: 'hearing', minutes: 45, urgency: 1, by: ['audiology'], attendance: childWithParent, modalities: ['onsite@hospital'] },
  { label: 'case manager', minutes: 45, urgency: 1, by: ['case-manager'], attendance: parents, modalities: ['onsite@youth-care', 'digital'] },
  { label: 'doctor of the day centre', minutes: 30, urgency: 1, by: ['doctor'], attendance: childWithParent, modalities: ['onsite@day-centre'] },
  { label: 'speech advice', minutes: 30, urgency: 1, by: ['speech'], attendance: parents, modalities: ['onsite@day-centre', 'digital'] },
  { label: 'physio advice', minutes: 30, urgency: 1, by: ['physio'], attendance: childWithParent, modalities: ['onsite@day-centre'] },
  { label: 'therapy of both', minutes: 60, urgency: 1, by: ['therapist'], attendance: bothParents, modalities: ['onsite@mental-health', 'digital'] },
]
