import { SendProposalsDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Notice } from '@samenspel/ui'
import { useEffect, useRef, useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { isChild } from '../../parts/members.ts'
import { useText } from '../../parts/text.ts'
import { mostSent, offersOf, progressOf, stillOffered, toggle, type Need, type PlannerFamily, type Proposal, type Run } from './planner.ts'
import { ProposalCard } from './proposal-card.tsx'
import styles from './proposals.module.css'
import { StopSearch } from './stop-search.tsx'
import { UnplannedNeeds } from './unplanned-needs.tsx'

type Props = { readonly family: PlannerFamily; readonly run: Run; readonly needs: readonly Need[]; readonly onSent: () => void }

const steps = ['searching', 'improving', 'done'] as const

/** The answers of one search, side by side; one or two of them go to the parents. */
export const Proposals = ({ family, run, needs, onSent }: Props) => {
  const text = useText()
  const [chosen, setChosen] = useState<readonly Proposal[]>([])
  const [confirming, setConfirming] = useState(false)
  const send = useCommand(SendProposalsDocument)
  const section = useRef<HTMLElement>(null)
  useEffect(() => { section.current?.scrollIntoView?.({ block: 'nearest' }) }, [])
  const progress = progressOf(run)
  const isWithoutAnswer = progress === 'failed' || progress === 'nothing' || progress === 'stoppedEmpty'
  const drafts = offersOf(run)
  const { kept, gone } = stillOffered(chosen, drafts)
  const picked = kept.map(({ id }) => id)
  const choose = (id: string): void => {
    const now = toggle(picked, id)
    setChosen(now.flatMap((one) => drafts.find((proposal) => proposal.id === one) ?? []))
    setConfirming(false)
  }
  const adults = family.members.filter((member) => !isChild(member) && member.inHousehold).map((member) => member.firstName).join(` ${text('planner.and')} `)
  const confirm = async (): Promise<void> => {
    if (await send.run({ familyId: family.id, runId: run.id, proposalIds: [...picked] })) onSent()
    setConfirming(false)
  }
  return (
    <section ref={section} aria-label={text('planner.proposals')} className={styles['proposals']}>
      <div className={styles['progress']}>
        <Notice tone={isWithoutAnswer ? 'wait' : 'neutral'}>{text(`planner.progress.${progress}`, { count: drafts.length })}{progress === 'failed' && run.error !== null && ` ${run.error}`}</Notice>
        {!isWithoutAnswer && (
          <ol className={styles['steps']} aria-hidden="true">
            {steps.map((step, index) => {
              const reached = progress === 'searching' ? 0 : progress === 'improving' ? 1 : 2
              return <li key={step} data-reached={index <= reached && !(step === 'searching' && progress === 'searching') || undefined}>{text(`planner.step.${step === 'done' && (progress === 'proven' || progress === 'stopped') ? progress : step}`)}</li>
            })}
          </ol>
        )}
        <StopSearch run={run} />
      </div>
      <Notice tone="wait">
        {run.notKnown.length > 0 && (
          <>
            <strong>{text('planner.notKnown')}</strong>
            <ul>{run.notKnown.map((one) => <li key={one}>{one}</li>)}</ul>
            <p>{text('planner.notKnown.means')}</p>
          </>
        )}
      </Notice>
      {progress === 'nothing' && run.proposals[0] !== undefined && <UnplannedNeeds family={family} proposal={run.proposals[0]} runId={run.id} />}
      {run.stays.length > 0 && (
        <details className={styles['stays']}>
          <summary>{text('replan.stays', { count: run.stays.length })}</summary>
          <ul>{run.stays.map((one) => <li key={one}>{one}</li>)}</ul>
        </details>
      )}
      {drafts.length > 0 && (
        <ol className={styles['cards']}>
          {drafts.map((proposal, index) => (
            <li key={proposal.id}>
              <ProposalCard proposal={proposal} family={family} place={index + 1} asKnown={run.notKnown.length > 0} chosen={picked.includes(proposal.id)} onToggle={() => choose(proposal.id)} asking={run.state === 'DONE' ? { runId: run.id, needs } : undefined} />
            </li>
          ))}
        </ol>
      )}
      {drafts.length > 0 && (
        <div className={styles['bar']}>
          <Notice tone="wait">{gone > 0 && text('planner.gone', { count: gone })}</Notice>
          <p>{picked.length === 0 ? text('planner.choose', { count: mostSent }) : text('planner.chosen', { count: picked.length })}</p>
          <SaidNo refusal={send.refusal} />
          <Button busy={send.busy} disabled={picked.length === 0} onClick={() => setConfirming(true)}>{text('planner.send')}</Button>
        </div>
      )}
      <Dialog isOpen={confirming && picked.length > 0} onClose={() => setConfirming(false)} title={text('planner.confirmTitle', { count: picked.length })}>
        <p>{text('planner.confirm', { adults })}</p>
        <p>{text('planner.confirmCalendars')}</p>
        <div className={styles['choices']}>
          <Button busy={send.busy} onClick={() => { void confirm() }}>{text('planner.send')}</Button>
          <Button kind="secondary" onClick={() => setConfirming(false)}>{text('action.cancel')}</Button>
        </div>
      </Dialog>
    </section>
  )
}
