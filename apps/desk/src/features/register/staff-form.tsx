import { AddStaffDocument, ChangeStaffDocument, type Discipline } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import fields from '../../parts/fields.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import styles from './register.module.css'
import type { Register, StaffMember } from './register.ts'

type Props = { readonly register: Register; /** Absent for somebody new. */ readonly member?: StaffMember; /** With what is to be said of it, once it was saved. */ readonly onClose: (said?: string) => void }

const disciplines = ['IMH_SPECIALIST', 'DAY_CENTRE', 'HOSPITAL', 'YOUTH_CARE', 'ADULT_MENTAL_HEALTH', 'GP', 'MIDWIFE', 'CHILD_HEALTH_CLINIC', 'HOME_SUPPORT', 'NEIGHBOURHOOD_TEAM', 'JUVENILE_COURT'] as const satisfies readonly Discipline[]

/** What the organisation keeps of somebody who works there. */
export const StaffForm = ({ register, member, onClose }: Props) => {
  const text = useText()
  const add = useCommand(AddStaffDocument)
  const change = useCommand(ChangeStaffDocument)
  const command = member === undefined ? add : change
  const [values, setValues] = useState({
    name: member?.name ?? '', title: member?.title ?? '', discipline: member?.discipline ?? register.discipline, email: member?.email ?? '', phone: member?.phone ?? '', from: member?.from ?? '',
    languages: member?.languages.map(({ tag }) => tag) ?? [], places: member?.places ?? [],
  })
  const [tried, setTried] = useState(false)
  const set = (part: Partial<typeof values>) => setValues({ ...values, ...part })
  const missing = (value: string) => tried && value.trim() === '' ? text('register.missing') : undefined
  const send = async (): Promise<void> => {
    setTried(true)
    if (values.name.trim() === '' || values.title.trim() === '') return
    const { email, phone, from, ...rest } = values
    const input = { ...rest, email: email.trim() === '' ? null : email, phone: phone.trim() === '' ? null : phone, from: from === '' ? null : from }
    if (member === undefined ? await add.run({ input }) : await change.run({ personId: member.id, version: member.version, input })) onClose(member === undefined ? text('register.added', { name: values.name.trim() }) : text('register.saved'))
  }
  // A place that was closed is shown only to who still works there.
  const places = register.locations.filter(({ id, until }) => until === null || until >= register.today || values.places.includes(id))
  return (
    <Dialog isOpen onClose={() => onClose()} title={member === undefined ? text('register.add') : text('register.changeOf', { name: member.name })}>
      <form noValidate className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        <Field label={text('register.name')} hint={text('register.name.hint')} error={missing(values.name)}>{(control) => <input {...control} required dir="auto" maxLength={200} autoComplete="off" value={values.name} onChange={({ target }) => set({ name: target.value })} />}</Field>
        <Field label={text('register.function')} hint={text('register.function.hint')} error={missing(values.title)}>{(control) => <input {...control} required dir="auto" maxLength={200} autoComplete="off" value={values.title} onChange={({ target }) => set({ title: target.value })} />}</Field>
        <Field label={text('register.discipline')} hint={text('register.discipline.hint')}>
          {(control) => <select {...control} value={values.discipline} disabled={member?.isSelf === true} onChange={({ target }) => set({ discipline: target.value as Discipline })}>{disciplines.map((one) => <option key={one} value={one}>{text(`discipline.${one}`)}</option>)}</select>}
        </Field>
        <Field label={text('register.email')} hint={text('register.email.hint')}>{(control) => <input {...control} type="email" maxLength={200} autoComplete="off" value={values.email} onChange={({ target }) => set({ email: target.value })} />}</Field>
        <div className={fields['fields']}>
          <Field label={text('register.phone')}>{(control) => <input {...control} type="tel" maxLength={200} autoComplete="off" value={values.phone} onChange={({ target }) => set({ phone: target.value })} />}</Field>
          <Field label={text('register.firstDay')}>{(control) => <input {...control} type="date" value={values.from} onChange={({ target }) => set({ from: target.value })} />}</Field>
        </div>
        <Field label={text('register.languages.add')} hint={text('register.languages.hint')}>
          {(control) => (
            <select {...control} value="" onChange={({ target }) => { if (target.value !== '') set({ languages: [...values.languages, target.value] }) }}>
              <option value="">{text('register.languages.choose')}</option>
              {register.languages.filter(({ tag }) => !values.languages.includes(tag)).map(({ tag, name }) => <option key={tag} value={tag}>{name}</option>)}
            </select>
          )}
        </Field>
        {values.languages.length > 0 && (
          <ul className={styles['chosen']} aria-label={text('register.languages')}>
            {values.languages.map((tag) => {
              const name = register.languages.find((one) => one.tag === tag)?.name ?? tag
              return <li key={tag}>{name}<Button kind="quiet" aria-label={text('register.languages.remove', { name })} onClick={() => set({ languages: values.languages.filter((one) => one !== tag) })}><span aria-hidden="true">×</span></Button></li>
            })}
          </ul>
        )}
        {places.length > 0 && (
          <fieldset className={fields['checks']}>
            <legend>{text('register.places')}</legend>
            {places.map(({ id, name }) => <label key={id}><input type="checkbox" checked={values.places.includes(id)} onChange={({ target }) => set({ places: target.checked ? [...values.places, id] : values.places.filter((one) => one !== id) })} /> {name}</label>)}
          </fieldset>
        )}
        <SaidNo refusal={command.refusal} />
        <div className={styles['actions']}>
          <Button type="submit" busy={command.busy}>{text('organisation.save')}</Button>
          <Button kind="quiet" onClick={() => onClose()}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
