import { eventStoreContract, openMemoryEventStore } from './testing/index.ts'

eventStoreContract('memory', () => Promise.resolve({ store: openMemoryEventStore() }), {
  reopen: 'it keeps nothing', outage: 'it has no server', loseNextAnswer: 'nothing lies between asking and writing',
})
