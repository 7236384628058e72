/**
 * The planner's board: all families for whom somebody plans, side by side; and plans that are made by hand. A draft lives with who
 * makes it: here it is only judged, and nothing of it is kept until it becomes a proposal.
 */
import { offeredWays, planByHand, type PlacedByHand, type PlanAppointment, type PlanningCase } from '@samenspel/agenda'
import { checkPlan, compareBurdens, firstFreeTime, type Burden, type Verdict, type Violation } from '@samenspel/bundling'
import { addDays, daysBetween, isId, newId, type FamilyId, type Id, type IsoDate } from '@samenspel/kernel'
import type { DraftCheck, DraftDay, PlanningBoard } from '../graphql/types/board.ts'
import type { ProposalRun } from '../graphql/types/proposals.ts'
import { Refused } from '../graphql/refused.ts'
import { closingDaysAround } from '../processes/closing-days.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownId } from '../ids/own-id.ts'
import { logReading, lookAtEach, type DisclosingParts, type Looked } from './disclosing.ts'
import { firstDay, lookToPlan, mayPlan, mostWeeks, planningCaseFor, type Planning } from './planning.ts'
import { practitionersIn } from './planning-facts.ts'
import { draftByHand } from './planning-runs.ts'
import { loadCalendars } from './record.ts'
import { askingOf, todayIn } from './viewer.ts'
import { boardFamilyView, freeTimeTogether } from './views/board.ts'
import { brokenRuleView, burdensView, daySentence, loadView, wayView } from './views/drafts.ts'
import { draftView, freeTimeView, runView } from './views/planner.ts'

/** One appointment of a plan by hand, as it is asked. */
export type DraftPart = Omit<PlacedByHand, 'modality' | 'practitioners'> & { readonly modality: 'onsite' | 'home' | 'digital'; readonly placeId?: string; readonly professionals: readonly string[] }

export type Board = {
  /** The families for whom who asks plans, and nobody else's: for others there is an empty board. @throws Refused `board-period-impossible` */
  readonly between: (session: Session, from: IsoDate, until: IsoDate) => Promise<PlanningBoard>
  /** What a plan by hand breaks and weighs. @throws Refused `not-found`, `not-coordinator`, `draft-too-large` */
  readonly check: (session: Session, family: FamilyId, parts: readonly DraftPart[]) => Promise<DraftCheck>
  /** Every way to place a wish beside the rest of a plan, day by day, or what stands in the way. @throws Refused as `check`; `not-found` for a wish that isn't open to who asks */
  readonly ways: (session: Session, family: FamilyId, needId: Id, parts: readonly DraftPart[]) => Promise<readonly DraftDay[]>
  /** Turns a plan by hand into a proposal that can be sent like any other. @throws Refused as `check`; `proposal-empty`, `draft-outdated`, `draft-breaks-rules` */
  readonly propose: (session: Session, family: FamilyId, commandId: Id, parts: readonly DraftPart[]) => Promise<ProposalRun>
}

/** A month, with the days of other months in its first and last week. */
const longestPeriod = 42
/** More than any family is asked for. */
const mostParts = 100

export const openBoard = (parts: DisclosingParts, planning: Planning): Board => {
  const draftOf = async (session: Session, family: FamilyId, operation: string, draft: readonly DraftPart[]): Promise<Draft> => {
    if (draft.length > mostParts) throw new Refused('draft-too-large', { most: mostParts })
    const looked = await lookToPlan(parts, session, family, operation, 'draft')
    const planningCase = await planningCaseFor(parts, looked, { lighter: false, weeks: mostWeeks })
    const asked = new Set(planningCase.case.families[0]?.needs.map(({ id }) => id))
    return {
      looked, planning: planningCase, gone: [...new Set(draft.map(({ needId }) => needId))].filter((id) => !asked.has(id)),
      appointments: planByHand(planningCase, draft.filter(({ needId }) => asked.has(needId)).map(placed)).appointments,
    }
  }
  return {
    between: async (session, from, until) => {
      const days = daysBetween(from, until) + 1
      if (days < 1 || days > longestPeriod) throw new Refused('board-period-impossible', { longest: longestPeriod })
      const asking = await askingOf(session, parts.files)
      const ids = await parts.participations.familiesOf(session)
      const looked = (await lookAtEach(parts, asking, ids, 'planningBoard')).filter(mayPlan)
      await Promise.all(looked.map((one) => logReading(parts, one, new Set(['planningBoard']))))
      const today = todayIn(looked[0]?.opened.head.jurisdiction ?? 'NL', parts.clock())
      const plansFrom = firstDay(today, undefined)
      const free = await Promise.all(looked.map(async ({ occasion: { record }, reader }) =>
        freeTimeView(reader, await loadCalendars(parts.files, practitionersIn(record), parts.clock()), from > plansFrom ? from : plansFrom, until)))
      return {
        from, until, plansFrom, plansUntil: lastDay(plansFrom),
        families: looked.map(({ reader }) => boardFamilyView(reader, from, until)).sort((a, b) => a.name < b.name ? -1 : 1),
        freeTime: freeTimeTogether(free.flat()),
        closedDays: [...new Set(looked.map(({ opened }) => opened.head.jurisdiction))].flatMap((jurisdiction) => closingDaysAround(jurisdiction, from)).filter((day) => day >= from && day <= until),
      }
    },
    check: async (session, family, draft) => {
      const { looked: { reader }, planning: planningCase, gone, appointments } = await draftOf(session, family, 'checkDraft', draft)
      const made = draftByHand(planningCase, appointments, newId(), firstFreeTime(planningCase.case).appointments)
      return {
        familyId: family, goneNeedIds: gone,
        broken: distinct(checkPlan(planningCase.case, appointments).violations).map((violation) => brokenRuleView(reader, violation, appointments)),
        plan: draftView(reader, made), burdens: burdensView(reader, made), load: loadView(reader, made, planningCase),
      }
    },
    ways: async (session, family, needId, draft) => {
      const { looked: { reader }, planning: planningCase, appointments } = await draftOf(session, family, 'draftWays', draft)
      const need = planningCase.case.families[0]?.needs.find(({ id }) => id === needId)
      if (need === undefined) throw new Refused('not-found')
      const others = appointments.filter((one) => one.need !== needId)
      const closed = closingDaysAround(reader.opened.head.jurisdiction, reader.today)
      const days: DraftDay[] = []
      for (const date of planningCase.case.planningDays.filter((day) => day > reader.today)) {
        const { allowed, rules } = waysOn(planningCase, needId, date, others)
        const because = allowed.length > 0 ? [] : date < need.from || date > need.deadline ? ['window'] : closed.includes(date) ? ['closed'] : rules.length === 0 ? ['offer'] : rules
        days.push({ date, ways: allowed.map((way) => wayView(reader, planningCase, way)), rules: because, ...(because.length > 0 && { sentence: daySentence(reader, needId, date, because) }) })
        // A day takes some milliseconds; others need not wait for all of them.
        await new Promise(setImmediate)
      }
      return days
    },
    propose: async (session, family, commandId, draft) => {
      if (!isId(commandId)) throw new Refused('request-invalid')
      const { looked: { reader }, planning: planningCase, gone, appointments } = await draftOf(session, family, 'proposeDraft', draft)
      if (draft.length === 0) throw new Refused('proposal-empty')
      if (gone.length > 0) throw new Refused('draft-outdated')
      if (checkPlan(planningCase.case, appointments).violations.length > 0) throw new Refused('draft-breaks-rules')
      const firstFree = firstFreeTime(planningCase.case)
      return runView(reader, planning.keepMade({
        id: ownId(session.person, commandId, 'run'), familyId: family, person: session.person, state: 'done', planning: planningCase,
        drafts: [draftByHand(planningCase, appointments, newId(), firstFree.appointments)], firstFree: firstFree.burden,
      }))
    },
  }
}

/** A draft beside what the planner may know: `gone` is in it and no longer asked, or never was to the knowledge of who asks. */
type Draft = { readonly looked: Looked; readonly planning: PlanningCase; readonly gone: readonly string[]; readonly appointments: readonly PlanAppointment[] }

const placed = ({ modality, placeId, professionals, ...part }: DraftPart): PlacedByHand =>
  ({ ...part, practitioners: professionals, modality: modality === 'onsite' ? { kind: modality, place: placeId ?? '' } : { kind: modality } })

/** Friday of the last week that a draft can reach. */
const lastDay = (from: IsoDate): IsoDate => {
  const { dayOfWeek } = Temporal.PlainDate.from(from)
  return addDays(from, (dayOfWeek > 5 ? 8 : 1) - dayOfWeek + (mostWeeks - 1) * 7 + 4)
}

/**
 * What a day offers for a wish beside the rest of a plan: the ways that break nothing more than that rest does, the lightest first;
 * and of the others, the rules that the one breaks which breaks fewest.
 */
const waysOn = (planningCase: PlanningCase, needId: Id, date: IsoDate, others: readonly PlanAppointment[]): { readonly allowed: readonly PlanAppointment[]; readonly rules: readonly string[] } => {
  const beside = touching(planningCase, needId, date, others)
  const broken = countOf(checkPlan(planningCase.case, beside))
  const judged = offeredWays(planningCase, needId, date).map((way) => {
    const verdict = checkPlan(planningCase.case, [...beside, way])
    return { way, burden: verdict.burden, rules: newRules(verdict, broken) }
  })
  const allowed = judged.filter(({ rules }) => rules.length === 0).sort((a, b) => compare(a, b))
  const closest = judged.reduce<readonly string[] | undefined>((least, { rules }) => least === undefined || rules.length < least.length ? rules : least, undefined)
  return { allowed: allowed.map(({ way }) => way), rules: closest ?? [] }
}

/** What of a plan the rules can set against a wish on a day: the same week, what comes in order with it, and the rest of its series. */
const touching = ({ case: { families: [family] } }: PlanningCase, needId: Id, date: IsoDate, others: readonly PlanAppointment[]): readonly PlanAppointment[] => {
  const series = family?.needs.find(({ id }) => id === needId)?.series
  const linked = new Set(family?.order.flatMap(({ before, after }) => before === needId ? [after] : after === needId ? [before] : []))
  const isOfSeries = (id: string) => series !== undefined && family?.needs.some((need) => need.id === id && need.series === series)
  return others.filter((one) => weekOf(one.date) === weekOf(date) || linked.has(one.need) || isOfSeries(one.need))
}

const weekOf = (date: IsoDate): IsoDate => addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek)

type Judged = { readonly way: PlanAppointment; readonly burden: Burden }
const compare = (a: Judged, b: Judged): number => compareBurdens(a.burden, b.burden) || (a.way.start < b.way.start ? -1 : a.way.start > b.way.start ? 1 : 0)

const keyOf = ({ code, needs, date }: Violation): string => `${code} ${date ?? ''} ${[...needs].sort().join(' ')}`
const countOf = ({ violations }: Verdict): ReadonlySet<string> => new Set(violations.map(keyOf))
const newRules = ({ violations }: Verdict, before: ReadonlySet<string>): readonly string[] => [...new Set(violations.filter((one) => !before.has(keyOf(one))).map(({ code }) => code))]
const distinct = (violations: readonly Violation[]): readonly Violation[] => [...new Map(violations.map((one) => [keyOf(one), one])).values()]
