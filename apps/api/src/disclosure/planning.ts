/** Planning for a family: what the coordinator sees in the planner, runs of the engine, and what becomes of their proposals. */
import { abilities } from '@samenspel/access'
import { appointmentStatus, appointmentsWith, calendarsToSettle, checkDigital, freedCase, isPaused, offeredWays, otherDaysCase, otherTimesCase, partsOf, standingCase, stillPossible, toBundlingCase, toPlan, type AgendaCommand, type Appointment, type ChosenTime, type OtherDay, type PlanningCase, type UnsuitableTime } from '@samenspel/agenda'
import { checkPlan, compareBurdens, firstFreeTime, type Planner as Engine, type Replanning, type Sketch } from '@samenspel/bundling'
import { addDays, momentOf, newId, type FamilyId, type Id, type IsoDate } from '@samenspel/kernel'
import type { WhyInput } from '../graphql/inputs.ts'
import type { Planner, ProposalRun, WhyAnswer } from '../graphql/types/proposals.ts'
import type { OtherDayFound, OtherTime } from '../graphql/types/week.ts'
import { Refused } from '../graphql/refused.ts'
import type { Channel } from '../live/channel.ts'
import { closingDaysAround } from '../processes/closing-days.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownId } from '../ids/own-id.ts'
import type { Desk } from './desk.ts'
import { look, logReading, type DisclosingParts, type Looked } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { shown } from './gate.ts'
import { refusedLine } from './log-lines.ts'
import { openQuestions } from './planning-questions.ts'
import { planningFacts, practitionersIn, withoutHiddenNeeds } from './planning-facts.ts'
import { draftAgain, draftOnOtherDays, draftsOf, movedTo, sketchOf, stoppedAt, type Run } from './planning-runs.ts'
import { peaceOf } from './peace.ts'
import type { Directory } from './case-record.ts'
import { loadCalendars, loadRecord } from './record.ts'
import { askingOf } from './viewer.ts'
import { rhythmView } from './views/appointments.ts'
import { freeTimeView, needsToCome, offeredTimes, ordersView, runView } from './views/planner.ts'

export type PlanningInput = { readonly lighter: boolean; readonly from?: IsoDate | null; readonly weeks?: number | null; readonly after?: Id | null }
/** What fell away, so that a plan has to be made again; `lighter`: the family can bear less. */
export type ReplanningInput = { readonly lostAppointmentIds: readonly Id[]; readonly withoutChild: readonly IsoDate[]; readonly lighter: boolean }
export type Planning = {
  readonly planner: (session: Session, family: FamilyId) => Promise<Planner>
  /** Begins to look for proposals; the same command id again gives the same run. */
  readonly start: (session: Session, family: FamilyId, commandId: Id, input: PlanningInput) => Promise<ProposalRun>
  /**
   * Begins to plan again what is confirmed, so that as little as possible of it moves. What comes of it is a proposal like any other: until
   * everybody agrees, all stands where it stood. @throws Refused `replan-empty`, `planner-busy`, `not-found`, `nothing-to-plan`
   */
  readonly startAgain: (session: Session, family: FamilyId, commandId: Id, input: ReplanningInput) => Promise<ProposalRun>
  /** Stops looking, and keeps the best so far; of what is done it changes nothing. @throws Refused `run-unknown` */
  readonly stop: (session: Session, runId: Id) => Promise<ProposalRun>
  /** @throws Refused `run-unknown` */
  readonly run: (session: Session, runId: Id) => Promise<ProposalRun>
  /** Begins to look for an answer to a question about a proposal; the same command id again gives the same one. @throws Refused `why-impossible`, `run-unknown` */
  readonly ask: (session: Session, family: FamilyId, commandId: Id, input: WhyInput) => Promise<WhyAnswer>
  /** @throws Refused `run-unknown` */
  readonly whyAnswer: (session: Session, id: Id) => Promise<WhyAnswer>
  /** The command that sends chosen proposals of a run. @throws Refused `run-unknown` */
  readonly sending: (session: Session, runId: Id, proposalIds: readonly Id[], desk: Desk) => AgendaCommand
  /** The command that makes an appointment digital, with what the family's week says about it. */
  readonly makingDigital: (family: FamilyId, appointmentId: Id, desk: Desk) => Promise<AgendaCommand>
  /**
   * The command that proposes a very time for a confirmed appointment, which stands until everybody agreed; the lightest way to hold it
   * then. @throws Refused `not-found`, `not-confirmed`, `time-not-possible`
   */
  readonly proposingTime: (family: FamilyId, appointmentId: Id, time: ChosenTime, desk: Desk) => Promise<AgendaCommand>
  /**
   * Up to five other times for an appointment of whoever asks, or of a family for whom they plan, while everything else stays. They are found in the planner's thread; why
   * another time is not among them is never said, so that they tell nothing of anybody else.
   * @throws Refused `not-found`, `planner-busy`
   */
  readonly otherTimes: (session: Session, family: FamilyId, appointmentId: Id, signal: AbortSignal) => Promise<readonly OtherTime[]>
  /**
   * Other days for the parts of a proposal for which who asks is asked, planned together while everything else stays. All of them, or none:
   * why, is never said. @throws Refused `not-found`, `planner-busy`
   */
  readonly otherDays: (session: Session, family: FamilyId, proposalId: Id, unsuitable: readonly UnsuitableTime[], signal: AbortSignal) => Promise<readonly OtherDayFound[]>
  /** The command that proposes the days that somebody asked for, when they can still be had. @throws Refused `not-found`, `time-not-possible` */
  readonly proposingOtherDays: (family: FamilyId, requestId: Id, desk: Desk) => Promise<AgendaCommand>
  /** Keeps a plan that was made elsewhere, by hand or for many families at once, as a run that is done, to be shown and sent like any other; the same id again gives what is kept. */
  readonly keepMade: (run: Run) => Run
  /** Lets go of what was proposed for a family and not sent; what is still being looked for comes to nothing. */
  readonly forget: (family: FamilyId) => void
  readonly close: () => Promise<void>
}

/** Where the organisations of the team see people. */
const placesOf = (organisations: readonly string[], directory: Directory): Planner['places'] => [...new Set(organisations)].flatMap((organisationId) =>
  (directory.organisation(organisationId)?.locations ?? []).map(({ locationId, name }) => ({ id: locationId, name, organisationId })))

/** Runs that are remembered, among them one for each family of the regions that are; older ones are forgotten. */
const mostRuns = 1200
export const usualWeeks = 4
/** Other times to choose from. */
const mostTimes = 5
export const mostWeeks = 8
/** How long the engine looks for something lighter. */
const seconds = 6
/** And while a parent holds the phone. */
const secondsForOther = 3
/** Ways to hold a plan at the very times that were asked for, which differ in who does it, that are tried. */
const mostWays = 500
/** Proposals that one run shows. */
const mostDrafts = 3

/** A plan that is made again: what stands, and what of it is confirmed already. */
type Anew = { readonly planning: PlanningCase; readonly replanning: Replanning; readonly confirmed: readonly Appointment[]; /** Beside the one that changes least, what would be proposed without looking back. */ readonly others: boolean }

export const openPlanning = (parts: DisclosingParts, engine: Engine, runChanged: Channel): Planning => {
  const runs = new Map<Id, Run>()
  /** Of the searches that go on. */
  const stopping = new Map<Id, AbortController>()
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

  /** After a released proposal: what of it can still be had stands, as far as this coordinator sees it. */
  const afterReleased = async (looked: Looked, after: Id, input: PlanningInput): Promise<Anew> => {
    const { occasion: { record, now }, opened, reader } = looked
    const own = new Set(shown(opened, 'appointment').filter(({ item }) => item.value.proposalId === after).map(({ item }) => item.id))
    if (own.size === 0 || !opened.proposals.some(({ proposalId, progress }) => proposalId === after && progress.status === 'released')) throw new Refused('not-found')
    const calendars = await loadCalendars(parts.files, [...practitionersIn(record), ...calendarsToSettle(record.agenda)])
    const planning = await planningCaseFor(parts, looked, input)
    const asked = new Set(planning.case.families[0]?.needs.map(({ id }) => id))
    const former = partsOf(record.agenda, after).filter(({ appointmentId, needId }) => own.has(appointmentId) && asked.has(needId))
    const possible = new Set(stillPossible(record.agenda, after, calendars, now, reader.zone))
    return { planning, confirmed: [], others: true, replanning: { standing: toPlan(planning, former.filter((part) => possible.has(part))), lost: toPlan(planning, former.filter((part) => !possible.has(part))) } }
  }

  /** Of what is confirmed and to come, as far as this coordinator sees it, what fell away and what stands. */
  const afterLoss = async (looked: Looked, { lostAppointmentIds, withoutChild, lighter }: ReplanningInput): Promise<Anew> => {
    const { occasion: { record, now }, opened, reader } = looked
    if (lostAppointmentIds.length === 0 && withoutChild.length === 0 && !lighter) throw new Refused('replan-empty')
    const [seen, wishes] = [new Set(shown(opened, 'appointment').filter(({ place }) => place?.appointment !== undefined).map(({ item }) => item.id)), new Set(shown(opened, 'need').map(({ item }) => item.id))]
    const confirmed = appointmentsWith(record.agenda, 'confirmed').filter(({ appointmentId, needId, date, start }) =>
      seen.has(appointmentId) && wishes.has(needId) && Temporal.Instant.compare(momentOf(date, start, reader.zone), now) > 0)
    const lost = confirmed.filter(({ appointmentId }) => lostAppointmentIds.includes(appointmentId))
    if (lost.length < new Set(lostAppointmentIds).size) throw new Refused('not-found')
    const from = firstDay(reader.today, undefined)
    const period = { from, weeks: usualWeeks, lighter }
    const until = addDays(from, usualWeeks * 7)
    const planned = [...lost, ...confirmed.filter((one) => !lost.includes(one) && one.date >= from && one.date < until)]
    const calendars = await loadCalendars(parts.files, practitionersIn(record), parts.clock())
    const { planning, at } = standingCase(planningFacts(record, calendars, reader.today), period, planned)
    if ((planning.case.families[0]?.needs.length ?? 0) === 0) throw new Refused('nothing-to-plan')
    const placed = (some: readonly Appointment[]) => some.flatMap((one) => at(one) ?? [])
    return { planning, confirmed: planned, others: false, replanning: { standing: placed(planned.filter((one) => !lost.includes(one))), lost: placed(lost), withoutChild } }
  }

  const again = async ({ planning, replanning, confirmed, others }: Anew, signal: AbortSignal, report: (change: Partial<Run>) => void): Promise<Partial<Run>> => {
    const replanned = await engine.replan(planning.case, replanning, { seconds, signal })
    const firstFree = firstFreeTime(planning.case)
    const stays = new Set(replanned.stay.map(({ need }) => need))
    const least: Partial<Run> & Pick<Run, 'drafts'> = {
      drafts: [draftAgain(planning, replanned, confirmed, firstFree.appointments)], ...(others && { firstFree: firstFree.burden }),
      stays: confirmed.filter(({ needId }) => stays.has(needId)).map(({ appointmentId }) => appointmentId),
    }
    if (!others) return least
    report(least)
    const rest = draftsOf(planning, await engine.propose(planning.case, { seconds, signal }))
    return { ...least, drafts: [...least.drafts, ...rest].slice(0, mostDrafts) }
  }

  const work = async (run: Run, anew: Anew | undefined): Promise<void> => {
    const { planning } = run
    const ending = new AbortController()
    const { signal } = ending
    stopping.set(run.id, ending)
    let current = run
    let best: Sketch | undefined
    const report = (change: Partial<Run>) => {
      current = { ...current, ...change }
      if (runs.has(run.id)) keep(current)
    }
    const search = async (): Promise<Partial<Run>> => {
      const found = await engine.propose(planning.case, {
        seconds, signal, onProgress: ({ sketch }) => { best = sketch; report({ drafts: [sketchOf(planning, sketch, current.drafts[0]?.proposalId ?? newId())] }) },
      })
      return { drafts: draftsOf(planning, found), firstFree: found.firstFree.burden }
    }
    try {
      report({ ...await (anew === undefined ? search() : again(anew, signal, report)), state: 'done' })
    } catch (error) {
      if (signal.aborted) report({ ...best === undefined ? {} : stoppedAt(planning, best, current.drafts[0]?.proposalId ?? newId(), firstFreeTime(planning.case)), state: 'done', isStopped: true })
      else {
        console.error(error instanceof Error ? error.stack : error)
        report({ state: 'failed' })
      }
    } finally {
      stopping.delete(run.id)
    }
  }

  const questions = openQuestions({ coordinating, ownRun, caseFor: (looked) => planningCaseFor(parts, looked, { lighter: false }), engine, changed: runChanged })

  return {
    ...questions,
    planner: async (session, family) => {
      const looked = await coordinating(session, family, 'planner')
      const { reader } = looked
      const from = firstDay(reader.today, undefined)
      const until = addDays(from, usualWeeks * 7 - 1)
      const closedDays = closingDaysAround(reader.opened.head.jurisdiction, from).filter((day) => day >= from && day <= until)
      const { file, directory } = looked.occasion.record
      const needs = needsToCome(reader)
      return { familyId: family, from, until, closedDays, places: placesOf(file.careTeam.members.map(({ organisation }) => organisation), directory), parentsApart: file.family.parentsApart === true, needs, orders: ordersView(reader, needs), rhythm: rhythmView(reader), freeTime: freeTimeView(reader, await loadCalendars(parts.files, practitionersIn(looked.occasion.record), parts.clock()), from, until) }
    },
    start: async (session, family, commandId, input) => {
      const id = ownId(session.person, commandId, 'run')
      const looked = await coordinating(session, family, 'startProposals')
      if (!runs.has(id)) {
        if (input.weeks != null && (input.weeks < 1 || input.weeks > mostWeeks)) throw new Refused('weeks-impossible', { longest: mostWeeks })
        if ([...runs.values()].some((run) => run.familyId === family && run.state === 'running')) throw new Refused('planner-busy')
        const anew = input.after == null ? undefined : await afterReleased(looked, input.after, input)
        mustReach(looked)
        const planning = anew?.planning ?? await planningCaseFor(parts, looked, input)
        if (planning.case.planningDays.filter((date) => date >= firstDay(looked.reader.today, input.from)).every((date) => isPaused(looked.occasion.record.agenda.pace, date))) throw new Refused('planning-paused')
        if ((planning.case.families[0]?.needs.length ?? 0) === 0) throw new Refused('nothing-to-plan')
        const run: Run = { id, familyId: family, person: session.person, state: 'running', drafts: [], planning }
        keep(run)
        void work(run, anew)
      }
      return runView(looked.reader, ownRun(session, id))
    },
    startAgain: async (session, family, commandId, input) => {
      const id = ownId(session.person, commandId, 'run')
      const looked = await coordinating(session, family, 'startReplanning')
      if (!runs.has(id)) {
        if ([...runs.values()].some((run) => run.familyId === family && run.state === 'running')) throw new Refused('planner-busy')
        mustReach(looked)
        const anew = await afterLoss(looked, input)
        const run: Run = { id, familyId: family, person: session.person, state: 'running', drafts: [], planning: anew.planning }
        keep(run)
        void work(run, anew)
      }
      return runView(looked.reader, ownRun(session, id))
    },
    run: async (session, runId) => {
      const run = ownRun(session, runId)
      const looked = await coordinating(session, run.familyId, 'proposalRun')
      return runView(looked.reader, run)
    },
    stop: async (session, runId) => {
      const { familyId } = ownRun(session, runId)
      const looked = await coordinating(session, familyId, 'stopProposals')
      stopping.get(runId)?.abort(new Error('Stopped'))
      // What was found stands once the search has let go.
      await settled()
      return runView(looked.reader, ownRun(session, runId))
    },
    sending: (session, runId, proposalIds, { by, at, zone, adults, mustReach }) => {
      mustReach()
      const { drafts } = ownRun(session, runId)
      const proposals = proposalIds.map((id) => {
        const draft = drafts.find(({ proposalId }) => proposalId === id)
        if (draft === undefined) throw new Refused('run-unknown')
        return draft
      })
      return { type: 'SendProposals', by, at, zone, adults, proposals }
    },
    makingDigital: async (family, appointmentId, { by, at, zone, today }) => {
      const record = await loadRecord(parts.files, family, at)
      if (record === undefined) throw new Refused('not-found')
      const calendars = await loadCalendars(parts.files, practitionersIn(record), at)
      const check = checkDigital(planningFacts(record, calendars, today), appointmentId, (bundlingCase, { appointments }) =>
        checkPlan(bundlingCase, appointments).violations.map(({ code }) => code))
      return { type: 'MakeDigital', by, at, zone, appointmentId, check }
    },
    proposingTime: async (family, appointmentId, { date, from, modality }, { by, at, zone, today, adults, mustReach }) => {
      mustReach()
      const record = await loadRecord(parts.files, family, at)
      const standing = record?.agenda.proposals.appointments.get(appointmentId)
      if (record === undefined || standing === undefined) throw new Refused('not-found')
      if (appointmentStatus(record.agenda, standing) !== 'confirmed') throw new Refused('not-confirmed')
      const calendars = await loadCalendars(parts.files, practitionersIn(record), at)
      const planning = otherTimesCase(planningFacts(record, calendars, today), appointmentId, { from: firstDay(today, undefined), weeks: mostWeeks, lighter: false })
      const ways = planning === undefined ? [] : offeredWays(planning, standing.needId, date).filter((way) => way.start === from && way.modality === modality)
        .map((way) => ({ way, ...checkPlan(planning.case, [way]) })).filter(({ violations }) => violations.length === 0).sort((a, b) => compareBurdens(a.burden, b.burden))
      const [lightest] = ways
      if (planning === undefined || lightest === undefined) throw new Refused('time-not-possible')
      return { type: 'SendProposals', by, at, zone, adults, proposals: [movedTo(planning, lightest.way, standing)] }
    },
    otherTimes: async (session, family, appointmentId, signal) => {
      const asking = await askingOf(session, parts.files)
      const looked = await look(parts, asking, family, 'otherTimes')
      if (looked === undefined) throw new Refused('not-found')
      const { occasion: { record }, opened, reader } = looked
      const asked = shown(opened, 'appointment').some(({ item, place }) => item.id === appointmentId && (item.value.asked.includes(session.person)
        ? ['proposed', 'confirmed'].includes(item.value.status) : mayPlan(looked) && place?.appointment !== undefined && item.value.status === 'confirmed'))
      if (!asked) {
        await parts.log.write(family, [refusedLine(looked.occasion)])
        throw new Refused('not-found')
      }
      await logReading(parts, looked, new Set(['otherTimes']))
      const calendars = await loadCalendars(parts.files, practitionersIn(record), parts.clock())
      const planning = otherTimesCase(planningFacts(record, calendars, reader.today), appointmentId, { from: firstDay(reader.today, undefined), weeks: usualWeeks, lighter: false })
      const need = planning?.case.families[0]?.needs[0]
      if (planning === undefined || need === undefined) return []
      const found = await engine.times(planning.case, { need: need.id, most: mostTimes + 1 }, { signal }).catch((error: unknown) => {
        if (signal.aborted) throw new Refused('planner-busy')
        throw error
      })
      const own = record.agenda.proposals.appointments.get(appointmentId)
      return offeredTimes(reader, found.filter(({ date, start, modality }) => !(date === own?.date && start === own.start && modality === own.modality.kind)).slice(0, mostTimes), need.minutes)
    },
    otherDays: async (session, family, proposalId, unsuitable, signal) => {
      const looked = await look(parts, await askingOf(session, parts.files), family, 'otherDays')
      if (looked === undefined) throw new Refused('not-found')
      const { occasion: { record }, opened, reader } = looked
      const own = shown(opened, 'appointment').map(({ item }) => item).filter(({ value }) => value.proposalId === proposalId && value.status === 'proposed' && value.asked.includes(session.person))
      if (own.length === 0) {
        await parts.log.write(family, [refusedLine(looked.occasion)])
        throw new Refused('not-found')
      }
      await logReading(parts, looked, new Set(['otherTimes']))
      const calendars = await loadCalendars(parts.files, practitionersIn(record), parts.clock())
      const planning = otherDaysCase(planningFacts(record, calendars, reader.today), own.map(({ id }) => id), unsuitable, { from: firstDay(reader.today, undefined), weeks: usualWeeks, lighter: false })
      if (planning === undefined || planning.leftOut.length > 0) return []
      const found = await engine.propose(planning.case, { seconds: secondsForOther, signal }).catch((error: unknown) => {
        if (signal.aborted) throw new Refused('planner-busy')
        throw error
      })
      const [lightest] = found.proposals
      // Half of it would tell which part is hard to place, and leave the family with two plans.
      if (lightest === undefined || lightest.unplanned.length > 0) return []
      return own.flatMap(({ id, value: { need } }): readonly OtherDayFound[] => {
        const [time] = offeredTimes(reader, lightest.appointments.filter((one) => one.need === need.needId), need.minutes)
        return time === undefined ? [] : [{ ...time, appointmentId: id, label: need.label }]
      }).sort((a, b) => a.date + a.from < b.date + b.from ? -1 : 1)
    },
    proposingOtherDays: async (family, requestId, { by, at, zone, today, adults, mustReach }) => {
      mustReach()
      const record = await loadRecord(parts.files, family, at)
      const request = record?.agenda.changeRequests.get(requestId)
      const { proposalId, otherDays = [] } = request ?? {}
      if (record === undefined || request?.isOpen !== true || proposalId === undefined || otherDays.length === 0) throw new Refused('not-found')
      const parts_ = partsOf(record.agenda, proposalId)
      const moved = parts_.filter(({ appointmentId }) => otherDays.some((day) => day.appointmentId === appointmentId))
      const calendars = await loadCalendars(parts.files, practitionersIn(record), at)
      const planning = freedCase(planningFacts(record, calendars, today), moved.map(({ appointmentId }) => appointmentId), { from: firstDay(today, undefined), weeks: mostWeeks, lighter: false })
      const lightest = planning === undefined || moved.length < otherDays.length ? undefined : lightestOn(planning, moved, otherDays)
      if (planning === undefined || lightest === undefined) throw new Refused('time-not-possible')
      return { type: 'SendProposals', by, at, zone, adults, proposals: [draftOnOtherDays(planning, lightest, parts_.filter((part) => !moved.includes(part)))] }
    },
    keepMade: (run) => {
      if (!runs.has(run.id)) keep(run)
      return runs.get(run.id) ?? run
    },
    forget: (family) => {
      questions.forget(family)
      for (const { id, familyId } of [...runs.values()]) {
        if (familyId !== family) continue
        runs.delete(id)
        stopping.get(id)?.abort(new Error('Let go'))
        runChanged.publish(id)
      }
    },
    close: () => engine.close(),
  }
}

/** Long enough for what was just rejected to be dealt with. */
const settled = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve) })

/** Of all ways to hold appointments at these very times, the lightest that keeps every rule. */
const lightestOn = (planning: PlanningCase, moved: readonly Appointment[], days: readonly OtherDay[]) => {
  const ways = moved.map(({ appointmentId, needId }) => {
    const day = days.find((one) => one.appointmentId === appointmentId)
    return day === undefined ? [] : offeredWays(planning, needId, day.date).filter(({ start, modality }) => start === day.from && modality === day.modality)
  })
  const together = ways.reduce<readonly (readonly (typeof ways)[number][number][])[]>((made, own) => made.flatMap((some) => own.map((way) => [...some, way])).slice(0, mostWays), [[]])
  return together.map((appointments) => ({ appointments, ...checkPlan(planning.case, appointments) }))
    .filter(({ violations }) => violations.length === 0).sort((a, b) => compareBurdens(a.burden, b.burden))[0]?.appointments
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

/** @throws Refused `family-silent` */
const mustReach = ({ occasion: { record, now } }: Looked): void => {
  if (peaceOf(record, now) === 'loss') throw new Refused('family-silent')
}

/** Whether who asks plans for this family now. */
export const mayPlan = ({ occasion: { asking, record, now } }: Looked): boolean => abilities(asking.viewer, factsOf(record, asking), now).plan

/** What the planner may know of a family for somebody: nothing of what is still to be planned and hidden from them. */
export const planningCaseFor = async (parts: DisclosingParts, { occasion: { record }, opened, reader }: Looked, { lighter, from, weeks }: PlanningInput): Promise<PlanningCase> => {
  const shownNeeds = new Set(shown(opened, 'need').flatMap(({ item: { id, value } }) => value.status === 'withdrawn' ? [] : [id]))
  const agenda = withoutHiddenNeeds(record.agenda, (id) => shownNeeds.has(id))
  const calendars = await loadCalendars(parts.files, practitionersIn(record), parts.clock())
  const period = { from: firstDay(reader.today, from), weeks: weeks ?? usualWeeks, lighter }
  return toBundlingCase(planningFacts({ ...record, agenda }, calendars, reader.today), period)
}

/** Planning begins tomorrow, or later when somebody asks so. */
export const firstDay = (today: IsoDate, from: IsoDate | null | undefined): IsoDate => from == null || from <= today ? addDays(today, 1) : from
