import { useState } from 'react'

/** What is kept of the pages of this window, for as long as the program runs: never stored, and gone with it. */
const remembered = new Map<string, unknown>()

/** Which place in the browser's history this is; nothing in a browser that doesn't say, and there nothing is kept. */
export const placeInHistory = (): string | undefined => (globalThis as { readonly navigation?: { readonly currentEntry?: { readonly key: string } | null } }).navigation?.currentEntry?.key

/** What was kept at a place in the browser's history, and how to keep it. */
export const recall = (place: string | undefined, name: string): unknown => place === undefined ? undefined : remembered.get(`${place} ${name}`)
export const remember = (place: string | undefined, name: string, value: unknown): void => { if (place !== undefined) remembered.set(`${place} ${name}`, value) }

/**
 * State of a page that is there again when somebody goes back to it: what they chose, how far they had read. Another visit begins anew.
 * @param name tells apart what one page keeps
 */
export const useRemembered = <Value,>(name: string, initial: Value | (() => Value)): readonly [Value, (value: Value) => void] => {
  const [place] = useState(placeInHistory)
  const [value, setValue] = useState<Value>(() => (recall(place, name) as Value | undefined) ?? (initial instanceof Function ? initial() : initial))
  return [value, (next) => { remember(place, name, next); setValue(next) }]
}
