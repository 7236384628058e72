import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { newId } from '@samenspel/kernel'
import { dataFolderFile } from '../composition/data-folder.ts'
import { auditAll } from '../integrity/audit.ts'
import { openCheckpointStore } from '../integrity/checkpoint-store.ts'
import { checkpointsFile, fileOfLog, logNames, signingKeyFile, type LogName } from '../integrity/logs.ts'
import { makeCheckpoint } from '../integrity/make-checkpoint.ts'
import { openSigningKey } from '../integrity/signing-key.ts'
import { ledgerFile } from '../erasing/ledger.ts'
import { isInside } from '../settings.ts'
import { copyDatabase, copyWhole, describeFile, prepareFolder, settle, writeManifest, type Manifest } from './backup-files.ts'
import type { Command, Context } from './command.ts'
import { ledgerCopy } from './erased-again.ts'
import { exit, OperationStopped } from './exit-codes.ts'
import { onlyInFiles, openKeys, openLogs, openMasterKey } from './open-logs.ts'
import { verdict } from './verify.ts'

/**
 * The order of copying. Each copy is of one moment, and these moments follow on each other, so that what one file needs of another is
 * in the copy of that other:
 * - drafts and checkpoints first: a checkpoint must not tell of events that the copy hasn't;
 * - events before the access log: whoever looked at something in the copy has a line in the copy;
 * - keys last: a key is on the disk before anything is sealed with it.
 */
const withEvents = ['state.sqlite', checkpointsFile, fileOfLog('events'), fileOfLog('access-log')] as const
const keysFile = 'keys.sqlite'

export const backup: Command = {
  name: 'backup',
  summary: 'copies everything, while the application runs or not',
  help: `Usage: samenspel backup FOLDER --keys FOLDER [--json]

Copies events, access log, drafts and checkpoints to FOLDER, and the keys of persons to the other one. It checks
the copy, signs a checkpoint of exactly what is in it, and writes a manifest last: a backup without manifest.json
was not finished. The application may run. Nothing is ever written over: both folders must be empty or not there.

  --keys FOLDER   where the keys go. Keep them apart from the events and for a short time only: an old copy of
                  keys undoes the erasure of a person

The master key is in neither folder. Keep a copy of it in a third place.

Exit codes: 0 done and checked; 1 copied, and something is wrong with what was copied; 64 wrong usage;
66 there are no data; 73 a folder isn't empty or can't be made; 74 can't read or write; 78 a wrong setting.`,
  options: { keys: { type: 'string' } },
  positionals: [1, 1],
  run: async ({ positionals, options }, context) => {
    const { settings: { dataFolder }, workingFolder } = context
    onlyInFiles(context.settings, 'Its databases are backed up by the means of their server')
    if (typeof options['keys'] !== 'string') throw new OperationStopped(exit.usage, `Keys go to a folder of their own: say which with --keys FOLDER.\n\n${backup.help}`)
    const folder = resolve(workingFolder, positionals[0] ?? '')
    const keysFolder = resolve(workingFolder, options['keys'])
    if (isInside(folder, keysFolder) || isInside(keysFolder, folder)) throw new OperationStopped(exit.usage, 'The keys must not lie with the events: name two folders, neither of them inside the other.')
    if ([folder, keysFolder].some((one) => isInside(dataFolder, one) || isInside(one, dataFolder))) throw new OperationStopped(exit.usage, `A backup lies outside the data folder ${dataFolder}.`)
    await openLogs(dataFolder).close()
    await prepareFolder(folder)
    await prepareFolder(keysFolder)
    return copyTo(folder, keysFolder, context)
  },
}

const copyTo: (folder: string, keysFolder: string, context: Context) => ReturnType<Command['run']> = async (folder, keysFolder, { settings, clock, progress }) => {
  const { dataFolder } = settings
  const kms = openMasterKey(settings)
  const signingKey = await openSigningKey(join(dataFolder, signingKeyFile), kms)
  const id = newId()
  const madeAt = clock()
  for (const name of withEvents) {
    if (!existsSync(join(dataFolder, name))) continue
    progress(`Copying ${name}`)
    await copyDatabase(join(dataFolder, name), join(folder, name))
  }
  if (existsSync(join(dataFolder, dataFolderFile))) await copyWhole(join(dataFolder, dataFolderFile), join(folder, dataFolderFile))
  const keysMadeAt = clock()
  progress(`Copying ${keysFile}`)
  await copyDatabase(join(dataFolder, keysFile), join(keysFolder, keysFile))
  await copyWhole(join(dataFolder, signingKeyFile), join(keysFolder, signingKeyFile))
  // After the keys: what is erased meanwhile is in the ledger then, and is erased again when these keys are put back.
  if (existsSync(ledgerFile(settings))) await copyWhole(ledgerFile(settings), join(keysFolder, ledgerCopy))

  const logs = openLogs(folder)
  const keys = await openKeys(join(keysFolder, keysFile), kms)
  try {
    const store = openCheckpointStore(join(folder, checkpointsFile))
    const notes: Partial<Record<LogName, string>> = {}
    try {
      for (const log of logNames) {
        const made = await makeCheckpoint(log, logs.sources[log], store, signingKey, clock)
        if (made !== undefined) notes[log] = made.note
      }
    } finally {
      store.close()
    }
    leaveAlone(join(folder, checkpointsFile))
    await settle(join(folder, checkpointsFile))
    progress('Checking the copy')
    const audit = await auditAll({ dataFolder: folder, keyFolder: keysFolder, ...logs, keys, progress })
    const described = (log: LogName) => ({ events: audit[log].events, last: audit[log].last, erased: audit[log].erased, ...(notes[log] !== undefined && { checkpoint: notes[log] }) })
    const names = [...withEvents, dataFolderFile].filter((name) => existsSync(join(folder, name)))
    const manifest: Manifest = { form: 1, id, holds: 'events', madeAt, files: await Promise.all(names.map((name) => describeFile(folder, name))), logs: { events: described('events'), 'access-log': described('access-log') } }
    await writeManifest(keysFolder, { form: 1, id, holds: 'keys', madeAt: keysMadeAt, files: await Promise.all([keysFile, signingKeyFile, ledgerCopy].filter((name) => existsSync(join(keysFolder, name))).map((name) => describeFile(keysFolder, name))) })
    await writeManifest(folder, manifest)
    const { exitCode, lines, result } = verdict(audit)
    return {
      exitCode,
      lines: [...lines, ...(exitCode === exit.fine ? [] : ['The copy is what the data are, with what is wrong in them. Run verify on the data.']), `Backup ${id}: events in ${folder}, keys in ${keysFolder}.`],
      result: { ...result, backup: { id, folder, keysFolder, madeAt, files: manifest.files } },
    }
  } finally {
    await keys.close()
    await logs.close()
  }
}

/** Takes a copy out of the mode in which reading it would lay files beside it. */
const leaveAlone = (file: string): void => {
  const database = new DatabaseSync(file)
  try {
    database.exec('pragma journal_mode = delete')
  } finally {
    database.close()
  }
}
