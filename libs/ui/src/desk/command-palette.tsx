import { Autocomplete, Dialog, I18nProvider, Input, Label, Menu, MenuItem, Modal, ModalOverlay, SearchField, useFilter } from 'react-aria-components'
import { useLanguage } from '../text.tsx'
import styles from './command-palette.module.css'

export type PaletteOption = { readonly id: string; readonly name: string; readonly note: string }

type Props = {
  readonly title: string
  readonly hint: string
  /** What to say when nothing fits what was typed. */
  readonly empty: string
  readonly options: readonly PaletteOption[]
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
}

/** A list that narrows while one types; arrows and Enter choose, Escape closes. */
export const CommandPalette = ({ title, hint, empty, options, onChoose, onClose }: Props) => {
  const { contains } = useFilter({ sensitivity: 'base' })
  const language = useLanguage()
  return (
    <I18nProvider locale={{ nl: 'nl-NL', en: 'en-US' }[language]}>
      <ModalOverlay className={styles['veil'] ?? ''} isDismissable isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose() }}>
        <Modal className={styles['modal'] ?? ''}>
          <Dialog className={styles['dialog'] ?? ''} aria-label={title}>
            <Autocomplete filter={contains}>
              <SearchField className={styles['field'] ?? ''} autoFocus>
                <Label>{title}</Label>
                <Input placeholder={hint} />
              </SearchField>
              <Menu className={styles['options'] ?? ''} aria-label={title} items={options} onAction={(id) => onChoose(String(id))} renderEmptyState={() => <p className={styles['empty']}>{empty}</p>}>
                {(option) => (
                  <MenuItem className={styles['option'] ?? ''} textValue={`${option.name} ${option.note}`}>
                    <strong>{option.name}</strong> <span>{option.note}</span>
                  </MenuItem>
                )}
              </Menu>
            </Autocomplete>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}
