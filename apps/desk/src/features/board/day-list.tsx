import { useDates } from '@samenspel/ui'
import { Link } from 'react-router'
import { useText } from '../../parts/text.ts'
import { plannerPath } from '../../shell/paths.ts'
import { momentsOn } from './board.ts'
import styles from './day-list.module.css'
import { DraftChip } from './draft-chip.tsx'
import { FamilyState, type TableProps } from './family-table.tsx'
import { MomentChip } from './moment-chip.tsx'

/** The board on a narrow screen: day under day, and under them who waits for whom. */
export const DayList = ({ families, days, hands }: TableProps) => {
  const text = useText()
  const dates = useDates(families[0]?.zone ?? 'Europe/Amsterdam')
  const today = dates.today()
  const full = days.map((date) => ({
    date,
    rows: families.map((family) => ({ family, moments: momentsOn(family.moments, date), parts: hands.partsOf(family.id).filter((part) => part.date === date) })).filter(({ moments, parts }) => moments.length + parts.length > 0),
  })).filter(({ date, rows }) => rows.length > 0 || date === today)
  return (
    <div className={styles['list']}>
      {full.map(({ date, rows }) => (
        <section key={date} className={styles['day']} aria-labelledby={`day-${date}`}>
          <h2 id={`day-${date}`} data-today={date === today || undefined}>{dates.day(date)}</h2>
          {rows.length === 0 && <p className={styles['soft']}>{text('appointments.empty')}</p>}
          {rows.map(({ family, moments, parts }) => (
            <div key={family.id} className={styles['family']}>
              <h3><Link to={plannerPath(family.id)}>{family.name}</Link></h3>
              {moments.map((moment) => <MomentChip key={moment.id} moment={moment} zone={family.zone} />)}
              {parts.map((part) => {
                const need = family.needs.find(({ id }) => id === part.needId)
                return need === undefined ? null : <DraftChip key={part.needId} family={family} need={need} part={part} hands={hands} />
              })}
            </div>
          ))}
        </section>
      ))}
      {full.length === 0 && <p className={styles['soft']}>{text('appointments.empty')}</p>}
      <section className={styles['day']} aria-labelledby="waits">
        <h2 id="waits">{text('board.status')}</h2>
        {families.map((family) => <div key={family.id} className={styles['family']}><h3>{family.name}</h3><FamilyState family={family} /></div>)}
      </section>
    </div>
  )
}
