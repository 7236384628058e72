import { existsSync } from 'node:fs'
import { openSqliteEventStore, StoreInUse } from '@samenspel/event-store-sqlite'
import { storeFiles } from '../composition/event-stores.ts'
import { keepInLedger, ledgerFile } from '../erasing/ledger.ts'
import type { Command } from './command.ts'
import { eraseAgain, knownErasures, signerOf } from './erased-again.ts'
import { exit, OperationStopped } from './exit-codes.ts'
import { onlyInFiles, openKeysOf, openMasterKey } from './open-logs.ts'
import { outsideFolder } from './outside-folder.ts'

export const erasures: Command = {
  name: 'erasures',
  summary: 'lists what was erased, and sees that it stays so',
  help: `Usage: samenspel erasures [--replay] [--checkpoints FOLDER] [--json]

Lists the ledger of erasures: when, how many keys, and whether all of them are gone. It holds ids, nothing about
anybody. The ledger lies beside the master key; entries in the place set by SAMENSPEL_CHECKPOINTS are added to it.

  --checkpoints FOLDER  where copies of entries were kept; without it, the folder set by SAMENSPEL_CHECKPOINTS
  --replay              destroy again the keys that came back with an old copy of them, and drop drafts about those
                        persons. Restoring does this by itself. The application must not run

Exit codes: 0 all keys of the ledger are gone; 1 some are there again; 66 there are no data, or the ledger can't
be relied on; 75 the application is running: stop it first; 78 a wrong setting.`,
  options: { replay: { type: 'boolean' }, checkpoints: { type: 'string' } },
  positionals: [0, 0],
  run: async ({ options }, { settings, clock, workingFolder }) => {
    const { dataFolder } = settings
    const outside = outsideFolder({ options }, { settings, workingFolder })
    const kms = openMasterKey(settings)
    const signer = signerOf(dataFolder)
    const { entries } = knownErasures(settings, signer, outside === undefined || !existsSync(outside) ? {} : { outside })
    keepInLedger(ledgerFile(settings), entries, signer)
    if (options['replay'] === true) {
      onlyInFiles(settings, 'There each start of the application erases again what came back')
      await mustNotRun(dataFolder)
      await eraseAgain(settings, kms, entries, clock)
    }
    const keys = await openKeysOf(settings)
    try {
      const listed = await Promise.all(entries.map(async ({ entry: { erasureId, at, keys: ids } }) => {
        const back = (await Promise.all(ids.map(async (id) => keys.find(id)))).filter((key) => key !== undefined).length
        return { erasureId, at, keys: ids.length, back }
      }))
      const back = listed.some((one) => one.back > 0)
      return {
        exitCode: back ? exit.foundSomethingWrong : exit.fine,
        lines: [
          ...listed.map((one) => `${one.at}  ${one.erasureId}  ${one.keys} keys${one.back === 0 ? '' : `, ${one.back} OF THEM ARE THERE AGAIN`}`),
          listed.length === 0 ? `Nobody was erased: ${ledgerFile(settings)} holds nothing.` : back ? 'Stop the application and run samenspel erasures --replay.' : 'All keys of the ledger are gone.',
        ],
        result: { erasures: listed },
      }
    } finally {
      await keys.close()
    }
  },
}

/** @throws OperationStopped while the application works on these data */
const mustNotRun = async (dataFolder: string): Promise<void> => {
  try {
    await openSqliteEventStore({ file: storeFiles(dataFolder).events }).close()
  } catch (error) {
    if (error instanceof StoreInUse) throw new OperationStopped(exit.tryLater, 'The application is running: stop it first.', { cause: error })
    throw error
  }
}
