/**
 * The choice between day plans as a program: every need is covered once or counted as unplanned, and a day
 * has at most one plan. Rules over several days are rows here; everything about one day is inside a plan.
 */
import type { DayPlan } from '../day/day-plans.ts'
import type { FamilyModel, OrderModel } from '../model/family-model.ts'
import { rule, type RuleSet } from '../model/rules.ts'
import { keepsRows, type Program, type Row } from './program.ts'

export type Master = {
  readonly model: FamilyModel
  readonly plans: readonly DayPlan[]
  readonly program: Program
  /** Column of "this need stays unplanned", by need. */
  readonly unplanned: readonly number[]
  /** Columns of "this series has this team", by `series team`. */
  readonly teams: ReadonlyMap<string, number>
  /** When a plan is made again: the needs with an appointment that stands. */
  readonly standing?: ReadonlySet<number>
}

/** @param enforced which of the rules over several days hold. */
export const buildMaster = (model: FamilyModel, plans: readonly DayPlan[], enforced: RuleSet): Master => {
  const unplanned = model.needs.map(need => plans.length + need.index)
  const covering: number[][] = model.needs.map(() => [])
  const onDay: number[][] = model.days.map(() => [])
  plans.forEach((plan, column) => {
    onDay[plan.day]!.push(column)
    for (const { need } of plan.appointments) covering[need]!.push(column)
  })
  const rows: Row[] = [
    ...model.needs.map(need => ({ columns: [...covering[need.index]!, unplanned[need.index]!], atLeast: 1, atMost: 1 })),
    ...onDay.filter(columns => columns.length > 1).map(columns => ({ columns, atLeast: -Infinity, atMost: 1 })),
  ]
  if (enforced & rule.order) for (const order of model.order) rows.push(...orderRows(model, plans, covering, order))
  if (enforced & rule.tripsPerWeek) rows.push(...weekRows(model, plans, onDay, plan => plan.trips, model.family.caps.tripsPerWeek))
  if (enforced & rule.eveningsPerWeek) rows.push(...weekRows(model, plans, onDay, plan => plan.evenings, model.family.caps.eveningsPerWeek))
  const { teams, rows: sameTeam } = enforced & rule.sameProfessional ? teamRows(model, plans, covering, plans.length + model.needs.length) : { rows: [], teams: new Map<string, number>() }
  return { model, plans, unplanned, teams, program: { columns: plans.length + model.needs.length + teams.size, rows: [...rows, ...sameTeam] } }
}

/** The columns that stand for a plan made elsewhere: on each day one that can replace it. */
export const columnsOf = (master: Master, plans: readonly DayPlan[]): readonly number[] | undefined => {
  const onDays = plans.map(plan => master.plans.findIndex(column => column.day === plan.day && replaces(master.model, column, plan)))
  const planned = new Set(plans.flatMap(plan => plan.appointments.map(one => one.need)))
  const chosenTeams = new Set(plans.flatMap(plan => plan.appointments.flatMap(({ need, team }) => master.teams.get(`${master.model.needs[need]!.series} ${team}`) ?? [])))
  const idleTeams = Map.groupBy(master.teams, ([key]) => key.slice(0, key.lastIndexOf(' '))).values()
    .flatMap(ofSeries => ofSeries.some(([, column]) => chosenTeams.has(column)) ? [] : [ofSeries[0]![1]])
  const columns = [...onDays, ...master.unplanned.filter((_, need) => !planned.has(need)), ...chosenTeams, ...idleTeams]
  return columns.includes(-1) || !keepsRows(master.program, columns) ? undefined : columns
}

/** The same needs, with the same teams where a series asks for one, and no more of a week's caps. */
const replaces = (model: FamilyModel, a: DayPlan, b: DayPlan): boolean =>
  a.appointments.length === b.appointments.length && a.trips <= b.trips && a.evenings <= b.evenings && (a.moved ?? 0) <= (b.moved ?? 0)
  && a.appointments.every(one => b.appointments.some(other => other.need === one.need && (model.needs[one.need]!.series === undefined || other.team === one.team)))

/**
 * Order, taken apart by day: `before` on this day or later excludes `after` less than `minDays` later than this
 * day, and so on for `maxDays`. Much tighter than one row with days as coefficients.
 */
const orderRows = (model: FamilyModel, plans: readonly DayPlan[], covering: readonly (readonly number[])[], order: OrderModel): readonly Row[] => {
  const before = covering[order.before]!
  const after = covering[order.after]!
  const calendarDay = (column: number): number => model.days[plans[column]!.day]!.calendarDay
  const exclude = (first: readonly number[], second: readonly number[]): readonly Row[] => {
    if (first.length === 0 || second.length === 0) return []
    const counts = new Map<number, number>()
    for (const column of [...first, ...second]) counts.set(column, (counts.get(column) ?? 0) + 1)
    return [{ columns: [...counts.keys()], values: [...counts.values()], atLeast: -Infinity, atMost: 1 }]
  }
  return [...new Set(before.map(calendarDay))].sort((a, b) => a - b).flatMap(day => [
    ...exclude(before.filter(column => calendarDay(column) >= day), after.filter(column => calendarDay(column) < day + order.minDays)),
    ...exclude(before.filter(column => calendarDay(column) <= day), after.filter(column => calendarDay(column) > day + order.maxDays)),
  ])
}

const weekRows = (model: FamilyModel, plans: readonly DayPlan[], onDay: readonly (readonly number[])[], count: (plan: DayPlan) => number, cap: number): readonly Row[] =>
  model.weeks.flatMap(week => {
    const columns = week.flatMap(day => onDay[day]!).filter(column => count(plans[column]!) > 0)
    return columns.length === 0 ? [] : [{ columns, values: columns.map(column => count(plans[column]!)), atLeast: -Infinity, atMost: cap }]
  })

/** One team for a whole series: a column for each team that could be the one. */
const teamRows = (model: FamilyModel, plans: readonly DayPlan[], covering: readonly (readonly number[])[], firstColumn: number): { readonly rows: readonly Row[]; readonly teams: ReadonlyMap<string, number> } => {
  const rows: Row[] = []
  const columns = new Map<string, number>()
  const series = Map.groupBy(model.needs.filter(need => need.series !== undefined), need => need.series)
  for (const [name, needs] of series) {
    if (needs.length < 2) continue
    const columnOf = (team: number): number => columns.get(`${name} ${team}`)!
    const teams = [...new Set(needs.flatMap(need => need.staffing.map(staffing => staffing.team)))]
    for (const team of teams) columns.set(`${name} ${team}`, firstColumn + columns.size)
    rows.push({ columns: teams.map(columnOf), atLeast: 1, atMost: 1 })
    for (const need of needs) {
      const byTeam = Map.groupBy(covering[need.index]!, column => plans[column]!.appointments.find(one => one.need === need.index)!.team)
      for (const [team, covers] of byTeam) rows.push({ columns: [...covers, columnOf(team)], values: [...covers.map(() => 1), -1], atLeast: -Infinity, atMost: 0 })
    }
  }
  return { rows, teams: columns }
}
