import { AddLifeEventDocument, type Category, type DatePrecision, type LifeEventWeight, type Setting } from '@samenspel/graphql-documents/desk'
import { Dialog, Field, RadioCards, useDates } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { SettingSelect } from '../../parts/setting-select.tsx'
import { SubjectSelect } from '../../parts/subject-select.tsx'
import { useText } from '../../parts/text.ts'
import { labels } from '../analysis/analysis.ts'
import styles from '../plan/dialogs.module.css'
import type { Family } from './family.ts'
import { subjectChoices, subjectOf } from './subjects.ts'

const precisions = ['DAY', 'MONTH', 'YEAR'] as const satisfies readonly DatePrecision[]
const weights = ['STRAIN', 'STRENGTH', 'NEUTRAL'] as const satisfies readonly LifeEventWeight[]

/** The first day of the day, month or year that somebody chose; nothing while nothing was. */
const firstDay = (precision: DatePrecision, chosen: string): string => precision === 'DAY' ? chosen : precision === 'MONTH' ? `${chosen.slice(0, 7)}-01` : `${chosen.slice(0, 4)}-01-01`

/** Something that happened to the child, a parent or between them, for the life line. */
export const LifeEventDialog = ({ family, onClose }: { readonly family: Family; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const today = dates.today()
  const add = useCommand(AddLifeEventDocument)
  const subjects = subjectChoices(family)
  const draft = useDraft(family.id, 'life-event', { subject: subjects[0]?.key ?? 'CASE', category: 'DEVELOPMENT', precision: 'MONTH', on: '', until: '', title: '', text: '', weight: 'NEUTRAL', setting: '' })
  const { values } = draft
  const precision = values.precision as DatePrecision
  const send = async (): Promise<void> => {
    const done = await add.run({
      familyId: family.id,
      input: {
        subject: subjectOf(values.subject), category: values.category as Category, occurredOn: firstDay(precision, values.on), precision, title: values.title, weight: values.weight as LifeEventWeight,
        ...(values.until !== '' && { until: values.until }), ...(values.text.trim() !== '' && { text: values.text }), ...(values.setting !== '' && { setting: values.setting as Setting }),
      },
    })
    if (!done) return
    draft.drop()
    onClose()
  }
  const when = { DAY: { type: 'date', max: today }, MONTH: { type: 'month', max: today.slice(0, 7) }, YEAR: { type: 'number', min: 1900, max: Number(today.slice(0, 4)) } } as const
  const shown = precision === 'DAY' ? values.on : precision === 'MONTH' ? values.on.slice(0, 7) : values.on.slice(0, 4)
  return (
    <Dialog isOpen onClose={onClose} title={text('lifeStory.add')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!add.busy) void send() }}>
        <Field label={text('lifeStory.what')}>{(control) => <input {...control} required dir="auto" value={values.title} onChange={(event) => draft.change({ title: event.target.value })} />}</Field>
        <RadioCards inline name="weight" legend={text('lifeStory.weight')} chosen={values.weight} onChoose={(weight) => draft.change({ weight })} options={weights.map((value) => ({ value: value, label: text(`lifeStory.weight.${value}`) }))} />
        <RadioCards inline name="precision" legend={text('lifeStory.precision')} chosen={values.precision} onChoose={(chosen) => draft.change({ precision: chosen, on: '' })} options={precisions.map((value) => ({ value: value, label: text(`lifeStory.precision.${value}`) }))} />
        <div className={styles['pair']}>
          <Field label={text('lifeStory.on')}>{(control) => <input {...control} {...when[precision]} required value={shown} onChange={(event) => draft.change({ on: event.target.value })} />}</Field>
          <Field label={text('lifeStory.until')} hint={text('lifeStory.untilHint')}>{(control) => <input {...control} type="date" max={today} value={values.until} onChange={(event) => draft.change({ until: event.target.value })} />}</Field>
        </div>
        <div className={styles['pair']}>
          <SubjectSelect label={text('lifeStory.subject')} choices={subjects} value={values.subject} onChange={(subject) => draft.change({ subject })} />
          <Field label={text('factor.category')}>
            {(control) => <select {...control} value={values.category} onChange={(event) => draft.change({ category: event.target.value })}>{labels.map((value) => <option key={value} value={value}>{text(`category.${value}`)}</option>)}</select>}
          </Field>
          <SettingSelect value={values.setting} onChange={(setting) => draft.change({ setting })} />
        </div>
        <Field label={text('lifeStory.text')}>{(control) => <textarea {...control} rows={3} dir="auto" value={values.text} onChange={(event) => draft.change({ text: event.target.value })} />}</Field>
        <EditFoot keeping={draft.keeping} refusal={add.refusal} busy={add.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}
