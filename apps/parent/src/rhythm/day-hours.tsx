import { RadioCards } from '@samenspel/ui'
import { workdays } from '@samenspel/week-editing'
import { useState } from 'react'
import { usePageText } from '../texts.ts'
import styles from './day-hours.module.css'
import { TimeStepper } from './time-stepper.tsx'
import { useDays } from './use-days.ts'
import type { Limits } from './week.ts'

export type Hours = Limits['dayHours'][number]

/** Where nobody says otherwise: the hours of the planner itself. */
const widest = { from: '08:00', to: '21:00' } as const
const usual = { from: '09:00', to: '17:00' } as const

type Manner = 'any' | 'same' | 'each'
const mannerOf = (hours: readonly Hours[]): Manner => {
  if (hours.length === 0) return 'any'
  const [first] = hours
  return hours.length === workdays.length && hours.every(({ from, to }) => from === first?.from && to === first.to) ? 'same' : 'each'
}

/** From when to when a day of appointments may last: the whole day, each day alike, or day by day. */
export const DayHoursPart = ({ hours, onChange }: { readonly hours: readonly Hours[]; readonly onChange: (hours: readonly Hours[]) => void }) => {
  const text = usePageText()
  const days = useDays()
  const [manner, setManner] = useState(() => mannerOf(hours))
  const [first] = hours
  const of = (weekday: number): Omit<Hours, 'weekday'> => hours.find((one) => one.weekday === weekday) ?? widest
  const choose = (next: string): void => {
    const chosen = next as Manner
    setManner(chosen)
    const { from, to } = first ?? usual
    onChange(chosen === 'any' ? [] : workdays.map((weekday) => chosen === 'each' && hours.length > 0 ? { weekday, ...timesOf(of(weekday)) } : { weekday, from, to }))
  }
  return (
    <div className={styles['hours']}>
      <RadioCards
        name="hours" legend={text('limits.hours')} chosen={manner} onChoose={choose}
        options={[{ value: 'any', label: text('limits.hoursAny') }, { value: 'same', label: text('limits.hoursSame') }, { value: 'each', label: text('limits.hoursEach') }]}
      />
      {manner === 'same' && first !== undefined && <Times times={first} onChange={(times) => { onChange(workdays.map((weekday) => ({ weekday, ...times }))) }} />}
      {manner === 'each' && workdays.map((weekday) => (
        <fieldset key={weekday} className={styles['day']}>
          <legend>{days.full(weekday)}</legend>
          <Times times={of(weekday)} onChange={(times) => { onChange(workdays.map((day) => ({ weekday: day, ...timesOf(day === weekday ? times : of(day)) }))) }} />
        </fieldset>
      ))}
      {manner !== 'any' && <p className={styles['hint']}>{text('limits.hoursHint')}</p>}
    </div>
  )
}

type TimesOfDay = Omit<Hours, 'weekday'>
const timesOf = ({ from, to }: TimesOfDay): TimesOfDay => ({ from, to })

const Times = ({ times, onChange }: { readonly times: TimesOfDay; readonly onChange: (times: TimesOfDay) => void }) => {
  const text = usePageText()
  return (
    <>
      <div className={styles['times']}>
        <TimeStepper label={text('limits.notBefore')} time={times.from} onChange={(from) => { onChange({ ...timesOf(times), from }) }} />
        <TimeStepper label={text('limits.notAfter')} time={times.to} onChange={(to) => { onChange({ ...timesOf(times), to }) }} />
      </div>
      {times.from >= times.to && <p role="alert">{text('rhythm.reversed')}</p>}
    </>
  )
}
