import { AddOwnWordsDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Dialog, Field, Notice } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../family/use-command.ts'
import { useDraft } from '../family/use-draft.ts'
import { usePageText } from '../texts.ts'
import styles from './own-data.module.css'
import type { Written } from './written.ts'

type Props = { readonly familyId: string; readonly written: Written | undefined; readonly onClose: () => void }

/** Own words beside what somebody else wrote. That stays as it is; nobody changes or refuses these words. */
export const AddStatement = ({ familyId, written, onClose }: Props) => {
  const text = usePageText()
  return (
    <Dialog isOpen={written !== undefined} onClose={onClose} title={text('data.add')}>
      {written !== undefined && <Form familyId={familyId} written={written} onClose={onClose} />}
    </Dialog>
  )
}

const Form = ({ familyId, written, onClose }: Props & { readonly written: Written }) => {
  const text = usePageText()
  const draft = useDraft(familyId, `statement-${written.id}`)
  const { state, send } = useCommand(AddOwnWordsDocument)
  const [isTried, setIsTried] = useState(false)
  const isEmpty = draft.text.trim() === ''
  const add = async () => {
    setIsTried(true)
    if (isEmpty || state.kind === 'busy') return
    if (await send({ familyId, entryKind: written.kind, entryId: written.id, text: draft.text }) === undefined) return
    draft.drop()
    onClose()
  }
  return (
    <form className={styles['stack']} onSubmit={(event) => { event.preventDefault(); void add() }}>
      <p>{text('data.addWhat')}</p>
      <Field label={text('data.addWords')} {...isTried && isEmpty && { error: text('data.addEmpty') }}>
        {(control) => <textarea {...control} rows={5} maxLength={10_000} value={draft.text} onChange={(event) => { draft.write(event.target.value) }} />}
      </Field>
      <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      <Button type="submit" wide busy={state.kind === 'busy'}>{text('data.addYes')}</Button>
      <Button kind="secondary" wide onClick={onClose}>{text('action.back')}</Button>
    </form>
  )
}
