/**
 * Lists and maps of states that never change, and yet aren't copied for each of thousands of events: what was made while many events are
 * folded at once belongs to nobody else yet, and grows in its place.
 */

/** Those made while events are folded at once; nothing at any other time. */
let own: Set<object> | undefined

/** Works out a state from many events, at once: whatever was there before stays as it was, and what comes of it never changes afterwards. */
export const growing = <Result>(work: () => Result): Result => {
  const outside = own
  own = new Set()
  try {
    return work()
  } finally {
    own = outside
  }
}

/** A list with one more at its end. The list before isn't to be used any more. */
export const added = <One>(list: readonly One[], one: One): readonly One[] => {
  if (own?.has(list) === true) {
    (list as One[]).push(one)
    return list
  }
  return owned([...list, one])
}

/** A map with a value under a key. The map before isn't to be used any more. */
export const put = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> =>
  own?.has(map) === true ? (map as Map<Key, Value>).set(key, value) : owned(new Map(map).set(key, value))

const owned = <Made extends object>(made: Made): Made => {
  own?.add(made)
  return made
}
