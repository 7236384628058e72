// Our store on PostgreSQL.
import { openPostgresEventStore } from '@samenspel/event-store-postgres'
import { asCandidate } from './samenspel.mjs'

export const engine = 'postgres'

export const open = async (url) => asCandidate(await openPostgresEventStore({ url }))
