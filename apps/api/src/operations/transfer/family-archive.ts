/**
 * One family as a file, to take it to another installation: its streams as they are stored, and the keys that open them, wrapped
 * by a transfer key that goes another way. What is in it is exactly what was recorded, so its chains can be checked wherever it goes.
 */
import { createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import type { OwnedKey } from '@samenspel/event-codec'
import { documentsStreamOf } from '@samenspel/family-case'
import type { RecordedEvent, StreamName } from '@samenspel/event-store'
import type { FamilyId, Id, IsoInstant } from '@samenspel/kernel'
import { accessStreamOf } from '../../disclosure/access-log.ts'
import { logNames, type LogName } from '../../integrity/logs.ts'
import { seal, unseal } from '../../sealing/sealing.ts'
import { exit, OperationStopped } from '../exit-codes.ts'

export type FamilyArchive = {
  readonly family: FamilyId
  readonly madeAt: IsoInstant
  readonly keys: readonly OwnedKey[]
  /** In the order in which they are put back: the access log last, as it tells about the others. */
  readonly streams: readonly ArchivedStream[]
}

export type ArchivedStream = { readonly log: LogName; readonly stream: StreamName; readonly events: readonly ArchivedEvent[] }
/** As it was recorded, but for its position: that is another one in every log. */
export type ArchivedEvent = Omit<RecordedEvent, 'position' | 'recordedAt'>

/** All streams of one family. */
export const streamsOfFamily = (family: FamilyId): readonly Pick<ArchivedStream, 'log' | 'stream'>[] => [
  { log: 'events', stream: `family-${family}` },
  { log: 'events', stream: `agenda-${family}` },
  { log: 'events', stream: documentsStreamOf(family) },
  // How the family came: the same people, and the same keys.
  { log: 'events', stream: `referral-${family}` },
  { log: 'events', stream: `consultation-${family}` },
  { log: 'events', stream: `circle-${family}` },
  // What stays shut on somebody's request stays so wherever the family goes.
  { log: 'events', stream: `requests-${family}` },
  { log: 'access-log', stream: accessStreamOf(family) },
]

const form = 1
type Line =
  | { readonly line: 'head'; readonly form: number; readonly family: FamilyId; readonly madeAt: IsoInstant; readonly streams: number; readonly keys: number; readonly events: number }
  | { readonly line: 'key'; readonly id: Id; readonly owner: OwnedKey['owner']; readonly wrapped: string }
  | { readonly line: 'stream'; readonly log: LogName; readonly stream: StreamName }
  | { readonly line: 'event'; readonly event: Omit<ArchivedEvent, 'stream' | 'data'> & { readonly data: string } }
  | { readonly line: 'end'; readonly sha256: string }

/** @returns the lines of the file, each with its newline */
export function* writeArchive({ family, madeAt, keys, streams }: FamilyArchive, transferKey: KeyObject): Generator<string> {
  const sum = createHash('sha256')
  const textOf = (line: Line): string => {
    const text = `${JSON.stringify(line)}\n`
    sum.update(text)
    return text
  }
  yield textOf({ line: 'head', form, family, madeAt, streams: streams.length, keys: keys.length, events: streams.reduce((all, { events }) => all + events.length, 0) })
  for (const { id, key, owner } of keys) yield textOf({ line: 'key', id, owner, wrapped: Buffer.from(seal(transferKey, id, key.export().toString('base64'))).toString('base64') })
  for (const { log, stream, events } of streams) {
    yield textOf({ line: 'stream', log, stream })
    for (const { revision, id, type, version, metadata, data } of events) yield textOf({ line: 'event', event: { revision, id, type, version, metadata, data: Buffer.from(data).toString('base64') } })
  }
  yield `${JSON.stringify({ line: 'end', sha256: sum.digest('hex') } satisfies Line)}\n`
}

/**
 * Reads a whole archive. Whether its chains hold is not looked at here.
 * @throws OperationStopped when it isn't one, isn't whole, or needs another transfer key
 */
export const readArchive = (text: string, file: string, transferKey: KeyObject): FamilyArchive => {
  const wrong = (because: string) => new OperationStopped(exit.noInput, `${file} ${because}. Nothing was imported.`)
  const end = text.lastIndexOf('\n', text.length - 2) + 1
  const [last] = linesOf(text.slice(end), () => wrong(notWhole))
  if (last?.line !== 'end') throw wrong(notWhole)
  if (createHash('sha256').update(text.slice(0, end)).digest('hex') !== last.sha256) throw wrong('was changed or damaged since it was made')
  const [head, ...lines] = linesOf(text.slice(0, end), wrong)
  if (head?.line !== 'head') throw wrong('is no archive of a family')
  if (head.form !== form) throw wrong(`has form ${head.form}, and this program knows form ${form}: use the program that made it, or a newer one`)

  const keys: OwnedKey[] = []
  const streams: { readonly log: LogName; readonly stream: StreamName; readonly events: ArchivedEvent[] }[] = []
  for (const line of lines) {
    switch (line.line) {
      case 'key': {
        const bytes = unseal(transferKey, line.id, Buffer.from(line.wrapped, 'base64'))
        if (bytes === undefined) throw wrong('was made with another transfer key')
        keys.push({ id: line.id, owner: line.owner, key: createSecretKey(Buffer.from(bytes, 'base64')) })
        break
      }
      case 'stream':
        streams.push({ log: line.log, stream: line.stream, events: [] })
        break
      case 'event': {
        const into = streams.at(-1)
        if (into === undefined) throw wrong('is no archive of a family')
        into.events.push({ ...line.event, stream: into.stream, data: Buffer.from(line.event.data, 'base64') })
        break
      }
      default: throw wrong('is no archive of a family')
    }
  }
  const expected = streamsOfFamily(head.family)
  const isExpected = streams.every(({ log, stream }) => expected.some((one) => one.log === log && one.stream === stream)) && keys.every(({ owner }) => owner.scope === head.family)
  if (!isExpected || streams.some(({ log }) => !logNames.includes(log))) throw wrong('holds something that is not of its family')
  return { family: head.family, madeAt: head.madeAt, keys, streams }
}

const notWhole = 'has no end: it is no archive of a family, or was not written or copied to its end'

const linesOf = (text: string, wrong: (because: string) => Error): readonly Line[] => {
  try {
    return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line)
  } catch {
    throw wrong('is no archive of a family')
  }
}

// ── The transfer key

const keyBytes = 32

/** Makes a key for one archive, in a file for its owner only. @throws OperationStopped when there is a file */
export const makeTransferKey = async (file: string): Promise<KeyObject> => {
  const bytes = randomBytes(keyBytes)
  await writeNew(file, [`${bytes.toString('base64')}\n`])
  return createSecretKey(bytes)
}

/** @throws OperationStopped */
export const readTransferKey = async (file: string): Promise<KeyObject> => {
  const bytes = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64')
  if (bytes.length !== keyBytes) throw new OperationStopped(exit.noInput, `${file} is no transfer key.`)
  return createSecretKey(bytes)
}

/** A file for its owner only, on the disk when it settles; nothing is written over. @throws OperationStopped */
export const writeNew = async (file: string, parts: Iterable<string>): Promise<void> => {
  const opened = await open(file, 'wx', 0o600).catch((error: unknown) => {
    throw typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST'
      ? new OperationStopped(exit.cannotCreate, `There is a ${file} already, and nothing is written over. Name another file.`, { cause: error }) : error
  })
  try {
    for (const part of parts) await opened.write(part)
    await opened.sync()
  } finally {
    await opened.close()
  }
}
