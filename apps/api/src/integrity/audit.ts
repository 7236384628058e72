import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyStore } from '@samenspel/event-codec'
import { CheckpointRefused, readCheckpoint, verifyCheckpoint } from '@samenspel/log-integrity'
import { auditInThreads } from './audit-in-threads.ts'
import { auditLog, type Audit, type Finding, type KnownHead } from './audit-log.ts'
import { openCheckpointStore, type CheckpointStore } from './checkpoint-store.ts'
import { readOutside } from './keep-outside.ts'
import { checkpointsFile, logNames, signingKeyFile, type LogName } from './logs.ts'
import type { LogSource } from './make-checkpoint.ts'
import { originOf, readSigner, SigningKeyDamaged, type Signer } from './signing-key.ts'

export type WholeAuditParts = {
  readonly dataFolder: string
  /** Where the signing key lies, when that isn't the data folder. */
  readonly keyFolder?: string
  /** Those in files are read by several threads at once. */
  readonly sources: Readonly<Record<LogName, LogSource & { readonly file?: string }>>
  /** Whether a missing position is a loss in these stores. */
  readonly gapless: boolean
  /** Without it, what is sealed stays closed. */
  readonly keys?: Pick<KeyStore, 'find' | 'damaged'>
  /** A folder with copies of checkpoints that were kept elsewhere. */
  readonly outside?: string
  readonly progress: (sentence: string) => void
}

export type WholeAudit = Readonly<Record<LogName, Audit>> & { readonly findings: readonly Finding[] }

/** Checks both logs against themselves, against the trees that were grown, and against every checkpoint that is known. */
export const auditAll = async ({ dataFolder, keyFolder = dataFolder, sources, gapless, keys, outside, progress }: WholeAuditParts): Promise<WholeAudit> => {
  const findings: Finding[] = []
  const signer = signerIn(join(keyFolder, signingKeyFile), findings)
  const file = join(dataFolder, checkpointsFile)
  const store = existsSync(file) ? openCheckpointStore(file, { readOnly: true }) : undefined
  try {
    const auditOne = async (log: LogName): Promise<Audit> => {
      // First what was signed, then the log: what is written meanwhile is in the log, and in no head that is compared.
      const heads = headsOf(log, store, signer, outside, findings)
      const source = sources[log]
      const parts = {
        log, heads, leafCount: store?.tree(log).size ?? 0, ...(keys !== undefined && { findKey: keys.find }),
        progress: (events: number) => { progress(`${log}: ${events} events checked`) },
      }
      const allIsWell = source.file === undefined ? undefined : await auditInThreads({ ...parts, source, file: source.file, checkpointsFile: store && file })
      const audit = allIsWell ?? await auditLog({ ...parts, gapless, events: source.readAll(), leaves: (from, limit) => store?.leaves(log, from, limit) ?? [] })
      findings.push(...audit.findings)
      return audit
    }
    for (const id of await keys?.damaged() ?? []) findings.push({ log: 'events', code: 'key-damaged', sentence: `events: the key ${id} is damaged, or whose it is: put back the keys of a backup` })
    const [events, accessLog] = [await auditOne(logNames[0]), await auditOne(logNames[1])]
    return { events, 'access-log': accessLog, findings }
  } finally {
    store?.close()
  }
}

const signerIn = (file: string, findings: Finding[]): Signer | undefined => {
  try {
    return readSigner(file)
  } catch (error) {
    if (!(error instanceof SigningKeyDamaged)) throw error
    findings.push({ log: 'events', code: 'checkpoint-not-signed-here', sentence: `events: ${error.message}, so no checkpoint can be checked` })
    return undefined
  }
}

/** All heads of a log that were signed here and still count. What isn't signed as it should be is a finding. */
const headsOf = (log: LogName, store: CheckpointStore | undefined, signer: Signer | undefined, outside: string | undefined, findings: Finding[]): readonly KnownHead[] => {
  const losses = store?.losses(log) ?? []
  const own = (store?.checkpoints(log) ?? []).map(({ note, size }) => ({ note, from: `the checkpoint of ${size} events` }))
  const elsewhere = outside === undefined ? [] : readOutside(outside).notes.filter(({ note }) => isOfLog(log, note)).map(({ note, file }) => ({ note, from: file }))
  const find = (code: Finding['code'], sentence: string) => { findings.push({ log, code, sentence: `${log}: ${sentence}` }) }

  const headOf = ({ note, from }: { readonly note: string; readonly from: string }, mustBeOurs: boolean): readonly KnownHead[] => {
    try {
      if (signer === undefined) throw new CheckpointRefused('checkpoint-not-signed')
      const { origin, size } = readCheckpoint(note)
      const branch = branchOf(origin, signer, log)
      if (branch === undefined && !mustBeOurs) return []
      if (branch === undefined) throw new CheckpointRefused('checkpoint-not-signed')
      const head = verifyCheckpoint(note, signer.publicKey)
      const loss = losses.find((one) => one.branch === branch)
      return loss !== undefined && size > loss.keptSize ? [] : [{ ...head, from }]
    } catch (error) {
      if (!(error instanceof CheckpointRefused)) throw error
      find('checkpoint-not-signed-here', `${from} was not signed with the key of this installation (${error.code})`)
      return []
    }
  }
  const ours = own.flatMap((one) => headOf(one, true))
  const copies = elsewhere.flatMap((one) => headOf(one, false))
  if (outside !== undefined && copies.length === 0 && (elsewhere.length > 0 || ours.length > 0)) find('no-checkpoint-from-here', `none of the checkpoints in ${outside} is of this log and this installation`)
  return [...ours, ...copies]
}

const branchOf = (origin: string, { installation }: Signer, log: LogName): number | undefined => {
  const branch = Number(/\/(\d+)$/.exec(origin)?.[1] ?? 1)
  return originOf(installation, log, branch) === origin ? branch : undefined
}

/** A text that is no checkpoint counts as one of the events: it must not be passed by. */
const isOfLog = (log: LogName, note: string): boolean => {
  const origin = note.split('\n', 1)[0] ?? ''
  return logNames.find((name) => origin.split('/')[2] === name) === log || (log === 'events' && !origin.startsWith('samenspel/'))
}
