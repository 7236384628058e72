import { eventStoreContract, openMemoryEventStore } from './testing/index.ts'

eventStoreContract('memory', () => Promise.resolve({ store: openMemoryEventStore() }))
