/** Keeps the entries that were used last; the rest can be made again. */
export type Lru<Value> = {
  readonly get: (key: string) => Value | undefined
  readonly set: (key: string, value: Value) => void
  readonly delete: (key: string) => void
}

/**
 * Two halves: what was used lately, and what was used before that. Whatever is used goes over to the first; when that is full it becomes the second, of
 * which the rest is let go. So what is asked for again and again, as most is, costs no more than looking it up.
 * @param most how much is kept at most; the half of it that was used last is there in any case, and what was used last of all, however much it weighs
 * @param weigh what one takes of the room, always the same for the same value; without it so many are counted
 */
export const createLru = <Value>(most: number, weigh: (value: Value) => number = () => 1): Lru<Value> => {
  const half = Math.max(1, Math.floor(most / 2))
  let [lately, before] = [new Map<string, Value>(), new Map<string, Value>()]
  /** Of what was used lately. */
  let weight = 0
  const drop = (key: string) => {
    const known = lately.get(key)
    if (known !== undefined) weight -= weigh(known)
    lately.delete(key)
    before.delete(key)
  }
  const use = (key: string, value: Value) => {
    drop(key)
    const own = weigh(value)
    if (weight > 0 && weight + own > half) [lately, before, weight] = [new Map<string, Value>(), lately, 0]
    lately.set(key, value)
    weight += own
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
    delete: drop,
  }
}
