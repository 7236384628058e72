import { describe, expect, test } from '@jest/globals'
import { fold } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { agenda } from '../agenda.ts'
import { toBundlingCase } from '../bundling-case/to-bundling-case.ts'
import type { AgendaEvent } from '../events.ts'
import { proposalsWith } from '../statuses.ts'
import { aboutChild, aboutMother, adults, child, coordinator, father, members, mother, neurologistPart, now, physiotherapyPart, proposal, self, zone } from '../testing/family.ts'
import { factsOf, twoWeeksFrom } from '../testing/planning.ts'
import { answer, happened, send, threeNeeds } from '../testing/story.ts'
import type { ElsewhereCommand, ElsewhereDetails } from './events.ts'

const anAgenda = specify(agenda)
const scan: ElsewhereDetails = {
  appointmentId: 'scan', label: 'Scan', date: '2027-01-12', start: '09:40', end: '10:25', place: { kind: 'written', text: 'Ziekenhuis in de stad' }, attendees: [child, mother], homeMinutes: 40,
  category: 'medical', selfArranged: false,
}
const add = (change: Partial<ElsewhereDetails> = {}): ElsewhereCommand => ({ type: 'AddElsewhereAppointment', by: self(mother), at: now, subject: aboutChild, members, zone, ...scan, ...change })
const changeIt = (change: Partial<ElsewhereDetails> = {}, more: object = {}): ElsewhereCommand =>
  ({ ...add(change), type: 'ChangeElsewhereAppointment', coordinates: false, newId: 'new', ...more } as ElsewhereCommand)
const remove = (by = self(mother), coordinates = false): ElsewhereCommand => ({ type: 'RemoveElsewhereAppointment', by, at: now, appointmentId: 'scan', coordinates })
const added: AgendaEvent = { type: 'ElsewhereAppointmentAdded', by: self(mother), at: now, subject: aboutChild, ...scan }

describe('an appointment made elsewhere', () => {
  test('is kept as it was entered, to the minute, under the person it is about', () => { anAgenda.given().when(add()).then(added) })
  test.each<readonly [string, Partial<ElsewhereDetails>, string]>([
    ['without a word for what', { label: '  ' }, 'text-empty'],
    ['with a word that fills a page', { label: '🌳'.repeat(101) }, 'text-too-long'],
    ['on a day that does not exist', { date: '2027-02-30' }, 'date-invalid'],
    ['at a time that does not exist', { start: '24:10' }, 'time-invalid'],
    ['that ends before it begins', { end: '09:00' }, 'times-reversed'],
    ['that is over', { date: '2027-01-04', start: '08:00', end: '08:59' }, 'in-the-past'],
    ['at a place without a name', { place: { kind: 'written', text: '' } }, 'text-empty'],
    ['to which nobody goes', { attendees: [] }, 'attendance-missing'],
    ['to which one goes twice', { attendees: [child, child] }, 'attendance-missing'],
    ['for somebody of another family', { attendees: [child, 'neighbour'] }, 'not-of-this-family'],
    ['at the end of the world', { homeMinutes: 241 }, 'travel-invalid'],
    ['before the way there', { homeMinutes: -1 }, 'travel-invalid'],
  ])('%s is refused', (_, change, code) => { anAgenda.given().when(add(change)).thenRefused(code) })
  test('that still runs can be entered', () => { anAgenda.given().when(add({ date: '2027-01-04', start: '08:30', end: '09:30' })).then({ ...added, date: '2027-01-04', start: '08:30', end: '09:30' }) })
  test('is entered once', () => { anAgenda.given(added).when(add()).thenRefused('appointment-known') })

  test('is changed and removed by who entered it, or by a coordinator, and by nobody else', () => {
    anAgenda.given(added).when(changeIt({ start: '10:00' })).then({ ...added, type: 'ElsewhereAppointmentChanged', start: '10:00' })
    anAgenda.given(added).when(changeIt({ start: '10:00' }, { by: self(father) })).thenRefused('not-yours')
    anAgenda.given(added).when(changeIt({ start: '10:00' }, { by: coordinator, coordinates: true })).then({ ...added, by: coordinator, type: 'ElsewhereAppointmentChanged', start: '10:00' })
    anAgenda.given(added).when(remove(self(father))).thenRefused('not-yours')
    anAgenda.given(added).when(remove()).then({ type: 'ElsewhereAppointmentRemoved', subject: aboutChild, by: self(mother), at: now, appointmentId: 'scan' })
    anAgenda.given(added).when(remove(coordinator, true)).then({ type: 'ElsewhereAppointmentRemoved', subject: aboutChild, by: coordinator, at: now, appointmentId: 'scan' })
  })
  test('stays of who entered it when a coordinator changed it', () => {
    const changed = { ...added, by: coordinator, type: 'ElsewhereAppointmentChanged' } as AgendaEvent
    anAgenda.given(added, changed).when(remove()).then({ type: 'ElsewhereAppointmentRemoved', subject: aboutChild, by: self(mother), at: now, appointmentId: 'scan' })
  })
  test('the same again changes nothing; what is gone is not changed', () => {
    anAgenda.given(added).when(changeIt({ attendees: [mother, child] })).thenNothing()
    const removed = { type: 'ElsewhereAppointmentRemoved', subject: aboutChild, by: self(mother), at: now, appointmentId: 'scan' } as const
    anAgenda.given(added, removed).when(remove()).thenNothing()
    anAgenda.given(added, removed).when(changeIt()).thenRefused('appointment-cancelled')
    anAgenda.given().when(changeIt()).thenRefused('unknown-appointment')
    anAgenda.given().when(remove()).thenRefused('unknown-appointment')
  })
  test('that turns out to be about somebody else is another appointment: whoever knew of the child’s never reads the mother’s', () => {
    anAgenda.given(added).when(changeIt({ attendees: [mother] }, { subject: aboutMother })).then(
      { type: 'ElsewhereAppointmentRemoved', subject: aboutChild, by: self(mother), at: now, appointmentId: 'scan' },
      { ...added, subject: aboutMother, appointmentId: 'new', attendees: [mother] },
    )
  })
})

describe('what the family does elsewhere', () => {
  const sent = [...threeNeeds, send(proposal('light', physiotherapyPart), proposal('soon', neurologistPart))]
  test('lets a proposal go that asks somebody at the same time, and leaves the others', () => {
    anAgenda.given(...happened(...sent)).when(add({ start: '09:30', end: '10:00' })).then(
      { ...added, start: '09:30', end: '10:00' }, { type: 'BundleReleased', subject: { kind: 'case' }, by: self(mother), at: now, proposalId: 'light', because: 'family-elsewhere' },
    )
    anAgenda.given(...happened(...sent)).when(add({ start: '09:45' })).then({ ...added, start: '09:45' })
    anAgenda.given(...happened(...sent)).when(add({ start: '09:30', attendees: [father] })).then({ ...added, start: '09:30', attendees: [father] })
  })
  test('also while it is being confirmed, and then the next that all agreed to takes its turn', () => {
    const both = happened(...sent, answer('soon', father), answer('light', mother), answer('soon', mother))
    expect(proposalsWith(fold(agenda, both), 'confirming').map(({ proposalId }) => proposalId)).toEqual(['light'])
    const after = fold(agenda, happened(...sent, answer('soon', father), answer('light', mother), answer('soon', mother), add({ start: '09:30' })))
    expect(proposalsWith(after, 'released').map(({ progress }) => progress)).toEqual([{ status: 'released', releasedBecause: 'family-elsewhere', releasedAt: now }])
    expect(proposalsWith(after, 'confirming').map(({ proposalId }) => proposalId)).toEqual(['soon'])
  })
  test('never stands beside a proposal that is sent later', () => {
    anAgenda.given(...happened(...threeNeeds, add({ start: '09:30' }))).when(send(proposal('light', physiotherapyPart))).thenRefused('double-booked')
  })
  test('is planned around, with the way there and back', () => {
    const { unavailable } = toBundlingCase(factsOf(add()), twoWeeksFrom).case.families[0] ?? {}
    expect(unavailable?.parentA['2027-01-12']).toContainEqual(['09:00', '11:05', 'protectedRest'])
    expect(unavailable?.parentB['2027-01-12']).toContainEqual(['09:40', '10:25', 'protectedRest'])
    const removed = toBundlingCase(factsOf(add(), remove()), twoWeeksFrom).case.families[0]?.unavailable
    expect(removed?.parentA['2027-01-12']).not.toContainEqual(['09:00', '11:05', 'protectedRest'])
  })
  test('in the evening uses up an evening of that week', () => {
    const evening = toBundlingCase(factsOf(add({ start: '19:45', end: '20:30', place: { kind: 'digital' }, attendees: [...adults], homeMinutes: 0 })), twoWeeksFrom).case.families[0]
    expect(evening?.used?.['2027-01-11']).toMatchObject({ trips: 0, evenings: 1 })
  })
})
