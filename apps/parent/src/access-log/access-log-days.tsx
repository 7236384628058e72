import { StatusMark, VisuallyHidden, type RowProps } from '@samenspel/ui'
import { useFamilyView } from '../family/family-context.tsx'
import { useJoin } from '../family/use-join.ts'
import { usePageText } from '../texts.ts'
import styles from './access-log-days.module.css'
import { looksOf, type Line, type Look } from './looks.ts'

/** The lines of the log by day, the last day first. */
export const AccessLogDays = ({ lines, row }: { readonly lines: readonly Line[]; readonly row: (id: string) => RowProps }) => {
  const { dates } = useFamilyView()
  return Object.entries(Object.groupBy(lines, ({ at }) => dates.dateOf(at))).map(([date, ofDay = []]) => (
    <section key={date} aria-labelledby={`day-${date}`} className={styles['day']}>
      <h2 id={`day-${date}`} className={styles['date']}>{dates.day(date)}</h2>
      <ul className={styles['lines']}>
        {looksOf(ofDay).map((look) => <LookLine key={look.id} look={look} row={row(look.id)} />)}
      </ul>
    </section>
  ))
}

/** Of more things than this, the rest is folded away. */
const mostShown = 3

const LookLine = ({ look, row }: { readonly look: Look; readonly row: RowProps }) => {
  const text = usePageText()
  const join = useJoin()
  const { dates } = useFamilyView()
  const shown = look.what.length > mostShown + 1 ? look.what.slice(0, mostShown) : look.what
  const rest = look.what.slice(shown.length)
  const where = [look.role, look.organisation, look.insteadOf, look.channel].filter(Boolean).join(', ')
  return (
    <li className={styles['line']} {...row}>
      <p><b>{look.who}</b>{where !== '' && <span className={styles['where']}> ({where})</span>} {look.refused ? text('log.tried') : look.action} {join(shown)}.</p>
      {rest.length > 0 && (
        <details className={styles['rest']}>
          <summary>{text('log.andMore', { count: rest.length })}</summary>
          <ul>{rest.map((what) => <li key={what}>{what}</li>)}</ul>
        </details>
      )}
      {(look.tellsHour || look.times > 1) && (
        <p className={styles['when']}>
          {look.tellsHour && <time dateTime={look.at}>{dates.time(dates.timeOf(look.at))}</time>}
          {look.tellsHour && look.times > 1 && ' · '}
          {look.times > 1 && text('log.times', { count: look.times })}
        </p>
      )}
      {look.because.length > 0 && (
        <details className={styles['rest']}>
          <summary>{text('log.why')} <VisuallyHidden>{look.who} {look.action} {join(shown)}</VisuallyHidden></summary>
          <ul>{look.because.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        </details>
      )}
      {look.refused && <StatusMark tone="stop">{text('log.refused')}</StatusMark>}
      {look.emergency && <StatusMark tone="wait">{text('log.emergency')}</StatusMark>}
    </li>
  )
}
