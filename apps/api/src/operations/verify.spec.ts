import { rmSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { linkOf } from '@samenspel/event-codec'
import type { Metadata } from '@samenspel/event-store'
import { demoId } from '@samenspel/demo-region'
import { openAccessLog } from '../disclosure/access-log.ts'
import type { Finding } from '../integrity/audit-log.ts'
import { openStores } from '../composition/stores.ts'
import { settingsIn } from '../testing/running-api.ts'
import { aLine, samenspel, smallStore, type SmallStore } from '../testing/small-store.ts'

type Row = { readonly position: number; readonly stream: string; readonly revision: number; readonly id: string; readonly type: string; readonly version: number; readonly metadata: string; readonly data: Uint8Array }
const rows = (database: DatabaseSync): readonly Row[] => database.prepare('select * from event order by position').all() as unknown as readonly Row[]
/** A stream with events enough to do something to its middle. */
const longStream = (all: readonly Row[]): readonly Row[] => [...Map.groupBy(all, ({ stream }) => stream).values()].sort((one, other) => other.length - one.length)[0] ?? []

/** The store that every attack below is carried out on, with its checkpoints in `outside`. */
let original: SmallStore
const outside = () => join(original.folder, 'outside')
beforeAll(async () => {
  original = await smallStore()
  expect(await samenspel(original, ['checkpoint'], { SAMENSPEL_CHECKPOINTS: outside() })).toMatchObject({ exitCode: 0 })
})
afterAll(() => original.remove())

let victim: SmallStore | undefined
afterEach(async () => { await victim?.remove(); victim = undefined })

/** Does something to a copy, and tells what verify then finds. */
const verifyAfter = async (attack: (all: readonly Row[], database: DatabaseSync) => void, { file = 'events.sqlite', words = [] as readonly string[], forget = false } = {}) => {
  victim = await original.copy()
  if (forget) for (const name of await readdir(victim.dataFolder)) if (name.startsWith('checkpoints')) await rm(join(victim.dataFolder, name))
  victim.tamper(file, (database) => { attack(rows(database), database) })
  const { exitCode, result } = await samenspel(victim, ['verify', '--json', ...words])
  const findings = result['findings'] as readonly Finding[]
  return { exitCode, first: findings[0], codes: findings.map(({ code }) => code) }
}
const found = ({ position, stream, revision }: Row, code: string) => ({ code, position: String(position).padStart(20, '0'), stream, revision })

describe('a store that nobody touched', () => {
  test('is well, with every event and line counted', async () => {
    const { exitCode, out, result } = await samenspel(original, ['verify', '--json'])
    expect(exitCode).toBe(0)
    expect(result).toMatchObject({ found: 0, logs: { events: { erased: 0, checkpoints: 1 }, 'access-log': { events: 9, streams: 2, checkpoints: 1 } } })
    expect(out).not.toContain('Verhoeven')
    expect((await samenspel(original, ['verify'])).out).toMatch(/^events: \d+ events in \d+ streams, 1 checkpoints compared\naccess-log: 9 events in 2 streams, 1 checkpoints compared\nAll is well\.$/)
  })
  test('is well without any key at hand, and compared with what lies outside', async () => {
    const { exitCode, result } = await samenspel(original, ['verify', '--sealed', '--json', '--checkpoints', 'outside'], { SAMENSPEL_MASTER_KEY_FILE: '/nowhere/master.key' })
    expect({ exitCode, result }).toMatchObject({ exitCode: 0, result: { logs: { events: { checkpoints: 2 } } } })
  })
  test('is well while the application works on it, and what it writes meanwhile counts', async () => {
    victim = await original.copy()
    const stores = await openStores(settingsIn(victim.folder))
    try {
      const log = openAccessLog(stores.accessLog, stores.keys)
      const writing = Promise.all(Array.from({ length: 40 }, () => log.write(demoId('family verhoeven'), [aLine(), aLine()])))
      const { exitCode, result } = await samenspel(victim, ['verify', '--json'])
      await writing
      expect({ exitCode, result }).toMatchObject({ exitCode: 0, result: { found: 0 } })
      expect((await samenspel(victim, ['verify', '--json'])).result).toMatchObject({ found: 0, logs: { 'access-log': { events: 89 } } })
    } finally {
      await stores.close()
    }
  })
  test('tells of keys that were destroyed by no erasure, and counts those events', async () => {
    victim = await original.copy()
    victim.tamper('keys.sqlite', (database) => { database.exec("delete from data_key where subject <> 'case'") })
    const { exitCode, result } = await samenspel(victim, ['verify', '--json'])
    expect([exitCode, (result['findings'] as readonly Finding[]).map(({ code }) => code)]).toEqual([1, ['erased-without-entry']])
    expect((result['logs'] as { events: { erased: number } }).events.erased).toBeGreaterThan(50)
  })
})

describe('verify names the first position and stream of', () => {
  test('a changed content, also when nobody holds a checkpoint', async () => {
    let at: Row | undefined
    const result = await verifyAfter((all, database) => {
      at = longStream(all)[3]
      database.prepare('update event set data = ? where position = ?').run(at!.data.map((byte, i) => i === 30 ? byte ^ 1 : byte), at!.position)
    }, { forget: true })
    expect(result.exitCode).toBe(1)
    expect(result.first).toMatchObject(found(at!, 'link-wrong'))
  })
  test('a content that is another one than was sealed, with every link made to fit it', async () => {
    let at: Row | undefined
    const result = await verifyAfter((all, database) => {
      const stream = longStream(all)
      at = stream.at(-1)
      relink(database, stream.at(-2), { ...at!, data: at!.data.map((byte, i) => i === 30 ? byte ^ 1 : byte) })
    }, { forget: true })
    expect(result.first).toMatchObject(found(at!, 'content-wrong'))
  })
  test.each([
    ['type', (row: Row) => ({ ...row, type: 'NoteAdded' })],
    ['version', (row: Row) => ({ ...row, version: row.version + 1 })],
    ['actor', (row: Row) => ({ ...row, metadata: JSON.stringify({ ...JSON.parse(row.metadata) as Metadata, actor: 'somebody-else' }) })],
    ['key', (row: Row) => ({ ...row, metadata: JSON.stringify({ ...JSON.parse(row.metadata) as Metadata, keyId: 'of-nothing' }) })],
  ])('a changed %s', async (_, change) => {
    let at: Row | undefined
    const result = await verifyAfter((all, database) => {
      at = longStream(all)[2]
      const { type, version, metadata } = change(at!)
      database.prepare('update event set type = ?, version = ?, metadata = ? where position = ?').run(type, version, metadata, at!.position)
    }, { forget: true })
    expect(result.first).toMatchObject(found(at!, 'link-wrong'))
  })
  test('a removed event', async () => {
    let at: Row | undefined
    const result = await verifyAfter((all, database) => {
      at = longStream(all)[4]
      database.prepare('delete from event where position = ?').run(at!.position)
    })
    expect(result.first).toMatchObject({ code: 'position-missing', position: String(at!.position).padStart(20, '0') })
    expect(result.codes).toEqual(['position-missing', 'revision-wrong'])
  })
  test('a removed event where all later ones were moved up', async () => {
    let next: Row | undefined
    const result = await verifyAfter((all, database) => {
      // The last one of its stream, so that no chain tells either.
      const at = all.find(({ stream, position }) => position < all.length - 5 && all.findLast((row) => row.stream === stream)?.position === position)!
      next = all[all.indexOf(at) + 1]
      database.prepare('delete from event where position = ?').run(at.position)
      for (const { position } of all.filter(({ position }) => position > at.position)) database.prepare('update event set position = ? where position = ?').run(position - 1, position)
    })
    expect(result.first).toMatchObject(found({ ...next!, position: next!.position - 1 }, 'leaf-differs'))
  })
  test('an event moved to another stream', async () => {
    let at: Row | undefined
    const result = await verifyAfter((all, database) => {
      const own = longStream(all)
      const other = all.find(({ stream }) => stream !== own[0]!.stream)!.stream
      at = { ...own.at(-1)!, stream: other, revision: all.filter(({ stream }) => stream === other).length }
      database.prepare('update event set stream = ?, revision = ? where position = ?').run(at.stream, at.revision, at.position)
    }, { forget: true })
    expect(result.first).toMatchObject({ code: 'link-wrong', stream: at!.stream, position: String(at!.position).padStart(20, '0') })
  })
  test('two events of one stream that changed places', async () => {
    let at: readonly Row[] = []
    const result = await verifyAfter((all, database) => {
      at = longStream(all).slice(2, 4)
      swap(database, at, ['revision', 'position'])
    }, { forget: true })
    expect(result.first).toMatchObject({ code: 'link-wrong', stream: at[0]!.stream, position: String(at[0]!.position).padStart(20, '0') })
  })
  test('two events of different streams that changed places, which no chain tells', async () => {
    let first: Row | undefined
    const result = await verifyAfter((all, database) => {
      const index = all.findIndex((row, i) => row.stream !== all[i + 1]?.stream && all[i + 1] !== undefined)
      const pair = all.slice(index, index + 2)
      first = pair[1]
      swap(database, pair, ['position'])
    })
    expect(result.first).toMatchObject({ code: 'leaf-differs', stream: first!.stream, position: String(first!.position - 1).padStart(20, '0') })
    expect(result.codes.at(-1)).toBe('checkpoint-differs')
  })
  test('a row written anew with its link made to fit, which no chain tells', async () => {
    let at: Row | undefined
    const result = await verifyAfter((all, database) => {
      const stream = longStream(all)
      at = stream.at(-1)
      relink(database, stream.at(-2), { ...at!, metadata: JSON.stringify({ ...JSON.parse(at!.metadata) as Metadata, actor: 'somebody-else' }) })
    })
    expect(result.codes).toEqual(['leaf-differs', 'checkpoint-differs'])
    expect(result.first).toMatchObject(found(at!, 'leaf-differs'))
  })
  test('a line of the access log that was taken out (L-04)', async () => {
    const result = await verifyAfter((all, database) => { database.prepare('delete from event where position = ?').run(all[4]!.position) }, { file: 'access-log.sqlite' })
    expect(result.first).toMatchObject({ log: 'access-log', code: 'position-missing', position: '00000000000000000005' })
  })
  test('pages that are no database any more', async () => {
    victim = await original.copy()
    const file = join(victim.dataFolder, 'events.sqlite')
    const bytes = await readFile(file)
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 30_000)
    await writeFile(file, bytes)
    const { exitCode, result } = await samenspel(victim, ['verify', '--json'])
    expect(exitCode).toBe(1)
    expect((result['findings'] as readonly Finding[])[0]).toMatchObject({ log: 'events', code: 'unreadable' })
  })
})

describe('a tail that was cut off', () => {
  const cut = (all: readonly Row[], database: DatabaseSync) => { database.prepare('delete from event where position > ?').run(all.length - 7) }

  test('is told by the checkpoint, with how many events are missing', async () => {
    const { exitCode, first } = await verifyAfter(cut)
    expect(exitCode).toBe(1)
    expect(first).toMatchObject({ code: 'end-missing' })
    expect(first?.sentence).toMatch(/^events: it ends with position \d+, and 7 events that were recorded after it are missing/)
  })
  test('is told by what lies outside, also when everything inside was made to fit', async () => {
    victim = await original.copy()
    victim.tamper('events.sqlite', (database) => { cut(rows(database), database) })
    for (const name of await readdir(victim.dataFolder)) if (name.startsWith('checkpoints')) rmSync(join(victim.dataFolder, name))
    // Whoever can use the master key signs the shorter log anew, and nothing inside tells.
    expect(await samenspel(victim, ['checkpoint'])).toMatchObject({ exitCode: 0 })
    expect(await samenspel(victim, ['verify'])).toMatchObject({ exitCode: 0 })
    const { exitCode, out } = await samenspel(victim, ['verify', '--checkpoints', outside()])
    expect(exitCode).toBe(1)
    expect(out).toMatch(/7 events that were recorded after it are missing \(known from samenspel-[^)]+\.checkpoint\)/)
  })
})

describe('checkpoints', () => {
  test('of another key are not believed, inside and outside', async () => {
    victim = await original.copy()
    for (const name of await readdir(victim.dataFolder)) if (name.startsWith('checkpoints') || name === 'signing-key.json') await rm(join(victim.dataFolder, name))
    expect(await samenspel(victim, ['checkpoint'])).toMatchObject({ exitCode: 0 })
    const { exitCode, result } = await samenspel(victim, ['verify', '--json', '--checkpoints', outside()])
    expect(exitCode).toBe(1)
    expect(result['findings']).toMatchObject([{ log: 'events', code: 'no-checkpoint-from-here' }, { log: 'access-log', code: 'no-checkpoint-from-here' }])
  })
  test('with a changed number are named', async () => {
    victim = await original.copy()
    victim.tamper('checkpoints.sqlite', (database) => { database.exec("update checkpoint set note = replace(note, char(10) || size || char(10), char(10) || (size - 1) || char(10)) where log = 'events'") })
    const folder = join(victim.folder, 'changed')
    await cp(outside(), folder, { recursive: true })
    for (const name of await readdir(folder)) if (name.endsWith('.checkpoint')) await writeFile(join(folder, name), 'no checkpoint')
    const { exitCode, result } = await samenspel(victim, ['verify', '--json', '--checkpoints', folder])
    expect(exitCode).toBe(1)
    expect((result['findings'] as readonly Finding[]).map(({ code }) => code)).toEqual(expect.arrayContaining(['checkpoint-not-signed-here']))
    expect(result['found']).toBeGreaterThanOrEqual(3)
  })
  test('are handed over once, and never written over what is there', async () => {
    victim = await original.copy()
    const folder = join(victim.folder, 'elsewhere')
    const there = { SAMENSPEL_CHECKPOINTS: folder }
    victim.tamper('checkpoints.sqlite', (database) => { database.exec('update checkpoint set outside = 0') })
    expect(await samenspel(victim, ['checkpoint'], there)).toMatchObject({ exitCode: 0 })
    const names = await readdir(folder)
    expect(names).toHaveLength(4)
    const [file] = names.filter((name) => name.endsWith('.checkpoint'))
    await writeFile(join(folder, file!), 'something else')
    victim.tamper('checkpoints.sqlite', (database) => { database.exec('update checkpoint set outside = 0') })
    const { exitCode, told } = await samenspel(victim, ['checkpoint'], there)
    expect({ exitCode, told }).toMatchObject({ exitCode: 74, told: saying('another checkpoint') })
    expect(await readFile(join(folder, file!), 'utf8')).toBe('something else')
  })
})

test('checkpoint signs nothing where there is nothing, and takes no words', async () => {
  expect(await samenspel(original, ['checkpoint', 'now'])).toMatchObject({ exitCode: 64, told: saying('Usage: samenspel checkpoint') })
  expect(await samenspel(original, ['checkpoint'], { SAMENSPEL_DATA: join(original.folder, 'nothing') })).toMatchObject({ exitCode: 66 })
})

describe('verify can not be used', () => {
  test('where there are no data', async () => {
    const empty = join(original.folder, 'empty')
    await mkdir(empty, { recursive: true })
    expect(await samenspel(original, ['verify'], { SAMENSPEL_DATA: empty })).toMatchObject({ exitCode: 66, told: saying('There is no') })
    expect(await readdir(empty)).toEqual([])
  })
  test('without the master key, which it never makes', async () => {
    expect(await samenspel(original, ['verify'], { SAMENSPEL_MASTER_KEY_FILE: join(original.folder, 'none.key') })).toMatchObject({ exitCode: 78, told: saying('There is no master key') })
    expect(await readdir(original.folder)).not.toContain('none.key')
  })
  test.each([['--chckpoints'], ['more'], ['--checkpoints']])('with %s', async (word) => {
    expect(await samenspel(original, ['verify', word])).toMatchObject({ exitCode: 64, told: saying('Usage: samenspel verify') })
  })
})

const saying = (text: string): unknown => expect.stringContaining(text)

/** Writes a row with a link that fits what it says now. */
const relink = (database: DatabaseSync, before: Row | undefined, row: Row): void => {
  const previous = before === undefined ? '' : String((JSON.parse(before.metadata) as Metadata)['link'])
  const metadata = JSON.parse(row.metadata) as Metadata
  const link = linkOf(previous, { ...row, metadata })
  database.prepare('update event set metadata = ?, data = ? where position = ?').run(JSON.stringify({ ...metadata, link }), row.data, row.position)
}

/** Lets two rows change places. */
const swap = (database: DatabaseSync, [one, other]: readonly Row[], columns: readonly ('position' | 'revision')[]): void => {
  database.prepare('update event set position = -1, revision = -1 where position = ?').run(one!.position)
  const place = (from: number, to: Row, keep: Row) => {
    database.prepare('update event set position = ?, revision = ? where position = ?').run(to.position, columns.includes('revision') ? to.revision : keep.revision, from)
  }
  place(other!.position, { ...one!, position: -2 }, other!)
  place(-1, other!, one!)
  place(-2, { ...one!, revision: columns.includes('revision') ? one!.revision : other!.revision }, other!)
}
