import { Dialog, Field } from '@samenspel/ui'
import { useState, type ReactNode } from 'react'
import type { Refusal } from '../graph/refusal.ts'
import { useDraft, type Keeping } from '../graph/use-draft.ts'
import { EditFoot } from './edit-foot.tsx'
import styles from './words-dialog.module.css'

type Asked = {
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

type Kept = {
  readonly familyId: string
  /** Under which name the words are kept while they are typed. */
  readonly form: string
}

/** Asks for words about a family, a reason mostly, before something is recorded; they are kept while they are typed. */
export const WordsDialog = ({ familyId, form, onSend, ...asked }: Asked & Kept) => {
  const draft = useDraft(familyId, form, { words: '' })
  const send = async (words: string): Promise<boolean> => {
    const done = await onSend(words)
    if (done) draft.drop()
    return done
  }
  return <Ask {...asked} words={draft.values.words} onWords={(words) => draft.change({ words })} keeping={draft.keeping} onSend={send} />
}

/** The same where nothing is kept: there is no file yet to keep it in, or the words aren't to stand anywhere before they are recorded. */
export const UnkeptWordsDialog = (asked: Asked) => {
  const [words, setWords] = useState('')
  return <Ask {...asked} words={words} onWords={setWords} />
}

type Words = { readonly words: string; readonly onWords: (words: string) => void; readonly keeping?: Keeping }

const Ask = ({ title, children, label, hint, sendLabel, below, command: { busy, refusal }, onSend, onClose, words, onWords, keeping }: Asked & Words) => {
  const send = async (): Promise<void> => { if (await onSend(words)) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!busy) void send() }}>
        {children}
        <Field label={label} {...hint !== undefined && { hint }}>{(control) => <textarea {...control} required rows={3} dir="auto" value={words} onChange={(event) => onWords(event.target.value)} />}</Field>
        {below}
        <EditFoot keeping={keeping} refusal={refusal} busy={busy} sendLabel={sendLabel} onClose={onClose} />
      </form>
    </Dialog>
  )
}
