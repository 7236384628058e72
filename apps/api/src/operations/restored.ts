import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Lies in a data folder from the first file of a restore until everything was checked; says why the service may not open. */
export const restoreMark = 'restore-unfinished'

/** Why a restored folder can't be worked on yet, in one sentence; nothing for every other folder. */
export const unfinishedRestore = (dataFolder: string): string | undefined => {
  const file = join(dataFolder, restoreMark)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}
