/**
 * What a kill can't show: a power cut also takes what the system had not written yet. The disk is recorded under a running store
 * (`testing/disk.c`), and replayed up to many moments, each time losing what nobody had synced. Needs a C compiler.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { openSqliteEventStore } from './index.ts'
import { findLoss } from './loss.ts'
import { readMark } from './mark.ts'
import { buildDisk, emptyDisk, readActs, type DiskAct } from './testing/recorded-disk.ts'

const folder = mkdtempSync(join(tmpdir(), 'event-store-power-'))
const library = buildDisk(folder)
if (library === undefined) throw new Error('No C compiler (cc) on this machine: power cuts and failing disks can not be tried. Install gcc or clang.')
afterAll(() => { rmSync(folder, { recursive: true }) })

const run = (name: string, settings: Readonly<Record<string, string>>, before: readonly string[] = []) => {
  const disk = join(folder, name)
  mkdirSync(disk)
  return spawn(process.execPath, ['--conditions=@samenspel/source', ...before, fileURLToPath(new URL('./testing/writing.child.ts', import.meta.url)), join(disk, 'events.sqlite'), join(disk, 'acknowledged')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '', FORCE_COLOR: undefined, NO_COLOR: undefined, LD_PRELOAD: library, DISK_FOLDER: disk, ...settings },
  })
}

/** Random, and the same each time. */
const randomOf = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

describe('a power cut', () => {
  let acts: readonly DiskAct[]
  let actsOfSeldom: readonly DiskAct[]
  const record = async (name: string, before: readonly string[] = []): Promise<readonly DiskAct[]> => {
    const log = join(folder, `acts-${name}`)
    const child = run(name, { DISK_LOG: log }, before)
    let acknowledged = 0
    // Enough for the write-ahead log to be folded into the file once or more, and begun again.
    createInterface({ input: child.stdout }).on('line', () => { if (++acknowledged === 6_000) child.kill('SIGKILL') })
    await once(child, 'close')
    const all = readActs(log)
    expect(all.filter(({ kind, name: file }) => kind === 'sync' && file === 'events.sqlite').length).toBeGreaterThan(0)
    return all
  }
  beforeAll(async () => {
    acts = await record('recorded')
    actsOfSeldom = await record('seldom', ['--import', new URL('./testing/sync-seldom.ts', import.meta.url).href])
  }, 240_000)

  /** What lies on the disk by the first append: `-shm` is memory, and the journal of the making is gone, durably (`setMark`). */
  const kept = ['', '-wal', '.mark'].map(end => `events.sqlite${end}`)
  type Found = { lost: number; unreadable: number; falseAlarms: number; mostBehind: number }
  const cut = (points: number, honours: (name: string) => boolean = () => true, recording = acts): Found => {
    const random = randomOf(7)
    const moments = Array.from({ length: points }, () => Math.floor(random() * recording.length)).sort((a, b) => a - b)
    const disk = emptyDisk(honours)
    const found: Found = { lost: 0, unreadable: 0, falseAlarms: 0, mostBehind: 0 }
    let at = 0
    let acknowledged = 0
    for (const moment of moments) {
      for (; at < moment; at++) {
        const act = recording[at]!
        if (act.kind === 'write' && act.name === 'acknowledged') acknowledged = Number(act.data.toString())
        else disk.apply(act)
      }
      // Before the file was made nothing was acknowledged, and nothing can be lost.
      if (acknowledged === 0) continue
      const place = mkdtempSync(join(folder, 'cut-'))
      for (const [name, content] of disk.afterPowerCut(random)) if (kept.includes(name)) writeFileSync(join(place, name), content)
      judge(join(place, 'events.sqlite'), acknowledged, found)
      rmSync(place, { recursive: true })
    }
    return found
  }

  const judge = (file: string, acknowledged: number, found: Found): void => {
    try {
      const loss = findLoss(file)
      const database = new DatabaseSync(file, { readOnly: true })
      const { count, last } = database.prepare('SELECT count(*) AS count, max(position) AS last FROM event').get() as { count: number; last: number }
      const broken = database.prepare('SELECT stream FROM event GROUP BY stream HAVING count(*) <> max(revision) + 1').all()
      database.close()
      if (count !== last || broken.length > 0) found.unreadable++
      if (last < acknowledged) found.lost++
      if (last >= acknowledged && loss !== undefined) found.falseAlarms++
      if (existsSync(`${file}.mark`)) found.mostBehind = Math.max(found.mostBehind, last - (readMark(file) ?? 0))
    } catch {
      found.unreadable++
    }
  }

  test('loses nothing that was acknowledged, breaks nothing, and is never taken for damage', () => {
    const found = cut(400)
    expect(found).toMatchObject({ lost: 0, unreadable: 0, falseAlarms: 0 })
    // The mark is allowed to be behind, and is: so the cuts did take something.
    expect(found.mostBehind).toBeGreaterThan(0)
  }, 120_000)

  test('on a disk that only says that it wrote is found to lose, so this proof can fail', () => {
    expect(cut(400, name => !name.endsWith('-wal')).lost).toBeGreaterThan(50)
  }, 120_000)

  test('of a store that syncs its log seldom (`synchronous = NORMAL`) is found to lose, so this proof can fail', () => {
    expect(cut(400, () => true, actsOfSeldom).lost).toBeGreaterThan(50)
  }, 120_000)
})

describe('a disk that fails', () => {
  test('ends all acknowledging at once; reading goes on, and a new start finds everything that was acknowledged', async () => {
    const child = run('failing', { DISK_FAILS_AFTER: '60' })
    const lines: string[] = []
    for await (const line of createInterface({ input: child.stdout })) lines.push(line)
    if (child.exitCode === null) await once(child, 'exit')
    const acknowledged = lines.slice(0, -1)
    expect(lines.at(-1)).toMatch(/^refused EventStoreUnavailable writable false read \d+$/)
    expect(acknowledged.length).toBeGreaterThan(16)
    expect(Number(lines.at(-1)!.split(' ').at(-1))).toBeGreaterThanOrEqual(acknowledged.length)
    const store = openSqliteEventStore({ file: join(folder, 'failing', 'events.sqlite') })
    const ids = new Set((await Array.fromAsync(store.readAll())).map(({ id }) => id))
    await store.close()
    expect(store.loss).toBeUndefined()
    expect(acknowledged.filter(id => !ids.has(id))).toEqual([])
  }, 60_000)
})
