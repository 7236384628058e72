import { CheckDraftDocument, PlannerDocument, ProposalRunChangedDocument, ProposalRunDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, StatusMark } from '@samenspel/ui'
import { useMemo, useState } from 'react'
import { useQuery, useSubscription } from 'urql'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useStart } from '../planner/planner-board.tsx'
import { offersOf } from '../planner/planner.ts'
import { Proposals } from '../planner/proposals.tsx'
import { StopSearch } from '../planner/stop-search.tsx'
import { ProposedBundle } from '../planner/proposed-bundle.tsx'
import type { BoardFamily } from './board.ts'
import { ComparePlans } from './compare-plans.tsx'
import { draftFrom, inputOf, type Change, type History } from './draft.ts'
import styles from './draft-panel.module.css'
import { FamilyWeeks } from './family-weeks.tsx'
import { printOnly } from './print-only.ts'
import { usePropose } from './use-propose.ts'
import { WeightTable } from './weight-table.tsx'

type Props = { readonly family: BoardFamily; readonly history: History; readonly onChange: (change: Change) => void }

/** The draft that somebody works on: what it breaks, what it weighs, how the family would live it, and what becomes of it. */
export const DraftPanel = ({ family, history, onChange }: Props) => {
  const text = useText()
  const parts = history.now
  const input = useMemo(() => inputOf(parts), [parts])
  const [{ data, fetching, error }] = useQuery({ query: CheckDraftDocument, variables: { familyId: family.id, parts: input } })
  const check = data?.checkDraft
  const [dropping, setDropping] = useState(false)
  const [comparing, setComparing] = useState(false)
  const [madeId, setMadeId] = useState<string>()
  const [searchId, setSearchId] = useState<string>()
  const propose = usePropose(family.id)
  const search = useStart(family.id, setSearchId)
  const made = useRun(madeId)
  const found = useRun(searchId)
  const best = found === undefined ? undefined : offersOf(found)[0]
  const [{ data: planned }] = useQuery({ query: PlannerDocument, variables: { familyId: family.id }, pause: madeId === undefined && !comparing })
  const bestInput = useMemo(() => best === undefined ? [] : inputOf(draftFrom(best)), [best])
  const [{ data: bestData }] = useQuery({ query: CheckDraftDocument, variables: { familyId: family.id, parts: bestInput }, pause: best === undefined })
  const bestCheck = best === undefined ? undefined : bestData?.checkDraft
  const checking = check === undefined || fetching
  const breaks = (check?.broken.length ?? 0) + (check?.goneNeedIds.length ?? 0) > 0

  const makeProposal = async (): Promise<void> => {
    const runId = await propose.propose(input)
    if (runId !== undefined) setMadeId(runId)
  }
  return (
    <Section title={text('board.draftOf', { family: family.name })}>
      <div className={styles['panel']}>
        <div className={styles['tools']} data-print="never">
          <Button kind="secondary" disabled={history.past.length === 0} aria-keyshortcuts="Control+Z" onClick={() => onChange({ type: 'undo' })}>{text('board.undo')} <kbd>Ctrl Z</kbd></Button>
          <Button kind="secondary" disabled={history.future.length === 0} aria-keyshortcuts="Control+Y" onClick={() => onChange({ type: 'redo' })}>{text('board.redo')}</Button>
          <Button kind="quiet" disabled={parts.length === 0} onClick={() => setDropping(true)}>{text('board.drop')}</Button>
        </div>
        <p className={styles['soft']}>{text('board.draftHint')}</p>
        <div role="status" className={styles['verdict']}>
          {parts.length === 0
            ? <p>{text('board.draftEmpty')}</p>
            : error !== undefined && check === undefined
              ? <p>{text('state.failed')}</p>
              : checking ? <p className={styles['soft']}>{text('board.checking')}</p> : !breaks && <StatusMark tone="ok">{text('board.allowed')}</StatusMark>}
          {check !== undefined && check.broken.length > 0 && (
            <>
              <StatusMark tone="stop">{text('board.broken', { count: check.broken.length })}</StatusMark>
              <ul>{check.broken.map((one) => <li key={`${one.rule} ${one.date ?? ''} ${one.needIds.join(' ')}`}>{one.sentence}</li>)}</ul>
            </>
          )}
          {check !== undefined && check.goneNeedIds.length > 0 && (
            <p>{text('board.gone', { count: check.goneNeedIds.length })} <Button kind="quiet" onClick={() => onChange({ type: 'remove', needIds: check.goneNeedIds })}>{text('board.removeGone')}</Button></p>
          )}
        </div>
        {check !== undefined && (
          <div className={styles['columns']}>
            <WeightTable check={check} best={bestCheck} />
            {check.plan.bundles.length > 0 && (
              <div className={styles['lived']} data-printed="plan">
                <h3>{text('board.asLived')}</h3>
                <div className={styles['bundles']}>
                  {check.plan.bundles.map((bundle) => <ProposedBundle key={`${bundle.date} ${bundle.start ?? ''}`} bundle={bundle} family={family} />)}
                </div>
              </div>
            )}
          </div>
        )}
        <div className={styles['tools']} data-print="never">
          <Button disabled={parts.length === 0 || checking || breaks} busy={propose.busy} onClick={() => { void makeProposal() }}>{text('board.propose')}</Button>
          {searchId === undefined && <Button kind="secondary" busy={search.busy} onClick={() => { void search.start(false) }}>{text('board.best')}</Button>}
          {found?.state === 'RUNNING' && <p className={styles['soft']} role="status">{text('board.searching')}</p>}
          {found !== undefined && <StopSearch run={found} />}
          <Button kind="secondary" aria-expanded={comparing} onClick={() => setComparing(!comparing)}>{text('board.compare')}</Button>
          {parts.length > 0 && <Button kind="quiet" onClick={() => printOnly('plan')}>{text('board.printPlan')}</Button>}
        </div>
        <SaidNo refusal={propose.refusal ?? search.refusal} />
        {comparing && (
          <ComparePlans
            family={family} draft={parts} found={found === undefined ? [] : offersOf(found)} sent={(planned?.family?.proposals ?? []).filter(({ status }) => status !== 'DRAFT' && status !== 'WITHDRAWN')}
            onTakeOver={(taken) => onChange({ type: 'replace', parts: taken })}
          />
        )}
        {made !== undefined && planned?.family != null && (
          <Proposals key={made.id} family={planned.family} run={made} needs={planned.planner.needs} onSent={() => { setMadeId(undefined); onChange({ type: 'forget' }) }} />
        )}
        {check !== undefined && (
          <div className={styles['weeks']}>
            <h3>{text('load.title')}</h3>
            <FamilyWeeks family={family} load={parts.length === 0 ? bestCheck?.load ?? check.load : check.load} />
          </div>
        )}
      </div>
      <Dialog isOpen={dropping} onClose={() => setDropping(false)} title={text('board.dropTitle')}>
        <p>{text('board.dropHint')}</p>
        <div className={styles['tools']}>
          <Button kind="stop" onClick={() => { onChange({ type: 'replace', parts: [] }); setDropping(false) }}>{text('board.drop')}</Button>
          <Button kind="secondary" onClick={() => setDropping(false)}>{text('action.cancel')}</Button>
        </div>
      </Dialog>
    </Section>
  )
}

/** A search of the planner, and what it has found so far. */
const useRun = (id: string | undefined) => {
  const [{ data }] = useQuery({ query: ProposalRunDocument, variables: { id: id ?? '' }, pause: id === undefined })
  useSubscription({ query: ProposalRunChangedDocument, variables: { id: id ?? '' }, pause: id === undefined })
  return data?.proposalRun.id === id ? data?.proposalRun : undefined
}
