import { NoteMeetingPresenceDocument } from '@samenspel/graphql-documents/desk'
import { StatusMark } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import page from '../../parts/page.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import type { Meeting, MeetingsFamily } from './meeting.ts'
import styles from './meetings.module.css'

type Props = { readonly family: MeetingsFamily; readonly meeting: Meeting; readonly isHeld: boolean }

/** Who is asked, who must come, and, once it is held, who is there. */
export const Attendees = ({ family, meeting, isHeld }: Props) => {
  const text = useText()
  const note = useCommand(NoteMeetingPresenceDocument)
  const { attendees, without, closedAt } = meeting
  return (
    <Section title={text(isHeld ? 'attendees.present' : 'attendees.title')}>
      <ul className={styles['people']}>
        {attendees.map(({ id, name, role, presence, isPresent }) => (
          <li key={id}>
            {isHeld ? (
              <label>
                <input type="checkbox" checked={isPresent} disabled={note.busy} onChange={(event) => { void note.run({ familyId: family.id, meetingId: meeting.id, personId: id, present: event.target.checked }) }} />
                <span><strong>{name}</strong> <span className={page['soft']}>{role}</span></span>
              </label>
            ) : (
              <>
                <span><strong>{name}</strong> <span className={page['soft']}>{[role, closedAt === null ? text(`meeting.presence.${presence}`) : undefined].filter((part) => part !== undefined && part !== '').join(' · ')}</span></span>
                {closedAt !== null && <StatusMark tone={isPresent ? 'ok' : 'neutral'}>{text(isPresent ? 'attendees.was' : 'attendees.wasNot')}</StatusMark>}
              </>
            )}
          </li>
        ))}
      </ul>
      <SaidNo refusal={note.refusal} />
      {without !== null && (
        <div className={styles['withoutShown']}>
          <p><strong>{text('meeting.without', { names: without.parents.join(', ') })}</strong></p>
          <p dir="auto">{without.reason}</p>
          <p className={page['soft']}>{text('meeting.tellerIs', { name: without.teller })}</p>
        </div>
      )}
    </Section>
  )
}
