import { createSecretKey } from 'node:crypto'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { linkOf } from '@samenspel/event-codec'
import { systemClock } from '@samenspel/kernel'
import { openFiles } from '../../composition/open-files.ts'
import { openStores, type Stores } from '../../composition/stores.ts'
import { openAccessLog } from '../../disclosure/access-log.ts'
import { clock, everyController, joost, officer, today } from '../../testing/erased-father.ts'
import { settingsIn } from '../../testing/running-api.ts'
import { emptyStore, samenspel, smallStore, type SmallStore } from '../../testing/small-store.ts'
import { readArchive, writeArchive, type FamilyArchive } from './family-archive.ts'

const verhoeven = demoId('family verhoeven')
/** In the same installation, and not in the archive. */
let other: string

/** A region, and a family of it in `verhoeven.family` with `verhoeven.key`. */
let origin: SmallStore
beforeAll(async () => {
  origin = await smallStore()
  other = await withStores(origin, async ({ log }) => {
    for await (const { stream } of log.readAll({ filter: { types: ['FamilyOpened'] } })) if (stream !== `family-${verhoeven}`) return stream.slice('family-'.length)
    throw new Error('there is one family only')
  })
  expect(await samenspel(origin, ['export-family', verhoeven, '--to', 'verhoeven.family', '--key', 'verhoeven.key'])).toMatchObject({ exitCode: 0 })
})
afterAll(() => origin.remove())

const made: SmallStore[] = []
afterEach(async () => { for (const store of made.splice(0)) await store.remove() })
/** Another installation, with a master key of its own and nothing recorded. */
const elsewhere = async (): Promise<SmallStore> => {
  const store = await emptyStore()
  made.push(store)
  return store
}
const archive = (name = 'verhoeven.family') => join(origin.folder, name)
const imported = (into: SmallStore, file = archive(), key = join(origin.folder, 'verhoeven.key')) => samenspel(into, ['import', file, '--key', key, '--json'])

const withStores = async <Result>(store: SmallStore, work: (stores: Stores) => Promise<Result>): Promise<Result> => {
  const stores = await openStores(settingsIn(store.folder))
  try {
    return await work(stores)
  } finally {
    await stores.close()
  }
}
const stateOf = (store: SmallStore, family: string) => withStores(store, async ({ events }) => {
  const files = openFiles(events)
  return { file: await files.cases.state(family), agenda: await files.agendas.state(family) }
})
const linesOf = (store: SmallStore, family: string) => withStores(store, ({ accessLog, keys }) => openAccessLog(accessLog, keys).read(family))
const saying = (text: string): unknown => expect.stringContaining(text)

describe('a family that moves to another installation', () => {
  test('is there what it was here, with who looked at it, and all of it still verifies', async () => {
    const there = await elsewhere()
    expect(await imported(there)).toMatchObject({ exitCode: 0, result: { family: verhoeven } })
    expect(await stateOf(there, verhoeven)).toEqual(await stateOf(origin, verhoeven))
    expect((await linesOf(there, verhoeven)).slice(0, -1)).toEqual(await linesOf(origin, verhoeven))
    expect(await samenspel(there, ['verify', '--json'])).toMatchObject({ exitCode: 0, result: { found: 0 } })
  })
  test('goes on there: what is recorded next follows on what came', async () => {
    const there = await elsewhere()
    await imported(there)
    const { file } = await stateOf(there, verhoeven)
    const coordinator = file.isOpen ? file.careTeam.members.find(({ practitionerId }) => practitionerId === file.careTeam.coordinator) : undefined
    await withStores(there, async ({ events }) => {
      const { refusal } = await openFiles(events).cases.handle(verhoeven, {
        type: 'AddMember', by: { person: coordinator?.practitionerId ?? '', role: 'professional', organisation: coordinator?.organisation ?? '' }, at: systemClock(), registrationValid: true,
        memberId: demoId('somebody'), role: 'grandparent', firstName: 'Corrie', inHousehold: false, isIndexChild: false,
      }, demoId('a command'))
      expect(refusal).toBeUndefined()
    })
    expect(await samenspel(there, ['verify', '--json'])).toMatchObject({ exitCode: 0 })
  })
  test('takes nothing of another family along', async () => {
    const there = await elsewhere()
    await imported(there)
    expect((await stateOf(there, other)).file.isOpen).toBe(false)
    expect(await readFile(archive(), 'utf8')).not.toContain(other)
    await withStores(there, async ({ keys }) => { expect(await keys.ofScope(other)).toEqual([]) })
  })
  test('leaves a line in the log on both sides: for each kind of data where it came from, once where it went', async () => {
    const there = await elsewhere()
    await imported(there)
    await imported(there)
    const before = await linesOf(origin, verhoeven)
    const copied = before.filter(({ operation }) => operation === 'export-family')
    expect(copied.length).toBeGreaterThan(5)
    expect(new Set(copied.map(({ subject, category }) => JSON.stringify([subject, category]))).size).toBe(copied.length)
    expect(copied[0]).toMatchObject({ action: 'export', by: { role: 'system' }, outcome: 'done', accessPoint: 'commandLine' })
    expect((await linesOf(there, verhoeven)).filter(({ operation }) => operation === 'import')).toHaveLength(1)
  })
  test('imported twice, it is there once', async () => {
    const there = await elsewhere()
    await imported(there)
    const first = await stateOf(there, verhoeven)
    expect(await imported(there)).toMatchObject({ exitCode: 0, result: { imported: 0 } })
    expect(await stateOf(there, verhoeven)).toEqual(first)
  })
  test('an import that was interrupted goes on where it was', async () => {
    const there = await elsewhere()
    const key = createSecretKey(Buffer.from(await readFile(join(origin.folder, 'verhoeven.key'), 'utf8'), 'base64'))
    const whole = readArchive(await readFile(archive(), 'utf8'), 'file', key)
    const half: FamilyArchive = { ...whole, streams: whole.streams.slice(0, 1).map((stream) => ({ ...stream, events: stream.events.slice(0, 5) })) }
    await withStores(there, async (stores) => {
      await stores.keys.adopt(half.keys)
      await stores.log.append(half.streams[0]!.stream, 'none', half.streams[0]!.events)
    })
    expect(await imported(there)).toMatchObject({ exitCode: 0 })
    expect(await stateOf(there, verhoeven)).toEqual(await stateOf(origin, verhoeven))
  })
  test('is found by the number of its case too', async () => {
    const { file } = await stateOf(origin, verhoeven)
    const number = file.isOpen ? file.family.caseNumber : ''
    expect(await samenspel(origin, ['export-family', number, '--to', 'by-number.family', '--key', 'by-number.key', '--json'])).toMatchObject({ exitCode: 0, result: { family: verhoeven } })
  })
  test('what was erased stays erased on the way, and with whoever has it already', async () => {
    const here = await origin.copy()
    made.push(here)
    const subject = `child:${demoId('verhoeven sem')}`
    await withStores(here, async ({ keys }) => { expect((await keys.destroy({ scope: verhoeven, subject })).length).toBeGreaterThan(0) })
    expect(await samenspel(here, ['export-family', verhoeven, '--to', 'after.family', '--key', 'after.key'])).toMatchObject({ exitCode: 0 })
    const there = await elsewhere()
    for (let times = 0; times < 2; times++) expect(await imported(there, join(here.folder, 'after.family'), join(here.folder, 'after.key'))).toMatchObject({ exitCode: 0 })
    expect(await samenspel(there, ['verify', '--json'])).toMatchObject({ exitCode: 0, result: { found: 0, erasures: { entries: 1 } } })
    for (const store of [there, here]) {
      const erased = await stateOf(store, verhoeven)
      // An older archive, from before the erasure, brings nothing back.
      await imported(store)
      expect(await stateOf(store, verhoeven)).toEqual(erased)
      await withStores(store, async ({ keys }) => { expect((await keys.ofScope(verhoeven)).filter(({ owner }) => owner.subject === subject)).toEqual([]) })
    }
  })
})

describe('an archive', () => {
  test('opens nothing without its transfer key, and both are for their owner only', async () => {
    const text = await readFile(archive(), 'utf8')
    await withStores(origin, async ({ keys }) => {
      for (const { key } of await keys.ofScope(verhoeven)) expect(text).not.toContain(key.export().toString('base64'))
    })
    for (const name of ['verhoeven.family', 'verhoeven.key']) expect((await stat(archive(name))).mode & 0o077).toBe(0)
    expect(text).not.toContain('Verhoeven')
  })
  test('is written over nothing, and not into the data', async () => {
    expect(await samenspel(origin, ['export-family', verhoeven, '--to', 'verhoeven.family', '--key', 'other.key'])).toMatchObject({ exitCode: 73 })
    expect(await samenspel(origin, ['export-family', verhoeven, '--to', 'data/x', '--key', 'y.key'])).toMatchObject({ exitCode: 64, told: saying('outside the data folder') })
    await rm(archive('other.key'), { force: true })
  })
  test('is not made while somebody of the family waits to be erased', async () => {
    const here = await origin.copy()
    made.push(here)
    await withStores(here, async ({ events }) => {
      const { refusal } = await openFiles(events).erasures.handle(verhoeven, { type: 'RequestErasure', by: officer, at: clock(), erasureId: demoId('an erasure'), person: joost, askedBy: [joost], receivedOn: today, controllers: everyController, jurisdiction: 'NL', today }, demoId('a request'))
      expect(refusal).toBeUndefined()
    })
    expect(await samenspel(here, ['export-family', verhoeven, '--to', 'a.family', '--key', 'a.key'])).toMatchObject({ exitCode: 75, told: saying('asked to be erased') })
    await expect(stat(join(here.folder, 'a.key'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
  test('of nobody is not made', async () => {
    expect(await samenspel(origin, ['export-family', demoId('nobody'), '--to', 'nobody.family', '--key', 'nobody.key'])).toMatchObject({ exitCode: 66, told: saying('There is no family') })
    await expect(stat(archive('nobody.key'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
  test('that was changed or cut off is refused, and nothing of it is imported', async () => {
    const text = await readFile(archive(), 'utf8')
    const lines = text.split('\n')
    const broken: readonly (readonly [string, string])[] = [
      [text.replace('"version":1', '"version":2'), 'was changed or damaged'], [text.slice(0, text.length / 2), 'has no end'], [lines.slice(0, -2).join('\n'), 'has no end'],
      ['', 'has no end'], ['{}\n', 'has no end'], ['not json\n', 'has no end'],
    ]
    for (const [content, sentence] of broken) {
      const there = await elsewhere()
      await writeFile(join(there.folder, 'broken.family'), content)
      expect(await imported(there, join(there.folder, 'broken.family'))).toMatchObject({ exitCode: 66, told: saying(sentence) })
      expect((await stateOf(there, verhoeven)).file.isOpen).toBe(false)
    }
  })
  test('made anew by somebody who has the transfer key, but with something left out, is refused by its chain', async () => {
    const there = await elsewhere()
    const key = createSecretKey(Buffer.from(await readFile(join(origin.folder, 'verhoeven.key'), 'utf8'), 'base64'))
    const whole = readArchive(await readFile(archive(), 'utf8'), 'file', key)
    const forged = (change: (events: FamilyArchive['streams'][number]['events']) => FamilyArchive['streams'][number]['events']): FamilyArchive =>
      ({ ...whole, streams: whole.streams.map((stream, i) => i === 0 ? { ...stream, events: change(stream.events) } : stream) })
    /** Links are no secret: whoever changes an event can make them anew. */
    const linkedAnew = (events: FamilyArchive['streams'][number]['events']) => {
      let link = ''
      return events.map((event) => {
        link = linkOf(link, event)
        return { ...event, metadata: { ...event.metadata, link } }
      })
    }
    for (const events of [
      forged((all) => all.toSpliced(3, 1)),
      forged((all) => all.with(3, { ...all[3]!, metadata: { ...all[3]!.metadata, actor: demoId('somebody else') } })),
      forged((all) => linkedAnew(all.with(3, { ...all[3]!, data: Buffer.from(all[3]!.data).reverse() }))),
    ]) {
      await writeFile(join(there.folder, 'forged.family'), [...writeArchive(events, key)].join(''))
      expect(await imported(there, join(there.folder, 'forged.family'))).toMatchObject({ exitCode: 1, out: saying('revision 3') })
    }
    expect((await stateOf(there, verhoeven)).file.isOpen).toBe(false)
  })
  test('needs its own transfer key', async () => {
    const there = await elsewhere()
    await writeFile(join(there.folder, 'other.key'), Buffer.alloc(32).toString('base64'))
    expect(await imported(there, archive(), join(there.folder, 'other.key'))).toMatchObject({ exitCode: 66, told: saying('another transfer key') })
    await writeFile(join(there.folder, 'no.key'), 'short')
    expect(await imported(there, archive(), join(there.folder, 'no.key'))).toMatchObject({ exitCode: 66, told: saying('is no transfer key') })
    expect(await imported(there, archive('nothing'))).toMatchObject({ exitCode: 66 })
  })
  test('of a family that went on differently here is refused', async () => {
    const here = await origin.copy()
    made.push(here)
    here.tamper('events.sqlite', (database) => { database.exec(`update event set metadata = replace(metadata, '"link":"', '"link":"x') where stream = 'family-${verhoeven}' and revision = 2`) })
    expect(await imported(here)).toMatchObject({ exitCode: 73, told: saying('another history from revision 2') })
  })
})
