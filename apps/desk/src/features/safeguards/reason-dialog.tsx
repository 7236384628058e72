import { Button, Dialog, Field, useDates } from '@samenspel/ui'
import { useState, type ReactNode } from 'react'
import type { Refusal } from '../../graph/refusal.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import styles from './safeguards.module.css'

type Props = {
  readonly title: string
  readonly zone: string
  readonly label?: string
  readonly sendLabel: string
  /** Whether a day to look again is asked for. */
  readonly withReview: boolean
  readonly command: { readonly busy: boolean; readonly refusal: Refusal | undefined }
  /** @returns whether it was carried out */
  readonly onSend: (reason: string, reviewOn: string) => Promise<boolean>
  readonly onClose: () => void
  readonly children?: ReactNode
}

const usualReviewDays = 90

/** Asks for what every decision here needs: a reason, and mostly a day to look at it again. */
export const ReasonDialog = ({ title, zone, label, sendLabel, withReview, command, onSend, onClose, children }: Props) => {
  const text = useText()
  const dates = useDates(zone)
  const [reason, setReason] = useState('')
  const [reviewOn, setReviewOn] = useState(Temporal.PlainDate.from(dates.today()).add({ days: usualReviewDays }).toString())
  const send = async (): Promise<void> => { if (await onSend(reason, reviewOn)) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        {children}
        <Field label={label ?? text('safeguards.reason')} hint={text('safeguards.reasonHint')}>
          {(control) => <textarea {...control} required rows={3} dir="auto" value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        {withReview && (
          <Field label={text('safeguards.reviewOn')} hint={text('safeguards.reviewHint')}>
            {(control) => <input {...control} type="date" required min={dates.today()} value={reviewOn} onChange={(event) => setReviewOn(event.target.value)} />}
          </Field>
        )}
        <SaidNo refusal={command.refusal} />
        <div className={styles['row']}>
          <Button type="submit" busy={command.busy}>{sendLabel}</Button>
          <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
