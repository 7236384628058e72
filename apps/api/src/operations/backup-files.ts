import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { chmod, copyFile, mkdir, open, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DatabaseSync } from 'node:sqlite'
import type { Position } from '@samenspel/event-store'
import type { Id, IsoInstant } from '@samenspel/kernel'
import type { LogName } from '../integrity/logs.ts'
import { exit, OperationStopped } from './exit-codes.ts'

/** A file of a backup, as it was when the backup was made. */
export type BackedUpFile = { readonly name: string; readonly bytes: number; readonly sha256: string }

/** What a backup says of itself, in `manifest.json`, written last: where there is none, the backup was not finished. */
export type Manifest = {
  readonly form: 1
  /** The two halves of one backup bear the same. */
  readonly id: Id
  readonly holds: 'events' | 'keys'
  /** Of the events: when copying began; of the keys: when it began for them, which is after the events. */
  readonly madeAt: IsoInstant
  readonly files: readonly BackedUpFile[]
  /** With the events: how far the logs go, and a checkpoint of exactly that, signed. */
  readonly logs?: Readonly<Record<LogName, { readonly events: number; readonly last: Position; readonly erased: number; readonly checkpoint?: string }>>
}

const manifestFile = 'manifest.json'

/**
 * A folder to put something in: made, or empty, for its owner only.
 * @throws OperationStopped when something is there already
 */
export const prepareFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new OperationStopped(exit.cannotCreate, `The folder ${folder} can't be made.`, { cause: error })
  }
  // A disk of its own has this folder from the start.
  const there = (await readdir(folder)).filter((name) => name !== 'lost+found')
  if (there.length > 0) throw new OperationStopped(exit.cannotCreate, `The folder ${folder} isn't empty, and nothing in it is written over. Name one that is empty, or that isn't there yet.`)
}

/** A consistent copy of a database, whatever is written to it meanwhile. */
export const copyDatabase = async (from: string, to: string): Promise<void> => {
  const database = new DatabaseSync(from, { readOnly: true, timeout: 5_000 })
  try {
    database.prepare('vacuum into ?').run(to)
  } finally {
    database.close()
  }
  await settle(to)
}

/** A copy of a file that nobody writes to. */
export const copyWhole = async (from: string, to: string): Promise<void> => {
  await copyFile(from, to)
  await settle(to)
}

/** For its owner only, and on the disk. */
export const settle = async (file: string): Promise<void> => {
  await chmod(file, 0o600)
  await toDisk(file)
}

/** Waits until the disk has a file, or the names in a folder. */
export const toDisk = async (path: string): Promise<void> => {
  const opened = await open(path, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

export const describeFile = async (folder: string, name: string): Promise<BackedUpFile> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(join(folder, name)), hash)
  return { name, bytes: (await stat(join(folder, name))).size, sha256: hash.digest('hex') }
}

export const writeManifest = async (folder: string, manifest: Manifest): Promise<void> => {
  const file = join(folder, manifestFile)
  await writeFile(file, `${JSON.stringify(manifest, undefined, 1)}\n`, { flag: 'wx', mode: 0o600 })
  await toDisk(file)
  await toDisk(folder)
}

/** @throws OperationStopped when there is none, or not one of that kind */
export const readManifest = (folder: string, holds: Manifest['holds']): Manifest => {
  const file = join(folder, manifestFile)
  if (!existsSync(file)) throw new OperationStopped(exit.noInput, `There is no ${file}: ${folder} holds no backup, or one that was not finished.`)
  const manifest = parsed(readFileSync(file, 'utf8'))
  if (manifest?.form !== 1 || !Array.isArray(manifest.files) || (manifest.holds === 'events' && manifest.logs === undefined)) throw new OperationStopped(exit.noInput, `${file} is not the manifest of a backup that this version made.`)
  if (manifest.holds !== holds) throw new OperationStopped(exit.noInput, `${folder} holds ${manifest.holds === 'keys' ? 'keys' : 'events'}, and not ${holds === 'keys' ? 'keys' : 'events'}.`)
  return manifest
}

const parsed = (text: string): Manifest | undefined => {
  try {
    return JSON.parse(text) as Manifest
  } catch {
    return undefined
  }
}
