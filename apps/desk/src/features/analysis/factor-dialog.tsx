import { AddFactorDocument, ChangeFactorDocument } from '@samenspel/graphql-documents/desk'
import { Dialog, Field, RadioCards } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { SettingSelect } from '../../parts/setting-select.tsx'
import { SubjectSelect } from '../../parts/subject-select.tsx'
import { useText } from '../../parts/text.ts'
import { subjectChoices, subjectOf } from '../family/subjects.ts'
import styles from '../plan/dialogs.module.css'
import { directions, domains, factorInput, factorInWords, factorValues, heardIn, labels, layers, newFactor, origins, type AnalysisFamily, type Factor } from './analysis.ts'

type Props = {
  readonly family: AnalysisFamily
  /** The factor to change; none for a new one. */
  readonly factor: Factor | undefined
  readonly readAgain: () => void
  readonly onClose: () => void
}

/** Something that plays a part: what, how one knows, and where it lies. */
export const FactorDialog = ({ family, factor, readAgain, onClose }: Props) => {
  const text = useText()
  const add = useCommand(AddFactorDocument)
  const change = useCommand(ChangeFactorDocument)
  const subjects = subjectChoices(family)
  const draft = useDraft(family.id, factor === undefined ? 'factor' : `factor-${factor.id}`, factor === undefined ? newFactor(subjects[0]?.key ?? 'CASE') : factorValues(factor))
  const { values } = draft
  const heard = heardIn(values)
  const people = [...family.members.map(({ id, firstName }) => ({ id, name: firstName })), ...new Map(family.team.map(({ professional: { id, name } }) => [id, { id, name }])).values()]
  const toggle = (id: string, on: boolean) => draft.change({ heardFrom: [...heard.filter((one) => one !== id), ...(on ? [id] : [])].join(' ') })
  const send = async (): Promise<void> => {
    const input = factorInput(values)
    const done = factor === undefined
      ? await add.run({ familyId: family.id, subject: subjectOf(values.subject), input })
      : await change.run({ familyId: family.id, factorId: factor.id, version: values.version, input })
    if (done) {
      draft.drop()
      onClose()
    } else readAgain()
  }
  const select = (label: string, field: 'category' | 'origin' | 'domain' | 'layer', choices: readonly (readonly [string, string])[]) => (
    <Field label={label}>
      {(control) => <select {...control} value={values[field]} onChange={(event) => draft.change({ [field]: event.target.value })}>{choices.map(([value, word]) => <option key={value} value={value}>{word}</option>)}</select>}
    </Field>
  )
  return (
    <Dialog isOpen onClose={onClose} title={factor === undefined ? text('factors.add') : text('factor.edit')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        {factor?.dismissed != null && <p>{text('factor.countsAgain')}</p>}
        <Field label={text('factor.what')}>{(control) => <input {...control} dir="auto" value={values.title} onChange={(event) => draft.change({ title: event.target.value })} />}</Field>
        <Field label={text('factor.evidence')}>{(control) => <textarea {...control} rows={3} dir="auto" value={values.evidence} onChange={(event) => draft.change({ evidence: event.target.value })} />}</Field>
        <RadioCards inline name="direction" legend={text('factor.direction')} chosen={values.direction} onChoose={(direction) => draft.change({ direction })} options={directions.map((value) => ({ value: value, label: text(`direction.${value}`) }))} />
        <div className={styles['pair']}>
          {factor === undefined && <SubjectSelect label={text('factor.subject')} choices={subjects} value={values.subject} onChange={(subject) => draft.change({ subject })} />}
          {select(text('factor.category'), 'category', labels.map((value) => [value, text(`category.${value}`)]))}
          {select(text('factor.origin'), 'origin', origins.map((value) => [value, text(`origin.${value}`)]))}
          {select(text('factor.domain'), 'domain', domains.map((value) => [value, text(`domain.${value}`)]))}
          {select(text('factor.layer'), 'layer', layers.map((value) => [value, text(`layer.${value}`)]))}
          <SettingSelect value={values.setting} onChange={(setting) => draft.change({ setting })} />
        </div>
        {factor === undefined && <p>{text('factor.subjectHint')}</p>}
        <fieldset className={styles['checks']}>
          <legend>{text('factor.heardFrom')}</legend>
          {people.map(({ id, name }) => <label key={id} className={styles['check']}><input type="checkbox" checked={heard.includes(id)} onChange={(event) => toggle(id, event.target.checked)} /> {name}</label>)}
        </fieldset>
        <EditFoot
          keeping={draft.keeping} refusal={add.refusal ?? change.refusal} busy={add.busy || change.busy} onClose={onClose}
          conflict={factor !== undefined && values.version !== factor.version ? { theirs: factorInWords(factor), by: factor.by, onKeep: () => draft.change({ version: factor.version }), onTake: () => draft.change(factorValues(factor)) } : undefined}
        />
      </form>
    </Dialog>
  )
}
