import type { KeyObject } from 'node:crypto'

/** A key, at once where it was asked for before; nothing when it was destroyed. */
export type KeysAtHand<Key = KeyObject> = (id: string) => Key | undefined | Promise<Key | undefined>

/** Asks for each key once: a log has thousands of events for each. */
export const keysAtHand = <Key = KeyObject>(find: KeysAtHand<Key>): KeysAtHand<Key> => {
  const known = new Map<string, Key | undefined>()
  const keep = (id: string, key: Key | undefined) => {
    known.set(id, key)
    return key
  }
  return (id) => {
    if (known.has(id)) return known.get(id)
    const found = find(id)
    return found instanceof Promise ? found.then((key) => keep(id, key)) : keep(id, found)
  }
}
