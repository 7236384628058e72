/**
 * Several families in one question to the planner, so that no two of them are given the same hour of a professional.
 *
 * Each case was made for its family alone and keeps what is only true there: when a room of a day centre is of no use, since this
 * child is elsewhere then. So the places of a family stand under a name of their own, and what is shared are the people. Who
 * interprets stands among those who hold the appointment: their hours are shared like all others. Where the rooms of a place are
 * counted they are shared too: such a place has one name for all, and what is of no use to one family there is offered to none.
 */
import { overlap } from '../checks.ts'
import { shared } from '../intervals.ts'
import type { PlanningCase } from './facts.ts'
import type { BundlingCase, CaseFamily, CaseInterpreter, CaseNeed, CaseProfessional, CaseRoom, CaseTravel, PlanAppointment, TimesByDate, TimeSpan, TravelMinutes } from './format.ts'
import { interpretersAt } from './cast.ts'
import { interpreterOf } from './professionals.ts'

type Form = CaseNeed['modalities'][number]

/**
 * @param cases of different families, over the same days and in one zone
 * @returns one case with all their families
 */
export const regionCase = (cases: readonly PlanningCase[]): BundlingCase => {
  const places = ['home', ...new Set(cases.flatMap(({ case: one }) => one.places.slice(1).map((place) => ownPlace(one, place))))]
  const counted = [...new Set(cases.flatMap(({ case: one }) => Object.keys(one.roomsAt ?? {})))]
  const closed = Object.assign({}, ...cases.map(({ case: one }) => Object.fromEntries(Object.entries(one.closed ?? {}).map(([place, dates]) => [ownPlace(one, place), dates])))) as NonNullable<BundlingCase['closed']>
  const offered = cases.flatMap((planning) => offersIn(planning.case))
  const ways = among(places, cases.flatMap(({ case: one }) => one.families))
  return {
    format: 'bundling-case/1', name: 'region', zone: cases[0]?.case.zone ?? 'Europe/Amsterdam', planningDays: cases[0]?.case.planningDays ?? [], places,
    professionals: Object.fromEntries([...Map.groupBy(offered, ({ name }) => name)].map(([name, some]) => [name, together(some.map(({ professional }) => professional))])),
    rooms: Object.assign({}, ...cases.map(({ case: one }) => Object.fromEntries(Object.entries(one.rooms).map(([place, times]) => [ownPlace(one, place), times])))) as BundlingCase['rooms'],
    ...(counted.length > 0 && { roomsAt: Object.fromEntries(counted.map((place) => [place, roomsOfAll(cases.flatMap(({ case: one }) => one.roomsAt?.[place] === undefined ? [] : [one.roomsAt[place]]))])) }),
    ...(Object.keys(closed).length > 0 && { closed }),
    families: cases.flatMap(({ case: one }) => one.families.map((family) => ({
      ...family, ...waysIn(ways, ['home', ...one.places.slice(1).map((place) => ownPlace(one, place))], family),
      dayCentre: family.dayCentre === null ? null : { ...family.dayCentre, place: ownPlace(one, family.dayCentre.place) },
      needs: family.needs.map((need) => withInterpreters(need, one)),
    }))),
  }
}

/** What a plan of all says of one family, in the names of the family's own case. */
export const ofRegion = ({ case: instance }: PlanningCase, appointments: readonly PlanAppointment[]): readonly PlanAppointment[] => {
  const [family] = instance.families
  return appointments.filter((one) => one.family === family?.id).map(({ place, professionals, ...one }) => {
    const interpreter = interpretersAt(instance, one.need).find((name) => professionals.includes(interpreterOf(name)))
    return {
      ...one, ...(place !== undefined && { place: place.startsWith(prefixOf(instance)) ? place.slice(prefixOf(instance).length) : place }),
      professionals: interpreter === undefined ? professionals : professionals.filter((name) => name !== interpreterOf(interpreter)),
      ...(interpreter !== undefined && { interpreter }),
    }
  })
}

const prefixOf = ({ name }: Pick<BundlingCase, 'name'>): string => `${name} `
const ownPlace = (instance: BundlingCase, place: string): string => instance.roomsAt?.[place] === undefined ? `${prefixOf(instance)}${place}` : place
const ownForm = (instance: BundlingCase, form: string): string => form.startsWith('onsite@') ? `onsite@${ownPlace(instance, form.slice('onsite@'.length))}` : form

const withInterpreters = ({ interpreter, ...need }: CaseNeed, instance: BundlingCase): CaseNeed => {
  const own = { ...need, modalities: need.modalities.map((form) => ownForm(instance, form) as Form) }
  if (interpreter === undefined) return own
  const speakers = interpretersAt(instance, need.id).map(interpreterOf)
  return { ...own, staffing: need.staffing.flatMap((set) => speakers.map((one) => [...set, one])) }
}

type Offered = { readonly name: string; readonly professional: CaseProfessional }

/** Everybody whose time a family asks, with the forms under the names of its places. */
const offersIn = (instance: BundlingCase): readonly Offered[] => {
  const known = (name: string, { free, freeFor = {} }: Pick<CaseInterpreter, 'free' | 'freeFor'>, who: Pick<CaseProfessional, 'discipline' | 'organisation'>): Offered =>
    ({ name, professional: { ...who, free, freeFor: Object.fromEntries(Object.entries(freeFor).map(([form, times]) => [ownForm(instance, form), times])) } })
  return [
    ...Object.entries(instance.professionals).map(([name, professional]) => known(name, professional, { discipline: professional.discipline, organisation: professional.organisation })),
    ...Object.entries(instance.interpreters ?? {}).map(([name, interpreter]) => known(interpreterOf(name), interpreter, { discipline: 'interpreter', organisation: 'interpreter' })),
  ]
}

/** One person as several families ask for them: all times, and in which form each is meant. */
const together = (some: readonly CaseProfessional[]): CaseProfessional => {
  const [first] = some
  const forms = [...new Set(some.flatMap(({ freeFor }) => Object.keys(freeFor ?? {})))]
  return {
    discipline: first?.discipline ?? '', organisation: first?.organisation ?? '', free: allTimes(some.map(({ free }) => free)),
    freeFor: Object.fromEntries(forms.map((form) => [form, allTimes(some.flatMap(({ freeFor }) => freeFor?.[form] === undefined ? [] : [freeFor[form]]))])),
  }
}

const allTimes = (some: readonly TimesByDate[]): TimesByDate => {
  const byDate = new Map<string, Map<string, TimeSpan>>()
  for (const times of some) {
    for (const [date, spans] of Object.entries(times)) {
      const known = byDate.get(date) ?? new Map<string, TimeSpan>()
      // Most families know of the same hours.
      for (const span of spans) known.set(`${span[0]}-${span[1]}`, span)
      byDate.set(date, known)
    }
  }
  return Object.fromEntries([...byDate].sort(([a], [b]) => a < b ? -1 : 1).map(([date, spans]) => [date, joined([...spans.values()])]))
}

/** In order, those that meet made into one. */
const joined = (spans: readonly TimeSpan[]): readonly TimeSpan[] => {
  const list: TimeSpan[] = []
  for (const span of [...spans].sort((a, b) => a[0] < b[0] ? -1 : 1)) {
    const last = list.at(-1)
    if (last === undefined || !meets(last, span)) list.push(span)
    else list[list.length - 1] = [last[0], last[1] > span[1] ? last[1] : span[1]]
  }
  return list
}

const meets = (a: TimeSpan, b: TimeSpan): boolean => a[1] === b[0] || overlap({ from: a[0], to: a[1] }, { from: b[0], to: b[1] })

/** The rooms of one place, when each can be used by any of the families. */
const roomsOfAll = ([first = [], ...others]: readonly (readonly CaseRoom[])[]): readonly CaseRoom[] =>
  first.map((room) => ({ ...room, free: others.reduce((free, list) => inBoth(free, list.find(({ id }) => id === room.id)?.free ?? {}), room.free) }))

const inBoth = (one: TimesByDate, other: TimesByDate): TimesByDate => Object.fromEntries(Object.entries(one).flatMap(([date, spans]) => {
  const both = shared(spans.map(([from, to]) => ({ from, to })), (other[date] ?? []).map(([from, to]) => ({ from, to }))).map(({ from, to }): TimeSpan => [from, to])
  return both.length === 0 ? [] : [[date, both] as const]
}))

/** The places of all in their order, and for each the way from it to all others when nobody asks: as far as any way of any family. */
type Among = { readonly places: readonly string[]; readonly far: number; readonly elsewhere: TravelMinutes }

const among = (places: readonly string[], families: readonly CaseFamily[]): Among => {
  const tables = families.flatMap((family) => [family, ...family.withoutCar === undefined ? [] : [family.withoutCar]]).flatMap(({ travelMinutes, travel }) => [travelMinutes, ...(travel ?? []).map(({ minutes }) => minutes)])
  const far = tables.flat(2).reduce((most, minutes) => Math.max(most, minutes), 0)
  return { places, far, elsewhere: places.map((_, from) => places.map((__, to) => from === to ? 0 : far)) }
}

/** The ways of one family, at all hours, among the places of all. */
const waysIn = (all: Among, own: readonly string[], { travelMinutes, travel, withoutCar }: CaseFamily): Pick<CaseFamily, 'travelMinutes' | 'travel' | 'withoutCar'> => {
  const known = new Map(own.map((place, index) => [place, index]))
  const at = all.places.map((place) => known.get(place) ?? -1)
  return {
    ...tablesIn(all, at, { travelMinutes, ...(travel !== undefined && { travel }) }),
    ...(withoutCar !== undefined && { withoutCar: { parent: withoutCar.parent, ...tablesIn(all, at, withoutCar) } }),
  }
}

/**
 * The ways of one family among the places of all. Nobody of this family goes to those of another; they lie so far off that no way by them
 * is shorter, and for all families and at all hours equally far: these rows are the same ones in every table, so that a hundred families
 * take little more room than one.
 */
const tablesIn = ({ far, elsewhere }: Among, at: readonly number[], { travelMinutes, travel }: CaseTravel): CaseTravel => {
  const tableOf = (minutes: TravelMinutes): TravelMinutes =>
    at.map((from, here) => from < 0 ? elsewhere[here] ?? [] : at.map((to, there) => here === there ? 0 : minutes[from]?.[to] ?? far))
  return { travelMinutes: tableOf(travelMinutes), ...(travel !== undefined && { travel: travel.map((period) => ({ ...period, minutes: tableOf(period.minutes) })) }) }
}
