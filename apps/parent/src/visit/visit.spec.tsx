import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family, fixed, stop, visit } from '../testing/family-of-test.ts'
import { openApp, sent, type Server } from '../testing/open-app.tsx'

const bundle = fixed(visit('b'))
const changed = (server: Server, id: string, change: object) => {
  if (server.family === undefined) return
  server.family = { ...server.family, bundles: server.family.bundles.map((each) => ({ ...each, parts: each.parts.map((part) => part.id === id ? { ...part, ...change } : part) })) }
}
const openChange = async (label: string) => { await userEvent.click(await screen.findByText(`Iets veranderen aan: ${label}`)) }

test('a visit says who, where, what to bring and who takes part (A-01)', async () => {
  openApp('/bezoek/b', { family: family({ bundles: [bundle] }) })
  expect(await screen.findByText('Staat vast')).toBeTruthy()
  expect(screen.getByText('Karim Aydin').parentElement?.textContent).toBe('Karim Aydin, fysiotherapeutKDC De Wilgenboom')
  expect(screen.getByText('Wilgenlaan 4')).toBeTruthy()
  expect(screen.getByText('het boekje')).toBeTruthy()
  expect(screen.getByText('u en Sem')).toBeTruthy()
  expect(screen.getByText(/U gaat om 9\.05 uur van huis/)).toBeTruthy()
})

test('a visit to which nobody knows how long the way is says nothing of when to leave', async () => {
  openApp('/bezoek/b', { family: family({ bundles: [{ ...bundle, travel: null }] }) })
  expect(await screen.findByText('Wilgenlaan 4')).toBeTruthy()
  expect(screen.queryByText(/van huis/)).toBeNull()
})

test('a part can be dropped with one confirmation and no reason (A-06)', async () => {
  const server: Server = openApp('/bezoek/b', { family: family({ bundles: [bundle] }), on: { cancelAppointment: ({ appointmentId }: { appointmentId: string }) => { changed(server, appointmentId, { status: 'CANCELLED' }); return { id: appointmentId } } } })
  await openChange('Controle')
  const [drop] = screen.getAllByRole('button', { name: 'Deze afspraak laten vallen' })
  await userEvent.click(drop!)
  const question = screen.getByRole('dialog', { name: 'Deze afspraak laten vallen?' })
  expect(within(question).queryByRole('textbox')).toBeNull()
  await userEvent.click(within(question).getByRole('button', { name: 'Ja, laat maar vallen' }))
  expect(await screen.findByText('Deze afspraak gaat niet door. De anderen zien dat ook.')).toBeTruthy()
  expect(sent(server, 'CancelAppointment')).toMatchObject([{ familyId: 'family', appointmentId: 'b-1' }])
  expect(await screen.findByText('1 afspraak, 1 keer reizen')).toBeTruthy()
})

test('a part can be held by video where that is allowed, and only there (A-06)', async () => {
  const mixed = { ...bundle, parts: [stop('x', { status: 'CONFIRMED', canBecomeDigital: true }), stop('y', { status: 'CONFIRMED', label: 'Controle' })] }
  const server: Server = openApp('/bezoek/b', { family: family({ bundles: [mixed] }), on: { makeDigital: ({ appointmentId }: { appointmentId: string }) => ({ id: appointmentId }) } })
  await openChange('Fysiotherapie')
  const buttons = await screen.findAllByRole('button', { name: 'Liever via beeld' })
  expect(buttons).toHaveLength(1)
  await userEvent.click(buttons[0]!)
  expect(await screen.findByText('Deze afspraak gaat nu via beeld. U hoeft niet weg.')).toBeTruthy()
  expect(sent(server, 'MakeDigital')).toMatchObject([{ appointmentId: 'x' }])
})

test('where it is too late for a button there is a person to call (A-06)', async () => {
  const late = { ...bundle, parts: [stop('x', { status: 'CONFIRMED', canCancel: false, professionals: family().coordinator === null ? [] : [family().coordinator!] })] }
  openApp('/bezoek/b', { family: family({ bundles: [late] }) })
  await openChange('Fysiotherapie')
  expect(screen.queryByRole('button', { name: 'Deze afspraak laten vallen' })).toBeNull()
  expect(screen.getByText(/Wilt u dit veranderen\? Bel Hanne de Wit/)).toBeTruthy()
})

test('a visit that is gone says so', async () => {
  openApp('/bezoek/onbekend', { family: family() })
  expect(await screen.findByRole('heading', { name: 'Dit bezoek is er niet meer' })).toBeTruthy()
})

test('a part that I dropped can be taken back for a day; when its time is gone, that is said with what comes now', async () => {
  const dropped = { ...bundle, parts: bundle.parts.map((part) => part.id === 'b-1' ? { ...part, status: 'CANCELLED' as const, canUndoUntil: '2099-11-30T09:00:00.000Z' } : part) }
  const server: Server = openApp('/bezoek/b', {
    family: family({ bundles: [dropped] }),
    on: { reinstateAppointment: ({ appointmentId }: { appointmentId: string }) => { changed(server, appointmentId, { notReinstatedBecause: 'Deze tijd is intussen aan iemand anders gegeven.' }); return { id: appointmentId } } },
  })
  expect(await screen.findByText(/^U kunt dit nog terugdraaien, tot maandag 30 november 10\.00 uur\.$/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Maak ongedaan: Controle' }))
  expect(await screen.findByText('Deze tijd is intussen aan iemand anders gegeven. De afspraak gaat nu niet door. Hanne zoekt met u een andere tijd.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Maak ongedaan: Controle' })).toBeNull()
  expect(sent(server, 'ReinstateAppointment')).toMatchObject([{ familyId: 'family', appointmentId: 'b-1' }])
})
