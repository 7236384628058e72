import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'

/** AES-256-GCM with a random 96-bit nonce. The first byte names it, for the day that another one is needed. */
const aes256gcm = 1
const nonceBytes = 12
const tagBytes = 16

/** Nonces are cut from random bytes that are fetched for many at once: fetching costs half of what sealing does. None is used twice. */
const noncesAtOnce = 256
let nonces = Buffer.alloc(0)
const freshNonce = (): Buffer => {
  if (nonces.length === 0) nonces = randomBytes(noncesAtOnce * nonceBytes)
  const nonce = nonces.subarray(0, nonceBytes)
  nonces = nonces.subarray(nonceBytes)
  return nonce
}

/**
 * Seals bytes, or a text in UTF-8, so that only the same key opens them, and only in the same place.
 * @param place what the bytes belong to; it is authenticated, not stored
 * @returns algorithm (1 byte), nonce (12), ciphertext, tag (16)
 */
export const seal = (key: KeyObject, content: Uint8Array | string, place: string): Uint8Array => {
  const nonce = freshNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(place)
  const ciphertext = typeof content === 'string' ? cipher.update(content, 'utf8') : cipher.update(content)
  // This cipher gives as many bytes as it takes: nothing is left for the end.
  cipher.final()
  const sealed = Buffer.allocUnsafe(1 + nonceBytes + ciphertext.length + tagBytes)
  sealed[0] = aes256gcm
  sealed.set(nonce, 1)
  sealed.set(ciphertext, 1 + nonceBytes)
  sealed.set(cipher.getAuthTag(), 1 + nonceBytes + ciphertext.length)
  return sealed
}

/** The sealed bytes; throws when they, the key or the place are not the ones they were sealed with. */
export const unseal = (key: KeyObject, sealed: Uint8Array, place: string): Buffer => {
  if (sealed[0] !== aes256gcm) throw new Error(`unknown sealing ${sealed[0]}`)
  // Also a shorter tag would be taken: what is cut off is told here.
  if (sealed.length < 1 + nonceBytes + tagBytes) throw new Error('too short to be sealed')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes))
  decipher.setAAD(place)
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  const bytes = decipher.update(sealed.subarray(1 + nonceBytes, -tagBytes))
  // Nothing is left for the end but the verdict.
  decipher.final()
  return bytes
}
