/** What an operator has of an erasure: a ledger, a certificate that can be checked, and backups that bring nobody back. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { isErased } from '@samenspel/event-codec'
import { newId, type Clock } from '@samenspel/kernel'
import { openParts } from '../composition/parts.ts'
import { openStores } from '../composition/stores.ts'
import { openFiles } from '../composition/open-files.ts'
import { ownKey } from '../composition/own-key.ts'
import { isCleared } from '../erasing/clearing.ts'
import { openPreferences } from '../messages/preferences.ts'
import { openDrafts } from '../sessions/drafts.ts'
import { openWorkingNotes } from '../sessions/working-notes.ts'
import { carriedOut, clock, decideErasure, joost, verhoeven } from '../testing/erased-father.ts'
import { settingsIn } from '../testing/running-api.ts'
import { samenspel, smallStore, type SmallStore } from '../testing/small-store.ts'

let store: SmallStore
let certificate: string
const place = (name: string) => join(store.folder, name)
const settings = () => settingsIn(store.folder)
/** The application on a folder, without its web server. */
const opened = async <Result>(work: (parts: Awaited<ReturnType<typeof openParts>>, stores: Awaited<ReturnType<typeof openStores>>) => Promise<Result>): Promise<Result> => {
  const stores = await openStores(settings())
  const parts = await openParts(stores, clock, settings().urgentNumbers)
  try {
    return await work(parts, stores)
  } finally {
    await parts.close()
    await stores.close()
  }
}
/** Names by which the father is called in what can be read. */
const namesRead = (): Promise<readonly string[]> => opened(async (_, { events }) => {
  const texts: string[] = []
  for await (const { content } of events.readAll()) if (!isErased(content)) texts.push(JSON.stringify(content))
  return ['"firstName":"Joost"', 'Joost Verhoeven', '0800 555 0302'].filter((name) => texts.some((text) => text.includes(name)))
})
const draftsOf = (person: string) => opened(async (_, stores) => openDrafts(stores.state, await ownKey(stores.keys, 'drafts'), clock).find(person, verhoeven, 'too-much'))
/** How many mail addresses of him are kept, sealed or not. */
const addressesOf = (person: string) => opened(async (_, { state }) => (await state.selectFrom('mail_person').selectAll().where('person', '=', person).execute()).length)
const notes = () => opened(({ app }) => app.workingNotes.all(demoId('practitioner femke'), verhoeven, 'Europe/Amsterdam'))
const backup = (name: string) => samenspel(store, ['backup', place(`backup/${name}`), '--keys', place(`keys-backup/${name}`)])
const restore = async (events: string, keys: string, ...more: readonly string[]) => {
  await rm(store.dataFolder, { recursive: true, force: true })
  return samenspel(store, ['restore', place(`backup/${events}`), '--keys', place(`keys-backup/${keys}`), ...more])
}

beforeAll(async () => {
  store = await smallStore()
  await opened(async ({ app }, { state, keys }) => {
    await app.drafts.save(joost, verhoeven, 'too-much', 'Het is te veel.')
    await app.workingNotes.keep(demoId('practitioner femke'), verhoeven, { commandId: newId(), text: 'Joost belt morgen.' })
    await openPreferences(state, keys).change(joost, 'nl', (before) => ({ ...before, address: 'joost@example.org' }))
  })
  expect([await addressesOf(joost), (await notes()).length]).toEqual([1, 1])
  expect((await backup('before')).exitCode).toBe(0)
  certificate = await opened(async (parts, stores) => {
    await parts.start()
    const files = openFiles(stores.events)
    return carriedOut({ get files() { return openFiles(stores.events) } }, await decideErasure(files))
  })
  await writeFile(place('certificate.json'), `${JSON.stringify(JSON.parse(certificate), undefined, 2)}\n`)
  expect((await backup('after')).exitCode).toBe(0)
})
afterAll(() => store.remove())

const contentOf = (certificate: string) => (JSON.parse(certificate) as { readonly content: { readonly events: number; readonly erasure: string } }).content

describe('after an erasure', () => {
  test('verify finds nothing wrong, and knows each event that cannot be read', async () => {
    const { exitCode, result, told } = await samenspel(store, ['verify', '--json'])
    expect([exitCode, told.includes('went wrong'), result]).toEqual([0, false, expect.objectContaining({ found: 0, erasures: { entries: 1, events: contentOf(certificate).events } })])
  })
  test('the certificate can be checked, however its JSON is laid out', async () => {
    const { exitCode, out } = await samenspel(store, ['verify', '--certificate', place('certificate.json')])
    expect([exitCode, out]).toEqual([0, expect.stringContaining('and all of it is so.')])
  })
  test('a certificate with one word changed, of another installation, or of more than was erased, is not', async () => {
    const check = async (text: string) => {
      await writeFile(place('other.json'), text)
      const { exitCode, result } = await samenspel(store, ['verify', '--certificate', place('other.json'), '--json'])
      return [exitCode, (result['findings'] as readonly { readonly code: string }[]).map(({ code }) => code)]
    }
    expect(await check(certificate.replace('"ground":"request"', '"ground":"unlawful"'))).toEqual([1, ['certificate-wrong']])
    expect(await check('{}')).toEqual([1, ['certificate-wrong']])
    expect((await samenspel(store, ['verify', '--certificate', place('nowhere.json')])).exitCode).toBe(66)
    expect((await samenspel(store, ['verify', '--certificate', place('certificate.json'), '--sealed'])).exitCode).toBe(64)
  })
  test('the ledger is listed, and all of its keys are gone', async () => {
    const { exitCode, result } = await samenspel(store, ['erasures', '--json'])
    expect([exitCode, result['erasures']]).toEqual([0, [expect.objectContaining({ erasureId: contentOf(certificate).erasure, back: 0 })]])
  })
  test('what was written since is kept, also where an older program left no mark of the erasure', async () => {
    const later: Clock = () => Temporal.Now.instant().add({ hours: 1 }).toString({ fractionalSecondDigits: 3 })
    const femke = demoId('practitioner femke')
    await opened(async (_, { state, keys, noteDays }) => {
      await openDrafts(state, await ownKey(keys, 'drafts'), later).save(joost, verhoeven, 'too-much', 'Toch weer te veel.')
      await openWorkingNotes(state, await ownKey(keys, 'working-notes'), later, noteDays).keep(femke, verhoeven, { commandId: newId(), text: 'De school belt terug.' })
      await openPreferences(state, keys).change(joost, 'nl', (before) => ({ ...before, address: 'opnieuw@example.org' }))
      await state.insertInto('sign_in_link').values({ subject: 'joost anew', app: 'parent', person: joost, role: 'familyMember', organisation: null, name: null, linked_at: later() }).execute()
      await state.deleteFrom('mark').where('name', 'like', 'erased %').execute()
    })
    expect((await draftsOf(joost))?.content).toBe('Toch weer te veel.')
    expect([await addressesOf(joost), (await notes()).map(({ text }) => text)]).toEqual([1, ['De school belt terug.']])
    await opened(async (_, { state }) => {
      expect(await state.selectFrom('sign_in_link').select('subject').where('person', '=', joost).execute()).toEqual([{ subject: 'joost anew' }])
      expect(await isCleared(state, contentOf(certificate).erasure)).toBe(true)
    })
  })
})

describe('a backup from before', () => {
  const isStillErased = async (): Promise<void> => {
    expect(await namesRead()).toEqual([])
    expect((await samenspel(store, ['verify', '--json'])).result).toMatchObject({ found: 0 })
  }
  test('restored with its own keys brings nobody back: the ledger beside the master key is gone through first (P-13)', async () => {
    const { exitCode, out } = await restore('before', 'before')
    expect([exitCode, out]).toEqual([0, expect.stringContaining('Erased again')])
    await isStillErased()
    expect([await draftsOf(joost), await addressesOf(joost), await notes()]).toEqual([undefined, 0, []])
    expect((await samenspel(store, ['verify', '--certificate', place('certificate.json'), '--json'])).result).toMatchObject({ findings: [{ code: 'certificate-wrong' }] })
  })
  test('restored where nothing of the ledger is left but the copy with later keys brings nobody back', async () => {
    await rm(place('keys/master.erasures'))
    expect((await restore('before', 'after')).exitCode).toBe(0)
    await isStillErased()
    // His keys were gone already: what lay beside the events is older than they.
    expect([await draftsOf(joost), await addressesOf(joost), await notes()]).toEqual([undefined, 0, []])
    expect(await readFile(place('keys/master.erasures'), 'utf8')).toContain('samenspel/erasure/1')
  })
  test('restored with an entry that was kept outside brings nobody back', async () => {
    const line = (await readFile(place('keys/master.erasures'), 'utf8')).trim()
    const { installation, erasureId } = (JSON.parse(line) as { content: { installation: string; erasureId: string } }).content
    await mkdir(place('outside'), { recursive: true })
    await writeFile(place(`outside/samenspel-${installation}-${erasureId}.erasure`), `${line}\n`)
    await rm(place('keys/master.erasures'))
    // Checkpoints of later events lie nowhere here: only the entry is in that folder.
    expect((await restore('before', 'before', '--checkpoints', place('outside'))).exitCode).toBe(1)
    await rm(place('keys/master.erasures'), { force: true })
    expect((await restore('before', 'before')).out).toContain('No ledger of erasures was found')
    expect(await namesRead()).not.toEqual([])
    expect((await samenspel(store, ['erasures', '--checkpoints', place('outside')])).exitCode).toBe(1)
    expect((await samenspel(store, ['erasures', '--replay'])).exitCode).toBe(0)
    await isStillErased()
    expect(await draftsOf(joost)).toBeUndefined()
  })
  test('whose keys are copied back by hand is erased again at the next start', async () => {
    await rm(place('data/keys.sqlite'))
    for (const end of ['-wal', '-shm']) await rm(place(`data/keys.sqlite${end}`), { force: true })
    await cp(place('keys-backup/before/keys.sqlite'), place('data/keys.sqlite'))
    expect((await samenspel(store, ['verify', '--json'])).result).toMatchObject({ findings: expect.arrayContaining([expect.objectContaining({ code: 'key-came-back' })]) as unknown })
    await isStillErased()
  })
  test('with a ledger that somebody changed is not opened at all', async () => {
    const ledger = await readFile(place('keys/master.erasures'), 'utf8')
    await writeFile(place('keys/master.erasures'), ledger.replace(/"keys":\["[^"]+",/, '"keys":['))
    await expect(openStores(settings())).rejects.toThrow('is not what this installation signed')
    expect((await restore('before', 'before')).exitCode).toBe(66)
    await writeFile(place('keys/master.erasures'), ledger)
    expect((await restore('before', 'before')).exitCode).toBe(0)
    await isStillErased()
  })
  test('and a line that was cut off while it was written counts as not written', async () => {
    const ledger = await readFile(place('keys/master.erasures'), 'utf8')
    await writeFile(place('keys/master.erasures'), `${ledger}{"kind":"samenspel/er`)
    await isStillErased()
  })
})

test('keys that were destroyed by nobody’s decision are found', async () => {
  expect((await restore('after', 'after')).exitCode).toBe(0)
  const stores = await openStores(settings())
  await stores.keys.destroy({ scope: verhoeven, subject: 'case' })
  await stores.close()
  expect((await samenspel(store, ['verify', '--json'])).result).toMatchObject({ exitCode: 1, findings: [{ code: 'erased-without-entry' }] })
})
