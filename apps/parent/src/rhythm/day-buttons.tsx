import { VisuallyHidden } from '@samenspel/ui'
import { everyDay, toggled } from '@samenspel/week-editing'
import { usePageText } from '../texts.ts'
import styles from './day-buttons.module.css'
import { useDays } from './use-days.ts'

/** The days of the week to tap, each a switch of its own. */
export const DayButtons = ({ weekdays, onChange }: { readonly weekdays: readonly number[]; readonly onChange: (weekdays: readonly number[]) => void }) => {
  const text = usePageText()
  const days = useDays()
  return (
    <fieldset>
      <legend className={styles['legend']}>{text('rhythm.days')}</legend>
      <div className={styles['days']}>
        {everyDay.map((day) => (
          <button key={day} type="button" className={styles['day']} aria-pressed={weekdays.includes(day)} onClick={() => { onChange(toggled(weekdays, day)) }}>
            <span aria-hidden="true">{days.short(day)}</span><VisuallyHidden>{days.full(day)}</VisuallyHidden>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
