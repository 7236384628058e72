import { hash } from 'node:crypto'

/** Written over by every hash: a check of a whole log makes millions, and a buffer for each would cost more than the hash. */
let scratch = Buffer.allocUnsafe(8_192)

/**
 * SHA-256 of a text, in UTF-8, and of bytes behind it.
 * @param text tells by itself where it ends: then no byte can be moved between the two
 */
export const sha256 = (text: string, bytes: Uint8Array, form: 'base64url' | 'latin1'): string => {
  // A UTF-16 unit takes three bytes at most.
  const most = text.length * 3 + bytes.length
  if (scratch.length < most) scratch = Buffer.allocUnsafe(2 * most)
  const start = scratch.write(text, 0, 'utf8')
  scratch.set(bytes, start)
  return hash('sha256', scratch.subarray(0, start + bytes.length), form)
}
