import { resolve } from 'node:path'
import type { Asked, Context } from './command.ts'

/** The folder with copies that were kept elsewhere: the one that was asked for (`--checkpoints`), or else the one that is set. */
export const outsideFolder = ({ options }: Pick<Asked, 'options'>, { settings: { checkpoints }, workingFolder }: Pick<Context, 'settings' | 'workingFolder'>): string | undefined => {
  const asked = options['checkpoints']
  if (typeof asked === 'string') return resolve(workingFolder, asked)
  return checkpoints !== undefined && 'folder' in checkpoints ? checkpoints.folder : undefined
}
