import { expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family, fixed, proposal, visit } from '../testing/family-of-test.ts'
import { openApp, sent, type Server } from '../testing/open-app.tsx'

const withPace = (pause: object | null, lighterWeeks: readonly string[] = []) => ({ ...family(), rhythms: [], limits: null, dayCentres: [], pace: { pause, lighterWeeks } })

const answering = (server: () => Server) => ({
  pausePlanning: ({ from, until, reviewOn }: { from: string; until?: string; reviewOn?: string }) => { server().family = withPace({ id: 'p', from, until: until ?? null, reviewOn: reviewOn ?? from }); return { id: 'p' } },
  resumePlanning: () => { server().family = withPace(null); return { id: 'p' } },
})

test('a pause has no length chosen beforehand and needs no reason; it begins today, says who asks when, and can be ended (K-13)', async () => {
  const server: Server = openApp('/rustiger', { family: withPace(null), on: answering(() => server) })
  await userEvent.click(await screen.findByRole('button', { name: 'Begin de pauze' }, { timeout: 5000 }))
  expect(screen.getByText('Kies eerst hoe lang.')).toBeTruthy()
  expect(sent(server, 'PausePlanning')).toEqual([])
  expect(screen.getByText('Daarna vraagt Hanne hoe het gaat. Er begint niets vanzelf.')).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'Dat weet ik nog niet' }))
  await userEvent.click(screen.getByRole('button', { name: 'Begin de pauze' }))
  expect(await screen.findByText('Er is een pauze. U mag hem altijd stoppen.')).toBeTruthy()
  expect(screen.getByText(/ vraagt Hanne hoe het gaat\. Eerder begint er niets\.$|^Wij vragen u binnenkort/)).toBeTruthy()
  const [{ from, reviewOn, ...more }] = sent(server, 'PausePlanning') as [{ from: string; reviewOn: string }]
  expect([Temporal.PlainDate.from(from).until(reviewOn).days, more]).toEqual([14, { familyId: 'family', reason: 'UNSAID', commandId: expect.any(String) }])
  await userEvent.click(screen.getByRole('button', { name: 'Stop de pauze' }))
  expect(await screen.findByRole('button', { name: 'Begin de pauze' })).toBeTruthy()
})

test('who is away names the last day; what waits for an answer is left or taken away, as the family chooses (K-13)', async () => {
  const server: Server = openApp('/rustiger', { family: { ...withPace(null), proposals: [proposal('p')] }, on: answering(() => server) })
  await userEvent.click(await screen.findByRole('radio', { name: 'Eén week' }, { timeout: 5000 }))
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Waarom?' }), 'Wij zijn een tijd weg')
  await userEvent.click(screen.getByRole('button', { name: 'Begin de pauze' }))
  expect(screen.getByText('Kies eerst wat u met het voorstel wilt.')).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'Haal het weg' }))
  await userEvent.click(screen.getByRole('button', { name: 'Begin de pauze' }))
  expect(await screen.findByText(/^U bent weg tot en met /)).toBeTruthy()
  expect(sent(server, 'PausePlanning')).toMatchObject([{ reason: 'AWAY', until: expect.stringMatching(/^\d{4}/), takeBack: true }])
  expect(sent(server, 'PausePlanning')[0]).not.toHaveProperty('reviewOn')
})

test('while the family rests Today asks nothing, and says until when; what is fixed stands (K-13)', async () => {
  openApp('/', { family: { ...withPace({ id: 'p', from: '2026-11-20', until: null, reviewOn: '2099-01-04' }), silence: { since: '2026-11-20T10:00:00.000Z', isRest: true }, bundles: [fixed(visit('v', { date: '2099-01-02' }))], meetings: [{ id: 'm', status: 'FIXED', when: { date: '2099-01-06' } }, { id: 'past', status: 'HELD', when: { date: '2026-01-06' } }] } })
  expect(await screen.findByRole('heading', { level: 1, name: 'Het is pauze' }, { timeout: 5000 })).toBeTruthy()
  expect(await screen.findByText(/^Op zondag 4 januari vraagt Hanne hoe het gaat\. Eerder begint er niets\./)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Bekijk de pauze' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Gesprek over ons plan, dinsdag 6 januari' })).toBeTruthy()
  expect(screen.getAllByRole('link', { name: /Gesprek over ons plan/ })).toHaveLength(1)
  expect(screen.getByRole('link', { name: 'Ons plan' })).toBeTruthy()
})

test('a week becomes calm with one tap, and ordinary with another', async () => {
  const server: Server = openApp('/rustiger', {
    family: withPace(null),
    on: {
      lightenWeeks: ({ weeks }: { weeks: readonly string[] }) => { server.family = withPace(null, weeks); return { id: 'f' } },
      makeWeekOrdinary: () => { server.family = withPace(null); return { id: 'f' } },
    },
  })
  const next = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Volgende week' }, { timeout: 5000 })
  await userEvent.click(next)
  expect(await screen.findByText('Dat is bewaard.')).toBeTruthy()
  expect(next.checked).toBe(true)
  await userEvent.click(next)
  expect(sent(server, 'MakeWeekOrdinary')).toMatchObject([{ week: (sent(server, 'LightenWeeks')[0]?.['weeks'] as string[])[0] }])
})
