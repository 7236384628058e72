import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { hashOfLeaf, hashOfNode, rootOfNothing, type Hash } from './hashing.ts'
import { consistencyProof, inclusionProof, isConsistent, isIncluded } from './proofs.ts'
import { growTree, noLeaves, rootOf } from './tree.ts'

/** The tree as RFC 9162 defines it, word for word: slow, and plainly right. */
const naiveRoot = (leaves: readonly Hash[]): Hash => {
  if (leaves.length === 0) return rootOfNothing
  if (leaves.length === 1) return leaves[0]!
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  return hashOfNode(naiveRoot(leaves.slice(0, half)), naiveRoot(leaves.slice(half)))
}

const leavesOf = (count: number): readonly Hash[] => Array.from({ length: count }, (_, i) => hashOfLeaf(Buffer.from(`leaf ${i}`)))
const many = leavesOf(200)
const aSize = fc.integer({ min: 0, max: many.length })
const changed = (hash: Hash): Hash => Buffer.from(hash.map((byte, i) => i === 7 ? byte ^ 1 : byte))

describe('the reference trees of Certificate Transparency', () => {
  // Inputs and roots that the implementations of RFC 6962 test themselves with (transparency-dev/merkle, testonly/constants.go).
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(hex => hashOfLeaf(Buffer.from(hex, 'hex')))
  test.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of %d leaves have their published roots', (size, root) => {
    expect(rootOf(leaves.slice(0, size)).toString('hex')).toBe(root)
  })
})

describe('a tree', () => {
  test('that grows has the root of the definition after every leaf', () => {
    const tree = growTree()
    for (const [i, leaf] of many.entries()) {
      tree.add(leaf)
      expect(tree.root()).toEqual(naiveRoot(many.slice(0, i + 1)))
    }
  })
  test('goes on from what was kept of it as if it had never stopped', () => {
    fc.assert(fc.property(aSize, aSize, (one, other) => {
      const [before, after] = one < other ? [one, other] : [other, one]
      const first = growTree(noLeaves)
      for (const leaf of many.slice(0, before)) first.add(leaf)
      const second = growTree(first.state())
      for (const leaf of many.slice(before, after)) second.add(leaf)
      expect(second.size()).toBe(after)
      expect(second.root()).toEqual(naiveRoot(many.slice(0, after)))
    }))
  })
  test('with a count that its peaks do not have is refused', () => {
    expect(() => growTree({ size: 3, peaks: [many[0]!] })).toThrow(RangeError)
  })
})

describe('a proof of inclusion', () => {
  test('holds for its leaf, and for nothing else', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: many.length }), fc.nat(), (size, anywhere) => {
      const leaves = many.slice(0, size)
      const index = anywhere % size
      const claim = { leaf: leaves[index]!, index, size, root: naiveRoot(leaves), proof: inclusionProof(leaves, index) }
      expect(isIncluded(claim)).toBe(true)
      expect(isIncluded({ ...claim, leaf: changed(claim.leaf) })).toBe(false)
      expect(isIncluded({ ...claim, root: changed(claim.root) })).toBe(false)
      expect(isIncluded({ ...claim, proof: [...claim.proof, claim.root] })).toBe(false)
      if (claim.proof.length > 0) expect(isIncluded({ ...claim, proof: claim.proof.slice(1) })).toBe(false)
      if (size > 1) expect(isIncluded({ ...claim, index: (index + 1) % size })).toBe(false)
      expect(isIncluded({ ...claim, index: size })).toBe(false)
    }))
  })
  test('is not made for a leaf outside the tree', () => {
    expect(() => inclusionProof(many.slice(0, 3), 3)).toThrow(RangeError)
  })
})

describe('a proof of consistency', () => {
  test('holds between a tree and each tree that it grew from, and not once a leaf was changed', () => {
    fc.assert(fc.property(aSize, aSize, fc.nat(), (one, other, anywhere) => {
      const [before, after] = one < other ? [one, other] : [other, one]
      const leaves = many.slice(0, after)
      const earlier = { size: before, root: naiveRoot(leaves.slice(0, before)) }
      const later = { size: after, root: naiveRoot(leaves) }
      const proof = consistencyProof(leaves, before)
      expect(isConsistent(earlier, later, proof)).toBe(true)
      if (before === 0) return
      const forged = leaves.map((leaf, i) => i === anywhere % before ? changed(leaf) : leaf)
      expect(isConsistent(earlier, { size: after, root: naiveRoot(forged) }, consistencyProof(forged, before))).toBe(false)
      expect(isConsistent(earlier, { ...later, root: changed(later.root) }, proof)).toBe(false)
      expect(isConsistent({ ...earlier, root: changed(earlier.root) }, later, proof)).toBe(false)
      expect(isConsistent(earlier, later, [...proof, later.root])).toBe(false)
      if (proof.length > 0) expect(isConsistent(earlier, later, proof.slice(1))).toBe(false)
    }))
  })
  test('is not made towards a smaller tree, nor believed', () => {
    expect(() => consistencyProof(many.slice(0, 3), 4)).toThrow(RangeError)
    expect(isConsistent({ size: 4, root: rootOf(many.slice(0, 4)) }, { size: 3, root: rootOf(many.slice(0, 3)) }, [])).toBe(false)
  })
})
