/**
 * The plan of a region: many families on the same calendars.
 *
 * 1. One after the other, the most urgent first, each exactly on what is left.
 * 2. Rounds: a family that could be better off and a few that hold the time it wants give all their appointments back and are
 *    planned anew, exactly, one after the other. The round is kept when the sum over the region weighs no more and it is fair.
 *
 * A round that the end of the time cuts short is forgotten. So the plan depends on the case and the number of rounds only.
 */
import { checkPlan } from '../checker/check-plan.ts'
import type { BundlingCase, Family } from '../format/case.ts'
import { burdenSum, compareBurdens, type Appointment, type Burden } from '../format/plan.ts'
import type { Solver } from '../master/program.ts'
import { appointmentsOf } from '../model/appointments.ts'
import type { Budget } from '../search/budget.ts'
import { plannedNeeds, type Answer } from '../search/plan-family.ts'
import { randomNumbers } from '../search/random-numbers.ts'
import { isFair, loadOf, worstOffOf, type FamilyLoad } from './fairness.ts'
import { chooseGroup } from './groups.ts'
import { regionFamilies, type RegionFamily } from './region-families.ts'
import { sharedCalendars } from './shared-calendars.ts'

export type RegionFamilyPlan = {
  readonly family: string
  /** When the families had been planned one after the other. */
  readonly before: Burden
  readonly burden: Burden
  /** Ids of the needs without an appointment; of them, those for which nobody offers a time that the family could use. */
  readonly withoutAppointment: readonly string[]
  readonly outOfReach: readonly string[]
  /** Planned exactly; else only quickly, since the time ended. */
  readonly exact: boolean
}

export type RegionPlan = {
  readonly appointments: readonly Appointment[]
  /** Over all families. */
  readonly burden: Burden
  /** When the families had been planned one after the other. */
  readonly before: Burden
  readonly families: readonly RegionFamilyPlan[]
  /** The worst-off family, before the rounds and now; absent without families. */
  readonly worstOff?: { readonly before: FamilyLoad; readonly now: FamilyLoad }
  /** Rounds that came to their end, and those that were kept because the sum became lighter or stayed. */
  readonly rounds: number
  readonly kept: number
  /** Why it ended: many rounds found nothing lighter, the rounds asked for are done, the time is over, or it was asked to stop. */
  readonly ended: 'nothing-lighter' | 'rounds' | 'time' | 'stopped'
}

/** How far the work is. While families are planned, `burden` is that of the families planned so far. */
export type RegionProgress = {
  readonly stage: 'one-by-one' | 'rounds'
  readonly familiesDone: number
  readonly families: number
  readonly rounds: number
  readonly burden: Burden
}

export type PlanRegionOptions = {
  readonly solver: Solver
  readonly budget: Budget
  /** The most rounds; without it until the budget ends, or until many rounds in a row found nothing lighter. */
  readonly rounds?: number
  /** Asked between steps; once true, the best plan so far is the answer. */
  readonly stopped?: () => boolean
  readonly onProgress?: (progress: RegionProgress) => void
}

/** @throws Error when the plan broke a rule after all, which the independent checker would see. */
export const planRegionWith = (instance: BundlingCase, { solver, budget, rounds: mostRounds = Infinity, stopped = () => false, onProgress = () => undefined }: PlanRegionOptions): RegionPlan => {
  const until = stoppable(budget, stopped)
  const families = regionFamilies(instance, solver)
  const calendars = sharedCalendars()
  const byUrgency = [...families].sort((a, b) => urgencyOf(b.model.family) - urgencyOf(a.model.family))
  const tell = (stage: RegionProgress['stage'], familiesDone: number, rounds: number, burdens: readonly Burden[]): void =>
    onProgress({ stage, familiesDone, families: families.length, rounds, burden: burdenSum(burdens) })

  const current: Answer[] = []
  for (const [done, family] of byUrgency.entries()) {
    const answer = (until.spent() ? undefined : family.solve(calendars, until)) ?? family.quick(calendars)
    current[family.index] = answer
    calendars.book(family.index, family.model, appointmentsIn(answer))
    tell('one-by-one', done + 1, 0, Object.values(current).map(one => one.burden))
  }
  const before = current.map(answer => answer.burden)

  const loadNow = (index: number, answer: Answer): Burden => loadOf(answer.burden, outOfReach[index]!)
  const outOfReach = families.map(family => [...family.outOfReach].reduce((sum, need) => sum + family.model.needs[need]!.urgency, 0))
  const worstNow = (): FamilyLoad | undefined => worstOffOf(families.map(({ index, model }) => ({ family: model.family.id, load: loadNow(index, current[index]!) })))
  const lackingOf = ({ model, outOfReach }: RegionFamily, answer: Answer): readonly number[] => {
    const planned = plannedNeeds(answer)
    return model.needs.flatMap(({ index }) => planned.has(index) || outOfReach.has(index) ? [] : [index])
  }
  const lacking = families.map(family => lackingOf(family, current[family.index]!))
  const worstBefore = worstNow()
  const draw = randomNumbers(1)
  let worst = worstBefore
  let rounds = 0
  let kept = 0
  let fruitless = 0
  const planAnew = (group: readonly number[]): ReadonlyMap<number, Answer> | undefined => {
    const found = new Map<number, Answer>()
    for (const index of group) calendars.release(index)
    for (const index of group) {
      const { model, solve } = families[index]!
      const old = current[index]!
      const answer = solve(calendars, until, calendars.areFree(index, model, appointmentsIn(old)) ? old : undefined)
      if (answer === undefined) return undefined
      found.set(index, answer)
      calendars.book(index, model, appointmentsIn(answer))
    }
    return found
  }
  while (rounds < mostRounds && fruitless < fruitlessRounds * families.length && !until.spent()) {
    const group = chooseGroup(families, lacking, calendars, draw)
    const found = planAnew(group)
    const after = found === undefined ? [] : [...found]
    const change = compareBurdens(burdenSum(after.map(([, answer]) => answer.burden)), burdenSum(group.map(index => current[index]!.burden)))
    const keeps = found !== undefined && worst !== undefined && change <= 0 && isFair(after.map(([index, answer]) => loadNow(index, answer)), worst.load)
    if (keeps) {
      for (const [index, answer] of after) {
        current[index] = answer
        lacking[index] = lackingOf(families[index]!, answer)
      }
      worst = worstNow()
      kept++
    } else {
      for (const index of group) calendars.release(index)
      for (const index of group) calendars.book(index, families[index]!.model, appointmentsIn(current[index]!))
    }
    if (found === undefined && until.spent()) break
    rounds++
    fruitless = keeps && change < 0 ? 0 : fruitless + 1
    tell('rounds', families.length, rounds, current.map(answer => answer.burden))
  }

  const appointments = families.flatMap(({ index, model }) => appointmentsOf(model, appointmentsIn(current[index]!)))
  const verdict = checkPlan(instance, appointments)
  const burden = burdenSum(current.map(answer => answer.burden))
  if (verdict.violations.length > 0 || compareBurdens(verdict.burden, burden) !== 0) throw new Error('The plan of the region breaks a rule')
  return {
    appointments,
    burden,
    before: burdenSum(before),
    families: families.map(({ index, model, outOfReach }): RegionFamilyPlan => ({
      family: model.family.id,
      before: before[index]!,
      burden: current[index]!.burden,
      withoutAppointment: [...lacking[index]!, ...outOfReach].sort((a, b) => a - b).map(need => model.needs[need]!.need.id),
      outOfReach: [...outOfReach].map(need => model.needs[need]!.need.id),
      exact: current[index]!.proven,
    })),
    ...(worst !== undefined && worstBefore !== undefined && { worstOff: { before: worstBefore, now: worst } }),
    rounds,
    kept,
    ended: rounds >= mostRounds ? 'rounds' : stopped() ? 'stopped' : until.spent() ? 'time' : 'nothing-lighter',
  }
}

/** After so many rounds for each family that found nothing lighter, more would hardly. */
const fruitlessRounds = 25

const appointmentsIn = ({ days }: Answer) => days.flatMap(day => day.appointments)

const urgencyOf = (family: Family): number => family.needs.reduce((sum, need) => sum + need.urgency, 0)

/** A budget that is also spent once somebody asks to stop. */
const stoppable = (budget: Budget, stopped: () => boolean): Budget => ({
  secondsLeft: () => stopped() ? 0 : budget.secondsLeft(),
  spent: () => stopped() || budget.spent(),
  portion: share => stoppable(budget.portion(share), stopped),
})
