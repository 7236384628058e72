export { StoreInUse } from './lock.ts'
export { StoreTooNew } from './schema.ts'
export { openSqliteEventStore } from './sqlite-event-store.ts'
