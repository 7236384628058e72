import { expect, jest, test } from '@jest/globals'
import { createI18n } from '@samenspel/intl'
import { TextProvider } from '@samenspel/ui'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { ChoiceMenu } from './choice-menu.tsx'

test.each(['a pointer', 'a key'])('who presses with %s before the menu is here sees it open when it has come, and is in it', async (how) => {
  const onChoose = jest.fn()
  render(<TextProvider i18n={createI18n('nl', {})}><ChoiceMenu label="Hoe ging het?" choices={[{ id: 'yes', label: 'ging door' }]} onChoose={onChoose}>Uitkomst</ChoiceMenu></TextProvider>)
  expect(screen.queryByRole('menu')).toBeNull()
  const button = screen.getByRole('button', { name: 'Hoe ging het?' })
  if (how === 'a key') {
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
  } else await userEvent.click(button)
  const choice = await screen.findByRole('menuitem', { name: 'ging door' })
  await waitFor(() => expect(document.activeElement).toBe(choice))
  await userEvent.keyboard('{Enter}')
  expect(onChoose).toHaveBeenCalledWith('yes')
})
