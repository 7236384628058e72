import { expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { family } from '../testing/family-of-test.ts'
import { openApp, sent, type Server } from '../testing/open-app.tsx'

const withPace = (pause: object | null, lighterWeeks: readonly string[] = []) => ({ ...family(), rhythms: [], limits: null, dayCentres: [], pace: { pause, lighterWeeks } })

test('a pause has no length chosen beforehand; it begins today and can be ended', async () => {
  const server: Server = openApp('/rustiger', {
    family: withPace(null),
    on: {
      pausePlanning: ({ from, until }: { from: string; until?: string }) => { server.family = withPace({ id: 'p', from, until: until ?? null }); return { id: 'p' } },
      resumePlanning: () => { server.family = withPace(null); return { id: 'p' } },
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Begin de pauze' }, { timeout: 5000 }))
  expect(screen.getByText('Kies eerst hoe lang.')).toBeTruthy()
  expect(sent(server, 'PausePlanning')).toEqual([])
  await userEvent.click(screen.getByRole('radio', { name: 'Tot ik het zeg' }))
  await userEvent.click(screen.getByRole('button', { name: 'Begin de pauze' }))
  expect(await screen.findByText('Er is een pauze, tot u of uw hulpverlener hem stopt.')).toBeTruthy()
  expect(sent(server, 'PausePlanning')).toEqual([{ familyId: 'family', from: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), commandId: expect.any(String) }])
  await userEvent.click(screen.getByRole('button', { name: 'Stop de pauze' }))
  expect(await screen.findByText('De pauze is voorbij.')).toBeTruthy()
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
