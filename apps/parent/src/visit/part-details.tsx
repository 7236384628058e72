import type { Appointment } from '../family/model.ts'
import { useText } from '../texts.ts'
import styles from './part-details.module.css'

type Props = {
  readonly part: Appointment
  /** The visit has more places than one, so that each stop says its own. */
  readonly withPlace: boolean
}

/** With whom exactly, and where this stop is. */
export const PartDetails = ({ part, withPlace }: Props) => {
  const text = useText()
  return (
    <ul className={styles['details']}>
      {part.professionals.map(({ id, name, title, organisation }) => <li key={id}><b>{name}</b>, {title}<br />{organisation.name}</li>)}
      {withPlace && part.place !== null && <li>{text('visit.where')}: {part.place.name}</li>}
    </ul>
  )
}
