import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { dateOf, dayAfter, mondayOf } from '@samenspel/intl'
import { family, fixed, visit } from '../testing/family-of-test.ts'
import { openApp, type Server } from '../testing/open-app.tsx'

test('what is fixed stands under its week', async () => {
  const nextWeek = dayAfter(mondayOf(dateOf(new Date().toISOString(), 'Europe/Amsterdam')), 9)
  openApp('/agenda', { family: family({ bundles: [fixed(visit('b', { date: nextWeek }))] }) })
  const week = await screen.findByRole('region', { name: 'Volgende week' })
  expect(within(week).getByRole('link', { name: /Bezoek, 2 afspraken/ }).getAttribute('href')).toBe('/bezoek/b')
})

test('a private link is made, shown once, and can be stopped', async () => {
  const server: Server = openApp('/agenda', {
    family: family(),
    on: {
      openCalendarFeed: () => { server.family = family({ calendarFeed: { isOpen: true, openedOn: '2026-11-24' } }); return { url: '/calendar/secret.ics' } },
      closeCalendarFeed: () => { server.family = family(); return { id: 'feed' } },
    },
  })
  expect(await screen.findByText(/Daar staat dan alleen: Afspraak/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Maak mijn link' }))
  expect(await screen.findByDisplayValue('http://localhost/calendar/secret.ics')).toBeTruthy()
  await userEvent.click(await screen.findByRole('button', { name: 'Stop de link' }))
  await userEvent.click(screen.getByRole('button', { name: 'Ja, stop de link' }))
  expect(await screen.findByText('De link werkt niet meer.')).toBeTruthy()
  expect(screen.queryByDisplayValue('http://localhost/calendar/secret.ics')).toBeNull()
})
