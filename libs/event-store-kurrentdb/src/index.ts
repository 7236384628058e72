export { KurrentdbClientMissing } from './client.ts'
export { openKurrentdbEventStore, type KurrentdbSettings } from './kurrentdb-event-store.ts'
