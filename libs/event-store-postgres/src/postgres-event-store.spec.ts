import { afterAll, beforeAll } from '@jest/globals'
import { eventStoreContract } from '@samenspel/event-store/testing'
import { openPostgresEventStore } from './index.ts'
import { startPrivatePostgres, type PrivatePostgres } from './testing/index.ts'

let postgres: PrivatePostgres
beforeAll(async () => { postgres = await startPrivatePostgres() })
afterAll(() => postgres.dispose())

eventStoreContract('postgres', async () => {
  const url = await postgres.createDatabase()
  const store = await openPostgresEventStore({ url })
  return {
    store,
    reopen: async () => {
      await store.close()
      return openPostgresEventStore({ url })
    },
  }
})
