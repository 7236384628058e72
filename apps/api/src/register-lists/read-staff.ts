import type { ListedPerson } from '@samenspel/register'
import { dateIn } from '../csv/read-rows.ts'
import { staff } from './columns.ts'
import { allOf, parted, placesIn, readList, type NamedPlace, type ReadList } from './read-list.ts'
import { disciplineIn, languageIn } from './words.ts'

/** The people of an organisation. @param places where somebody of it can work @throws Refused as `readList` does */
export const readStaff = (content: string, places: readonly NamedPlace[]): ReadList<ListedPerson> => readList(content, staff, ({ as, line }): ListedPerson['values'] => {
  const day = (column: 'from' | 'until' | 'registeredFrom' | 'registeredUntil') => as(column, 'date', dateIn)
  const values = {
    name: line('name'), title: line('title'), discipline: as('discipline', 'discipline', disciplineIn), email: line('email'), phone: line('phone'),
    languages: as('languages', 'language', (said) => allOf(parted(said).map(languageIn))), places: as('places', 'place-unknown', placesIn(places)),
    from: day('from'), until: day('until'), registrationNumber: line('registrationNumber'), registeredFrom: day('registeredFrom'), registeredUntil: day('registeredUntil'),
  }
  return values
})
