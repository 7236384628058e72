import { hashOfNode, rootOfNothing, type Hash } from './hashing.ts'

/**
 * What has to be kept of a tree to go on with it: how many leaves it has, and its peaks, the roots of the full trees
 * that its size is the sum of, the largest first. A tree of 13 = 8 + 4 + 1 leaves has three.
 */
export type TreeState = { readonly size: number; readonly peaks: readonly Hash[] }

export const noLeaves: TreeState = { size: 0, peaks: [] }

/** A tree that grows leaf by leaf, with no more in memory than its peaks. */
export type GrowingTree = {
  readonly add: (leaf: Hash) => void
  readonly size: () => number
  /** The root over all leaves so far (RFC 9162, 2.1.1). */
  readonly root: () => Hash
  readonly state: () => TreeState
}

/** @throws RangeError for a state that no tree has */
export const growTree = (from: TreeState = noLeaves): GrowingTree => {
  if (from.peaks.length !== onesIn(from.size)) throw new RangeError(`a tree of ${from.size} leaves doesn't have ${from.peaks.length} peaks`)
  let { size } = from
  const peaks = [...from.peaks]
  return {
    add: leaf => {
      let peak = leaf
      // Two trees of the same height become one, as a carry goes through a sum.
      for (let carried = size; carried % 2 === 1; carried = Math.floor(carried / 2)) peak = hashOfNode(peaks.pop()!, peak)
      peaks.push(peak)
      size += 1
    },
    size: () => size,
    root: () => peaks.length === 0 ? rootOfNothing : peaks.reduceRight((right, left) => hashOfNode(left, right)),
    state: () => ({ size, peaks: [...peaks] }),
  }
}

/** The root over all these leaves. */
export const rootOf = (leaves: readonly Hash[]): Hash => {
  const tree = growTree()
  for (const leaf of leaves) tree.add(leaf)
  return tree.root()
}

const onesIn = (size: number): number => BigInt(size).toString(2).replaceAll('0', '').length
