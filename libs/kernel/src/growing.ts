/**
 * Lists and maps of states that never change, and yet aren't copied for each of thousands of events: what was made while many events are
 * folded at once belongs to nobody else yet, and grows in its place.
 */

/** Those made while events are folded at once; nothing at any other time. */
let own: Set<object> | undefined

/** Works something out, at once; what is made meanwhile grows in its place. */
export type Growing = <Result>(work: () => Result) => Result

/**
 * For a state that is worked out from many events, piece by piece: what was there before stays as it was. What comes of a piece is nobody's
 * until the last one, and never changes afterwards.
 */
export const openGrowing = (): Growing => {
  const mine = new Set<object>()
  return (work) => {
    const outside = own
    own = mine
    try {
      return work()
    } finally {
      own = outside
    }
  }
}

/** The same in one piece. */
export const growing: Growing = (work) => openGrowing()(work)

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
