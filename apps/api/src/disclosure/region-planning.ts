/**
 * Planning many families at once, on the calendars that they share: so that what one is given is not offered to another as well.
 *
 * Every family is opened at the gate for who asks, when it begins and whenever the answer is read; while the engine works, nothing of
 * any family is told. What is found becomes an ordinary run of each family: it is shown, asked about and sent like any other, and a
 * time that was taken meanwhile leads to a next proposal as ever.
 */
import { isPaused, regionCase, type PlanningCase } from '@samenspel/agenda'
import type { Burden, Planner as Engine } from '@samenspel/bundling'
import { isId, newId, type FamilyId, type Id, type IsoDate } from '@samenspel/kernel'
import { setImmediate as others } from 'node:timers/promises'
import type { RegionRun as RegionRunView } from '../graphql/types/region.ts'
import { Refused } from '../graphql/refused.ts'
import type { Channel } from '../live/channel.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownId } from '../ids/own-id.ts'
import { look, logReading, type DisclosingParts, type Looked } from './disclosing.ts'
import { peaceOf } from './peace.ts'
import { lookToPlan, mayPlan, firstDay, mostWeeks, planningCaseFor, usualWeeks, type Planning } from './planning.ts'
import { familyOf, forgettable, secondsOf, soonest, whyNotNow, type Found, type FoundForFamily, type RegionRun, type RegionSearch } from './region-runs.ts'
import { askingOf } from './viewer.ts'
import { regionFamilyView, regionRunView } from './views/region.ts'

export type RegionInput = { readonly familyIds: readonly FamilyId[]; readonly from?: IsoDate | null; readonly weeks?: number | null; /** How long to look; a minute when absent. */ readonly search?: RegionSearch | null }

export type RegionPlanning = {
  /**
   * Begins to look for a plan of these families; the same command id again gives the same run.
   * @throws Refused `not-found`, `not-coordinator`, `region-empty`, `region-too-large`, `region-busy`, `region-long-busy`, `region-two-countries`, `weeks-impossible`, `nothing-to-plan`
   */
  readonly start: (session: Session, commandId: Id, input: RegionInput) => Promise<RegionRunView>
  /** @throws Refused `run-unknown` */
  readonly run: (session: Session, id: Id) => Promise<RegionRunView>
  /** The search that this person began last, as long as it is remembered. */
  readonly latest: (session: Session) => Id | undefined
  /** Asks it to hand over the best so far; of one that is done it changes nothing. @throws Refused `run-unknown` */
  readonly stop: (session: Session, id: Id) => Promise<RegionRunView>
  /** Lets go of every run in which a family has a part. */
  readonly forget: (family: FamilyId) => void
  readonly close: () => Promise<void>
}

/** What the engine was measured with: a region of so many is planned in a minute. */
const mostFamilies = 150
/** Sixteen for each family. */
const mostNeeds = 2400
/** How long the engine then finds out what each family could have had alone, after a minute and after longer; and for one family. */
const secondsToCompare = 20, secondsToCompareLong = 120, secondsAlone = 2
/** Families that are looked at together; then others are served. */
const atOnce = 10
/** Milliseconds between two messages of how far it is: a night has a million rounds. */
const tellEvery = 500

/** @param engineOf begins the threads in which regions are planned, so that nobody's own proposals wait for them: two, of which a long search takes one */
export const openRegionPlanning = (parts: DisclosingParts, planning: Planning, engineOf: () => Engine, changed: Channel): RegionPlanning => {
  let started: Engine | undefined
  const engine = (): Engine => { started ??= engineOf(); return started }
  const runs = new Map<Id, { readonly run: RegionRun; readonly stopping: AbortController; readonly told: number }>()
  const keep = (run: RegionRun, stopping: AbortController): void => {
    runs.delete(run.id)
    runs.set(run.id, { run, stopping, told: performance.now() })
    for (const id of forgettable([...runs.values()].map((one) => one.run))) runs.delete(id)
    changed.publish(run.id)
  }
  /** Remembers how far it is, and tells so now and then. */
  const keepProgress = (id: Id, made: Pick<RegionRun, 'familiesDone' | 'rounds' | 'burden' | 'before'>): void => {
    const kept = runs.get(id)
    if (kept === undefined) return
    const now = performance.now()
    const isTime = now - kept.told >= tellEvery
    runs.set(id, { ...kept, run: { ...kept.run, ...made }, ...(isTime && { told: now }) })
    if (isTime) changed.publish(id)
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

  /** @throws Refused `region-busy`, `region-long-busy` */
  const mayBegin = (session: Session, search: RegionSearch): void => {
    const refusal = whyNotNow([...runs.values()].map(({ run }) => run), session.person, search)
    if (refusal !== undefined) throw new Refused(refusal)
  }

  const work = async ({ id, asked, person, search }: RegionRun, signal: AbortSignal): Promise<void> => {
    const cases = asked.flatMap((one) => one.planning === undefined ? [] : [{ ...one, planning: one.planning }])
    try {
      const plan = await engine().region(regionCase(cases.map((one) => one.planning)), {
        seconds: secondsOf(search), signal,
        onProgress: ({ stage, familiesDone, rounds, burden }) => { keepProgress(id, { familiesDone, rounds, burden, ...(stage === 'one-by-one' && { before: burden }) }) },
      })
      const comparing = AbortSignal.any([signal, AbortSignal.timeout((search === 'minute' ? secondsToCompare : secondsToCompareLong) * 1000)])
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
      if (signal.aborted) {
        // It waited for its turn, and found nothing yet.
        runs.delete(id)
        changed.publish(id)
        return
      }
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
    const families = await inParts(run.asked, async ({ familyId }) => {
      const looked = await look(parts, asking, familyId, 'regionRun', 'quietly')
      if (looked === undefined || !mayPlan(looked)) return []
      await logReading(parts, looked, new Set(['planner']))
      return [regionFamilyView(looked.reader, run)]
    })
    return regionRunView(session.language, run, families.flat())
  }

  const prepare = async (looked: Looked, { weeks }: RegionInput, from: IsoDate): Promise<RegionRun['asked'][number]> => {
    const familyId = looked.occasion.record.familyId
    if (peaceOf(looked.occasion.record, looked.occasion.now) === 'loss') return { familyId, leftOut: 'paused' }
    const planningCase = await planningCaseFor(parts, looked, { lighter: false, from, weeks: weeks ?? usualWeeks })
    if (planningCase.case.planningDays.some((date) => date >= from && isPaused(looked.occasion.record.agenda.pace, date))) return { familyId, leftOut: 'paused' }
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
      const search = input.search ?? 'minute'
      const looked = await inParts(familyIds, (familyId) => lookToPlan(parts, session, familyId, 'planRegion'))
      if (!runs.has(id)) {
        mayBegin(session, search)
        if (new Set(looked.map(({ opened }) => opened.head.jurisdiction)).size > 1) throw new Refused('region-two-countries')
        const from = soonest(firstDay(looked[0]?.reader.today ?? '', input.from), looked[0]?.reader.today ?? '', search)
        const asked = await inParts(looked, (one) => prepare(one, input, from))
        // Meanwhile the same may have been asked again, or something else.
        if (runs.has(id)) return view(session, own(session, id).run)
        mayBegin(session, search)
        const needs = asked.reduce((sum, { planning: own_ }) => sum + (own_?.case.families[0]?.needs.length ?? 0), 0)
        if (needs > mostNeeds) throw new Refused('region-too-large', { families: mostFamilies, needs: mostNeeds })
        if (needs === 0) throw new Refused('nothing-to-plan')
        const run: RegionRun = { id, person: session.person, search, endsBy: Temporal.Instant.from(parts.clock()).add({ seconds: secondsOf(search) }).toString(), from, weeks: input.weeks ?? usualWeeks, state: 'running', isStopping: false, asked, familiesDone: 0, rounds: 0 }
        const stopping = new AbortController()
        keep(run, stopping)
        void work(run, stopping.signal)
      }
      return view(session, own(session, id).run)
    },
    run: (session, id) => view(session, own(session, id).run),
    latest: (session) => [...runs.values()].map(({ run }) => run).findLast(({ person }) => person === session.person)?.id,
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

/** Some at a time, in their order; in between whoever else asks something is served. */
const inParts = async <One, Made>(all: readonly One[], make: (one: One) => Promise<Made>): Promise<readonly Made[]> => {
  const made: Made[] = []
  for (let from = 0; from < all.length; from += atOnce) {
    made.push(...await Promise.all(all.slice(from, from + atOnce).map(make)))
    await others()
  }
  return made
}
