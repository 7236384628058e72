import { Button, Field, Notice } from '@samenspel/ui'
import { useState } from 'react'
import { useDraft } from '../family/use-draft.ts'
import type { CommandState } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import styles from './own-data.module.css'

type Props = {
  readonly familyId: string
  readonly draftName: string
  /** Who reads the words. */
  readonly what: string
  readonly state: CommandState
  /** @returns whether they were kept */
  readonly add: (words: string) => Promise<boolean>
  readonly onClose: () => void
}

/** Own words, kept as a draft until they were sent. */
export const WordsForm = ({ familyId, draftName, what, state, add, onClose }: Props) => {
  const text = usePageText()
  const draft = useDraft(familyId, draftName)
  const [isTried, setIsTried] = useState(false)
  const isEmpty = draft.text.trim() === ''
  const send = async () => {
    setIsTried(true)
    if (isEmpty || state.kind === 'busy' || !await add(draft.text)) return
    draft.drop()
    onClose()
  }
  return (
    <form className={styles['stack']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      <p>{what}</p>
      <Field label={text('data.addWords')} {...isTried && isEmpty && { error: text('data.addEmpty') }}>
        {(control) => <textarea {...control} rows={5} maxLength={10_000} value={draft.text} onChange={(event) => { draft.write(event.target.value) }} />}
      </Field>
      <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      <Button type="submit" wide busy={state.kind === 'busy'}>{text('data.addYes')}</Button>
      <Button kind="secondary" wide onClick={onClose}>{text('action.back')}</Button>
    </form>
  )
}
