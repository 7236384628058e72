import { hashOfNode, rootOfNothing, type Hash } from './hashing.ts'
import { rootOf } from './tree.ts'

/**
 * That one leaf stands in a tree: the roots of the other parts, from the leaf up (RFC 9162, 2.1.3.1).
 * @throws RangeError for an index outside the tree
 */
export const inclusionProof = (leaves: readonly Hash[], index: number): readonly Hash[] => {
  if (!(index >= 0 && index < leaves.length)) throw new RangeError(`no leaf ${index} in a tree of ${leaves.length}`)
  if (leaves.length === 1) return []
  const half = largestPowerBelow(leaves.length)
  const left = leaves.slice(0, half)
  const right = leaves.slice(half)
  return index < half ? [...inclusionProof(left, index), rootOf(right)] : [...inclusionProof(right, index - half), rootOf(left)]
}

/**
 * That a tree begins with all leaves of an earlier one (RFC 9162, 2.1.4.1).
 * @throws RangeError for an earlier size that isn't within the tree
 */
export const consistencyProof = (leaves: readonly Hash[], earlier: number): readonly Hash[] => {
  if (!(earlier >= 0 && earlier <= leaves.length)) throw new RangeError(`a tree of ${leaves.length} doesn't begin with one of ${earlier}`)
  return earlier === 0 || earlier === leaves.length ? [] : partOfConsistency(leaves, earlier, true)
}

/** @param whole whether the earlier tree is still the whole left side: then who checks knows its root already */
const partOfConsistency = (leaves: readonly Hash[], earlier: number, whole: boolean): readonly Hash[] => {
  if (earlier === leaves.length) return whole ? [] : [rootOf(leaves)]
  const half = largestPowerBelow(leaves.length)
  const left = leaves.slice(0, half)
  const right = leaves.slice(half)
  return earlier <= half ? [...partOfConsistency(left, earlier, whole), rootOf(right)] : [...partOfConsistency(right, earlier - half, false), rootOf(left)]
}

/** Whether the proof shows that the leaf stands at this place of the tree with this size and root (RFC 9162, 2.1.3.2). */
export const isIncluded = ({ leaf, index, size, root, proof }: { readonly leaf: Hash; readonly index: number; readonly size: number; readonly root: Hash; readonly proof: readonly Hash[] }): boolean => {
  if (!(index >= 0 && index < size)) return false
  let made = leaf
  const isWhole = climb(index, size - 1, proof, {
    left: other => { made = hashOfNode(other, made) },
    right: other => { made = hashOfNode(made, other) },
  })
  return isWhole && made.equals(root)
}

/** A tree as a checkpoint tells of it. */
export type TreeHead = { readonly size: number; readonly root: Hash }

/** Whether the proof shows that the later tree begins with the whole earlier one (RFC 9162, 2.1.4.2). */
export const isConsistent = (earlier: TreeHead, later: TreeHead, proof: readonly Hash[]): boolean => {
  if (earlier.size > later.size) return false
  if (earlier.size === 0) return proof.length === 0 && earlier.root.equals(rootOfNothing)
  if (earlier.size === later.size) return proof.length === 0 && earlier.root.equals(later.root)
  // An earlier tree that is full is itself the first part.
  const [first, ...rest] = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : proof
  if (first === undefined) return false
  let at = earlier.size - 1
  let last = later.size - 1
  while (at % 2 === 1) {
    at = half(at)
    last = half(last)
  }
  let old = first
  let made = first
  const isWhole = climb(at, last, rest, {
    left: other => {
      old = hashOfNode(other, old)
      made = hashOfNode(other, made)
    },
    // What is to the right came after the earlier tree.
    right: other => { made = hashOfNode(made, other) },
  })
  return isWhole && old.equals(earlier.root) && made.equals(later.root)
}

/**
 * Goes from a node up to the root, and joins each part of the proof on the side where it stands.
 * @param at the place of the node on its level
 * @param last the last place there
 * @returns whether the proof ends at the root
 */
const climb = (at: number, last: number, proof: readonly Hash[], join: { readonly left: (other: Hash) => void; readonly right: (other: Hash) => void }): boolean => {
  for (const other of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      join.left(other)
      // The right edge has no partner on these levels.
      while (at % 2 === 0 && at !== 0) {
        at = half(at)
        last = half(last)
      }
    } else join.right(other)
    at = half(at)
    last = half(last)
  }
  return last === 0
}

/** Divided, not shifted: a log may have more leaves than a shift can count. */
const half = (count: number): number => Math.floor(count / 2)
const largestPowerBelow = (size: number): number => 2 ** (BigInt(size - 1).toString(2).length - 1)
const isPowerOfTwo = (size: number): boolean => largestPowerBelow(size + 1) === size
