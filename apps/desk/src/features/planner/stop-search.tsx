import { StopProposalsDocument } from '@samenspel/graphql-documents/desk'
import { Button } from '@samenspel/ui'
import { useMutation } from 'urql'
import { refusalOf } from '../../graph/refusal.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import type { Run } from './planner.ts'

/** While the planner looks for something lighter: enough is enough, what it has found stays. */
export const StopSearch = ({ run }: { readonly run: Pick<Run, 'id' | 'state'> }) => {
  const text = useText()
  const [stopping, stop] = useMutation(StopProposalsDocument)
  if (run.state !== 'RUNNING') return null
  return (
    <>
      <Button kind="secondary" busy={stopping.fetching} onClick={() => { void stop({ id: run.id }) }}>{text('planner.stop')}</Button>
      <SaidNo refusal={stopping.error === undefined ? undefined : refusalOf(stopping.error)} />
    </>
  )
}
