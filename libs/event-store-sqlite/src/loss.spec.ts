import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EventStoreReadOnly, positionOf } from '@samenspel/event-store'
import { acceptLoss, openSqliteEventStore, otherLogKnown, setOtherLogKnown, StoreDamaged } from './index.ts'
import { readMark, setMark } from './mark.ts'
import { afterPowerCut, anEvent, frameBytes, garble, headerBytes, openedWithLoss, recorded, type AfterPowerCut } from './testing/after-power-cut.ts'

let cutOff: AfterPowerCut
let folder: string
let original: string
let wal: Buffer
let withRoom: Buffer
beforeAll(async () => {
  cutOff = await afterPowerCut();
  ({ folder, original, wal, withRoom } = cutOff)
})
afterAll(() => { cutOff.remove() })
const aCopy = (without: readonly string[] = []): string => cutOff.aCopy(without)

describe('a write-ahead log that was cut', () => {
  test('nowhere, with the room that is made for the next commits, misses nothing', async () => {
    const file = aCopy()
    expect(withRoom.length).toBeGreaterThan(wal.length)
    writeFileSync(`${file}-wal`, withRoom)
    expect(await openedWithLoss(file)).toBe(0)
  })
  test('at any frame opens with what is before it, and the missing events are counted', async () => {
    const frames = Math.floor((wal.length - headerBytes) / frameBytes)
    expect(frames).toBeGreaterThan(recorded)
    const missing: number[] = []
    for (let frame = 0; frame <= frames; frame++) {
      const file = aCopy()
      truncateSync(`${file}-wal`, headerBytes + frame * frameBytes)
      missing.push(await openedWithLoss(file))
    }
    expect(missing[0]).toBe(recorded)
    expect(missing.at(-1)).toBe(0)
    // Each commit has at least one frame, so each number of missing events was met.
    expect(new Set(missing).size).toBe(recorded + 1)
  })

  test('or garbled, one bit in any of 200 places, the same', async () => {
    await garble(cutOff, 200)
  })

  test('or lost altogether, the same', async () => {
    expect(await openedWithLoss(aCopy(['-wal']))).toBe(recorded)
  })
})

describe('a log with a loss', () => {
  const cut = () => {
    const file = aCopy()
    truncateSync(`${file}-wal`, wal.length - 10 * frameBytes)
    return file
  }

  test('is read, followed, and never written: no append, not even a byte of what may still be saved', async () => {
    const file = cut()
    const before = readFileSync(`${file}-wal`)
    const store = openSqliteEventStore({ file })
    expect(store.isWritable()).toBe(false)
    await expect(store.append('test-2', 'none', [anEvent()])).rejects.toBeInstanceOf(EventStoreReadOnly)
    const stop = new AbortController()
    const followed: number[] = []
    await store.subscribe({ signal: stop.signal }, ({ revision }) => {
      followed.push(revision)
      if (followed.length === store.loss?.left) stop.abort()
    }).done
    expect(await store.lastPosition()).toBe(positionOf(followed.length))
    await store.close()
    expect(readFileSync(`${file}-wal`)).toEqual(before)
    const again = openSqliteEventStore({ file })
    await again.close()
    expect(again.loss).toEqual(store.loss)
  })

  test('goes on from its end once the loss was accepted, which is told once', async () => {
    const file = cut()
    const looked = openSqliteEventStore({ file })
    await looked.close()
    expect(acceptLoss(file)).toEqual(looked.loss)
    expect(acceptLoss(file)).toBeUndefined()
    const store = openSqliteEventStore({ file })
    expect(store.loss).toBeUndefined()
    const left = looked.loss!.left
    expect(await store.append('test-1', left - 1, [anEvent()])).toEqual({ revision: left, position: positionOf(left + 1) })
    await store.close()
    await openSqliteEventStore({ file }).close()
    expect(readMark(file)).toBe(left + 1)
  })

  test('that was never a loss is not touched by accepting one', () => {
    expect(acceptLoss(aCopy())).toBeUndefined()
    const none = join(folder, 'none.sqlite')
    expect(acceptLoss(none)).toBeUndefined()
    expect(existsSync(none)).toBe(false)
  })
})

describe('the mark', () => {
  test('behind its log is what a crash between a commit and its note leaves: no loss, and it catches up', async () => {
    const file = aCopy()
    setMark(file, recorded - 3)
    expect(await openedWithLoss(file)).toBe(0)
    expect(readMark(file)).toBe(recorded)
  })

  test('of which a crash tore one half counts by the other', async () => {
    for (const half of [0, 512]) {
      const file = aCopy(['-wal'])
      setMark(file, recorded)
      const torn = readFileSync(`${file}.mark`)
      torn.fill('x', half + 5, half + 20)
      writeFileSync(`${file}.mark`, torn)
      expect(await openedWithLoss(file)).toBe(recorded)
    }
  })

  test('that is gone or can not be read says nothing, and is begun again', async () => {
    const gone = aCopy(['.mark'])
    const unreadable = aCopy()
    writeFileSync(`${unreadable}.mark`, 'position 99 check 00000000\n')
    for (const file of [gone, unreadable]) {
      expect(await openedWithLoss(file)).toBe(0)
      expect(readMark(file)).toBe(recorded)
    }
  })

  test('moves with every commit, of many at once too', async () => {
    const file = join(folder, 'moving.sqlite')
    const store = openSqliteEventStore({ file })
    for (let round = 1; round <= 3; round++) {
      await Promise.all(Array.from({ length: 20 }, (_, writer) => store.append(`test-${round}-${writer}`, 'none', [anEvent(), anEvent()])))
      expect(readMark(file)).toBe(round * 40)
    }
    await store.close()
  })
})

describe('another log', () => {
  test('is remembered in the commits of this one, so that a whole file put back is seen too', async () => {
    const file = join(folder, 'events.sqlite')
    const witness = join(folder, 'witness.sqlite')
    const old = join(folder, 'events-of-yesterday.sqlite')
    const append = async (revision: 'none' | number) => {
      const store = openSqliteEventStore({ file, knownUntil: otherLogKnown(witness) })
      const lines = openSqliteEventStore({ file: witness, otherLog: store.end })
      await store.append('test-1', revision, [anEvent(), anEvent()])
      await lines.append('line-1', 'any', [anEvent()])
      await lines.close()
      await store.close()
    }
    await append('none')
    for (const end of ['', '.mark']) copyFileSync(`${file}${end}`, `${old}${end}`)
    await append(1)
    expect(otherLogKnown(witness)).toBe(positionOf(4))
    for (const end of ['', '.mark']) copyFileSync(`${old}${end}`, `${file}${end}`)
    const store = openSqliteEventStore({ file, knownUntil: otherLogKnown(witness) })
    await store.close()
    expect(store.loss).toEqual({ file, missing: 2, left: 2 })
    const accepted = acceptLoss(file, otherLogKnown(witness))
    setOtherLogKnown(witness, positionOf(accepted!.left))
    await append(1)
  })
})

describe('a file that is no log any more', () => {
  test.each<[string, (file: string) => void, RegExp]>([
    ['gone', file => { rmSync(file) }, /is gone, and 40 events were recorded in it$/],
    ['emptied', file => { truncateSync(file, 0) }, /is empty, and 40 events were recorded in it$/],
    ['overwritten', file => { writeFileSync(file, 'not a database at all, but long enough to look like one'.repeat(200)) }, /is damaged$/],
    ['cut in half', file => { truncateSync(file, 4096) }, /is damaged$/],
  ])('%s is refused in one sentence, and left as it is', async (_, damage, sentence) => {
    const file = join(folder, `damaged-${randomUUID()}.sqlite`)
    copyFileSync(original, file)
    copyFileSync(`${original}-wal`, `${file}-wal`)
    await openSqliteEventStore({ file }).close()
    damage(file)
    const before = existsSync(file) ? readFileSync(file) : undefined
    expect(() => openSqliteEventStore({ file })).toThrow(StoreDamaged)
    expect(() => openSqliteEventStore({ file })).toThrow(sentence)
    expect(existsSync(file) ? readFileSync(file) : undefined).toEqual(before)
  })

  test('gone for good is begun anew once that was accepted', async () => {
    const file = aCopy(['', '-wal'])
    expect(acceptLoss(file)).toEqual({ file, missing: recorded, left: 0 })
    const store = openSqliteEventStore({ file })
    expect(await store.append('test-1', 'none', [anEvent()])).toMatchObject({ revision: 0 })
    await store.close()
  })
})
