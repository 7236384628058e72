import { GiveMeetingInputDocument, type Category } from '@samenspel/graphql-documents/desk'
import { Button, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { SubjectSelect } from '../../parts/subject-select.tsx'
import { useText } from '../../parts/text.ts'
import { subjectChoices, subjectOf } from '../family/subjects.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import type { Meeting, MeetingsFamily } from './meeting.ts'
import styles from './meetings.module.css'

type Props = { readonly family: MeetingsFamily; readonly meeting: Meeting }

/** What people give along before the meeting, and a short form for whoever is asked. */
export const Inputs = ({ family, meeting }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [isAdding, setAdding] = useState(false)
  const mayAdd = meeting.can.write
  if (meeting.inputs.length === 0 && !mayAdd) return null
  return (
    <Section title={text('inputs.title')} action={mayAdd && !isAdding ? <Button kind="quiet" onClick={() => setAdding(true)}>{text('inputs.add')}</Button> : undefined}>
      {isAdding && <InputForm family={family} meeting={meeting} onClose={() => setAdding(false)} />}
      {meeting.inputs.length === 0 && !isAdding && <p className={page['soft']}>{text('inputs.empty')}</p>}
      <ul className={styles['list']}>
        {meeting.inputs.map((input) => (
          <li key={input.id}>
            <p className={page['words']} dir="auto">{input.text}</p>
            <p className={page['soft']}>{text('inputs.by', { by: input.by, day: dates.date(dates.dateOf(input.at)), subject: input.subject.label })}</p>
            <BesideEntry family={family} kind="MEETING_INPUT" entryId={input.id} name={input.text} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

const categories = ['PLAN', 'DEVELOPMENT', 'MEDICAL', 'MENTAL_HEALTH', 'RELATIONSHIP', 'SOCIAL'] as const satisfies readonly Category[]

const InputForm = ({ family, meeting, onClose }: Props & { readonly onClose: () => void }) => {
  const text = useText()
  const give = useCommand(GiveMeetingInputDocument)
  const subjects = subjectChoices(family)
  const draft = useDraft(family.id, `meeting-input-${meeting.id}`, { text: '', subject: subjects[0]?.key ?? 'CASE', category: 'PLAN' })
  const { values } = draft
  const send = async (): Promise<void> => {
    if (!await give.run({ familyId: family.id, meetingId: meeting.id, text: values.text, subject: subjectOf(values.subject), category: values.category as Category })) return
    draft.drop()
    onClose()
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      <Field label={text('inputs.what')}>{(control) => <textarea {...control} autoFocus rows={3} dir="auto" value={values.text} onChange={(event) => draft.change({ text: event.target.value })} />}</Field>
      <div className={styles['pair']}>
        <SubjectSelect label={text('inputs.subject')} choices={subjects} value={values.subject} onChange={(subject) => draft.change({ subject })} />
        <Field label={text('inputs.category')}>{(control) => <select {...control} value={values.category} onChange={(event) => draft.change({ category: event.target.value })}>{categories.map((one) => <option key={one} value={one}>{text(`category.${one}`)}</option>)}</select>}</Field>
      </div>
      <EditFoot keeping={draft.keeping} refusal={give.refusal} busy={give.busy} onClose={onClose} />
    </form>
  )
}
