import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileOfLog } from '../integrity/logs.ts'
import type { Settings } from '../settings.ts'
import { StartProblem } from '../start-problem.ts'

/** What a data folder says of itself as a whole. */
export const dataFolderFile = 'data-folder.json'

/**
 * The form in which this program keeps a data folder. It goes up with every change that an older program can't read, in whichever
 * file. A folder from before there was a mark has form 1; in form 2 keys are wrapped together with whose they are.
 */
const currentForm = 2

/** The kind of store that the folder belongs to, where the events aren't in the folder itself. */
type Kept = { readonly form: number; readonly store?: Kind }
type Kind = Settings['store']['kind']
const names: Readonly<Record<Kind, string>> = { sqlite: 'files (sqlite)', postgres: 'PostgreSQL', kurrentdb: 'KurrentDB' }

/** @throws StartProblem for a folder, or a backup of one, that a newer program wrote, before anything in it is opened */
export const refuseNewerData = (folder: string): void => {
  const form = formOf(folder)
  if (form > currentForm) throw new StartProblem(`The data in ${folder} were written by a newer version of this program (form ${form}; this one knows form ${currentForm}). Start the newer version, or restore the backup that was made before it.`)
}

/**
 * A data folder belongs to one kind of store, from its first start on: what lies in it would tell of other events.
 * @throws StartProblem
 */
export const refuseOtherStore = (folder: string, kind: Kind): void => {
  const isMarked = existsSync(join(folder, dataFolderFile))
  const known = isMarked ? keptIn(folder).store ?? 'sqlite' : existsSync(join(folder, fileOfLog('events'))) ? 'sqlite' : kind
  if (known !== kind) throw new StartProblem(`The data folder ${folder} belongs to a store in ${names[known]}, and SAMENSPEL_STORE names one in ${names[kind]}; set SAMENSPEL_DATA to another folder.`)
}

/** Notes the form, and which store the folder belongs to, before anything in the folder is brought to it: an older program must not meet it half way. */
export const markDataFolder = (folder: string, store: Kind): void => {
  const file = join(folder, dataFolderFile)
  if (existsSync(file) && formOf(folder) === currentForm) return
  // Whole or not at all: written aside, then given its name.
  const aside = `${file}.${process.pid}`
  const opened = openSync(aside, 'w', 0o600)
  writeSync(opened, `${JSON.stringify({ form: currentForm, ...(store !== 'sqlite' && { store }) } satisfies Kept)}\n`)
  fsyncSync(opened)
  closeSync(opened)
  renameSync(aside, file)
}

const formOf = (folder: string): number => existsSync(join(folder, dataFolderFile)) ? keptIn(folder).form : 1

const keptIn = (folder: string): Kept => {
  const file = join(folder, dataFolderFile)
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept
    if (Number.isSafeInteger(kept.form)) return kept
  } catch {
    // Said below.
  }
  throw new StartProblem(`${file} is damaged; put it back from a backup of the folder, or remove it when the folder was written by this version.`)
}
