import { ResumeMessagesDocument, TakeBackLossDocument } from '@samenspel/graphql-documents/desk'
import { Button, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import type { Family } from '../family/family.ts'
import styles from './silence.module.css'
import { StandingAppointments } from './standing.tsx'

/** After a loss: what is silent, and what a person has to decide, with the family. */
export const Silence = ({ family }: { readonly family: Family }) =>
  family.silence === null || family.silence.isRest ? null : <InSilence family={family} since={family.silence.since} />

const InSilence = ({ family, since }: { readonly family: Family; readonly since: string }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const takeBack = useCommand(TakeBackLossDocument)
  const resume = useCommand(ResumeMessagesDocument)
  const [asking, setAsking] = useState(false)
  const lost = family.members.filter(({ passed }) => passed !== null)
  const close = (): void => { setAsking(false); resume.forgetRefusal() }
  return (
    <Section title={text('silence.title')}>
      <div className={styles['stack']}>
        {lost.map((member) => <p key={member.id}><strong>{member.firstName}</strong>: {member.age}</p>)}
        <p>{text('silence.since', { day: dates.day(dates.dateOf(since)) })}</p>
        <StandingAppointments family={family} />
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
