import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto'
import type { PersonId } from '@samenspel/kernel'
import type { Unconfirmed } from './preferences.ts'

const digits = 6

/** The code that is sent to an address before it is used: of this request, this person and this address alone. It stands nowhere. */
export const codeOf = (key: KeyObject, person: PersonId, { address, nonce }: Pick<Unconfirmed, 'address' | 'nonce'>): string => {
  const number = createHmac('sha256', key).update(JSON.stringify([person, address, nonce])).digest().readUIntBE(0, 6)
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** Whether a code as somebody typed it, perhaps with spaces, is the one. */
export const isCode = (typed: string, code: string): boolean => {
  const bare = typed.replaceAll(/\s/g, '')
  return bare.length === code.length && timingSafeEqual(Buffer.from(bare.padEnd(digits).slice(0, digits)), Buffer.from(code))
}
