/** Planning for a family: what the coordinator sees in the planner, runs of the engine, and what becomes of their proposals. */
import { abilities } from '@samenspel/access'
import { checkDigital, toBundlingCase, type AgendaCommand, type PlanningCase } from '@samenspel/agenda'
import { checkPlan, type Planner as Engine } from '@samenspel/bundling'
import { addDays, newId, type FamilyId, type Id, type IsoDate } from '@samenspel/kernel'
import type { Planner, ProposalRun } from '../graphql/types/proposals.ts'
import { Refused } from '../graphql/refused.ts'
import type { Channel } from '../live/channel.ts'
import { closingDaysAround } from '../processes/closing-days.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownId, type Desk } from './acting.ts'
import { look, logReading, type DisclosingParts, type Looked } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { shown } from './gate.ts'
import { refusedLine } from './log-lines.ts'
import { planningFacts, practitionersIn, withoutHiddenNeeds } from './planning-facts.ts'
import { draftsOf, sketchOf, type Run } from './planning-runs.ts'
import { loadCalendars, loadRecord } from './record.ts'
import { askingOf } from './viewer.ts'
import { rhythmView } from './views/appointments.ts'
import { freeTimeView, needsToCome, runView } from './views/planner.ts'

export type PlanningInput = { readonly lighter: boolean; readonly from?: IsoDate | null; readonly weeks?: number | null }
export type Planning = {
  readonly planner: (session: Session, family: FamilyId) => Promise<Planner>
  /** Begins to look for proposals; the same command id again gives the same run. */
  readonly start: (session: Session, family: FamilyId, commandId: Id, input: PlanningInput) => Promise<ProposalRun>
  /** @throws Refused `run-unknown` */
  readonly run: (session: Session, runId: Id) => Promise<ProposalRun>
  /** The command that sends chosen proposals of a run. @throws Refused `run-unknown` */
  readonly sending: (session: Session, runId: Id, proposalIds: readonly Id[], desk: Desk) => AgendaCommand
  /** The command that makes an appointment digital, with what the family's week says about it. */
  readonly makingDigital: (family: FamilyId, appointmentId: Id, desk: Desk) => Promise<AgendaCommand>
  /** Keeps a plan that was made by hand as a run that is done, to be shown and sent like any other; the same id again gives what is kept. */
  readonly keepByHand: (run: Run) => Run
  /** Lets go of what was proposed for a family and not sent; what is still being looked for comes to nothing. */
  readonly forget: (family: FamilyId) => void
  readonly close: () => Promise<void>
}

/** Runs that are remembered; older ones are forgotten. */
const mostRuns = 100
const usualWeeks = 4
export const mostWeeks = 8
/** How long the engine looks for something lighter. */
const seconds = 6

export const openPlanning = (parts: DisclosingParts, engine: Engine, runChanged: Channel): Planning => {
  const runs = new Map<Id, Run>()
  const keep = (run: Run): void => {
    runs.delete(run.id)
    runs.set(run.id, run)
    for (const id of runs.keys()) { if (runs.size <= mostRuns) break; runs.delete(id) }
    runChanged.publish(run.id)
  }

  const coordinating = (session: Session, family: FamilyId, operation: string): Promise<Looked> => lookToPlan(parts, session, family, operation)

  const ownRun = (session: Session, runId: Id): Run => {
    const run = runs.get(runId)
    if (run?.person !== session.person) throw new Refused('run-unknown')
    return run
  }

  const work = async (run: Run, planning: PlanningCase): Promise<void> => {
    let current = run
    const report = (change: Partial<Run>) => {
      current = { ...current, ...change }
      if (runs.has(run.id)) keep(current)
    }
    try {
      const found = await engine.propose(planning.case, {
        seconds, onProgress: ({ sketch }) => { report({ drafts: [sketchOf(planning, sketch, current.drafts[0]?.proposalId ?? newId())] }) },
      })
      report({ state: 'done', drafts: draftsOf(planning, found), firstFree: found.firstFree.burden })
    } catch (error) {
      console.error(error instanceof Error ? error.stack : error)
      report({ state: 'failed' })
    }
  }

  return {
    planner: async (session, family) => {
      const looked = await coordinating(session, family, 'planner')
      const { reader } = looked
      const from = firstDay(reader.today, undefined)
      const until = addDays(from, usualWeeks * 7 - 1)
      const closedDays = closingDaysAround(reader.opened.head.jurisdiction, from).filter((day) => day >= from && day <= until)
      return { familyId: family, from, until, closedDays, needs: needsToCome(reader), rhythm: rhythmView(reader), freeTime: freeTimeView(reader, await loadCalendars(parts.files, practitionersIn(looked.occasion.record)), from, until) }
    },
    start: async (session, family, commandId, input) => {
      const id = ownId(session.person, commandId, 'run')
      const looked = await coordinating(session, family, 'startProposals')
      if (!runs.has(id)) {
        if (input.weeks != null && (input.weeks < 1 || input.weeks > mostWeeks)) throw new Refused('weeks-impossible', { longest: mostWeeks })
        if ([...runs.values()].some((run) => run.familyId === family && run.state === 'running')) throw new Refused('planner-busy')
        const planning = await planningCaseFor(parts, looked, input)
        if ((planning.case.families[0]?.needs.length ?? 0) === 0) throw new Refused('nothing-to-plan')
        const run: Run = { id, familyId: family, person: session.person, state: 'running', drafts: [] }
        keep(run)
        void work(run, planning)
      }
      return runView(looked.reader, ownRun(session, id))
    },
    run: async (session, runId) => {
      const run = ownRun(session, runId)
      const looked = await coordinating(session, run.familyId, 'proposalRun')
      return runView(looked.reader, run)
    },
    sending: (session, runId, proposalIds, { by, at, zone, adults }) => {
      const { drafts } = ownRun(session, runId)
      const proposals = proposalIds.map((id) => {
        const draft = drafts.find(({ proposalId }) => proposalId === id)
        if (draft === undefined) throw new Refused('run-unknown')
        return draft
      })
      return { type: 'SendProposals', by, at, zone, adults, proposals }
    },
    makingDigital: async (family, appointmentId, { by, at, zone, today }) => {
      const record = await loadRecord(parts.files, family)
      if (record === undefined) throw new Refused('not-found')
      const calendars = await loadCalendars(parts.files, practitionersIn(record))
      const check = checkDigital(planningFacts(record, calendars, today), appointmentId, (bundlingCase, { appointments }) =>
        checkPlan(bundlingCase, appointments).violations.map(({ code }) => code))
      return { type: 'MakeDigital', by, at, zone, appointmentId, check }
    },
    keepByHand: (run) => {
      if (!runs.has(run.id)) keep(run)
      return runs.get(run.id) ?? run
    },
    forget: (family) => {
      for (const { id, familyId } of [...runs.values()]) {
        if (familyId !== family) continue
        runs.delete(id)
        runChanged.publish(id)
      }
    },
    close: () => engine.close(),
  }
}

/**
 * Opens a family for whoever plans for it, with its lines in the access log.
 * @throws Refused `not-found`, `not-coordinator`
 */
export const lookToPlan = async (parts: DisclosingParts, session: Session, family: FamilyId, operation: string, field: 'planner' | 'draft' = 'planner'): Promise<Looked> => {
  const asking = await askingOf(session, parts.files)
  const looked = await look(parts, asking, family, operation)
  if (looked === undefined) throw new Refused('not-found')
  if (!mayPlan(looked)) {
    await parts.log.write(family, [refusedLine(looked.occasion)])
    throw new Refused('not-coordinator')
  }
  await logReading(parts, looked, new Set([field]))
  return looked
}

/** Whether who asks plans for this family now. */
export const mayPlan = ({ occasion: { asking, record, now } }: Looked): boolean => abilities(asking.viewer, factsOf(record, asking), now).plan

/** What the planner may know of a family for somebody: nothing of what is still to be planned and hidden from them. */
export const planningCaseFor = async (parts: DisclosingParts, { occasion: { record }, opened, reader }: Looked, { lighter, from, weeks }: PlanningInput): Promise<PlanningCase> => {
  const shownNeeds = new Set(shown(opened, 'need').map(({ item }) => item.id))
  const agenda = withoutHiddenNeeds(record.agenda, (id) => shownNeeds.has(id))
  const calendars = await loadCalendars(parts.files, practitionersIn(record))
  const period = { from: firstDay(reader.today, from), weeks: weeks ?? usualWeeks, lighter }
  return toBundlingCase(planningFacts({ ...record, agenda }, calendars, reader.today), period)
}

/** Planning begins tomorrow, or later when somebody asks so. */
export const firstDay = (today: IsoDate, from: IsoDate | null | undefined): IsoDate => from == null || from <= today ? addDays(today, 1) : from
