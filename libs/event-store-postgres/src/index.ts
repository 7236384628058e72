export { StoreTooNew } from './migrations.ts'
export { openPostgresEventStore } from './postgres-event-store.ts'
export { UnsuitableServer } from './server.ts'
