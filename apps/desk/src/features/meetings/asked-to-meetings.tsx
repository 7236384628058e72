import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { meetingPath } from '../../shell/paths.ts'
import type { FamilyRow } from '../families/waiting.ts'
import { isOver } from './meeting.ts'
import { MeetingLine } from './meeting-line.tsx'
import styles from './meetings.module.css'

/** Over all families: to which meetings the viewer is asked, and whom they still tell of one. */
export const AskedToMeetings = ({ families }: { readonly families: readonly FamilyRow[] }) => {
  const text = useText()
  const shown = families.flatMap((family) => family.meetings.filter((meeting) => (meeting.isAsked && !isOver(meeting)) || meeting.toTell.length > 0).map((meeting) => ({ family, meeting })))
    .toSorted((a, b) => (a.meeting.when?.date ?? '9').localeCompare(b.meeting.when?.date ?? '9'))
  if (shown.length === 0) return null
  return (
    <Section title={text('meetings.yours')}>
      <ul className={styles['list']}>
        {shown.map(({ family, meeting }) => (
          <li key={meeting.id}>
            <MeetingLine zone={family.zone} meeting={meeting} to={meetingPath(family.id, meeting.id)} familyName={family.name} />
            {meeting.toTell.length > 0 && <p>{text('meetings.toTell', { names: meeting.toTell.join(', ') })}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
