import { AddContributionDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field, useLanguage } from '@samenspel/ui'
import { useEffect, useRef } from 'react'
import { gentler } from '../features/contribution/gentle-words.ts'
import { inputOf, newContribution, windows } from '../features/contribution/contribution-form.ts'
import { subjectKey } from '../features/family/subjects.ts'
import { useCommand } from '../graph/use-command.ts'
import { useDraft } from '../graph/use-draft.ts'
import { DraftMark } from '../parts/draft-mark.tsx'
import { SaidNo } from '../parts/said-no.tsx'
import { useText } from '../parts/text.ts'
import { useViewer } from '../shell/viewer.ts'
import type { GroupFamily } from './group-family.ts'
import styles from './tablet.module.css'

type Props = { readonly familyId: string; readonly child: GroupFamily['members'][number]; readonly today: string; readonly onClose: () => void; readonly onWritten: () => void }

/** A note between two children: what somebody saw, in the group, today. Its draft is theirs alone, and waits for them when it locks. */
export const GroupNote = ({ familyId, child, today, onClose, onWritten }: Props) => {
  const text = useText()
  const language = useLanguage()
  const viewer = useViewer()
  const add = useCommand(AddContributionDocument)
  const subject = subjectKey({ kind: child.role === 'UNBORN_CHILD' ? 'UNBORN' : 'CHILD', memberIds: [child.id] })
  const draft = useDraft(familyId, 'group-note', { ...newContribution(viewer.discipline, subject, today), kind: 'NOTE', setting: 'GROUP' })
  const { values } = draft
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => { first.current?.focus() }, [])
  const send = async (): Promise<void> => {
    if (!await add.run({ familyId, input: inputOf({ ...values, occurredOn: today }) })) return
    draft.drop()
    onWritten()
  }
  const gentle = gentler(language, values.situation)
  return (
    <form className={styles['note']} aria-label={text('tablet.note.title', { name: child.firstName })} onSubmit={(event) => { event.preventDefault(); if (!add.busy) void send() }}>
      <Field label={text('tablet.note.text')}>
        {(control) => <textarea {...control} ref={first} rows={3} dir="auto" required value={values.situation} onChange={(event) => draft.change({ situation: event.target.value })} />}
      </Field>
      {gentle.length > 0 && <ul className={styles['gentle']}>{gentle.map((word) => <li key={word.found}>{text('gentle.offer', { found: word.found, instead: word.instead })}</li>)}</ul>}
      <fieldset className={styles['windows']}>
        <legend>{text('contribution.window')}</legend>
        {[...windows, ''].map((window) => (
          <label key={window} className={styles['window']}>
            <input type="radio" name="window" checked={values.window === window} onChange={() => draft.change({ window })} /> {text(window === '' ? 'window.none' : `window.${window as (typeof windows)[number]}`)}
          </label>
        ))}
      </fieldset>
      <Field label={text('tablet.note.forParents')}>
        {(control) => <input {...control} dir="auto" value={values.forParents} onChange={(event) => draft.change({ forParents: event.target.value })} />}
      </Field>
      <SaidNo refusal={add.refusal} />
      <div className={styles['noteFoot']}>
        <Button type="submit" busy={add.busy}>{text('tablet.note.send')}</Button>
        <Button kind="quiet" onClick={onClose}>{text('action.close')}</Button>
        <DraftMark keeping={draft.keeping} />
      </div>
    </form>
  )
}
