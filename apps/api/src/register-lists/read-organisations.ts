import { sameName, type ListedOrganisation } from '@samenspel/register'
import { organisations } from './columns.ts'
import { readList, type ReadList } from './read-list.ts'
import type { Neighbour } from './read-places.ts'
import { countryIn, disciplineIn } from './words.ts'

/** New organisations, each with its first place. @param neighbours beside which a place can lie @throws Refused as `readList` does */
export const readOrganisations = (content: string, neighbours: readonly Neighbour[]): ReadList<ListedOrganisation> => readList(content, organisations, ({ as, line }): ListedOrganisation['values'] => ({
  name: line('name'), discipline: as('discipline', 'discipline', disciplineIn), country: as('country', 'country', countryIn), place: line('place'), address: line('address'), phone: line('phone'),
  near: as('near', 'near-unknown', (said) => neighbours.find(({ name }) => sameName(name) === sameName(said))),
}))
