import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteEventStore, StoreInUse } from './index.ts'
import { killUnderLoad, startWriting } from './testing/killing.ts'

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'event-store-crash-')) })
afterAll(() => { rmSync(folder, { recursive: true }) })

test('killed under load ten times: nothing acknowledged is lost, and every stream is whole', async () => {
  await killUnderLoad(join(folder, 'killed.sqlite'), 10, 100)
})

test('a second process is refused while the first runs, and let in once that was killed', async () => {
  const file = join(folder, 'shared.sqlite')
  const child = startWriting(file)
  await once(child.stdout, 'data')
  expect(() => openSqliteEventStore({ file })).toThrow(StoreInUse)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await openSqliteEventStore({ file }).close()
})
