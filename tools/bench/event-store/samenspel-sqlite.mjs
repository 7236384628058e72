// Our store in one file.
import { join } from 'node:path'
import { openSqliteEventStore } from '@samenspel/event-store-sqlite'
import { asCandidate } from './samenspel.mjs'

export const engine = 'sqlite'

export const open = async (folder) => asCandidate(openSqliteEventStore({ file: join(folder, 'events.sqlite') }))
