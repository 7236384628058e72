/**
 * Signed checkpoints: the size and the root of a log's tree, in the note form that other transparency logs use, so that
 * whoever keeps one can check it with tools of their own (c2sp.org/tlog-checkpoint, c2sp.org/signed-note).
 */
import { createPublicKey, type KeyObject } from 'node:crypto'
import { hashBytes } from './hashing.ts'
import type { TreeHead } from './proofs.ts'
import { ed25519, keyId, rawPublicKey, signNote, verifyNote } from './signed-note.ts'

/** @property origin names the log: no spaces, no plus sign; it is the name of the key too */
export type Checkpoint = TreeHead & { readonly origin: string }

/** Why a text is no checkpoint that can be relied on. */
export class CheckpointRefused extends Error {
  readonly code: 'checkpoint-malformed' | 'checkpoint-not-signed' | 'checkpoint-signature-wrong'
  constructor(code: CheckpointRefused['code']) {
    super(code)
    this.name = 'CheckpointRefused'
    this.code = code
  }
}

/** @param key an Ed25519 private key */
export const signCheckpoint = ({ origin, size, root }: Checkpoint, key: KeyObject): string =>
  signNote(origin, `${origin}\n${size}\n${root.toString('base64')}\n`, key)

/** What a checkpoint says, its signature not looked at. @throws CheckpointRefused `checkpoint-malformed` */
export const readCheckpoint = (note: string): Checkpoint => {
  const [, origin, size, encoded] = form.exec(note) ?? []
  const root = Buffer.from(encoded ?? '', 'base64')
  if (origin === undefined || !Number.isSafeInteger(Number(size)) || root.length !== hashBytes || root.toString('base64') !== encoded) throw new CheckpointRefused('checkpoint-malformed')
  return { origin, size: Number(size), root }
}

/**
 * What a checkpoint says, once it is known that it was signed with this key. Signatures of others beside it are passed by.
 * @param key an Ed25519 public key, known from elsewhere
 * @throws CheckpointRefused
 */
export const verifyCheckpoint = (note: string, key: KeyObject): Checkpoint => {
  const checkpoint = readCheckpoint(note)
  const verdict = verifyNote(note, checkpoint.origin, key)
  if (verdict === 'not-signed') throw new CheckpointRefused('checkpoint-not-signed')
  if (verdict === 'signature-wrong') throw new CheckpointRefused('checkpoint-signature-wrong')
  return checkpoint
}

/** A public key in the form that other tools take: `<origin>+<key id>+<key>`, on one line. */
export const verifierKeyOf = (origin: string, key: KeyObject): string => {
  const raw = rawPublicKey(key)
  return `${origin}+${keyId(origin, raw).toString('hex')}+${Buffer.concat([ed25519, raw]).toString('base64')}`
}

/** The key in such a line; nothing when it is none, or not one of Ed25519. */
export const readVerifierKey = (line: string): { readonly origin: string; readonly key: KeyObject } | undefined => {
  const [, origin, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line.trim()) ?? []
  const bytes = Buffer.from(encoded ?? '', 'base64')
  const raw = bytes.subarray(ed25519.length)
  if (origin === undefined || raw.length !== rawKeyBytes || !bytes.subarray(0, ed25519.length).equals(ed25519) || keyId(origin, raw).toString('hex') !== id) return undefined
  return { origin, key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' }) }
}

/** Three lines or more, one that is empty, then the signatures; no control characters but newlines. */
const form = /^([^\n]+)\n(0|[1-9]\d*)\n([A-Za-z0-9+/]+=*)\n(?:[^\n]+\n)*\n(?:\u2014 [^\n]+\n)+$/
const rawKeyBytes = 32
