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
/** Pairs in their order, and the text that they had together last: the events of a command have all but their link alike. */
type Part = { readonly pairs: readonly Pair[]; text: string }
/** What is the same for all events with these names: their order around the one that is left out. The pairs are filled anew each time. */
type Order = { readonly apart: string; readonly names: readonly string[]; readonly own: Part; readonly before: Part; readonly after: Part }

/** Events that are written by one program have the same names in the same order, time after time: sorted once is enough. */
let known: Order = { apart: '', names: [], own: { pairs: [], text: '' }, before: { pairs: [], text: '' }, after: { pairs: [], text: '' } }

/**
 * A check of a whole log asks for it a million times, so each value is written once for both texts.
 * @param apart the name that `rest` is without
 */
export const metadataText = (metadata: Metadata, apart: string): MetadataText => {
  const { own, before, after } = orderFor(metadata, apart)
  const [first, last] = [textOf(before, metadata), textOf(after, metadata)]
  const rest = joined(first, last)
  return { whole: `[${joined(joined(first, textOf(own, metadata)), last)}]`, rest: `[${rest}]` }
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
  const part = (isPart: (name: string) => boolean): Part => ({ pairs: sorted.filter(isPart).map(pair), text: '' })
  known = { apart, names, own: part(name => name === apart), before: part(name => name < apart), after: part(name => name > apart) }
  return known
}

/** The pairs as JSON, without the brackets around them all. */
const textOf = (part: Part, metadata: Metadata): string => {
  let isSame = true
  for (const pair of part.pairs) {
    const value = metadata[pair.name]!
    if (value === pair.value) continue
    isSame = false
    pair.value = value
    pair.text = `${pair.opening}${typeof value === 'string' ? jsonText(value) : JSON.stringify(value)}]`
  }
  if (!isSame) {
    part.text = ''
    for (const { text } of part.pairs) part.text = joined(part.text, text)
  }
  return part.text
}

const joined = (one: string, other: string): string => one === '' ? other : other === '' ? one : `${one},${other}`
