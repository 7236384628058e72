import { ChangeMeetingDocument, ConveneMeetingDocument } from '@samenspel/graphql-documents/desk'
import { Dialog, Field } from '@samenspel/ui'
import { useNavigate } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import { meetingPath } from '../../shell/paths.ts'
import { useViewer } from '../../shell/viewer.ts'
import styles from '../plan/dialogs.module.css'
import own from './meetings.module.css'
import { askingIn, inputOf, invitablesIn, leftOut, newMeeting, valuesOf, withAsking, type Asking, type Meeting, type MeetingsFamily } from './meeting.ts'

type Props = {
  readonly family: MeetingsFamily
  /** The one to change; none for a new one. */
  readonly meeting: Meeting | undefined
  readonly readAgain: () => void
  readonly onClose: () => void
}

/** What a meeting is for and who is asked. Parents are asked from the start; without one it takes a reason, and somebody who tells. */
export const ConveneDialog = ({ family, meeting, readAgain, onClose }: Props) => {
  const text = useText()
  const viewer = useViewer()
  const navigate = useNavigate()
  const convene = useCommand(ConveneMeetingDocument)
  const change = useCommand(ChangeMeetingDocument)
  const people = invitablesIn(family, (role) => text(`role.${role as 'MOTHER'}`))
  const draft = useDraft(family.id, meeting === undefined ? 'meeting' : `meeting-${meeting.id}`, meeting === undefined ? newMeeting(people, viewer.id, text('meeting.purposeUsual')) : valuesOf(meeting, viewer.id))
  const { values } = draft
  const asked = askingIn(values.asked)
  const without = leftOut(people, values)
  const tellers = people.filter(({ isOfFamily }) => !isOfFamily)
  const send = async (): Promise<void> => {
    const input = inputOf(values, people)
    const goThere = ({ conveneMeeting: { id } }: { readonly conveneMeeting: { readonly id: string } }): void => { void navigate(meetingPath(family.id, id)) }
    const done = meeting === undefined ? await convene.run({ familyId: family.id, input }, goThere) : await change.run({ familyId: family.id, meetingId: meeting.id, version: values.version, input })
    if (!done) {
      readAgain()
      return
    }
    draft.drop()
    onClose()
  }
  const isChanged = meeting !== undefined && values.version !== meeting.version
  return (
    <Dialog isOpen onClose={onClose} title={text(meeting === undefined ? 'meetings.convene' : 'meeting.edit')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <Field label={text('meeting.purpose')}>{(control) => <input {...control} dir="auto" value={values.purpose} onChange={(event) => draft.change({ purpose: event.target.value })} />}</Field>
        <Field label={text('meeting.dueOn')} hint={text('meeting.dueOnHint')}>{(control) => <input {...control} type="date" value={values.dueOn} onChange={(event) => draft.change({ dueOn: event.target.value })} />}</Field>
        <fieldset className={own['asked']}>
          <legend>{text('meeting.asked')}</legend>
          {people.map(({ id, name, role }) => (
            <label key={id}>
              <span><strong>{name}</strong> <span className={page['soft']}>{role}</span></span>
              <select value={asked.get(id) ?? ''} onChange={(event) => draft.change({ asked: withAsking(values.asked, id, event.target.value as Asking) })}>
                <option value="MUST">{text('meeting.presence.MUST')}</option>
                <option value="MAY">{text('meeting.presence.MAY')}</option>
                <option value="">{text('meeting.presence.none')}</option>
              </select>
            </label>
          ))}
        </fieldset>
        {without.length > 0 && (
          <fieldset className={own['without']}>
            <legend>{text('meeting.without', { names: without.map(({ name }) => name).join(', ') })}</legend>
            <Field label={text('meeting.reason')} hint={text('meeting.reasonHint')}>{(control) => <textarea {...control} rows={2} dir="auto" value={values.reason} onChange={(event) => draft.change({ reason: event.target.value })} />}</Field>
            <Field label={text('meeting.teller')}>
              {(control) => <select {...control} value={values.teller} onChange={(event) => draft.change({ teller: event.target.value })}>{tellers.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>}
            </Field>
          </fieldset>
        )}
        <EditFoot
          keeping={draft.keeping} refusal={convene.refusal ?? change.refusal} busy={convene.busy || change.busy} onClose={onClose}
          conflict={isChanged ? { theirs: meeting.purpose, onKeep: () => draft.change({ version: meeting.version }), onTake: () => draft.change(valuesOf(meeting, viewer.id)) } : undefined}
        />
      </form>
    </Dialog>
  )
}
