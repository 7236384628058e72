import { MovePauseReviewDocument, ResumePlanningDocument } from '@samenspel/graphql-documents/desk'
import { dayAfter } from '@samenspel/intl'
import { Button, Dialog, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import type { Family } from '../family/family.ts'
import { StandingAppointments } from '../silence/standing.tsx'
import styles from '../silence/silence.module.css'

/** How long a pause goes on before it is asked again, in days, unless somebody chooses another day. */
export const usualDays = 14

/** That a family rests, for everybody who works with it; who coordinates asks on its day how it is, and goes on or ends it (K-13). */
export const Rest = ({ family }: { readonly family: Family }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [opened, open] = useState<'end' | 'goOn'>()
  const rest = family.silence?.rest
  if (rest == null) return null
  const close = (): void => open(undefined)
  const isDue = rest.reviewOn <= dates.today()
  const days = { from: dates.day(rest.from), on: dates.day(rest.reviewOn), name: family.coordinator?.name ?? '' }
  return (
    <Section title={text('rest.title')} tone="wait">
      <div className={styles['stack']}>
        <p>{rest.until === null ? text(isDue ? 'rest.due' : 'rest.since', days) : text('rest.away', { from: days.from, until: dates.day(rest.until) })}</p>
        <p className={styles['soft']}>{text('rest.means')}</p>
        {rest.reason !== null && <p>{[text(`rest.reason.${rest.reason}`), ...rest.askedBy === null ? [] : [text('rest.askedBy', { name: rest.askedBy })]].join(' ')}</p>}
        {rest.words !== null && <p dir="auto">“{rest.words}”</p>}
        {rest.reason !== null && <StandingAppointments family={family} />}
        {rest.id !== null && family.can.coordinate && (
          <div className={styles['choices']}>
            <Button kind="secondary" onClick={() => open('end')}>{text('rest.end')}</Button>
            <Button kind="quiet" onClick={() => open('goOn')}>{text('rest.goOn')}</Button>
          </div>
        )}
      </div>
      {opened === 'end' && rest.id !== null && <End familyId={family.id} pauseId={rest.id} onClose={close} />}
      {opened === 'goOn' && rest.id !== null && <GoOn family={family} pauseId={rest.id} onClose={close} />}
    </Section>
  )
}

const End = ({ familyId, pauseId, onClose }: { readonly familyId: string; readonly pauseId: string; readonly onClose: () => void }) => {
  const text = useText()
  const end = useCommand(ResumePlanningDocument)
  return (
    <Dialog isOpen onClose={onClose} title={text('rest.endTitle')}>
      <p>{text('rest.endText')}</p>
      <SaidNo refusal={end.refusal} />
      <div className={styles['choices']}>
        <Button busy={end.busy} onClick={() => { void end.run({ familyId, pauseId }).then((done) => { if (done) onClose() }) }}>{text('rest.endYes')}</Button>
        <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
      </div>
    </Dialog>
  )
}

const GoOn = ({ family, pauseId, onClose }: { readonly family: Family; readonly pauseId: string; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const move = useCommand(MovePauseReviewDocument)
  const [reviewOn, setReviewOn] = useState(dayAfter(dates.today(), usualDays))
  const send = async (): Promise<void> => { if (await move.run({ familyId: family.id, pauseId, reviewOn })) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text('rest.goOn')}>
      <form className={styles['stack']} onSubmit={(event) => { event.preventDefault(); if (!move.busy) void send() }}>
        <p>{text('rest.goOnText')}</p>
        <Field label={text('rest.reviewOn')}>{(control) => <input {...control} type="date" required min={dayAfter(dates.today(), 1)} value={reviewOn} onChange={(event) => setReviewOn(event.target.value)} />}</Field>
        <SaidNo refusal={move.refusal} />
        <div className={styles['choices']}>
          <Button type="submit" busy={move.busy}>{text('action.save')}</Button>
          <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
