/**
 * Planning many families at once, on the calendars that they share: so that what one is given is not offered to another as well.
 *
 * Every family is opened at the gate for who asks, when it begins and whenever the answer is read; while the engine works, nothing of
 * any family is told. What is found becomes an ordinary run of each family: it is shown, asked about and sent like any other, and a
 * time that was taken meanwhile leads to a next proposal as ever.
 */
import { isPaused, regionCase, type PlanningCase } from '@samenspel/agenda'
import { isSilent } from '@samenspel/family-case'
import type { Burden, Planner as Engine } from '@samenspel/bundling'
import { isId, newId, type FamilyId, type Id, type IsoDate } from '@samenspel/kernel'
import type { RegionRun as RegionRunView } from '../graphql/types/region.ts'
import { Refused } from '../graphql/refused.ts'
import type { Channel } from '../live/channel.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownId } from './acting.ts'
import { look, logReading, type DisclosingParts, type Looked } from './disclosing.ts'
import { lookToPlan, mayPlan, firstDay, mostWeeks, planningCaseFor, usualWeeks, type Planning } from './planning.ts'
import { familyOf, type Found, type FoundForFamily, type RegionRun } from './region-runs.ts'
import { askingOf } from './viewer.ts'
import { regionFamilyView, regionRunView } from './views/region.ts'

export type RegionInput = { readonly familyIds: readonly FamilyId[]; readonly from?: IsoDate | null; readonly weeks?: number | null }

export type RegionPlanning = {
  /**
   * Begins to look for a plan of these families; the same command id again gives the same run.
   * @throws Refused `not-found`, `not-coordinator`, `region-empty`, `region-too-large`, `region-busy`, `region-two-countries`, `weeks-impossible`, `nothing-to-plan`
   */
  readonly start: (session: Session, commandId: Id, input: RegionInput) => Promise<RegionRunView>
  /** @throws Refused `run-unknown` */
  readonly run: (session: Session, id: Id) => Promise<RegionRunView>
  /** Asks it to hand over the best so far; of one that is done it changes nothing. @throws Refused `run-unknown` */
  readonly stop: (session: Session, id: Id) => Promise<RegionRunView>
  /** Lets go of every run in which a family has a part. */
  readonly forget: (family: FamilyId) => void
  readonly close: () => Promise<void>
}

/** More than anybody coordinates. */
const mostFamilies = 40
/** Appointments that the engine can turn over in the time it has. */
const mostNeeds = 600
/** Runs that are remembered; older ones are forgotten. */
const mostRuns = 20
/** How long the engine looks, and how long it then finds out what each family could have had alone. */
const seconds = 60, secondsToCompare = 20, secondsAlone = 2

/** @param engineOf begins the thread in which regions are planned, so that nobody's own proposals wait for them */
export const openRegionPlanning = (parts: DisclosingParts, planning: Planning, engineOf: () => Engine, changed: Channel): RegionPlanning => {
  let started: Engine | undefined
  const engine = (): Engine => { started ??= engineOf(); return started }
  const runs = new Map<Id, { readonly run: RegionRun; readonly stopping: AbortController }>()
  const keep = (run: RegionRun, stopping: AbortController): void => {
    runs.delete(run.id)
    runs.set(run.id, { run, stopping })
    for (const [id, { run: { state } }] of runs) { if (runs.size <= mostRuns) break; if (state !== 'running') runs.delete(id) }
    changed.publish(run.id)
  }
  const own = (session: Session, id: Id) => {
    const kept = runs.get(id)
    if (kept?.run.person !== session.person) throw new Refused('run-unknown')
    return kept
  }
  const change = (id: Id, made: Partial<RegionRun>): void => {
    const kept = runs.get(id)
    if (kept !== undefined) keep({ ...kept.run, ...made }, kept.stopping)
  }

  const work = async ({ id, asked, person }: RegionRun, signal: AbortSignal): Promise<void> => {
    const cases = asked.flatMap((one) => one.planning === undefined ? [] : [{ ...one, planning: one.planning }])
    try {
      const plan = await engine().region(regionCase(cases.map((one) => one.planning)), {
        seconds, signal,
        onProgress: ({ stage, familiesDone, rounds, burden }) => { change(id, { familiesDone, rounds, burden, ...(stage === 'one-by-one' && { before: burden }) }) },
      })
      const comparing = AbortSignal.any([signal, AbortSignal.timeout(secondsToCompare * 1000)])
      const families = new Map<FamilyId, FoundForFamily>()
      for (const { familyId, planning: own_ } of cases) {
        const alone = await aloneOf(own_, comparing)
        if (!runs.has(id)) return
        const found = familyOf(own_, plan, alone)
        if (found === undefined) continue
        const { runId } = found.draft.parts.length === 0 ? {} : { runId: newId() }
        if (runId !== undefined) planning.keepMade({ id: runId, familyId, person, state: 'done', planning: own_, drafts: [found.draft], firstFree: found.firstFree })
        families.set(familyId, { ...found, ...(runId !== undefined && { runId }) })
      }
      const found: Found = { families, ended: plan.ended, ...(plan.worstOff !== undefined && { worstOff: plan.worstOff }) }
      change(id, { state: 'done', found, rounds: plan.rounds, familiesDone: cases.length, before: plan.before, burden: plan.burden })
    } catch (error) {
      if (!runs.has(id)) return
      console.error(error instanceof Error ? error.stack : error)
      change(id, { state: 'failed' })
    }
  }

  /** What a family could carry at least with all the free time for itself; nothing when the time was too short. */
  const aloneOf = async (planningCase: PlanningCase, signal: AbortSignal): Promise<Burden | undefined> => {
    if (signal.aborted) return undefined
    const { burden, families: [family] } = await engine().region(regionCase([planningCase]), { seconds: secondsAlone, rounds: 0 })
    return family?.exact === true ? burden : undefined
  }

  /** Of a run that is done, each family as its reader sees it now. */
  const view = async (session: Session, run: RegionRun): Promise<RegionRunView> => {
    if (run.state !== 'done') return regionRunView(session.language, run, [])
    const asking = await askingOf(session, parts.files)
    const looked = (await Promise.all(run.asked.map(({ familyId }) => look(parts, asking, familyId, 'regionRun', 'quietly')))).filter((one) => one !== undefined).filter(mayPlan)
    await Promise.all(looked.map((one) => logReading(parts, one, new Set(['planner']))))
    return regionRunView(session.language, run, looked.map(({ reader }) => regionFamilyView(reader, run)))
  }

  const prepare = async (looked: Looked, { from, weeks }: RegionInput): Promise<RegionRun['asked'][number]> => {
    const familyId = looked.occasion.record.familyId
    if (isSilent(looked.occasion.record.file.family)) return { familyId, leftOut: 'paused' }
    const planningCase = await planningCaseFor(parts, looked, { lighter: false, from: from ?? null, weeks: weeks ?? usualWeeks })
    if (planningCase.case.planningDays.some((date) => date >= firstDay(looked.reader.today, from) && isPaused(looked.occasion.record.agenda.pace, date))) return { familyId, leftOut: 'paused' }
    return planningCase.case.families.every(({ needs }) => needs.length === 0) ? { familyId, leftOut: 'nothing-to-plan' } : { familyId, planning: planningCase }
  }

  return {
    start: async (session, commandId, input) => {
      if (!isId(commandId)) throw new Refused('request-invalid')
      const id = ownId(session.person, commandId, 'region')
      const familyIds = [...new Set(input.familyIds)]
      if (familyIds.length === 0) throw new Refused('region-empty')
      if (familyIds.length > mostFamilies) throw new Refused('region-too-large', { families: mostFamilies, needs: mostNeeds })
      if (input.weeks != null && (input.weeks < 1 || input.weeks > mostWeeks)) throw new Refused('weeks-impossible', { longest: mostWeeks })
      const looked: Looked[] = []
      for (const familyId of familyIds) looked.push(await lookToPlan(parts, session, familyId, 'planRegion'))
      if (!runs.has(id)) {
        if ([...runs.values()].some(({ run }) => run.person === session.person && run.state === 'running')) throw new Refused('region-busy')
        if (new Set(looked.map(({ opened }) => opened.head.jurisdiction)).size > 1) throw new Refused('region-two-countries')
        const asked: RegionRun['asked'][number][] = []
        for (const one of looked) asked.push(await prepare(one, input))
        const needs = asked.reduce((sum, { planning: own_ }) => sum + (own_?.case.families[0]?.needs.length ?? 0), 0)
        if (needs > mostNeeds) throw new Refused('region-too-large', { families: mostFamilies, needs: mostNeeds })
        if (needs === 0) throw new Refused('nothing-to-plan')
        const run: RegionRun = { id, person: session.person, from: firstDay(looked[0]?.reader.today ?? '', input.from), weeks: input.weeks ?? usualWeeks, state: 'running', isStopping: false, asked, familiesDone: 0, rounds: 0 }
        const stopping = new AbortController()
        keep(run, stopping)
        void work(run, stopping.signal)
      }
      return view(session, own(session, id).run)
    },
    run: (session, id) => view(session, own(session, id).run),
    stop: (session, id) => {
      const { run, stopping } = own(session, id)
      if (run.state === 'running' && !run.isStopping) {
        change(id, { isStopping: true })
        stopping.abort()
      }
      return view(session, own(session, id).run)
    },
    forget: (family) => {
      for (const [id, { run, stopping }] of [...runs]) {
        if (!run.asked.some(({ familyId }) => familyId === family)) continue
        runs.delete(id)
        stopping.abort()
        changed.publish(id)
      }
    },
    close: async () => {
      for (const { stopping } of runs.values()) stopping.abort()
      runs.clear()
      await started?.close()
    },
  }
}
