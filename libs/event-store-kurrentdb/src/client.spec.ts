import { expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { loadClient } from './client.ts'

const inThisFolder = (name: string) => fileURLToPath(new URL(name, import.meta.url))

test('where the client is not installed, opening says so and how to install it', async () => {
  const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, NODE_OPTIONS: undefined }
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@samenspel/source', inThisFolder('./client-missing.child.ts')], { env })
  expect(stdout).toBe("KurrentdbClientMissing: KurrentDB needs its client, which isn't installed: npm install @kurrent/kurrentdb-client@1.3.1")
})

test('the version it names is the optional peer, and the one that these tests run with', () => {
  const packageAt = (path: string) => JSON.parse(readFileSync(inThisFolder(path), 'utf8')) as { version: string; peerDependencies: object; peerDependenciesMeta: object; dependencies: object }
  expect(packageAt('../../../node_modules/@kurrent/kurrentdb-client/package.json').version).toBe('1.3.1')
  const { dependencies, peerDependencies, peerDependenciesMeta } = packageAt('../package.json')
  expect(peerDependencies).toEqual({ '@kurrent/kurrentdb-client': '1.3.1' })
  expect(peerDependenciesMeta).toEqual({ '@kurrent/kurrentdb-client': { optional: true } })
  expect(dependencies).not.toHaveProperty('@kurrent/kurrentdb-client')
})

test('the client is loaded once and names what the adapter uses', async () => {
  const client = await loadClient()
  expect(await loadClient()).toBe(client)
  expect(client).toMatchObject({ BACKWARDS: 'backwards', END: 'end' })
})
