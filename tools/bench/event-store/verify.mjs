// node verify.mjs FOLDER [sealed]: checks the log of make-log.mjs as `samenspel verify` does, or as it does with `--sealed`. Prints events a second, and microseconds of all processors an event, as JSON.
import { join } from 'node:path'
import { openFileKeyManagement, openSqliteKeyReader } from '@samenspel/event-codec'
import { auditAll } from '../../../apps/api/src/integrity/audit.ts'
import { openLogs } from '../../../apps/api/src/operations/open-logs.ts'

const [folder, sealed] = process.argv.slice(2)
const dataFolder = join(folder, 'data')
const logs = openLogs(dataFolder)
const keys = await openSqliteKeyReader({ file: join(dataFolder, 'keys.sqlite'), kms: openFileKeyManagement({ file: join(folder, 'master.key'), dataFolder }) })
const [began, before] = [performance.now(), process.cpuUsage()]
const { events: { events, checkpoints }, findings } = await auditAll({ dataFolder, ...logs, ...(sealed === undefined && { keys }), progress: () => undefined })
const [milliseconds, { user, system }] = [performance.now() - began, process.cpuUsage(before)]
if (findings.length > 0 || checkpoints !== 1) throw new Error('the log is not what was made')
await keys.close()
await logs.close()
console.log(JSON.stringify({ perSecond: events * 1000 / milliseconds, processor: (user + system) / events }))
