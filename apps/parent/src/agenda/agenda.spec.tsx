import { expect, test } from '@jest/globals'
import { cleanup, screen, within } from '@testing-library/react'
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

test('what a time is looked for is told once for a series, soonest first, and not while planning rests or after a loss', async () => {
  const need = (id: string, label: string, preferred: string, status = 'OPEN') => ({ id, label, preferred, status, organisation: { id: 'z', name: 'Ziekenhuis Druivendal' } })
  const today = dateOf(new Date().toISOString(), 'Europe/Amsterdam')
  const needs = [need('2', 'Controle', '2099-06-08'), need('1', 'Controle', '2099-06-01'), need('3', 'Oefenen', dayAfter(today, -3)), need('4', 'Gesprek', '2099-06-01', 'PLANNED')]
  const withNeeds = (pause: object | null, more: Parameters<typeof family>[0] = {}) => ({ ...family(more), needs, pace: { lighterWeeks: [], pause } })
  openApp('/agenda', { family: withNeeds(null) })
  const sought = within(await screen.findByRole('region', { name: 'Hier zoeken wij een tijd voor' }))
  expect(sought.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Oefenen Ziekenhuis Druivendal, zo snel als het kan', 'Controle Ziekenhuis Druivendal, rond 1 juni'])
  for (const quiet of [withNeeds({ id: 'p', from: today, reviewOn: dayAfter(today, 14), until: null }), withNeeds(null, { silence: { since: '2026-11-23T10:00:00.000Z', isRest: false } })]) {
    cleanup()
    openApp('/agenda', { family: quiet })
    expect(await screen.findByText('Er staat nu niets gepland.')).toBeTruthy()
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    expect(screen.queryByRole('region', { name: 'Hier zoeken wij een tijd voor' })).toBeNull()
  }
})

test('after a loss nobody is asked for a week of naps and school where no child is left', async () => {
  const lost = family({ silence: { since: '2026-11-23T10:00:00.000Z', isRest: false }, can: { readAccessLog: true, signalTooMuch: true } })
  openApp('/agenda', { family: { ...lost, members: lost.members.map((member) => member.role === 'CHILD' ? { ...member, passed: { status: 'DIED', on: null } } : member) } })
  expect(await screen.findByRole('link', { name: /^Zo ging het/ })).toBeTruthy()
  expect(screen.queryByRole('link', { name: /^Ons ritme/ })).toBeNull()
  cleanup()
  openApp('/agenda', { family: lost })
  expect(await screen.findByRole('link', { name: /^Ons ritme/ })).toBeTruthy()
})
