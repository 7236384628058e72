import { AddParentsPointDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Field, Notice, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../family/use-command.ts'
import { useDraft } from '../family/use-draft.ts'
import { usePageText } from '../texts.ts'
import type { Meeting, MeetingsFamily } from './meeting.ts'
import styles from './meetings.module.css'

type Props = { readonly family: MeetingsFamily; readonly meeting: Meeting }

/** What a parent wants to speak about, in a few words; about the child, or about themselves, which says who reads it. */
export const AddPoint = ({ family, meeting }: Props) => {
  const text = usePageText()
  const draft = useDraft(family.id, `point-${meeting.id}`)
  const { state, send } = useCommand(AddParentsPointDocument)
  const [about, setAbout] = useState<'child' | 'self'>('child')
  const [isTried, setIsTried] = useState(false)
  const isEmpty = draft.text.trim() === ''
  const child = family.members.find(({ isIndexChild }) => isIndexChild)?.firstName ?? ''
  const add = async () => {
    setIsTried(true)
    if (isEmpty || state.kind === 'busy') return
    if (await send({ familyId: family.id, meetingId: meeting.id, text: draft.text.trim(), aboutSelf: about === 'self' }) === undefined) return
    draft.drop()
    setIsTried(false)
  }
  return (
    <form className={styles['form']} noValidate onSubmit={(event) => { event.preventDefault(); void add() }}>
      <Field label={text('meet.words')} hint={text('meet.wordsHint')} {...isTried && isEmpty && { error: text('meet.empty') }}>
        {(control) => <textarea {...control} rows={2} maxLength={2000} value={draft.text} onChange={(event) => { draft.write(event.target.value) }} />}
      </Field>
      {draft.isKept && <p className={styles['soft']}>{text('state.draftKept')}</p>}
      <RadioCards
        name={`about-${meeting.id}`} legend={text('meet.whom')} chosen={about} onChoose={setAbout}
        options={[
          { value: 'child', label: <><b>{text('meet.whomChild', { name: child })}</b><span className={styles['soft']}>{text('meet.whomChildHint', { name: child })}</span></> },
          { value: 'self', label: <><b>{text('meet.whomSelf')}</b><span className={styles['soft']}>{text('meet.whomSelfHint')}</span></> },
        ]}
      />
      <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      <Notice tone="ok">{state.kind === 'done' && !isTried && text('meet.added')}</Notice>
      <Button type="submit" wide busy={state.kind === 'busy'}>{text('meet.add')}</Button>
    </form>
  )
}
