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

/** The keys of some ids, in their order. */
export type FindKeys = (ids: readonly string[]) => Promise<readonly (KeyObject | undefined)[]>

/** Asks for those that nobody asked for before, all at once: another thread that answers takes longer for each message than for each key. */
export const keysTogether = (find: FindKeys): ((ids: Iterable<string>) => Promise<ReadonlyMap<string, KeyObject | undefined>>) => {
  const known = new Map<string, KeyObject | undefined>()
  return async (ids) => {
    const missing = [...new Set(ids)].filter((id) => !known.has(id))
    if (missing.length > 0) for (const [i, key] of (await find(missing)).entries()) known.set(missing[i]!, key)
    return known
  }
}
