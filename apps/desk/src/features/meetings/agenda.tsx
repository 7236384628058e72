import { OrderMeetingAgendaDocument, WithdrawMeetingPointDocument } from '@samenspel/graphql-documents/desk'
import { Button, VisuallyHidden } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import page from '../../parts/page.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import type { Meeting, MeetingsFamily } from './meeting.ts'
import styles from './meetings.module.css'
import { PointMinutes } from './point-minutes.tsx'

type Props = { readonly family: MeetingsFamily; readonly meeting: Meeting; readonly isHeld: boolean; readonly readAgain: () => void }

/** What is spoken of, in order: the parents' points first. During the meeting each has a place to write. */
export const Agenda = ({ family, meeting, isHeld, readAgain }: Props) => {
  const text = useText()
  const order = useCommand(OrderMeetingAgendaDocument)
  const withdraw = useCommand(WithdrawMeetingPointDocument)
  const { points, can } = meeting
  const parents = points.filter(({ isParents }) => isParents).length
  const move = (from: number, to: number): void => {
    const ids = points.map(({ id }) => id)
    const [moved] = ids.splice(from, 1)
    if (moved === undefined) return
    ids.splice(to, 0, moved)
    void order.run({ familyId: family.id, meetingId: meeting.id, pointIds: ids })
  }
  /** Parents' points stay before the others. */
  const canMove = (from: number, to: number): boolean => to >= 0 && to < points.length && (from < parents) === (to < parents)
  return (
    <Section title={text('agenda.title')}>
      {points.length === 0 && <p className={page['soft']}>{text(can.lead ? 'agenda.emptyLead' : 'agenda.empty')}</p>}
      <ol className={styles['agenda']}>
        {points.map((point, index) => (
          <li key={point.id} data-parents={point.isParents || undefined}>
            <div className={styles['point']}>
              <div>
                <h3 dir="auto">{point.text}</h3>
                <div className={styles['by']}>
                  <p className={page['soft']}>{point.isParents ? text('agenda.ofParent', { name: point.by }) : text('agenda.about', { subject: point.subject.label, by: point.by })}</p>
                  <BesideEntry family={family} kind="MEETING_POINT" entryId={point.id} name={point.text} />
                </div>
              </div>
              {can.lead && !isHeld && (
                <div className={styles['move']}>
                  <Button kind="quiet" disabled={!canMove(index, index - 1)} onClick={() => move(index, index - 1)}><span aria-hidden="true">↑</span><VisuallyHidden>{text('agenda.up', { point: point.text })}</VisuallyHidden></Button>
                  <Button kind="quiet" disabled={!canMove(index, index + 1)} onClick={() => move(index, index + 1)}><span aria-hidden="true">↓</span><VisuallyHidden>{text('agenda.down', { point: point.text })}</VisuallyHidden></Button>
                  {point.mayWithdraw && <Button kind="quiet" busy={withdraw.busy} onClick={() => { void withdraw.run({ familyId: family.id, meetingId: meeting.id, pointId: point.id }) }}>{text('agenda.remove')}<VisuallyHidden>: {point.text}</VisuallyHidden></Button>}
                </div>
              )}
            </div>
            <PointMinutes family={family} meeting={meeting} point={point} isHeld={isHeld} readAgain={readAgain} />
          </li>
        ))}
      </ol>
      <SaidNo refusal={order.refusal ?? withdraw.refusal} />
    </Section>
  )
}
