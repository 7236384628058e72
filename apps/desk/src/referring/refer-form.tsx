import { Button, Field, Notice, RadioCards } from '@samenspel/ui'
import { useId, type ReactNode } from 'react'
import type { Door } from './door.ts'
import { ChildFields, Optional, ParentFields, SeenFields, useDoorText, WhoFields, type FieldsProps } from './fields.tsx'
import { partsDone, urgencies } from './form.ts'
import styles from './referring.module.css'

type Props = FieldsProps & { readonly door: Door; readonly no: string | undefined; readonly busy: boolean; readonly onSend: () => void; readonly onAsk: () => void }

const parts = ['who', 'family', 'seen', 'words'] as const

/** Refers a family, on one page: four parts, each of which says whether it is filled in. */
export const ReferForm = ({ door, form, change, no, busy, onSend, onAsk }: Props) => {
  const text = useDoorText()
  const done = partsDone(form, door.sender !== undefined)
  const nobodyAgrees = form.parents.every(({ agrees }) => agrees !== '' && agrees !== 'yes')
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!busy && !nobodyAgrees) onSend() }}>
      <ol className={styles['progress']} aria-label={text('door.parts')}>
        {parts.map((part) => (
          <li key={part} data-done={done[part]}><a href={`#deel-${part}`} onClick={(event) => { event.preventDefault(); document.getElementById(`deel-${part}`)?.focus() }}>{text(`door.${part}`)}</a> <span className={styles['soft']}>{text(done[part] ? 'door.part.done' : 'door.part.todo')}</span></li>
        ))}
      </ol>
      <Part name="who" title={text('door.who')}><WhoFields form={form} change={change} door={door} /></Part>
      <Part name="family" title={text('door.family')}>
        <ChildFields form={form} change={change} />
        <ParentFields form={form} change={change} asks />
        <Notice tone="wait">{nobodyAgrees && <>{text('door.parent.noneAgrees')} <Button kind="secondary" onClick={onAsk}>{text('door.parent.toAsk')}</Button></>}</Notice>
      </Part>
      <Part name="seen" title={text('door.seen')}>
        <p className={styles['soft']}>{text('door.seenHint')}</p>
        <SeenFields form={form} change={change} />
      </Part>
      <Part name="words" title={text('door.words')}>
        <Field label={<>{text('door.words.family')} <Optional /></>} hint={text('door.words.familyHint')}>{(control) => <textarea {...control} rows={2} maxLength={10_000} dir="auto" value={form.family} onChange={(event) => change({ family: event.target.value })} />}</Field>
        <Field label={<>{text('door.words.story')} <Optional /></>}>{(control) => <textarea {...control} rows={4} maxLength={10_000} dir="auto" value={form.story} onChange={(event) => change({ story: event.target.value })} />}</Field>
        <RadioCards name="urgency" legend={text('door.urgency')} chosen={form.urgency} onChoose={(urgency) => change({ urgency })} options={urgencies.map((value) => ({ value, label: text(`door.urgency.${value}`) }))} />
        {form.urgency !== 'ordinary' && <Field label={text('door.urgency.reason')}>{(control) => <textarea {...control} required rows={2} maxLength={10_000} dir="auto" value={form.urgencyReason} onChange={(event) => change({ urgencyReason: event.target.value })} />}</Field>}
      </Part>
      <Notice tone="stop">{no}</Notice>
      <div className={styles['row']}><Button type="submit" busy={busy || nobodyAgrees}>{text('door.send')}</Button></div>
    </form>
  )
}

export const Part = ({ name, title, children }: { readonly name: string; readonly title: string; readonly children: ReactNode }) => {
  const heading = useId()
  return (
    <section className={styles['part']} aria-labelledby={heading} id={`deel-${name}`} tabIndex={-1}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  )
}
