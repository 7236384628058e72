import { createHmac, randomBytes, scrypt, timingSafeEqual, type KeyObject } from 'node:crypto'

/** Digits of a PIN. */
export const pinLength = 6

/** Wrong tries in a row after which a PIN opens nothing any more on this tablet, until its owner chooses a new one. */
export const mostPinTries = 5

/** Rows of the pad, up and down, and pairs of corners: what a finger draws and eyes over a shoulder remember. */
const drawn: readonly string[] = ['147258', '258369', '369258', '258147', '159753', '753159', '159357', '357159', '123654', '456123', '123789', '789123', '147369', '369147']

/**
 * Whether six digits are too easy to guess or to remember for who looks along: one or two different digits, a row, a repeated part,
 * what a finger draws on the pad, or a date, since a birthday is the first guess of who knows somebody.
 */
export const isWeakPin = (pin: string): boolean => {
  const digits = [...pin].map(Number)
  const steps = new Set(digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10))
  return new Set(digits).size <= 2 || steps.size === 1 || pin.slice(0, 3) === pin.slice(3) || pin.slice(0, 2) === pin.slice(2, 4) && pin.slice(2, 4) === pin.slice(4)
    || drawn.includes(pin) || isDate(pin.slice(0, 2), pin.slice(2, 4)) || isDate(pin.slice(4), pin.slice(2, 4))
}

/** Whether a PIN may be chosen: six digits that aren't too easy. */
export const isPin = (pin: string): boolean => /^[0-9]{6}$/.test(pin)

const isDate = (day: string, month: string): boolean => Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12

/** Whose PIN it is, and where: elsewhere, or as somebody else, the same digits are another secret. */
export type PinPlace = { readonly tablet: string; readonly person: string }

/** What is kept of a PIN: slow on purpose, and of no use without a key that lies elsewhere, since there are only a million of them. */
export const hashPin = async (pepper: KeyObject, place: PinPlace, pin: string): Promise<string> => {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}.${(await derived(pepper, place, pin, salt)).toString('base64url')}`
}

export const isSamePin = async (pepper: KeyObject, place: PinPlace, pin: string, kept: string): Promise<boolean> => {
  const [salt = '', hash = ''] = kept.split('.').map((part) => Buffer.from(part, 'base64url'))
  const same = await derived(pepper, place, pin, Buffer.from(salt))
  return same.length === hash.length && timingSafeEqual(same, Buffer.from(hash))
}

const derived = (pepper: KeyObject, { tablet, person }: PinPlace, pin: string, salt: Buffer): Promise<Buffer> => new Promise((resolve, reject) => {
  const peppered = createHmac('sha256', pepper).update(JSON.stringify([tablet, person, pin])).digest()
  scrypt(peppered, salt, 32, (error, key) => { if (error === null) resolve(key); else reject(error) })
})
