import type { Appointment } from '../family/model.ts'
import styles from './part-details.module.css'

/** With whom exactly, and where this stop is. */
export const PartDetails = ({ part }: { readonly part: Appointment }) => (
  <ul className={styles['details']}>
    {part.professionals.map(({ id, name, title, organisation }) => <li key={id}>{name}, {title}<br />{organisation.name}</li>)}
    {part.place !== null && <li>{part.place.name}</li>}
  </ul>
)
