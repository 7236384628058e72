import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Appointment } from '../family/model.ts'
import { eveningCall, family, fixed, stop, visit } from '../testing/family-of-test.ts'
import { openApp, sent } from '../testing/open-app.tsx'

const scan = stop('scan', {
  label: 'Scan', purpose: null, discipline: null, organisation: null, professionals: [], place: null, status: 'CONFIRMED', canCancel: false, date: '2026-12-02', start: '10:40', end: '11:25',
  elsewhere: { enteredBy: 'Anouk', selfArranged: false, canChange: true, place: 'Ziekenhuis in de stad', travelMinutes: 45 },
})
const scanOn = (more: Partial<Appointment> = {}) => ({ ...visit('scan'), id: 'scan', date: '2026-12-02', start: '10:40', end: '11:25', minding: null, parts: [{ ...scan, ...more }] })

test('a letter is entered on one screen: what, when, where and who', async () => {
  const server = openApp('/agenda', { family: family(), on: { addElsewhereAppointment: () => ({ id: 'new' }), saveDraft: () => ({ form: 'elsewhere', content: '', savedAt: '2026-11-24T09:00:00.000Z' }) } })
  await userEvent.click(await screen.findByRole('link', { name: 'Zet zelf een afspraak erbij' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Zet in mijn agenda' }))
  expect(screen.getAllByText('Vul dit nog in.')).toHaveLength(4)
  expect(sent(server, 'AddElsewhereAppointment')).toEqual([])
  await userEvent.type(screen.getByLabelText('Waarvoor is het?'), 'Scan')
  await userEvent.type(screen.getByLabelText('Welke dag?'), '2026-12-02')
  await userEvent.type(screen.getByLabelText('Hoe laat?'), '10:40')
  await userEvent.selectOptions(screen.getByLabelText('Hoe lang?'), 'anderhalf uur')
  await userEvent.type(screen.getByLabelText('Welke plek?'), 'Ziekenhuis')
  await userEvent.click(screen.getByLabelText('Joost'))
  await userEvent.click(screen.getByRole('button', { name: 'Zet in mijn agenda' }))
  expect(await screen.findByRole('heading', { name: 'Deze afspraak staat in uw agenda.' })).toBeTruthy()
  expect(sent(server, 'AddElsewhereAppointment')).toMatchObject([{
    familyId: 'family', input: { label: 'Scan', date: '2026-12-02', start: '10:40', minutes: 90, modality: 'ONSITE', place: 'Ziekenhuis', travelMinutes: 30, attendees: ['mother', 'father', 'child'], selfArranged: false },
  }])
})

test('what stands at the same time is said, and stops nobody', async () => {
  openApp('/afspraak', { family: family({ bundles: [fixed(visit('b'))] }), on: { saveDraft: () => ({ form: 'elsewhere', content: '', savedAt: '2026-11-24T09:00:00.000Z' }) } })
  await userEvent.type(await screen.findByLabelText('Welke dag?'), '2026-12-01')
  await userEvent.type(screen.getByLabelText('Hoe laat?'), '10:40')
  expect(await screen.findByText('Op dit moment staat ook: Fysiotherapie. U kunt dit toch opslaan.')).toBeTruthy()
})

test('what was being filled in is there again', async () => {
  const kept = { label: 'Schoolgesprek', date: '', start: '', minutes: 30, where: 'ONSITE', place: '', travel: 30, self: false, attendees: ['mother'] }
  openApp('/afspraak', { family: family(), on: { draft: () => ({ form: 'elsewhere', content: JSON.stringify(kept), savedAt: '2026-11-24T09:00:00.000Z' }) } })
  expect(await screen.findByDisplayValue('Schoolgesprek')).toBeTruthy()
})

test('it stands in the agenda with its place, and who entered it changes it or takes it away', async () => {
  const server = openApp('/bezoek/scan', { family: family({ bundles: [scanOn()] }), on: { removeElsewhereAppointment: () => ({ id: 'scan' }), changeElsewhereAppointment: () => ({ id: 'scan' }), saveDraft: () => ({ form: 'x', content: '', savedAt: '2026-11-24T09:00:00.000Z' }) } })
  expect(await screen.findByText('Ziekenhuis in de stad')).toBeTruthy()
  expect(screen.getByText('Deze afspraak is elders gemaakt.')).toBeTruthy()
  expect(screen.queryByText(/Iets veranderen/)).toBeNull()
  await userEvent.click(screen.getByRole('link', { name: 'Deze afspraak wijzigen' }))
  await userEvent.selectOptions(await screen.findByLabelText('Hoe lang?'), '1 uur')
  await userEvent.click(screen.getByRole('button', { name: 'Zet in mijn agenda' }))
  await waitFor(() => { expect(sent(server, 'ChangeElsewhereAppointment')).toMatchObject([{ appointmentId: 'scan', input: { label: 'Scan', minutes: 60, place: 'Ziekenhuis in de stad', travelMinutes: 45 } }]) })
})

test('taking it away asks once, and leads back to the agenda', async () => {
  const server = openApp('/bezoek/scan', { family: family({ bundles: [scanOn()] }), on: { removeElsewhereAppointment: () => ({ id: 'scan' }) } })
  await userEvent.click(await screen.findByRole('button', { name: 'Haal deze afspraak weg' }))
  await userEvent.click(within(screen.getByRole('dialog', { name: 'Deze afspraak weghalen?' })).getByRole('button', { name: 'Ja, haal weg' }))
  expect(await screen.findByRole('heading', { name: 'Agenda' })).toBeTruthy()
  expect(sent(server, 'RemoveElsewhereAppointment')).toMatchObject([{ appointmentId: 'scan' }])
})

test('somebody else’s has no buttons, and no page to change it', async () => {
  const others = scanOn({ elsewhere: { enteredBy: 'Joost', selfArranged: true, canChange: false, place: 'Ziekenhuis', travelMinutes: 45 } })
  openApp('/afspraak/scan', { family: family({ bundles: [others] }) })
  expect(await screen.findByRole('heading', { name: 'Deze afspraak is er niet meer' })).toBeTruthy()
})

test('a talk by picture is one press away on its day, and before that nothing to press', async () => {
  const call = (meeting: Appointment['meeting']) => { const one = fixed(eveningCall('c')); return { ...one, parts: one.parts.map((part) => ({ ...part, meeting })) } }
  openApp('/bezoek/c', { family: family({ bundles: [call({ kind: 'LINK', url: 'https://beeld.example.org/kamer', phone: '088 555' })] }) })
  const join = await screen.findByRole('link', { name: 'Deelnemen' })
  expect([join.getAttribute('href'), join.getAttribute('rel')]).toEqual(['https://beeld.example.org/kamer', 'noopener noreferrer'])
  expect(screen.getByText(/Lukt het niet\? Bel/).textContent).toContain('088 555')
})

test.each([
  [{ kind: 'LINK', url: null, phone: '088 555' } as const, 'Op de dag zelf staat hier de knop om mee te doen.'],
  [{ kind: 'CALL', url: null, phone: null } as const, 'Karim belt u op 06 12.'],
  [{ kind: 'NONE', url: null, phone: null } as const, 'Karim laat u weten hoe het gesprek begint.'],
])('%j is said in one sentence', async (meeting, sentence) => {
  const one = fixed(eveningCall('c'))
  const members = family().members.map((member) => member.id === 'mother' ? { ...member, phone: '06 12' } : member)
  openApp('/bezoek/c', { family: family({ members, bundles: [{ ...one, parts: one.parts.map((part) => ({ ...part, meeting })) }] }) })
  expect(await screen.findByText(sentence)).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Deelnemen' })).toBeNull()
})
