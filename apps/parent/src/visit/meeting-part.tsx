import { buttonClass } from '@samenspel/ui'
import { useFamilyView } from '../family/family-context.tsx'
import { firstNameOf, type Appointment } from '../family/model.ts'
import { useJoin } from '../family/use-join.ts'
import { dialOf } from '../shell/help-lines.ts'
import { useText } from '../texts.ts'
import styles from './meeting-part.module.css'

/** How a talk by picture begins: one press on the day itself, or a call; and whom to call when it fails. */
export const MeetingPart = ({ part }: { readonly part: Appointment }) => {
  const text = useText()
  const join = useJoin()
  const { family, me } = useFamilyView()
  const { meeting } = part
  if (meeting === null) return null
  const name = join(part.professionals.map((one) => firstNameOf(one.name)))
  const own = family?.members.find(({ id }) => id === me.id)?.phone ?? null
  const isNow = meeting.url !== null
  return (
    <div className={styles['meeting']} data-print="never">
      {meeting.kind === 'LINK' && (isNow
        ? <a className={buttonClass('primary', true)} href={meeting.url ?? ''} target="_blank" rel="noopener noreferrer">{text('meeting.join')}</a>
        : <p>{text('meeting.later')}</p>)}
      {meeting.kind === 'CALL' && <p>{own === null ? text('meeting.theyCall', { name }) : text('meeting.theyCallOn', { name, phone: own })}</p>}
      {meeting.kind === 'NONE' && <p>{text('meeting.unknown', { name })}</p>}
      {meeting.phone !== null && (isNow || meeting.kind === 'CALL') && <p>{text('meeting.fails')} <a href={dialOf(meeting.phone)}><bdi>{meeting.phone}</bdi></a></p>}
    </div>
  )
}
