import { everyDay, placeInDay, type Block } from '@samenspel/week-editing'
import { useDays } from './use-days.ts'
import marks from './marks.module.css'
import styles from './week-picture.module.css'

const hours = [8, 12, 16, 20]

/** The week at a glance, seven days beside each other. Decoration: the list below says the same in words. */
export const WeekPicture = ({ title, blocks }: { readonly title: string; readonly blocks: readonly Block[] }) => {
  const days = useDays()
  return (
    <figure className={styles['picture']}>
      <figcaption className={styles['title']}>{title}</figcaption>
      <div className={styles['week']} aria-hidden="true">
        <div className={styles['hours']}>
          {hours.map((hour) => <span key={hour} style={{ insetBlockStart: `${String(placeInDay(`${String(hour).padStart(2, '0')}:00`) * 100)}%` }}>{hour}</span>)}
        </div>
        {everyDay.map((day) => (
          <div key={day} className={styles['day']}>
            <span className={styles['name']}>{days.short(day)}</span>
            <div className={styles['column']}>
              {blocks.filter(({ weekdays }) => weekdays.includes(day)).map((block) => (
                <span
                  key={block.id}
                  className={[styles['block'], marks[block.kind]].join(' ')}
                  style={{ insetBlockStart: `${String(placeInDay(block.from) * 100)}%`, insetBlockEnd: `${String((1 - placeInDay(block.to)) * 100)}%` }}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </figure>
  )
}
