import type { Metadata } from './event-store.ts'

/** Metadata as a text, for hashes: `[["a","x"],["b",1]]`, in one order, whatever order a store gives it back in. */
export type MetadataText = {
  readonly whole: string
  /** Without the pair of one name: a hash can't be part of what it is made of. */
  readonly rest: string
}

type Pair = [name: string, value: string | number]
/** What is the same for all events with these names: their order around the one that is left out. The pairs are filled anew each time. */
type Order = { readonly apart: string; readonly names: readonly string[]; readonly has: boolean; readonly before: readonly Pair[]; readonly after: readonly Pair[] }

/** Events that are written by one program have the same names in the same order, time after time: sorted once is enough. */
let known: Order = { apart: '', names: [], has: false, before: [], after: [] }

/**
 * A check of a whole log asks for it a million times, so each value is written once for both texts.
 * @param apart the name that `rest` is without
 */
export const metadataText = (metadata: Metadata, apart: string): MetadataText => {
  const { has, before, after } = orderFor(metadata, apart)
  const [first, last] = [pairsOf(before, metadata), pairsOf(after, metadata)]
  const rest = joined(first, last)
  return { whole: has ? `[${joined(joined(first, JSON.stringify([apart, metadata[apart]])), last)}]` : `[${rest}]`, rest: `[${rest}]` }
}

/** As `rest` of `metadataText`, for who needs no other. */
export const metadataRest = (metadata: Metadata, apart: string): string => {
  const { before, after } = orderFor(metadata, apart)
  return `[${joined(pairsOf(before, metadata), pairsOf(after, metadata))}]`
}

const orderFor = (metadata: Metadata, apart: string): Order => {
  const names = Object.keys(metadata)
  if (apart === known.apart && names.length === known.names.length && names.every((name, i) => name === known.names[i])) return known
  const sorted = names.toSorted()
  const pairs = (those: readonly string[]): readonly Pair[] => those.map(name => [name, ''])
  known = { apart, names, has: names.includes(apart), before: pairs(sorted.filter(name => name < apart)), after: pairs(sorted.filter(name => name > apart)) }
  return known
}

/** The pairs as JSON, without the brackets around them all. */
const pairsOf = (pairs: readonly Pair[], metadata: Metadata): string => {
  for (const pair of pairs) pair[1] = metadata[pair[0]]!
  return JSON.stringify(pairs).slice(1, -1)
}

const joined = (one: string, other: string): string => one === '' ? other : other === '' ? one : `${one},${other}`
