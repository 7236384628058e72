import { openDays, sameName, type ListedPlace, type OpenDay } from '@samenspel/register'
import { places } from './columns.ts'
import { readList, type ReadList } from './read-list.ts'
import { roomsIn, timesIn } from './words.ts'

export type Neighbour = NonNullable<ListedPlace['values']['near']>

/** The places of an organisation, with their opening times and rooms. @param neighbours beside which a place can lie @throws Refused as `readList` does */
export const readPlaces = (content: string, neighbours: readonly Neighbour[]): ReadList<ListedPlace> => readList(content, places, ({ as, line }): ListedPlace['values'] => {
  const days: Partial<Record<OpenDay, NonNullable<ReturnType<typeof timesIn>>>> = {}
  const values = {
    name: line('name'), address: line('address'), phone: line('phone'), near: as('near', 'near-unknown', (said) => neighbours.find(({ name }) => sameName(name) === sameName(said))), days, rooms: as('rooms', 'rooms', roomsIn),
  }
  for (const day of openDays) {
    const times = as(day, 'times', timesIn)
    if (times !== undefined) days[day] = times
  }
  return values
})
