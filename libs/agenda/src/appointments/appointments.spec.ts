import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { agenda } from '../agenda.ts'
import { appointmentStatus, lateCancellations } from '../statuses.ts'
import { aboutChild, aboutMother, coordinator, father, mother, neurologistPart, physiotherapyPart, proposal, self, therapyPart, zone } from '../testing/family.ts'
import { answer, confirm, happened, send, threeNeeds } from '../testing/story.ts'
import type { AppointmentsCommand, DigitalCheck, Outcome } from './events.ts'
import { isLate } from './late.ts'

const anAgenda = specify(agenda)
const sent = [...threeNeeds, send(proposal('light', physiotherapyPart, therapyPart, neurologistPart))]
const confirmed = [...sent, answer('light', mother), answer('light', father), confirm('light', ['physiotherapy-1', 'physio'], ['therapy-1', 'therapist'], ['neurologist-1', 'neurologist'])]
const past = happened(...confirmed)

/** The physiotherapy is on Tuesday 12 January 2027 at 09:15, which is 08:15 in UTC; the therapy at 10:30. */
const longBefore = '2027-01-08T10:00:00.000Z', dayBefore = '2027-01-11T08:15:00.000Z', justAfterThat = '2027-01-11T08:15:00.001Z'
const begun = '2027-01-12T08:15:00.000Z', afterwards = '2027-01-12T12:00:00.000Z'

const cancel = (at: string, appointmentId = 'physiotherapy-1', by = self(mother)): AppointmentsCommand => ({ type: 'CancelAppointment', by, at, zone, appointmentId })
const makeDigital = (appointmentId: string, check: DigitalCheck = { violations: [] }, at = longBefore): AppointmentsCommand =>
  ({ type: 'MakeDigital', by: self(mother), at, zone, appointmentId, check })
const outcome = (was: Outcome, at = afterwards): AppointmentsCommand => ({ type: 'RecordOutcome', by: coordinator, at, zone, appointmentId: 'physiotherapy-1', outcome: was })

describe('cancelling an appointment', () => {
  test('needs no reason, and is in good time until the same hour of the day before', () => {
    anAgenda.given(...past).when(cancel(dayBefore)).then({ type: 'AppointmentCancelled', subject: aboutChild, by: self(mother), at: dayBefore, appointmentId: 'physiotherapy-1', late: false })
    anAgenda.given(...past).when(cancel(justAfterThat)).then({ type: 'AppointmentCancelled', subject: aboutChild, by: self(mother), at: justAfterThat, appointmentId: 'physiotherapy-1', late: true })
  })
  test('stands under the person whose appointment it was', () => {
    anAgenda.given(...past).when(cancel(longBefore, 'therapy-1')).then({ type: 'AppointmentCancelled', subject: aboutMother, by: self(mother), at: longBefore, appointmentId: 'therapy-1', late: false })
  })
  test('cancels that part alone', () => {
    const state = anAgenda.given(...happened(...confirmed, cancel(longBefore))).state()
    expect([...state.proposals.appointments.values()].map((one) => appointmentStatus(state, one))).toEqual(['cancelled', 'confirmed', 'confirmed'])
  })
  test('twice changes nothing', () => { anAgenda.given(...happened(...confirmed, cancel(longBefore))).when(cancel(dayBefore)).thenNothing() })
  test('is too late when it has begun, or when it is known how it went', () => {
    anAgenda.given(...past).when(cancel(begun)).thenRefused('already-begun')
    anAgenda.given(...happened(...confirmed, outcome('tookPlace'))).when(cancel(afterwards)).thenRefused('outcome-known')
  })
  test('is not possible for what is only proposed, or of another family', () => {
    anAgenda.given(...happened(...sent)).when(cancel(longBefore)).thenRefused('not-confirmed')
    anAgenda.given(...past).when(cancel(longBefore, 'of-another-family')).thenRefused('unknown-appointment')
  })
})

describe('a late cancellation', () => {
  test('is counted on the clock, over the night in which the clock changes', () => {
    // In the night before Sunday 28 March 2027 an hour is skipped: from Saturday 10:00 to Sunday 10:00 is 23 hours.
    expect(isLate('2027-03-28', '10:00', zone, '2027-03-27T09:00:00.000Z')).toBe(false)
    expect(isLate('2027-03-28', '10:00', zone, '2027-03-27T09:00:00.001Z')).toBe(true)
    // On Sunday 31 October 2027 an hour comes twice: 25 hours.
    expect(isLate('2027-10-31', '10:00', zone, '2027-10-30T08:00:00.000Z')).toBe(false)
    expect(isLate('2027-10-31', '10:00', zone, '2027-10-30T08:00:00.001Z')).toBe(true)
  })
  test('tells something of the family only when the family cancelled', () => {
    const late = '2027-01-12T06:00:00.000Z'
    const ofWhom = (by: typeof coordinator) => lateCancellations(anAgenda.given(...happened(...confirmed, cancel(late, 'physiotherapy-1', by))).state()).map(({ appointmentId }) => appointmentId)
    expect(ofWhom(self(mother))).toEqual(['physiotherapy-1'])
    expect(ofWhom({ ...coordinator, onBehalfOf: mother })).toEqual(['physiotherapy-1'])
    expect(ofWhom(coordinator)).toEqual([])
    expect(lateCancellations(anAgenda.given(...happened(...confirmed, cancel(longBefore))).state())).toEqual([])
  })
})

describe('making an appointment digital', () => {
  test('keeps its time; nobody travels, and somebody minds the child', () => {
    const events = happened(...confirmed, makeDigital('therapy-1', { violations: [], minding: { kind: 'other-parent', person: father } }))
    expect(anAgenda.given(...events).state().proposals.appointments.get('therapy-1'))
      .toMatchObject({ start: '10:30', modality: { kind: 'digital' }, homeMinutes: 0, minding: { kind: 'other-parent', person: father } })
  })
  test('forgets who would have minded the child, when nobody needs to', () => {
    const events = happened(...confirmed, makeDigital('therapy-1'))
    expect(anAgenda.given(...events).state().proposals.appointments.get('therapy-1')).not.toHaveProperty('minding')
  })
  test('is refused where the need does not allow it, and where something stands in the way', () => {
    anAgenda.given(...past).when(makeDigital('physiotherapy-1')).thenRefused('digital-not-allowed')
    anAgenda.given(...past).when(makeDigital('therapy-1', { violations: ['minding', 'travel'] })).thenRefused('digital-not-possible')
    anAgenda.given(...past).when(makeDigital('therapy-1', { violations: [] }, afterwards)).thenRefused('already-begun')
    anAgenda.given(...happened(...confirmed, cancel(longBefore, 'therapy-1'))).when(makeDigital('therapy-1')).thenRefused('appointment-cancelled')
  })
  test('twice changes nothing', () => { anAgenda.given(...happened(...confirmed, makeDigital('therapy-1'))).when(makeDigital('therapy-1')).thenNothing() })
})

describe('how a talk by picture begins', () => {
  const therapist = { person: 'therapist', role: 'professional' } as const
  const link = { kind: 'link', url: 'https://beeld.example.org/kamer' } as const
  const give = (way?: typeof link | { readonly kind: 'call' }, by: typeof coordinator = therapist, appointmentId = 'therapy-1'): AppointmentsCommand =>
    ({ type: 'GiveMeetingWay', by, at: longBefore, appointmentId, ...(way !== undefined && { way }) })
  const given = { type: 'MeetingWayGiven', subject: aboutMother, by: therapist, at: longBefore, appointmentId: 'therapy-1', way: link } as const
  const digital = [...confirmed, makeDigital('therapy-1')]
  test('is said for this one by who holds it, under the person it is about, and taken back', () => {
    anAgenda.given(...happened(...digital)).when(give(link)).then(given)
    expect(anAgenda.given(...happened(...digital, give(link))).state().proposals.appointments.get('therapy-1')).toMatchObject({ meeting: link })
    expect(anAgenda.given(...happened(...digital, give(link), give())).state().proposals.appointments.get('therapy-1')).not.toHaveProperty('meeting')
  })
  test('the same again changes nothing', () => {
    anAgenda.given(...happened(...digital, give(link))).when(give({ ...link })).thenNothing()
    anAgenda.given(...happened(...digital)).when(give()).thenNothing()
  })
  test('is said by nobody else, of nothing but a talk by picture that stands, and by a safe link', () => {
    anAgenda.given(...happened(...digital)).when(give(link, coordinator)).thenRefused('not-with-you')
    anAgenda.given(...past).when(give(link)).thenRefused('not-digital')
    anAgenda.given(...happened(...sent)).when(give(link)).thenRefused('not-confirmed')
    anAgenda.given(...happened(...digital, cancel(longBefore, 'therapy-1'))).when(give(link)).thenRefused('appointment-cancelled')
    anAgenda.given(...happened(...digital)).when(give({ kind: 'link', url: 'http://beeld.example.org' } as never)).thenRefused('link-invalid')
  })
})

describe('how an appointment went', () => {
  test('is recorded after it began, and can be put right', () => {
    anAgenda.given(...past).when(outcome('tookPlace', longBefore)).thenRefused('not-yet-begun')
    anAgenda.given(...past).when(outcome('unknown')).then({ type: 'OutcomeRecorded', subject: aboutChild, by: coordinator, at: afterwards, appointmentId: 'physiotherapy-1', outcome: 'unknown' })
    anAgenda.given(...happened(...confirmed, outcome('unknown'))).when(outcome('tookPlace')).then({ type: 'OutcomeRecorded', subject: aboutChild, by: coordinator, at: afterwards, appointmentId: 'physiotherapy-1', outcome: 'tookPlace' })
    anAgenda.given(...happened(...confirmed, outcome('tookPlace'))).when(outcome('tookPlace')).thenNothing()
  })
  test('is not asked of what was cancelled', () => {
    anAgenda.given(...happened(...confirmed, cancel(longBefore))).when(outcome('couldNotCome')).thenRefused('appointment-cancelled')
  })
})
