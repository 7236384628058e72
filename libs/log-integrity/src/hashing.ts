import { hash } from 'node:crypto'

/** A SHA-256 hash: 32 bytes. */
export type Hash = Buffer

export const hashBytes = 32

/** Leaves and nodes are hashed with different first bytes, so that no node can be shown as a leaf (RFC 9162, 2.1.1). */
const leafMark = 0
const nodeMark = 1

/** Written over by every hash: a check of a whole log makes millions, and a buffer for each would cost more than the hash. */
let scratch = Buffer.allocUnsafe(8_192)
const node = Buffer.alloc(1 + 2 * hashBytes, nodeMark)

/** @param clear a text before the bytes; it has to tell by itself where it ends */
export const hashOfLeaf = (bytes: Uint8Array, clear = ''): Hash => {
  // A UTF-16 unit takes three bytes at most.
  const most = 1 + clear.length * 3 + bytes.length
  if (scratch.length < most) scratch = Buffer.allocUnsafe(2 * most)
  scratch[0] = leafMark
  const start = 1 + scratch.write(clear, 1, 'utf8')
  scratch.set(bytes, start)
  return hash('sha256', scratch.subarray(0, start + bytes.length), 'buffer')
}

export const hashOfNode = (left: Hash, right: Hash): Hash => {
  node.set(left, 1)
  node.set(right, 1 + hashBytes)
  return hash('sha256', node, 'buffer')
}

/** The root of a tree without leaves. */
export const rootOfNothing: Hash = hash('sha256', '', 'buffer')
