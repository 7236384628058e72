import { Button, Dialog, Field } from '@samenspel/ui'
import { useState, type ReactNode } from 'react'
import type { Refusal } from '../../graph/refusal.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import styles from '../plan/dialogs.module.css'

type Props = {
  readonly title: string
  /** What it is about. */
  readonly about: string
  /** What else is chosen, above the reason. */
  readonly children?: ReactNode
  readonly busy: boolean
  readonly refusal: Refusal | undefined
  readonly onSay: (reason: string) => Promise<boolean>
  readonly onClose: () => void
}

/** Asks why, before something is recorded. */
export const ReasonDialog = ({ title, about, children, busy, refusal, onSay, onClose }: Props) => {
  const text = useText()
  const [reason, setReason] = useState('')
  const send = async (): Promise<void> => { if (await onSay(reason)) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!busy) void send() }}>
        <p dir="auto"><strong>{about}</strong></p>
        {children}
        <Field label={text('hypothesis.reason')}>{(control) => <textarea {...control} rows={3} dir="auto" value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
        <SaidNo refusal={refusal} />
        <div className={styles['row']}>
          <Button type="submit" busy={busy}>{text('action.save')}</Button>
          <Button kind="secondary" onClick={onClose}>{text('action.close')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
