import { AddClassificationPartDocument, ChangeClassificationPartDocument, type Axis } from '@samenspel/graphql-documents/desk'
import { Dialog, Field, RadioCards, useDates } from '@samenspel/ui'
import type { ReactNode } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { isChild } from '../../parts/members.ts'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import styles from '../plan/dialogs.module.css'
import look from './classification.module.css'
import {
  abilities, bondAspects, clusters, domains, emptyPart, levels, ownAspects, partInput, partValues, ratings, stressors, togetherAspects, type Aspect, type Classification, type ClassifiedFamily, type Part,
} from './classification.ts'

type Props = {
  readonly family: ClassifiedFamily
  readonly classification: Classification
  readonly axis: Axis
  /** The part to change; none for a new one. */
  readonly part: Part | undefined
  readonly readAgain: () => void
  readonly onClose: () => void
}

/** A part of a classification: the fields are those of its axis. */
export const PartDialog = ({ family, classification, axis, part, readAgain, onClose }: Props) => {
  const text = useText()
  const add = useCommand(AddClassificationPartDocument)
  const change = useCommand(ChangeClassificationPartDocument)
  const draft = useDraft(family.id, part === undefined ? `classification-${axis}` : `classification-${part.id}`, part === undefined ? emptyPart : partValues(part))
  const { values } = draft
  const send = async (): Promise<void> => {
    const input = partInput(axis, values)
    const done = part === undefined
      ? await add.run({ familyId: family.id, classificationId: classification.id, input })
      : await change.run({ familyId: family.id, partId: part.id, version: values['version'] ?? '', input })
    if (done) {
      draft.drop()
      onClose()
    } else readAgain()
  }
  return (
    <Dialog isOpen onClose={onClose} title={part === undefined ? text(`part.add.${axis}`) : `${text('action.edit')}: ${text(`axis.${axis}`)}`}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!add.busy && !change.busy) void send() }}>
        <PartFields family={family} classification={classification} part={part} axis={axis} of={(field) => values[field] ?? ''} set={(field, value) => draft.change({ [field]: value })} />
        <EditFoot
          keeping={draft.keeping} refusal={add.refusal ?? change.refusal} busy={add.busy || change.busy} onClose={onClose}
          conflict={part !== undefined && values['version'] !== part.version ? { theirs: inWords(part), by: part.by, onKeep: () => draft.change({ version: part.version }), onTake: () => draft.change(partValues(part)) } : undefined}
        />
      </form>
    </Dialog>
  )
}

/** What somebody else wrote meanwhile, as one text. */
const inWords = ({ label, text: words, note, aspects, level }: Part): string => [label, words, note, level, ...(aspects ?? []).map((one) => one.note)].filter((one) => one !== null && one !== undefined && one !== '').join('\n')

type FieldsProps = Pick<Props, 'family' | 'classification' | 'axis' | 'part'> & { readonly of: (field: string) => string; readonly set: (field: string, value: string) => void }

const PartFields = ({ family, classification, axis, part, of, set }: FieldsProps) => {
  const text = useText()
  const dates = useDates(family.zone)
  const line = (label: string, field: string, more: { readonly type?: 'date' | 'number'; readonly hint?: string; readonly max?: string; readonly isOptional?: boolean } = {}) => (
    <Field label={label} {...more.hint !== undefined && { hint: more.hint }}>
      {(control) => <input {...control} type={more.type ?? 'text'} dir="auto" required={more.isOptional !== true} max={more.max} value={of(field)} onChange={(event) => set(field, event.target.value)} />}
    </Field>
  )
  const select = (label: string, field: string, choices: readonly (readonly [string, string])[], hint?: string) => (
    <Field label={label} {...hint !== undefined && { hint }}>
      {(control) => <select {...control} value={of(field)} onChange={(event) => set(field, event.target.value)}>{choices.map(([value, word]) => <option key={value} value={value}>{word}</option>)}</select>}
    </Field>
  )
  const words = (label: string, field: string) => <Field label={label}>{(control) => <textarea {...control} rows={4} dir="auto" value={of(field)} onChange={(event) => set(field, event.target.value)} />}</Field>
  const rated = classification.parts.filter((one) => one.axis === 'CAREGIVING' && one.id !== part?.id).map(({ caregiver }) => caregiver?.personId)
  const caregivers = family.members.filter((member) => !isChild(member)).map(({ id, firstName }) => [id, firstName] as const)
  const level = (legend: string): ReactNode => (
    <>
      <RadioCards name="level" legend={legend} chosen={of('level') === '' ? undefined : of('level')} onChoose={(value) => set('level', value)} options={levels.map((one) => ({ value: String(one), label: text(`level.${one}`) }))} />
      <p className={page['soft']}>{text('part.levelHint')}</p>
    </>
  )
  const aspects = (legend: string, keys: readonly Aspect[]): ReactNode => (
    <fieldset className={look['aspects']}>
      <legend>{legend}</legend>
      {keys.map((key) => (
        <div key={key} className={look['aspect']}>
          {select(text(`aspect.${key}`), key, [['', text('part.notRated')], ...ratings.map((one) => [one, text(`rating.${one}`)] as const)])}
          {of(key) !== '' && line(text('part.aspectNote', { aspect: text(`aspect.${key}`) }), `${key} note`, { isOptional: true })}
        </div>
      ))}
    </fieldset>
  )
  switch (axis) {
    case 'DISORDER': return (
      <>
        {line(text('part.label'), 'label', { hint: text('part.labelHint') })}
        <div className={styles['pair']}>
          {line(text('part.code'), 'code', { isOptional: true })}
          {select(text('part.cluster'), 'cluster', clusters.map((one) => [one, text(`cluster.${one}`)]))}
        </div>
        {select(text('part.caregiver'), 'caregiver', [['', text('part.caregiver.none')], ...caregivers], text('part.caregiverHint'))}
        <label className={styles['check']}><input type="checkbox" checked={of('isPrimary') === 'yes'} onChange={(event) => set('isPrimary', event.target.checked ? 'yes' : '')} />{text('part.primary')}</label>
      </>
    )
    case 'CAREGIVING': return (
      <>
        <RadioCards
          inline name="caregiver" legend={text('part.caregiver')} chosen={of('caregiver') === '' ? undefined : of('caregiver')} onChoose={(value) => set('caregiver', value)}
          options={caregivers.filter(([id]) => !rated.includes(id)).map(([value, label]) => ({ value, label }))}
        />
        {level(text('part.level'))}
        {aspects(text('part.aspects'), bondAspects)}
        {aspects(text('part.childAspects'), ownAspects)}
      </>
    )
    case 'ENVIRONMENT': return <>{level(text('part.levelTogether'))}{aspects(text('part.aspectsTogether'), togetherAspects)}</>
    case 'HEALTH': return (
      <>
        {line(text('part.health'), 'text')}
        <div className={styles['pair']}>{line(text('part.code'), 'code', { isOptional: true })}{line(text('part.since'), 'since', { type: 'date', max: dates.today(), isOptional: true })}</div>
      </>
    )
    case 'STRESSOR': return (
      <>
        {line(text('part.stressor'), 'text')}
        <div className={styles['pair']}>
          {select(text('part.group'), 'group', stressors.map((one) => [one, text(`stressor.${one}`)]))}
          {line(text('part.onset'), 'onset', { type: 'number', hint: text('part.onsetHint') })}
        </div>
        {words(text('part.note'), 'note')}
      </>
    )
    case 'COMPETENCE': return (
      <fieldset className={look['aspects']}>
        <legend>{text('part.competenceLegend')}</legend>
        {domains.map((domain) => (
          <RadioCards key={domain} inline name={domain} legend={text(`competence.${domain}`)} chosen={of(domain) === '' ? undefined : of(domain)} onChoose={(value) => set(domain, value)} options={abilities.map((value) => ({ value, label: text(`ability.${value}`) }))} />
        ))}
      </fieldset>
    )
    case 'IMPRESSION': return words(text('part.impression'), 'text')
  }
}
