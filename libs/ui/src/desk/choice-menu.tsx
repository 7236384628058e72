import { Button, I18nProvider, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { ReactNode } from 'react'
import { buttonClass } from '../button.tsx'
import { useLanguage } from '../text.tsx'
import styles from './choice-menu.module.css'

export type ChoiceMenuProps<Choice extends string> = {
  /** What stands on the button. */
  readonly children: ReactNode
  /** The button's whole name, where its words alone don't say what it is about. */
  readonly label: string
  readonly choices: readonly { readonly id: Choice; readonly label: string }[]
  readonly onChoose: (choice: Choice) => void
  /** Somebody pressed the button before this was here. */
  readonly isOpenAtFirst?: boolean
}

/** Into the menu of who pressed before it was here: how they pressed, React Aria can't know. */
const focusFirst = (menu: HTMLElement | null): void => menu?.querySelector<HTMLElement>('[role="menuitem"]')?.focus()

/** A button with a short list of things that can be done; one choice does it. */
export const ChoiceMenu = <Choice extends string>({ children, label, choices, onChoose, isOpenAtFirst = false }: ChoiceMenuProps<Choice>) => {
  const language = useLanguage()
  return (
    <I18nProvider locale={{ nl: 'nl-NL', en: 'en-US' }[language]}>
      <MenuTrigger defaultOpen={isOpenAtFirst}>
        <Button className={buttonClass('quiet')} aria-label={label}>{children}</Button>
        <Popover className={styles['popover'] ?? ''}>
          <Menu className={styles['menu'] ?? ''} aria-label={label} autoFocus={isOpenAtFirst ? 'first' : undefined} ref={isOpenAtFirst ? focusFirst : null} onAction={(id) => onChoose(id as Choice)}>
            {choices.map((choice) => <MenuItem key={choice.id} id={choice.id} className={styles['item'] ?? ''}>{choice.label}</MenuItem>)}
          </Menu>
        </Popover>
      </MenuTrigger>
    </I18nProvider>
  )
}
