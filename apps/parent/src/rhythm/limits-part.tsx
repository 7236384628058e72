import { SetLimitsDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Field, Notice, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import { DayHoursPart } from './day-hours.tsx'
import type { Limits } from './week.ts'
import styles from './week-editor.module.css'

const numbers = { tripsPerWeek: [0, 1, 2, 3, 4, 5], eveningsPerWeek: [0, 1, 2, 3], appointmentsPerDay: [1, 2, 3, 4], waitMinutes: [15, 30, 45, 60, 90] } as const
type Limit = keyof typeof numbers
const contacts = [1, 2, 3, 4, 5, 6, 8, 10]
const words = { tripsPerWeek: 'limits.trips', eveningsPerWeek: 'limits.evenings', appointmentsPerDay: 'limits.perDay', waitMinutes: 'limits.wait' } as const satisfies Record<Limit, string>

/** What is sent when somebody saves: everything that stands, so that nothing falls away that this page doesn't ask. */
const wishesOf = ({ childMinutesPerDay, appointmentsPerDay, tripsPerWeek, eveningsPerWeek, waitMinutes, homeMinutes, contactsPerWeek, motherMinutesPerDay, dayHours, sitter, withoutCar }: Limits, me: string) => ({
  childMinutesPerDay, appointmentsPerDay, tripsPerWeek, eveningsPerWeek, waitMinutes, homeMinutes, contactsPerWeek, motherMinutesPerDay, sitter, ownCar: !withoutCar.includes(me),
  dayHours: dayHours.map(({ weekday, from, to }) => ({ weekday, from, to })),
})

/** The most that a family wants to carry, in plain words. */
export const LimitsPart = ({ familyId, limits }: { readonly familyId: string; readonly limits: Limits }) => {
  const text = usePageText()
  const { version } = limits
  const { me } = useFamilyView()
  const stands = wishesOf(limits, me.id)
  const [changed, setChanged] = useState<Partial<typeof stands>>({})
  const { state, send } = useCommand(SetLimitsDocument)
  const wanted = { ...stands, ...changed }
  const isReversed = wanted.dayHours.some(({ from, to }) => from >= to)
  const isChanged = JSON.stringify(wanted) !== JSON.stringify(stands)
  const save = async () => {
    if (state.kind === 'busy' || isReversed) return
    const done = await send({ familyId, version, limits: wanted })
    if (done !== undefined) setChanged({})
  }
  const say = (limit: Limit, count: number) => limit === 'waitMinutes' ? text('limits.minutes', { count }) : count === 0 ? text('limits.none') : text('limits.most', { count })
  return (
    <form className={styles['editor']} onSubmit={(event) => { event.preventDefault(); void save() }}>
      <h2 className={styles['title']}>{text('limits.intro')}</h2>
      {(Object.keys(numbers) as Limit[]).map((limit) => (
        <Field key={limit} label={text(words[limit])}>
          {(control) => (
            <select {...control} value={wanted[limit]} onChange={({ target }) => { setChanged({ ...changed, [limit]: Number(target.value) }) }}>
              {[...new Set<number>([...numbers[limit], stands[limit]])].toSorted((a, b) => a - b).map((count) => <option key={count} value={count}>{say(limit, count)}</option>)}
            </select>
          )}
        </Field>
      ))}
      <Field label={text('limits.contacts')} hint={text('limits.contactsHint')}>
        {(control) => (
          <select {...control} value={wanted.contactsPerWeek ?? ''} onChange={({ target }) => { setChanged({ ...changed, contactsPerWeek: target.value === '' ? null : Number(target.value) }) }}>
            <option value="">{text('limits.noMost')}</option>
            {[...new Set([...contacts, ...(stands.contactsPerWeek === null ? [] : [stands.contactsPerWeek])])].toSorted((a, b) => a - b).map((count) => <option key={count} value={count}>{text('limits.most', { count })}</option>)}
          </select>
        )}
      </Field>
      <DayHoursPart key={version} hours={wanted.dayHours} onChange={(dayHours) => { setChanged({ ...changed, dayHours: [...dayHours] }) }} />
      <RadioCards
        name="sitter" inline legend={text('limits.sitter')} chosen={wanted.sitter ? 'yes' : 'no'} onChoose={(answer) => { setChanged({ ...changed, sitter: answer === 'yes' }) }}
        options={[{ value: 'yes', label: text('limits.sitterYes') }, { value: 'no', label: text('limits.sitterNo') }]}
      />
      <RadioCards
        name="car" inline legend={text('limits.car')} chosen={wanted.ownCar ? 'yes' : 'no'} onChoose={(answer) => { setChanged({ ...changed, ownCar: answer === 'yes' }) }}
        options={[{ value: 'yes', label: text('limits.carYes') }, { value: 'no', label: text('limits.carNo') }]}
      />
      <Notice tone={state.kind === 'failed' ? 'stop' : 'ok'}>{state.kind === 'failed' ? state.reason ?? text('action.failed') : state.kind === 'done' && !isChanged && text('limits.saved')}</Notice>
      <Button type="submit" wide busy={state.kind === 'busy'}>{text('limits.save')}</Button>
    </form>
  )
}
