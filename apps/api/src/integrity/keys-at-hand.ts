import type { KeyObject } from 'node:crypto'

/** A key, at once where it was asked for before; nothing when it was destroyed. */
export type KeysAtHand = (id: string) => KeyObject | undefined | Promise<KeyObject | undefined>

/** Asks for each key once: a log has thousands of events for each. */
export const keysAtHand = (find: (id: string) => Promise<KeyObject | undefined>): KeysAtHand => {
  const known = new Map<string, KeyObject | undefined>()
  return (id) => known.has(id) ? known.get(id) : find(id).then((key) => {
    known.set(id, key)
    return key
  })
}
