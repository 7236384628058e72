import { expect, jest, test } from '@jest/globals'
import { createI18n } from '@samenspel/intl'
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { TextProvider } from '../index.ts'
import { ChoiceMenu, CommandPalette } from './index.ts'

const i18n = createI18n('nl', {})

test('a menu opens with the keyboard, and one choice does it', async () => {
  const onChoose = jest.fn()
  render(<TextProvider i18n={i18n}><ChoiceMenu label="Hoe ging het?" choices={[{ id: 'yes', label: 'ging door' }, { id: 'no', label: 'verzet' }]} onChoose={onChoose}>Uitkomst</ChoiceMenu></TextProvider>)
  await userEvent.tab()
  await userEvent.keyboard('{Enter}{ArrowDown}{Enter}')
  expect(onChoose).toHaveBeenCalledWith('no')
  expect(screen.queryByRole('menu')).toBeNull()
})

test('a palette narrows while one types, chooses with Enter and closes with Escape', async () => {
  const [onChoose, onClose] = [jest.fn(), jest.fn()]
  const options = [{ id: 'v', name: 'Gezin Verhoeven', note: 'Sem, Tijn' }, { id: 'b', name: 'Gezin Bosman', note: 'Noor' }]
  render(<TextProvider i18n={i18n}><CommandPalette title="Zoek een gezin" hint="" empty="Geen gezin" waiting="Even wachten" options={options} onChoose={onChoose} onClose={onClose} /></TextProvider>)
  await userEvent.keyboard('noor')
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Gezin Bosman Noor'])
  await userEvent.keyboard('{Enter}')
  expect(onChoose).toHaveBeenCalledWith('b')
  await userEvent.clear(screen.getByRole('searchbox'))
  await userEvent.keyboard('xyz')
  expect(screen.getByText('Geen gezin')).toBeTruthy()
  await userEvent.keyboard('{Escape}{Escape}')
  expect(onClose).toHaveBeenCalled()
})

test('a palette doesn’t lose the Enter of who is faster than the list', async () => {
  const onChoose = jest.fn()
  const options = [{ id: 'b', name: 'Gezin Bosman', note: 'Noor' }, { id: 'v', name: 'Gezin Verhoeven', note: 'Sem, Tijn' }]
  const palette = (there: typeof options | undefined) => (
    <TextProvider i18n={i18n}><CommandPalette title="Zoek een gezin" hint="" empty="Geen gezin" waiting="Even wachten" options={there} onChoose={onChoose} onClose={() => undefined} /></TextProvider>
  )
  const { rerender } = await act(() => Promise.resolve(render(palette(undefined))))
  const show = (there: typeof options | undefined) => act(async () => { rerender(palette(there)); await Promise.resolve() })
  await userEvent.keyboard('verhoe{Enter}')
  expect(screen.getByText('Even wachten')).toBeTruthy()
  expect(onChoose).not.toHaveBeenCalled()
  await show(options)
  expect(onChoose.mock.calls).toEqual([['v']])

  onChoose.mockClear()
  await show(undefined)
  await userEvent.clear(screen.getByRole('searchbox'))
  await userEvent.keyboard('xyz{Enter}')
  await show(options)
  expect(screen.getByText('Geen gezin')).toBeTruthy()
  expect(onChoose).not.toHaveBeenCalled()
})
