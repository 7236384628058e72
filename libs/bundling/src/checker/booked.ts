/** What a plan's appointments say, resolved against the case; and which of them make no sense (rule `shape`). */
import { daysBetween, isTime, minutesOf, type IsoDate } from '@samenspel/kernel'
import type { Attendee, BundlingCase, Family, Need, Parent } from '../format/case.ts'
import { leaveHomeFor, meansOf, minutesFrom } from './travel.ts'
import type { Appointment, DefiningRule, RuleCode } from '../format/plan.ts'

/** A hard rule that a plan breaks, with the needs concerned. */
export type Violation = { readonly code: RuleCode | DefiningRule; readonly family: string; readonly needs: readonly string[]; readonly date?: IsoDate }

export type Span = { readonly from: number; readonly to: number }

export type Booked = Span & {
  readonly family: Family
  readonly need: Need
  readonly said: Appointment
  readonly date: IsoDate
  readonly place: number
  /** When those who attend are there: with preparation and recovery. */
  readonly there: Span
  /** The time that is gone when a parent does only this: with the way there and back. */
  readonly bare: Span
  readonly parents: readonly Parent[]
  /** The children who attend. */
  readonly children: readonly Attendee[]
  readonly evening: boolean
}

export const bothParents: readonly Parent[] = ['parentA', 'parentB']
export const span = (times: readonly [string, string, ...unknown[]]): Span => ({ from: minutesOf(times[0]), to: minutesOf(times[1]) })
export const spans = (list: readonly (readonly [string, string, ...unknown[]])[] | undefined): readonly Span[] => (list ?? []).map(span)
export const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to
export const within = (a: Span, b: Span): boolean => a.from >= b.from && a.to <= b.to

const opening = minutesOf('08:00')
const closing = minutesOf('21:00')

/** The appointments that can be judged further, and `shape` for each that is wrong in itself. */
export const resolve = (instance: BundlingCase, appointments: readonly Appointment[]): { readonly booked: readonly Booked[]; readonly violations: readonly Violation[] } => {
  const booked: Booked[] = []
  const violations: Violation[] = []
  const seen = new Set<string>()
  for (const said of appointments) {
    const family = instance.families.find(one => one.id === said.family)
    const need = family?.needs.find(one => one.id === said.need)
    const place = said.modality === 'onsite' ? instance.places.indexOf(said.place ?? '') : said.place === undefined ? 0 : -1
    const senseless = () => violations.push({ code: 'shape', family: said.family, needs: [said.need], date: said.date })
    if (family === undefined || need === undefined || place < 0 || seen.has(`${said.family} ${said.need}`) || !makesSense(instance, family, said)) {
      senseless()
      continue
    }
    seen.add(`${said.family} ${said.need}`)
    const from = minutesOf(said.start)
    const to = from + need.minutes
    const there = { from: from - (need.preparationMinutes ?? 0), to: to + (need.recoveryMinutes ?? 0) }
    if (from % 15 !== 0 || there.from < opening || there.to > closing || (said.room !== undefined && said.modality !== 'onsite')) senseless()
    const parents = bothParents.filter(parent => said.attendees.includes(parent))
    const means = meansOf(family, parents[0] ?? 'parentA', parents.length !== 1)
    booked.push({
      family, need, said, date: said.date, from, to, place, there, parents,
      bare: said.modality === 'onsite' ? { from: leaveHomeFor(means, place, there.from), to: there.to + minutesFrom(means, place, 0, there.to) } : there,
      children: said.attendees.filter(one => !bothParents.some(parent => parent === one)),
      evening: there.from >= minutesOf(family.bedtime),
    })
  }
  return { booked, violations }
}

const makesSense = (instance: BundlingCase, family: Family, { date, start, modality, attendees, professionals }: Appointment): boolean =>
  instance.planningDays.includes(date)
  && isTime(start)
  && ['onsite', 'home', 'digital'].includes(modality)
  && distinct(attendees) && attendees.every(one => ['child', 'parentA', 'parentB', ...(family.children ?? []).map(({ id }) => id)].includes(one))
  && distinct(professionals) && professionals.every(one => Object.hasOwn(instance.professionals, one))

const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length

/** The ISO week of a date, as a number that grows by one each Monday. */
export const weekOf = (date: IsoDate): number => Math.floor(daysBetween('2001-01-01', date) / 7)
