import { useDates } from '@samenspel/ui'
import { Link } from 'react-router'
import { useText } from '../../parts/text.ts'
import { familyPath } from '../../shell/paths.ts'
import type { AwayPeriod } from './organisation.ts'
import styles from './organisation.module.css'

/** What was agreed with families in some time that is no longer to be had, as far as the viewer may know; nothing where there is nothing. */
export const Touched = ({ words, touched, zone }: { readonly words: string; readonly touched: AwayPeriod['touched']; readonly zone: string }) => {
  const text = useText()
  const dates = useDates(zone)
  return touched.length > 0 && (
    <>
      <p>{words}</p>
      <ul className={styles['lines']}>
        {touched.map((one) => (
          <li key={`${one.id} ${one.familyId ?? ''}`}>
            {dates.shortDay(one.date)}, {dates.times(one.from, one.to)}: {one.familyId === null ? text('calendar.somebody') : <Link to={familyPath(one.familyId)}>{one.familyName}</Link>}{one.label !== null && <>, {one.label}</>}
          </li>
        ))}
      </ul>
    </>
  )
}
