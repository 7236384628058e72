/** Keeps the entries that were used last; the rest can be made again. */
export type Lru<Value> = {
  readonly get: (key: string) => Value | undefined
  readonly set: (key: string, value: Value) => void
  readonly delete: (key: string) => void
}

/**
 * Two halves: what was used lately, and what was used before that. Whatever is used goes over to the first; when that is full it becomes the second, of
 * which the rest is let go. So what is asked for again and again, as most is, costs no more than looking it up.
 * @param most how many are kept at most; the half of them that was used last is there in any case
 */
export const createLru = <Value>(most: number): Lru<Value> => {
  const half = Math.max(1, Math.floor(most / 2))
  let [lately, before] = [new Map<string, Value>(), new Map<string, Value>()]
  const use = (key: string, value: Value) => {
    if (lately.size >= half && !lately.has(key)) [lately, before] = [new Map<string, Value>(), lately]
    lately.set(key, value)
  }
  return {
    get: key => {
      const value = lately.get(key)
      if (value !== undefined) return value
      const older = before.get(key)
      if (older !== undefined) use(key, older)
      return older
    },
    set: use,
    delete: key => {
      lately.delete(key)
      before.delete(key)
    },
  }
}
