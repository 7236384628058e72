import { GiveMeetingWayDocument } from '@samenspel/graphql-documents/desk'
import { Button, buttonClass, Dialog } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { MeetingForm } from '../../parts/meeting-form.tsx'
import { useText } from '../../parts/text.ts'
import { useIsBack } from '../../shell/looking-back.tsx'
import { useViewer } from '../../shell/viewer.ts'
import type { Appointment, Family } from './family.ts'
import styles from './meeting-of-part.module.css'

type Props = { readonly part: Appointment; readonly meeting: NonNullable<Appointment['meeting']>; readonly family: Family }

/** How this talk begins, for the professionals who are in it: one press to join, or the numbers to call. */
export const MeetingOfPart = ({ part, meeting, family }: Props) => {
  const text = useText()
  const viewer = useViewer()
  const give = useCommand(GiveMeetingWayDocument)
  const [isOpen, setIsOpen] = useState(false)
  const called = family.members.filter((member) => part.attendees.includes(member.id))
  const numbers = called.filter(({ phone }) => phone !== null)
  const isBack = useIsBack()
  const mayChange = !isBack && part.professionals.some(({ id }) => id === viewer.id)
  return (
    <div className={styles['meeting']}>
      {meeting.kind === 'LINK' && meeting.url !== null && <a className={buttonClass('secondary')} href={meeting.url} target="_blank" rel="noopener noreferrer" aria-label={text('meeting.joinLabel', { what: part.label })}>{text('meeting.join')}</a>}
      {meeting.kind === 'CALL' && (
        <p>{text('meeting.youCall', { names: called.map(({ firstName }) => firstName).join(', ') })} {numbers.map(({ id, firstName, phone }) => <a key={id} className={styles['number']} href={`tel:${(phone ?? '').replaceAll(/[^\d+]/g, '')}`}>{text('meeting.numbers', { name: firstName, phone: phone ?? '' })}</a>)}</p>
      )}
      {meeting.kind === 'NONE' && <p>{text('meeting.NONE')}</p>}
      {mayChange && <Button kind="quiet" aria-label={text('meeting.changeLabel', { what: part.label })} onClick={() => setIsOpen(true)}>{text('meeting.change')}</Button>}
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={text('meeting.changeTitle')}>
        <MeetingForm
          name={`meeting-${part.id}`} kind={meeting.isForThisOne ? meeting.kind : 'NONE'} url={meeting.isForThisOne ? meeting.url : undefined} nothing={text('meeting.usual')} busy={give.busy} refusal={give.refusal}
          onSave={(way) => { void give.run({ familyId: family.id, appointmentId: part.id, way }).then((done) => { if (done) setIsOpen(false) }) }}
        />
        <Button kind="secondary" onClick={() => setIsOpen(false)}>{text('action.cancel')}</Button>
      </Dialog>
    </div>
  )
}
