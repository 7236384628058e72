import { LightenWeeksDocument, MakeWeekOrdinaryDocument, ResumePlanningDocument } from '@samenspel/graphql-documents/desk'
import { Button, StatusMark, useDates } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import { useState } from 'react'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { BeginRest } from '../rest/begin-rest.tsx'
import type { Family } from './family.ts'
import { nextMondays } from './next-mondays.ts'
import styles from './appointments.module.css'

/** At what pace the family is asked for appointments: what holds, how to end it, and how to make it calmer. */
export const Pace = ({ family }: { readonly family: Family }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [isBeginning, setBeginning] = useState(false)
  const resume = useCommand(ResumePlanningDocument)
  const lighten = useCommand(LightenWeeksDocument)
  const ordinary = useCommand(MakeWeekOrdinaryDocument)
  const { pace } = family
  if (pace === null || !family.can.coordinate) return null
  const today = dates.today()
  const about = { familyId: family.id }
  const busy = [resume, lighten, ordinary].some((command) => command.busy)
  const calm = nextMondays(today)
  return (
    <div>
      <h3 className={styles['sub']}>{text('pace.title')}</h3>
      <div className={styles['stack']}>
        {pace.pause === null && pace.lighterWeeks.length === 0 && <p className={styles['soft']}>{text('pace.ordinary')}</p>}
        {pace.pause !== null && (
          <div className={styles['request']}>
            <p>
              <StatusMark tone="wait">
                {pace.pause.from > today ? text('pace.pauseComing', { from: dates.day(pace.pause.from) }) : pace.pause.until === null ? text('pace.paused', { from: dates.day(pace.pause.from), on: dates.day(pace.pause.reviewOn) }) : text('pace.pausedUntil', { until: dates.day(pace.pause.until) })}
              </StatusMark>
            </p>
            <p className={styles['soft']}>{text('pace.askedBy', { name: pace.pause.by ?? '' })}</p>
            {pace.pause.from > today && <Button kind="quiet" busy={busy} onClick={() => { void resume.run({ ...about, pauseId: pace.pause?.id ?? '' }) }}>{text('pace.end')}</Button>}
          </div>
        )}
        {pace.lighterWeeks.length > 0 && (
          <div className={styles['request']}>
            <p><StatusMark tone="wait">{text('pace.lighter', { weeks: pace.lighterWeeks.map((week) => dates.shortDate(week)).join(', ') })}</StatusMark></p>
            <div className={styles['choices']}>
              {pace.lighterWeeks.map((week) => <Button key={week} kind="quiet" busy={busy} onClick={() => { void ordinary.run({ ...about, week }) }}>{text('pace.makeOrdinary', { week: dates.shortDate(week) })}</Button>)}
            </div>
          </div>
        )}
        <div className={styles['choices']}>
          {calm.some((week) => !pace.lighterWeeks.includes(week)) && <Button kind="quiet" busy={busy} onClick={() => { void lighten.run({ ...about, weeks: calm }) }}>{text('pace.lightenTwo')}</Button>}
          {pace.pause === null && <Button kind="quiet" onClick={() => setBeginning(true)}>{text('rest.begin')}</Button>}
        </div>
        <SaidNo refusal={resume.refusal ?? lighten.refusal ?? ordinary.refusal} />
      </div>
      {isBeginning && <BeginRest family={family} onClose={() => setBeginning(false)} />}
    </div>
  )
}
