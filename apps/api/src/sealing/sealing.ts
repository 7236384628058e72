/** Texts that are kept outside the events, sealed (AES-256-GCM): a copy of the file tells nothing. */
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'

/**
 * @param key of 32 bytes
 * @param place where it is kept; anywhere else it doesn't open
 */
export const seal = (key: KeyObject, place: string, content: string): Uint8Array => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(place))
  const text = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** @returns nothing for what was sealed with another key or for another place. */
export const unseal = (key: KeyObject, place: string, sealed: Uint8Array): string | undefined => {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
