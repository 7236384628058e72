import { LatestRegionRunDocument, PlanningBoardDocument, RegionRunChangedDocument, RegionRunDocument } from '@samenspel/graphql-documents/desk'
import { PageHeading, useDates } from '@samenspel/ui'
import { useCallback } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useQuery, useSubscription } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { useText } from '../../parts/text.ts'
import { paths, regionRunPath } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { periodOf } from '../board/period.ts'
import { ChooseFamilies } from './choose-families.tsx'
import { RegionProgress } from './region-progress.tsx'
import { RegionResult } from './region-result.tsx'
import styles from './region.module.css'

/** Families that are planned together; the address says which search is shown, so that it can be opened again. */
export const RegionPage = () => {
  const text = useText()
  const [search, setSearch] = useSearchParams()
  const runId = search.get('plan')
  return (
    <div className={styles['page']}>
      <p><Link to={paths.board}>{text('region.toBoard')}</Link></p>
      <PageHeading title={text('region.title')}>{text('region.title')}</PageHeading>
      <p>{text('region.intro')}</p>
      {runId === null
        ? <Begin onStarted={(id) => setSearch({ plan: id })} />
        : <OneRun key={runId} runId={runId} onAnew={() => setSearch({})} />}
    </div>
  )
}

const Begin = ({ onStarted }: { readonly onStarted: (runId: string) => void }) => {
  const text = useText()
  const viewer = useViewer()
  const dates = useDates(zoneIn(viewer))
  const { from, until } = periodOf('week', dates.today())
  const [asked, again] = useQuery({ query: PlanningBoardDocument, variables: { from, until } })
  const [last] = useQuery({ query: LatestRegionRunDocument, requestPolicy: 'network-only' })
  const latest = last.data?.latestRegionRun ?? null
  const retry = useCallback(() => again({ requestPolicy: 'network-only' }), [again])
  return (
    <>
      {latest !== null && <p><Link to={regionRunPath(latest)}>{text('region.latest')}</Link></p>}
      <Answered asked={asked} onRetry={retry} isEmpty={({ planningBoard }) => planningBoard.families.length === 0} empty={<p>{text('board.empty')}</p>}>
        {({ planningBoard }) => <ChooseFamilies families={planningBoard.families} plansFrom={planningBoard.plansFrom} onStarted={onStarted} />}
      </Answered>
    </>
  )
}

const OneRun = ({ runId, onAnew }: { readonly runId: string; readonly onAnew: () => void }) => {
  const [asked, again] = useQuery({ query: RegionRunDocument, variables: { id: runId }, requestPolicy: 'cache-and-network' })
  const readAgain = useCallback(() => again({ requestPolicy: 'network-only' }), [again])
  useSubscription({ query: RegionRunChangedDocument, variables: { id: runId }, pause: asked.data?.regionRun.state !== 'RUNNING' })
  return (
    <Answered asked={asked} onRetry={onAnew}>
      {({ regionRun }) => regionRun.state === 'RUNNING' ? <RegionProgress run={regionRun} /> : <RegionResult run={regionRun} onAnew={onAnew} readAgain={readAgain} />}
    </Answered>
  )
}
