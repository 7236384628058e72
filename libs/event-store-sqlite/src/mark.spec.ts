import { afterEach, expect, jest, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMark, readMark, setMark } from './mark.ts'

const folder = mkdtempSync(join(tmpdir(), 'event-store-mark-'))
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

test('a mark is synced a second after the oldest note that was not, and asks for nothing while nothing waits', () => {
  const file = join(folder, 'events.sqlite')
  setMark(file, 3)
  const now = jest.spyOn(performance, 'now')
  const mark = openMark(file)
  now.mockReturnValue(0)
  expect(mark.syncWhenDue()).toBe(Infinity)
  mark.note(4)
  now.mockReturnValue(400)
  mark.note(5)
  expect(mark.syncWhenDue()).toBe(600)
  now.mockReturnValue(1_000)
  expect(mark.syncWhenDue()).toBe(Infinity)
  mark.note(6)
  expect(mark.syncWhenDue()).toBe(1_000)
  mark.close()
  expect(readMark(file)).toBe(6)
})
