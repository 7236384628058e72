import { SetLocationUseDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, useDates } from '@samenspel/ui'
import { useRef, useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import fields from '../../parts/fields.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { mondayFirst } from '../week/week.ts'
import { ClosingTouches } from './closing-touches.tsx'
import { wordsOf, type OwnLocation, type OwnOrganisation } from './organisation.ts'
import styles from './organisation.module.css'

type Props = { readonly location: Pick<OwnLocation, 'id' | 'name' | 'version' | 'hours' | 'closed' | 'rooms'>; readonly organisation: Pick<OwnOrganisation, 'zone' | 'today' | 'holidays'>; readonly onSaved: () => void; readonly onClose: () => void }
type Hours = { readonly weekday: number; readonly from: string; readonly to: string }
type Closed = { readonly key: string; readonly from: string; readonly until: string }
type Room = { readonly key: string; readonly id?: string; readonly name: string; readonly equipment: string }

/** Planning looks at the first five alone; on a Saturday a place can be open all the same, for what is made there by hand. */
const weekdays = [1, 2, 3, 4, 5, 6] as const
/** The most stretches of one day. */
const mostStretches = 2

/** A second stretch begins at least half an hour after the first, and leaves room for an end. */
const secondOf = ({ weekday, to }: Hours): Hours => {
  const hour = Math.min(Number(to.slice(0, 2)) + 1, 21)
  return { weekday, from: `${String(hour).padStart(2, '0')}:00`, to: `${String(Math.max(hour + 1, 17)).padStart(2, '0')}:00` }
}

/** When a place is open, when it is closed for once, and its rooms: saved as a whole. */
export const UseForm = ({ location, organisation, onSaved, onClose }: Props) => {
  const text = useText()
  const dates = useDates(organisation.zone)
  const save = useCommand(SetLocationUseDocument)
  const keys = useRef(0)
  const nextKey = () => `new ${++keys.current}`
  const [hours, setHours] = useState<readonly Hours[]>(location.hours.map(({ weekday, from, to }) => ({ weekday, from, to })))
  const [closed, setClosed] = useState<readonly Closed[]>(location.closed.filter(({ until }) => until >= organisation.today).map(({ from, until }) => ({ key: `${from} ${until}`, from, until })))
  const [rooms, setRooms] = useState<readonly Room[]>(location.rooms.map(({ id, name, equipment }) => ({ key: id, id, name, equipment: equipment.join(', ') })))
  const [tried, setTried] = useState(false)
  /** Holidays on which others are open, and this place isn't closed yet. */
  const free = organisation.holidays.filter(({ date, isClosed, isChosen }) => !isClosed && !isChosen && !closed.some(({ from, until }) => from <= date && date <= until))
  const isReversed = ({ from, to }: Pick<Hours, 'from' | 'to'>) => from === '' || to <= from
  const isUndated = ({ from, until }: Closed) => from === '' || until < from
  const change = <One extends { readonly key: string }>(list: readonly One[], key: string, part: Partial<One>): readonly One[] => list.map((one) => one.key === key ? { ...one, ...part } : one)
  const send = async (): Promise<void> => {
    setTried(true)
    if (hours.some(isReversed) || closed.some(isUndated) || rooms.some(({ name }) => name.trim() === '')) return
    const use = {
      hours: hours.map(({ weekday, from, to }) => ({ weekday, from, to })), closed: closed.map(({ from, until }) => ({ from, until })),
      rooms: rooms.map(({ id, name, equipment }) => ({ name: name.trim(), equipment: wordsOf(equipment), ...(id !== undefined && { id }) })),
    }
    if (!await save.run({ locationId: location.id, version: location.version, use })) return
    onSaved()
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('use.changeOf', { name: location.name })}>
      <form noValidate className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <fieldset className={styles['group']}>
          <legend>{text('use.hours')}</legend>
          <p className={styles['soft']}>{text('use.hoursHint')}</p>
          {weekdays.map((weekday) => {
            const day = dates.weekday(mondayFirst[weekday - 1] ?? '')
            const own = hours.filter((one) => one.weekday === weekday)
            return (
              <div key={weekday} role="group" aria-label={day} className={styles['row']}>
                <label className={fields['check']}><input type="checkbox" checked={own.length > 0} onChange={({ target }) => setHours(target.checked ? [...hours, { weekday, from: '08:00', to: '18:00' }] : hours.filter((one) => one.weekday !== weekday))} /> {day}</label>
                {own.map((one, index) => (
                  <div key={hours.indexOf(one)} className={styles['times']}>
                    {(['from', 'to'] as const).map((edge) => (
                      <Field key={edge} label={text(edge === 'from' ? 'use.openFrom' : 'use.openTo')} error={tried && edge === 'to' && isReversed(one) ? text('calendar.timesReversed') : undefined}>
                        {(control) => <input {...control} type="time" step={900} value={one[edge]} onChange={({ target }) => setHours(hours.map((other) => other === one ? { ...one, [edge]: target.value } : other))} />}
                      </Field>
                    ))}
                    {own.length > 1 && <Button kind="quiet" aria-label={text('organisation.removeOf', { what: text('use.dayTimes', { day, times: dates.times(one.from, one.to) }) })} onClick={() => setHours(hours.filter((other) => other !== one))}>{text('organisation.remove')}</Button>}
                    {index === own.length - 1 && own.length < mostStretches && <Button kind="quiet" aria-label={text('use.secondOf', { day })} onClick={() => setHours([...hours, secondOf(one)])}>{text('use.second')}</Button>}
                  </div>
                ))}
              </div>
            )
          })}
        </fieldset>
        <fieldset className={styles['group']}>
          <legend>{text('use.closed')}</legend>
          <p className={styles['soft']}>{text('use.closedHint')}</p>
          {closed.map((one) => (
            <div key={one.key} className={styles['closing']}>
              <div className={styles['times']}>
                <Field label={text('use.closedFrom')}>{(control) => <input {...control} type="date" value={one.from} onChange={({ target }) => setClosed(change(closed, one.key, { from: target.value, ...(target.value > one.until && { until: target.value }) }))} />}</Field>
                <Field label={text('use.closedUntil')} error={tried && isUndated(one) ? text('away.datesMissing') : undefined}>{(control) => <input {...control} type="date" min={one.from} value={one.until} onChange={({ target }) => setClosed(change(closed, one.key, { until: target.value }))} />}</Field>
                <Button kind="quiet" aria-label={text('organisation.removeOf', { what: one.from === '' ? text('use.closed') : dates.date(one.from) })} onClick={() => setClosed(closed.filter(({ key }) => key !== one.key))}>{text('organisation.remove')}</Button>
              </div>
              {!isUndated(one) && <ClosingTouches locationId={location.id} from={one.from} until={one.until} zone={organisation.zone} />}
            </div>
          ))}
          <div className={styles['buttons']}>
            <Button kind="secondary" onClick={() => setClosed([...closed, { key: nextKey(), from: '', until: '' }])}>{text('use.closedNew')}</Button>
          </div>
          {free.length > 0 && (
            <div className={styles['buttons']} role="group" aria-label={text('use.alsoClosed')}>
              <span className={styles['soft']}>{text('use.alsoClosed')}</span>
              {free.map(({ date, name }) => <Button key={date} kind="quiet" onClick={() => setClosed([...closed, { key: nextKey(), from: date, until: date }])}>{text('use.holiday', { name, day: dates.dayAndMonth(date) })}</Button>)}
            </div>
          )}
        </fieldset>
        <fieldset className={styles['group']}>
          <legend>{text('use.rooms')}</legend>
          <p className={styles['soft']}>{text('use.roomsHint')}</p>
          {rooms.map((room) => (
            <div key={room.key} className={styles['times']}>
              <Field label={text('use.room')} error={tried && room.name.trim() === '' ? text('elsewhere.missing') : undefined}>{(control) => <input {...control} dir="auto" maxLength={200} value={room.name} onChange={({ target }) => setRooms(change(rooms, room.key, { name: target.value }))} />}</Field>
              <Field label={text('use.equipment')} hint={text('use.equipmentHint')}>{(control) => <input {...control} dir="auto" value={room.equipment} onChange={({ target }) => setRooms(change(rooms, room.key, { equipment: target.value }))} />}</Field>
              <Button kind="quiet" aria-label={text('organisation.removeOf', { what: room.name === '' ? text('use.room') : room.name })} onClick={() => setRooms(rooms.filter(({ key }) => key !== room.key))}>{text('organisation.remove')}</Button>
            </div>
          ))}
          <div><Button kind="secondary" onClick={() => setRooms([...rooms, { key: nextKey(), name: '', equipment: '' }])}>{text('use.roomNew')}</Button></div>
        </fieldset>
        <SaidNo refusal={save.refusal} />
        <div className={styles['buttons']}>
          <Button type="submit" busy={save.busy}>{text('organisation.save')}</Button>
          <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
