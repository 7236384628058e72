import { join } from 'node:path'
import { openPostgresKeyStore, openSqliteKeyStore, type KeyManagement, type KeyStore, type MasterKeyRefused } from '@samenspel/event-codec'
import { hasSchema } from '@samenspel/read-models'
import type { Settings } from '../settings.ts'
import { onServer } from './server-problems.ts'
import { StartProblem } from '../start-problem.ts'
import { schemaOfTables } from './tables.ts'

const setting = 'SAMENSPEL_KEY_STORE'
export const schemaOfKeys = 'samenspel_keys'
export const keysFile = (dataFolder: string): string => join(dataFolder, 'keys.sqlite')

/** @throws StartProblem, WrongMasterKey */
export const openKeyStore = async ({ keyStore, dataFolder }: Pick<Settings, 'keyStore' | 'dataFolder'>, kms: KeyManagement): Promise<KeyStore> => {
  if (keyStore.kind === 'sqlite') return openSqliteKeyStore({ file: keysFile(dataFolder), kms })
  const { url } = keyStore
  return onServer(setting, async () => {
    // Whatever its address is called: a database has more than one name.
    if (await hasSchema(url, schemaOfTables)) throw new StartProblem(`${setting} names the database that holds the sessions and tables; the keys need another one, so that a backup of the one doesn't bring along the other.`)
    return openPostgresKeyStore({ url, schema: schemaOfKeys, kms })
  })
}

/** Why the file with the master key can't be used, for the operator. */
export const masterKeyProblems: Readonly<Record<MasterKeyRefused['code'], (file: string) => string>> = {
  'master-key-readable-by-others': (file) => `The master key ${file} can be read by others than its owner; give it the mode 600.`,
  'master-key-in-data-folder': (file) => `The master key ${file} lies in the data folder; it must lie outside, so that a copy of the data doesn't carry its key.`,
  'master-key-damaged': (file) => `The master key ${file} is damaged.`,
}
