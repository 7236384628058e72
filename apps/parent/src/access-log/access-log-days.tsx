import type { AccessLogForParentsQuery } from '@samenspel/graphql-documents/parent'
import { StatusMark } from '@samenspel/ui'
import { useFamilyView } from '../family/family-context.tsx'
import { useText } from '../texts.ts'
import styles from './access-log-days.module.css'

type Line = AccessLogForParentsQuery['accessLog']['nodes'][number]

/** The lines of the log by day, the last day first. */
export const AccessLogDays = ({ lines }: { readonly lines: readonly Line[] }) => {
  const { dates } = useFamilyView()
  return Object.entries(Object.groupBy(lines, ({ at }) => dates.dateOf(at))).map(([date, ofDay = []]) => (
    <section key={date} aria-labelledby={`day-${date}`} className={styles['day']}>
      <h2 id={`day-${date}`} className={styles['date']}>{dates.day(date)}</h2>
      <ul className={styles['lines']}>
        {ofDay.map((line) => <LogLine key={line.id} line={line} />)}
      </ul>
    </section>
  ))
}

const LogLine = ({ line }: { readonly line: Line }) => {
  const text = useText()
  const { dates } = useFamilyView()
  const where = [line.role, line.organisation].filter(Boolean).join(', ')
  return (
    <li className={styles['line']}>
      <p><b>{line.who}</b>{where !== '' && <span className={styles['where']}> ({where})</span>} {line.refused ? text('log.tried') : line.action} {line.what}.</p>
      <p className={styles['when']}>
        <time dateTime={line.at}>{dates.time(dates.timeOf(line.at))}</time>
        {line.times > 1 && <> · {text('log.times', { count: line.times })}</>}
      </p>
      {line.refused && <StatusMark tone="stop">{text('log.refused')}</StatusMark>}
      {line.emergency && <StatusMark tone="wait">{text('log.emergency')}</StatusMark>}
    </li>
  )
}
