import { Field, useDates } from '@samenspel/ui'
import { useState, type ReactNode } from 'react'
import type { Refusal } from '../../graph/refusal.ts'
import { useText } from '../../parts/text.ts'
import { UnkeptWordsDialog } from '../../parts/words-dialog.tsx'

type Props = {
  readonly title: string
  readonly zone: string
  readonly label?: string
  readonly sendLabel: string
  /** Whether a day to look again is asked for. */
  readonly withReview: boolean
  /** What happens on that day, where it isn't put on a list. */
  readonly reviewHint?: string
  readonly command: { readonly busy: boolean; readonly refusal: Refusal | undefined }
  /** @returns whether it was carried out */
  readonly onSend: (reason: string, reviewOn: string) => Promise<boolean>
  readonly onClose: () => void
  readonly children?: ReactNode
}

const usualReviewDays = 90

/** Asks for what every decision here needs: a reason, and mostly a day to look at it again. */
export const ReasonDialog = ({ title, zone, label, sendLabel, withReview, reviewHint, command, onSend, onClose, children }: Props) => {
  const text = useText()
  const dates = useDates(zone)
  const [reviewOn, setReviewOn] = useState(Temporal.PlainDate.from(dates.today()).add({ days: usualReviewDays }).toString())
  return (
    <UnkeptWordsDialog
      title={title} label={label ?? text('safeguards.reason')} hint={text('safeguards.reasonHint')} sendLabel={sendLabel} command={command} onClose={onClose} onSend={(reason) => onSend(reason, reviewOn)}
      below={withReview && (
        <Field label={text('safeguards.reviewOn')} hint={reviewHint ?? text('safeguards.reviewHint')}>
          {(control) => <input {...control} type="date" required min={dates.today()} value={reviewOn} onChange={(event) => setReviewOn(event.target.value)} />}
        </Field>
      )}
    >
      {children}
    </UnkeptWordsDialog>
  )
}
