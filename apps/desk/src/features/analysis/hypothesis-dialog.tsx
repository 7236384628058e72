import { AddHypothesisDocument, ChangeHypothesisDocument } from '@samenspel/graphql-documents/desk'
import { Dialog, Field, RadioCards } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { SubjectSelect } from '../../parts/subject-select.tsx'
import { useText } from '../../parts/text.ts'
import { subjectChoices, subjectOf } from '../family/subjects.ts'
import styles from '../plan/dialogs.module.css'
import look from './analysis.module.css'
import { confidences, counting, hypothesisInput, hypothesisInWords, hypothesisValues, labels, linkOf, newHypothesis, withLink, type AnalysisFamily, type Hypothesis, type Link } from './analysis.ts'

type Props = {
  readonly family: AnalysisFamily
  /** The hypothesis to change; none for a new one. */
  readonly hypothesis: Hypothesis | undefined
  readonly readAgain: () => void
  readonly onClose: () => void
}

const links = ['none', 'for', 'against'] as const satisfies readonly Link[]

/** What may be going on, how, and what would show whether it holds. */
export const HypothesisDialog = ({ family, hypothesis, readAgain, onClose }: Props) => {
  const text = useText()
  const add = useCommand(AddHypothesisDocument)
  const change = useCommand(ChangeHypothesisDocument)
  const subjects = subjectChoices(family)
  const bond = subjects.find(({ kind }) => kind === 'RELATION') ?? subjects[0]
  const draft = useDraft(family.id, hypothesis === undefined ? 'hypothesis' : `hypothesis-${hypothesis.id}`, hypothesis === undefined ? newHypothesis(bond?.key ?? 'CASE') : hypothesisValues(hypothesis))
  const { values } = draft
  const factors = counting(family.analysis.factors)
  const send = async (): Promise<void> => {
    const input = hypothesisInput(values)
    const done = hypothesis === undefined
      ? await add.run({ familyId: family.id, subject: subjectOf(values.subject), input })
      : await change.run({ familyId: family.id, hypothesisId: hypothesis.id, version: values.version, input })
    if (done) {
      draft.drop()
      onClose()
    } else readAgain()
  }
  const words = (label: string, field: 'statement' | 'mechanism' | 'nextTest') => (
    <Field label={label}>{(control) => <textarea {...control} rows={2} dir="auto" value={values[field]} onChange={(event) => draft.change({ [field]: event.target.value })} />}</Field>
  )
  return (
    <Dialog isOpen onClose={onClose} title={hypothesis === undefined ? text('hypotheses.add') : text('hypothesis.edit')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        {words(text('hypothesis.statement'), 'statement')}
        {words(text('hypothesis.mechanism'), 'mechanism')}
        <div className={styles['pair']}>
          {hypothesis === undefined && <SubjectSelect label={text('hypothesis.subject')} choices={subjects} value={values.subject} onChange={(subject) => draft.change({ subject })} />}
          <Field label={text('factor.category')}>
            {(control) => <select {...control} value={values.category} onChange={(event) => draft.change({ category: event.target.value })}>{labels.map((value) => <option key={value} value={value}>{text(`category.${value}`)}</option>)}</select>}
          </Field>
        </div>
        <RadioCards inline name="confidence" legend={text('hypothesis.confidence')} chosen={values.confidence} onChoose={(confidence) => draft.change({ confidence })} options={confidences.map((value) => ({ value: value, label: text(`hypothesis.confidence.${value}`) }))} />
        <fieldset className={look['links']}>
          <legend>{text('hypothesis.links')}</legend>
          {factors.length === 0 && <p>{text('hypothesis.linksEmpty')}</p>}
          {factors.map((factor) => (
            <Field key={factor.id} label={factor.title}>
              {(control) => (
                <select {...control} aria-label={text('hypothesis.link', { factor: factor.title })} value={linkOf(values, factor.id)} onChange={(event) => draft.change({ links: withLink(values, factor.id, event.target.value as Link) })}>
                  {links.map((link) => <option key={link} value={link}>{text(`hypothesis.link.${link}`)}</option>)}
                </select>
              )}
            </Field>
          ))}
        </fieldset>
        {words(text('hypothesis.nextTest'), 'nextTest')}
        <EditFoot
          keeping={draft.keeping} refusal={add.refusal ?? change.refusal} busy={add.busy || change.busy} onClose={onClose}
          conflict={hypothesis !== undefined && values.version !== hypothesis.version ? { theirs: hypothesisInWords(hypothesis), by: hypothesis.by, onKeep: () => draft.change({ version: hypothesis.version }), onTake: () => draft.change(hypothesisValues(hypothesis)) } : undefined}
        />
      </form>
    </Dialog>
  )
}
