import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { agenda } from '../agenda.ts'
import { aboutFather, aboutMother, askOtherMoment, coordinator, father, mother, neurologistPart, now, physiotherapyPart, proposal, self, zone } from '../testing/family.ts'
import { answer, confirm, happened, send, threeNeeds } from '../testing/story.ts'
import type { ChangeRequestsCommand } from './events.ts'

const anAgenda = specify(agenda)
const sent = [...threeNeeds, send(proposal('light', physiotherapyPart), proposal('soon', neurologistPart))]
const confirmed = [...sent, answer('light', mother), confirm('light', ['physiotherapy-1', 'physio'])]
const ask = askOtherMoment(mother, 'light')
const forAppointment = (person: string, at = now): ChangeRequestsCommand => ({ type: 'AskOtherMoment', by: self(person), at, zone, requestId: 'request', person, appointmentId: 'physiotherapy-1', words: 'Liever na de middagslaap.', windows: [] })
const close = (requestId: string): ChangeRequestsCommand => ({ type: 'CloseChangeRequest', by: coordinator, at: now, requestId })
const window = { date: '2027-01-13', from: '15:00', to: '17:00' }

describe('asking another moment', () => {
  test('for a proposal is an answer as well: nothing is confirmed over somebody’s head', () => {
    anAgenda.given(...happened(...sent)).when({ ...ask, words: 'Op dinsdag lukt het niet.', windows: [window] }).then(
      { type: 'OtherMomentAsked', subject: aboutMother, by: self(mother), at: now, requestId: 'request-of-mother', person: mother, proposalId: 'light', words: 'Op dinsdag lukt het niet.', windows: [window] },
      { type: 'AnswerGiven', subject: aboutMother, by: self(mother), at: now, proposalId: 'light', person: mother, answer: 'otherMoment' },
    )
  })
  test('is possible for one appointment of a confirmed bundle', () => {
    anAgenda.given(...happened(...confirmed)).when(forAppointment(mother)).then(
      { type: 'OtherMomentAsked', subject: aboutMother, by: self(mother), at: now, requestId: 'request', person: mother, appointmentId: 'physiotherapy-1', words: 'Liever na de middagslaap.', windows: [] },
    )
  })
  test('keeps the words exactly, in any script', () => {
    const words = '🙏 من فضلك، بعد الظهر'
    const decision = agenda.decide({ ...ask, words }, anAgenda.given(...happened(...sent)).state())
    expect(decision).toMatchObject({ events: [{ words }, {}] })
  })
  test.each<readonly [string, Partial<typeof ask>, string]>([
    ['for somebody else', { by: self(father) }, 'not-yourself'],
    ['by who is not asked', { by: self(father), person: father }, 'not-asked'],
    ['for a proposal of another family', { proposalId: 'elsewhere' }, 'unknown-proposal'],
    ['with empty words', { words: '  ' }, 'text-empty'],
    ['with a book of words', { words: 'x'.repeat(100_000) }, 'text-too-long'],
    ['on a day that does not exist', { windows: [{ ...window, date: '2027-02-30' }] }, 'date-invalid'],
    ['at a time that ends before it begins', { windows: [{ ...window, from: '17:00', to: '15:00' }] }, 'times-reversed'],
    ['in the past', { windows: [{ ...window, date: '2027-01-03' }] }, 'in-the-past'],
    ['with too many times', { windows: Array.from({ length: 11 }, () => window) }, 'too-many-windows'],
  ])('%s is refused', (_, change, code) => { anAgenda.given(...happened(...sent)).when({ ...ask, ...change }).thenRefused(code) })
  test('is refused for what is withdrawn, being confirmed or confirmed as a whole', () => {
    anAgenda.given(...happened(...sent, { type: 'WithdrawProposal', by: coordinator, at: now, proposalId: 'light' })).when(ask).thenRefused('proposal-withdrawn')
    anAgenda.given(...happened(...sent, answer('light', mother))).when(ask).thenRefused('being-confirmed')
    anAgenda.given(...happened(...confirmed)).when(ask).thenRefused('proposal-confirmed')
  })
  test('for an appointment is refused for who does not attend, and once it has begun', () => {
    anAgenda.given(...happened(...confirmed)).when(forAppointment(father)).thenRefused('not-asked')
    anAgenda.given(...happened(...confirmed)).when(forAppointment(mother, '2027-01-12T08:15:00.000Z')).thenRefused('already-begun')
    anAgenda.given(...happened(...sent)).when(forAppointment(mother)).thenRefused('not-confirmed')
    anAgenda.given().when(forAppointment(mother)).thenRefused('unknown-appointment')
  })
  test('with the very time, of those that were offered, reaches who coordinates as it was chosen', () => {
    const chosen = { date: '2027-01-14', from: '09:15', to: '09:45', modality: 'onsite' } as const
    anAgenda.given(...happened(...confirmed)).when({ ...forAppointment(mother), chosen } as ChangeRequestsCommand).then(
      { type: 'OtherMomentAsked', subject: aboutMother, by: self(mother), at: now, requestId: 'request', person: mother, appointmentId: 'physiotherapy-1', words: 'Liever na de middagslaap.', windows: [], chosen },
    )
  })
  test.each<readonly [string, object, string]>([
    ['longer than the appointment', { to: '10:15' }, 'wrong-length'], ['that is past', { date: '2027-01-03' }, 'in-the-past'], ['at an odd minute', { from: '09:20', to: '09:50' }, 'time-off-grid'],
    ['by picture where that is not allowed', { modality: 'digital' }, 'modality-not-allowed'],
  ])('with a time %s is refused', (_, change, code) => {
    anAgenda.given(...happened(...confirmed)).when({ ...forAppointment(mother), chosen: { date: '2027-01-14', from: '09:15', to: '09:45', modality: 'onsite', ...change } } as ChangeRequestsCommand).thenRefused(code)
  })
  test('of a whole proposal can say what does not suit, and which other days were offered and are asked for; what stands stays', () => {
    const unsuitable = [{ weekday: 2, part: 'morning' }] as const
    const otherDays = [{ appointmentId: 'physiotherapy-1', date: '2027-01-14', from: '09:15', to: '09:45', modality: 'onsite' }] as const
    anAgenda.given(...happened(...sent)).when({ ...ask, unsuitable, otherDays }).then(
      expect.objectContaining({ type: 'OtherMomentAsked', proposalId: 'light', unsuitable, otherDays }) as never, expect.objectContaining({ type: 'AnswerGiven', answer: 'otherMoment' }) as never,
    )
  })
  const otherDay = { appointmentId: 'physiotherapy-1', date: '2027-01-14', from: '09:15', to: '09:45', modality: 'onsite' } as const
  test.each<readonly [string, object, string]>([
    ['on a day of no week', { unsuitable: [{ weekday: 6, part: 'morning' }] }, 'day-unknown'], ['twice', { unsuitable: [{ weekday: 2, part: 'evening' }, { weekday: 2, part: 'evening' }] }, 'day-twice'],
    ['with days of another proposal', { otherDays: [{ ...otherDay, appointmentId: 'neurologist-1' }] }, 'unknown-appointment'], ['with two days for one part', { otherDays: [otherDay, { ...otherDay, date: '2027-01-15' }] }, 'day-twice'],
    ['with a day that is past', { otherDays: [{ ...otherDay, date: '2027-01-03' }] }, 'in-the-past'], ['with another length', { otherDays: [{ ...otherDay, to: '10:15' }] }, 'wrong-length'],
  ])('what does not suit %s is refused', (_, change, code) => { anAgenda.given(...happened(...sent)).when({ ...ask, ...change }).thenRefused(code) })
  test('what does not suit is said of a proposal, not of one appointment', () => {
    anAgenda.given(...happened(...confirmed)).when({ ...forAppointment(mother), unsuitable: [{ weekday: 2, part: 'morning' }] } as ChangeRequestsCommand).thenRefused('only-of-a-proposal')
    anAgenda.given(...happened(...confirmed)).when({ ...forAppointment(mother), otherDays: [otherDay] } as ChangeRequestsCommand).thenRefused('only-of-a-proposal')
  })
  test('is answered by closing the request, once', () => {
    const past = happened(...sent, askOtherMoment(father, 'soon'))
    anAgenda.given(...past).when(close('request-of-father')).then({ type: 'ChangeRequestClosed', subject: aboutFather, by: coordinator, at: now, requestId: 'request-of-father' })
    anAgenda.given(...happened(...sent, askOtherMoment(father, 'soon'), close('request-of-father'))).when(close('request-of-father')).thenNothing()
    anAgenda.given(...past).when(close('elsewhere')).thenRefused('unknown-request')
    anAgenda.given(...past).when(askOtherMoment(father, 'soon')).thenRefused('request-known')
  })
})
