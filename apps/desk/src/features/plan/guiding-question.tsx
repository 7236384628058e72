import { ChangeGuidingQuestionDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { useText } from '../../parts/text.ts'
import type { PlanFile } from '../family/family.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import styles from './guiding-question.module.css'

type Props = { readonly family: PlanFile; readonly readAgain: () => void }

/** The one question that the plan answers: what does this child, in this family, need now? */
export const GuidingQuestion = ({ family, readAgain }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [editing, setEditing] = useState(false)
  const question = family.guidingQuestion
  const edit = family.can.coordinate && <Button kind="quiet" onClick={() => setEditing(true)}>{text('question.edit')}</Button>
  if (editing) return <QuestionForm family={family} readAgain={readAgain} onClose={() => setEditing(false)} />
  return (
    <div className={styles['question']}>
      <h3 className={styles['label']}>{text('question.title')}</h3>
      {question === null ? <p>{text('question.empty')}</p> : (
        <>
          <p className={styles['text']} dir="auto">{question.text}</p>
          <p className={styles['soft']}>{text('question.by', { by: question.changedBy, day: dates.date(dates.dateOf(question.changedAt)) })}</p>
        </>
      )}
      {question === null ? edit : <BesideEntry family={family} kind="GUIDING_QUESTION" entryId={question.id} name={text('question.title')}>{edit}</BesideEntry>}
    </div>
  )
}

const QuestionForm = ({ family, readAgain, onClose }: Props & { readonly onClose: () => void }) => {
  const text = useText()
  const question = family.guidingQuestion
  const change = useCommand(ChangeGuidingQuestionDocument)
  const draft = useDraft(family.id, 'guiding-question', { text: question?.text ?? '', version: question?.version ?? '' })
  const { values } = draft
  const send = async (): Promise<void> => {
    if (await change.run({ familyId: family.id, version: values.version === '' ? undefined : values.version, text: values.text })) {
      draft.drop()
      onClose()
    } else readAgain()
  }
  return (
    <form className={styles['question']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      <Field label={text('question.title')}>
        {(control) => <textarea {...control} rows={2} dir="auto" autoFocus value={values.text} onChange={(event) => draft.change({ text: event.target.value })} />}
      </Field>
      <EditFoot
        keeping={draft.keeping} refusal={change.refusal} busy={change.busy} onClose={onClose}
        conflict={question !== null && values.version !== question.version ? { theirs: question.text, by: question.changedBy, onKeep: () => draft.change({ version: question.version }), onTake: () => draft.change({ text: question.text, version: question.version }) } : undefined}
      />
    </form>
  )
}
