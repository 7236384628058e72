import { useText } from '../frame/text.ts'
import { layoutDayThread, type DayStop } from './layout.ts'
import styles from './day-thread.module.css'

type Props = {
  /** The day, in words. */
  readonly title: string
  readonly stops: readonly DayStop[]
  readonly away: { readonly leaveAt: string; readonly backAt: string } | undefined
}

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

/** One day of a plan on the hours of the day: the thread is what it takes, the beads are the stops. Put the stops in words beside it. */
export const DayThread = ({ title, stops, away }: Props) => {
  const text = useText()
  const layout = layoutDayThread(stops, away)
  const words = [
    ...(away === undefined ? [] : [text('picture.day.leave', { time: away.leaveAt })]),
    ...layout.stops.map((stop) => `${stop.from}–${stop.to} ${stop.label}`),
    ...(away === undefined ? [] : [text('picture.day.back', { time: away.backAt })]),
  ]
  return (
    <div role="img" aria-label={`${title}: ${words.join(', ')}`} className={styles['day']}>
      {layout.hours.map(({ hour, at }) => <span key={hour} className={styles['hour']} style={{ insetInlineStart: percent(at) }}>{hour}</span>)}
      <span className={styles['thread']} data-home={away === undefined || undefined} style={{ insetInlineStart: percent(layout.from), inlineSize: percent(layout.to - layout.from) }} />
      {layout.stops.map((stop) => (
        <span key={stop.id} className={styles['stop']} data-shape={stop.shape} data-evening={stop.isEvening || undefined} style={{ insetInlineStart: percent(stop.start), inlineSize: percent(stop.end - stop.start) }} />
      ))}
    </div>
  )
}
