/** An invented family as the API discloses it to one parent, for specs. Dates lie around Tuesday 24 November 2026. */
import type { Appointment, Bundle, Family, Proposal } from '../family/model.ts'

export const mother = { id: 'mother', name: 'Anouk Verhoeven', title: 'moeder', jurisdiction: 'NL', language: 'NL' } as const

const specialist = { id: 'hanne', name: 'Hanne de Wit', title: 'IMH-specialist', phone: '088 555 01 20', organisation: { id: 'o1', name: 'De Schakel' } }
const physio = { id: 'karim', name: 'Karim Aydin', title: 'fysiotherapeut', phone: null, organisation: { id: 'o2', name: 'KDC De Wilgenboom' } }

export const stop = (id: string, more: Partial<Appointment> = {}): Appointment => ({
  id, label: 'Fysiotherapie', purpose: 'Oefenen met zitten.', why: null, discipline: 'DAY_CENTRE', organisation: { id: 'o2', name: 'KDC De Wilgenboom' }, professionals: [physio], attendees: ['mother', 'child'],
  date: '2026-12-01', start: '10:15', end: '11:00', modality: 'ONSITE', place: { id: 'p1', name: 'KDC De Wilgenboom', address: 'Wilgenlaan 4', phone: null }, isEvening: false,
  status: 'PROPOSED', canBecomeDigital: false, canCancel: true, bring: null, meeting: null, elsewhere: null, canUndoUntil: null, notReinstatedBecause: null, ...more,
})

export const visit = (id: string, more: Partial<Bundle> = {}): Bundle => ({
  id, kind: 'VISIT', date: '2026-12-01', start: '09:30', end: '11:00', minding: 'Tijn is dan op school.', travel: { leaveAt: '09:05', backAt: '11:25', minutes: 50 },
  parts: [
    stop(`${id}-2`),
    stop(`${id}-1`, { label: 'Controle', purpose: null, discipline: 'HOSPITAL', start: '09:30', end: '10:00', professionals: [specialist], bring: 'het boekje' }),
  ], ...more,
})

export const eveningCall = (id: string): Bundle => ({
  id, kind: 'EVENING', date: '2026-12-03', start: '20:15', end: '20:45', minding: null, travel: null,
  parts: [stop(`${id}-1`, { label: 'Uw eigen gesprek', discipline: 'ADULT_MENTAL_HEALTH', date: '2026-12-03', start: '20:15', end: '20:45', modality: 'DIGITAL', place: null, isEvening: true, attendees: ['mother'] })],
})

/** The same moment, with all its parts fixed. */
export const fixed = (bundle: Bundle): Bundle => ({ ...bundle, parts: bundle.parts.map((part) => ({ ...part, status: 'CONFIRMED' })) })

export const proposal = (id: string, more: Partial<Proposal> = {}): Proposal => ({
  id, kind: 'FEWEST_TRAVEL_DAYS', status: 'SENT', sentAt: '2026-11-23T09:00:00.000Z', awaitsMe: true, releasedBecause: null, eveningReasons: ['De kinderen slapen dan.'], moves: [],
  tell: 'Vier ritten worden er één.', savings: { sentences: ['Vier ritten worden één rit.', '3 dagen minder op pad.'] }, unplanned: [],
  answers: [{ memberId: 'mother', firstName: 'Anouk', answer: null, at: null, spoken: null }, { memberId: 'father', firstName: 'Joost', answer: null, at: null, spoken: null }],
  bundles: [eveningCall(`${id}-evening`), visit(`${id}-visit`)], ...more,
})

export const family = (more: Partial<Family> = {}): Family => ({
  id: 'family', name: 'Verhoeven', jurisdiction: 'NL', zone: 'Europe/Amsterdam',
  members: [{ id: 'mother', firstName: 'Anouk', role: 'MOTHER', phone: null, passed: null }, { id: 'father', firstName: 'Joost', role: 'FATHER', phone: null, passed: null }, { id: 'child', firstName: 'Sem', role: 'CHILD', phone: null, passed: null }],
  coordinator: specialist, bundles: [], proposals: [], changeRequests: [], overloadSignals: [],
  helpLines: [{ kind: 'OWN_GP', label: 'Uw huisarts', number: '0555 12 34 56' }, { kind: 'EMERGENCY', label: 'Noodnummer', number: '112' }, { kind: 'CRISIS_LINE', label: 'Zelfmoordpreventie', number: '0800-0113' }],
  calendarFeed: { isOpen: false, openedOn: null }, silence: null, isAskedAboutPlan: false, isAskedAboutCard: false, consentRequests: [], meetings: [], treatments: [], helpSearches: [], can: { readAccessLog: true, signalTooMuch: true }, ...more,
})
