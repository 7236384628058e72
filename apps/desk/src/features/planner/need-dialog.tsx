import { AddNeedDocument } from '@samenspel/graphql-documents/desk'
import { Dialog, Field } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { useText } from '../../parts/text.ts'
import { categories, idsIn, inputOf, isRolling, lengths, modalities, newNeed, urgencies, ways, withId, type NeedValues } from './need-form.ts'
import type { PlannerData, PlannerFamily } from './planner.ts'
import styles from './need-dialog.module.css'

type Props = { readonly family: PlannerFamily; readonly planner: PlannerData; readonly onClose: () => void }

const howOften = ['series', 'rolling'] as const

/** Asks an appointment of the family. When it can be is for the planner to find. */
export const NeedDialog = ({ family, planner, onClose }: Props) => {
  const text = useText()
  const add = useCommand(AddNeedDocument)
  const team = family.team.map(({ professional }) => professional)
  const organisations = [...new Map(team.map(({ organisation }) => [organisation.id, organisation])).values()]
  const draft = useDraft(family.id, 'need', newNeed({ from: planner.from, until: planner.until, organisationId: organisations[0]?.id ?? '' }))
  const others = planner.needs.filter(({ status, everyWeeks }) => status !== 'WITHDRAWN' && everyWeeks === null)
  // What was kept half-written may name what is not asked any more.
  const values = { ...draft.values, ...(others.every(({ id }) => id !== draft.values.comesAfter) && { comesAfter: '' }) }
  const send = async (): Promise<void> => {
    if (!await add.run({ familyId: family.id, input: inputOf(values) })) return
    draft.drop()
    onClose()
  }
  const change = (field: keyof NeedValues) => (event: { readonly target: { readonly value: string } }) => draft.change({ [field]: event.target.value })
  const line = (field: 'label' | 'purpose' | 'bring' | 'equipment' | 'language', hint?: string) => (
    <Field label={text(`need.${field}`)} {...(hint !== undefined && { hint })}>{(control) => <input {...control} dir="auto" value={values[field]} onChange={change(field)} />}</Field>
  )
  const day = (field: 'from' | 'deadline' | 'preferred') => (
    <Field label={text(`need.${field}`)}>{(control) => <input {...control} type="date" value={values[field]} onChange={change(field)} />}</Field>
  )
  const number = (field: 'weeks' | 'everyWeeks' | 'toleranceDays' | 'preparation' | 'recovery' | 'minDays' | 'maxDays', { step, max, min }: { readonly step: number; readonly max: number; readonly min: number }, hint?: string) => (
    <Field label={text(`need.${field}`)} {...(hint !== undefined && { hint })}>{(control) => <input {...control} type="number" min={min} max={max} step={step} value={values[field]} onChange={change(field)} />}</Field>
  )
  const pick = (field: 'minutes' | 'urgency' | 'category' | 'organisationId', options: readonly (readonly [value: string, label: string])[]) => (
    <Field label={text(`need.${field}`)}>
      {(control) => <select {...control} value={values[field]} onChange={change(field)}>{options.map(([value, label]) => <option key={value} value={value}>{label}</option>)}</select>}
    </Field>
  )
  const checks = (field: 'modalities' | 'places' | 'way0' | 'way1' | 'way2' | 'professionals' | 'interpreters', legend: string, options: readonly (readonly [id: string, label: string])[]) => (
    <fieldset className={styles['checks']}>
      <legend>{legend}</legend>
      {options.map(([id, label]) => (
        <label key={id}><input type="checkbox" checked={idsIn(values[field]).includes(id)} onChange={(event) => draft.change({ [field]: withId(values[field], id, event.target.checked) })} /> {label}</label>
      ))}
    </fieldset>
  )
  const flag = (field: 'together' | 'sameTime') => (
    <label className={styles['check']}>
      <input type="checkbox" checked={values[field] === 'yes'} onChange={(event) => draft.change({ [field]: event.target.checked ? 'yes' : '' })} /> {text(`need.${field}`)}
    </label>
  )
  const professionals = team.map(({ id, name, title }) => [id, `${name}, ${title}`] as const)
  const members = family.members.filter(({ inHousehold }) => inHousehold).map(({ id, firstName }) => [id, firstName] as const)
  return (
    <Dialog isOpen onClose={onClose} title={text('need.ask')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        {line('label', text('need.labelHint'))}
        {line('purpose')}
        {line('bring')}
        <div className={styles['pair']}>
          {pick('organisationId', organisations.map(({ id, name }) => [id, name]))}
          {pick('category', categories.map((one) => [one, text(`category.${one}`)]))}
        </div>
        {checks('professionals', text('need.professionals'), professionals)}
        {idsIn(values.professionals).length > 1 && flag('together')}
        {ways.map((way) => <div key={way}>{checks(`way${way}`, text(way === 0 ? 'need.who' : 'need.orWho'), members)}</div>)}
        {checks('modalities', text('need.how'), modalities.map((one) => [one, text(`modality.${one}`)]))}
        {idsIn(values.modalities).includes('ONSITE') && checks('places', text('need.places'), planner.places.map(({ id, name }) => [id, name]))}
        <div className={styles['pair']}>
          {pick('minutes', lengths.map((minutes) => [String(minutes), text('planner.minutes', { minutes })]))}
          {pick('urgency', urgencies.map((one) => [String(one), text(`need.urgency${one}`)]))}
        </div>
        <div className={styles['pair']}>{day('from')}{day('deadline')}{day('preferred')}</div>
        <fieldset className={styles['checks']}>
          <legend>{text('need.howOften')}</legend>
          {howOften.map((one) => <label key={one}><input type="radio" name="how-often" checked={isRolling(values) === (one === 'rolling')} onChange={() => draft.change({ howOften: one })} /> {text(`need.howOften.${one}`)}</label>)}
        </fieldset>
        {isRolling(values)
          ? <><div className={styles['pair']}>{number('everyWeeks', { min: 1, max: 26, step: 1 })}{number('toleranceDays', { min: 0, max: 90, step: 1 })}</div><p>{text('need.rollingHint')}</p></>
          : <div className={styles['pair']}>{number('weeks', { min: 1, max: 26, step: 1 })}</div>}
        {!isRolling(values) && Number(values.weeks) > 1 && flag('sameTime')}
        <div className={styles['pair']}>{number('preparation', { min: 0, max: 120, step: 5 })}{number('recovery', { min: 0, max: 120, step: 5 })}</div>
        {!isRolling(values) && others.length > 0 && (
          <Field label={text('need.comesAfter')} hint={text('need.comesAfterHint')}>
            {(control) => (
              <select {...control} value={values.comesAfter} onChange={change('comesAfter')}>
                <option value="">{text('need.anyTime')}</option>
                {others.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
              </select>
            )}
          </Field>
        )}
        {!isRolling(values) && values.comesAfter !== '' && <div className={styles['pair']}>{number('minDays', { min: 1, max: 366, step: 1 })}{number('maxDays', { min: 1, max: 366, step: 1 }, text('need.maxDaysHint'))}</div>}
        {line('language', text('need.languageHint'))}
        {values.language.trim() !== '' && checks('interpreters', text('need.interpreters'), professionals.filter(([id]) => !idsIn(values.professionals).includes(id)))}
        {line('equipment', text('need.equipmentHint'))}
        <EditFoot keeping={draft.keeping} refusal={add.refusal} busy={add.busy} sendLabel={text('need.send')} onClose={onClose} />
      </form>
    </Dialog>
  )
}
