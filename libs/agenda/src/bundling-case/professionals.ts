/**
 * Professionals' free time, as the planner reads it.
 *
 * A case gives a professional one list of free time, but time may be offered for some forms only. So needs are planned in forms for which
 * the time was offered: where the lists differ, a need asks for the professional and for a mark, `<id>#<forms>`, whose free time is only that.
 */
import type { IsoDate, LocalTime } from '@samenspel/kernel'
import { freeOn } from '../calendar/free-time.ts'
import { emptyCalendar, type Calendar } from '../calendar/state.ts'
import { cut, merged, shared } from '../intervals.ts'
import type { Need } from '../needs/state.ts'
import type { Interval, Modality, PractitionerId } from '../terms.ts'
import { formMark, type PlanningFacts } from './facts.ts'
import type { BundlingCase, TimesByDate } from './format.ts'

export type StaffedNeed = { readonly need: Need; readonly modalities: readonly Modality[]; readonly staffing: readonly (readonly string[])[] }
type Free = ReadonlyMap<IsoDate, readonly Interval[]>
type Days = { readonly days: readonly IsoDate[]; readonly bedtime: LocalTime }
type Facts = Pick<PlanningFacts, 'calendars' | 'closedDays'>

/** The needs, each with the forms and professionals it is planned with; and the professionals they ask for. */
export const staffed = (needs: readonly Need[], facts: Facts, days: Days): { readonly needs: readonly StaffedNeed[]; readonly professionals: BundlingCase['professionals'] } => {
  const open = { ...days, days: days.days.filter((date) => !facts.closedDays.includes(date)) }
  const professionals: Record<string, BundlingCase['professionals'][string]> = {}
  const staffedNeeds = needs.map((need): StaffedNeed => {
    const modalities = plannedForms(needs.filter((other) => isOneSeries(need, other)), facts, open)
    const staffing = need.staffing.map((set) => set.flatMap((practitioner) => {
      const calendar = facts.calendars.get(practitioner) ?? emptyCalendar
      const all = union(calendar, needs.filter((other) => other.staffing.flat().includes(practitioner)).flatMap((other) => other.modalities), open)
      const restricted = freeFor(calendar, modalities, open)
      const { discipline, organisation } = need
      professionals[practitioner] = { discipline, organisation, free: timesByDate(all) }
      if (isSameFree(all, restricted)) return [practitioner]
      const marked = `${practitioner}${formMark}${modalities.map(formOf).sort().join('+')}`
      professionals[marked] = { discipline, organisation, free: timesByDate(restricted) }
      return [practitioner, marked]
    }))
    return { need, modalities, staffing }
  })
  return { needs: staffedNeeds, professionals }
}

const isOneSeries = (a: Need, b: Need): boolean => a.needId === b.needId || (a.series !== undefined && a.series === b.series)

/** A form as a case writes it. */
export const formOf = (modality: Modality): `onsite@${string}` | 'home' | 'digital' => modality.kind === 'onsite' ? `onsite@${modality.place}` : modality.kind

/**
 * The forms for which the professionals offer most time; of equal ones, the most forms. All needs of a series get the same forms,
 * since they are held by the same professionals.
 */
const plannedForms = (series: readonly Need[], { calendars }: Facts, days: Days): readonly Modality[] => {
  const [first] = series
  const staff = [...new Set(series.flatMap(({ staffing }) => staffing.flat()))].map((practitioner) => calendars.get(practitioner) ?? emptyCalendar)
  const window = { ...days, days: days.days.filter((date) => series.some(({ from, deadline }) => from <= date && date <= deadline)) }
  const choices = subsets((first?.modalities ?? []).filter((modality) => series.every((need) => need.modalities.some((other) => formOf(other) === formOf(modality)))))
    .map((modalities) => ({ modalities, minutes: staff.reduce((sum, calendar) => sum + minutesIn(freeFor(calendar, modalities, window)), 0) }))
    .sort((a, b) => b.minutes - a.minutes || b.modalities.length - a.modalities.length)
  return choices[0]?.modalities ?? first?.modalities ?? []
}

const subsets = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.reduce<readonly (readonly Item[])[]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]).filter((set) => set.length > 0)

/** When every one of these forms is offered by day; and in the evening, when all is digital anyway, digital alone. */
const freeFor = (calendar: Calendar, modalities: readonly Modality[], { days, bedtime }: Days): Free => new Map(days.map((date) => {
  const byForm = modalities.map((modality) => freeOn(calendar, date, modality))
  const byDay = byForm.reduce<readonly Interval[]>(shared, [{ from: '00:00', to: bedtime }])
  const digital = modalities.find(({ kind }) => kind === 'digital')
  const inTheEvening = digital === undefined ? [] : cut(freeOn(calendar, date, digital), [{ from: '00:00', to: bedtime }])
  return [date, merged([...byDay, ...inTheEvening])] as const
}))

const union = (calendar: Calendar, modalities: readonly Modality[], { days }: Days): Free => new Map(days.map((date) => [date, freeOn(calendar, date, ...modalities)]))

const isSameFree = (a: Free, b: Free): boolean => JSON.stringify(timesByDate(a)) === JSON.stringify(timesByDate(b))

const minutesIn = (free: Free): number => [...free.values()].flat().reduce((sum, { from, to }) => sum + Temporal.PlainTime.from(from).until(to).total('minutes'), 0)

/** Days without anything are left out. */
export const timesByDate = (times: ReadonlyMap<IsoDate, readonly Interval[]>): TimesByDate =>
  Object.fromEntries([...times].filter(([, list]) => list.length > 0).map(([date, list]) => [date, list.map(({ from, to }) => [from, to] as const)]))
