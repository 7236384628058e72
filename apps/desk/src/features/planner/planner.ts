import type { PlannerQuery, ProposalRunQuery } from '@samenspel/graphql-documents/desk'

export type PlannerData = PlannerQuery['planner']
export type PlannerFamily = NonNullable<PlannerQuery['family']>
export type Run = ProposalRunQuery['proposalRun']
export type Proposal = PlannerFamily['proposals'][number]
export type Need = PlannerData['needs'][number]

/** How far the search is: nothing yet, a first answer, still looking for better, or done; done with proof when nothing lighter exists (or would, were what isn't known of the ways as it was counted), or because somebody stopped it. */
export type Progress = 'searching' | 'improving' | 'done' | 'proven' | 'provenAsKnown' | 'nothing' | 'failed' | 'stopped' | 'stoppedEmpty'

export const progressOf = (run: Run): Progress => {
  if (run.state === 'FAILED') return 'failed'
  const found = offersOf(run)
  if (run.state === 'RUNNING') return found.length === 0 ? 'searching' : 'improving'
  if (run.isStopped) return found.length === 0 ? 'stoppedEmpty' : 'stopped'
  if (found.length === 0) return 'nothing'
  if (found[0]?.proven !== true) return 'done'
  return run.notKnown.length === 0 ? 'proven' : 'provenAsKnown'
}

/** The proposals that can be sent: those that plan something. */
export const offersOf = (run: Run): readonly Proposal[] => run.proposals.filter((proposal) => proposal.status === 'DRAFT' && proposal.bundles.length > 0)

/** At most this many proposals go to the parents at once: a choice, no list. */
export const mostSent = 2

/** Choosing one more pushes out the one that was chosen longest ago. */
export const toggle = (chosen: readonly string[], id: string): readonly string[] =>
  chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-mostSent)

/** Everything that a family would notice of a proposal; its own id and those of its parts are new in every answer of a search. */
const visitsOf = ({ bundles }: Proposal): string =>
  bundles.flatMap(({ date, parts }) => parts.map(({ needId, start, end, modality, place, attendees, professionals }) =>
    JSON.stringify([date, start, end, needId, modality, place?.id, attendees, professionals.map(({ id }) => id).toSorted()]))).toSorted().join()

/**
 * What somebody chose, while the search goes on: each time the same visits, in the newest answer.
 * @param chosen the proposals as they were when they were chosen
 * @returns `kept` as they are called now; `gone` is how many are no longer offered
 */
export const stillOffered = (chosen: readonly Proposal[], offers: readonly Proposal[]): { readonly kept: readonly Proposal[]; readonly gone: number } => {
  const kept = chosen.flatMap((one) => offers.find(({ id }) => id === one.id) ?? offers.find((offer) => visitsOf(offer) === visitsOf(one)) ?? [])
  return { kept, gone: chosen.length - kept.length }
}

export type Gain = { readonly what: 'travelDays' | 'trips' | 'careDays' | 'minutes' | 'restTouched' | 'unplanned'; readonly before: number; readonly after: number }

const measures = ['travelDays', 'trips', 'careDays', 'minutes', 'restTouched', 'unplanned'] as const

/** What a proposal asks of the family, beside every need at its first free slot; what is nought in both says nothing. */
export const gainsOf = ({ before, after }: { readonly before: Record<Gain['what'], number>; readonly after: Record<Gain['what'], number> }): readonly Gain[] =>
  measures.map((what) => ({ what, before: before[what], after: after[what] })).filter((gain) => gain.before !== 0 || gain.after !== 0)
