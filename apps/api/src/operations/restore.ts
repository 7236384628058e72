import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setOtherLogKnown } from '@samenspel/event-store-sqlite'
import { refuseNewerData } from '../composition/data-folder.ts'
import { auditAll, type WholeAudit } from '../integrity/audit.ts'
import { unreadableIn } from '../erasing/certificate.ts'
import { keepInLedger, ledgerFile } from '../erasing/ledger.ts'
import { openCheckpointStore } from '../integrity/checkpoint-store.ts'
import { checkpointsFile, fileOfLog, logNames } from '../integrity/logs.ts'
import { copyWhole, describeFile, prepareFolder, readManifest, toDisk, type Manifest } from './backup-files.ts'
import type { Command, Context, Outcome } from './command.ts'
import { eraseAgain, knownErasures, ledgerCopy, signerOf, type KnownErasures } from './erased-again.ts'
import { exit, OperationStopped } from './exit-codes.ts'
import { onlyInFiles, openKeys, openLogs, openMasterKey } from './open-logs.ts'
import { outsideFolder } from './outside-folder.ts'
import { restoreMark } from './restored.ts'
import { verdict } from './verify.ts'

export const restore: Command = {
  name: 'restore',
  summary: 'puts a backup into an empty data folder, and checks it',
  help: `Usage: samenspel restore FOLDER --keys FOLDER [--checkpoints FOLDER] [--accept-loss] [--json]

Copies a backup into the data folder (SAMENSPEL_DATA), which must be empty or not there, compares every file with
the manifest, and runs verify on what came out. Until all of that went well the application refuses to start there.
The master key must be where SAMENSPEL_MASTER_KEY_FILE says: the one that was used when the backup was made.

  --keys FOLDER         the keys that were copied with this backup, or later ones; not older ones
  --checkpoints FOLDER  copies of checkpoints that were kept elsewhere, to see what was recorded after the backup;
                        without it, the folder set by SAMENSPEL_CHECKPOINTS
  --accept-loss         what was recorded after the backup is given up. This is written down, and new checkpoints
                        go by another name, so that they contradict none of the old ones

Everybody has to sign in again after a restore. Who was erased since the backup stays erased: the ledger of
erasures beside the master key, and its copies with the keys and the checkpoints, are gone through first.

Exit codes: 0 restored, nothing missing (or given up); 1 something is wrong or missing, so the application won't
start; 64 wrong usage; 66 no finished backup there; 73 the data folder isn't empty; 74 can't read or write;
78 a wrong setting.`,
  options: { keys: { type: 'string' }, checkpoints: { type: 'string' }, 'accept-loss': { type: 'boolean' } },
  positionals: [1, 1],
  run: async ({ positionals, options }, context) => {
    const { settings, workingFolder, progress, clock } = context
    const { dataFolder } = settings
    onlyInFiles(settings, 'Its databases are restored by the means of their server')
    if (typeof options['keys'] !== 'string') throw new OperationStopped(exit.usage, `Say where the keys of this backup are with --keys FOLDER.\n\n${restore.help}`)
    const named = outsideFolder({ options }, context)
    // One that is only set may not be there yet.
    const outside = named !== undefined && (options['checkpoints'] !== undefined || existsSync(named)) ? named : undefined
    const folder = resolve(workingFolder, positionals[0] ?? '')
    const keysFolder = resolve(workingFolder, options['keys'])
    const manifest = readManifest(folder, 'events')
    refuseNewerData(folder)
    const keysManifest = readManifest(keysFolder, 'keys')
    // Compared as moments: a key that was made after these keys were copied would be missing.
    if (keysManifest.id !== manifest.id && keysManifest.madeAt < manifest.madeAt) throw new OperationStopped(exit.noInput, `The keys in ${keysFolder} were copied before the events in ${folder}: what was recorded in between could never be read. Take the keys of the same backup, or later ones.`)
    await prepareFolder(dataFolder)
    const kms = openMasterKey(settings)
    const mark = join(dataFolder, restoreMark)
    await writeFile(mark, `A restore into ${dataFolder} was not finished: empty the folder and restore again.\n`, { flag: 'wx', mode: 0o600 })

    const wrong = [...await copyIn(folder, manifest, dataFolder, progress), ...await copyIn(keysFolder, keysManifest, dataFolder, progress)]
    if (wrong.length > 0) {
      for (const { name } of [...manifest.files, ...keysManifest.files]) await rm(join(dataFolder, name), { force: true })
      await rm(mark)
      return { exitCode: exit.foundSomethingWrong, lines: [...wrong, 'Nothing was restored. Take another backup.'], result: { damaged: wrong } }
    }
    makeReady(dataFolder, manifest, keysManifest)
    const copy = join(dataFolder, ledgerCopy)
    const erasures = knownErasures(settings, signerOf(dataFolder), { copy, ...(outside !== undefined && { outside }) })
    keepInLedger(ledgerFile(settings), erasures.entries, signerOf(dataFolder))
    await rm(copy, { force: true })
    const erasedAgain = await eraseAgain(settings, kms, erasures.entries, clock)
    const keys = await openKeys(join(dataFolder, 'keys.sqlite'), kms)
    const logs = openLogs(dataFolder)
    try {
      // The access log was copied after the events, and may know of some that came in between: here the log ends where its copy does.
      setOtherLogKnown(join(dataFolder, fileOfLog('access-log')), await logs.sources.events.lastPosition())
      progress('Checking what was restored')
      const audit = await auditAll({ dataFolder, ...logs, keys, ...(outside !== undefined && { outside }), progress })
      const deciding: Deciding = {
        manifest, keysManifest, acceptLoss: options['accept-loss'] === true, compared: outside !== undefined, erasures, erasedAgain: erasedAgain.length,
        newlyErased: (await unreadableIn(logs.sources.events, new Set(erasedAgain))).leaves.length,
      }
      const outcome = decide(audit, deciding, context)
      if (outcome.exitCode === exit.fine) await rm(mark)
      else await writeFile(mark, `What was restored into ${dataFolder} is not whole, so it isn't opened: ${outcome.reason ?? 'see samenspel verify'}.\n`)
      await toDisk(dataFolder)
      return outcome
    } finally {
      await keys.close()
      await logs.close()
    }
  },
}

/** Copies the files of one half. @returns a sentence for each that isn't what the manifest says */
const copyIn = async (from: string, { files }: Manifest, dataFolder: string, progress: Context['progress']): Promise<readonly string[]> => {
  const wrong: string[] = []
  for (const { name, bytes, sha256 } of files) {
    if (name.includes('/') || name.includes('\\')) throw new OperationStopped(exit.noInput, `The manifest in ${from} names a file outside of it: ${name}.`)
    if (!existsSync(join(from, name))) {
      wrong.push(`${name} is missing in ${from}.`)
      continue
    }
    progress(`Restoring ${name}`)
    await copyWhole(join(from, name), join(dataFolder, name))
    const found = await describeFile(dataFolder, name)
    if (found.bytes !== bytes || found.sha256 !== sha256) wrong.push(`${name} in ${from} is not the file that was backed up.`)
  }
  return wrong
}

/** Copies come without the journal that the application works with; and nobody is signed in by a backup. */
const makeReady = (dataFolder: string, ...manifests: readonly Manifest[]): void => {
  for (const { name } of manifests.flatMap(({ files }) => files).filter(({ name }) => name.endsWith('.sqlite'))) {
    const database = new DatabaseSync(join(dataFolder, name))
    try {
      database.exec('pragma journal_mode = wal')
      if (name === 'state.sqlite') database.exec('pragma foreign_keys = on; delete from session')
    } finally {
      database.close()
    }
  }
}

type Deciding = {
  readonly manifest: Manifest
  readonly keysManifest: Manifest
  readonly acceptLoss: boolean
  readonly compared: boolean
  readonly erasures: KnownErasures
  /** Keys that came back with the backup and were destroyed again, and how many events that closed. */
  readonly erasedAgain: number
  readonly newlyErased: number
}

const decide = (audit: WholeAudit, { manifest, keysManifest, acceptLoss, compared, erasures, erasedAgain, newlyErased }: Deciding, { settings: { dataFolder }, clock }: Context): Outcome & { readonly reason?: string } => {
  const found = verdict(audit)
  const lost = audit.findings.filter(({ code }) => code === 'end-missing')
  const unlike = logNames.flatMap((log) => unlikeManifest(log, audit, manifest, keysManifest, log === 'events' ? newlyErased : 0))
  const [reason] = [...audit.findings.filter((finding) => !(acceptLoss && lost.includes(finding))).map(({ sentence }) => sentence), ...unlike]
  if (reason !== undefined) {
    const onlyLost = lost.length === audit.findings.length && unlike.length === 0
    return {
      reason, exitCode: exit.foundSomethingWrong, result: { ...found.result, reason },
      lines: [...found.lines, ...unlike, ...(onlyLost
        ? ['The backup itself is whole: this was recorded after it was made. Restore a newer backup; or, when there is none, empty the data folder and restore again with --accept-loss.']
        : ['The application will not start on this folder. Empty it and restore another backup.'])],
    }
  }
  if (lost.length > 0) {
    const store = openCheckpointStore(join(dataFolder, checkpointsFile))
    try {
      for (const { log, missing = 0 } of lost) store.acceptLoss(log, store.tree(log), missing, clock())
    } finally {
      store.close()
    }
  }
  return {
    ...found, exitCode: exit.fine,
    lines: [
      ...(lost.length > 0 ? lost.map(({ sentence }) => `Given up. ${sentence}.`) : found.lines),
      `Restored into ${dataFolder}: everything recorded until ${manifest.madeAt}.`,
      ...(erasedAgain > 0 ? [`Erased again, since the ledger of erasures says so: ${erasedAgain} keys that had come back with the backup, of ${newlyErased} events.`] : []),
      ...(erasures.isKnown ? [] : ['No ledger of erasures was found, beside the master key or with the backup. If anybody was ever erased here, put it back and restore again.']),
      ...(compared ? [] : ['It was not compared with checkpoints kept elsewhere, so nobody knows yet what was recorded after that. With --checkpoints FOLDER, or by verify, it can be.']),
      'Next: start the application. Tables are made anew by themselves, and everybody signs in again. Tell people from when on their entries are missing.',
    ],
  }
}

/** What a whole copy may still lack: events that the manifest counted, or keys that were there. */
const unlikeManifest = (log: (typeof logNames)[number], audit: WholeAudit, { logs, id }: Manifest, keysManifest: Manifest, newlyErased: number): readonly string[] => {
  const then = logs?.[log]
  const { events, last, erased } = audit[log]
  return [
    ...(then === undefined || then.events !== events || then.last !== last ? [`${log}: ${events} events, and the manifest says ${then?.events ?? 'nothing'}`] : []),
    // Later keys may be fewer, since somebody was erased meanwhile; those of the same backup may not.
    ...(then !== undefined && keysManifest.id === id && erased > then.erased + newlyErased ? [`${log}: the keys of ${erased - then.erased - newlyErased} events are missing`] : []),
  ]
}
