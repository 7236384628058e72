import { SetLimitsDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field, Notice, useDates } from '@samenspel/ui'
import { workdays } from '@samenspel/week-editing'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import fields from '../../parts/fields.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { SaidBy } from './said-by.tsx'
import { mondayFirst, parentsOf, type Limits, type WeekFamily } from './week.ts'
import styles from './week.module.css'

type Props = { readonly family: WeekFamily; readonly limits: Limits; readonly readAgain: () => void }

/** What is asked in minutes or as a count, with the least, the most and the step. */
const counts = {
  tripsPerWeek: [0, 14, 1], eveningsPerWeek: [0, 7, 1], appointmentsPerDay: [1, 8, 1], childMinutesPerDay: [15, 480, 15], waitMinutes: [0, 180, 5], homeMinutes: [0, 240, 5],
} as const
type Count = keyof typeof counts

/** What stands, to be changed: everything that is saved goes back, so that nothing falls away unseen. */
const valuesOf = ({ childMinutesPerDay, appointmentsPerDay, tripsPerWeek, eveningsPerWeek, waitMinutes, homeMinutes, contactsPerWeek, motherMinutesPerDay, dayHours, sitter, withoutCar }: Limits) => ({
  childMinutesPerDay, appointmentsPerDay, tripsPerWeek, eveningsPerWeek, waitMinutes, homeMinutes, contactsPerWeek, motherMinutesPerDay, sitter, withoutCar: [...withoutCar],
  dayHours: dayHours.map(({ weekday, from, to }) => ({ weekday, from, to })),
})

/** What a family wants to carry, typed in after the word of a parent. */
export const LimitsForm = ({ family, limits, readAgain }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const stands = valuesOf(limits)
  const [changed, setChanged] = useState<Partial<typeof stands>>({})
  const [told, setTold] = useState<string>()
  const [done, setDone] = useState(false)
  const save = useCommand(SetLimitsDocument)
  const values = { ...stands, ...changed }
  const isChanged = JSON.stringify(values) !== JSON.stringify(stands)
  const set = (some: Partial<typeof stands>): void => { setDone(false); setChanged({ ...changed, ...some }) }
  const isReversed = values.dayHours.some(({ from, to }) => from >= to)
  const isExpecting = family.members.some(({ role }) => role === 'UNBORN_CHILD')
  const hoursOn = (weekday: number) => values.dayHours.find((one) => one.weekday === weekday)
  const setHours = (weekday: number, times: { readonly from: string; readonly to: string } | undefined): void =>
    set({ dayHours: [...values.dayHours.filter((one) => one.weekday !== weekday), ...(times === undefined ? [] : [{ weekday, ...times }])].toSorted((a, b) => a.weekday - b.weekday) })

  const send = async (): Promise<void> => {
    if (told === undefined || isReversed) return
    const isSaved = await save.run({ familyId: family.id, version: limits.version, limits: values, saidBy: told })
    readAgain()
    if (!isSaved) return
    setDone(true)
    setChanged({})
  }
  const perhaps = (field: 'contactsPerWeek' | 'motherMinutesPerDay', most: number, step: number) => (
    <Field label={text(`limits.${field}`)} hint={text('limits.openHint')}>
      {(control) => <input {...control} type="number" min={step} max={most} step={step} value={values[field] ?? ''} onChange={({ target }) => set({ [field]: target.value === '' ? null : Number(target.value) })} />}
    </Field>
  )
  return (
    <Section title={text('limits.title')}>
      <form className={styles['stack']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <div className={styles['counts']}>
          {(Object.keys(counts) as Count[]).map((count) => {
            const [min, max, step] = counts[count]
            return <Field key={count} label={text(`limits.${count}`)}>{(control) => <input {...control} type="number" required min={min} max={max} step={step} value={values[count]} onChange={({ target }) => set({ [count]: Number(target.value) })} />}</Field>
          })}
          {perhaps('contactsPerWeek', 40, 1)}
          {(isExpecting || values.motherMinutesPerDay !== null) && perhaps('motherMinutesPerDay', 480, 15)}
        </div>
        <fieldset className={styles['hours']}>
          <legend>{text('limits.hours')}</legend>
          <p className={styles['soft']}>{text('limits.hoursHint')}</p>
          {workdays.map((weekday) => {
            const hours = hoursOn(weekday)
            const day = dates.weekday(mondayFirst[weekday - 1] ?? '')
            return (
              <div key={weekday} role="group" aria-label={day} className={styles['hour']}>
                <label className={fields['check']}><input type="checkbox" checked={hours !== undefined} onChange={({ target }) => setHours(weekday, target.checked ? { from: '09:00', to: '17:00' } : undefined)} /> {day}</label>
                {hours !== undefined && (['from', 'to'] as const).map((edge) => (
                  <Field key={edge} label={text(`limits.${edge}`)}>
                    {(control) => <input {...control} type="time" step={900} value={hours[edge]} onChange={({ target }) => { if (target.value !== '') setHours(weekday, { from: hours.from, to: hours.to, [edge]: target.value }) }} />}
                  </Field>
                ))}
                {hours !== undefined && hours.from >= hours.to && <span className={fields['error']} role="alert">{text('week.reversed')}</span>}
              </div>
            )
          })}
        </fieldset>
        <label className={fields['check']}><input type="checkbox" checked={values.sitter} onChange={({ target }) => set({ sitter: target.checked })} /> {text('limits.sitter')}</label>
        {parentsOf(family).map(({ id, firstName }) => (
          <label key={id} className={fields['check']}>
            <input type="checkbox" checked={values.withoutCar.includes(id)} onChange={({ target }) => set({ withoutCar: target.checked ? [...values.withoutCar, id] : values.withoutCar.filter((one) => one !== id) })} /> {text('limits.withoutCar', { name: firstName })}
          </label>
        ))}
        {isChanged && <SaidBy family={family} chosen={told} onChoose={setTold} />}
        <SaidNo refusal={save.refusal} />
        <Notice tone="ok">{done && text('limits.saved')}</Notice>
        <div className={styles['row']}><Button type="submit" busy={save.busy} disabled={!isChanged || told === undefined}>{text('limits.save')}</Button></div>
      </form>
    </Section>
  )
}
