import { CloseMeetingDocument, WriteMeetingReportDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import { AddBeside } from './add-beside.tsx'
import type { Meeting, MeetingsFamily } from './meeting.ts'
import styles from './meetings.module.css'

type Props = { readonly family: MeetingsFamily; readonly meeting: Meeting; readonly mayWrite: boolean; readonly readAgain: () => void; readonly onHold: () => void }
const parts = ['discussed', 'agreed', 'next'] as const

/** What parents read of the meeting: written for them, in plain words. Then it can be closed. */
export const Report = ({ family, meeting, mayWrite, readAgain, onHold }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [isWriting, setWriting] = useState(false)
  const { report } = meeting
  const shown = report !== null && !isWriting
  return (
    <Section title={text('report.title')} action={mayWrite && shown ? <Button kind="quiet" onClick={() => setWriting(true)}>{text('action.edit')}</Button> : undefined}>
      {shown && (
        <div className={styles['minutes']}>
          {parts.map((part) => report[part] !== '' && <div key={part}><h3>{text(`report.${part}`)}</h3><p className={page['words']} dir="auto">{report[part]}</p></div>)}
          <p className={page['soft']}>{text('minutes.by', { by: report.by, day: dates.date(dates.dateOf(report.changedAt)) })}</p>
          <BesideEntry family={family} kind="MEETING_REPORT" entryId={report.id} name={text('report.title')} />
          {meeting.closedAt !== null && <AddBeside family={family} kind="MEETING_REPORT" entryId={report.id} by={report.by} name={text('report.title')} />}
        </div>
      )}
      {mayWrite && !shown && <ReportForm family={family} meeting={meeting} readAgain={readAgain} onClose={() => setWriting(false)} />}
      {!mayWrite && report === null && <p className={page['soft']}>{text('report.empty')}</p>}
      {mayWrite && meeting.can.lead && shown && <Closing family={family} meeting={meeting} onHold={onHold} />}
    </Section>
  )
}

const ReportForm = ({ family, meeting, readAgain, onClose }: Omit<Props, 'mayWrite' | 'onHold'> & { readonly onClose: () => void }) => {
  const text = useText()
  const write = useCommand(WriteMeetingReportDocument)
  const { report } = meeting
  const current = { version: report?.version ?? '', discussed: report?.discussed ?? '', agreed: report?.agreed ?? '', next: report?.next ?? '' }
  const draft = useDraft(family.id, `meeting-report-${meeting.id}`, current)
  const { values } = draft
  const send = async (): Promise<void> => {
    const { version, discussed, agreed, next } = values
    const done = await write.run({ familyId: family.id, meetingId: meeting.id, version: version === '' ? undefined : version, input: { discussed: discussed.trim(), agreed: agreed.trim(), next: next.trim() } })
    if (done) {
      draft.drop()
      onClose()
    } else readAgain()
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      <p className={page['soft']}>{text('report.hint')}</p>
      {parts.map((part) => (
        <Field key={part} label={text(`report.${part}`)} hint={text(`report.${part}Hint`)}>{(control) => <textarea {...control} rows={3} dir="auto" value={values[part]} onChange={(event) => draft.change({ [part]: event.target.value })} />}</Field>
      ))}
      <EditFoot
        keeping={draft.keeping} refusal={write.refusal} busy={write.busy} onClose={onClose}
        conflict={values.version !== current.version ? { theirs: parts.map((part) => current[part]).filter((words) => words !== '').join('\n'), by: report?.by, onKeep: () => draft.change({ version: current.version }), onTake: () => draft.change(current) } : undefined}
      />
    </form>
  )
}

/** To close: it says what then stands, and asks once more. */
const Closing = ({ family, meeting, onHold }: Pick<Props, 'family' | 'meeting' | 'onHold'>) => {
  const text = useText()
  const close = useCommand(CloseMeetingDocument)
  const [isAsking, setAsking] = useState(false)
  const present = meeting.attendees.filter(({ isPresent }) => isPresent)
  const ask = (): void => { close.forgetRefusal(); setAsking(true) }
  return (
    <div className={styles['closing']}>
      {present.length === 0
        ? <p>{text('closing.nobody')} <Button kind="quiet" onClick={onHold}>{text('closing.toPresence')}</Button></p>
        : <Button onClick={ask}>{text('closing.close')}</Button>}
      {isAsking && (
        <ConfirmDialog title={text('closing.title')} sendLabel={text('closing.close')} command={close} onSend={() => close.run({ familyId: family.id, meetingId: meeting.id })} onClose={() => setAsking(false)}>
          <p>{text('closing.present', { names: present.map(({ name }) => name).join(', ') })}</p>
          <p>{text('closing.what')}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
