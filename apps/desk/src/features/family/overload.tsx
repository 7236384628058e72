import { AnswerOverloadSignalDocument } from '@samenspel/graphql-documents/desk'
import { Button, useDates } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useIsBack } from '../../shell/looking-back.tsx'
import { useViewer } from '../../shell/viewer.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import type { Family } from './family.ts'
import styles from './prompt.module.css'

/** A parent said that it is too much: what was chosen, who calls, by when. No score, no red. */
export const Overload = ({ family }: { readonly family: Family }) =>
  family.overloadSignals.filter((signal) => signal.answeredAt === null).map((signal) => <Signal key={signal.id} family={family} signal={signal} />)

const Signal = ({ family, signal }: { readonly family: Family; readonly signal: Family['overloadSignals'][number] }) => {
  const text = useText()
  const viewer = useViewer()
  const dates = useDates(family.zone)
  const answer = useCommand(AnswerOverloadSignalDocument)
  const day = dates.nearDay(dates.dateOf(signal.callBy), dates.today())
  const time = dates.time(dates.timeOf(signal.callBy))
  const phone = family.members.find((member) => member.id === signal.memberId)?.phone ?? undefined
  const isBack = useIsBack()
  const mayAnswer = !isBack && (family.can.coordinate || signal.caller.id === viewer.id)
  return (
    <Section title={text(`overload.choice.${signal.choice}`, { name: signal.firstName })} tone="wait">
      <div className={styles['stack']}>
        {signal.words !== null && <blockquote className={styles['quote']} dir="auto">{signal.words}</blockquote>}
        <p><strong>{signal.caller.id === viewer.id ? text('overload.youCall', { day, time }) : text('overload.theyCall', { name: signal.caller.name, day, time })}</strong></p>
        {signal.passedToSubstitute && <p>{text('overload.passed')}</p>}
        {signal.remindersPaused && <p className={styles['soft']}>{text('overload.paused')}</p>}
        <div className={styles['row']}>
          {mayAnswer && <Button kind="secondary" busy={answer.busy} onClick={() => { void answer.run({ familyId: family.id, signalId: signal.id }) }}>{text('overload.called')}</Button>}
          {phone !== undefined && <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>}
        </div>
        <SaidNo refusal={answer.refusal} />
        <BesideEntry family={family} kind="OVERLOAD_SIGNAL" entryId={signal.id} name={text(`overload.choice.${signal.choice}`, { name: signal.firstName })} />
      </div>
    </Section>
  )
}
