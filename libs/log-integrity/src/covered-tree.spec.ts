import { createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildCoveredTree, coveredSize, fewestLeaves, isProven, type CoveredProof } from './covered-tree.ts'
import { hashOfLeaf, type Hash } from './hashing.ts'
import { inclusionProof, isIncluded } from './proofs.ts'
import { rootOf } from './tree.ts'
import { buildUnorderedTree } from './unordered-tree.ts'

const pause = () => Promise.resolve()
const leavesOf = (count: number): readonly Hash[] => Array.from({ length: count }, (_, i) => hashOfLeaf(Buffer.from(`leaf ${i}`)))
const aHash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytes => Buffer.from(bytes))
const byBytes = (one: Hash, other: Hash) => Buffer.compare(one, other)
const secret = Buffer.alloc(32, 7)
const flipped = (bytes: Buffer, bit: number): Buffer => {
  const changed = Buffer.from(bytes)
  const at = bit % (8 * bytes.length)
  changed[at >> 3]! ^= 1 << (at & 7)
  return changed
}

describe('a tree without order', () => {
  test('is the tree of RFC 9162 over the sorted leaves, with its proofs', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 5 }).chain(height => fc.array(aHash, { minLength: 2 ** height, maxLength: 2 ** height })), async leaves => {
      const sorted = leaves.toSorted(byBytes)
      const tree = await buildUnorderedTree(Buffer.concat(leaves), pause)
      expect(tree.root).toEqual(rootOf(sorted))
      for (const leaf of leaves) {
        const found = tree.find(leaf)!
        expect(sorted[found.index]).toEqual(leaf)
        expect(found.path).toEqual(inclusionProof(sorted, found.index))
        expect(isIncluded({ leaf, size: leaves.length, root: tree.root, index: found.index, proof: found.path })).toBe(true)
      }
    }), { numRuns: 40 })
  })
  test('is the same in whatever order its leaves came', async () => {
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray([...leavesOf(64)], { minLength: 64 }), async leaves => {
      expect((await buildUnorderedTree(Buffer.concat(leaves), pause)).root).toEqual(rootOf(leavesOf(64).toSorted(byBytes)))
    }))
  })
  test('finds no leaf that it does not have', async () => {
    const tree = await buildUnorderedTree(Buffer.concat(leavesOf(32)), pause)
    fc.assert(fc.property(aHash, other => { expect(tree.find(other)).toBeUndefined() }))
    expect(tree.find(Buffer.alloc(32, 0xff))).toBeUndefined()
  })
  test('of another number of leaves than a power of two is refused', async () => {
    for (const count of [0, 3, 12]) await expect(buildUnorderedTree(Buffer.concat(leavesOf(count)), pause)).rejects.toThrow(RangeError)
  })
})

describe('a covered tree', () => {
  const some = leavesOf(300)
  const build = (leaves: readonly Hash[] = some, own = secret) => buildCoveredTree(leaves.length, [leaves.slice(0, 7), leaves.slice(7)], own, pause)

  test('proves every leaf of the log', async () => {
    const tree = await build()
    for (const leaf of some) expect(isProven(tree.prove(leaf)!, tree)).toBe(true)
  })
  test('proves no leaf that the log does not have, and no leaf by the proof of another', async () => {
    const tree = await build()
    fc.assert(fc.property(aHash, fc.nat(some.length - 1), (other, index) => {
      expect(tree.prove(other)).toBeUndefined()
      expect(isProven({ ...tree.prove(some[index]!)!, leaf: other }, tree)).toBe(false)
    }))
  })
  test('proves nothing once a single bit was turned', async () => {
    const tree = await build()
    fc.assert(fc.property(fc.nat(some.length - 1), fc.nat(), fc.constantFrom('leaf', 'cover', 'path', 'root', 'index'), (index, bit, part) => {
      const proof = tree.prove(some[index]!)!
      const turned: CoveredProof = {
        leaf: part === 'leaf' ? flipped(proof.leaf, bit) : proof.leaf, cover: part === 'cover' ? flipped(proof.cover, bit) : proof.cover,
        index: part === 'index' ? proof.index ^ 1 << bit % 12 : proof.index,
        path: part === 'path' ? proof.path.with(bit % proof.path.length, flipped(proof.path[bit % proof.path.length]!, bit)) : proof.path,
      }
      expect(isProven(turned, { ...tree, root: part === 'root' ? flipped(tree.root, bit) : tree.root })).toBe(false)
    }))
  })
  test('proves nothing with a path that is cut short or grew, or a cover of another length', async () => {
    const tree = await build()
    const proof = tree.prove(some[0]!)!
    expect(isProven({ ...proof, path: proof.path.slice(1) }, tree)).toBe(false)
    expect(isProven({ ...proof, path: [...proof.path, tree.root] }, tree)).toBe(false)
    // Cover and leaf are hashed as one: where the one ends and the other begins may not be moved.
    const both = Buffer.concat([proof.cover, proof.leaf])
    expect(isProven({ ...proof, cover: both.subarray(0, 15), leaf: both.subarray(15) }, tree)).toBe(false)
  })

  test('tells no more of the size of a log than an order of magnitude', async () => {
    expect([0, 1, 300, 4_096].map(coveredSize)).toEqual([fewestLeaves, fewestLeaves, fewestLeaves, fewestLeaves])
    expect([4_097, 8_192, 8_193, 1_000_000].map(coveredSize)).toEqual([8_192, 8_192, 16_384, 2 ** 20])
    for (const count of [1, 2, 150, 300]) expect(await build(some.slice(0, count))).toMatchObject({ size: fewestLeaves })
  })
  test('has proofs of one length, whatever else is recorded', async () => {
    const shape = async (count: number) => { const proof = (await build(some.slice(0, count))).prove(some[0]!)!; return [proof.leaf, proof.cover, ...proof.path].map(({ length }) => length) }
    expect(await shape(300)).toEqual(await shape(1))
  })
  test('shows no leaf of the log but the one that is proven, in no two trees the same hash beside it', async () => {
    const [one, other] = [await build(some), await build(some, Buffer.alloc(32, 8))]
    const hashes = (tree: typeof one) => new Set(some.flatMap(leaf => tree.prove(leaf)!.path.map(hash => hash.toString('hex'))))
    const known = new Set(some.map(leaf => leaf.toString('hex')))
    const shownByOther = hashes(other)
    expect([...hashes(one)].filter(hash => known.has(hash) || shownByOther.has(hash))).toEqual([])
  })
  test('is filled with hashes that only who has the secret can tell from real ones', async () => {
    const counter = (number: number) => { const bytes = Buffer.alloc(8); bytes.writeBigUInt64BE(BigInt(number)); return bytes }
    const [only] = some
    const tree = await build([only!])
    const fillers = Array.from({ length: fewestLeaves - 1 }, (_, index) => createHmac('sha256', secret).update(counter(index + 1)).digest())
    const { cover } = tree.prove(only!)!
    expect(rootOf([...fillers, hashOfLeaf(Buffer.concat([cover, only!]))].toSorted(byBytes))).toEqual(tree.root)
  })
  test('is refused over more or fewer leaves than were counted', async () => {
    await expect(buildCoveredTree(2, [some], secret, pause)).rejects.toThrow(RangeError)
    await expect(buildCoveredTree(301, [some], secret, pause)).rejects.toThrow(RangeError)
  })
})
