import { AskRestrictionDocument, type RestrictionGround } from '@samenspel/graphql-documents/parent-pages'
import { Button, Dialog, Notice } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import { Grounds } from './grounds.tsx'
import styles from './own-data.module.css'

type Props = { readonly familyId: string; readonly entryId: string | undefined; readonly onClose: () => void }

/** Asks that professionals don't use something while it is sorted out (GDPR 18). */
export const AskRestriction = ({ familyId, entryId, onClose }: Props) => {
  const text = usePageText()
  return (
    <Dialog isOpen={entryId !== undefined} onClose={onClose} title={text('data.shut')}>
      {entryId !== undefined && <Form familyId={familyId} entryId={entryId} onClose={onClose} />}
    </Dialog>
  )
}

const Form = ({ familyId, entryId, onClose }: Props & { readonly entryId: string }) => {
  const text = usePageText()
  const [ground, setGround] = useState<RestrictionGround>()
  const [isTried, setTried] = useState(false)
  const { state, send } = useCommand(AskRestrictionDocument)
  const ask = async () => {
    if (ground === undefined) { setTried(true); return }
    if (state.kind === 'busy') return
    if (await send({ familyId, entryId, ground }) === undefined) return
    onClose()
  }
  return (
    <form className={styles['stack']} onSubmit={(event) => { event.preventDefault(); void ask() }}>
      <p>{text('data.shutWhat')}</p>
      <Grounds chosen={ground} onChoose={setGround} />
      <Notice tone="stop">{isTried && ground === undefined ? text('data.shutChoose') : state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      <Button type="submit" wide busy={state.kind === 'busy'} aria-disabled={ground === undefined || undefined}>{text('data.shutYes')}</Button>
      <Button kind="secondary" wide onClick={onClose}>{text('action.back')}</Button>
    </form>
  )
}
