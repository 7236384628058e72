export { StoreInUse } from './lock.ts'
export { StoreTooNew } from './schema.ts'
export { openSqliteEventStore } from './sqlite-event-store.ts'
export { openSqliteLog, type SqliteLog } from './sqlite-log.ts'
