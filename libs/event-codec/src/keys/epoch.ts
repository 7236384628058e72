import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { newId, type Id } from '@samenspel/kernel'
import type { KeyManagement } from './key-store.ts'

/** These keys were wrapped with another master key than the one given. */
export class WrongMasterKey extends Error {
  readonly code = 'wrong-master-key'
  /** @param where the keys lie; no secret of an address */
  constructor(where: string, options: ErrorOptions) {
    super(`the master key does not fit ${where}`, options)
    this.name = 'WrongMasterKey'
  }
}

/** The key that wraps all keys of persons until the next destruction; there is one at a time, wrapped by the master key. */
export type Epoch = { readonly id: Id; readonly key: KeyObject }

/** An epoch as it is kept. */
export type WrappedEpoch = { readonly id: Id; readonly wrapped: Uint8Array }

export const makeEpoch = async (kms: KeyManagement): Promise<Epoch & WrappedEpoch> => {
  const [id, key] = [newId(), randomBytes(32)]
  return { id, key: createSecretKey(key), wrapped: await kms.wrap(key, id) }
}

/** @throws WrongMasterKey */
export const openEpoch = async (kms: KeyManagement, { id, wrapped }: WrappedEpoch, where: string): Promise<Epoch> => {
  try {
    return { id, key: createSecretKey(await kms.unwrap(wrapped, id)) }
  } catch (error) {
    throw new WrongMasterKey(where, { cause: error })
  }
}
