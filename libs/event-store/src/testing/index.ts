export { eventStoreContract, type ContractSubject } from './event-store.contract.ts'
export { openMemoryEventStore } from './memory-event-store.ts'
