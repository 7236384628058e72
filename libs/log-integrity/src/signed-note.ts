/** Texts signed with Ed25519, in the note form that other transparency logs use (c2sp.org/signed-note). */
import { createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto'

/** Whether a note was signed with a key under a name: signatures of others beside it are passed by. */
export type NoteVerdict = 'signed' | 'not-signed' | 'signature-wrong'

/**
 * @param name of the key: no spaces, no plus sign
 * @param text lines that each end in a newline
 * @param key an Ed25519 private key
 */
export const signNote = (name: string, text: string, key: KeyObject): string => {
  if (!nameOfKey.test(name)) throw new RangeError('the name of a key has no spaces and no plus sign')
  if (!/^(?:[^\n]+\n)+$/.test(text)) throw new RangeError('a note is made of lines, none of them empty')
  const signature = Buffer.concat([keyId(name, rawPublicKey(createPublicKey(key))), sign(null, Buffer.from(text), key)])
  return `${text}\n\u2014 ${name} ${signature.toString('base64')}\n`
}

/** The text of a note, up to the empty line before its signatures. */
export const textOfNote = (note: string): string => note.slice(0, note.lastIndexOf('\n\n') + 1)

/** @param key an Ed25519 public key, known from elsewhere */
export const verifyNote = (note: string, name: string, key: KeyObject): NoteVerdict => {
  const text = textOfNote(note)
  const own = keyId(name, rawPublicKey(key))
  const signatures = note.slice(text.length + 1).split('\n').map(line => signatureLine.exec(line))
    .filter(line => line?.[1] === name).map(line => Buffer.from(line?.[2] ?? '', 'base64'))
    .filter(signature => signature.subarray(0, own.length).equals(own))
  if (signatures.length === 0) return 'not-signed'
  return signatures.every(signature => verify(null, Buffer.from(text), key, signature.subarray(own.length))) ? 'signed' : 'signature-wrong'
}

/** The byte that stands for Ed25519 in the note form. */
export const ed25519 = Buffer.of(1)

/** The 32 bytes of an Ed25519 public key. */
export const rawPublicKey = (key: KeyObject): Buffer => Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url')

/** Names a key under a name, in 4 bytes. */
export const keyId = (name: string, raw: Buffer): Buffer => hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), ed25519, raw]), 'buffer').subarray(0, 4)

/** A public key as people compare it: the SHA-256 of its 32 bytes, in hexadecimal, eight groups of eight. */
export const fingerprintOf = (key: KeyObject): string => hash('sha256', rawPublicKey(key), 'hex').replaceAll(/(.{8})(?=.)/g, '$1 ')

const nameOfKey = /^[^\s+]+$/
const signatureLine = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+=*)$/
