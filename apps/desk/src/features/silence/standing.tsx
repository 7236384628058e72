import { CancelForFamilyDocument } from '@samenspel/graphql-documents/desk'
import { Button, useDates } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import type { Appointment, Family } from '../family/family.ts'
import styles from './silence.module.css'

/** What was agreed before a family was left in peace: it stays until a person calls it off, after a word with the family. */
export const StandingAppointments = ({ family }: { readonly family: Family }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const standing = family.bundles.filter(({ date }) => date >= dates.today()).flatMap(({ parts }) => parts).filter(({ status }) => status === 'CONFIRMED')
  if (standing.length === 0) return <p>{text('silence.nothingStands')}</p>
  return (
    <div className={styles['stack']}>
      <h3>{text('silence.stands')}</h3>
      {family.can.coordinate && <p className={styles['soft']}>{text('silence.standsHint')}</p>}
      <ul className={styles['parts']}>{standing.map((part) => <Standing key={part.id} family={family} part={part} />)}</ul>
    </div>
  )
}

const Standing = ({ family, part }: { readonly family: Family; readonly part: Appointment }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const cancel = useCommand(CancelForFamilyDocument)
  const when = part.start === null || part.end === null ? dates.day(part.date) : `${dates.day(part.date)}, ${dates.times(part.start, part.end)}`
  return (
    <li className={styles['part']}>
      <span><strong>{when}</strong> {part.label} <span className={styles['soft']}>{part.professionals.map(({ name, phone }) => [name, phone].filter(Boolean).join(' ')).join(', ')}</span></span>
      {family.can.coordinate && part.elsewhere === null && (
        <Button kind="quiet" busy={cancel.busy} aria-label={text('silence.cancelOf', { what: part.label, when })} onClick={() => { void cancel.run({ familyId: family.id, appointmentId: part.id }) }}>{text('silence.cancel')}</Button>
      )}
      <SaidNo refusal={cancel.refusal} />
    </li>
  )
}
