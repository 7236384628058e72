import { createSecretKey, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, realpathSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { seal, unseal } from '../sealing.ts'
import type { KeyManagement } from './key-store.ts'

/** The file with the master key can't be used as it is. */
export class MasterKeyRefused extends Error {
  readonly code: 'master-key-readable-by-others' | 'master-key-in-data-folder' | 'master-key-damaged'
  constructor(code: MasterKeyRefused['code'], file: string) {
    super(`${code}: ${file}`)
    this.name = 'MasterKeyRefused'
    this.code = code
  }
}

/**
 * The master key in a file that only its owner may read, made when there is none.
 * It lies outside the data folder, so that no copy of the data brings its key along.
 * @throws MasterKeyRefused
 */
export const openFileKeyManagement = ({ file, dataFolder }: { readonly file: string; readonly dataFolder: string }): KeyManagement => {
  const folder = realpathSync(dirname(file))
  const within = relative(realpathSync(dataFolder), folder)
  if (within === '' || !within.startsWith('..')) throw new MasterKeyRefused('master-key-in-data-folder', file)
  const path = join(folder, basename(file))
  if (!existsSync(path)) makeMasterKey(path)
  if ((statSync(path).mode & 0o077) !== 0) throw new MasterKeyRefused('master-key-readable-by-others', file)
  const bytes = Buffer.from(readFileSync(path, 'utf8'), 'base64')
  if (bytes.length !== keyBytes) throw new MasterKeyRefused('master-key-damaged', file)
  const master = createSecretKey(bytes)
  return {
    wrap: (key, context) => Promise.resolve(seal(master, key, context)),
    unwrap: async (wrapped, context) => {
      await Promise.resolve()
      return unseal(master, wrapped, context)
    },
  }
}

const keyBytes = 32

/** Whole or not at all: written aside, then given its name. */
const makeMasterKey = (path: string): void => {
  const aside = `${path}.${process.pid}`
  const opened = openSync(aside, 'wx', 0o600)
  writeSync(opened, `${randomBytes(keyBytes).toString('base64')}\n`)
  fsyncSync(opened)
  closeSync(opened)
  linkSync(aside, path)
  unlinkSync(aside)
  const folder = openSync(dirname(path), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
