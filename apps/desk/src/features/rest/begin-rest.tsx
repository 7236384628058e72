import { PausePlanningDocument, type PauseReason } from '@samenspel/graphql-documents/desk'
import { dayAfter } from '@samenspel/intl'
import { Button, Dialog, Field, RadioCards, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import type { Family } from '../family/family.ts'
import { SaidBy } from '../week/said-by.tsx'
import styles from '../silence/silence.module.css'
import { usualDays } from './rest.tsx'

const reasons: readonly PauseReason[] = ['TOO_MUCH', 'TIME_TOGETHER', 'EVENT_AT_HOME', 'AWAY', 'UNSAID']

/** A pause that was agreed on with a parent: why, when somebody asks how it is, and what becomes of what waits for an answer (K-13). */
export const BeginRest = ({ family, onClose }: { readonly family: Family; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const begin = useCommand(PausePlanningDocument)
  const today = dates.today()
  const [saidBy, setSaidBy] = useState<string>()
  const [reason, setReason] = useState<PauseReason>()
  const [day, setDay] = useState(dayAfter(today, usualDays))
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<'stays' | 'takeBack'>()
  const waits = family.proposals.filter(({ status }) => status === 'SENT').length
  const isAway = reason === 'AWAY'
  const isWhole = saidBy !== undefined && reason !== undefined && (waits === 0 || open !== undefined)
  const send = async (): Promise<void> => {
    if (!isWhole) return
    const said = words.trim()
    const done = await begin.run({ familyId: family.id, from: today, saidBy, reason, ...(said !== '' && { words: said }), ...(isAway ? { until: day } : { reviewOn: day }), takeBack: open === 'takeBack' })
    if (done) onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('rest.begin')}>
      <form className={styles['stack']} onSubmit={(event) => { event.preventDefault(); if (!begin.busy) void send() }}>
        <p>{text('rest.beginText')}</p>
        <SaidBy family={family} legend={text('rest.with')} chosen={saidBy} onChoose={setSaidBy} />
        <RadioCards name="reason" inline legend={text('rest.reason')} chosen={reason} onChoose={setReason} options={reasons.map((value) => ({ value, label: text(`rest.choice.${value}`) }))} />
        <Field label={text(isAway ? 'rest.lastDay' : 'rest.reviewOn')} hint={text(isAway ? 'rest.lastDayHint' : 'rest.reviewOnHint')}>
          {(control) => <input {...control} type="date" required min={dayAfter(today, 1)} value={day} onChange={(event) => setDay(event.target.value)} />}
        </Field>
        <Field label={text('rest.words')} hint={text('rest.wordsHint')}>{(control) => <textarea {...control} rows={2} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
        {waits > 0 && (
          <RadioCards
            name="open" legend={text('rest.open', { count: waits })} chosen={open} onChoose={setOpen}
            options={[{ value: 'stays', label: text('rest.openStays') }, { value: 'takeBack', label: text('rest.openTakeBack') }]}
          />
        )}
        <SaidNo refusal={begin.refusal} />
        <div className={styles['choices']}>
          <Button type="submit" disabled={!isWhole} busy={begin.busy}>{text('rest.beginYes')}</Button>
          <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
