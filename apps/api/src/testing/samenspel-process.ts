import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { compiled } from './process.ts'
import type { SmallStore } from './small-store.ts'

/** A command in a process of its own, as an operator calls it. */
export const samenspelProcess = async ({ settings, folder }: Pick<SmallStore, 'settings' | 'folder'>, words: readonly string[]): Promise<{ readonly exitCode: number; readonly out: string; readonly told: string }> => {
  const child = spawn(process.execPath, ['--conditions=@samenspel/source', join(import.meta.dirname, '../operations/samenspel.cli.ts'), ...words], {
    cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: compiled, FORCE_COLOR: undefined, NO_COLOR: undefined, ...settings },
  })
  let out = ''
  let told = ''
  child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { told += chunk.toString() })
  const [exitCode] = await once(child, 'close') as [number]
  return { exitCode, out, told }
}
