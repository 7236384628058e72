import type { DoorText } from '@samenspel/intl/door'
import { Button, Field, RadioCards, useTextOf } from '@samenspel/ui'
import type { Door } from './door.ts'
import { agreements, channels, disciplines, emptyParent, groups, roles, signals, type Form, type FormParent, type Group } from './form.ts'
import styles from './referring.module.css'

/** Says the texts of the front door. */
export const useDoorText = useTextOf<DoorText>

export type FieldsProps = { readonly form: Form; readonly change: (changed: Partial<Form>) => void }

const today = (): string => { const now = new Date(); return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}` }

/** Who sends it: what they write, or who is signed in. */
export const WhoFields = ({ form, change, door }: FieldsProps & { readonly door: Door }) => {
  const text = useDoorText()
  const { sender, receivers, isSpecialist } = door
  const isOwn = sender !== undefined && form.channel === 'own'
  return (
    <>
      {sender !== undefined && isSpecialist && (
        <RadioCards inline name="channel" legend={text('door.channel')} chosen={form.channel} onChoose={(channel) => change({ channel })} options={channels.map((value) => ({ value, label: text(`door.channel.${value}`) }))} />
      )}
      {isOwn ? <p>{text('door.as', { name: sender.name, organisation: sender.organisation })}</p> : (
        <div className={styles['pair']}>
          <Field label={text('door.name')}>{(control) => <input {...control} required maxLength={200} autoComplete="name" value={form.name} onChange={(event) => change({ name: event.target.value })} />}</Field>
          <Field label={text('door.discipline')}>
            {(control) => (
              <select {...control} required value={form.discipline} onChange={(event) => change({ discipline: event.target.value })}>
                <option value="">{text('door.discipline.choose')}</option>
                {disciplines.map((value) => <option key={value} value={value}>{text(`door.discipline.${value}`)}</option>)}
              </select>
            )}
          </Field>
          <Field label={text('door.organisation')}>{(control) => <input {...control} required maxLength={200} autoComplete="organization" value={form.organisation} onChange={(event) => change({ organisation: event.target.value })} />}</Field>
          <Field label={<>{text('door.reach')} <span className={styles['soft']}>{text('door.reachHint')}</span></>}>{(control) => <input {...control} required maxLength={200} autoComplete="email" value={form.reach} onChange={(event) => change({ reach: event.target.value })} />}</Field>
        </div>
      )}
      {receivers.length === 1 ? <p><span className={styles['soft']}>{text('door.receiver')}</span> {receivers[0]?.name}</p> : (
        <Field label={text('door.receiver')}>
          {(control) => (
            <select {...control} required value={form.receiver} onChange={(event) => change({ receiver: event.target.value })}>
              <option value="">{text('door.discipline.choose')}</option>
              {receivers.map(({ id, name, jurisdiction }) => <option key={id} value={id}>{name} ({text(`door.receiver.${jurisdiction}`)})</option>)}
            </select>
          )}
        </Field>
      )}
    </>
  )
}

/** The child, born or not. */
export const ChildFields = ({ form, change }: FieldsProps) => {
  const text = useDoorText()
  return (
    <>
      <RadioCards inline name="born" legend={text('door.child')} chosen={form.isUnborn ? 'unborn' : 'born'} onChoose={(value) => change({ isUnborn: value === 'unborn' })} options={(['born', 'unborn'] as const).map((value) => ({ value, label: text(`door.child.${value}`) }))} />
      <div className={styles['pair']}>
        {form.isUnborn ? (
          <Field label={text('door.child.dueDate')}>{(control) => <input {...control} type="date" required value={form.dueDate} onChange={(event) => change({ dueDate: event.target.value })} />}</Field>
        ) : (
          <>
            <Field label={text('door.child.firstName')}>{(control) => <input {...control} required maxLength={200} autoComplete="off" value={form.firstName} onChange={(event) => change({ firstName: event.target.value })} />}</Field>
            <Field label={text('door.child.birthDate')}>{(control) => <input {...control} type="date" required max={today()} value={form.birthDate} onChange={(event) => change({ birthDate: event.target.value })} />}</Field>
          </>
        )}
      </div>
    </>
  )
}

const mostParents = 4

/** @param asks whether each parent is asked if they agree; a question with names is sent with the word of the one who does */
export const ParentFields = ({ form, change, asks }: FieldsProps & { readonly asks: boolean }) => {
  const text = useDoorText()
  const set = (index: number, changed: Partial<FormParent>): void => change({ parents: form.parents.map((parent, at) => at === index ? { ...parent, ...changed } : parent) })
  return (
    <>
      {form.parents.map((parent, index) => (
        <fieldset key={index} className={styles['parent']}>
          <legend>{index === 0 && form.isUnborn ? text('door.parent.pregnant') : text('door.parent', { number: index + 1 })}</legend>
          <div className={styles['pair']}>
            <Field label={text('door.parent.role')}>
              {(control) => <select {...control} value={parent.role} onChange={(event) => set(index, { role: event.target.value as FormParent['role'] })}>{roles.map((value) => <option key={value} value={value}>{text(`door.role.${value}`)}</option>)}</select>}
            </Field>
            <Field label={text('door.parent.firstName')}>{(control) => <input {...control} required maxLength={200} autoComplete="off" value={parent.firstName} onChange={(event) => set(index, { firstName: event.target.value })} />}</Field>
            <Field label={<>{text('door.parent.name')} <Optional /></>}>{(control) => <input {...control} maxLength={200} autoComplete="off" value={parent.name} onChange={(event) => set(index, { name: event.target.value })} />}</Field>
            <Field label={<>{text('door.parent.reach')} <Optional /></>}>{(control) => <input {...control} maxLength={200} autoComplete="off" value={parent.reach} onChange={(event) => set(index, { reach: event.target.value })} />}</Field>
          </div>
          {asks && <RadioCards name={`agrees-${index}`} legend={text('door.parent.agrees')} chosen={parent.agrees === '' ? undefined : parent.agrees} onChoose={(agrees) => set(index, { agrees })} options={agreements.map((value) => ({ value, label: text(`door.parent.agrees.${value}`) }))} />}
          {asks && (parent.agrees === 'yes' || parent.agrees === 'no') && (
            <Field label={<>{text('door.parent.toldOn')} <Optional /></>}>{(control) => <input {...control} type="date" max={today()} value={parent.toldOn} onChange={(event) => set(index, { toldOn: event.target.value })} />}</Field>
          )}
          {index > 0 && <Button kind="quiet" onClick={() => change({ parents: form.parents.filter((_, at) => at !== index), about: {} })}>{text('door.parent.remove', { number: index + 1 })}</Button>}
        </fieldset>
      ))}
      {form.parents.length < mostParents && <Button kind="secondary" onClick={() => change({ parents: [...form.parents, { ...emptyParent, role: form.parents[0]?.role === 'mother' ? 'father' : 'mother' }] })}>{text('door.parent.add')}</Button>}
    </>
  )
}

/** The list of signals, in four groups; what is about parents may say which. */
export const SeenFields = ({ form, change }: FieldsProps) => {
  const text = useDoorText()
  return (
    <div className={styles['groups']}>
      {groups.map((group) => (
        <fieldset key={group} className={styles['signals']}>
          <legend>{text(`door.group.${group}`)}</legend>
          {signals[group].map((signal) => <Tick key={signal} group={group} signal={signal} form={form} change={change} />)}
          {form.parents.length > 1 && (group === 'parents' || group === 'relation') && form.ticked.some((one) => one.startsWith(`${group}.`)) && (
            <Field label={text('door.about')}>
              {(control) => (
                <select {...control} value={form.about[group] ?? ''} onChange={(event) => change({ about: { ...Object.fromEntries(Object.entries(form.about).filter(([of]) => of !== group)), ...(event.target.value !== '' && { [group]: Number(event.target.value) }) } })}>
                  <option value="">{text('door.about.all')}</option>
                  {form.parents.map(({ firstName }, index) => <option key={index} value={index}>{firstName.trim() === '' ? text('door.parent', { number: index + 1 }) : firstName}</option>)}
                </select>
              )}
            </Field>
          )}
        </fieldset>
      ))}
    </div>
  )
}

const Tick = ({ group, signal, form, change }: FieldsProps & { readonly group: Group; readonly signal: string }) => {
  const text = useDoorText()
  const one = `${group}.${signal}`
  const isTicked = form.ticked.includes(one)
  return (
    <label className={styles['tick']}>
      <input type="checkbox" checked={isTicked} onChange={() => change({ ticked: isTicked ? form.ticked.filter((other) => other !== one) : [...form.ticked, one] })} />
      <span>{text(`signal.${one}` as DoorText)}</span>
    </label>
  )
}

export const Optional = () => <span className={styles['soft']}>{useDoorText()('door.optional')}</span>
