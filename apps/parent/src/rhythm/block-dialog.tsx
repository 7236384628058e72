import { Button, Dialog, Field, Notice, RadioCards } from '@samenspel/ui'
import { at, broughtBy, schoolRuns, withRuns, type Block } from '@samenspel/week-editing'
import { useState } from 'react'
import type { Family } from '../family/model.ts'
import { usePageText } from '../texts.ts'
import styles from './block-dialog.module.css'
import { DayButtons } from './day-buttons.tsx'
import { TimeStepper } from './time-stepper.tsx'
import type { Week } from './week.ts'

type Props = {
  /** The part that is open; nothing while none is. */
  readonly block: Block | undefined
  readonly family: Family
  readonly dayCentres: Week['dayCentres']
  readonly onClose: () => void
  readonly onKeep: (block: Block) => void
  /** Absent for a part that is new. */
  readonly onRemove: (() => void) | undefined
}

/** One part of a week, to be changed with a thumb: days, times, and what goes with its kind. */
export const BlockDialog = ({ block, ...props }: Props) => (
  <Dialog isOpen={block !== undefined} onClose={props.onClose} title={block?.label ?? ''}>
    {block !== undefined && <Form {...props} block={block} />}
  </Dialog>
)

const parents: readonly string[] = ['MOTHER', 'FATHER', 'PARENT', 'GUARDIAN', 'STEP_PARENT', 'FOSTER_PARENT']

const Form = ({ block: given, family, dayCentres, onKeep, onRemove }: Omit<Props, 'block'> & { readonly block: Block }) => {
  const text = usePageText()
  const [block, setBlock] = useState(given)
  const [isTried, setIsTried] = useState(false)
  const { kind, weekdays, from, to, label } = block
  const isBedtime = kind === 'BEDTIME'
  const problem = weekdays.length === 0 ? text('rhythm.noDay') : from >= to ? text('rhythm.reversed') : kind === 'DAY_CENTRE' && block.placeId === undefined ? text('rhythm.noPlace') : undefined
  const drivers = family.members.filter(({ role }) => parents.includes(role))
  const runs = schoolRuns(block)
  const who = (chosen: string | undefined, nobody: string, onChoose: (memberId: string | undefined) => void) => (control: object) => (
    <select {...control} value={chosen ?? ''} onChange={({ target }) => { onChoose(target.value === '' ? undefined : target.value) }}>
      {drivers.map(({ id, firstName }) => <option key={id} value={id}>{firstName}</option>)}
      <option value="">{nobody}</option>
    </select>
  )
  const keep = () => {
    setIsTried(true)
    if (problem === undefined) onKeep({ ...block, label: label.trim() === '' ? text(`rhythm.${kind}`) : label.trim() })
  }
  return (
    <form className={styles['form']} noValidate onSubmit={(event) => { event.preventDefault(); keep() }}>
      <p className={styles['hint']}>{text(`rhythm.kind.${kind}`)}</p>
      <DayButtons weekdays={weekdays} onChange={(days) => { setBlock({ ...block, weekdays: days }) }} />
      <div className={styles['times']}>
        <TimeStepper label={text(isBedtime ? 'rhythm.fromBED' : 'rhythm.from')} time={from} onChange={(time) => { setBlock(at(block, { from: time })) }} />
        <TimeStepper label={text(isBedtime ? 'rhythm.toBED' : 'rhythm.to')} time={to} onChange={(time) => { setBlock(at(block, { to: time })) }} />
      </div>
      {(kind === 'PROTECTED_REST' || kind === 'PREFERRED_REST') && (
        <RadioCards
          name="firmness" legend={text('rhythm.restKind')} chosen={kind}
          options={(['PROTECTED_REST', 'PREFERRED_REST'] as const).map((value) => ({ value, label: text(`rhythm.${value}`) }))}
          onChoose={(chosen) => { setBlock({ ...block, kind: chosen, label: label === text(`rhythm.${kind}`) ? text(`rhythm.${chosen}`) : label }) }}
        />
      )}
      {kind === 'DAY_CENTRE' && dayCentres.length > 1 && (
        <Field label={text('rhythm.place')}>
          {(control) => <select {...control} value={block.placeId} onChange={({ target }) => { setBlock({ ...block, placeId: target.value }) }}>{dayCentres.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>}
        </Field>
      )}
      {kind === 'DAY_CENTRE' && <Field label={text('rhythm.broughtBy')}>{who(block.broughtBy, text('rhythm.taxi'), (memberId) => { setBlock(broughtBy(block, memberId)) })}</Field>}
      {kind === 'SCHOOL' && <Field label={text('rhythm.brings')}>{who(runs.bring, text('rhythm.somebodyElse'), (bring) => { setBlock(withRuns(block, { ...runs, bring })) })}</Field>}
      {kind === 'SCHOOL' && <Field label={text('rhythm.fetches')}>{who(runs.fetch, text('rhythm.somebodyElse'), (fetch) => { setBlock(withRuns(block, { ...runs, fetch })) })}</Field>}
      <Field label={text('rhythm.label')}>
        {(control) => <input {...control} type="text" maxLength={80} value={label} onChange={({ target }) => { setBlock({ ...block, label: target.value }) }} />}
      </Field>
      <Notice tone="stop">{isTried && problem}</Notice>
      <Button type="submit" wide>{text('rhythm.ready')}</Button>
      {onRemove !== undefined && <Button kind="secondary" wide onClick={onRemove}>{text('rhythm.remove')}</Button>}
    </form>
  )
}
