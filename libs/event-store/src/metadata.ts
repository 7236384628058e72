import type { Metadata } from './event-store.ts'
import { jsonText } from './json-text.ts'

/** Metadata as a text, for hashes: `[["a","x"],["b",1]]`, in one order, whatever order a store gives it back in. */
export type MetadataText = {
  readonly whole: string
  /** Without the pair of one name: a hash can't be part of what it is made of. */
  readonly rest: string
}

/** A pair as it was written last: most values are those of the event before. */
type Pair = { readonly name: string; readonly opening: string; value: string | number | undefined; text: string }
/** What is the same for all events with these names: their order around the one that is left out. The pairs are filled anew each time. */
type Order = { readonly apart: string; readonly names: readonly string[]; readonly own: Pair | undefined; readonly before: readonly Pair[]; readonly after: readonly Pair[] }

/** Events that are written by one program have the same names in the same order, time after time: sorted once is enough. */
let known: Order = { apart: '', names: [], own: undefined, before: [], after: [] }

/**
 * A check of a whole log asks for it a million times, so each value is written once for both texts.
 * @param apart the name that `rest` is without
 */
export const metadataText = (metadata: Metadata, apart: string): MetadataText => {
  const { own, before, after } = orderFor(metadata, apart)
  const [first, last] = [textOf(before, metadata), textOf(after, metadata)]
  const rest = joined(first, last)
  return { whole: own === undefined ? `[${rest}]` : `[${joined(joined(first, textOfPair(own, metadata)), last)}]`, rest: `[${rest}]` }
}

/** As `rest` of `metadataText`, for who needs no other. */
export const metadataRest = (metadata: Metadata, apart: string): string => {
  const { before, after } = orderFor(metadata, apart)
  return `[${joined(textOf(before, metadata), textOf(after, metadata))}]`
}

const orderFor = (metadata: Metadata, apart: string): Order => {
  const names = Object.keys(metadata)
  if (apart === known.apart && names.length === known.names.length && names.every((name, i) => name === known.names[i])) return known
  const sorted = names.toSorted()
  const pair = (name: string): Pair => ({ name, opening: `[${JSON.stringify(name)},`, value: undefined, text: '' })
  known = { apart, names, own: names.includes(apart) ? pair(apart) : undefined, before: sorted.filter(name => name < apart).map(pair), after: sorted.filter(name => name > apart).map(pair) }
  return known
}

/** The pairs as JSON, without the brackets around them all. */
const textOf = (pairs: readonly Pair[], metadata: Metadata): string => {
  let text = ''
  for (const pair of pairs) text = joined(text, textOfPair(pair, metadata))
  return text
}

const textOfPair = (pair: Pair, metadata: Metadata): string => {
  const value = metadata[pair.name]!
  if (value !== pair.value) {
    pair.value = value
    pair.text = `${pair.opening}${typeof value === 'string' ? jsonText(value) : JSON.stringify(value)}]`
  }
  return pair.text
}

const joined = (one: string, other: string): string => one === '' ? other : other === '' ? one : `${one},${other}`
