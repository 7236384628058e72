import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sequenceOf } from '@samenspel/event-store'
import type { Report } from '@samenspel/read-models'
import { ownKey } from '../composition/own-key.ts'
import { openStores } from '../composition/stores.ts'
import { fileOfLog } from '../integrity/logs.ts'
import { openReadModels, type Following } from '../read-models/following.ts'
import { openSessions } from '../sessions/sessions.ts'
import type { Command } from './command.ts'
import { exit, OperationStopped } from './exit-codes.ts'

/** Milliseconds until it is clear that another process does what only one may do. */
const longestWait = 5_000
/** Milliseconds between two lines of progress. */
const tellEvery = 2_000

export const rebuild: Command = {
  name: 'rebuild',
  summary: 'fills the tables again from the events',
  help: `Usage: samenspel rebuild [--json]

Fills the tables of the read models again, from the start of the log. They hold nothing that the events don't
hold. The application must not run; when this is interrupted, the tables stay as they were.

Exit codes: 0 done; 1 an event could not be shown in a table; 66 there are no data; 75 the application is running:
stop it first; 78 a wrong setting.`,
  options: {},
  positionals: [0, 0],
  run: async (_, { settings, clock, progress }) => {
    if (settings.store.kind === 'sqlite' && !existsSync(join(settings.dataFolder, fileOfLog('events')))) throw new OperationStopped(exit.noInput, `There are no events in ${settings.dataFolder}. SAMENSPEL_DATA says in which folder the data are.`)
    const stores = await openStores(settings)
    const stopping = new AbortController()
    const { signal } = stopping
    const report: Report = ({ follower, what, code, eventId }) => { progress(`${follower} ${what}: ${code}${eventId === undefined ? '' : ` (event ${eventId})`}`) }
    try {
      const end = await stores.log.lastPosition()
      const readModels = openReadModels({ events: stores.events, tables: stores.tables, key: await ownKey(stores.keys, 'read-models'), sessions: openSessions(stores.state, clock), signal, report })
      const begun = Promise.withResolvers<Following>()
      const leading = await stores.leading(async (term) => {
        const following = await readModels.follow(term)
        begun.resolve(following)
        return following
      }, signal, report)
      const following = await Promise.race([begun.promise, setTimeout(longestWait, undefined, { ref: false })])
      if (following === undefined) throw new OperationStopped(exit.tryLater, 'A process of the application works on the same database; stop all of them first.')
      const telling = setInterval(() => { progress(`${sequenceOf(following.reached())} of ${sequenceOf(end)} events`) }, tellEvery)
      try {
        await following.rebuild()
      } finally {
        clearInterval(telling)
      }
      const isHeldUp = await readModels.isHeldUp()
      stopping.abort()
      await leading.done
      return {
        exitCode: isHeldUp ? exit.foundSomethingWrong : exit.fine,
        lines: [isHeldUp ? 'The tables were filled again, but not with every event: see the lines above.' : 'The tables show every event.'],
        result: { until: end, everyEvent: !isHeldUp },
      }
    } finally {
      stopping.abort()
      await stores.close()
    }
  },
}
