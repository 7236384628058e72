import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { agenda } from '../agenda.ts'
import { appointmentStatus, lateCancellations, needStatus, proposalsWith } from '../statuses.ts'
import { aboutChild, coordinator, father, mother, neurologistPart, physiotherapyPart, proposal, self, therapyPart, zone } from '../testing/family.ts'
import { answer, confirm, happened, send, threeNeeds } from '../testing/story.ts'
import type { AppointmentsCommand } from './events.ts'

const anAgenda = specify(agenda)
const confirmed = [
  ...threeNeeds, send(proposal('light', physiotherapyPart, therapyPart, neurologistPart)), answer('light', mother), answer('light', father),
  confirm('light', ['physiotherapy-1', 'physio'], ['therapy-1', 'therapist'], ['neurologist-1', 'neurologist']),
]

/** The physiotherapy is on Tuesday 12 January 2027 at 09:15, which is 08:15 in UTC. */
const cancelledAt = '2027-01-11T20:00:00.000Z', soonAfter = '2027-01-11T20:05:00.000Z'
const cancel = (by = self(mother), at = cancelledAt): AppointmentsCommand => ({ type: 'CancelAppointment', by, at, zone, appointmentId: 'physiotherapy-1' })
const undo = (by = self(mother), at = soonAfter): AppointmentsCommand => ({ type: 'ReinstateAppointment', by, at, zone, appointmentId: 'physiotherapy-1', holdId: 'again' })
const complete = (at = soonAfter, holdId = 'again'): AppointmentsCommand => ({ type: 'CompleteReinstatement', by: coordinator, at, appointmentId: 'physiotherapy-1', held: [{ appointmentId: holdId, practitioner: 'physio' }] })
const cancelled = happened(...confirmed, cancel())
const fact = { subject: aboutChild, by: self(mother), at: soonAfter, appointmentId: 'physiotherapy-1', holdId: 'again' }

describe('taking a cancellation back', () => {
  test('asks the calendars to hold the time anew, for as long as a confirmation may take', () => {
    anAgenda.given(...cancelled).when(undo()).then({ ...fact, type: 'ReinstatementStarted', expiresAt: '2027-01-11T20:07:00.000Z' })
  })
  test('makes it stand as before once every calendar holds it; it is no late cancellation any more', () => {
    anAgenda.given(...happened(...confirmed, cancel(), undo())).when(complete()).then({ ...fact, by: coordinator, type: 'AppointmentReinstated' })
    const before = anAgenda.given(...cancelled).state(), after = anAgenda.given(...happened(...confirmed, cancel(), undo(), complete())).state()
    const statusIn = (state: typeof after) => appointmentStatus(state, state.proposals.appointments.get('physiotherapy-1')!)
    expect([statusIn(before), statusIn(after)]).toEqual(['cancelled', 'confirmed'])
    expect([lateCancellations(before).length, lateCancellations(after).length]).toEqual([1, 0])
    expect(needStatus(after, after.needs.byId.get('physiotherapy')!)).toBe('planned')
  })
  test('is for whoever cancelled, or for whom it was done, and for nobody else', () => {
    anAgenda.given(...cancelled).when(undo(self(father))).thenRefused('not-yourself')
    anAgenda.given(...cancelled).when(undo(coordinator)).thenRefused('not-yourself')
    expect(happened(...confirmed, cancel({ ...coordinator, onBehalfOf: mother }), undo()).at(-1)?.type).toBe('ReinstatementStarted')
  })
  test('is possible for a day, and never once its own time has come', () => {
    const early = '2027-01-08T10:00:00.000Z'
    const cancelledEarly = happened(...confirmed, cancel(self(mother), early))
    expect(happened(...confirmed, cancel(self(mother), early), undo(self(mother), '2027-01-09T10:00:00.000Z')).at(-1)?.type).toBe('ReinstatementStarted')
    anAgenda.given(...cancelledEarly).when(undo(self(mother), '2027-01-09T10:00:00.001Z')).thenRefused('undo-too-late')
    anAgenda.given(...cancelled).when(undo(self(mother), '2027-01-12T08:15:00.000Z')).thenRefused('already-begun')
  })
  test('twice is once; of what stands there is nothing to take back', () => {
    anAgenda.given(...happened(...confirmed, cancel(), undo())).when(undo()).thenNothing()
    anAgenda.given(...happened(...confirmed)).when(undo()).thenNothing()
    anAgenda.given(...happened(...confirmed)).when({ ...undo(), appointmentId: 'of-another-family' }).thenRefused('unknown-appointment')
  })
  test('is not possible once something else was planned for the same wish, or lies there to be confirmed', () => {
    const anew = { ...physiotherapyPart, appointmentId: 'physiotherapy-2', bundleId: 'thursday', date: '2027-01-14' }
    const proposed = [...confirmed, cancel(), send(proposal('anew', anew))]
    expect(happened(...proposed, undo()).at(-1)?.type).toBe('ReinstatementStarted')
    anAgenda.given(...happened(...proposed, answer('anew', mother))).when(undo()).thenRefused('being-confirmed')
    anAgenda.given(...happened(...proposed, answer('anew', mother), confirm('anew', ['physiotherapy-2', 'physio']))).when(undo()).thenRefused('planned-anew')
  })
  test('withdraws what lay with the family for the same wish', () => {
    const anew = { ...physiotherapyPart, appointmentId: 'physiotherapy-2', bundleId: 'thursday', date: '2027-01-14' }
    const state = anAgenda.given(...happened(...confirmed, cancel(), send(proposal('anew', anew)), undo(), complete())).state()
    expect(proposalsWith(state, 'withdrawn').map(({ proposalId }) => proposalId)).toEqual(['anew'])
  })
  test('is not decided without every hold, nor with one that is about to end', () => {
    const begun = happened(...confirmed, cancel(), undo())
    anAgenda.given(...begun).when(complete(soonAfter, 'another')).thenRefused('holds-missing')
    anAgenda.given(...begun).when(complete('2027-01-11T20:06:31.000Z')).thenRefused('holds-too-short')
    anAgenda.given(...cancelled).when(complete()).thenRefused('not-reinstating')
  })
  test('that came to nothing says why, and leaves it cancelled', () => {
    const release: AppointmentsCommand = { type: 'ReleaseReinstatement', by: coordinator, at: soonAfter, appointmentId: 'physiotherapy-1', because: 'slot-taken' }
    anAgenda.given(...happened(...confirmed, cancel(), undo())).when(release).then({ ...fact, by: coordinator, type: 'ReinstatementReleased', because: 'slot-taken' })
    const state = anAgenda.given(...happened(...confirmed, cancel(), undo(), release)).state()
    expect(state.proposals.appointments.get('physiotherapy-1')?.course).toEqual({ kind: 'cancelled', late: true, at: cancelledAt, by: self(mother), notReinstated: 'slot-taken' })
    anAgenda.given(...cancelled).when(release).thenNothing()
  })
  test('while it is decided it is not cancelled anew', () => { anAgenda.given(...happened(...confirmed, cancel(), undo())).when(cancel()).thenRefused('being-confirmed') })
})
