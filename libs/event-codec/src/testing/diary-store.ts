import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventStore } from '@samenspel/event-store'
import { openMemoryEventStore } from '@samenspel/event-store/testing'
import { openFileKeyManagement } from '../keys/file-key-management.ts'
import { openSqliteKeyStore } from '../keys/sqlite-key-store.ts'
import { openSealedStore } from '../sealed-store.ts'
import { diaryTypes } from './diary.ts'

/** A sealed store for diaries, with all that lies under it; notes are kept longer than the diary itself. */
export const openDiaryStore = async (store: EventStore = openMemoryEventStore()) => {
  const folder = mkdtempSync(join(tmpdir(), 'event-codec-'))
  const dataFolder = join(folder, 'data')
  mkdirSync(dataFolder)
  const kms = openFileKeyManagement({ file: join(folder, 'master.key'), dataFolder })
  const keys = await openSqliteKeyStore({ file: join(dataFolder, 'keys.sqlite'), kms })
  const parts = { store, keys, types: diaryTypes, retentionClassOf: (type: string) => type === 'NoteAdded' ? 'record' : 'case' }
  const sealed = openSealedStore(parts)
  return {
    store, keys, sealed, parts,
    close: async () => {
      await store.close()
      await keys.close()
      rmSync(folder, { recursive: true })
    },
  }
}
