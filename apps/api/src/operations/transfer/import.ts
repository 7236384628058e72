import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isAuthentic, KeyContradicted, linkOf, subjectOf, type Envelope, type OwnedKey } from '@samenspel/event-codec'
import type { EventStore, StreamName } from '@samenspel/event-store'
import { newId, system, type FamilyId, type Id, type IsoInstant, type PersonId, type Subject } from '@samenspel/kernel'
import { derivedId } from '../../ids/derived-id.ts'
import { eventTypes, openFiles } from '../../composition/open-files.ts'
import { openStores, type Stores } from '../../composition/stores.ts'
import { openAccessLog } from '../../disclosure/access-log.ts'
import { loadRecord } from '../../disclosure/record.ts'
import { keepInLedger, signEntry, type SignedEntry } from '../../erasing/ledger.ts'
import type { LogName } from '../../integrity/logs.ts'
import type { Command } from '../command.ts'
import { exit, OperationStopped } from '../exit-codes.ts'
import { readArchive, readTransferKey, type ArchivedEvent, type ArchivedStream, type FamilyArchive } from './family-archive.ts'

export const importFamily: Command = {
  name: 'import',
  summary: 'puts a family from another installation into this one',
  help: `Usage: samenspel import FILE --key FILE [--json]

Reads a file that export-family wrote, checks that nothing in it was changed, and records what it holds here. When it is
interrupted, do it again: it goes on where it was. A family that is here already is left as it is; when it isn't the
same as in the file, that is said. What was erased there stays erased, and so does what was erased here.

  --key FILE   the transfer key that belongs to the file

Professionals and organisations are not in the file: those that this installation doesn't know are shown without a name.
Everybody who has to see the family here needs an account here. With data in SQLite the application must not run.

Exit codes: 0 done; 1 something in the file isn't what was recorded; 64 wrong usage; 66 it is no such file, or another
key; 73 this family is here already, with another history; 74 can't read or write; 75 the application is running: stop
it first; 78 a wrong setting.`,
  options: { key: { type: 'string' } },
  positionals: [1, 1],
  run: async ({ positionals, options }, { settings, workingFolder, clock, progress }) => {
    if (typeof options['key'] !== 'string') throw new OperationStopped(exit.usage, `Say where the transfer key is with --key FILE.\n\n${importFamily.help}`)
    const file = resolve(workingFolder, positionals[0] ?? '')
    progress('Checking the file')
    const archive = readArchive(await readFile(file, 'utf8'), file, await readTransferKey(resolve(workingFolder, options['key'])))
    const wrong = archive.streams.flatMap((stream) => faultOf(stream, archive.keys) ?? [])
    if (wrong.length > 0) return { exitCode: exit.foundSomethingWrong, lines: [...wrong, 'Nothing was imported.'], result: { wrong } }
    const stores = await openStores(settings)
    try {
      if (stores.losses.length > 0 || !stores.isWritable()) throw new OperationStopped(exit.inputOutput, 'Nothing can be recorded here: run samenspel verify.')
      return await importInto(stores, archive, clock(), progress)
    } finally {
      await stores.close()
    }
  },
}

/** What is wrong with a stream of the archive, in one sentence: something that was not recorded so, or that this program can't read. */
const faultOf = ({ log, stream, events }: ArchivedStream, keys: readonly OwnedKey[]): string | undefined => {
  const keyOf = new Map(keys.map(({ id, key }) => [id, key]))
  let link = ''
  for (const [i, event] of events.entries()) {
    const place = `${stream}, revision ${i}`
    if (event.revision !== i || event.metadata['link'] !== linkOf(link, event)) return `${place}: it does not follow from what stands before it`
    link = String(event.metadata['link'])
    if (log === 'events' && !isKnown(event)) return `${place}: ${event.type} version ${event.version} comes from a newer program than this one`
    const key = keyOf.get(String(event.metadata['keyId']))
    if (key !== undefined && !isAuthentic(key, event)) return `${place}: its content is not what was sealed`
  }
  return undefined
}

const isKnown = ({ type, version }: ArchivedEvent): boolean => eventTypes.types.includes(type) && version <= eventTypes.currentVersion(type)

/** Bytes of contents that are appended at once; a KurrentDB server takes no more than a mebibyte. */
const bytesAtOnce = 512 * 1_024

const importInto = async (stores: Stores, { family, keys, streams }: FamilyArchive, at: IsoInstant, progress: (sentence: string) => void): ReturnType<Command['run']> => {
  const storeOf = (log: LogName): EventStore => log === 'events' ? stores.log : stores.accessLog
  const missing: { readonly log: LogName; readonly stream: StreamName; readonly events: readonly ArchivedEvent[] }[] = []
  for (const { log, stream, events } of streams) missing.push({ log, stream, events: await newerThan(storeOf(log), stream, events) })
  const count = missing.reduce((all, { events }) => all + events.length, 0)
  const destroyed = destroyedThere(streams, keys)
  // As an erasure here: first the ledger, so that no older copy of the keys brings anything back.
  keepInLedger(stores.erasing.ledger, await erasedThere(stores, family, destroyed, at), stores.signingKey)
  const adopted = await stores.keys.adopt(keys, [...destroyed.keys()]).catch((error: unknown) => {
    throw error instanceof KeyContradicted ? new OperationStopped(exit.cannotCreate, `Family ${family} is here already, with keys of its own. Nothing was imported.`, { cause: error }) : error
  })
  for (const { log, stream, events } of missing) {
    progress(`${stream}: ${events.length} events`)
    for (const some of inParts(events)) await storeOf(log).append(stream, some[0]!.revision === 0 ? 'none' : some[0]!.revision - 1, some)
  }
  const record = await loadRecord(openFiles(stores.events), family)
  if (await isAtEnd(stores.accessLog, streams)) await openAccessLog(stores.accessLog, stores.keys, stores.signingKey.installation).write(family, [{
    id: newId(), at, by: system, action: 'write', operation: 'import', subject: { kind: 'case' }, category: 'social', outcome: 'done', policies: [], consents: [], emergency: false, accessPoint: 'commandLine',
  }])
  const unknown = record === undefined ? [] : record.file.careTeam.members.filter(({ practitionerId }) => record.directory.practitioner(practitionerId) === undefined)
  return {
    exitCode: exit.fine,
    lines: [
      count === 0 ? `Family ${family} is here already, with everything that is in the file.` : `Family ${family}: ${count} events and ${adopted.length} keys imported.`,
      ...unknown.length === 0 ? [] : [`${unknown.length} of its professionals are not in the register here: they are shown without a name.`],
    ],
    result: { family, imported: count, keys: adopted.length, unknownProfessionals: unknown.length },
  }
}

/** The keys of events that came without theirs, and about whom those are: an erasure there holds here too. */
const destroyedThere = (streams: FamilyArchive['streams'], keys: readonly OwnedKey[]): ReadonlyMap<Id, Subject> => {
  const there = new Set(keys.map(({ id }) => id))
  const envelopes = streams.flatMap(({ events }) => events.map(({ metadata }) => metadata as Envelope))
  return new Map(envelopes.flatMap(({ keyId, subject }) => there.has(keyId) ? [] : [[keyId, subjectOf(subject)]]))
}

/** What the ledger of this installation says of it, about each person. Imported twice, the entries are the same. */
const erasedThere = async ({ keys, signingKey }: Stores, family: FamilyId, destroyed: ReadonlyMap<Id, Subject>, at: IsoInstant): Promise<readonly SignedEntry[]> => {
  const epoch = await keys.epoch()
  const here = new Set(await keys.kept([...destroyed.keys()]))
  const byPerson = Map.groupBy([...destroyed].filter(([id]) => !here.has(id)), ([, subject]) => personOf(family, subject))
  return [...byPerson].map(([person, gone]) => {
    const ids = gone.map(([id]) => id).sort()
    return signEntry({ erasureId: derivedId([family, person, ...ids].join(' ')), family, person, keys: ids, epoch, at }, signingKey)
  })
}

/** What is about the family as a whole stands under its id. */
const personOf = (family: FamilyId, subject: Subject): PersonId => subject.kind === 'case' ? family : subject.kind === 'relation' ? subject.persons[0] : subject.person

/** Whether nothing was noted here yet after what came with the archive: then the import itself wasn't either. */
const isAtEnd = async (accessLog: EventStore, streams: FamilyArchive['streams']): Promise<boolean> => {
  const archived = streams.find(({ log }) => log === 'access-log')
  if (archived === undefined) return true
  for await (const { revision } of accessLog.readStream(archived.stream, { direction: 'backwards', limit: 1 })) return revision < archived.events.length
  return true
}

/**
 * The events that are not here yet.
 * @throws OperationStopped when what is here is not the beginning of the stream, nor more than it
 */
const newerThan = async (store: EventStore, stream: StreamName, events: readonly ArchivedEvent[]): Promise<readonly ArchivedEvent[]> => {
  let here = 0
  for await (const { id, metadata } of store.readStream(stream)) {
    const event = events[here]
    if (event === undefined) return []
    if (event.id !== id || event.metadata['link'] !== metadata['link']) throw new OperationStopped(exit.cannotCreate, `${stream} is here already, with another history from revision ${here} on. Nothing was imported.`)
    here += 1
  }
  return events.slice(here)
}

function* inParts(events: readonly ArchivedEvent[]): Generator<readonly ArchivedEvent[]> {
  let part: ArchivedEvent[] = []
  let bytes = 0
  for (const event of events) {
    part.push(event)
    bytes += event.data.byteLength
    if (bytes < bytesAtOnce) continue
    yield part
    part = []
    bytes = 0
  }
  if (part.length > 0) yield part
}
