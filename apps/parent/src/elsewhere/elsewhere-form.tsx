import { AddElsewhereAppointmentDocument, ChangeElsewhereAppointmentDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Field, Notice } from '@samenspel/ui'
import { useState } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import type { Appointment, Family } from '../family/model.ts'
import { useCommand } from '../family/use-command.ts'
import { useDraft } from '../family/use-draft.ts'
import { useJoin } from '../family/use-join.ts'
import { usePageText } from '../texts.ts'
import styles from './elsewhere-form.module.css'
import { going, inputOf, keptValues, lengths, missingIn, newValues, overlapping, valuesOf, ways, type Values } from './values.ts'

type Props = { readonly family: Family; readonly part: Appointment | undefined; readonly onSaved: () => void }

/** Day, time, where and who, as on a letter. What is filled in is kept until it is sent. */
export const ElsewhereForm = ({ family, part, onSaved }: Props) => {
  const text = usePageText()
  const join = useJoin()
  const { me, now } = useFamilyView()
  const first = part === undefined ? newValues(family, me) : valuesOf(part)
  const draft = useDraft(family.id, part === undefined ? 'elsewhere' : `elsewhere-${part.id}`)
  const values = keptValues(draft.text, first) ?? first
  const [isTried, setIsTried] = useState(false)
  const adding = useCommand(AddElsewhereAppointmentDocument)
  const changing = useCommand(ChangeElsewhereAppointmentDocument)
  const state = part === undefined ? adding.state : changing.state
  const isBusy = state.kind === 'busy'
  const set = (some: Partial<Values>) => { draft.write(JSON.stringify({ ...values, ...some })) }
  const missing = isTried ? missingIn(values) : []
  const errorOf = (field: 'label' | 'date' | 'start' | 'place') => missing.includes(field) ? text('elsewhere.missing') : undefined
  const known = [...new Map(family.bundles.flatMap(({ parts }) => parts).flatMap(({ place }) => place === null ? [] : [[place.id, place.name] as const])).entries()]
  const beside = overlapping(family, values, part?.id)

  const submit = async () => {
    setIsTried(true)
    if (isBusy || missingIn(values).length > 0) return
    const input = inputOf(values)
    const done = part === undefined ? await adding.send({ familyId: family.id, input }) : await changing.send({ familyId: family.id, appointmentId: part.id, input })
    if (done === undefined) return
    draft.drop()
    onSaved()
  }

  return (
    <form noValidate className={styles['form']} onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <Field label={text('elsewhere.label')} hint={text('elsewhere.labelHint')} error={errorOf('label')}>
        {(control) => <input {...control} dir="auto" maxLength={200} value={values.label} onChange={(event) => { set({ label: event.target.value }) }} />}
      </Field>
      <div className={styles['pair']}>
        <Field label={text('elsewhere.date')} error={errorOf('date')}>{(control) => <input {...control} type="date" min={now.date} value={values.date} onChange={(event) => { set({ date: event.target.value }) }} />}</Field>
        <Field label={text('elsewhere.start')} error={errorOf('start')}>{(control) => <input {...control} type="time" value={values.start} onChange={(event) => { set({ start: event.target.value }) }} />}</Field>
      </div>
      <Field label={text('elsewhere.length')}>
        {(control) => (
          <select {...control} value={values.minutes} onChange={(event) => { set({ minutes: Number(event.target.value) }) }}>
            {[...new Set([...lengths, values.minutes])].sort((a, b) => a - b).map((minutes) => <option key={minutes} value={minutes}>{lengthIn(text, minutes)}</option>)}
          </select>
        )}
      </Field>
      <Field label={text('elsewhere.where')}>
        {(control) => (
          <select {...control} value={values.where} onChange={(event) => { set({ where: event.target.value }) }}>
            <option value="ONSITE">{text('elsewhere.where.written')}</option>
            {known.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
            <option value="HOME">{text('elsewhere.where.home')}</option>
            <option value="DIGITAL">{text('elsewhere.where.digital')}</option>
          </select>
        )}
      </Field>
      {values.where === 'ONSITE' && (
        <>
          <Field label={text('elsewhere.place')} error={errorOf('place')}>{(control) => <input {...control} dir="auto" maxLength={200} value={values.place} onChange={(event) => { set({ place: event.target.value }) }} />}</Field>
          <Field label={text('elsewhere.travel')}>
            {(control) => (
              <select {...control} value={values.travel} onChange={(event) => { set({ travel: Number(event.target.value) }) }}>
                {[...new Set([...ways, values.travel])].sort((a, b) => a - b).map((count) => <option key={count} value={count}>{text('elsewhere.minutes', { count })}</option>)}
              </select>
            )}
          </Field>
        </>
      )}
      <fieldset className={styles['checks']}>
        <legend className={styles['legend']}>{text('elsewhere.who')}</legend>
        {going(family).map(({ id, firstName }) => (
          <label key={id} className={styles['check']}>
            <input type="checkbox" checked={values.attendees.includes(id)} onChange={(event) => { set({ attendees: going(family).map((one) => one.id).filter((one) => one === id ? event.target.checked : values.attendees.includes(one)) }) }} />
            {id === me.id ? text('visit.you') : firstName}
          </label>
        ))}
        {missing.includes('attendees') && <p role="alert">{text('elsewhere.nobody')}</p>}
      </fieldset>
      <label className={styles['check']}><input type="checkbox" checked={values.self} onChange={(event) => { set({ self: event.target.checked }) }} />{text('elsewhere.self')}</label>
      {draft.isKept && <p className={styles['hint']}>{text('state.draftKept')}</p>}
      <Notice tone="wait">{beside.length > 0 && text('elsewhere.overlaps', { what: join(beside.map(({ label }) => label)) })}</Notice>
      <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      <Button type="submit" wide busy={isBusy}>{text('elsewhere.save')}</Button>
    </form>
  )
}

const lengthIn = (text: ReturnType<typeof usePageText>, minutes: number): string => {
  if (minutes === 90) return text('elsewhere.hourAndHalf')
  if (minutes === 240) return text('elsewhere.halfDay')
  return minutes % 60 === 0 ? text('elsewhere.hours', { count: minutes / 60 }) : text('elsewhere.minutes', { count: minutes })
}
