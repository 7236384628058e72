/** Which families to plan anew together: one that could be better off, and those that hold the time it wants. */
import { pickOne, shuffled } from '../search/random-numbers.ts'
import type { RegionFamily } from './region-families.ts'
import type { FamilyModel, NeedModel } from '../model/family-model.ts'
import { roomName, type SharedCalendars } from './shared-calendars.ts'

/** @param lacking by family, the needs without an appointment for which somebody offers time. @returns families in the order in which they are planned anew. */
export const chooseGroup = (families: readonly RegionFamily[], lacking: readonly (readonly number[])[], calendars: SharedCalendars, draw: () => number): readonly number[] => {
  const wanting = lacking.flatMap((needs, family) => needs.length > 0 ? [family] : [])
  const first = draw() < 0.8 && wanting.length > 0 ? pickOne(wanting, draw) : Math.floor(draw() * families.length)
  const { model } = families[first]!
  const wanted = lacking[first]!.length > 0 ? lacking[first]!.map(need => model.needs[need]!) : model.needs
  const contended = wanted.length > 0 && draw() < 0.6 ? [pickOne(wanted, draw)] : wanted
  const rivals = new Set(contended.flatMap(need => [...calendars.bookedBy(namesFor(model, need), need.firstDay, need.lastDay)]))
  rivals.delete(first)
  const others = shuffled([...rivals], draw).slice(0, 2 + Math.floor(draw() * 4))
  return draw() < 0.8 ? [first, ...others] : shuffled([first, ...others], draw)
}

/** All that a need could use up. */
const namesFor = ({ professionals, roomsAt, instance }: FamilyModel, { need, staffing, forms }: NeedModel): readonly string[] => [
  ...need.staffing.flat(), ...staffing.flatMap(({ interpreter }) => interpreter === undefined || interpreter < 0 ? [] : [professionals[interpreter]!.id]),
  ...forms.flatMap(({ form, place }) => form === 'onsite' ? (roomsAt[place] ?? []).map(room => roomName(instance.places[place]!, room)) : []),
]
