import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from './start-problem.ts'

/** What a data folder says of itself as a whole. */
export const dataFolderFile = 'data-folder.json'

/**
 * The form in which this program keeps a data folder. It goes up with every change that an older program can't read, in whichever
 * file. A folder from before there was a mark has form 1; in form 2 keys are wrapped together with whose they are.
 */
const currentForm = 2

type Kept = { readonly form: number }

/** @throws StartProblem for a folder, or a backup of one, that a newer program wrote, before anything in it is opened */
export const refuseNewerData = (folder: string): void => {
  const form = formOf(folder)
  if (form > currentForm) throw new StartProblem(`The data in ${folder} were written by a newer version of this program (form ${form}; this one knows form ${currentForm}). Start the newer version, or restore the backup that was made before it.`)
}

/** Notes the form, before anything in the folder is brought to it: an older program must not meet it half way. The folder is this process's alone. */
export const markDataFolder = (folder: string): void => {
  const file = join(folder, dataFolderFile)
  if (existsSync(file) && formOf(folder) === currentForm) return
  // Whole or not at all: written aside, then given its name.
  const aside = `${file}.${process.pid}`
  const opened = openSync(aside, 'w', 0o600)
  writeSync(opened, `${JSON.stringify({ form: currentForm } satisfies Kept)}\n`)
  fsyncSync(opened)
  closeSync(opened)
  renameSync(aside, file)
}

const formOf = (folder: string): number => {
  const file = join(folder, dataFolderFile)
  if (!existsSync(file)) return 1
  try {
    const { form } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>
    if (Number.isSafeInteger(form)) return form!
  } catch {
    // Said below.
  }
  throw new StartProblem(`${file} is damaged; put it back from a backup of the folder, or remove it when the folder was written by this version.`)
}
