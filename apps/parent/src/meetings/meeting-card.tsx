import { buttonClass, Card } from '@samenspel/ui'
import { useId } from 'react'
import { Link } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import { paths } from '../paths.ts'
import { usePageText } from '../texts.ts'
import styles from './meetings.module.css'
import { isComing, isOff } from './standing.ts'

/** On Today, when there is a talk about the plan: what the parents want to speak about comes first there; or that it was called off. */
export const MeetingCard = () => {
  const text = usePageText()
  const id = useId()
  const { family, now } = useFamilyView()
  const meetings = family?.meetings ?? []
  const isPast = meetings.some(({ status }) => status === 'HELD')
  const news = meetings.some(isComing) ? 'meet.card' : meetings.some((one) => isOff(one, now.date)) ? 'meet.off' : isPast ? 'meet.cardPast' : undefined
  if (news === undefined) return null
  return (
    <Card labelledBy={id}>
      <div className={styles['part']}>
        <h2 id={id}>{text('meet.title')}</h2>
        <p>{text(news)}</p>
        <Link href={paths.meetings} className={buttonClass('secondary', true)}>{text('meet.link')}</Link>
      </div>
    </Card>
  )
}
