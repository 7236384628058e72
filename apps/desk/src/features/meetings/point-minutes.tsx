import { AddMeetingActionDocument, WriteMeetingMinutesDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { dayAfter } from '@samenspel/intl'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import { useViewer } from '../../shell/viewer.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import { AddBeside } from './add-beside.tsx'
import type { Meeting, MeetingsFamily, Point } from './meeting.ts'
import styles from './meetings.module.css'

type Props = { readonly family: MeetingsFamily; readonly meeting: Meeting; readonly point: Point; readonly isHeld: boolean; readonly readAgain: () => void }

/** What is written down at a point, what was decided, and who does what by when. */
export const PointMinutes = ({ family, meeting, point, isHeld, readAgain }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [opened, setOpened] = useState<'minutes' | 'action'>()
  const { minutes, actions } = point
  return (
    <>
      {minutes !== null && opened !== 'minutes' && (
        <div className={styles['minutes']}>
          {minutes.notes !== '' && <p className={page['words']} dir="auto">{minutes.notes}</p>}
          {minutes.decision !== '' && <p className={page['words']} dir="auto"><strong>{text('minutes.decided')}</strong> {minutes.decision}</p>}
          <div className={styles['by']}>
            <p className={page['soft']}>{text('minutes.by', { by: minutes.by, day: dates.date(dates.dateOf(minutes.changedAt)) })}</p>
            <BesideEntry family={family} kind="MEETING_MINUTES" entryId={point.id} name={point.text} />
          </div>
          {meeting.closedAt !== null && <AddBeside family={family} kind="MEETING_MINUTES" entryId={point.id} by={minutes.by} name={point.text} />}
        </div>
      )}
      {actions.length > 0 && (
        <ul className={styles['done']}>
          {actions.map((action) => (
            <li key={action.id}>
              <span dir="auto">{action.text}</span> <span className={page['soft']}>{[action.owner, action.dueOn === null ? undefined : text('actions.due', { day: dates.shortDay(action.dueOn) })].filter((part) => part !== undefined).join(' · ')}</span>
              {' '}{action.done && <StatusMark tone="ok">{text('actions.done')}</StatusMark>}
            </li>
          ))}
        </ul>
      )}
      {isHeld && opened === 'minutes' && <MinutesForm family={family} meeting={meeting} point={point} readAgain={readAgain} onClose={() => setOpened(undefined)} />}
      {isHeld && opened === 'action' && <ActionForm family={family} meeting={meeting} point={point} onClose={() => setOpened(undefined)} />}
      {isHeld && opened === undefined && (
        <div className={page['row']}>
          <Button kind="secondary" onClick={() => setOpened('minutes')}>{text(minutes === null ? 'minutes.write' : 'minutes.change')}<VisuallyHidden>: {point.text}</VisuallyHidden></Button>
          <Button kind="quiet" onClick={() => setOpened('action')}>{text('minutes.addAction')}<VisuallyHidden>: {point.text}</VisuallyHidden></Button>
        </div>
      )}
    </>
  )
}

const MinutesForm = ({ family, meeting, point, readAgain, onClose }: Omit<Props, 'isHeld'> & { readonly onClose: () => void }) => {
  const text = useText()
  const write = useCommand(WriteMeetingMinutesDocument)
  const current = { version: point.minutes?.version ?? '', notes: point.minutes?.notes ?? '', decision: point.minutes?.decision ?? '' }
  const draft = useDraft(family.id, `minutes-${point.id}`, current)
  const { values } = draft
  const send = async (): Promise<void> => {
    const done = await write.run({ familyId: family.id, meetingId: meeting.id, pointId: point.id, version: values.version === '' ? undefined : values.version, input: { notes: values.notes.trim(), decision: values.decision.trim() } })
    if (done) {
      draft.drop()
      onClose()
    } else readAgain()
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      <Field label={text('minutes.notes')}>{(control) => <textarea {...control} autoFocus rows={4} dir="auto" value={values.notes} onChange={(event) => draft.change({ notes: event.target.value })} />}</Field>
      <Field label={text('minutes.decision')}>{(control) => <textarea {...control} rows={2} dir="auto" value={values.decision} onChange={(event) => draft.change({ decision: event.target.value })} />}</Field>
      <EditFoot
        keeping={draft.keeping} refusal={write.refusal} busy={write.busy} onClose={onClose}
        conflict={values.version !== current.version ? { theirs: [current.notes, current.decision].filter((part) => part !== '').join('\n'), by: point.minutes?.by, onKeep: () => draft.change({ version: current.version }), onTake: () => draft.change(current) } : undefined}
      />
    </form>
  )
}

const ActionForm = ({ family, meeting, point, onClose }: Omit<Props, 'isHeld' | 'readAgain'> & { readonly onClose: () => void }) => {
  const text = useText()
  const viewer = useViewer()
  const dates = useDates(family.zone)
  const add = useCommand(AddMeetingActionDocument)
  const draft = useDraft(family.id, `meeting-action-${point.id}`, { text: '', owner: viewer.id, dueOn: dayAfter(dates.today(), usualDays) })
  const owners = [...new Map([...meeting.attendees.map(({ id, name }) => [id, name] as const), ...family.team.map(({ professional }) => [professional.id, professional.name] as const)])]
  const send = async (): Promise<void> => {
    const { text: words, owner, dueOn } = draft.values
    if (!await add.run({ familyId: family.id, meetingId: meeting.id, pointId: point.id, text: words, ownerId: owner, dueOn })) return
    draft.drop()
    onClose()
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      <Field label={text('actions.what')} hint={text('minutes.actionHint')}>{(control) => <input {...control} autoFocus dir="auto" value={draft.values.text} onChange={(event) => draft.change({ text: event.target.value })} />}</Field>
      <div className={styles['pair']}>
        <Field label={text('actions.who')}>{(control) => <select {...control} value={draft.values.owner} onChange={(event) => draft.change({ owner: event.target.value })}>{owners.map(([id, name]) => <option key={id} value={id}>{name}</option>)}</select>}</Field>
        <Field label={text('actions.by')}>{(control) => <input {...control} type="date" required value={draft.values.dueOn} onChange={(event) => draft.change({ dueOn: event.target.value })} />}</Field>
      </div>
      <EditFoot keeping={draft.keeping} refusal={add.refusal} busy={add.busy} onClose={onClose} />
    </form>
  )
}

/** Two weeks is what most agree on. */
const usualDays = 14
