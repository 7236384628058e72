import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killUnderLoad } from './testing/killing.ts'

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'event-store-crash-')) })
afterAll(() => { rmSync(folder, { recursive: true }) })

test('killed under load forty times: nothing acknowledged is lost, and every stream is whole', async () => {
  await expect(killUnderLoad(join(folder, 'killed.sqlite'), 40, 600)).resolves.toBeUndefined()
}, 300_000)
