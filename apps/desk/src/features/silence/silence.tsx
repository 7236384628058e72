import { CancelAfterLossDocument, ResumeMessagesDocument, TakeBackLossDocument } from '@samenspel/graphql-documents/desk'
import { Button, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import type { Appointment, Family } from '../family/family.ts'
import styles from './silence.module.css'

/** After a loss: what is silent, and what a person has to decide, with the family. */
export const Silence = ({ family }: { readonly family: Family }) =>
  family.silence === null ? null : <InSilence family={family} since={family.silence.since} />

const InSilence = ({ family, since }: { readonly family: Family; readonly since: string }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const takeBack = useCommand(TakeBackLossDocument)
  const resume = useCommand(ResumeMessagesDocument)
  const [asking, setAsking] = useState(false)
  const lost = family.members.filter(({ passed }) => passed !== null)
  const standing = family.bundles.filter(({ date }) => date >= dates.today()).flatMap(({ parts }) => parts).filter(({ status }) => status === 'CONFIRMED')
  const close = (): void => { setAsking(false); resume.forgetRefusal() }
  return (
    <Section title={text('silence.title')}>
      <div className={styles['stack']}>
        {lost.map((member) => <p key={member.id}><strong>{member.firstName}</strong>: {member.age}</p>)}
        <p>{text('silence.since', { day: dates.day(dates.dateOf(since)) })}</p>
        {standing.length === 0 ? <p>{text('silence.nothingStands')}</p> : (
          <div className={styles['stack']}>
            <h3>{text('silence.stands')}</h3>
            <p className={styles['soft']}>{text('silence.standsHint')}</p>
            <ul className={styles['parts']}>{standing.map((part) => <Standing key={part.id} family={family} part={part} />)}</ul>
          </div>
        )}
        {family.can.coordinate && (
          <div className={styles['choices']}>
            <Button kind="secondary" onClick={() => setAsking(true)}>{text('silence.resume')}</Button>
            {lost.map((member) => (
              <Button key={member.id} kind="quiet" busy={takeBack.busy} onClick={() => { void takeBack.run({ familyId: family.id, memberId: member.id }) }}>{text('silence.mistake', { name: member.firstName })}</Button>
            ))}
          </div>
        )}
        <SaidNo refusal={takeBack.refusal} />
      </div>
      {asking && (
        <ConfirmDialog title={text('silence.resumeTitle')} sendLabel={text('silence.resumeYes')} command={resume} onSend={() => resume.run({ familyId: family.id })} onClose={close}>
          <p>{text('silence.resumeText')}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

/** What was agreed before: it stays until a person calls it off, after a word with the family. */
const Standing = ({ family, part }: { readonly family: Family; readonly part: Appointment }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const cancel = useCommand(CancelAfterLossDocument)
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
