import { afterAll, beforeAll } from '@jest/globals'
import { eventStoreContract } from '@samenspel/event-store/testing'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import { openPostgresEventStore } from './index.ts'
import { openLossySocket, type LossySocket } from './lossy-socket.fixture.ts'

let postgres: PrivatePostgres
let line: LossySocket
let stores = 0
beforeAll(async () => {
  postgres = await startPrivatePostgres()
  line = await openLossySocket(postgres.socketFolder)
})
afterAll(async () => {
  line.close()
  await postgres.dispose()
})

eventStoreContract('postgres', async () => {
  const url = postgres.url.replace(encodeURIComponent(postgres.socketFolder), encodeURIComponent(line.socketFolder))
  const schema = `test_${++stores}`
  const store = await openPostgresEventStore({ url, schema })
  return {
    store,
    reopen: async () => {
      await store.close()
      return openPostgresEventStore({ url, schema })
    },
    outage: { begin: () => postgres.stop('immediate'), end: postgres.start },
    loseNextAnswer: line.loseNextAnswer,
  }
})
