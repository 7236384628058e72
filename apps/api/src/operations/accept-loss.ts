/** What an operator does after events or lines of the access log were found missing, and could not be put back from a backup. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { positionOf, sequenceOf } from '@samenspel/event-store'
import { acceptLoss as acceptLossIn, otherLogKnown, setOtherLogKnown, type Loss } from '@samenspel/event-store-sqlite'
import type { Clock } from '@samenspel/kernel'
import { refuseNewerData } from '../composition/data-folder.ts'
import { storeFiles } from '../composition/event-stores.ts'
import { explained } from '../composition/stores.ts'
import { openCheckpointStore } from '../integrity/checkpoint-store.ts'
import { checkpointsFile, logNames, type LogName } from '../integrity/logs.ts'
import type { Settings } from '../settings.ts'
import type { Command } from './command.ts'
import { exit, OperationStopped } from './exit-codes.ts'
import { onlyInFiles, openLogs } from './open-logs.ts'

/** For the operator, at each start until the loss was accepted. */
export const lossSentence = ({ file, missing, left }: Loss): string =>
  `${file} misses its last ${missing} of ${left + missing} events. What is left can be read, and nothing is recorded until the loss is accepted or a backup is put back: docs/operate/faults.md.`

/**
 * Gives up what is missing in this data folder, so that the next start records again, after the last event that is left. It can't be
 * undone; tables are made anew by themselves. Keep a copy of the data folder before. The application must be stopped.
 * @returns what was given up, by file; nothing when nothing was missing
 * @throws StartProblem when the application runs, when a newer program wrote the data, or when a file can't be read at all: then only a backup helps
 */
export const acceptLosses = async ({ dataFolder, masterKeyFile }: Pick<Settings, 'dataFolder' | 'masterKeyFile'>, clock: Clock): Promise<readonly Loss[]> => {
  refuseNewerData(dataFolder)
  const files = storeFiles(dataFolder)
  try {
    const ofEvents = acceptLossIn(files.events, otherLogKnown(files.accessLog))
    const ofAccessLog = acceptLossIn(files.accessLog)
    // The access log knows how far the events were: from now on they begin where they were left.
    if (ofEvents !== undefined) setOtherLogKnown(files.accessLog, positionOf(ofEvents.left))
    const signed = await giveUpSigned(dataFolder, clock)
    return logNames.flatMap((log) => {
      const { file, known } = log === 'events' ? { file: files.events, known: ofEvents } : { file: files.accessLog, known: ofAccessLog }
      return known ?? (signed[log] === undefined ? [] : [{ file, ...signed[log] }])
    })
  } catch (error) {
    throw explained(error, dataFolder, masterKeyFile)
  }
}

/** What was signed of events that are no more: the trees go on from what is left, under another name. */
const giveUpSigned = async (dataFolder: string, clock: Clock): Promise<Partial<Record<LogName, Omit<Loss, 'file'>>>> => {
  const file = join(dataFolder, checkpointsFile)
  if (!existsSync(file)) return {}
  const logs = openLogs(dataFolder)
  const store = openCheckpointStore(file)
  try {
    const lost: Partial<Record<LogName, Omit<Loss, 'file'>>> = {}
    for (const log of logNames) {
      const position = await logs.sources[log].lastPosition()
      const left = Number(sequenceOf(position))
      const missing = store.tree(log).size - left
      if (missing <= 0) continue
      store.acceptLoss(log, { size: left, position }, missing, clock())
      lost[log] = { missing, left }
    }
    return lost
  } finally {
    store.close()
    await logs.close()
  }
}

export const acceptLoss: Command = {
  name: 'accept-loss',
  summary: 'goes on without events that are missing for good',
  help: `Usage: samenspel accept-loss --yes [--json]

When events or lines of the access log are missing at the end of their file, the application serves what is left
and records nothing. Put back the newest backup first, if there is one. Only where none helps: this gives up what
is missing, and the next start records again after the last event that is left. It can't be undone. Keep a copy of
the data folder before. The application must not run.

  --yes   you have kept a copy, and no backup has what is missing; without it nothing is done

Exit codes: 0 done, also when nothing was missing; 64 wrong usage; 75 the application is running: stop it first;
78 a wrong setting, or a file that can't be read at all.`,
  options: { yes: { type: 'boolean' } },
  positionals: [0, 0],
  run: async ({ options }, { settings, clock }) => {
    onlyInFiles(settings, 'How to go on after a loss is written there')
    if (options['yes'] !== true) throw new OperationStopped(exit.usage, 'Nothing was done. Say --yes once you have kept a copy of the data folder, and no backup has what is missing.')
    const losses = await acceptLosses(settings, clock)
    return {
      exitCode: exit.fine,
      lines: losses.length === 0 ? ['Nothing is missing.'] : losses.map(({ file, missing, left }) => `${file}: ${missing} events were given up; it goes on after the first ${left}.`),
      result: { losses },
    }
  },
}
