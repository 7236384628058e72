import { Link } from 'react-router'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useKeepDay } from '../../shell/looking-back.tsx'
import { meetingPath, meetingsPath } from '../../shell/paths.ts'
import type { Family } from '../family/family.ts'
import { isOver } from './meeting.ts'
import { MeetingLine } from './meeting-line.tsx'
import styles from './meetings.module.css'

/** In the file: the meetings to come, and whom somebody still tells of one that was. */
export const MeetingsSection = ({ family }: { readonly family: Pick<Family, 'id' | 'zone' | 'meetings'> }) => {
  const text = useText()
  const keepDay = useKeepDay()
  const shown = family.meetings.filter((meeting) => !isOver(meeting) || meeting.toTell.length > 0)
  if (shown.length === 0) return null
  return (
    <Section title={text('meetings.title')} action={<Link to={keepDay(meetingsPath(family.id))}>{text('meetings.all')}</Link>}>
      <ul className={styles['list']}>
        {shown.map((meeting) => (
          <li key={meeting.id}>
            <MeetingLine zone={family.zone} meeting={meeting} to={keepDay(meetingPath(family.id, meeting.id))} />
            {meeting.toTell.length > 0 && <p>{text('meetings.toTell', { names: meeting.toTell.join(', ') })}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
