import { fromPlan, toBundlingCase, type Burden, type BundlingCase, type BundlingPlan, type PlanningCase, type PlanningFacts, type PlanningPeriod, type ProposalDraft, type ProposalKind } from '@samenspel/agenda'
import type { EveningReason, Flavour, Progress, Proposal, Proposals, Sketch } from '@samenspel/bundling'
import { newId, type FamilyId, type Id, type PersonId } from '@samenspel/kernel'

/** One of the proposals of a run, before anything of it was sent. */
export type DraftProposal = { readonly draft: ProposalDraft; readonly eveningReasons: readonly EveningReason[] }

/** A planner at work for one family, asked by one person. It is kept in memory: nothing of it is a fact until it is sent. */
export type ProposalRun = {
  readonly id: Id
  readonly familyId: FamilyId
  readonly askedBy: PersonId
  readonly state: 'running' | 'done' | 'failed'
  /** The lightest first; while running, the best plan so far. */
  readonly proposals: readonly DraftProposal[]
  /** The burden of every need at its own first free time. */
  readonly firstFree?: Burden
}

/** Computes proposals elsewhere, so that nobody waits; ends with an error when the signal aborts. */
export type Propose = (bundlingCase: BundlingCase, options: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void }) => Promise<Proposals>

export type ProposalRuns = {
  /** Begins at once; a former run of the same person for the same family ends. */
  readonly start: (askedBy: PersonId, facts: PlanningFacts, period: PlanningPeriod) => ProposalRun
  /** @returns nothing when there is no such run of this person: it is another's, or long past. */
  readonly find: (id: Id, askedBy: PersonId) => ProposalRun | undefined
  /** The run as it is, and after every change, until it is done. */
  readonly follow: (id: Id, askedBy: PersonId) => AsyncGenerator<ProposalRun>
  readonly close: () => void
}

/** Runs that one person can come back to. */
const mostRuns = 20

const kinds: Readonly<Record<Flavour, ProposalKind>> = { 'fewest-travel-days': 'fewestTravelDays', 'other-days': 'otherDays', soonest: 'soonest', 'no-evenings': 'noEvenings' }

export const openProposalRuns = (propose: Propose): ProposalRuns => {
  const runs = new Map<Id, { run: ProposalRun; readonly stop: AbortController; wake: () => void; changed: Promise<void> }>()

  const keep = (run: ProposalRun): void => {
    const known = runs.get(run.id)
    if (known === undefined) return
    const wake = known.wake
    known.run = run
    known.changed = new Promise((resolve) => { known.wake = resolve })
    wake()
  }

  const end = (id: Id): void => {
    const known = runs.get(id)
    runs.delete(id)
    known?.stop.abort()
    known?.wake()
  }

  /** A former run for the same family gives way, and so does the oldest of many. */
  const makeRoom = ({ askedBy, familyId }: ProposalRun): void => {
    const own = [...runs.values()].map(({ run }) => run).filter((run) => run.askedBy === askedBy)
    for (const { id } of own.filter((run) => run.familyId === familyId && run.state === 'running')) end(id)
    for (const { id } of own.slice(0, Math.max(0, own.length - mostRuns + 1))) end(id)
  }

  const work = async (run: ProposalRun, planning: PlanningCase, signal: AbortSignal): Promise<void> => {
    const onProgress = ({ sketch }: Progress) => {
      keep({ ...run, proposals: [{ draft: draftOf(planning, sketch, 'fewestTravelDays', undefined), eveningReasons: [] }] })
    }
    try {
      const { proposals, firstFree } = await propose(planning.case, { signal, onProgress })
      keep({
        ...run, state: 'done', firstFree: firstFree.burden,
        proposals: proposals.map((proposal) => ({ draft: draftOf(planning, proposal, kinds[proposal.flavour], planOf(planning, firstFree.appointments)), eveningReasons: proposal.eveningReasons })),
      })
    } catch (error) {
      if (signal.aborted) return
      console.error(error instanceof Error ? error.message : 'The planner failed')
      keep({ ...run, state: 'failed' })
    }
  }

  return {
    start: (askedBy, facts, period) => {
      const run: ProposalRun = { id: newId(), familyId: facts.familyId, askedBy, state: 'running', proposals: [] }
      makeRoom(run)
      const stop = new AbortController()
      const entry = { run, stop, wake: () => undefined as void, changed: Promise.resolve() }
      entry.changed = new Promise((resolve) => { entry.wake = resolve })
      runs.set(run.id, entry)
      void work(run, toBundlingCase(facts, period), stop.signal)
      return run
    },
    find: (id, askedBy) => {
      const known = runs.get(id)?.run
      return known?.askedBy === askedBy ? known : undefined
    },
    follow: async function* (id, askedBy) {
      for (;;) {
        const known = runs.get(id)
        if (known?.run.askedBy !== askedBy) return
        const { run, changed } = known
        yield run
        if (run.state !== 'running') return
        await changed
      }
    },
    close: () => { for (const id of [...runs.keys()]) end(id) },
  }
}

const planOf = (planning: PlanningCase, appointments: Sketch['appointments']): BundlingPlan => ({ case: planning.case.name, appointments })

const draftOf = (planning: PlanningCase, plan: Sketch | Proposal, kind: ProposalKind, firstFree: BundlingPlan | undefined): ProposalDraft => {
  const conflicts = 'unplanned' in plan
    ? plan.unplanned.flatMap(({ need, conflict }) => conflict === undefined ? [] : [{ family: planning.case.name, need, rules: conflict.rules, needs: conflict.needs }])
    : []
  return {
    proposalId: newId(), kind, proven: plan.proven,
    travelDaysPossiblyFewer: plan.proven || plan.bound === undefined ? 0 : Math.max(0, plan.burden.travelDays - plan.bound.travelDays),
    ...fromPlan({ planning, plan: { ...planOf(planning, plan.appointments), conflicts }, firstFree: firstFree ?? planOf(planning, []), newId }),
  }
}
