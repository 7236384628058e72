import { chmod, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { isErased, noEvents, type DomainEvent } from '@samenspel/event-codec'
import { newId, systemClock } from '@samenspel/kernel'
import { openStores } from '../composition/stores.ts'
import { describeFile, readManifest, writeManifest } from './backup-files.ts'
import { openAccessLog } from '../disclosure/access-log.ts'
import { settingsIn } from '../testing/running-api.ts'
import { samenspelProcess } from '../testing/samenspel-process.ts'
import { aLine, samenspel, smallStore, type SmallStore } from '../testing/small-store.ts'

/** A store, and a backup of it in `backup` and `backup-keys`. */
let original: SmallStore
beforeAll(async () => {
  original = await smallStore()
  original.tamper('state.sqlite', (database) => {
    database.exec(`insert into session values ('hash', 'desk', 'somebody', 'professional', null, null, 'nl', '2027-03-01T09:00:00.000Z', '2027-03-01T09:00:00.000Z');
      insert into session_written values ('hash', '00000000000000000009');
      insert into draft values ('somebody', 'family', 'contribution', x'00', '2027-03-01T09:00:00.000Z')`)
  })
  expect(await samenspel(original, ['backup', 'backup', '--keys', 'backup-keys'])).toMatchObject({ exitCode: 0 })
})
afterAll(() => original.remove())

let own: SmallStore | undefined
afterEach(async () => { await own?.remove(); own = undefined })

/** The same, with nothing left but the backup and the master key. */
const afterTheFire = async (): Promise<SmallStore> => {
  own = await original.copy()
  await rm(own.dataFolder, { recursive: true })
  return own
}
const restored = (store: SmallStore, ...more: readonly string[]) => samenspel(store, ['restore', 'backup', '--keys', 'backup-keys', '--json', ...more])
const opening = async (store: SmallStore): Promise<string> => {
  try {
    await (await openStores(settingsIn(store.folder))).close()
    return 'open'
  } catch (error) {
    return (error as Error).message
  }
}
const saying = (text: string): unknown => expect.stringContaining(text)

describe('a backup', () => {
  test('holds no key, tells what is in it, and can be read by its owner only', async () => {
    const folder = join(original.folder, 'backup')
    const keysFolder = join(original.folder, 'backup-keys')
    expect((await readdir(folder)).sort()).toEqual(['access-log.sqlite', 'checkpoints.sqlite', 'data-folder.json', 'events.sqlite', 'manifest.json', 'state.sqlite'])
    expect((await readdir(keysFolder)).sort()).toEqual(['keys.sqlite', 'manifest.json', 'signing-key.json'])
    const keys = new DatabaseSync(join(keysFolder, 'keys.sqlite'), { readOnly: true })
    const wrapped = keys.prepare('select wrapped from data_key').all().map(({ wrapped }) => Buffer.from(wrapped as Uint8Array))
    keys.close()
    expect(wrapped.length).toBeGreaterThan(10)
    for (const name of await readdir(folder)) {
      expect((await stat(join(folder, name))).mode & 0o077).toBe(0)
      const bytes = await readFile(join(folder, name))
      expect(wrapped.some((key) => bytes.includes(key))).toBe(false)
    }
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>
    expect(manifest).toMatchObject({ form: 1, holds: 'events', logs: { events: { erased: 0, checkpoint: saying('/events\n') }, 'access-log': { events: 9, checkpoint: saying('/access-log\n9\n') } } })
  })
  test('writes over nothing', async () => {
    expect(await samenspel(original, ['backup', 'backup', '--keys', 'other-keys'])).toMatchObject({ exitCode: 73, told: saying("isn't empty") })
    expect(await samenspel(original, ['backup', 'other', '--keys', 'backup-keys'])).toMatchObject({ exitCode: 73 })
  })
  test.each([
    [[], 'Something is missing'], [['there'], 'folder of their own'], [['there', 'and-there', '--keys', 'keys-there'], 'too much'], [['there', '--keys', 'there/keys'], 'must not lie with the events'],
    [['there', '--keys', 'there'], 'must not lie with the events'], [['data/backup', '--keys', 'keys-there'], 'outside the data folder'], [['there', '--keys', 'data'], 'outside the data folder'],
  ])('is not made with %j', async (words, sentence) => {
    expect(await samenspel(original, ['backup', ...words])).toMatchObject({ exitCode: 64, told: saying(sentence) })
    expect(await readdir(original.folder)).not.toContain('there')
  })
  test('of damaged data says so, and keeps what there is', async () => {
    own = await original.copy()
    own.tamper('events.sqlite', (database) => { database.exec("update event set type = 'NoteAdded' where position = 20") })
    expect(await samenspel(own, ['backup', 'second', '--keys', 'second-keys'])).toMatchObject({ exitCode: 1, out: saying('position 20 ') })
    expect(await readdir(join(own.folder, 'second'))).toContain('manifest.json')
  })
})

describe('the drill: everything is gone but the backup and the master key', () => {
  test('restored, the region is what it was, and opens', async () => {
    const store = await afterTheFire()
    const { exitCode, result } = await restored(store)
    expect({ exitCode, result }).toMatchObject({ exitCode: 0, result: { found: 0 } })
    const [before, after] = [await samenspel(original, ['verify', '--json']), await samenspel(store, ['verify', '--json'])]
    expect(after.exitCode).toBe(0)
    expect(after.result['logs']).toMatchObject(withoutCheckpoints(before.result['logs']))
    expect(await opening(store)).toBe('open')
    const file = new DatabaseSync(join(store.dataFolder, 'events.sqlite'), { readOnly: true })
    expect(file.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
    file.close()
  })
  test('restored, drafts are there and nobody is signed in', async () => {
    const store = await afterTheFire()
    expect(await restored(store)).toMatchObject({ exitCode: 0 })
    const state = new DatabaseSync(join(store.dataFolder, 'state.sqlite'), { readOnly: true })
    const count = (table: string) => state.prepare(`select count(*) as rows from ${table}`).get()?.['rows']
    expect({ sessions: count('session'), written: count('session_written'), drafts: count('draft') }).toEqual({ sessions: 0, written: 0, drafts: 1 })
    state.close()
  })
  test('says in words what to do next', async () => {
    const { exitCode, out } = await samenspel(await afterTheFire(), ['restore', 'backup', '--keys', 'backup-keys'])
    expect(exitCode).toBe(0)
    expect(out).toMatch(/Next: start the application/)
  })
  test('a file that was changed is found before anything is restored', async () => {
    const store = await afterTheFire()
    const file = join(store.folder, 'backup/access-log.sqlite')
    const bytes = await readFile(file)
    bytes[5_000]! ^= 1
    await writeFile(file, bytes)
    expect(await restored(store)).toMatchObject({ exitCode: 1, out: saying('access-log.sqlite in') })
    expect(await readdir(store.dataFolder)).toEqual([])
  })
  test('a file that is missing is named', async () => {
    const store = await afterTheFire()
    await rm(join(store.folder, 'backup/events.sqlite'))
    expect(await restored(store)).toMatchObject({ exitCode: 1, out: saying('events.sqlite is missing') })
  })
  test('keys that are missing keep the service closed', async () => {
    const store = await afterTheFire()
    const name = join(store.folder, 'backup-keys/keys.sqlite')
    const keys = new DatabaseSync(name)
    keys.exec("delete from data_key where subject <> 'case'")
    keys.close()
    await trust(store, 'backup-keys')
    expect(await restored(store)).toMatchObject({ exitCode: 1, out: saying('are missing') })
    expect(await opening(store)).toMatch(/not whole, so it isn't opened: events: the keys of \d+ events are missing/)
  })
  test('events that are missing keep the service closed, also when the manifest was made to fit', async () => {
    const store = await afterTheFire()
    const events = new DatabaseSync(join(store.folder, 'backup/events.sqlite'))
    events.exec('delete from event where position > (select max(position) - 5 from event)')
    events.close()
    await trust(store, 'backup')
    expect(await restored(store)).toMatchObject({ exitCode: 1, out: saying('5 events that were recorded after it are missing') })
    expect(await opening(store)).toContain("isn't opened")
    expect(await samenspel(store, ['rebuild'])).toMatchObject({ exitCode: 78 })
  })
  test('what was recorded after the backup is missed by who kept checkpoints elsewhere, until it is given up', async () => {
    const store = await afterTheFire()
    const outside = ['--checkpoints', join(store.folder, 'outside')]
    const later = await original.copy()
    try {
      const stores = await openStores(settingsIn(later.folder))
      await openAccessLog(stores.accessLog, stores.keys).write(demoId('family verhoeven'), [aLine(), aLine()])
      await stores.close()
      await samenspel(later, ['checkpoint'], { SAMENSPEL_CHECKPOINTS: join(store.folder, 'outside') })
    } finally {
      await later.remove()
    }
    expect(await restored(store, ...outside)).toMatchObject({ exitCode: 1, out: saying('access-log: it ends with position 9, and 2 events') })
    expect(await opening(store)).toContain('2 events that were recorded after it are missing')
    await rm(store.dataFolder, { recursive: true })
    expect(await restored(store, '--accept-loss', ...outside)).toMatchObject({ exitCode: 0 })
    expect(await opening(store)).toBe('open')
    // From here on the log grows where the lost lines stood, and contradicts nothing that was signed.
    const stores = await openStores(settingsIn(store.folder))
    await openAccessLog(stores.accessLog, stores.keys).write(demoId('family verhoeven'), [aLine(), aLine(), aLine()])
    await stores.close()
    expect(await samenspel(store, ['checkpoint'], { SAMENSPEL_CHECKPOINTS: join(store.folder, 'outside') })).toMatchObject({ exitCode: 0, out: saying('/access-log/2\n12\n') })
    expect(await samenspel(store, ['verify', '--json', ...outside])).toMatchObject({ exitCode: 0, result: { logs: { 'access-log': { events: 12 } } } })
  })
  test('keys that are older than the events are refused, and newer ones are not', async () => {
    const store = await afterTheFire()
    expect(await samenspel(original, ['backup', 'later', '--keys', 'later-keys'])).toMatchObject({ exitCode: 0 })
    await cp(join(original.folder, 'later'), join(store.folder, 'later'), { recursive: true })
    await cp(join(original.folder, 'later-keys'), join(store.folder, 'later-keys'), { recursive: true })
    expect(await samenspel(store, ['restore', 'later', '--keys', 'backup-keys'])).toMatchObject({ exitCode: 66, told: saying('were copied before the events') })
    expect(await samenspel(store, ['restore', 'backup', '--keys', 'later-keys'])).toMatchObject({ exitCode: 0 })
  })
  test('another master key is told, and restores nothing that opens', async () => {
    const store = await afterTheFire()
    await writeFile(join(store.folder, 'other.key'), `${Buffer.alloc(32, 7).toString('base64')}\n`, { mode: 0o600 })
    expect(await samenspel(store, ['restore', 'backup', '--keys', 'backup-keys'], { SAMENSPEL_MASTER_KEY_FILE: join(store.folder, 'other.key') })).toMatchObject({ exitCode: 78, told: saying('not the one') })
    expect(await opening(store)).toContain('was not finished')
  })
  test.each([[['backup'], 64, '--keys FOLDER'], [[], 64, 'missing'], [['nothing', '--keys', 'backup-keys'], 66, 'manifest.json'], [['backup', '--keys', 'backup'], 66, 'holds events'], [['backup-keys', '--keys', 'backup-keys'], 66, 'holds keys']])(
    'restore %j is refused', async (words, exitCode, sentence) => {
      expect(await samenspel(await afterTheFire(), ['restore', ...words])).toMatchObject({ exitCode, told: saying(sentence) })
    })
  test('a folder with data is never restored into', async () => {
    expect(await samenspel(original, ['restore', 'backup', '--keys', 'backup-keys'])).toMatchObject({ exitCode: 73, told: saying("isn't empty") })
  })
  test('a backup that was not finished is none', async () => {
    const store = await afterTheFire()
    await rm(join(store.folder, 'backup/manifest.json'))
    expect(await restored(store)).toMatchObject({ exitCode: 66 })
    await mkdir(store.dataFolder)
    await chmod(store.dataFolder, 0o700)
  })
})

test('what one file needs of another is copied after it: whoever looked at an event of the copy has a line in it, and no event is without its key', async () => {
  own = await original.copy()
  const { told } = await samenspel(own, ['backup', 'ordered', '--keys', 'ordered-keys'])
  expect(Array.from(told.matchAll(/Copying (\S+)/g), ([, name]) => name)).toEqual(['state.sqlite', 'checkpoints.sqlite', 'events.sqlite', 'access-log.sqlite', 'keys.sqlite'])
})

test('an access log that was copied a moment after the events knows of more than the copy has, and the copy is whole all the same', async () => {
  own = await original.copy()
  expect(await samenspel(own, ['backup', 'hot', '--keys', 'hot-keys'])).toMatchObject({ exitCode: 0 })
  const folder = join(own.folder, 'hot')
  const database = new DatabaseSync(join(folder, 'access-log.sqlite'))
  database.exec('UPDATE other_log SET position = position + 2')
  database.close()
  const manifest = readManifest(folder, 'events')
  await rm(join(folder, 'manifest.json'))
  await writeManifest(folder, { ...manifest, files: await Promise.all(manifest.files.map(({ name }) => describeFile(folder, name))) })
  await rm(own.dataFolder, { recursive: true })
  expect(await samenspel(own, ['restore', 'hot', '--keys', 'hot-keys'])).toMatchObject({ exitCode: 0 })
  const after = await openStores(settingsIn(own.folder))
  try { expect(after.losses).toEqual([]) } finally { await after.close() }
})

test('a backup beside writers holds everything that was acknowledged before it began, with the keys to read it', async () => {
  own = await original.copy()
  const store = own
  const stores = await openStores(settingsIn(store.folder))
  const acknowledged: string[] = []
  let begun: readonly string[] = []
  const stop = new AbortController()
  const by = { person: demoId('hanne'), role: 'professional' as const, organisation: demoId('centre'), discipline: 'imhSpecialist' as const }
  const log = openAccessLog(stores.accessLog, stores.keys)
  // Every stream is a family of its own, so every event needs a key that was made for it.
  const write = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const family = newId()
      const event: DomainEvent & { readonly text: string } = { type: 'ContributionAdded', subject: { kind: 'child', person: newId() }, by, at: systemClock(), text: family }
      await stores.events.append(`family-${family}`, noEvents, [event], { commandId: newId() })
      await log.write(family, [aLine()])
      acknowledged.push(family)
    }
  }
  const writing = Array.from({ length: 4 }, write)
  try {
    while (acknowledged.length < 50) await new Promise(setImmediate)
    begun = [...acknowledged]
    const made = await samenspelProcess(store, ['backup', 'hot', '--keys', 'hot-keys', '--json'])
    expect(made).toMatchObject({ exitCode: 0, told: saying('Copying keys.sqlite') })
    expect(JSON.parse(made.out)).toMatchObject({ found: 0, logs: { events: { erased: 0 } } })
  } finally {
    stop.abort()
    await Promise.all(writing)
    await stores.close()
  }
  expect(acknowledged.length).toBeGreaterThan(begun.length)
  await rm(store.dataFolder, { recursive: true })
  expect(await samenspelProcess(store, ['restore', 'hot', '--keys', 'hot-keys'])).toMatchObject({ exitCode: 0, out: saying('All is well.') })
  const after = await openStores(settingsIn(store.folder))
  try {
    expect(after.losses).toEqual([])
    const kept = new Set<string>()
    for await (const { stream, content } of after.events.readAll({ filter: { types: ['ContributionAdded'] } })) {
      expect(isErased(content)).toBe(false)
      kept.add(stream.slice('family-'.length))
    }
    expect(begun.filter((family) => !kept.has(family))).toEqual([])
    // Nobody's look is without its line: what stands in the events and was answered stands in the access log.
    const lines = new Set<string>()
    for await (const { stream } of after.accessLog.readAll()) lines.add(stream.slice('access-'.length))
    expect(begun.filter((family) => !lines.has(family))).toEqual([])
    // A writer has one at most under way: its event may be in the copy while its line was not written yet.
    expect([...kept].filter((family) => acknowledged.includes(family) && !lines.has(family)).length).toBeLessThanOrEqual(writing.length)
  } finally {
    await after.close()
  }
})

describe('rebuild', () => {
  test('fills the tables with what they held', async () => {
    own = await original.copy()
    const store = own
    const tables = () => {
      const database = new DatabaseSync(join(store.dataFolder, 'read-models.sqlite'), { readOnly: true })
      const rows = ['participation', 'checkpoint', 'open_signal'].map((table) => database.prepare(`select * from ${table} order by 1, 2`).all())
      database.close()
      return rows
    }
    expect(await samenspel(store, ['rebuild'])).toMatchObject({ exitCode: 0, out: 'The tables show every event.' })
    const grown = tables()
    expect(grown[0]?.length).toBeGreaterThan(3)
    store.tamper('read-models.sqlite', (database) => { database.exec("delete from participation; update checkpoint set position = ''") })
    expect(await samenspel(store, ['rebuild', '--json'])).toMatchObject({ exitCode: 0, result: { everyEvent: true } })
    expect(tables()).toEqual(grown)
  })
  test('waits for nobody: while the application runs it is refused', async () => {
    own = await original.copy()
    const stores = await openStores(settingsIn(own.folder))
    try {
      expect(await samenspel(own, ['rebuild'])).toMatchObject({ exitCode: 75, told: saying('Another process works') })
    } finally {
      await stores.close()
    }
  })
  test('needs data', async () => {
    expect(await samenspel(await afterTheFire(), ['rebuild'])).toMatchObject({ exitCode: 66 })
    expect(await samenspel(original, ['rebuild', 'now'])).toMatchObject({ exitCode: 64 })
  })
})

describe('the command line', () => {
  test('tells what there is, and what each command does', async () => {
    expect(await samenspel(original, ['--help'])).toMatchObject({ exitCode: 0, out: saying('Exit codes:') })
    for (const name of ['verify', 'backup', 'restore', 'rebuild', 'checkpoint']) expect(await samenspel(original, [name, '--help'], { SAMENSPEL_PORT: 'wrong' })).toMatchObject({ exitCode: 0, out: saying(`Usage: samenspel ${name}`) })
  })
  test('knows no other command, and no wrong setting', async () => {
    expect(await samenspel(original, [])).toMatchObject({ exitCode: 64, told: saying('Usage: samenspel COMMAND') })
    expect(await samenspel(original, ['erase'])).toMatchObject({ exitCode: 64, told: saying('There is no command erase') })
    expect(await samenspel(original, ['verify', '--json'], { SAMENSPEL_PORT: 'wrong' })).toMatchObject({ exitCode: 78, result: { exitCode: 78, problem: saying('SAMENSPEL_PORT') } })
  })
  test('says in one sentence what is wrong with what it was given', async () => {
    expect((await samenspel(original, ['backup', 'x', '--keyz', 'y'])).told.split('\n')[0]).toBe("Unknown option '--keyz'.")
    for (const command of ['verify', 'erasures']) expect(await samenspel(original, [command, '--checkpoints', 'nowhere'])).toMatchObject({ exitCode: 66, told: saying('There is no folder') })
    expect(await samenspel(original, ['verify'], { SAMENSPEL_CHECKPOINTS: 'not-there' })).toMatchObject({ exitCode: 66, told: saying('where SAMENSPEL_CHECKPOINTS says') })
    const masterKey = join(original.folder, 'keys/master.key')
    await chmod(masterKey, 0o640)
    expect(await samenspel(original, ['verify'])).toMatchObject({ exitCode: 78, told: saying('can be read by others than its owner; give it the mode 600.') })
    await chmod(masterKey, 0o600)
  })
})

/** Makes a manifest fit what lies in its folder now. */
const trust = async (store: SmallStore, folder: string): Promise<void> => {
  const file = join(store.folder, folder, 'manifest.json')
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { readonly files: readonly { readonly name: string }[] }
  const { describeFile } = await import('./backup-files.ts')
  await writeFile(file, JSON.stringify({ ...manifest, files: await Promise.all(manifest.files.map(({ name }) => describeFile(join(store.folder, folder), name))) }))
}

const withoutCheckpoints = (logs: unknown) =>
  Object.fromEntries(Object.entries(logs as Readonly<Record<string, Readonly<Record<string, unknown>>>>).map(([log, { events, streams, last, root }]) => [log, { events, streams, last, root }]))
