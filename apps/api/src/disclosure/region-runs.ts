/** What a plan of many families was found to be, and what it is for each of them. */
import { ofRegion, type PlanningCase, type ProposalDraft } from '@samenspel/agenda'
import { compareBurdens, firstFreeTime, type Burden, type RegionFamilyPlan, type RegionPlan } from '@samenspel/bundling'
import { addDays, type FamilyId, type Id, type IsoDate, type PersonId } from '@samenspel/kernel'
import type { regionSearches } from '../graphql/enums.ts'
import { draftTogether } from './planning-runs.ts'

/** How long the engine may look. It ends sooner when many rounds in a row find nothing lighter, or when it is stopped. */
export type RegionSearch = (typeof regionSearches)[number]

const longest: Readonly<Record<RegionSearch, number>> = { minute: 60, quarter: 15 * 60, night: 8 * 60 * 60 }
export const secondsOf = (search: RegionSearch): number => longest[search]

/** Planning begins tomorrow; what is found in the morning after a night begins the day after that, as everything that is found on a day. */
export const soonest = (from: IsoDate, today: IsoDate, search: RegionSearch): IsoDate => {
  const first = addDays(today, search === 'night' ? 2 : 1)
  return from < first ? first : from
}

export type RegionRun = {
  readonly id: Id
  readonly person: PersonId
  readonly search: RegionSearch
  /** An instant: when the engine hands over what it has, at the latest, if it didn't have to wait for its turn. */
  readonly endsBy: string
  readonly from: IsoDate
  readonly weeks: number
  readonly state: 'running' | 'done' | 'failed'
  readonly isStopping: boolean
  /** All families that were asked for; those with a case are planned. */
  readonly asked: readonly { readonly familyId: FamilyId; readonly planning?: PlanningCase; readonly leftOut?: LeftOut }[]
  readonly familiesDone: number
  readonly rounds: number
  readonly before?: Burden
  readonly burden?: Burden
  readonly found?: Found
}

/** Why a family has no part in the plan. */
export type LeftOut = 'nothing-to-plan' | 'paused'

export type Found = Pick<RegionPlan, 'ended' | 'worstOff'> & { readonly families: ReadonlyMap<FamilyId, FoundForFamily> }

export type FoundForFamily = {
  /** The run from which the proposal can be sent; absent when nothing could be planned. */
  readonly runId?: Id
  readonly draft: ProposalDraft
  readonly plan: RegionFamilyPlan
  /** The least that this family could carry with all the free time for itself alone; absent when the time was too short to tell. */
  readonly alone?: Burden
  /** Every wish at its own first free time. */
  readonly firstFree: Burden
}

/** A family's part of the plan. @param alone as in `FoundForFamily` */
export const familyOf = (planning: PlanningCase, { appointments, families }: RegionPlan, alone: Burden | undefined): Omit<FoundForFamily, 'runId'> | undefined => {
  const plan = families.find(({ family }) => family === planning.case.families[0]?.id)
  if (plan === undefined) return undefined
  const firstFree = firstFreeTime(planning.case)
  const draft = draftTogether(planning, { appointments: ofRegion(planning, appointments), ...proofOf(plan.burden, alone) }, firstFree.appointments)
  return { plan, draft, firstFree: firstFree.burden, ...(alone !== undefined && { alone }) }
}

/** Nothing lighter exists when it couldn't be lighter with all the free time either. */
const proofOf = (burden: Burden, alone: Burden | undefined): { readonly proven: boolean; readonly travelDaysPossiblyFewer?: number } => {
  if (alone === undefined) return { proven: false }
  if (compareBurdens(burden, alone) <= 0) return { proven: true, travelDaysPossiblyFewer: 0 }
  return { proven: false, ...(burden.unplanned === alone.unplanned && burden.restTouched === alone.restTouched && { travelDaysPossiblyFewer: burden.travelDays - alone.travelDays }) }
}

/** Families of searches that are remembered, all together: some 100 kB each. */
const mostRemembered = 900

/** @param runs the oldest first. @returns those that are done and too long ago to be remembered; the last one always is. */
export const forgettable = (runs: readonly RegionRun[]): readonly Id[] => {
  let families = 0
  return runs.toReversed().filter(({ asked, state }, index) => {
    families += asked.length
    return index > 0 && state !== 'running' && families > mostRemembered
  }).map(({ id }) => id)
}

/** Why somebody can't begin now. A second long search would take the thread that is left for those of a minute. */
export const whyNotNow = (runs: readonly RegionRun[], person: PersonId, search: RegionSearch): 'region-busy' | 'region-long-busy' | undefined => {
  const running = runs.filter(({ state }) => state === 'running')
  if (running.some((run) => run.person === person)) return 'region-busy'
  return search !== 'minute' && running.some((run) => run.search !== 'minute') ? 'region-long-busy' : undefined
}
