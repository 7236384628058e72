import { moved } from '@samenspel/week-editing'
import { useId } from 'react'
import { usePageText } from '../texts.ts'
import styles from './time-stepper.module.css'

const step = 15

/** A time of day: a quarter of an hour earlier or later with a tap, or typed. */
export const TimeStepper = ({ label, time, onChange }: { readonly label: string; readonly time: string; readonly onChange: (time: string) => void }) => {
  const text = usePageText()
  const id = useId()
  return (
    <div className={styles['stepper']}>
      <label htmlFor={id} className={styles['label']}>{label}</label>
      <div className={styles['row']}>
        <button type="button" className={styles['step']} aria-label={text('rhythm.earlier', { what: label })} onClick={() => { onChange(moved(time, -step)) }}>−</button>
        <input id={id} type="time" step={step * 60} className={styles['time']} value={time} onChange={({ target }) => { if (target.value !== '') onChange(target.value) }} />
        <button type="button" className={styles['step']} aria-label={text('rhythm.later', { what: label })} onClick={() => { onChange(moved(time, step)) }}>+</button>
      </div>
    </div>
  )
}
