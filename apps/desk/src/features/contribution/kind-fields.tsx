import { Field } from '@samenspel/ui'
import { useId, type InputHTMLAttributes } from 'react'
import { Link } from 'react-router'
import type { DraftedForm } from '../../graph/use-draft.ts'
import { useText } from '../../parts/text.ts'
import { consentsPath } from '../../shell/paths.ts'
import { informants, instruments, waysOfTakingPart, type ContributionValues } from './contribution-form.ts'
import styles from './contribution-panel.module.css'
import { acceptedDocuments } from './send-document.ts'

type Draft = Pick<DraftedForm<ContributionValues>, 'values' | 'change'>
type TextKey = Parameters<ReturnType<typeof useText>>[0]
type LineProps = { readonly draft: Draft; readonly field: keyof ContributionValues; readonly label: TextKey; readonly hint?: TextKey } & Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'required' | 'min' | 'max' | 'list' | 'inputMode' | 'step'>

const Line = ({ draft: { values, change }, field, label, hint, ...input }: LineProps) => {
  const text = useText()
  return <Field label={text(label)} hint={hint && text(hint)}>{(control) => <input {...control} dir="auto" {...input} value={values[field]} onChange={(event) => change({ [field]: event.target.value })} />}</Field>
}

/** A procedure in a hospital: what was done, and until when. What helped is asked beside how it went. */
export const ProcedureFields = ({ draft, today }: { readonly draft: Draft; readonly today: string }) => (
  <>
    <Line draft={draft} field="procedureName" label="procedure.name" hint="procedure.nameHint" required />
    <Line draft={draft} field="until" label="procedure.until" type="date" min={draft.values.occurredOn} max={today} />
  </>
)

/** The result of an instrument: everything that makes it readable later, and no words of the instrument itself (K-10). */
export const ScreeningFields = ({ draft }: { readonly draft: Draft }) => {
  const text = useText()
  const list = useId()
  const { values, change } = draft
  return (
    <>
      <p className={styles['hint']}>{text('screening.hint')}</p>
      <div className={styles['pair']}>
        <Line draft={draft} field="instrument" label="screening.instrument" list={list} required />
        <Line draft={draft} field="version" label="screening.version" required />
        <Line draft={draft} field="ageMonths" label="screening.ageMonths" type="number" min={-9} max={216} step={1} inputMode="numeric" required />
        <Field label={text('screening.informant')}>
          {(control) => <select {...control} value={values.informant} onChange={(event) => change({ informant: event.target.value })}>{informants.map((one) => <option key={one} value={one}>{text(`informant.${one}`)}</option>)}</select>}
        </Field>
        <Line draft={draft} field="score" label="screening.score" required />
        <Line draft={draft} field="norm" label="screening.norm" required />
      </div>
      <datalist id={list}>{instruments.map((name) => <option key={name} value={name} />)}</datalist>
    </>
  )
}

/** What who treats a parent shares of being a parent. */
export const ParentSignalFields = ({ draft, familyId }: { readonly draft: Draft; readonly familyId: string }) => {
  const text = useText()
  const { values, change } = draft
  return (
    <>
      <p className={styles['hint']}>{text('parentSignal.noDiagnosis')} <Link to={consentsPath(familyId)}>{text('parentSignal.consents')}</Link></p>
      <fieldset className={styles['windows']}>
        <legend>{text('parentSignal.takesPart')}</legend>
        {waysOfTakingPart.map((way) => <label key={way}><input type="radio" name="takesPart" checked={values.takesPart === way} onChange={() => change({ takesPart: way })} /> {text(`takesPart.${way}`)}</label>)}
      </fieldset>
      <Line draft={draft} field="availability" label="parentSignal.availabilityLabel" />
      <Line draft={draft} field="askAbout" label="parentSignal.askAboutLabel" />
    </>
  )
}

/** A file to send along. Browsers keep no file in a draft: it is chosen once more. */
export const DocumentField = ({ onChoose, problem }: { readonly onChoose: (file: File | undefined) => void; readonly problem: string | undefined }) => {
  const text = useText()
  return (
    <Field label={text('document.file')} hint={text('document.fileHint')} error={problem}>
      {(control) => <input {...control} type="file" accept={acceptedDocuments} required onChange={(event) => onChoose(event.target.files?.[0])} />}
    </Field>
  )
}

/** What one may dwell on who treats somebody with a small child. */
export const ParentingPrompts = () => {
  const text = useText()
  return (
    <details className={styles['prompts']}>
      <summary>{text('parenting.title')}</summary>
      <ul>{([1, 2, 3, 4] as const).map((number) => <li key={number}>{text(`parenting.${number}`)}</li>)}</ul>
    </details>
  )
}
