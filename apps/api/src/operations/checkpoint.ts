import { join } from 'node:path'
import { openCheckpointStore } from '../integrity/checkpoint-store.ts'
import { keepOutside, PlaceFailed } from '../integrity/keep-outside.ts'
import { checkpointsFile, logNames, signingKeyFile } from '../integrity/logs.ts'
import { makeCheckpoint } from '../integrity/make-checkpoint.ts'
import { openSigningKey } from '../integrity/signing-key.ts'
import type { Command } from './command.ts'
import { exit, OperationStopped } from './exit-codes.ts'
import { openLogsOf, openMasterKey } from './open-logs.ts'

export const checkpoint: Command = {
  name: 'checkpoint',
  summary: 'signs what both logs hold now',
  help: `Usage: samenspel checkpoint [--json]

Signs the present size and root of the events and of the access log, prints both notes, and hands them to
the place set by SAMENSPEL_CHECKPOINTS. The application does this by itself; the command is for the moment
before something is changed on the machine. It may be used while the application runs.

Exit codes: 0 done; 66 there are no data; 74 the place outside takes nothing; 78 a wrong setting.`,
  options: {},
  positionals: [0, 0],
  run: async (_, { settings, clock, progress }) => {
    const { dataFolder, checkpoints: place } = settings
    const logs = await openLogsOf(settings)
    const key = await openSigningKey(join(dataFolder, signingKeyFile), openMasterKey(settings))
    const store = openCheckpointStore(join(dataFolder, checkpointsFile))
    try {
      const notes: Record<string, string> = {}
      for (const log of logNames) {
        const made = await makeCheckpoint(log, logs.sources[log], store, key, clock, (size) => { if (size % 50_000 === 0) progress(`${log}: ${size} events`) })
        if (made !== undefined) notes[log] = made.note
      }
      await logs.proofOf?.(store).handOver()
      if (place !== undefined) await keepOutside(store, key, place).catch((error: unknown) => { throw placeProblem(error) })
      return { exitCode: exit.fine, lines: Object.values(notes), result: { checkpoints: notes } }
    } finally {
      store.close()
      await logs.close()
    }
  },
}

const placeProblem = (error: unknown): unknown => {
  if (!(error instanceof PlaceFailed)) return error
  return new OperationStopped(exit.inputOutput, error.code === 'checkpoint-contradicted'
    ? 'The place set by SAMENSPEL_CHECKPOINTS holds another checkpoint under the same name. Run verify with that place before anything else.'
    : 'The place set by SAMENSPEL_CHECKPOINTS takes no checkpoints. They are kept here and handed over the next time.', { cause: error })
}
