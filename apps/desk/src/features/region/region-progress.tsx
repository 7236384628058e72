import { StopRegionDocument, type RegionRunQuery } from '@samenspel/graphql-documents/desk'
import { Button, Notice, useDates } from '@samenspel/ui'
import { useMutation } from 'urql'
import { useText } from '../../parts/text.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import styles from './region.module.css'

export type RegionRun = RegionRunQuery['regionRun']

/** How far a search is: families that have a plan, then rounds in which they make room for each other, and what that gave so far. */
export const RegionProgress = ({ run }: { readonly run: RegionRun }) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const [stopping, stop] = useMutation(StopRegionDocument)
  const all = run.familiesDone === run.familiesAsked
  const won = run.before === null || run.burden === null ? [] : (['unplanned', 'restTouched', 'travelDays', 'trips'] as const)
    .map((part) => ({ part, less: (run.before?.[part] ?? 0) - (run.burden?.[part] ?? 0) })).filter(({ less }) => all && less > 0)
  return (
    <section className={styles['progress']} aria-labelledby="region-progress">
      <h2 id="region-progress">{text('region.searching')}</h2>
      <progress max={run.familiesAsked} value={run.familiesDone} aria-label={text('region.families', { done: run.familiesDone, all: run.familiesAsked })} />
      <p aria-live="polite">{text('region.families', { done: run.familiesDone, all: run.familiesAsked })}</p>
      {all && <p>{text('region.rounds', { count: run.rounds })}</p>}
      {won.length > 0 && <p>{text('region.won', { what: won.map(({ part, less }) => text(`region.won.${part}`, { count: less })).join(', ') })}</p>}
      <p className={styles['soft']}>{run.search === 'MINUTE' ? text('region.leave') : text('region.leaveLong', { when: `${dates.nearDay(dates.dateOf(run.endsBy), dates.today())} ${dates.time(dates.timeOf(run.endsBy))}` })} {text('region.memory')}</p>
      {run.isStopping ? <Notice tone="neutral">{text('region.stopping')}</Notice> : <div><Button kind="secondary" busy={stopping.fetching} onClick={() => { void stop({ id: run.id }) }}>{text('region.stop')}</Button></div>}
    </section>
  )
}
