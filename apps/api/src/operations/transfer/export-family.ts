import { resolve } from 'node:path'
import { isErased } from '@samenspel/event-codec'
import type { FamilyCaseEvent } from '@samenspel/family-case'
import { dayOf, newId, subjectKey, system, zoneOf, type FamilyId } from '@samenspel/kernel'
import { openFiles } from '../../composition/open-files.ts'
import { openStores, type Stores } from '../../composition/stores.ts'
import { openAccessLog, type LogLine } from '../../disclosure/access-log.ts'
import { candidates } from '../../disclosure/items.ts'
import type { CaseRecord } from '../../disclosure/case-record.ts'
import { loadRecord } from '../../disclosure/record.ts'
import { isInside } from '../../settings.ts'
import type { Command } from '../command.ts'
import { exit, OperationStopped } from '../exit-codes.ts'
import { makeTransferKey, streamsOfFamily, writeArchive, writeNew, type ArchivedStream } from './family-archive.ts'

export const exportFamily: Command = {
  name: 'export-family',
  summary: 'writes one family to a file, to take it to another installation',
  help: `Usage: samenspel export-family FAMILY --to FILE --key FILE [--json]

Writes everything that was recorded about one family to a file: its case file, its agenda, what professionals keep about its safety, and the lines of its access
log, as they are stored, with the keys that open them wrapped by a transfer key. FAMILY is its id or its case number.
The family stays here too. That it was exported is noted in its access log, where the parents can read it.

  --to FILE    the file to write; it must not be there yet
  --key FILE   where the transfer key goes; it must not be there yet. Send it another way than the file: whoever
               has both can read everything

What was erased is in the file as it is here: nobody can read it. Calendars of professionals stay here.
With data in SQLite the application must not run.

Exit codes: 0 done; 64 wrong usage; 66 there is no such family; 73 a file is there already; 74 can't read or write;
75 the application is running, or somebody's erasure is under way: finish that first; 78 a wrong setting.`,
  options: { to: { type: 'string' }, key: { type: 'string' } },
  positionals: [1, 1],
  run: async ({ positionals, options }, { settings, workingFolder, clock, progress }) => {
    const { to, key } = options
    if (typeof to !== 'string' || typeof key !== 'string') throw new OperationStopped(exit.usage, `Say where the file and its key go with --to FILE and --key FILE.\n\n${exportFamily.help}`)
    const [file, keyFile] = [resolve(workingFolder, to), resolve(workingFolder, key)]
    if ([file, keyFile].some((one) => isInside(settings.dataFolder, one))) throw new OperationStopped(exit.usage, `The file and its key lie outside the data folder ${settings.dataFolder}.`)
    const stores = await openStores(settings)
    try {
      const family = await findFamily(stores, positionals[0] ?? '')
      const record = family === undefined ? undefined : await loadRecord(openFiles(stores.events), family)
      if (family === undefined || record === undefined) throw new OperationStopped(exit.noInput, `There is no family ${positionals[0]} here.`)
      const erasures = await openFiles(stores.events).erasures.state(family)
      if ([...erasures.values()].some(({ progress: { status } }) => status !== 'carriedOut' && status !== 'refused')) {
        throw new OperationStopped(exit.tryLater, `Somebody of family ${family} asked to be erased, and that isn't decided or carried out yet. Export when it is.`)
      }
      const madeAt = clock()
      const transferKey = await makeTransferKey(keyFile)
      // First the lines: what can't be noted isn't exported.
      await openAccessLog(stores.accessLog, stores.keys, stores.signingKey.installation).write(family, exportLines(record, madeAt))
      progress('Reading what was recorded')
      const streams = await readStreams(stores, family)
      const keys = await stores.keys.ofScope(family)
      await writeNew(file, writeArchive({ family, madeAt, keys, streams }, transferKey))
      const events = streams.reduce((all, stream) => all + stream.events.length, 0)
      return {
        exitCode: exit.fine,
        lines: [`Family ${family}: ${events} events and ${keys.length} keys in ${file}.`, `The transfer key is in ${keyFile}: send it another way.`],
        result: { family, file, keyFile, events, keys: keys.length },
      }
    } finally {
      await stores.close()
    }
  },
}

/** By its id or the number of its case. */
const findFamily = async ({ log, events }: Stores, name: string): Promise<FamilyId | undefined> => {
  for await (const _ of log.readStream(`family-${name}`, { limit: 1 })) return name
  for await (const { stream, content } of events.readAll({ filter: { types: ['FamilyOpened' satisfies FamilyCaseEvent['type']] } })) {
    if (isErased(content)) continue
    const opened = content as Extract<FamilyCaseEvent, { type: 'FamilyOpened' }>
    if (opened.caseNumber === name) return stream.slice('family-'.length)
  }
  return undefined
}

/** One line for each kind of data about each subject (L-02), so that each of the family finds what is about them. */
const exportLines = (record: CaseRecord, at: string): readonly LogLine[] => {
  const taken = [
    ...candidates(record, dayOf(at, zoneOf(record.file.family.jurisdiction))).map(({ item: { subject, category } }) => ({ subject, category })),
    ...[...record.tracks.values()].map(({ about }) => ({ subject: about, category: 'safety' as const })),
  ]
  const classes = new Map(taken.map((one) => [`${subjectKey(one.subject)} ${one.category}`, one]))
  return [...classes.values()].map((one): LogLine => ({
    id: newId(), at, by: system, action: 'export', operation: 'export-family', ...one, outcome: 'done', policies: [], consents: [], emergency: false, accessPoint: 'commandLine',
  }))
}

const readStreams = async ({ log, accessLog }: Stores, family: FamilyId): Promise<readonly ArchivedStream[]> =>
  Promise.all(streamsOfFamily(family).map(async (one) => ({ ...one, events: await Array.fromAsync((one.log === 'events' ? log : accessLog).readStream(one.stream)) })))
