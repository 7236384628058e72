/**
 * The choice between day plans as a program: every need is covered once or counted as unplanned, and a day
 * has at most one plan. Rules over several days are rows here; everything about one day is inside a plan.
 */
import type { DayPlan } from '../day/day-plans.ts'
import type { FamilyModel, NeedModel, OrderModel, WeekCaps } from '../model/family-model.ts'
import { momentOf, type Candidate } from '../model/candidates.ts'
import { rule, type RuleSet } from '../model/rules.ts'
import { keepsRows, type Program, type Row } from './program.ts'

export type Master = {
  readonly model: FamilyModel
  readonly plans: readonly DayPlan[]
  readonly program: Program
  /** Column of "this need stays unplanned", by need. */
  readonly unplanned: readonly number[]
  /** Columns of "this series has this team" and "this series has this time", by `team series number` and `time series number`. */
  readonly choices: ReadonlyMap<string, number>
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
  if (enforced & rule.tripsPerWeek) rows.push(...weekRows(model, plans, onDay, plan => plan.trips, week => week.trips))
  if (enforced & rule.eveningsPerWeek) rows.push(...weekRows(model, plans, onDay, plan => plan.evenings, week => week.evenings))
  if (enforced & rule.contactsPerWeek) rows.push(...weekRows(model, plans, onDay, plan => plan.appointments.length, week => week.contacts))
  const first = plans.length + model.needs.length
  const sameTeam = enforced & rule.sameProfessional ? choiceRows(model, plans, covering, teamChoice, first) : noChoice
  const sameTime = enforced & rule.sameTime ? choiceRows(model, plans, covering, timeChoice, first + sameTeam.columns.size) : noChoice
  const choices = new Map([...sameTeam.columns, ...sameTime.columns])
  return { model, plans, unplanned, choices, program: { columns: first + choices.size, rows: [...rows, ...sameTeam.rows, ...sameTime.rows] } }
}

/** The columns that stand for a plan made elsewhere: on each day one that can replace it. */
export const columnsOf = (master: Master, plans: readonly DayPlan[]): readonly number[] | undefined => {
  const onDays = plans.map(plan => master.plans.findIndex(column => column.day === plan.day && replaces(master.model, column, plan)))
  const planned = new Set(plans.flatMap(plan => plan.appointments.map(one => one.need)))
  const chosen = new Set(plans.flatMap(plan => plan.appointments.flatMap(one => [teamChoice, timeChoice].flatMap(kind => master.choices.get(choiceKey(master.model, kind, one)) ?? []))))
  const idle = Map.groupBy(master.choices, ([key]) => key.slice(0, key.lastIndexOf(' '))).values()
    .flatMap(ofSeries => ofSeries.some(([, column]) => chosen.has(column)) ? [] : [ofSeries[0]![1]])
  const columns = [...onDays, ...master.unplanned.filter((_, need) => !planned.has(need)), ...chosen, ...idle]
  return columns.includes(-1) || !keepsRows(master.program, columns) ? undefined : columns
}

/** The same needs, with the same teams where a series asks for one, and no more of a week's caps. */
const replaces = (model: FamilyModel, a: DayPlan, b: DayPlan): boolean =>
  a.appointments.length === b.appointments.length && a.trips <= b.trips && a.evenings <= b.evenings && (a.moved ?? 0) <= (b.moved ?? 0)
  && a.appointments.every(one => b.appointments.some(other => other.need === one.need && (model.needs[one.need]!.series === undefined || other.team === one.team) && (model.needs[one.need]!.sameTime === undefined || other.start === one.start)))

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

const weekRows = (model: FamilyModel, plans: readonly DayPlan[], onDay: readonly (readonly number[])[], count: (plan: DayPlan) => number, cap: (week: WeekCaps) => number): readonly Row[] =>
  model.weeks.flatMap((week, index) => {
    const atMost = cap(model.weekCaps[index]!)
    const columns = week.flatMap(day => onDay[day]!).filter(column => count(plans[column]!) > 0)
    return columns.length === 0 || atMost === Infinity ? [] : [{ columns, values: columns.map(column => count(plans[column]!)), atLeast: -Infinity, atMost }]
  })

/** What a whole series has once: its team, or its time in the week. */
type ChoiceKind = { readonly name: 'team' | 'time'; readonly seriesOf: (need: NeedModel) => string | undefined; readonly numberOf: (model: FamilyModel, candidate: Candidate) => number }
const teamChoice: ChoiceKind = { name: 'team', seriesOf: need => need.series, numberOf: (_, { team }) => team }
const timeChoice: ChoiceKind = { name: 'time', seriesOf: need => need.sameTime, numberOf: momentOf }

const choiceKey = (model: FamilyModel, { name, seriesOf, numberOf }: ChoiceKind, candidate: Candidate): string =>
  `${name} ${seriesOf(model.needs[candidate.need]!)} ${numberOf(model, candidate)}`

type ChoiceRows = { readonly rows: readonly Row[]; readonly columns: ReadonlyMap<string, number> }
const noChoice: ChoiceRows = { rows: [], columns: new Map() }

/** One choice for a whole series: a column for each that could be the one. */
const choiceRows = (model: FamilyModel, plans: readonly DayPlan[], covering: readonly (readonly number[])[], kind: ChoiceKind, firstColumn: number): ChoiceRows => {
  const rows: Row[] = []
  const columns = new Map<string, number>()
  for (const [series, needs] of Map.groupBy(model.needs, kind.seriesOf)) {
    if (series === undefined || needs.length < 2) continue
    const byChoice = needs.map(need => Map.groupBy(covering[need.index]!, column => choiceKey(model, kind, plans[column]!.appointments.find(one => one.need === need.index)!)))
    const own = [...new Set(byChoice.flatMap(choices => [...choices.keys()]))]
    if (own.length === 0) continue
    for (const key of own) columns.set(key, firstColumn + columns.size)
    rows.push({ columns: own.map(key => columns.get(key)!), atLeast: 1, atMost: 1 })
    for (const [key, covers] of byChoice.flatMap(choices => [...choices])) rows.push({ columns: [...covers, columns.get(key)!], values: [...covers.map(() => 1), -1], atLeast: -Infinity, atMost: 0 })
  }
  return { rows, columns }
}
