import { WithdrawProposalDocument } from '@samenspel/graphql-documents/desk'
import { Button, StatusMark, useDates, type StatusTone } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { releasedLast } from '../../parts/released.ts'
import type { Need, PlannerFamily, Proposal } from './planner.ts'
import { ProposedBundle } from './proposed-bundle.tsx'
import styles from './sent-proposals.module.css'
import { SpokenYes } from './spoken-yes.tsx'

const tones: Record<Proposal['status'], StatusTone> = { DRAFT: 'neutral', SENT: 'wait', CONFIRMING: 'wait', CONFIRMED: 'ok', RELEASED: 'stop', WITHDRAWN: 'neutral' }

/** What lies with the parents: who answered, and what became of it. */
export const SentProposals = ({ family, needs, busy, onAgain }: { readonly family: PlannerFamily; readonly needs: readonly Need[]; readonly busy: boolean; readonly onAgain: (proposalId: string) => void }) => {
  const text = useText()
  const sent = family.proposals.filter((proposal) => proposal.status !== 'DRAFT' && proposal.status !== 'WITHDRAWN').toSorted((a, b) => (b.sentAt ?? '').localeCompare(a.sentAt ?? ''))
  const again = releasedLast(family.proposals)
  if (sent.length === 0) return null
  return (
    <Section title={text('sent.title')}>
      <ul className={styles['list']}>{sent.map((proposal) => <li key={proposal.id}><Sent family={family} proposal={proposal} needs={needs} busy={busy} onAgain={proposal === again && family.can.plan ? onAgain : undefined} /></li>)}</ul>
    </Section>
  )
}

const Sent = ({ family, proposal, needs, busy, onAgain }: { readonly family: PlannerFamily; readonly proposal: Proposal; readonly needs: readonly Need[]; readonly busy: boolean; readonly onAgain: ((proposalId: string) => void) | undefined }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const withdraw = useCommand(WithdrawProposalDocument)
  const [asking, setAsking] = useState(false)
  const days = [...new Set(proposal.bundles.toSorted((a, b) => a.date.localeCompare(b.date)).map((bundle) => dates.shortDay(bundle.date)))].join(', ')
  return (
    <article className={styles['sent']}>
      <div>
        <h3 className={styles['title']}>{text(`proposal.${proposal.kind}`)}: {days}</h3>
        {proposal.tell !== null && <p>{proposal.tell}</p>}
        {proposal.moves.length > 0 && <ul>{proposal.moves.map((move) => <li key={move}>{move}</li>)}</ul>}
        <StatusMark tone={tones[proposal.status]}>{text(`sent.${proposal.status}`)}</StatusMark>
        {proposal.releasedBecause !== null && <p>{proposal.releasedBecause}</p>}
      </div>
      <ul className={styles['answers']}>
        {proposal.answers.map((answer) => (
          <li key={answer.memberId}>
            <StatusMark tone={answer.answer === null ? 'wait' : answer.answer === 'OTHER_MOMENT' ? 'neutral' : 'ok'}>{text(answer.answer === null ? 'answer.none' : `answer.${answer.answer}`, { name: answer.firstName })}</StatusMark>
            {answer.at !== null && <span className={styles['soft']}> {dates.shortDay(dates.dateOf(answer.at))}</span>}
            {answer.spoken !== null && <span className={styles['soft']}>{answer.spoken.words}</span>}
            {proposal.status === 'SENT' && answer.answer !== 'YES' && family.can.coordinate && <SpokenYes family={family} proposal={proposal} answer={answer} />}
          </li>
        ))}
      </ul>
      {proposal.status === 'SENT' && family.can.plan && <Button kind="quiet" onClick={() => { withdraw.forgetRefusal(); setAsking(true) }}>{text('sent.withdraw')}</Button>}
      {onAgain !== undefined && <div><Button busy={busy} onClick={() => onAgain(proposal.id)}>{text('sent.again')}</Button><p className={styles['soft']}>{text('sent.againHint')}</p></div>}
      <details className={styles['days']}>
        <summary>{text('sent.show')}</summary>
        <div className={styles['bundles']}>{proposal.bundles.map((bundle) => <ProposedBundle key={bundle.id} bundle={bundle} family={family} asking={proposal.status === 'SENT' && family.can.plan ? { family, proposal, needs } : undefined} />)}</div>
      </details>
      {asking && (
        <ConfirmDialog kind="stop" title={text('sent.withdrawTitle')} sendLabel={text('sent.withdraw')} command={withdraw} onSend={() => withdraw.run({ familyId: family.id, proposalId: proposal.id })} onClose={() => setAsking(false)}>
          <p>{text('sent.withdrawHint')}</p>
        </ConfirmDialog>
      )}
    </article>
  )
}
