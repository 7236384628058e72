import { hash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { systemClock } from '@samenspel/kernel'
import { startApplication } from './application.ts'
import { openFiles } from './composition/open-files.ts'
import { ownKey } from './composition/own-key.ts'
import { openStores, type Stores } from './composition/stores.ts'
import { openAccessLog } from './disclosure/access-log.ts'
import { openDrafts } from './sessions/drafts.ts'
import { openSessions } from './sessions/sessions.ts'
import { settingsIn } from './testing/running-api.ts'
import { samenspel } from './testing/small-store.ts'

const verhoeven = demoId('family verhoeven')
const fixture = join(import.meta.dirname, 'testing/data-of-form-1')

/** A minute after the folder was written: sessions and drafts end with time. */
const thatDay = () => '2026-11-29T09:36:15.000Z'

let folder: string
afterEach(() => rm(folder, { recursive: true, force: true }))

/** The folder as that version left it, with its master key. */
const asItWas = async (): Promise<void> => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-upgrade-'))
  await mkdir(join(folder, 'data'))
  await mkdir(join(folder, 'keys'))
  for (const name of (await readdir(fixture)).filter((one) => one.endsWith('.sqlite.gz'))) await writeFile(join(folder, 'data', name.slice(0, -3)), gunzipSync(await readFile(join(fixture, name))))
  await writeFile(join(folder, 'keys/master.key'), await readFile(join(fixture, 'master.key')), { mode: 0o600 })
}
type Expected = { readonly token: string; readonly person: string; readonly family: object; readonly agenda: object; readonly lines: readonly object[] }
const expected = async (): Promise<Expected> => JSON.parse(gunzipSync(await readFile(join(fixture, 'expected.json.gz'))).toString()) as Expected
/** States hold maps and sets. */
const plain = (state: unknown): unknown =>
  JSON.parse(JSON.stringify(state, (_, value: unknown): unknown => value instanceof Map ? { map: Array.from<unknown>(value) } : value instanceof Set ? { set: Array.from<unknown>(value) } : value))
const withStores = async <Result>(work: (stores: Stores) => Promise<Result>): Promise<Result> => {
  const stores = await openStores(settingsIn(folder))
  try {
    return await work(stores)
  } finally {
    await stores.close()
  }
}
const environment = () => ({ folder, settings: { SAMENSPEL_DATA: join(folder, 'data'), SAMENSPEL_MASTER_KEY_FILE: join(folder, 'keys/master.key') } })
const start = () => startApplication({ settings: { ...settingsIn(folder), demo: false }, webApps: { desk: join(folder, 'no'), parent: join(folder, 'no') } })
const inData = async (): Promise<unknown> => Object.fromEntries(await Promise.all((await readdir(join(folder, 'data'))).sort().map(async (name): Promise<readonly [string, string]> => [name, hash('sha256', await readFile(join(folder, 'data', name)))])))

describe('data that the first version wrote', () => {
  test('are read as that version read them, drafts and who is signed in included, also at a second start', async () => {
    await asItWas()
    const { token, person, family, agenda, lines } = await expected()
    for (let starts = 0; starts < 2; starts++) {
      await withStores(async ({ events, accessLog, keys, state }) => {
        const files = openFiles(events)
        expect(plain(await files.cases.state(verhoeven))).toMatchObject(family)
        expect(plain(await files.agendas.state(verhoeven))).toMatchObject(agenda)
        expect(await openAccessLog(accessLog, keys).read(verhoeven)).toMatchObject(lines)
        expect(await openSessions(state, thatDay).find('desk', token)).toMatchObject({ person })
        expect(await openDrafts(state, await ownKey(keys, 'drafts'), thatDay).find(person, verhoeven, 'contribution')).toMatchObject({ content: 'half geschreven' })
      })
    }
  })
  test('are signed and verified from the first start on', async () => {
    await asItWas()
    await (await start()).close()
    expect(await samenspel(environment(), ['verify', '--json'])).toMatchObject({ exitCode: 0, result: { found: 0, logs: { events: { checkpoints: 1 }, 'access-log': { checkpoints: 1 } } } })
  })
  test('go on: what is recorded now follows on what was', async () => {
    await asItWas()
    await withStores(async ({ events }) => {
      const files = openFiles(events)
      const file = await files.cases.state(verhoeven)
      const coordinator = file.isOpen ? file.careTeam.members.find(({ practitionerId }) => practitionerId === file.careTeam.coordinator) : undefined
      const { refusal } = await files.cases.handle(verhoeven, {
        type: 'AddMember', by: { person: coordinator?.practitionerId ?? '', role: 'professional', organisation: coordinator?.organisation ?? '' }, at: systemClock(), registrationValid: true,
        memberId: demoId('somebody'), role: 'grandparent', firstName: 'Corrie', inHousehold: false, isIndexChild: false,
      }, demoId('a command'))
      expect(refusal).toBeUndefined()
    })
    expect(await samenspel(environment(), ['verify', '--json'])).toMatchObject({ exitCode: 0, result: { found: 0 } })
  })
})

describe('data that a newer version wrote', () => {
  const newer = async (): Promise<void> => {
    await asItWas()
    await withStores(() => Promise.resolve())
    await writeFile(join(folder, 'data/data-folder.json'), '{"form":3}\n')
  }
  test('are refused by the application and by every command in one sentence, and left as they are', async () => {
    await newer()
    const before = await inData()
    const sentence: unknown = expect.stringMatching(/written by a newer version of this program \(form 3; this one knows form 2\)/)
    await expect(start()).rejects.toMatchObject({ name: 'StartProblem', message: sentence })
    for (const words of [['verify'], ['backup', 'copy', '--keys', 'copy-keys'], ['rebuild'], ['checkpoint'], ['accept-loss', '--yes'], ['export-family', verhoeven, '--to', 'f', '--key', 'k']]) {
      expect(await samenspel(environment(), words)).toMatchObject({ exitCode: 78, told: sentence })
    }
    expect(await inData()).toEqual(before)
  })
  test('are not restored from their backup by an older version', async () => {
    await asItWas()
    await (await start()).close()
    expect(await samenspel(environment(), ['backup', 'copy', '--keys', 'copy-keys'])).toMatchObject({ exitCode: 0 })
    await writeFile(join(folder, 'copy/data-folder.json'), '{"form":3}\n')
    await rm(join(folder, 'data'), { recursive: true })
    expect(await samenspel(environment(), ['restore', 'copy', '--keys', 'copy-keys'])).toMatchObject({ exitCode: 78, told: expect.stringContaining('newer version') as unknown })
    await expect(readdir(join(folder, 'data'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
  test('with a mark that nobody can read are not guessed at', async () => {
    await newer()
    await writeFile(join(folder, 'data/data-folder.json'), '{"fo')
    await expect(start()).rejects.toMatchObject({ name: 'StartProblem', message: expect.stringContaining('is damaged') as unknown })
  })
})
