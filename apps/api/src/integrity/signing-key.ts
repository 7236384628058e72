import { createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { KeyManagement } from '@samenspel/event-codec'
import { newId, type Id } from '@samenspel/kernel'
import type { LogName } from './logs.ts'

/** Who signs checkpoints here, as everybody may know it. */
export type Signer = {
  /** A random id of this installation: the logs of two installations have different origins. */
  readonly installation: Id
  readonly publicKey: KeyObject
}

export type SigningKey = Signer & { readonly privateKey: KeyObject }

/** As the file holds it: the private part (PKCS 8) is wrapped by the master key. */
type Kept = { readonly installation: Id; readonly publicKey: string; readonly wrappedPrivateKey: string }

/** The file with the signing key isn't what was once written. */
export class SigningKeyDamaged extends Error {
  readonly code = 'signing-key-damaged'
  constructor(file: string, options?: ErrorOptions) {
    super(`the signing key in ${file} is damaged`, options)
    this.name = 'SigningKeyDamaged'
  }
}

/** How a log is named in its checkpoints; it goes by another name after each loss that was accepted. */
export const originOf = (installation: Id, log: LogName, branch: number): string => `samenspel/${installation}/${log}${branch === 1 ? '' : `/${branch}`}`

/** How the covered tree of a log is named in the note that was made for one copy of a file; without a log, the copy itself. */
export const originOfCopy = (installation: Id, copy: Id, log?: LogName): string => `samenspel/${installation}/copy/${copy}${log === undefined ? '' : `/${log}`}`

/** A secret for one use, that only who has the signing key can make: 32 bytes. */
export const secretFor = ({ privateKey }: Pick<SigningKey, 'privateKey'>, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(String(privateKey.export({ format: 'jwk' }).d), 'base64url'), '', use, 32))

/** The public part; nothing when no key was made yet. @throws SigningKeyDamaged */
export const readSigner = (file: string): Signer | undefined => {
  if (!existsSync(file)) return undefined
  const { installation, publicKey } = readKept(file)
  try {
    return { installation, publicKey: createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }) }
  } catch (error) {
    throw new SigningKeyDamaged(file, { cause: error })
  }
}

/** The key that signs checkpoints, made at the first start. @throws SigningKeyDamaged */
export const openSigningKey = async (file: string, kms: KeyManagement): Promise<SigningKey> => {
  if (!existsSync(file)) await makeSigningKey(file, kms)
  const signer = readSigner(file)
  try {
    if (signer === undefined) throw new Error('it is gone')
    const bytes = await kms.unwrap(Buffer.from(readKept(file).wrappedPrivateKey, 'base64'), contextOf(signer.installation))
    const privateKey = createPrivateKey({ key: Buffer.from(bytes), format: 'der', type: 'pkcs8' })
    if (!createPublicKey(privateKey).equals(signer.publicKey)) throw new Error('its parts do not belong together')
    return { ...signer, privateKey }
  } catch (error) {
    throw new SigningKeyDamaged(file, { cause: error })
  }
}

const contextOf = (installation: Id): string => `signing-key ${installation}`

const readKept = (file: string): Kept => {
  try {
    const { installation, publicKey, wrappedPrivateKey } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>
    if (typeof installation !== 'string' || typeof publicKey !== 'string' || typeof wrappedPrivateKey !== 'string') throw new Error('a part is missing')
    return { installation, publicKey, wrappedPrivateKey }
  } catch (error) {
    throw new SigningKeyDamaged(file, { cause: error })
  }
}

/** Whole or not at all, and by one process only: written aside, then given its name. */
const makeSigningKey = async (file: string, kms: KeyManagement): Promise<void> => {
  const installation = newId()
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const wrapped = await kms.wrap(privateKey.export({ format: 'der', type: 'pkcs8' }), contextOf(installation))
  const kept: Kept = { installation, publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'), wrappedPrivateKey: Buffer.from(wrapped).toString('base64') }
  const aside = `${file}.${process.pid}`
  const opened = openSync(aside, 'wx', 0o600)
  writeSync(opened, `${JSON.stringify(kept, undefined, 1)}\n`)
  fsyncSync(opened)
  closeSync(opened)
  try {
    linkSync(aside, file)
  } catch (error) {
    // Another process was first: that key is the one.
    if (!existsSync(file)) throw error
  } finally {
    unlinkSync(aside)
  }
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
