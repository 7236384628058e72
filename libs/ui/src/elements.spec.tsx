import { expect, jest, test } from '@jest/globals'
import { createI18n } from '@samenspel/intl'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { Button, Field, Notice, PageHeading, QueryState, TextProvider, type Asked } from './index.ts'

const i18n = createI18n('nl', { 'action.retry': 'Opnieuw proberen', 'state.loading': 'Even geduld', 'state.failed': 'Lukt niet', 'state.failedHint': '', 'state.stale': 'Oud', 'state.empty': 'Niets' })
const inDutch = (children: ReactNode) => render(<TextProvider i18n={i18n}>{children}</TextProvider>)
const names = (asked: Asked<readonly string[]>, onRetry = () => undefined) => (
  <QueryState asked={asked} onRetry={onRetry} isEmpty={(list) => list.length === 0}>{(list) => <p>{list.join(' en ')}</p>}</QueryState>
)

test('the document learns its language and direction from the texts', () => {
  inDutch(null)
  expect(document.documentElement.lang).toBe('nl')
  expect(document.documentElement.dir).toBe('ltr')
})

test('what is on its way says so', () => {
  inDutch(names({ fetching: true }))
  expect(screen.getByRole('status').textContent).toBe('Even geduld')
})

test('what failed can be tried again', async () => {
  const onRetry = jest.fn(() => undefined)
  inDutch(names({ fetching: false, error: new Error('x') }, onRetry))
  await userEvent.click(screen.getByRole('button', { name: 'Opnieuw proberen' }))
  expect(onRetry).toHaveBeenCalledTimes(1)
})

test('what was there stays on the page when fetching again fails', () => {
  inDutch(names({ fetching: false, error: new Error('x'), data: ['Sem', 'Tijn'] }))
  expect(screen.getByText('Sem en Tijn')).toBeTruthy()
  expect(screen.getByRole('status').textContent).toContain('Oud')
})

test('an empty result says so', () => {
  inDutch(names({ fetching: false, data: [] }))
  expect(screen.getByText('Niets')).toBeTruthy()
})

test('a busy button does nothing and keeps its focus', async () => {
  const onClick = jest.fn()
  render(<Button busy onClick={onClick}>Ja</Button>)
  await userEvent.click(screen.getByRole('button', { name: 'Ja' }))
  expect(onClick).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(screen.getByRole('button'))
})

test('a notice that has nothing to say takes no room, of however many parts it is made', () => {
  const { rerender } = render(<Notice tone="wait">{false}{undefined}{null}</Notice>)
  expect(screen.getByRole('status').className).toBe('nothing')
  rerender(<Notice tone="wait">{false}{undefined}Klaar</Notice>)
  expect(screen.getByRole('status').className).toBe('notice wait')
})

test('hint and error are read with the control', () => {
  render(<Field label="Woorden" hint="Mag ook niets" error="Te lang">{(control) => <textarea {...control} />}</Field>)
  const control = screen.getByLabelText('Woorden')
  const described = (control.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)
  expect(described).toEqual(['Mag ook niets', 'Te lang'])
  expect(control.getAttribute('aria-invalid')).toBe('true')
})

test('the heading takes focus after a navigation, not on the first page', () => {
  const first = render(<PageHeading title="Vandaag">Vandaag</PageHeading>)
  expect(document.activeElement).toBe(document.body)
  first.unmount()
  render(<PageHeading title="Agenda">Agenda</PageHeading>)
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Agenda' }))
  expect(document.title).toBe('Agenda · Samenspel')
})
