import { StatusMark, useDates } from '@samenspel/ui'
import { Link } from 'react-router'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import type { Meeting } from './meeting.ts'
import styles from './meetings.module.css'

type Props = { readonly zone: string; readonly meeting: Pick<Meeting, 'purpose' | 'status' | 'when' | 'isAsked'>; readonly to: string }

/** One meeting in a list: when it is, what for, and whether the reader is asked. */
export const MeetingLine = ({ zone, meeting: { purpose, status, when, isAsked }, to }: Props) => {
  const text = useText()
  const dates = useDates(zone)
  return (
    <div className={styles['line']}>
      <div>
        <p><Link to={to}><span dir="auto">{purpose}</span></Link></p>
        <p className={page['soft']}>
          {[when === null ? undefined : text('meeting.when', { day: dates.day(when.date), from: dates.clock(when.from), to: dates.clock(when.to), place: when.place }), isAsked ? text('meeting.youAsked') : undefined].filter((part) => part !== undefined).join(' · ')}
        </p>
      </div>
      <MeetingStatusMark status={status} />
    </div>
  )
}

const tones = { TO_PLAN: 'wait', PROPOSED: 'wait', FIXED: 'ok', HELD: 'neutral', CANCELLED: 'stop' } as const

export const MeetingStatusMark = ({ status }: Pick<Meeting, 'status'>) => {
  const text = useText()
  return <StatusMark tone={tones[status]}>{text(`meeting.status.${status}`)}</StatusMark>
}
