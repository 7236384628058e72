import { Autocomplete, Dialog, I18nProvider, Input, Label, Menu, MenuItem, Modal, ModalOverlay, SearchField, useFilter } from 'react-aria-components'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useLanguage } from '../text.tsx'
import styles from './command-palette.module.css'

export type PaletteOption = {
  readonly id: string
  readonly name: string
  readonly note: string
  /** Somebody's name, which counts before anything else with the same letters; the note then holds more names. */
  readonly isNamed?: boolean
}

type Props = {
  readonly title: string
  readonly hint: string
  /** What to say when nothing fits what was typed. */
  readonly empty: string
  /** What to say while the options aren't there yet. */
  readonly waiting: string
  /** Nothing while they are on their way. */
  readonly options: readonly PaletteOption[] | undefined
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
}

/**
 * A list that narrows while one types; arrows and Enter choose, Escape closes. Enter takes the one that is pointed at, or else the first
 * that fits: somebody who types fast presses it before the list has caught up, or before it is there at all.
 */
export const CommandPalette = ({ title, hint, empty, waiting, options, onChoose, onClose }: Props) => {
  const { contains, startsWith } = useFilter({ sensitivity: 'base' })
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const [isAsked, setAsked] = useState(false)
  const ordered = options === undefined ? undefined : bestFirst(options, typed.trim(), startsWith)
  const first = typed.trim() === '' ? undefined : ordered?.find((option) => contains(textOf(option), typed))?.id

  /** Once: the dialog may be drawn again before it is gone. */
  const isAnswered = useRef(false)
  useEffect(() => {
    if (!isAsked || isAnswered.current || first === undefined) return
    isAnswered.current = true
    onChoose(first)
  }, [isAsked, first, onChoose])

  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    event.stopPropagation()
    const wanted = document.getElementById(event.target.getAttribute('aria-activedescendant') ?? '')?.dataset['key'] ?? first
    if (wanted !== undefined) onChoose(wanted)
    else setAsked(options === undefined && typed.trim() !== '')
  }

  return (
    <I18nProvider locale={{ nl: 'nl-NL', en: 'en-US' }[language]}>
      <ModalOverlay className={styles['veil'] ?? ''} isDismissable isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose() }}>
        <Modal className={styles['modal'] ?? ''}>
          <Dialog className={styles['dialog'] ?? ''} aria-label={title}>
            <Autocomplete filter={contains} inputValue={typed} onInputChange={(text) => { setTyped(text); setAsked(false); isAnswered.current = false }}>
              <div onKeyDownCapture={onKey}>
                <SearchField className={styles['field'] ?? ''} autoFocus>
                  <Label>{title}</Label>
                  <Input placeholder={hint} />
                </SearchField>
              </div>
              {/* Arrows move through it from the field; it takes the focus for who scrolls by keys. */}
              <div className={styles['scroll']} tabIndex={0}>
                <Menu className={styles['options'] ?? ''} aria-label={title} items={ordered ?? []} onAction={(id) => onChoose(String(id))} renderEmptyState={() => <p className={styles['empty']} role="status">{options === undefined ? waiting : empty}</p>}>
                  {(option) => (
                    <MenuItem className={styles['option'] ?? ''} textValue={textOf(option)}>
                      <strong>{option.name}</strong> <span>{option.note}</span>
                    </MenuItem>
                  )}
                </Menu>
              </div>
            </Autocomplete>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}

/** As they were given, until something is typed; then first what begins with it, names before the rest. */
const bestFirst = (options: readonly PaletteOption[], typed: string, startsWith: (text: string, part: string) => boolean): readonly PaletteOption[] => {
  if (typed === '') return options
  const begins = (text: string): boolean => startsWith(text, typed) || text.split(/[\s,]+/).some((word) => startsWith(word, typed))
  const rank = (option: PaletteOption): number => option.isNamed === true ? begins(textOf(option)) ? 0 : 2 : begins(option.name) ? 1 : 3
  return options.toSorted((a, b) => rank(a) - rank(b))
}

const textOf = ({ name, note }: PaletteOption): string => `${name} ${note}`
