import { Button, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useText } from '../../parts/text.ts'
import { mondayFirst } from '../week/week.ts'
import type { OwnLocation, OwnOrganisation } from './organisation.ts'
import styles from './organisation.module.css'
import { UseForm } from './use-form.tsx'

type Props = { readonly location: OwnLocation; readonly organisation: OwnOrganisation; readonly readAgain: () => void }

/** One place as planning knows it; to be changed in a dialog. */
export const Location = ({ location, organisation, readAgain }: Props) => {
  const text = useText()
  const dates = useDates(organisation.zone)
  const [isOpen, setOpen] = useState(false)
  const { name, address, hours, closed, rooms, isUsual } = location
  const coming = closed.filter(({ until }) => until >= organisation.today).toSorted((a, b) => a.from.localeCompare(b.from))
  const days = [...new Set(hours.map(({ weekday }) => weekday))].toSorted()
  return (
    <article className={styles['one']} aria-label={name}>
      <div className={styles['head']}>
        <h3>{name} <span className={styles['soft']}>{address}</span></h3>
        <Button kind="secondary" aria-label={text('use.changeOf', { name })} onClick={() => setOpen(true)}>{text('use.change')}</Button>
      </div>
      {isUsual && <p className={styles['soft']}>{text('use.usual')}</p>}
      <dl className={styles['facts']}>
        <div><dt>{text('use.hours')}</dt><dd><ul className={styles['lines']}>{days.map((weekday) => (
          <li key={weekday}>{text('use.dayTimes', { day: dates.weekday(mondayFirst[weekday - 1] ?? ''), times: hours.filter((one) => one.weekday === weekday).map(({ from, to }) => dates.times(from, to)).join(', ') })}</li>
        ))}</ul></dd></div>
        <div><dt>{text('use.closed')}</dt><dd>{coming.length === 0 ? text('use.notClosed') : <ul className={styles['lines']}>{coming.map(({ from, until }) => <li key={from + until}>{from === until ? dates.date(from) : `${dates.dayAndMonth(from)} – ${dates.date(until)}`}</li>)}</ul>}</dd></div>
        <div><dt>{text('use.rooms')}</dt><dd>{rooms.length === 0 ? text('use.noRooms') : <ul className={styles['lines']}>{rooms.map((room) => <li key={room.id}>{room.name}{room.equipment.length > 0 && <span className={styles['soft']}>: {room.equipment.join(', ')}</span>}</li>)}</ul>}</dd></div>
      </dl>
      {isOpen && <UseForm location={location} organisation={organisation} onSaved={readAgain} onClose={() => setOpen(false)} />}
    </article>
  )
}
