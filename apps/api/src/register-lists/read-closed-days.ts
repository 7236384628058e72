import type { ListedClosing } from '@samenspel/register'
import { dateIn } from '../csv/read-rows.ts'
import { closedDays } from './columns.ts'
import { placesIn, readList, type NamedPlace, type ReadList } from './read-list.ts'

/** Days on which places are closed. @param places those that are open @throws Refused as `readList` does */
export const readClosedDays = (content: string, places: readonly NamedPlace[]): ReadList<ListedClosing> => readList(content, closedDays, ({ as }): ListedClosing['values'] => {
  const values = { from: as('from', 'date', dateIn), until: as('until', 'date', dateIn), places: as('place', 'place-unknown', placesIn(places)) }
  return values
})
