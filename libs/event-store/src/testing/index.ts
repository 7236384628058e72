export type { ContractSubject } from './contract-subject.ts'
export { eventStoreContract } from './event-store.contract.ts'
export { openMemoryEventStore } from './memory-event-store.ts'
