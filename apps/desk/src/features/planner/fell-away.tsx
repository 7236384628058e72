import { Button, useDates } from '@samenspel/ui'
import { useEffect, useRef } from 'react'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import type { PlannerFamily } from './planner.ts'
import { useReplanning } from './replan.tsx'
import styles from './replan.module.css'

type Props = { readonly family: PlannerFamily; /** Whether somebody came here to plan it anew: then that begins at once. */ readonly begins: boolean; readonly onStarted: (runId: string) => void }

/** What can't go on since somebody is away then, or a place is closed; planned anew in one go, moving as little else as possible. */
export const FellAway = ({ family, begins, onStarted }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const { start, busy, refusal } = useReplanning(family.id, onStarted)
  const agreed = family.fellAway.filter(({ isConfirmed }) => isConfirmed).map(({ id }) => id)
  const plan = () => { void start({ lostAppointmentIds: agreed, withoutChild: [], lighter: false }) }
  const begun = useRef(false)
  useEffect(() => {
    if (!begins || begun.current || agreed.length === 0) return
    begun.current = true
    plan()
  })
  if (family.fellAway.length === 0) return null
  return (
    <Section title={text('fellAway.title')} tone="wait">
      <ul className={styles['lines']}>
        {family.fellAway.map(({ id, label, date, start: time, because, isConfirmed }) => (
          <li key={id}>{text('fellAway.line', { label, when: `${dates.shortDay(date)} ${dates.clock(time)}`, because })}{!isConfirmed && <> {text('fellAway.proposed')}</>}</li>
        ))}
      </ul>
      <SaidNo refusal={refusal} />
      {agreed.length > 0 && <div><Button busy={busy} onClick={plan}>{text('fellAway.replan')}</Button></div>}
    </Section>
  )
}
