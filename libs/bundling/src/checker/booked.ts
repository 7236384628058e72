/** What a plan's appointments say, resolved against the case; and which of them make no sense (rule `shape`). */
import { daysBetween, isTime, minutesOf, type IsoDate } from '@samenspel/kernel'
import type { BundlingCase, Family, Need, Parent } from '../format/case.ts'
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
  /** Minutes from home to the place. */
  readonly way: number
  readonly parents: readonly Parent[]
  readonly withChild: boolean
  readonly evening: boolean
}

export const bothParents: readonly Parent[] = ['parentA', 'parentB']
export const span = (times: readonly [string, string, ...unknown[]]): Span => ({ from: minutesOf(times[0]), to: minutesOf(times[1]) })
export const spans = (list: readonly (readonly [string, string, ...unknown[]])[] | undefined): readonly Span[] => (list ?? []).map(span)
export const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to
export const within = (a: Span, b: Span): boolean => a.from >= b.from && a.to <= b.to
/** The time that is gone when a parent does only this: with the way there and back. */
export const bare = (booked: Booked): Span => ({ from: booked.from - booked.way, to: booked.to + booked.way })

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
    if (family === undefined || need === undefined || place < 0 || seen.has(`${said.family} ${said.need}`) || !makesSense(instance, said)) {
      senseless()
      continue
    }
    seen.add(`${said.family} ${said.need}`)
    const from = minutesOf(said.start)
    const to = from + need.minutes
    if (from % 15 !== 0 || from < opening || to > closing) senseless()
    booked.push({
      family, need, said, date: said.date, from, to, place,
      way: said.modality === 'onsite' ? family.travelMinutes[0]?.[place] ?? 0 : 0,
      parents: bothParents.filter(parent => said.attendees.includes(parent)),
      withChild: said.attendees.includes('child'),
      evening: from >= minutesOf(family.bedtime),
    })
  }
  return { booked, violations }
}

const makesSense = (instance: BundlingCase, { date, start, modality, attendees, professionals }: Appointment): boolean =>
  instance.planningDays.includes(date)
  && isTime(start)
  && ['onsite', 'home', 'digital'].includes(modality)
  && distinct(attendees) && attendees.every(one => ['child', 'parentA', 'parentB'].includes(one))
  && distinct(professionals) && professionals.every(one => Object.hasOwn(instance.professionals, one))

const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length

/** The ISO week of a date, as a number that grows by one each Monday. */
export const weekOf = (date: IsoDate): number => Math.floor(daysBetween('2001-01-01', date) / 7)
