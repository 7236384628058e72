import { Button, Dialog, Field } from '@samenspel/ui'
import { useState, type ReactNode } from 'react'
import type { Refusal } from '../graph/refusal.ts'
import { SaidNo } from './said-no.tsx'
import { useText } from './text.ts'
import styles from './words-dialog.module.css'

type Props = {
  readonly title: string
  /** Above the words: what it is about, what else is chosen. */
  readonly children?: ReactNode
  readonly label: string
  readonly hint?: string
  readonly sendLabel: string
  /** What is asked beside the words, below them. */
  readonly below?: ReactNode
  readonly command: { readonly busy: boolean; readonly refusal: Refusal | undefined }
  /** @returns whether it was carried out */
  readonly onSend: (words: string) => Promise<boolean>
  readonly onClose: () => void
}

/** Asks for words, a reason mostly, before something is recorded. */
export const WordsDialog = ({ title, children, label, hint, sendLabel, below, command, onSend, onClose }: Props) => {
  const text = useText()
  const [words, setWords] = useState('')
  const send = async (): Promise<void> => { if (await onSend(words)) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        {children}
        <Field label={label} {...hint !== undefined && { hint }}>{(control) => <textarea {...control} required rows={3} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
        {below}
        <SaidNo refusal={command.refusal} />
        <div className={styles['row']}>
          <Button type="submit" busy={command.busy}>{sendLabel}</Button>
          <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
