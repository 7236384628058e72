// node make-log.mjs FOLDER: makes a data folder with 100,000 sealed events of 600 bytes in 500 streams, and a signed checkpoint over them.
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { noEvents, openFileKeyManagement, openSealedStore, openSqliteKeyStore, registerEvents } from '@samenspel/event-codec'
import { openSqliteEventStore } from '@samenspel/event-store-sqlite'
import { systemClock } from '@samenspel/kernel'
import { openCheckpointStore } from '../../../apps/api/src/integrity/checkpoint-store.ts'
import { checkpointsFile, fileOfLog, signingKeyFile } from '../../../apps/api/src/integrity/logs.ts'
import { makeCheckpoint } from '../../../apps/api/src/integrity/make-checkpoint.ts'
import { openSigningKey } from '../../../apps/api/src/integrity/signing-key.ts'

const [events, streams, together] = [100_000, 500, 20]
const folder = process.argv[2]
const data = join(folder, 'data')
mkdirSync(data, { recursive: true })
const kms = openFileKeyManagement({ file: join(folder, 'master.key'), dataFolder: data })
const keys = await openSqliteKeyStore({ file: join(data, 'keys.sqlite'), kms })
const store = openSqliteEventStore({ file: join(data, fileOfLog('events')) })
await openSqliteEventStore({ file: join(data, fileOfLog('access-log')) }).close()
const sealed = openSealedStore({ store, keys, types: registerEvents({ NoteAdded: [] }), retentionClassOf: () => 'record' })
const by = { person: randomUUID(), role: 'professional', organisation: randomUUID() }
await Promise.all(Array.from({ length: streams }, async () => {
  const stream = `diary-${randomUUID()}`
  const aNote = { type: 'NoteAdded', subject: { kind: 'child', person: randomUUID() }, by, at: '2027-03-01T09:00:00.000Z', text: 'x'.repeat(340) }
  for (let written = 0; written < events / streams; written += together) {
    await sealed.append(stream, written === 0 ? noEvents : await sealed.head(stream), Array.from({ length: together }, () => aNote), { commandId: randomUUID() })
  }
}))
const checkpoints = openCheckpointStore(join(data, checkpointsFile))
await makeCheckpoint('events', store, checkpoints, await openSigningKey(join(data, signingKeyFile), kms), systemClock)
checkpoints.close()
await store.close()
await keys.close()
console.log(JSON.stringify({ events }))
