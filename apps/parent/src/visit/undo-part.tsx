import { ReinstateAppointmentDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Notice, StatusMark, VisuallyHidden } from '@samenspel/ui'
import { useFamilyView } from '../family/family-context.tsx'
import { firstNameOf, type Appointment } from '../family/model.ts'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import styles from './undo-part.module.css'

type Props = {
  readonly part: Appointment
  /** Says the day too, where it doesn't stand above. */
  readonly withDay?: boolean
}

/** A part that was dropped; for a day whoever dropped it can take that back. */
export const UndoPart = ({ part, withDay = false }: Props) => {
  const text = usePageText()
  const { family, dates, now } = useFamilyView()
  const { state, send } = useCommand(ReinstateAppointmentDocument)
  const { canUndoUntil, notReinstatedBecause } = part
  const what = <p><StatusMark tone="neutral">{text('visit.cancelled')}</StatusMark>: {part.label}{withDay && `, ${dates.day(part.date)}`}</p>
  if (family === undefined || canUndoUntil === null) return what
  const undo = async () => {
    if (state.kind === 'busy') return
    await send({ familyId: family.id, appointmentId: part.id })
  }
  const name = family.coordinator === null ? undefined : firstNameOf(family.coordinator.name)
  return (
    <Card as="div" tone={notReinstatedBecause === null ? 'plain' : 'wait'}>
      <div className={styles['undo']}>
        {what}
        {notReinstatedBecause === null
          ? <p>{text('undo.until', { day: dates.nearDay(dates.dateOf(canUndoUntil), now.date), time: dates.time(dates.timeOf(canUndoUntil)) })}</p>
          : <p>{notReinstatedBecause} {name === undefined ? text('undo.nextNobody') : text('undo.next', { name })}</p>}
        <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
        {notReinstatedBecause === null && (
          <Button kind="secondary" wide busy={state.kind === 'busy'} onClick={() => { void undo() }}>
            <span aria-hidden="true">{text('undo.do')}</span><VisuallyHidden>{text('undo.label', { label: part.label })}</VisuallyHidden>
          </Button>
        )}
      </div>
    </Card>
  )
}
