import { ProposalRunChangedDocument, ProposalRunDocument, StartProposalsDocument } from '@samenspel/graphql-documents/desk'
import { Button, Notice, PageHeading } from '@samenspel/ui'
import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery, useSubscription } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { ElsewhereSection } from '../elsewhere/elsewhere.tsx'
import { PlannedWeeks } from './planned-weeks.tsx'
import { FellAway } from './fell-away.tsx'
import { offersOf, type PlannerData, type PlannerFamily } from './planner.ts'
import styles from './planner-board.module.css'
import { Proposals } from './proposals.tsx'
import { Replan } from './replan.tsx'
import { SentProposals } from './sent-proposals.tsx'
import { WhatIsAsked } from './what-is-asked.tsx'

/** Left what is asked and what the family's week allows; right the proposals, side by side. */
export const PlannerBoard = ({ family, planner, readAgain }: { readonly family: PlannerFamily; readonly planner: PlannerData; readonly readAgain: () => void }) => {
  const text = useText()
  const [search] = useSearchParams()
  const [runId, setRunId] = useState(search.get('plan') ?? undefined)
  const [sent, setSent] = useState(false)
  const starting = useStart(family.id, (id) => {
    setRunId(id)
    setSent(false)
  })
  // Who came here to mend a proposal that could not be had, has asked for it already.
  const again = search.get('opnieuw')
  const begun = useRef(false)
  useEffect(() => {
    if (again === null || begun.current) return
    begun.current = true
    void starting.start(false, again)
  })
  const [{ data }] = useQuery({ query: ProposalRunDocument, variables: { id: runId ?? '' }, pause: runId === undefined })
  useSubscription({ query: ProposalRunChangedDocument, variables: { id: runId ?? '' }, pause: runId === undefined })
  const run = data?.proposalRun.id === runId ? data?.proposalRun : undefined
  const lighterFirst = search.has('rustiger')
  return (
    <div className={styles['board']}>
      <header className={styles['header']}>
        <PageHeading title={`${text('planner.title')}: ${family.name}`}>{text('planner.title')}: {family.name}</PageHeading>
        <div className={styles['start']} data-lighter={lighterFirst || undefined}>
          <Button kind={lighterFirst ? 'secondary' : 'primary'} busy={starting.busy} onClick={() => { void starting.start(false) }}>{text('planner.start')}</Button>
          <Button kind={lighterFirst ? 'primary' : 'secondary'} busy={starting.busy} onClick={() => { void starting.start(true) }}>{text('planner.startLighter')}</Button>
        </div>
      </header>
      <SaidNo refusal={starting.refusal} />
      <div className={styles['columns']}>
        <div className={styles['asked']}><WhatIsAsked family={family} planner={planner} readAgain={readAgain} /><ElsewhereSection family={family} /></div>
        <div className={styles['offered']}>
          <Notice tone="ok">{sent && text('planner.sent')}</Notice>
          <FellAway family={family} begins={search.has('valt-weg')} onStarted={(id) => { setRunId(id); setSent(false) }} />
          <Replan family={family} lighter={lighterFirst} onStarted={(id) => { setRunId(id); setSent(false) }} />
          <SentProposals family={family} needs={planner.needs} busy={starting.busy} onAgain={(proposalId) => { void starting.start(false, proposalId) }} />
          {run === undefined
            ? runId === undefined && <p className={styles['hint']}>{text('planner.hint')}</p>
            : <Proposals key={run.id} family={family} run={run} needs={planner.needs} onSent={() => { setSent(true); setRunId(undefined) }} />}
        </div>
      </div>
      <PlannedWeeks family={family} plan={run === undefined ? family.proposals.find(({ status }) => status === 'SENT') : offersOf(run)[0]} />
    </div>
  )
}

/** Asks the planner for proposals: each press is an intention of its own, unless the answer never came. */
export const useStart = (familyId: string, onStarted: (runId: string) => void) => {
  const { run, busy, refusal } = useCommand(StartProposalsDocument)
  const start = async (lighter: boolean, after?: string): Promise<void> => {
    await run({ familyId, input: { lighter, ...(after !== undefined && { after }) } }, ({ startProposals: { id } }) => { onStarted(id) })
  }
  return { start, busy, refusal }
}
