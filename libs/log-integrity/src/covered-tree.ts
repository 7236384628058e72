/**
 * A tree that proves single leaves of a log and tells nothing else about it. Each leaf is covered with something random that
 * only who has the secret can make, and shown to whom the leaf is proven; leaves that stand for nothing fill it up. So a proof
 * tells no position, no number of leaves but an order of magnitude, and of its neighbours not even whether they are real.
 */
import { createHmac } from 'node:crypto'
import { hashBytes, hashOfLeaf, type Hash } from './hashing.ts'
import { isIncluded, type TreeHead } from './proofs.ts'
import { buildUnorderedTree, hashesAtOnce, type Pause, type PlaceInTree } from './unordered-tree.ts'

/** A leaf of a log with all that shows that it stands in a covered tree. */
export type CoveredProof = PlaceInTree & { readonly leaf: Hash; readonly cover: Buffer }

export type CoveredTree = TreeHead & {
  /** @returns nothing for a leaf that isn't there */
  readonly prove: (leaf: Hash) => CoveredProof | undefined
}

/** Bytes of what covers a leaf. */
export const coverBytes = 16

/** The fewest leaves of a covered tree: below it, not even the order of magnitude shows. */
export const fewestLeaves = 4_096

/** How many leaves a covered tree has over so many of a log: a power of two. */
export const coveredSize = (count: number): number => Math.max(fewestLeaves, 2 ** Math.ceil(Math.log2(Math.max(1, count))))

/**
 * @param count how many leaves the log has
 * @param leaves all of them, in any order, in parts
 * @param secret 32 bytes, of this tree alone
 */
export const buildCoveredTree = async (count: number, leaves: Iterable<readonly Hash[]>, secret: Buffer, pause: Pause): Promise<CoveredTree> => {
  const size = coveredSize(count)
  const covered = Buffer.allocUnsafe(size * hashBytes)
  let made = 0
  const add = async (hash: Hash): Promise<void> => {
    covered.set(hash, made * hashBytes)
    made += 1
    if (made % hashesAtOnce === 0) await pause()
  }
  for (const part of leaves) for (const leaf of part) {
    if (made === count) throw new RangeError(`there are more than ${count} leaves`)
    await add(coveredLeaf(leaf, coverOf(secret, leaf)))
  }
  if (made !== count) throw new RangeError(`there are ${made} leaves, not ${count}`)
  while (made < size) await add(filler(secret, made))
  const tree = await buildUnorderedTree(covered, pause)
  return {
    size, root: tree.root,
    prove: leaf => {
      const cover = coverOf(secret, leaf)
      const place = tree.find(coveredLeaf(leaf, cover))
      return place === undefined ? undefined : { leaf, cover, ...place }
    },
  }
}

/** Whether a leaf stands in the covered tree with this size and root. */
export const isProven = ({ leaf, cover, index, path }: CoveredProof, { size, root }: TreeHead): boolean =>
  cover.length === coverBytes && isIncluded({ leaf: coveredLeaf(leaf, cover), index, size, root, proof: path })

/** Of an input as long as a leaf; that of a filler is shorter, so the two never meet. */
const coverOf = (secret: Buffer, leaf: Hash): Buffer => createHmac('sha256', secret).update(leaf).digest().subarray(0, coverBytes)

/** Hashed as a leaf of RFC 9162, of which the content is cover and leaf. */
const coveredLeaf = (leaf: Hash, cover: Buffer): Hash => hashOfLeaf(Buffer.concat([cover, leaf]))

const filler = (secret: Buffer, number: number): Hash => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(number))
  return createHmac('sha256', secret).update(counter).digest()
}
