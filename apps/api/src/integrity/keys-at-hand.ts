import type { KeyObject } from 'node:crypto'

/** A key, at once where it was asked for before; nothing when it was destroyed. */
export type KeysAtHand<Key = KeyObject> = (id: string) => Key | undefined | Promise<Key | undefined>

/** Asks for each key once: a log has thousands of events for each. */
export const keysAtHand = <Key = KeyObject>(find: (id: string) => Promise<Key | undefined>): KeysAtHand<Key> => {
  const known = new Map<string, Key | undefined>()
  return (id) => known.has(id) ? known.get(id) : find(id).then((key) => {
    known.set(id, key)
    return key
  })
}
