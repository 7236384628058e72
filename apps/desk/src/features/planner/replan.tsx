import { StartReplanningDocument } from '@samenspel/graphql-documents/desk'
import { dayAfter } from '@samenspel/intl'
import { Button, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import type { PlannerFamily } from './planner.ts'
import styles from './replan.module.css'

type Props = { readonly family: PlannerFamily; /** Whether somebody said that it is too much. */ readonly lighter: boolean; readonly onStarted: (runId: string) => void }
type Input = { readonly lostAppointmentIds: string[]; readonly withoutChild: string[]; readonly lighter: boolean }

/** Days of illness that are planned around at once. */
const mostDays = 14

/** What is confirmed and cannot go on: planned again with as little as possible of the rest moved. */
export const Replan = ({ family, lighter, onStarted }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const standing = family.bundles.flatMap(({ parts }) => parts).filter((part) => part.status === 'CONFIRMED' && part.elsewhere === null && part.start !== null && part.date >= dates.today())
    .toSorted((a, b) => (a.date + (a.start ?? '')).localeCompare(b.date + (b.start ?? '')))
  const [lost, setLost] = useState<readonly string[]>([])
  const [ill, setIll] = useState({ from: '', until: '' })
  const [calmer, setCalmer] = useState(lighter)
  const { start, busy, refusal } = useReplanning(family.id, onStarted)
  if (standing.length === 0) return null
  const days = ill.from === '' ? [] : daysOf(ill.from, ill.until === '' ? ill.from : ill.until)
  return (
    <details className={styles['replan']} open={lighter || undefined}>
      <summary>{text('replan.title')}</summary>
      <form onSubmit={(event) => { event.preventDefault(); void start({ lostAppointmentIds: lost.filter((id) => standing.some((part) => part.id === id)), withoutChild: days, lighter: calmer }) }}>
        <p>{text('replan.hint')}</p>
        <fieldset>
          <legend>{text('replan.lost')}</legend>
          {standing.map((part) => (
            <label key={part.id}>
              <input type="checkbox" checked={lost.includes(part.id)} onChange={(event) => setLost(event.target.checked ? [...lost, part.id] : lost.filter((id) => id !== part.id))} />
              {' '}{text('replan.lostOf', { label: part.label, when: `${dates.shortDay(part.date)} ${dates.clock(part.start ?? '')}` })}
            </label>
          ))}
        </fieldset>
        <div className={styles['days']}>
          <Field label={text('replan.withoutChild')}>{(control) => <input {...control} type="date" min={dates.today()} value={ill.from} onChange={(event) => setIll({ ...ill, from: event.target.value })} />}</Field>
          <Field label={text('replan.until')}>{(control) => <input {...control} type="date" min={ill.from || dates.today()} value={ill.until} onChange={(event) => setIll({ ...ill, until: event.target.value })} />}</Field>
        </div>
        <label><input type="checkbox" checked={calmer} onChange={(event) => setCalmer(event.target.checked)} /> {text('replan.lighter')}</label>
        <SaidNo refusal={refusal} />
        <div><Button type="submit" busy={busy}>{text('replan.start')}</Button></div>
      </form>
    </details>
  )
}

const daysOf = (from: string, until: string): string[] => {
  const days: string[] = []
  for (let day = from; day <= until && days.length < mostDays; day = dayAfter(day, 1)) days.push(day)
  return days
}

/** The same choice again after a lost connection is the same search. */
export const useReplanning = (familyId: string, onStarted: (runId: string) => void) => {
  const { run, busy, refusal } = useCommand(StartReplanningDocument)
  const start = async (input: Input): Promise<void> => { await run({ familyId, input }, ({ startReplanning }) => { onStarted(startReplanning.id) }) }
  return { start, busy, refusal }
}
