import { JudgeLookDocument, ReopenLookDocument, type ReviewVerdict } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import type { Finding } from './finding.ts'
import styles from './review.module.css'

const verdicts = ['FITS', 'DOES_NOT_FIT'] as const satisfies readonly ReviewVerdict[]

type Props = { readonly finding: Finding | undefined; readonly onClose: () => void; readonly onDone: () => void }

/** Whether a look belongs to somebody's work, with a word why; or to look at it once more. */
export const Judge = ({ finding, onClose, onDone }: Props) => {
  const text = useText()
  return (
    <Dialog isOpen={finding !== undefined} onClose={onClose} title={finding === undefined ? '' : text(finding.verdict === null ? 'review.judge' : 'review.reopen')}>
      {finding !== undefined && (finding.verdict === null ? <Form finding={finding} onClose={onClose} onDone={onDone} /> : <Reopen finding={finding} onClose={onClose} onDone={onDone} />)}
    </Dialog>
  )
}

type Open = Props & { readonly finding: Finding }

const Form = ({ finding: { familyId, id, why, who }, onClose, onDone }: Open) => {
  const text = useText()
  const judge = useCommand(JudgeLookDocument)
  const [verdict, setVerdict] = useState<ReviewVerdict>()
  const [word, setWord] = useState('')
  const [isTried, setIsTried] = useState(false)
  const send = async (): Promise<void> => {
    setIsTried(true)
    if (verdict === undefined || word.trim() === '' || judge.busy) return
    if (await judge.run({ familyId, findingId: id, verdict, word })) {
      onClose()
      onDone()
    }
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      <p>{who}: {why}</p>
      <RadioCards name="verdict" legend={text('review.verdict')} options={verdicts.map((value) => ({ value, label: text(`review.verdict.${value}`) }))} chosen={verdict} onChoose={setVerdict} />
      <Field label={text('review.word')} {...isTried && word.trim() === '' && { error: text('review.wordMissing') }}>
        {(control) => <textarea {...control} rows={3} maxLength={10_000} value={word} onChange={(event) => setWord(event.target.value)} />}
      </Field>
      <SaidNo refusal={judge.refusal} />
      <div className={styles['row']}>
        <Button type="submit" busy={judge.busy} aria-disabled={verdict === undefined || undefined}>{text('review.send')}</Button>
        <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
      </div>
    </form>
  )
}

const Reopen = ({ finding: { familyId, id }, onClose, onDone }: Open) => {
  const text = useText()
  const reopen = useCommand(ReopenLookDocument)
  const send = async (): Promise<void> => {
    if (await reopen.run({ familyId, findingId: id })) {
      onClose()
      onDone()
    }
  }
  return (
    <div className={styles['form']}>
      <p>{text('review.reopenWhat')}</p>
      <SaidNo refusal={reopen.refusal} />
      <div className={styles['row']}>
        <Button busy={reopen.busy} onClick={() => { void send() }}>{text('review.reopen')}</Button>
        <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
      </div>
    </div>
  )
}
