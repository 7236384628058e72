import type { PlannerQuery, ProposalRunQuery } from '@samenspel/graphql-documents/desk'

export type PlannerData = PlannerQuery['planner']
export type PlannerFamily = NonNullable<PlannerQuery['family']>
export type Run = ProposalRunQuery['proposalRun']
export type Proposal = PlannerFamily['proposals'][number]
export type Need = PlannerData['needs'][number]

/** How far the search is: nothing yet, a first answer, still looking for better, or done; done with proof when nothing lighter exists, or because somebody stopped it. */
export type Progress = 'searching' | 'improving' | 'done' | 'proven' | 'nothing' | 'failed' | 'stopped' | 'stoppedEmpty'

export const progressOf = (run: Run): Progress => {
  if (run.state === 'FAILED') return 'failed'
  const found = offersOf(run)
  if (run.state === 'RUNNING') return found.length === 0 ? 'searching' : 'improving'
  if (run.isStopped) return found.length === 0 ? 'stoppedEmpty' : 'stopped'
  if (found.length === 0) return 'nothing'
  return found[0]?.proven === true ? 'proven' : 'done'
}

/** The proposals that can be sent: those that plan something. */
export const offersOf = (run: Run): readonly Proposal[] => run.proposals.filter((proposal) => proposal.status === 'DRAFT' && proposal.bundles.length > 0)

/** At most this many proposals go to the parents at once: a choice, no list. */
export const mostSent = 2

/** Choosing one more pushes out the one that was chosen longest ago. */
export const toggle = (chosen: readonly string[], id: string): readonly string[] =>
  chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-mostSent)

export type Gain = { readonly what: 'travelDays' | 'trips' | 'careDays' | 'minutes' | 'restTouched' | 'unplanned'; readonly before: number; readonly after: number }

const measures = ['travelDays', 'trips', 'careDays', 'minutes', 'restTouched', 'unplanned'] as const

/** What a proposal asks of the family, beside every need at its first free slot; what is nought in both says nothing. */
export const gainsOf = ({ before, after }: { readonly before: Record<Gain['what'], number>; readonly after: Record<Gain['what'], number> }): readonly Gain[] =>
  measures.map((what) => ({ what, before: before[what], after: after[what] })).filter((gain) => gain.before !== 0 || gain.after !== 0)
