/**
 * A lighter choice before the proof: the day plans of a few weeks at a time are chosen anew, exactly, while the others stay.
 * A good choice to begin from is half of the proof: the better it is, the fewer columns the solver has to look at.
 */
import type { Budget } from '../search/budget.ts'
import type { Master } from './master.ts'
import { minimise } from './minimise.ts'
import { valueOf, type Program, type Solver } from './program.ts'

/** Weeks that are chosen anew together: few first, then more. */
const weeksAtOnce = [2, 4]

/**
 * @param among the columns that may be chosen; `chosen` is a choice of them that keeps all rows of the program.
 * @returns a choice that costs no more.
 */
export const polish = (solver: Solver, master: Master, program: Program, among: readonly number[], costs: Float64Array, chosen: readonly number[], budget: Budget): readonly number[] => {
  const { model, plans } = master
  const weekOf = (column: number): number => model.weekOf[plans[column]!.day]!
  const isPlan = (column: number): boolean => column < plans.length
  const needOf = new Map(master.unplanned.map((column, need) => [column, need]))
  const chooseAnew = (firstWeek: number, size: number): readonly number[] => {
    const inWindow = (column: number): boolean => weekOf(column) >= firstWeek && weekOf(column) < firstWeek + size
    const staying = new Set(chosen.filter(column => isPlan(column) && !inWindow(column)))
    const settled = new Set([...staying].flatMap(column => plans[column]!.appointments.map(one => one.need)))
    const open = among.filter(column => isPlan(column)
      ? staying.has(column) || (inWindow(column) && !plans[column]!.appointments.some(one => settled.has(one.need)))
      : !settled.has(needOf.get(column) ?? -1))
    const found = minimise(solver, program, open, costs, chosen, 1, budget)
    return 'kind' in found || found.value >= valueOf(costs, chosen) ? chosen : found.chosen
  }
  for (const size of weeksAtOnce.filter(size => size < model.weeks.length)) {
    const places = model.weeks.length - size + 1
    for (let at = 0, idle = 0; idle < places && !budget.spent(); at = (at + 1) % places, idle++) {
      const next = chooseAnew(at, size)
      if (next !== chosen) idle = -1
      chosen = next
    }
  }
  return chosen
}
