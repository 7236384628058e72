import { expect, jest, test } from '@jest/globals'
import { createI18n } from '@samenspel/intl'
import { TextProvider } from '@samenspel/ui'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { ChoiceMenu } from './choice-menu.tsx'

// jsdom has no CSS.escape; the ids here need none.
Object.assign(globalThis, { CSS: { escape: (words: string) => words } })

test('who presses before the menu is here sees it open when it has come, and is in it', async () => {
  const onChoose = jest.fn()
  render(<TextProvider i18n={createI18n('nl', {})}><ChoiceMenu label="Hoe ging het?" choices={[{ id: 'yes', label: 'ging door' }]} onChoose={onChoose}>Uitkomst</ChoiceMenu></TextProvider>)
  expect(screen.queryByRole('menu')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Hoe ging het?' }))
  const choice = await screen.findByRole('menuitem', { name: 'ging door' })
  await waitFor(() => expect(document.activeElement).toBe(choice))
  await userEvent.click(choice)
  expect(onChoose).toHaveBeenCalledWith('yes')
})
