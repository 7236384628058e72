import { hash } from 'node:crypto'

/** A SHA-256 hash: 32 bytes. */
export type Hash = Buffer

export const hashBytes = 32

/** Leaves and nodes are hashed with different first bytes, so that no node can be shown as a leaf (RFC 9162, 2.1.1). */
const leafMark = Buffer.of(0)
const nodeMark = Buffer.of(1)

export const hashOfLeaf = (...content: readonly Uint8Array[]): Hash => hash('sha256', Buffer.concat([leafMark, ...content]), 'buffer')

export const hashOfNode = (left: Hash, right: Hash): Hash => hash('sha256', Buffer.concat([nodeMark, left, right]), 'buffer')

/** The root of a tree without leaves. */
export const rootOfNothing: Hash = hash('sha256', '', 'buffer')
