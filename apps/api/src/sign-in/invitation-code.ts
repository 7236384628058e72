import { randomInt, scrypt, timingSafeEqual } from 'node:crypto'

/** A code as somebody types it: which invitation it is, and the secret that only who was invited has. */
export type InvitationCode = { readonly invitation: string; readonly secret: string }

/** Without I, L, O and U: nobody mixes them up with others. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const draw = (length: number): string => Array.from({ length }, () => signs[randomInt(signs.length)]).join('')

/** A name of 25 bits and a secret of 50: five guesses at it are nothing. */
export const newCode = (): InvitationCode => ({ invitation: draw(5), secret: draw(10) })

/** As it is handed over: `K7M3P-9QXTA-4W2PN`. */
export const writeCode = ({ invitation, secret }: InvitationCode): string => `${invitation}-${secret.slice(0, 5)}-${secret.slice(5)}`

/** Reads what somebody typed, however they typed it. @returns nothing when it can't be a code */
export const readCode = (typed: string): InvitationCode | undefined => {
  if (typed.length > 100) return undefined
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll(/[IL]/g, '1').replaceAll('O', '0')
  return text.length === 15 && [...text].every((sign) => signs.includes(sign)) ? { invitation: text.slice(0, 5), secret: text.slice(5) } : undefined
}

/** What is kept of a secret; slow on purpose, for who gets hold of the database. */
export const hashSecret = ({ invitation, secret }: InvitationCode): Promise<string> => new Promise((resolve, reject) => {
  scrypt(secret, `invitation ${invitation}`, 32, (error, key) => { if (error === null) resolve(key.toString('base64url')); else reject(error) })
})

export const isSameHash = (one: string, other: string): boolean => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
