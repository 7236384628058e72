import { buttonClass, Card } from '@samenspel/ui'
import { useId } from 'react'
import { Link } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import { paths } from '../paths.ts'
import { usePageText } from '../texts.ts'

/** On Today, when there is a talk about the plan: what the parents want to speak about comes first there. */
export const MeetingCard = () => {
  const text = usePageText()
  const id = useId()
  const { family } = useFamilyView()
  const isComing = family?.meetings.some(({ status }) => status !== 'HELD' && status !== 'CANCELLED') === true
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{text('meet.title')}</h2>
      <p>{text(isComing ? 'meet.card' : 'meet.cardPast')}</p>
      <Link href={paths.meetings} className={buttonClass('secondary', true)}>{text('meet.link')}</Link>
    </Card>
  )
}
