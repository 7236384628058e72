import { createSecretKey, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { linkOf, openFileKeyManagement, openSealedStore, openSqliteKeyReader, registerEvents, type DomainEvent } from '@samenspel/event-codec'
import { positionOf, type EventStore, type RecordedEvent } from '@samenspel/event-store'
import { openSqliteLog } from '@samenspel/event-store-sqlite'
import { openMemoryEventStore } from '@samenspel/event-store/testing'
import { growTree, leafOfEvent, rootOf } from '@samenspel/log-integrity'
import { samenspel, smallStore, type SmallStore } from '../testing/small-store.ts'
import { auditInRanges } from './audit-in-ranges.ts'
import { auditInThreads } from './audit-in-threads.ts'
import { auditLog, type AuditParts } from './audit-log.ts'
import { auditRange } from './audit-range.ts'
import { openCheckpointStore } from './checkpoint-store.ts'
import { keysTogether } from './keys-at-hand.ts'
import { checkpointsFile } from './logs.ts'

/** Two keys, and which one was destroyed. */
const keys = ['k1', 'k2'].map((id) => ({ id, key: createSecretKey(randomBytes(32)) }))
const person = '00000000-0000-4000-8000-00000000000a'
const aNote: DomainEvent = { type: 'NoteAdded', subject: { kind: 'child', person }, by: { person, role: 'familyMember' }, at: '2027-03-01T09:00:00.000Z' }

/** Sealed events of three streams, in each as many at once as the numbers say. */
const record = async (appends: readonly number[]): Promise<readonly RecordedEvent[]> => {
  const store: EventStore = openMemoryEventStore()
  const sealed = openSealedStore({
    store, types: registerEvents({ NoteAdded: [] }), retentionClassOf: () => 'record',
    keys: {
      keysFor: (owners) => Promise.resolve(owners.map(({ scope }) => keys[Number(scope) % keys.length]!)), find: (id) => Promise.resolve(keys.find((key) => key.id === id)?.key),
      kept: (ids) => Promise.resolve(ids), damaged: () => Promise.resolve([]), epoch: () => Promise.resolve('e'), destroy: () => Promise.resolve([]), ofScope: () => Promise.resolve([]), adopt: () => Promise.resolve([]), forget: () => undefined, close: () => Promise.resolve(),
    },
  })
  for (const [i, count] of appends.entries()) {
    const stream = `diary-${i % 3}`
    await sealed.append(stream, await sealed.head(stream), Array.from({ length: count }, () => aNote), { commandId: 'c' })
  }
  return Array.fromAsync(store.readAll())
}

type Attack = (events: readonly RecordedEvent[], at: number, other: number) => readonly RecordedEvent[]
const change = (how: (event: RecordedEvent, others: readonly RecordedEvent[], other: number) => Partial<RecordedEvent>): Attack =>
  (events, at, other) => events.map((event, i) => i === at ? { ...event, ...how(event, events, other) } : event)
const numbered = (events: readonly RecordedEvent[]) => events.map((event, i) => ({ ...event, position: positionOf(i + 1) }))

const relinked = (events: readonly RecordedEvent[]): readonly RecordedEvent[] => {
  const links = new Map<string, string>()
  return events.map((event) => {
    const link = linkOf(links.get(event.stream) ?? '', event)
    links.set(event.stream, link)
    return { ...event, metadata: { ...event.metadata, link } }
  })
}

const attacks: Readonly<Record<string, Attack>> = {
  'nothing': (events) => events,
  'a byte': change(({ data }, _, other) => ({ data: data.map((byte, i) => i === other % data.length ? byte ^ 1 : byte) })),
  'a byte, with every link made to fit': (events, at, other) => relinked(attacks['a byte']!(events, at, other)),
  'a position': change((_, events, other) => ({ position: events[other]!.position })),
  'a type': change(() => ({ type: 'NoteTaken' })),
  'a time': change(() => ({ recordedAt: '2027-03-01T09:00:00.001Z' })),
  'a stream': change((_, events, other) => ({ stream: events[other]!.stream })),
  'a revision': change(({ revision }) => ({ revision: revision + 1 })),
  'a link': change(({ metadata }) => ({ metadata: { ...metadata, link: 'x' } })),
  'a key': change(({ metadata }) => ({ metadata: { ...metadata, keyId: metadata['keyId'] === 'k1' ? 'k2' : 'k1' } })),
  'two that changed places': (events, at, other) => numbered(events.with(at, events[other]!).with(other, events[at]!)),
  'one twice': (events, at) => numbered(events.toSpliced(at, 0, events[at]!)),
  'one gone': (events, at) => events.toSpliced(at, 1),
  'one gone, and the others moved up': (events, at) => numbered(events.toSpliced(at, 1)),
  'the end gone': (events, at) => events.slice(0, Math.max(1, at)),
}

describe('a check in parts', () => {
  test('finds all well exactly when the check from the start does, and then tells the same', async () => {
    let well = 0
    const anAttack = fc.record({ name: fc.constantFrom(...Object.keys(attacks)), at: fc.nat(), other: fc.nat() })
    await fc.assert(fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 12 }), anAttack, fc.constantFrom(1, 2, 4, 8, 16), fc.array(fc.nat(), { maxLength: 4 }), fc.nat(), fc.boolean(), fc.boolean(),
      async (appends, attack, rangeSize, signed, grown, destroyed, sealed) => {
        const recorded = await record(appends)
        const leaves = recorded.map((event) => leafOfEvent(event))
        const heads = signed.map((n) => n % leaves.length + 1).map((size) => ({ size, root: rootOf(leaves.slice(0, size)), from: 'a checkpoint' }))
        const events = attacks[attack.name]!(recorded, attack.at % recorded.length, attack.other % recorded.length)
        const leafCount = grown % (leaves.length + 1)
        const parts: Omit<AuditParts, 'events'> = {
          log: 'events', gapless: true, heads, leafCount, leaves: (from, limit) => leaves.slice(from, Math.min(leafCount, from + limit)), progress: () => undefined,
        }
        const findKey = (id: string) => Promise.resolve(destroyed && id === 'k2' ? undefined : keys.find((key) => key.id === id)?.key)
        const keysOf = keysTogether((ids) => Promise.all(ids.map(findKey)))
        const whole = await auditLog({ ...parts, ...(!sealed && { findKey }), events: each(events) })
        const inParts = await auditInRanges({
          ...parts, rangeSize, end: Number(events.at(-1)!.position),
          look: (ranges) => ranges.map((range) => auditRange({ ...parts, ...(!sealed && { keysOf }), ...range, pages: [events.filter(({ position }) => position > positionOf(range.from) && position <= positionOf(range.until))] })),
        })
        expect(inParts).toEqual(whole.findings.length === 0 ? whole : undefined)
        if (inParts !== undefined) well += 1
      }), { numRuns: 250 })
    expect(well).toBeGreaterThan(20)
  })

  const each = async function* (events: readonly RecordedEvent[]) { yield* await Promise.resolve(events) }
})

describe('a check by several threads', () => {
  let store: SmallStore
  let victim: SmallStore | undefined
  beforeAll(async () => {
    store = await smallStore()
    expect(await samenspel(store, ['checkpoint'])).toMatchObject({ exitCode: 0 })
  })
  afterEach(async () => { await victim?.remove(); victim = undefined })
  afterAll(() => store.remove())

  const check = async ({ folder, dataFolder }: SmallStore) => {
    const file = join(dataFolder, 'events.sqlite')
    const source = openSqliteLog({ file })
    const keys = await openSqliteKeyReader({ file: join(dataFolder, 'keys.sqlite'), kms: openFileKeyManagement({ file: join(folder, 'keys/master.key'), dataFolder }) })
    const kept = openCheckpointStore(join(dataFolder, checkpointsFile), { readOnly: true })
    try {
      const { size, peaks } = kept.tree('events')
      const parts = { log: 'events' as const, heads: [{ size, root: growTree({ size, peaks }).root(), from: 'the kept tree' }], leafCount: size, findKey: keys.find, progress: () => undefined }
      const whole = await auditLog({ ...parts, gapless: true, events: source.readAll(), leaves: (from, limit) => kept.leaves('events', from, limit) })
      return { whole, inThreads: await auditInThreads({ ...parts, source, file, checkpointsFile: join(dataFolder, checkpointsFile), rangeSize: 32 }) }
    } finally {
      kept.close()
      await keys.close()
      source.close()
    }
  }

  test('tells the same as one alone', async () => {
    const { whole, inThreads } = await check(store)
    expect(whole.findings).toEqual([])
    expect(inThreads).toEqual(whole)
  })
  test('leaves it to one alone to tell what is wrong', async () => {
    victim = await store.copy()
    victim.tamper('events.sqlite', (database) => { database.exec("update event set data = x'01' where position = 60") })
    const { whole, inThreads } = await check(victim)
    expect(whole.findings).not.toEqual([])
    expect(inThreads).toBeUndefined()
  })
  test('and one alone tells of a shortened leaf, and of none beside it', async () => {
    victim = await store.copy()
    victim.tamper(checkpointsFile, (database) => { database.exec("update leaf set hash = x'01' where log = 'events' and leaf_index = 59") })
    const { whole, inThreads } = await check(victim)
    expect(whole.findings.map(({ code, position }) => [code, Number(position)])).toEqual([['leaf-differs', 60]])
    expect(inThreads).toBeUndefined()
  })
  test('leaves a damaged file to one alone', async () => {
    victim = await store.copy()
    victim.tamper('events.sqlite', (database) => { database.exec("update event set metadata = 'no JSON' where position = 60") })
    const { whole, inThreads } = await check(victim)
    expect(whole.findings.map(({ code }) => code)).toContain('unreadable')
    expect(inThreads).toBeUndefined()
  })
})
