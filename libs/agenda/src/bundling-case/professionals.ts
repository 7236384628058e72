/**
 * Professionals' free time, as the planner reads it.
 *
 * A case gives a professional one list of free time, but time may be offered for some forms only. So needs are planned in forms for which
 * the time was offered: where the lists differ, a need asks for the professional and for a mark, `<id>#<forms>`, whose free time is only that.
 */
import { minutesOf, type IsoDate, type LocalTime } from '@samenspel/kernel'
import { freeOn } from '../calendar/free-time.ts'
import { emptyCalendar, type Calendar } from '../calendar/state.ts'
import { cut, merged, shared } from '../intervals.ts'
import type { Need } from '../needs/state.ts'
import type { Interval, Modality } from '../terms.ts'
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
 * The forms that leave the planner most choice: minutes in which the professionals offer all of them, times the number of forms.
 * All needs of a series get the same forms, since they are held by the same professionals.
 */
const plannedForms = (series: readonly Need[], { calendars }: Facts, days: Days): readonly Modality[] => {
  const [first] = series
  const staff = [...new Set(series.flatMap(({ staffing }) => staffing.flat()))].map((practitioner) => calendars.get(practitioner) ?? emptyCalendar)
  const window = { ...days, days: days.days.filter((date) => series.some(({ from, deadline }) => from <= date && date <= deadline)) }
  const choices = subsets((first?.modalities ?? []).filter((modality) => series.every((need) => need.modalities.some((other) => formOf(other) === formOf(modality)))))
    .map((modalities) => ({ modalities, choice: staff.reduce((sum, calendar) => sum + choiceIn(calendar, modalities, window), 0) }))
    .sort((a, b) => b.choice - a.choice || b.modalities.length - a.modalities.length)
  return choices[0]?.modalities ?? first?.modalities ?? []
}

const subsets = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.reduce<readonly (readonly Item[])[]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]).filter((set) => set.length > 0)

const freeFor = (calendar: Calendar, modalities: readonly Modality[], { days, bedtime }: Days): Free =>
  new Map(days.map((date) => [date, merged([...byDay(calendar, modalities, date, bedtime), ...inTheEvening(calendar, modalities, date, bedtime)])]))

const choiceIn = (calendar: Calendar, modalities: readonly Modality[], { days, bedtime }: Days): number => days.reduce((sum, date) =>
  sum + minutesIn(byDay(calendar, modalities, date, bedtime)) * modalities.length + minutesIn(inTheEvening(calendar, modalities, date, bedtime)), 0)

/** By day a need may be held in any of its forms: the time must be offered for every one. */
const byDay = (calendar: Calendar, modalities: readonly Modality[], date: IsoDate, bedtime: LocalTime): readonly Interval[] =>
  modalities.map((modality) => freeOn(calendar, date, modality)).reduce(shared, [{ from: '00:00', to: bedtime }])

/** In the evening all is digital anyway. */
const inTheEvening = (calendar: Calendar, modalities: readonly Modality[], date: IsoDate, bedtime: LocalTime): readonly Interval[] => {
  const digital = modalities.find(({ kind }) => kind === 'digital')
  return digital === undefined ? [] : cut(freeOn(calendar, date, digital), [{ from: '00:00', to: bedtime }])
}

const union = (calendar: Calendar, modalities: readonly Modality[], { days }: Days): Free => new Map(days.map((date) => [date, freeOn(calendar, date, ...modalities)]))

const isSameFree = (a: Free, b: Free): boolean => JSON.stringify(timesByDate(a)) === JSON.stringify(timesByDate(b))

const minutesIn = (intervals: readonly Interval[]): number => intervals.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0)

/** Days without anything are left out. */
export const timesByDate = (times: ReadonlyMap<IsoDate, readonly Interval[]>): TimesByDate =>
  Object.fromEntries([...times].filter(([, list]) => list.length > 0).map(([date, list]) => [date, list.map(({ from, to }) => [from, to] as const)]))
