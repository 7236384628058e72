import { WeekLoads } from '@samenspel/pictures'
import { useDates } from '@samenspel/ui'
import { useText } from '../../parts/text.ts'
import type { Check } from './weight-table.tsx'
import styles from './family-weeks.module.css'

/** How full the weeks of a family were and will be: with every wish planned apart, and with a plan. */
export const FamilyWeeks = ({ family, load }: { readonly family: { readonly name: string; readonly zone: string }; readonly load: Check['load'] }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const today = dates.today()
  const weeks = load.now.map((now, index) => ({ monday: now.monday, short: dates.shortDate(now.monday), now, apart: load.apart[index] ?? now, plan: load.plan[index] ?? now }))
  return (
    <div className={styles['weeks']}>
      <p className={styles['soft']}>{text('load.hint')}</p>
      <WeekLoads title={text('load.picture', { family: family.name })} today={today} weeks={weeks} />
    </div>
  )
}
