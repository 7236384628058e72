/** Numbers from 0 up to 1 that look random and are always the same for one seed (mulberry32). */
export const randomNumbers = (seed: number): () => number => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The same items in another order. */
export const shuffled = <Item>(list: readonly Item[], draw: () => number): readonly Item[] =>
  list.map(item => ({ item, at: draw() })).sort((a, b) => a.at - b.at).map(({ item }) => item)

/** One of a list that isn't empty. */
export const pickOne = <Item>(list: readonly Item[], draw: () => number): Item => list[Math.floor(draw() * list.length)]!
