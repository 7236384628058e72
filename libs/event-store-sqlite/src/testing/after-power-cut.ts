/** A log as a power cut leaves it, to be cut, garbled or lost. */
import { expect } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { positionOf, type NewEvent } from '@samenspel/event-store'
import { openSqliteEventStore } from '../index.ts'

export const anEvent = (): NewEvent => ({ id: randomUUID(), type: 'Noted', version: 1, metadata: {}, data: new Uint8Array(300) })

/** How many events were acknowledged; each in a commit of its own. */
export const recorded = 40
export const frameBytes = 24 + 4096
export const headerBytes = 32

export type AfterPowerCut = {
  readonly folder: string
  /** The file that nobody opened since. */
  readonly original: string
  /** Its write-ahead log, and as the running store had it: with room for the next commits behind it. */
  readonly wal: Buffer
  readonly withRoom: Buffer
  /** The files as the power cut left them, under a name of their own. */
  readonly aCopy: (without?: readonly string[]) => string
  readonly remove: () => void
}

export const afterPowerCut = async (): Promise<AfterPowerCut> => {
  const folder = mkdtempSync(join(tmpdir(), 'event-store-loss-'))
  const running = join(folder, 'running.sqlite')
  const store = openSqliteEventStore({ file: running })
  for (let revision = -1; revision < recorded - 1; revision++) await store.append('test-1', revision === -1 ? 'none' : revision, [anEvent()])
  // Nothing was closed.
  const original = join(folder, 'original.sqlite')
  for (const end of ['', '-wal', '.mark']) copyFileSync(`${running}${end}`, `${original}${end}`)
  const withRoom = readFileSync(`${original}-wal`)
  const wal = withoutRoom(withRoom)
  writeFileSync(`${original}-wal`, wal)
  await store.close()
  let copies = 0
  return {
    folder, original, wal, withRoom,
    aCopy: (without = []) => {
      const file = join(folder, `copy-${++copies}.sqlite`)
      for (const end of ['', '-wal', '.mark']) if (!without.includes(end)) copyFileSync(`${original}${end}`, `${file}${end}`)
      return file
    },
    remove: () => { rmSync(folder, { recursive: true }) },
  }
}

/** Up to the last frame that is one of this log: they carry the salt that stands in its header. */
const withoutRoom = (log: Buffer): Buffer => {
  let end = headerBytes
  while (end + frameBytes <= log.length && log.subarray(end + 8, end + 16).equals(log.subarray(16, 24))) end += frameBytes
  return log.subarray(0, end)
}

/** Opens it as it is, and sees that what is left is the beginning of what was recorded, and that no event is missing without a word. */
export const openedWithLoss = async (file: string): Promise<number> => {
  const store = openSqliteEventStore({ file })
  const events = await Array.fromAsync(store.readAll())
  await store.close()
  expect(events.map(({ position, revision }) => [position, revision])).toEqual(events.map((_, i) => [positionOf(i + 1), i]))
  const missing = recorded - events.length
  expect(store.loss).toEqual(missing === 0 ? undefined : { file, missing, left: events.length })
  return missing
}

/** Turns one bit around, in so many places, the same each time and spread over the whole write-ahead log; each opens with what is before it. */
export const garble = async ({ wal, aCopy }: AfterPowerCut, flips: number): Promise<void> => {
  for (let flip = 0; flip < flips; flip++) {
    const file = aCopy()
    const at = Math.floor((flip + 0.5) / flips * wal.length)
    const garbled = Buffer.from(wal)
    garbled[at] = garbled[at]! ^ (1 << flip % 8)
    writeFileSync(`${file}-wal`, garbled)
    await openedWithLoss(file)
  }
}
