import type { Metadata } from './event-store.ts'

/** Events that are written by one program have the same names in the same order, time after time: sorted once is enough. */
let known: { readonly names: readonly string[]; readonly sorted: readonly string[] } = { names: [], sorted: [] }

/** Metadata in one order, whatever order a store gives it back in: for hashes over it. */
export const metadataInOrder = (metadata: Metadata): readonly (readonly [name: string, value: string | number])[] => {
  const names = Object.keys(metadata)
  if (names.length !== known.names.length || names.some((name, i) => name !== known.names[i])) known = { names, sorted: names.toSorted() }
  return known.sorted.map(name => [name, metadata[name]!])
}
