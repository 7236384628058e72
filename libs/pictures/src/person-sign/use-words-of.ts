import type { Relative } from '../family-map/layout.ts'
import { useText } from '../frame/text.ts'

/** What the sign of somebody shows, in words after their name: what is noted, whether it is about them, and whether they live elsewhere. */
export const useWordsOf = (): ((one: Pick<Relative, 'note' | 'isIndexChild' | 'inHousehold'>) => string) => {
  const text = useText()
  return ({ note, isIndexChild, inHousehold }) => [note, isIndexChild ? text('picture.family.index') : undefined, inHousehold ? undefined : text('picture.family.elsewhere')].filter((part) => part !== undefined).map((part) => `, ${part}`).join('')
}
