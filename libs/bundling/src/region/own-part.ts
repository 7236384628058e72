/** What one family of a region can use of it. Each family may have places of its own there, hundreds together, of which it goes to a few. */
import type { BundlingCase, Family, Professional, TravelMinutes } from '../format/case.ts'

/** The case with this family alone: the places it may go to, in the same order, and what is offered there. Nothing it could use is left out. */
export const ownPart = (instance: BundlingCase, family: Family): BundlingCase => {
  const forms = new Set<string>(family.needs.flatMap(({ modalities }) => modalities))
  const isOwn = (place: string, index: number): boolean => index === 0 || forms.has(`onsite@${place}`) || place === family.dayCentre?.place
  const at = instance.places.flatMap((place, index) => isOwn(place, index) ? [index] : [])
  const places = at.map(index => instance.places[index]!)
  const staff = new Set(family.needs.flatMap(({ staffing }) => staffing.flat()))
  const offers = <Offering extends Pick<Professional, 'freeFor'>>(one: Offering): Offering => one.freeFor === undefined ? one : { ...one, freeFor: onlyOf(forms, one.freeFor) }
  return {
    ...instance, places,
    professionals: Object.fromEntries(Object.entries(instance.professionals).flatMap(([id, one]) => staff.has(id) ? [[id, offers(one)]] : [])),
    ...(instance.interpreters !== undefined && { interpreters: Object.fromEntries(Object.entries(instance.interpreters).map(([id, one]) => [id, offers(one)])) }),
    rooms: onlyOf(places, instance.rooms),
    ...(instance.roomsAt !== undefined && { roomsAt: onlyOf(places, instance.roomsAt) }),
    ...(instance.closed !== undefined && { closed: onlyOf(places, instance.closed) }),
    families: [{ ...family, ...waysAmong(at, family), ...(family.withoutCar !== undefined && { withoutCar: { ...family.withoutCar, ...waysAmong(at, family.withoutCar) } }) }],
  }
}

const onlyOf = <Value>(names: Iterable<string>, values: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries([...names].flatMap(name => values[name] === undefined ? [] : [[name, values[name]]]))

const waysAmong = (at: readonly number[], { travelMinutes, travel }: Pick<Family, 'travelMinutes' | 'travel'>): Pick<Family, 'travelMinutes' | 'travel'> => {
  const among = (minutes: TravelMinutes): TravelMinutes => at.map(from => at.map(to => minutes[from]![to]!))
  return { travelMinutes: among(travelMinutes), ...(travel !== undefined && { travel: travel.map(period => ({ ...period, minutes: among(period.minutes) })) }) }
}
