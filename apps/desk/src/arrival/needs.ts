import { languageFor, type Language } from '@samenspel/intl'
import { dayParameter } from '../shell/paths.ts'
import { pageAt } from './pages.ts'

/** The language of who has just come, as far as it is known: that of the browser. */
export const preferred = (): Language => languageFor(navigator.languages)

/** Who looks. */
export const whoLooks = { operationName: 'Me', variables: {} } as const

/** What the page of an address asks before it can show anything, where that is known from the address alone. */
export const questionOf = (address: string, search: string) => {
  // Who looks back asks for another day.
  const isBack = new URLSearchParams(search).has(dayParameter)
  return pageAt(address) === 'family' && !isBack ? { operationName: 'Family', variables: { id: decodeURIComponent(address.split('/')[2] ?? '') } } as const : undefined
}
