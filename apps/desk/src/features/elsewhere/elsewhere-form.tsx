import { AddElsewhereAppointmentDocument, ChangeElsewhereAppointmentDocument, type AppointmentPartsFragment, type Category, type Modality } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, Notice, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { firstNameOf } from '../../parts/members.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import fields from '../../parts/fields.module.css'
import type { FamilyWithAgenda } from './family-with-agenda.ts'
import styles from './elsewhere.module.css'

const categories = ['MEDICAL', 'MENTAL_HEALTH', 'DEVELOPMENT', 'SOCIAL', 'PLANNING'] as const satisfies readonly Category[]

type Props = { readonly family: FamilyWithAgenda; readonly part: AppointmentPartsFragment | undefined; readonly onClose: () => void }

const minutesBetween = (from: string | null, to: string | null): number => {
  const minutes = (time: string | null) => Number((time ?? '0:0').split(':')[0]) * 60 + Number((time ?? '0:0').split(':')[1])
  return minutes(to) - minutes(from)
}

type Values = {
  readonly label: string; readonly date: string; readonly start: string; readonly minutes: string; readonly where: string; readonly place: string; readonly travel: string
  readonly category: Category; readonly self: boolean; readonly attendees: readonly string[]
}

const valuesOf = (part: AppointmentPartsFragment | undefined, child: string | undefined): Values => ({
  label: part?.label ?? '', date: part?.date ?? '', start: part?.start ?? '', minutes: part === undefined ? '30' : String(minutesBetween(part.start, part.end)),
  where: part === undefined ? 'ONSITE' : part.place?.id ?? part.modality, place: part?.elsewhere?.place ?? '', travel: String(part?.elsewhere?.travelMinutes ?? 30), category: part?.elsewhere?.category ?? 'MEDICAL',
  self: part?.elsewhere?.selfArranged ?? false, attendees: part?.attendees ?? (child === undefined ? [] : [child]),
})

/** An appointment from a letter: what, when, where and who, on one screen. */
export const ElsewhereForm = ({ family, part, onClose }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const nameOf = firstNameOf(family.members)
  const going = family.members.filter((member) => member.role !== 'UNBORN_CHILD' && member.isErased !== true)
  const [values, setValues] = useState(valuesOf(part, family.members.find((member) => member.isIndexChild && member.role === 'CHILD')?.id))
  const [tried, setTried] = useState(false)
  const add = useCommand(AddElsewhereAppointmentDocument)
  const change = useCommand(ChangeElsewhereAppointmentDocument)
  const set = (some: Partial<Values>) => setValues({ ...values, ...some })
  const known = [...new Map(family.bundles.flatMap((bundle) => bundle.parts).flatMap(({ place }) => place === null ? [] : [[place.id, place.name] as const])).entries()]
  const isWritten = values.where === 'ONSITE'
  const missing = (value: string) => tried && value.trim() === '' ? text('elsewhere.missing') : undefined
  const end = endOf(values.start, Number(values.minutes))
  const overlapping = values.date === '' || end === undefined ? [] : family.bundles.flatMap((bundle) => bundle.parts).filter((other) => other.id !== part?.id && other.status === 'CONFIRMED' && other.date === values.date
    && other.start !== null && other.end !== null && other.start < end && values.start < other.end && other.attendees.some((id) => values.attendees.includes(id)))

  const send = async (): Promise<void> => {
    setTried(true)
    if (values.label.trim() === '' || values.date === '' || values.start === '' || values.attendees.length === 0 || (isWritten && values.place.trim() === '')) return
    const modality: Modality = values.where === 'HOME' || values.where === 'DIGITAL' ? values.where : 'ONSITE'
    const input = {
      label: values.label, date: values.date, start: values.start, minutes: Number(values.minutes), modality, attendees: values.attendees, category: values.category, selfArranged: values.self,
      ...(isWritten ? { place: values.place, travelMinutes: Number(values.travel) } : modality === 'ONSITE' && { placeId: values.where }),
    }
    const done = part === undefined ? await add.run({ familyId: family.id, input }) : await change.run({ familyId: family.id, appointmentId: part.id, input })
    if (done) onClose()
  }

  return (
    <Dialog isOpen onClose={onClose} title={text('elsewhere.title')}>
      <form noValidate className={styles['stack']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <Field label={text('elsewhere.label')} error={missing(values.label)}>{(control) => <input {...control} dir="auto" maxLength={200} value={values.label} onChange={(event) => set({ label: event.target.value })} />}</Field>
        <div className={fields['fields']}>
          <Field label={text('elsewhere.date')} error={missing(values.date)}>{(control) => <input {...control} type="date" min={dates.today()} value={values.date} onChange={(event) => set({ date: event.target.value })} />}</Field>
          <Field label={text('elsewhere.start')} error={missing(values.start)}>{(control) => <input {...control} type="time" value={values.start} onChange={(event) => set({ start: event.target.value })} />}</Field>
          <Field label={text('elsewhere.minutes')}>{(control) => <input {...control} type="number" min={5} max={720} step={5} value={values.minutes} onChange={(event) => set({ minutes: event.target.value })} />}</Field>
        </div>
        <fieldset className={fields['checks']}>
          <legend>{text('elsewhere.who')}</legend>
          {going.map(({ id }) => (
            <label key={id}><input type="checkbox" checked={values.attendees.includes(id)} onChange={(event) => set({ attendees: going.filter((one) => one.id === id ? event.target.checked : values.attendees.includes(one.id)).map((one) => one.id) })} /> {nameOf(id)}</label>
          ))}
          {tried && values.attendees.length === 0 && <p className={fields['error']} role="alert">{text('elsewhere.nobody')}</p>}
        </fieldset>
        <Field label={text('elsewhere.where')}>
          {(control) => (
            <select {...control} value={values.where} onChange={(event) => set({ where: event.target.value })}>
              <option value="ONSITE">{text('elsewhere.where.written')}</option>
              {known.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
              <option value="HOME">{text('elsewhere.where.home')}</option>
              <option value="DIGITAL">{text('elsewhere.where.digital')}</option>
            </select>
          )}
        </Field>
        {isWritten && (
          <div className={fields['fields']}>
            <Field label={text('elsewhere.place')} error={missing(values.place)}>{(control) => <input {...control} dir="auto" maxLength={200} value={values.place} onChange={(event) => set({ place: event.target.value })} />}</Field>
            <Field label={text('elsewhere.travel')}>{(control) => <input {...control} type="number" min={0} max={240} step={5} value={values.travel} onChange={(event) => set({ travel: event.target.value })} />}</Field>
          </div>
        )}
        <Field label={text('elsewhere.category')} hint={text('elsewhere.categoryHint')}>
          {(control) => <select {...control} value={values.category} onChange={(event) => set({ category: event.target.value as Category })}>{categories.map((category) => <option key={category} value={category}>{text(`category.${category}`)}</option>)}</select>}
        </Field>
        <label className={fields['check']}><input type="checkbox" checked={values.self} onChange={(event) => set({ self: event.target.checked })} /> {text('elsewhere.self')}</label>
        <Notice tone="wait">{overlapping.length > 0 && text('elsewhere.overlaps', { what: overlapping.map(({ label }) => label).join(', ') })}</Notice>
        <SaidNo refusal={add.refusal ?? change.refusal} />
        <div className={styles['row']}>
          <Button type="submit" busy={add.busy || change.busy}>{text('elsewhere.save')}</Button>
          <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** When it ends; nothing while no time is chosen, or when it would run past midnight. */
const endOf = (start: string, minutes: number): string | undefined => {
  const [hour = NaN, minute = NaN] = start.split(':').map(Number)
  const end = hour * 60 + minute + minutes
  return Number.isNaN(end) || end >= 24 * 60 ? undefined : `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
}
