import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { systemClock } from '@samenspel/kernel'
import { openRegion } from '../demo/open-region.ts'
import { startApi } from '../testing/running-api.ts'
import { samenspel } from '../testing/small-store.ts'
import { takeCopy } from '../testing/take-copy.ts'

/** A folder with data, keys and the copy that a mother took from it. */
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-copy-'))
  const api = await startApi()
  try {
    const { file } = await takeCopy(api, await api.as('mother'), demoId('family verhoeven'))
    await writeFile(join(folder, 'copy.html'), file)
    // What is recorded after it changes nothing about it.
    await takeCopy(api, await api.as('father'), demoId('family verhoeven'))
    await api.restart(async () => { await cp(api.folder, folder, { recursive: true }) })
  } finally {
    await api.stop()
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Verdict = { readonly found: number; readonly erased: number; readonly entries: number; readonly findings: readonly { readonly code: string; readonly entry?: { readonly number: number; readonly title: string }; readonly sentence: string }[] }

/** What verify says of a copy, on these data or others. */
const verify = async (file: string, data = folder) => {
  const { exitCode, result, out } = await samenspel({ folder: data, settings: { SAMENSPEL_DATA: join(data, 'data'), SAMENSPEL_MASTER_KEY_FILE: join(data, 'keys/master.key') } }, ['verify', '--copy', file, '--json'])
  return { exitCode, out, ...result as unknown as Verdict }
}
const codes = ({ findings }: Verdict) => findings.map(({ code, entry }) => entry === undefined ? code : `${code} ${entry.title}`)

/** Verifies it on data to which somebody did something. */
const verifyAfter = async (database: string, work: (opened: DatabaseSync) => void) => {
  const victim = await mkdtemp(join(tmpdir(), 'samenspel-copy-'))
  try {
    await cp(folder, victim, { recursive: true })
    const opened = new DatabaseSync(join(victim, 'data', database))
    try { work(opened) } finally { opened.close() }
    return await verify('copy.html', victim)
  } finally {
    await rm(victim, { recursive: true, force: true })
  }
}
const changedCopy = async (how: (file: string) => string): Promise<string> => {
  const before = await readFile(join(folder, 'copy.html'), 'utf8')
  const after = how(before)
  expect(after).not.toBe(before)
  await writeFile(join(folder, 'changed.html'), after)
  return 'changed.html'
}

describe('a copy that was made here', () => {
  test('is well, with the fingerprint that its owner can compare', async () => {
    const verdict = await verify('copy.html')
    expect(verdict).toMatchObject({ exitCode: 0, found: 0, erased: 0 })
    expect(verdict.entries).toBeGreaterThan(100)
    const { out, exitCode } = await samenspel({ folder, settings: { SAMENSPEL_DATA: join(folder, 'data'), SAMENSPEL_MASTER_KEY_FILE: join(folder, 'keys/master.key') } }, ['verify', '--copy', 'copy.html'])
    expect([exitCode, out]).toEqual([0, expect.stringMatching(/^A copy of 20\S+: \d+ entries with \d+ proofs\.\nFingerprint of the key of this installation: ([0-9a-f]{8} ?){8}\nIt is as it was made here, and all of it stands in the log\.$/)])
  })
  test('is well after persons were erased, and says how much', async () => {
    const verdict = await verifyAfter('keys.sqlite', (database) => { database.exec("delete from data_key where subject like 'adult:%'") })
    expect(verdict).toMatchObject({ exitCode: 0, found: 0 })
    expect(verdict.erased).toBeGreaterThan(5)
  })
})

describe('verify says of a copy', () => {
  test('which entry was changed', async () => {
    const verdict = await verify(await changedCopy((file) => file.replace('Hier ben ik veilig.', 'Hier ben ik alleen.')))
    expect([verdict.exitCode, codes(verdict)]).toEqual([1, ['entry-differs Bijdrage over Anouk en Sem']])
  })
  test('that its look was changed, even where its words are the same', async () => {
    expect(codes(await verify(await changedCopy((file) => file.replace("show('wrong'", "show('fine'"))))).toEqual(['page-differs'])
  })
  test('that it is none of this installation', async () => {
    const other = await startApi({ prepare: (stores, files) => openRegion(files, stores.state, systemClock, () => undefined) })
    try {
      const { file } = await takeCopy(other, await other.as('mother'), demoId('family verhoeven'))
      await writeFile(join(folder, 'other.html'), file)
    } finally {
      await other.stop()
    }
    const verdict = await verify('other.html')
    expect(verdict.exitCode).toBe(1)
    expect(codes(verdict)).toContain('signed-elsewhere')
  })
  test('that it is no copy', async () => {
    await writeFile(join(folder, 'nothing.html'), '<p>Kopie</p>')
    expect(codes(await verify('nothing.html'))).toEqual(['not-a-copy'])
    expect(await samenspel({ folder, settings: { SAMENSPEL_DATA: join(folder, 'data'), SAMENSPEL_MASTER_KEY_FILE: join(folder, 'keys/master.key') } }, ['verify', '--copy', 'nowhere.html'])).toMatchObject({ exitCode: 66 })
  })
})

describe('verify notices of the log', () => {
  const lastOf = (database: DatabaseSync, type: string) => database.prepare('select position from event where type = ? order by position limit 1').get(type) as { readonly position: number }

  test('that what made an entry was taken out', async () => {
    const verdict = await verifyAfter('events.sqlite', (database) => { database.prepare('delete from event where position = ?').run(lastOf(database, 'GuidingQuestionSet').position) })
    expect([verdict.exitCode, codes(verdict)]).toEqual([1, expect.arrayContaining(['root-differs'])])
  })
  test('that what made an entry says something else now', async () => {
    const verdict = await verifyAfter('events.sqlite', (database) => {
      for (const { position, data } of database.prepare("select position, data from event where type = 'ContributionAdded'").all() as unknown as readonly { position: number; data: Uint8Array }[]) {
        database.prepare('update event set data = ? where position = ?').run(data.map((byte, index) => index === 30 ? byte ^ 1 : byte), position)
      }
    })
    expect(codes(verdict).filter((code) => code.startsWith('not-in-the-log')).length).toBeGreaterThan(3)
    expect(codes(verdict)).toContain('not-in-the-log Bijdrage over Anouk en Sem')
  })
  test('that somebody’s look was taken out of the access log', async () => {
    const verdict = await verifyAfter('access-log.sqlite', (database) => { database.exec('delete from event where position = (select min(position) from event)') })
    expect(codes(verdict)).toContain('root-differs')
  })
  test('that the note of a copy was made by somebody with the key, but never here', async () => {
    const verdict = await verifyAfter('checkpoints.sqlite', (database) => { database.exec('delete from copy_note') })
    expect(codes(verdict)).toEqual(['note-unknown', 'note-unknown'])
  })
})
