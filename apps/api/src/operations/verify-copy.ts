/** Checks a copy that somebody of a family took along against the logs themselves. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAuthentic, type KeyStore } from '@samenspel/event-codec'
import type { RecordedEvent } from '@samenspel/event-store'
import { fingerprintOf, leafOfEvent, type Hash } from '@samenspel/log-integrity'
import { checkCopy, type CopyFinding } from '../copy/check.ts'
import { readCopy, type ReadCopy } from '../copy/format.ts'
import { coveredTreeOf } from '../integrity/copy-proofs.ts'
import { openCheckpointStore, type CheckpointStore, type CopyNote } from '../integrity/checkpoint-store.ts'
import { checkpointsFile, logNames, signingKeyFile, type LogName } from '../integrity/logs.ts'
import { openSigningKey, secretFor, type SigningKey } from '../integrity/signing-key.ts'
import type { Settings } from '../settings.ts'
import type { Outcome } from './command.ts'
import { exit, OperationStopped } from './exit-codes.ts'
import { openKeysOf, openLogsOf, openMasterKey, type Logs } from './open-logs.ts'

/** @throws OperationStopped when there is no such file, or the data can't be read */
export const verifyCopy = async (file: string, settings: Settings, progress: (sentence: string) => void): Promise<Outcome> => {
  const copy = readCopy(textOfFile(file))
  const { dataFolder } = settings
  const logs = await openLogsOf(settings)
  const keys = await openKeysOf(settings)
  const key = await openSigningKey(join(dataFolder, signingKeyFile), openMasterKey(settings))
  const store = existsSync(join(dataFolder, checkpointsFile)) ? openCheckpointStore(join(dataFolder, checkpointsFile), { readOnly: true }) : undefined
  try {
    if (copy === undefined) return outcome({ findings: [{ code: 'not-a-copy', sentence: 'the file is no copy, or only a part of one' }], entries: 0, proofs: 0, erased: 0, made: undefined, key })
    const own = checkCopy(copy, key.publicKey)
    const counted = { entries: copy.entries.length, proofs: copy.proofs.entries.reduce((sum, { proofs }) => sum + proofs.length, 0), made: own.made, key }
    // What isn't from here can't be compared with what is.
    if (own.findings.some(({ code }) => code === 'signed-elsewhere' || code === 'signature-wrong')) return outcome({ ...counted, findings: own.findings, erased: 0 })
    const compared = await compare({ copy, logs, keys, key, store, heads: own.heads, progress })
    return outcome({ ...counted, findings: [...own.findings, ...compared.findings], erased: compared.erased })
  } finally {
    store?.close()
    await keys.close()
    await logs.close()
  }
}

const textOfFile = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new OperationStopped(exit.noInput, `${file} can't be read.`, { cause: error })
  }
}

type CompareParts = {
  readonly copy: ReadCopy
  readonly logs: Logs
  readonly keys: Pick<KeyStore, 'find'>
  readonly key: SigningKey
  readonly store: CheckpointStore | undefined
  readonly heads: ReturnType<typeof checkCopy>['heads']
  readonly progress: (sentence: string) => void
}

const compare = async ({ copy, logs, keys, key, store, heads, progress }: CompareParts): Promise<{ readonly findings: readonly CopyFinding[]; readonly erased: number }> => {
  const findings: CopyFinding[] = []
  let erased = 0
  for (const log of logNames) {
    const head = heads[log]
    if (head === undefined) continue
    const known = store?.copyNotes(copyOf(head.origin)).find((note) => note.log === log)
    if (known?.note !== copy.proofs.notes[log]) {
      findings.push({ code: 'note-unknown', sentence: `${log}: the note of this copy isn't among those that were made here` })
      continue
    }
    const wanted = entriesByLeaf(copy, log)
    const leaves: Hash[] = []
    for await (const event of logs.sources[log].readAll({ limit: known.size })) {
      const leaf = leafOfEvent(event)
      leaves.push(leaf)
      if (leaves.length % 50_000 === 0) progress(`${log}: ${leaves.length} of ${known.size} leaves`)
      const entry = wanted.get(leaf.toString('hex'))
      if (entry === undefined) continue
      wanted.delete(leaf.toString('hex'))
      const state = await stateOf(event, keys)
      if (state === 'erased') erased += 1
      if (state === 'wrong') findings.push({ code: 'content-wrong', entry, sentence: `what made it can't be opened any more, at position ${event.position} of ${log}` })
    }
    for (const entry of wanted.values()) findings.push({ code: 'not-in-the-log', entry, sentence: `what made it doesn't stand in ${log} any more as it was` })
    if (isGivenUp(store, known)) continue
    const tree = leaves.length === known.size ? await coveredTreeOf([leaves], known.size, secretFor(key, head.origin)) : undefined
    if (tree?.root.equals(head.root) !== true) findings.push({ code: 'root-differs', sentence: `${log}: its first ${known.size} events are not those that this copy was proven by; samenspel verify tells which` })
  }
  return { findings, erased }
}

const copyOf = (origin: string): string => origin.split('/')[3] ?? ''

/** Which entry each leaf of a log is shown for. */
const entriesByLeaf = ({ proofs, entries }: ReadCopy, log: LogName): Map<string, NonNullable<CopyFinding['entry']>> =>
  new Map(proofs.entries.flatMap((entry, index) => entry.proofs.filter((proof) => proof.log === log).map(({ leaf }) => [leaf, { number: index + 1, title: entries[index]?.title ?? '' }] as const)))

const stateOf = async (event: RecordedEvent, keys: Pick<KeyStore, 'find'>): Promise<'open' | 'erased' | 'wrong'> => {
  const key = await keys.find(String(event.metadata['keyId']))
  if (key === undefined) return 'erased'
  return isAuthentic(key, event) ? 'open' : 'wrong'
}

/** Whether an operator has given up events that were in the tree: then its root can't be made again. */
const isGivenUp = (store: CheckpointStore | undefined, { log, branch, size }: CopyNote): boolean =>
  store?.losses(log).some((loss) => loss.branch === branch && loss.keptSize < size) === true

type Found = { readonly findings: readonly CopyFinding[]; readonly entries: number; readonly proofs: number; readonly erased: number; readonly made: string | undefined; readonly key: SigningKey }

/** So many findings are told one by one. */
const mostTold = 20

const outcome = ({ findings, entries, proofs, erased, made, key }: Found): Outcome => {
  const fingerprint = fingerprintOf(key.publicKey)
  const told = findings.slice(0, mostTold).map(({ entry, sentence }) => `  ${entry === undefined ? '' : `entry ${entry.number}, ${entry.title}: `}${sentence}`)
  return {
    exitCode: findings.length === 0 ? exit.fine : exit.foundSomethingWrong,
    lines: [
      `A copy of ${made ?? 'an unknown moment'}: ${entries} entries with ${proofs} proofs${erased === 0 ? '' : `; of what made them, ${erased} events were erased since`}.`,
      `Fingerprint of the key of this installation: ${fingerprint}`,
      ...findings.length === 0 ? ['It is as it was made here, and all of it stands in the log.'] : [`${findings.length === 1 ? 'One thing is' : `${findings.length} things are`} wrong, the first one first:`, ...told, ...findings.length > mostTold ? [`  and ${findings.length - mostTold} more`] : []],
    ],
    result: { made, entries, proofs, erased, fingerprint, findings: findings.slice(0, mostTold), found: findings.length },
  }
}
