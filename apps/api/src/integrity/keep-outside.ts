import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { verifierKeyOf } from '@samenspel/log-integrity'
import { errorCode } from '@samenspel/read-models'
import type { CheckpointsPlace } from '../settings.ts'
import { readEntry, type SignedEntry } from '../erasing/ledger.ts'
import type { CheckpointStore, CopyNote, KeptCheckpoint } from './checkpoint-store.ts'
import { originOf, originOfCopy, type Signer } from './signing-key.ts'

/** Milliseconds that another place may take to answer. */
const longestWait = 10_000

/** A place doesn't take what it is given, or already holds something else under the same name. */
export class PlaceFailed extends Error {
  readonly code: 'checkpoints-place-unreachable' | 'checkpoint-contradicted'
  constructor(code: PlaceFailed['code'], options?: ErrorOptions) {
    super(code, options)
    this.name = 'PlaceFailed'
    this.code = code
  }
}

/**
 * Hands every checkpoint that lies nowhere else yet to the place outside, the oldest first.
 * @throws PlaceFailed; what was handed over before stays so
 */
export const keepOutside = async (store: CheckpointStore, signer: Signer, place: CheckpointsPlace): Promise<void> => {
  for (const checkpoint of store.notYetOutside()) {
    if ('folder' in place) putInFolder(place.folder, checkpoint, signer)
    else await post(place.url, checkpoint.note)
    store.isOutside(checkpoint)
  }
}

/** Hands an entry of the ledger of erasures to the place outside. @throws PlaceFailed */
export const keepEntryOutside = async ({ entry, line }: SignedEntry, { installation }: Signer, place: CheckpointsPlace): Promise<void> => {
  if (!('folder' in place)) return post(place.url, line)
  mkdirOf(place.folder)
  putFile(join(place.folder, `samenspel-${installation}-${entry.erasureId}${endOfErasure}`), `${line}\n`)
}

/** The entries of this installation's ledger in a folder. @throws StatementRefused for one that wasn't signed here */
export const erasuresOutside = (folder: string, signer: Signer): readonly SignedEntry[] =>
  readdirSync(folder).filter((name) => name.startsWith(`samenspel-${signer.installation}-`) && name.endsWith(endOfErasure)).sort().map((name) => readEntry(readFileSync(join(folder, name), 'utf8').trim(), signer))

/** The texts of all checkpoints in a folder, and the public keys on a line; other files are passed by. */
export const readOutside = (folder: string): { readonly notes: readonly { readonly file: string; readonly note: string }[]; readonly keys: readonly string[] } => {
  const names = readdirSync(folder).sort()
  const ending = (end: string) => names.filter((name) => name.endsWith(end)).map((name) => ({ file: name, note: readFileSync(join(folder, name), 'utf8') }))
  return { notes: ending(endOfCheckpoint), keys: ending(endOfKey).map(({ note }) => note) }
}

const endOfCheckpoint = '.checkpoint'
const endOfKey = '.public-key'
const endOfErasure = '.erasure'

const putInFolder = (folder: string, kept: KeptCheckpoint | CopyNote, { installation, publicKey }: Signer): void => {
  const { log, branch, size, note } = kept
  mkdirOf(folder)
  if ('copy' in kept) {
    putFile(join(folder, `${originOfCopy(installation, kept.copy, log).replaceAll('/', '-')}${endOfCheckpoint}`), note)
    return
  }
  const origin = originOf(installation, log, branch)
  const name = origin.replaceAll('/', '-')
  // The key goes along: whoever keeps the checkpoints knows then who signed them, whatever becomes of this machine.
  putFile(join(folder, `${name}${endOfKey}`), `${verifierKeyOf(origin, publicKey)}\n`)
  putFile(join(folder, `${name}-${String(size).padStart(12, '0')}${endOfCheckpoint}`), note)
}

const mkdirOf = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new PlaceFailed('checkpoints-place-unreachable', { cause: error })
  }
}

/** Written once and never again; the same once more is fine. */
const putFile = (file: string, content: string): void => {
  try {
    const opened = openSync(file, 'wx')
    try {
      writeSync(opened, content)
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw new PlaceFailed('checkpoints-place-unreachable', { cause: error })
    if (readFileSync(file, 'utf8') !== content) throw new PlaceFailed('checkpoint-contradicted')
  }
}

const post = async (url: string, note: string): Promise<void> => {
  let status = 0
  try {
    status = (await fetch(url, { method: 'POST', headers: { 'content-type': 'text/plain; charset=utf-8' }, body: note, signal: AbortSignal.timeout(longestWait), redirect: 'error' })).status
  } catch (error) {
    throw new PlaceFailed('checkpoints-place-unreachable', { cause: error })
  }
  if (status === 409) throw new PlaceFailed('checkpoint-contradicted')
  if (status < 200 || status > 299) throw new PlaceFailed('checkpoints-place-unreachable')
}
