import { ChooseMeetingWayDocument } from '@samenspel/graphql-documents/desk'
import { Notice } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { MeetingForm } from '../../parts/meeting-form.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import type { OwnCalendar } from './days.ts'

/** How one's talks by picture begin, unless one is given otherwise. */
export const UsualMeeting = ({ meeting, readAgain }: { readonly meeting: OwnCalendar['meeting']; readonly readAgain: () => void }) => {
  const text = useText()
  const choose = useCommand(ChooseMeetingWayDocument)
  const [saved, setSaved] = useState(false)
  return (
    <Section title={text('calendar.meeting')}>
      <p>{text('calendar.meetingHint')}</p>
      <MeetingForm
        name="usual-meeting" kind={meeting?.kind} url={meeting?.url} nothing={text('meeting.NONE')} busy={choose.busy} refusal={choose.refusal}
        onSave={(way) => { void choose.run({ way }).then((done) => { setSaved(done); if (done) readAgain() }) }}
      />
      <Notice tone="ok">{saved && text('meeting.saved')}</Notice>
    </Section>
  )
}
