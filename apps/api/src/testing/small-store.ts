import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { demoId, demoRegion } from '@samenspel/demo-region'
import { dayOf, newId, systemClock } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import { openFiles } from '../composition/open-files.ts'
import { openStores } from '../composition/stores.ts'
import { carryOut } from '../demo/open-region.ts'
import { openAccessLog, type LogLine } from '../disclosure/access-log.ts'
import { runSamenspel } from '../operations/run-samenspel.ts'
import type { Environment } from '../settings.ts'
import { settingsIn } from './running-api.ts'

/** A data folder with its keys beside it, as an operator has them; made of some families of the demo region, with lines in the access log. */
export type SmallStore = {
  readonly folder: string
  readonly dataFolder: string
  readonly settings: Environment
  /** Another folder that holds the same. */
  readonly copy: () => Promise<SmallStore>
  /** Does something to a database as somebody would who can write its file. */
  readonly tamper: (file: string, work: (database: DatabaseSync) => void) => void
  readonly remove: () => Promise<void>
}

/** What a command said and how it ended. */
export type Ran = { readonly exitCode: number; readonly out: string; readonly told: string; readonly result: Readonly<Record<string, unknown>> }

const storeIn = (folder: string): SmallStore => {
  const dataFolder = join(folder, 'data')
  return {
    folder, dataFolder,
    settings: { SAMENSPEL_DATA: dataFolder, SAMENSPEL_MASTER_KEY_FILE: join(folder, 'keys/master.key') },
    copy: async () => {
      const other = await mkdtemp(join(tmpdir(), 'samenspel-copy-'))
      await cp(folder, other, { recursive: true })
      return storeIn(other)
    },
    tamper: (file, work) => {
      const database = new DatabaseSync(join(dataFolder, file))
      try {
        work(database)
      } finally {
        database.close()
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Carries out a command on a store, and reads what it gives to programs. */
export const samenspel = async (store: Pick<SmallStore, 'folder' | 'settings'>, words: readonly string[], more: Environment = {}): Promise<Ran> => {
  const out: string[] = []
  const told: string[] = []
  const exitCode = await runSamenspel(words, { environment: { ...store.settings, ...more }, workingFolder: store.folder, print: (line) => { out.push(line) }, tell: (line) => { told.push(line) } })
  return { exitCode, out: out.join('\n'), told: told.join('\n'), result: words.includes('--json') ? JSON.parse(out.join('')) as Readonly<Record<string, unknown>> : {} }
}

export const smallStore = async (): Promise<SmallStore> => {
  const folder = await mkdtemp(join(tmpdir(), 'samenspel-small-'))
  const stores = await openStores(settingsIn(folder))
  await playFamilies(openFiles(stores.events))
  const log = openAccessLog(stores.accessLog, stores.keys)
  for (const family of ['family verhoeven', 'family de wit', 'family verhoeven']) await log.write(demoId(family), [aLine(), aLine(), aLine()])
  await stores.close()
  return storeIn(folder)
}

/** An installation where nothing was recorded yet. */
export const emptyStore = async (): Promise<SmallStore> => {
  const folder = await mkdtemp(join(tmpdir(), 'samenspel-empty-'))
  await (await openStores(settingsIn(folder))).close()
  return storeIn(folder)
}

/** The register of the region and the families with the longest files, by their real commands. */
const playFamilies = async (files: AllFiles): Promise<void> => {
  const steps = demoRegion(dayOf(systemClock(), 'Europe/Amsterdam'))
  const length = (id: string) => steps.filter((step) => step.to === 'family' && step.id === id).length
  const families = [...new Set(steps.filter(({ to }) => to === 'family').map(({ id }) => id))].sort((one, other) => length(other) - length(one)).slice(0, 3)
  for (const step of steps) {
    if (step.to === 'organisation' || (step.to === 'family' && families.includes(step.id))) await carryOut(files, step, newId())
  }
}

/** A line of the access log about nothing in particular. */
export const aLine = (): LogLine => ({
  id: newId(), at: systemClock(), by: { person: demoId('hanne'), role: 'professional', organisation: demoId('centre'), discipline: 'imhSpecialist' },
  action: 'read', operation: 'family', subject: { kind: 'case' }, category: 'unlabelled', outcome: 'done', policies: [], consents: [], emergency: false, accessPoint: 'desk',
})
