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
  const known = places.get(list)
  if (known !== undefined) note(known, one as WithId, list.length)
  if (own?.has(list) === true) {
    (list as One[]).push(one)
    return list
  }
  const made = owned([...list, one])
  if (known !== undefined) places.set(made, known)
  return made
}

/** What has an id in such a list, in which no two have the same; nothing when none has. It is found without going through the list. */
export const withId = <One extends WithId>(list: readonly One[], id: string): One | undefined => {
  let known = places.get(list)
  if (known === undefined) {
    known = new Map()
    for (const [place, one] of list.entries()) note(known, one, place)
    places.set(list, known)
  }
  const place = known.get(id)
  if (place === undefined) return undefined
  const one = list[place]
  // Lists that grew from one another share their places: where it stands at another one, another list was told of first.
  return one?.id === id ? one : list.find((other) => other.id === id)
}

type WithId = { readonly id: string }

const places = new WeakMap<readonly unknown[], Map<string, number>>()

const note = (known: Map<string, number>, { id }: WithId, place: number): void => { if (!known.has(id)) known.set(id, place) }

/** A map with a value under a key. The map before isn't to be used any more. */
export const put = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> =>
  own?.has(map) === true ? (map as Map<Key, Value>).set(key, value) : owned(new Map(map).set(key, value))

const owned = <Made extends object>(made: Made): Made => {
  own?.add(made)
  return made
}
