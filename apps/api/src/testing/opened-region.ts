import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '@samenspel/kernel'
import { openFiles } from '../composition/open-files.ts'
import { openStores, type Stores } from '../composition/stores.ts'
import { openRegion } from '../demo/open-region.ts'
import { settingsIn } from './running-api.ts'

/** The stores of the demo region, with nothing that follows them. */
export type OpenedRegion = {
  readonly stores: Stores
  readonly folder: string
  /** Opens them again. @param meanwhile what happens while they are closed */
  readonly reopen: (meanwhile?: () => Promise<void>) => Promise<void>
  /** Takes away the tables, as if they had never been. */
  readonly dropTables: () => Promise<void>
  readonly close: () => Promise<void>
}

export const openedRegion = async (): Promise<OpenedRegion> => {
  const folder = await mkdtemp(join(tmpdir(), 'samenspel-stores-'))
  let stores = await openStores(settingsIn(folder))
  await openRegion(openFiles(stores.events), stores.state, systemClock, () => undefined)
  const reopen: OpenedRegion['reopen'] = async (meanwhile = () => Promise.resolve()) => {
    await stores.close()
    await meanwhile()
    stores = await openStores(settingsIn(folder))
  }
  return {
    get stores() { return stores },
    folder, reopen,
    dropTables: () => reopen(async () => { for (const end of ['', '-wal', '-shm']) await rm(join(folder, `data/read-models.sqlite${end}`), { force: true }) }),
    close: async () => {
      await stores.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
