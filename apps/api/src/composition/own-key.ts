import type { KeyObject } from 'node:crypto'
import type { KeyStore } from '@samenspel/event-codec'

/** A key of the installation itself, for what is kept beside the events. */
export const ownKey = async (keys: KeyStore, use: string): Promise<KeyObject> => {
  const [kept] = await keys.keysFor([{ scope: 'installation', subject: 'case', controller: 'case', retentionClass: use }])
  if (kept === undefined) throw new Error(`no key for ${use}`)
  return kept.key
}
