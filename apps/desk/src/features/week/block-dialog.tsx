import { Button, Dialog, Field, RadioCards, useDates } from '@samenspel/ui'
import { at, broughtBy, everyDay, schoolRuns, toggled, withRuns, type Block } from '@samenspel/week-editing'
import { useState } from 'react'
import fields from '../../parts/fields.module.css'
import { useText } from '../../parts/text.ts'
import { mondayFirst, parentsOf, type WeekFamily } from './week.ts'
import styles from './week.module.css'

type Props = {
  /** The part that is open; nothing while none is. */
  readonly block: Block | undefined
  readonly family: WeekFamily
  readonly onKeep: (block: Block) => void
  readonly onClose: () => void
}

/** One part of a week: days, times, and what goes with its kind. */
export const BlockDialog = ({ block, ...props }: Props) => (
  <Dialog isOpen={block !== undefined} onClose={props.onClose} title={block?.label ?? ''}>
    {block !== undefined && <Form {...props} block={block} />}
  </Dialog>
)

const Form = ({ block: given, family, onKeep, onClose }: Omit<Props, 'block'> & { readonly block: Block }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [block, setBlock] = useState(given)
  const [tried, setTried] = useState(false)
  const { kind, label, weekdays, from, to } = block
  const isBedtime = kind === 'BEDTIME'
  const runs = schoolRuns(block)
  const problem = weekdays.length === 0 ? text('week.noDay') : from >= to ? text('week.reversed') : kind === 'DAY_CENTRE' && block.placeId === undefined ? text('week.noPlace') : undefined
  const keep = (): void => {
    setTried(true)
    if (problem === undefined) onKeep({ ...block, label: label.trim() === '' ? text(`week.${kind}`) : label.trim() })
  }
  const time = (field: 'from' | 'to', words: string) => (
    <Field label={words}>{(control) => <input {...control} type="time" step={900} value={block[field]} onChange={({ target }) => { if (target.value !== '') setBlock(at(block, { [field]: target.value })) }} />}</Field>
  )
  const who = (words: string, chosen: string | undefined, nobody: string, onChoose: (memberId: string | undefined) => void) => (
    <Field label={words}>
      {(control) => (
        <select {...control} value={chosen ?? ''} onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}>
          {parentsOf(family).map(({ id, firstName }) => <option key={id} value={id}>{firstName}</option>)}
          <option value="">{nobody}</option>
        </select>
      )}
    </Field>
  )
  return (
    <form noValidate className={styles['stack']} onSubmit={(event) => { event.preventDefault(); keep() }}>
      <Field label={text('week.label')}>{(control) => <input {...control} dir="auto" maxLength={80} value={label} onChange={({ target }) => setBlock({ ...block, label: target.value })} />}</Field>
      <fieldset className={fields['checks']}>
        <legend>{text('week.days')}</legend>
        {everyDay.map((day) => <label key={day}><input type="checkbox" checked={weekdays.includes(day)} onChange={() => setBlock({ ...block, weekdays: toggled(weekdays, day) })} /> {dates.weekday(mondayFirst[day - 1] ?? '')}</label>)}
      </fieldset>
      <div className={fields['fields']}>
        {time('from', text(isBedtime ? 'week.fromBed' : 'week.from'))}
        {time('to', text(isBedtime ? 'week.toBed' : 'week.to'))}
      </div>
      {(kind === 'PROTECTED_REST' || kind === 'PREFERRED_REST') && (
        <RadioCards
          name="firmness" legend={text('week.restKind')} chosen={kind}
          options={(['PROTECTED_REST', 'PREFERRED_REST'] as const).map((value) => ({ value, label: text(`week.${value}`) }))}
          onChoose={(chosen) => setBlock({ ...block, kind: chosen, label: label === text(`week.${kind}`) ? text(`week.${chosen}`) : label })}
        />
      )}
      {kind === 'DAY_CENTRE' && family.dayCentres.length > 1 && (
        <Field label={text('week.place')}>{(control) => <select {...control} value={block.placeId} onChange={({ target }) => setBlock({ ...block, placeId: target.value })}>{family.dayCentres.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>}</Field>
      )}
      {kind === 'DAY_CENTRE' && who(text('week.broughtBy'), block.broughtBy, text('week.taxi'), (memberId) => setBlock(broughtBy(block, memberId)))}
      {kind === 'SCHOOL' && who(text('week.brings'), runs.bring, text('week.somebodyElse'), (bring) => setBlock(withRuns(block, { ...runs, bring })))}
      {kind === 'SCHOOL' && who(text('week.fetches'), runs.fetch, text('week.somebodyElse'), (fetch) => setBlock(withRuns(block, { ...runs, fetch })))}
      {tried && problem !== undefined && <p className={fields['error']} role="alert">{problem}</p>}
      <div className={styles['row']}>
        <Button type="submit">{text('week.ready')}</Button>
        <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
      </div>
    </form>
  )
}
