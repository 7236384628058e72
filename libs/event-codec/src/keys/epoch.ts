import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { newId, type Id } from '@samenspel/kernel'
import { seal, unseal } from '../sealing.ts'
import { KeyDamaged, KeyManagementUnavailable, type KeyManagement, type KeyOwner } from './key-store.ts'

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

/** @throws WrongMasterKey, KeyManagementUnavailable */
export const openEpoch = async (kms: KeyManagement, { id, wrapped }: WrappedEpoch, where: string): Promise<Epoch> => {
  try {
    return { id, key: createSecretKey(await kms.unwrap(wrapped, id)) }
  } catch (error) {
    if (error instanceof KeyManagementUnavailable) throw error
    throw new WrongMasterKey(where, { cause: error })
  }
}

/** Wraps a key for where it stands: in a row that says another owner, or another id, it doesn't open. */
export const wrapKey = ({ key }: Epoch, bytes: Uint8Array, id: Id, owner: KeyOwner): Uint8Array => seal(key, bytes, rowOf(id, owner))

/** @throws KeyDamaged */
export const unwrapKey = ({ key }: Epoch, wrapped: Uint8Array, id: Id, owner: KeyOwner): KeyObject => unwrapIn(key, wrapped, id, rowOf(id, owner))

/** As keys were wrapped before their owner was part of it. @throws KeyDamaged */
export const unwrapOlderKey = ({ key }: Epoch, wrapped: Uint8Array, id: Id): KeyObject => unwrapIn(key, wrapped, id, id)

/** The id of a key that doesn't open; nothing for one that does. */
export const damagedIn = (unwrap: () => KeyObject): readonly Id[] => {
  try {
    unwrap()
    return []
  } catch (error) {
    if (error instanceof KeyDamaged) return [error.keyId]
    throw error
  }
}

const unwrapIn = (key: KeyObject, wrapped: Uint8Array, id: Id, place: string): KeyObject => {
  try {
    return createSecretKey(unseal(key, wrapped, place))
  } catch (error) {
    throw new KeyDamaged(id, { cause: error })
  }
}

const rowOf = (id: Id, { scope, subject, controller, retentionClass }: KeyOwner): string => JSON.stringify([id, scope, subject, controller, retentionClass])
