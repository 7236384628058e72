import { Button } from '@samenspel/ui'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { Priced } from './priced.tsx'
import type { PlannerFamily, Proposal } from './planner.ts'
import styles from './proposal-card.module.css'
import { useAskWhy } from './use-ask-why.ts'
import whyStyles from './why-not.module.css'

type Props = { readonly family: PlannerFamily; readonly proposal: Proposal; readonly runId?: string | undefined }

/** Which wishes fit nowhere, and why; and, for who asks, what would make room for each. */
export const UnplannedNeeds = ({ family, proposal, runId }: Props) => {
  const text = useText()
  if (proposal.unplanned.length === 0) return null
  return (
    <div className={styles['why']}>
      <h3>{text('planner.unplanned')}</h3>
      <ul>
        {proposal.unplanned.map((need) => (
          <li key={need.needId}>
            <strong>{need.label}</strong>: {need.reason}
            {runId !== undefined && <WhatWouldFree familyId={family.id} proposalId={proposal.id} runId={runId} need={need} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

type FreeProps = { readonly familyId: string; readonly proposalId: string; readonly runId: string; readonly need: Proposal['unplanned'][number] }

const WhatWouldFree = ({ familyId, proposalId, runId, need }: FreeProps) => {
  const text = useText()
  const { ask, answer, busy, refusal } = useAskWhy(familyId)
  return (
    <>
      {answer?.state !== 'DONE' && <p><Button kind="quiet" busy={busy} onClick={() => { void ask({ runId, proposalId, needId: need.needId, kind: 'WHAT_WOULD_FREE' }, need.needId) }}>{text('free.ask')}<span className={whyStyles['hidden']}> {need.label}</span></Button></p>}
      <SaidNo refusal={refusal} />
      <div role="status">
        {answer?.state === 'FAILED' && <p>{text('why.failed')}</p>}
        {answer?.state === 'DONE' && answer.sentences.filter((sentence) => sentence !== need.reason).map((sentence) => <p key={sentence}>{sentence}</p>)}
        {answer?.state === 'DONE' && answer.changes.length > 0 && (
          <ul className={whyStyles['changes']} aria-label={text('free.title', { label: need.label })}>
            {answer.changes.map((change) => <li key={change.sentence}>{change.sentence}<Priced price={change.price} /></li>)}
          </ul>
        )}
      </div>
    </>
  )
}
