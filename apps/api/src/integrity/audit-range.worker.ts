/** A thread that looks through parts of a log, one after the other. */
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { positionOf, start } from '@samenspel/event-store'
import { openSqliteLog } from '@samenspel/event-store-sqlite'
import type { FromThread, ThreadData, ToThread } from './audit-in-threads.ts'
import { auditRange } from './audit-range.ts'
import { openCheckpointStore } from './checkpoint-store.ts'
import { keysTogether } from './keys-at-hand.ts'

const { log, leafCount, file, checkpointsFile, sealed } = workerData as ThreadData
const port = parentPort!
const source = openSqliteLog({ file })
const store = checkpointsFile === undefined ? undefined : openCheckpointStore(checkpointsFile, { readOnly: true })
const say = (message: FromThread) => { port.postMessage(message) }
const heard = async (): Promise<ToThread> => (await once(port, 'message') as [ToThread])[0]

/** Nothing else is said before the answer. */
const keysOf = keysTogether(async (keyIds) => {
  say({ keyIds })
  const answer = await heard()
  return 'keys' in answer ? answer.keys : []
})

for (;;) {
  const told = await heard()
  if (!('range' in told)) continue
  const { range } = told
  say({
    seen: await auditRange({
      ...range, leafCount, ...(!sealed && { keysOf }),
      pages: source.pages({ after: range.from === 0 ? start : positionOf(range.from), limit: range.until - range.from }),
      leaves: (from, limit) => store?.leaves(log, from, limit) ?? [],
    }),
  })
}
