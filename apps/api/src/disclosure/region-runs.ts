/** What a plan of many families was found to be, and what it is for each of them. */
import { ofRegion, type PlanningCase, type ProposalDraft } from '@samenspel/agenda'
import { compareBurdens, firstFreeTime, type Burden, type RegionFamilyPlan, type RegionPlan } from '@samenspel/bundling'
import type { FamilyId, Id, IsoDate, PersonId } from '@samenspel/kernel'
import { draftTogether } from './planning-runs.ts'

export type RegionRun = {
  readonly id: Id
  readonly person: PersonId
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
