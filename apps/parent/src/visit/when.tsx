import { useFamilyView } from '../family/family-context.tsx'
import { hoursOf, type Bundle } from '../family/model.ts'
import styles from './when.module.css'

/** The leaf of a calendar. Decoration: the day stands in words beside it. */
const Leaf = ({ date }: { readonly date: string }) => {
  const { dates } = useFamilyView()
  return (
    <span className={styles['leaf']} aria-hidden="true">
      <span className={styles['month']}>{dates.shortMonth(date)}</span>
      <span className={styles['day']}>{dates.dayNumber(date)}</span>
    </span>
  )
}

type Props = {
  readonly bundle: Bundle
  /** The id by which a card is named after this heading. */
  readonly headingId: string
  readonly level?: 2 | 3
}

/** When it is: the day in words, how far away, and from when to when. */
export const When = ({ bundle, headingId, level = 2 }: Props) => {
  const { dates, now } = useFamilyView()
  const Heading = `h${String(level)}` as 'h2' | 'h3'
  const hours = hoursOf(bundle)
  return (
    <div className={styles['when']}>
      <Leaf date={bundle.date} />
      <div>
        <Heading id={headingId} className={styles['heading']}>{dates.day(bundle.date)}</Heading>
        {hours !== undefined && <p className={styles['hours']}>{dates.times(hours.from, hours.to)}</p>}
        <p className={styles['distance']}>{dates.relative(bundle.date, now.date)}</p>
      </div>
    </div>
  )
}
