import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDesk, refused } from '../../testing/open-desk.tsx'
import { sampleFamily } from '../../testing/sample-family.ts'

const subject = { kind: 'CHILD', memberIds: ['sem'], label: 'Sem' }
const point = (id: string, words: string, more: object = {}) => ({ id, text: words, subject, category: 'PLAN', by: 'Hanne de Wit', isParents: false, mayWithdraw: true, source: null, minutes: null, actions: [], ...more })
const attendee = (id: string, name: string, more: object = {}) => ({ id, name, role: '', presence: 'MUST', isOfFamily: false, isPresent: false, isViewer: false, ...more })
const aMeeting = (more: object = {}) => ({
  id: 'm', version: 'v1', purpose: 'Hoe gaat het?', dueOn: null, status: 'TO_PLAN', when: null, needId: null, attendees: [attendee('hanne', 'Hanne de Wit', { isViewer: true }), attendee('anouk', 'Anouk', { isOfFamily: true })], without: null,
  points: [point('p1', 'Een vrije middag', { isParents: true, by: 'Anouk', mayWithdraw: false }), point('p2', 'Het liedje')], inputs: [], report: null, absent: [], toTell: [], closedAt: null, cancelledBecause: null, convenedBy: 'Hanne de Wit', isAsked: true,
  can: { lead: true, write: true, addOwnPoint: false, tell: false }, ...more,
})
const found = (group: string, kind: string, entryId: string, words: string) => ({ id: `${group} ${entryId}`, group, kind, entryId, text: words, detail: '' })
const withMeetings = (meetings: readonly object[], meetingMaterial: readonly object[] = []) => ({ ...sampleFamily(), meetings: [...meetings], meetingMaterial })
const done = ({ familyId }: { familyId: string }) => ({ id: 'm', familyId })

test('a meeting is convened in two clicks, with both parents asked; without one it takes a reason and who tells (K-11)', async () => {
  const desk = await openDesk('/gezin/verhoeven/overleg', withMeetings([]), { conveneMeeting: done })
  await userEvent.click(await screen.findByRole('button', { name: 'Overleg bijeenroepen' }))
  const dialog = screen.getByRole('dialog')
  expect(within(dialog).queryByLabelText('Waarom zonder?')).toBeNull()
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: /^Joost/ }), 'niet gevraagd')
  await userEvent.type(within(dialog).getByLabelText('Waarom zonder?'), 'Hij werkt op zee.')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Opslaan' }))
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  const { input } = desk.sent('ConveneMeeting')[0]?.variables as { input: { attendees: readonly { personId: string; presence: string }[]; without: object } }
  expect(input.without).toMatchObject({ reason: 'Hij werkt op zee.' })
  expect(input.attendees.map(({ personId }) => personId)).not.toContain('joost')
  expect(input.attendees).toContainEqual({ personId: 'anouk', presence: 'MUST' })
})

test('what is asked, stands still or falls due is on the agenda with one click; what stands there isn’t offered again', async () => {
  const material = [found('STUCK', 'GOAL', 'g', 'Een vrije middag'), found('DUE', 'ACTION', 'a', 'Bellen'), found('NEW', 'CONTRIBUTION', 'c', 'Sem klapte'), found('ASKED', 'CORRECTION', 's', 'Staat er al')]
  const desk = await openDesk('/gezin/verhoeven/overleg/m', withMeetings([aMeeting({ points: [point('p', 'Staat er al', { source: { kind: 'CORRECTION', id: 's' } })] })], material), { addMeetingPoints: done })
  await userEvent.click(await screen.findByRole('button', { name: 'Zet 2 punten op de agenda' }))
  await waitFor(() => { expect(desk.sent('AddMeetingPoints')[0]?.variables).toMatchObject({ meetingId: 'm', points: [{ kind: 'GOAL', entryId: 'g' }, { kind: 'ACTION', entryId: 'a' }] }) })
})

test('parents’ points stand first and stay there: nothing of another goes before them, and nobody takes them off', async () => {
  await openDesk('/gezin/verhoeven/overleg/m', withMeetings([aMeeting()]))
  await screen.findByRole('heading', { level: 2, name: 'Agenda' })
  expect(screen.getByRole('button', { name: 'Omhoog: Het liedje' }).getAttribute('disabled')).toBe('')
  expect(screen.queryByRole('button', { name: /^Weghalen ?: Een vrije middag/ })).toBeNull()
  expect(screen.getByRole('button', { name: /^Weghalen ?: Het liedje/ })).toBeTruthy()
})

test('two who write at one point lose nothing: both texts stay until somebody chooses', async () => {
  const family = withMeetings([aMeeting()])
  const theirs = { version: 'v2', notes: 'Zingen helpt.', decision: '', by: 'Lotte Jansen', changedAt: '2026-11-24T10:00:00.000Z' }
  await openDesk('/gezin/verhoeven/overleg/m', family, { writeMeetingMinutes: () => { family.meetings[0] = aMeeting({ points: [point('p2', 'Het liedje', { minutes: theirs })] }); throw refused('changed-meanwhile', 'Iemand was u voor.') } })
  await userEvent.click(await screen.findByRole('button', { name: 'In overleg' }))
  await userEvent.click(screen.getByRole('button', { name: /^Opschrijven ?: Het liedje/ }))
  await userEvent.type(screen.getByLabelText('Wat is er besproken?'), 'Hij slaapt beter.')
  await userEvent.click(screen.getByRole('button', { name: 'Opslaan' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Zingen helpt.')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Wat is er besproken?').value).toBe('Hij slaapt beter.')
})

test('a parent who wasn’t there is to be told, until somebody says that it was done', async () => {
  const held = aMeeting({ status: 'HELD', closedAt: '2026-11-20T10:00:00.000Z', can: { lead: false, write: false, addOwnPoint: false, tell: true }, absent: [{ id: 'joost', name: 'Joost', told: null, words: null, by: null, at: null }] })
  const desk = await openDesk('/gezin/verhoeven/overleg/m', withMeetings([held]), { informParent: done })
  await userEvent.click(await screen.findByRole('button', { name: 'Joost is verteld wat er besproken is' }))
  await waitFor(() => { expect(desk.sent('InformParent')[0]?.variables).toMatchObject({ parentId: 'joost', told: true }) })
})

test('why a meeting is called off is kept while it is typed', async () => {
  const desk = await openDesk('/gezin/verhoeven/overleg/m', withMeetings([aMeeting()]))
  await userEvent.click(await screen.findByRole('button', { name: 'Afzeggen' }))
  const dialog = within(screen.getByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('Waarom gaat het niet door?'), 'Sem is ziek.')
  await userEvent.click(dialog.getByRole('button', { name: 'Sluiten' }))
  await waitFor(() => { expect(desk.sent('SaveDraft').at(-1)?.variables).toEqual({ familyId: 'verhoeven', form: 'cancel-m', content: JSON.stringify({ words: 'Sem is ziek.' }) }) })
})

test('who looks back reads a meeting as it was known then, goes on on that day, and takes nothing along', async () => {
  const asked: unknown[] = []
  const then = withMeetings([aMeeting({ can: { lead: false, write: false, addOwnPoint: false, tell: false } })])
  await openDesk('/gezin/verhoeven/overleg/m?toen=2026-10-01', then, { family: ({ knownAt }: { knownAt?: string }) => { asked.push(knownAt); return { ...then, can: { ...then.can, contribute: false, coordinate: false, plan: false } } } })
  expect(await screen.findByText(/zo was het bekend op 1 oktober 2026/)).toBeTruthy()
  expect(asked).toEqual(['2026-10-01T21:59:59.999Z'])
  expect(screen.getByRole('link', { name: 'Alle overleggen' }).getAttribute('href')).toBe('/gezin/verhoeven/overleg?toen=2026-10-01')
  expect(screen.queryByRole('link', { name: 'Stukken op papier' })).toBeNull()
})

test('papers of a meeting that isn’t there say so, and show no number of a file', async () => {
  await openDesk('/gezin/verhoeven/overleg/elders/stukken', withMeetings([aMeeting()]))
  expect(await screen.findByRole('heading', { name: 'Dit overleg is er niet' })).toBeTruthy()
  expect(screen.queryByText('verhoeven')).toBeNull()
})
