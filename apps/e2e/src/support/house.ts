/**
 * A process in which many instances of the built application follow each other: what it loads and warms up stands for the next one.
 * Its parent names a number and settings to start one, and the number alone to stop it; each word is answered when it is done.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Asked, Told } from './housed.ts'

type Application = { readonly close: () => Promise<void> }
type Program = {
  readonly readSettings: (environment: Readonly<Record<string, string | undefined>>, workingFolder: string) => { readonly settings: unknown } | { readonly problem: string }
  readonly start: (settings: unknown, say: (sentence: string) => void) => Promise<Application>
}

const { readSettings, start } = await import(pathToFileURL(join(import.meta.dirname, '../../../api/dist/start.js')).href) as Program
const open = new Map<number, Application>()

const carryOut = async ({ number, environment }: Asked): Promise<void> => {
  if (environment === undefined) {
    await open.get(number)?.close()
    open.delete(number)
    return
  }
  const read = readSettings({ ...process.env, ...environment }, process.cwd())
  if ('problem' in read) throw new Error(read.problem)
  open.set(number, await start(read.settings, () => undefined))
}

process.on('message', (asked: Asked) => {
  const tell = (told: Told) => process.send?.(told)
  carryOut(asked).then(() => tell({ number: asked.number }), (error: unknown) => tell({ number: asked.number, problem: String(error) }))
})
// No house outlives the tests, whatever ends them.
process.on('disconnect', () => { process.exit() })
