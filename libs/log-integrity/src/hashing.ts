import { hash } from 'node:crypto'
import { sha256 } from '@samenspel/event-store'

/** A SHA-256 hash: 32 bytes. */
export type Hash = Buffer

export const hashBytes = 32

/** Leaves and nodes are hashed with different first bytes, so that no node can be shown as a leaf (RFC 9162, 2.1.1). */
const leafMark = '\0'
const nodeMark = '\x01'

/** Written over by every hash: a check of a whole log makes millions. */
const children = Buffer.alloc(2 * hashBytes)

/** @param clear a text before the bytes; it has to tell by itself where it ends */
export const hashOfLeaf = (bytes: Uint8Array, clear = ''): Hash => bytesOf(sha256(leafMark + clear, bytes, 'latin1'))

export const hashOfNode = (left: Hash, right: Hash): Hash => {
  children.set(left)
  children.set(right, hashBytes)
  return bytesOf(sha256(nodeMark, children, 'latin1'))
}

/** By way of a text, since the bytes then lie in the pool of small buffers: to ask for bytes takes as long again as the hash. */
const bytesOf = (text: string): Hash => Buffer.from(text, 'latin1')

/** The root of a tree without leaves. */
export const rootOfNothing: Hash = hash('sha256', '', 'buffer')
