import { AskRestrictionDocument, type RestrictionGround } from '@samenspel/graphql-documents/parent-pages'
import { Button, Dialog, Notice, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import styles from './own-data.module.css'
import type { Written } from './written.ts'

const grounds = ['CONTESTED', 'UNLAWFUL', 'NEEDED_FOR_CLAIM', 'OBJECTION'] as const satisfies readonly RestrictionGround[]

type Props = { readonly familyId: string; readonly written: Written | undefined; readonly onClose: () => void }

/** Asks that professionals don't use something while it is sorted out (GDPR 18). */
export const AskRestriction = ({ familyId, written, onClose }: Props) => {
  const text = usePageText()
  return (
    <Dialog isOpen={written !== undefined} onClose={onClose} title={text('data.shut')}>
      {written !== undefined && <Form familyId={familyId} written={written} onClose={onClose} />}
    </Dialog>
  )
}

const Form = ({ familyId, written, onClose }: Props & { readonly written: Written }) => {
  const text = usePageText()
  const [ground, setGround] = useState<RestrictionGround>()
  const { state, send } = useCommand(AskRestrictionDocument)
  const ask = async () => {
    if (ground === undefined || state.kind === 'busy') return
    if (await send({ familyId, entryId: written.id, ground }) === undefined) return
    onClose()
  }
  return (
    <form className={styles['stack']} onSubmit={(event) => { event.preventDefault(); void ask() }}>
      <p>{text('data.shutWhat')}</p>
      <RadioCards name="restriction-ground" legend={text('data.shutWhy')} options={grounds.map((value) => ({ value, label: text(`data.ground.${value}`) }))} chosen={ground} onChoose={setGround} />
      <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      <Button type="submit" wide busy={state.kind === 'busy'} aria-disabled={ground === undefined || undefined}>{text('data.shutYes')}</Button>
      <Button kind="secondary" wide onClick={onClose}>{text('action.back')}</Button>
    </form>
  )
}
