import { Button, Field, Notice } from '@samenspel/ui'
import type { Door } from './door.ts'
import { ChildFields, ParentFields, useDoorText, WhoFields, type FieldsProps } from './fields.tsx'
import { ages } from './form.ts'
import { looksLikeNames } from './looks-like-a-name.ts'
import { Part } from './refer-form.tsx'
import styles from './referring.module.css'

type Props = FieldsProps & { readonly door: Door; readonly no: string | undefined; readonly busy: boolean; readonly onSend: () => void }

/** Asks a specialist without saying whose question it is, or with names when a parent agreed to that (C-12). */
export const AskForm = ({ door, form, change, no, busy, onSend }: Props) => {
  const text = useDoorText()
  const found = form.isNamed ? [] : looksLikeNames(form.question)
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!busy) onSend() }}>
      <Part name="question" title={text('door.question')}>
        <Field label={text('door.question')} hint={form.isNamed ? undefined : text('door.question.hint')}>{(control) => <textarea {...control} required rows={6} maxLength={10_000} dir="auto" value={form.question} onChange={(event) => change({ question: event.target.value })} />}</Field>
        <Notice tone="wait">{found.length > 0 && text('door.question.looks', { found: found.join(', ') })}</Notice>
        <Field label={text('door.question.age')}>
          {(control) => (
            <select {...control} value={form.age} onChange={(event) => change({ age: event.target.value })}>
              <option value="">{text('door.question.age.unknown')}</option>
              {ages.map((value) => <option key={value} value={value}>{text(`door.question.age.${value}`)}</option>)}
            </select>
          )}
        </Field>
      </Part>
      <Part name="who" title={text('door.who')}><WhoFields form={form} change={change} door={door} /></Part>
      <Part name="named" title={text('door.family')}>
        <label className={styles['tick']}><input type="checkbox" checked={form.isNamed} onChange={() => change({ isNamed: !form.isNamed })} /><span>{text('door.question.named')}</span></label>
        {form.isNamed && (
          <>
            <ChildFields form={form} change={change} />
            <ParentFields form={form} change={change} asks={false} />
            <div className={styles['pair']}>
              <Field label={text('door.question.how')} hint={text('door.question.howHint')}>{(control) => <input {...control} required maxLength={200} value={form.how} onChange={(event) => change({ how: event.target.value })} />}</Field>
              <Field label={text('door.question.on')}>{(control) => <input {...control} type="date" required value={form.on} onChange={(event) => change({ on: event.target.value })} />}</Field>
            </div>
          </>
        )}
      </Part>
      <Notice tone="stop">{no}</Notice>
      <div className={styles['row']}><Button type="submit" busy={busy}>{text('door.question.send')}</Button></div>
    </form>
  )
}
