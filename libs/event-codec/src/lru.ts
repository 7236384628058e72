/** Keeps the entries that were used last; the rest can be made again. */
export type Lru<Value> = {
  readonly get: (key: string) => Value | undefined
  readonly set: (key: string, value: Value) => void
  readonly delete: (key: string) => void
}

export const createLru = <Value>(most: number): Lru<Value> => {
  // A Map keeps the order of insertion: the first key is the one not used for longest.
  const entries = new Map<string, Value>()
  /** Used last, and often again at once: it stands at the end already. */
  let newest: string | undefined
  const use = (key: string, value: Value) => {
    entries.delete(key)
    entries.set(key, value)
    newest = key
  }
  return {
    get: key => {
      const value = entries.get(key)
      if (value !== undefined && key !== newest) use(key, value)
      return value
    },
    set: (key, value) => {
      use(key, value)
      if (entries.size <= most) return
      const [oldest] = entries.keys()
      entries.delete(oldest!)
    },
    delete: key => { entries.delete(key) },
  }
}
