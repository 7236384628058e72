/**
 * A tree over hashes in the order of their bytes, so that where a leaf stands tells nothing of when it came: the tree of
 * RFC 9162 over as many leaves as a power of two, with all its levels kept, so that a proof costs no hashing.
 */
import { hashBytes, hashOfNode, type Hash } from './hashing.ts'

/** Where a leaf stands among the sorted ones, and the roots of the other parts, from the leaf up. */
export type PlaceInTree = { readonly index: number; readonly path: readonly Hash[] }

export type UnorderedTree = {
  readonly size: number
  readonly root: Hash
  /** @returns nothing for a leaf that isn't there */
  readonly find: (leaf: Hash) => PlaceInTree | undefined
}

/** Lets others have their turn while a large tree is built. */
export type Pause = () => Promise<void>

/** So many hashes are made between two pauses: some ten milliseconds of work. */
export const hashesAtOnce = 2_048
/** To look at a hash, or to move it, is less work. */
const movesAtOnce = 8 * hashesAtOnce

/**
 * @param leaves hashes one after the other, a power of two of them; sorted in place
 * @throws RangeError for another number of them
 */
export const buildUnorderedTree = async (leaves: Buffer, pause: Pause): Promise<UnorderedTree> => {
  const size = leaves.length / hashBytes
  if (!Number.isInteger(Math.log2(size))) throw new RangeError(`${size} leaves are no power of two`)
  await sortHashes(leaves, pause)
  const levels = [leaves]
  for (let below = leaves; below.length > hashBytes; below = levels.at(-1)!) levels.push(await levelAbove(below, pause))
  return {
    size, root: Buffer.from(levels.at(-1)!),
    find: leaf => {
      const index = firstNotBelow(leaves, leaf)
      if (index === size || !hashAt(leaves, index).equals(leaf)) return undefined
      return { index, path: levels.slice(0, -1).map((level, height) => Buffer.from(hashAt(level, siblingOf(Math.floor(index / 2 ** height))))) }
    },
  }
}

const hashAt = (hashes: Buffer, index: number): Hash => hashes.subarray(index * hashBytes, (index + 1) * hashBytes)
const siblingOf = (index: number): number => index % 2 === 0 ? index + 1 : index - 1

const levelAbove = async (below: Buffer, pause: Pause): Promise<Buffer> => {
  const level = Buffer.allocUnsafe(below.length / 2)
  for (let index = 0; index * hashBytes < level.length; index += 1) {
    level.set(hashOfNode(hashAt(below, 2 * index), hashAt(below, 2 * index + 1)), index * hashBytes)
    if (index % hashesAtOnce === hashesAtOnce - 1) await pause()
  }
  return level
}

/** Hashes spread evenly, so those that share their first bits are few: sorted by these first, then each group by itself. */
const sortHashes = async (hashes: Buffer, pause: Pause): Promise<void> => {
  const count = hashes.length / hashBytes
  const groups = Math.min(2 ** 16, Math.max(1, count / 4))
  const groupOf = (index: number): number => Math.floor(hashes.readUInt16BE(index * hashBytes) * groups / 2 ** 16)
  const ends = new Uint32Array(groups + 1)
  for (let index = 0; index < count; index += 1) {
    ends[groupOf(index) + 1]! += 1
    if (index % movesAtOnce === movesAtOnce - 1) await pause()
  }
  for (let group = 0; group < groups; group += 1) ends[group + 1]! += ends[group]!
  const next = ends.slice()
  const grouped = Buffer.allocUnsafe(hashes.length)
  for (let index = 0; index < count; index += 1) {
    const group = groupOf(index)
    grouped.set(hashAt(hashes, index), next[group]! * hashBytes)
    next[group]! += 1
    if (index % movesAtOnce === movesAtOnce - 1) await pause()
  }
  for (let group = 0; group < groups; group += 1) {
    const sorted = Array.from({ length: ends[group + 1]! - ends[group]! }, (_, at) => hashAt(grouped, ends[group]! + at)).sort((one, other) => Buffer.compare(one, other))
    for (const [at, hash] of sorted.entries()) hashes.set(hash, (ends[group]! + at) * hashBytes)
    if (group % hashesAtOnce === hashesAtOnce - 1) await pause()
  }
}

const firstNotBelow = (sorted: Buffer, hash: Hash): number => {
  let from = 0
  let to = sorted.length / hashBytes
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (Buffer.compare(hashAt(sorted, middle), hash) < 0) from = middle + 1
    else to = middle
  }
  return from
}
