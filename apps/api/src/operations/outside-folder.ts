import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Asked, Context } from './command.ts'
import { exit, OperationStopped } from './exit-codes.ts'

/**
 * The folder with copies that were kept elsewhere: the one that was asked for (`--checkpoints`), or else the one that is set.
 * @throws OperationStopped when the one that was asked for isn't there; one that is only set may not be there yet
 */
export const outsideFolder = ({ options }: Pick<Asked, 'options'>, { settings: { checkpoints }, workingFolder }: Pick<Context, 'settings' | 'workingFolder'>): string | undefined => {
  const asked = options['checkpoints']
  if (typeof asked === 'string') {
    const folder = resolve(workingFolder, asked)
    if (!existsSync(folder)) throw new OperationStopped(exit.noInput, `There is no folder ${folder}. Name the one with the copies of checkpoints.`)
    return folder
  }
  return checkpoints !== undefined && 'folder' in checkpoints ? checkpoints.folder : undefined
}
