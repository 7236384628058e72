// Packages that are only measured against: installed by the bench alone, outside what the project installs, and kept for the next time.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const cache = join(import.meta.dirname, '../../node_modules/.cache/samenspel-bench')

/**
 * @param packages name and exact version of each
 * @param built those that build something for this machine when they are installed
 * @returns the folder that they lie in, and a function that imports one of them
 * @throws when they can't be installed
 */
export const installed = (packages, built = []) => {
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`)
  const folder = join(cache, createHash('sha256').update(wanted.join(' ')).digest('hex').slice(0, 12))
  const ready = join(folder, 'ready')
  if (!existsSync(ready)) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', allowScripts: Object.fromEntries(built.map((name) => [name, true])) }))
    console.error(`Installing ${wanted.join(', ')} to measure against …`)
    // On the machine's own Node, as what has to be built there is built for it, and works on ours too.
    const path = process.env.PATH.split(delimiter).filter((entry) => !entry.includes('node_modules')).join(delimiter)
    const { status } = spawnSync('npm', ['install', '--prefix', folder, '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error', ...wanted], {
      cwd: folder, stdio: ['ignore', 2, 2], timeout: 600_000, env: { ...process.env, PATH: path },
    })
    if (status !== 0) throw new Error(`npm could not install ${wanted.join(', ')}`)
    writeFileSync(ready, '')
  }
  const { resolve } = createRequire(join(folder, 'package.json'))
  return { folder: join(folder, 'node_modules'), bring: (name) => import(pathToFileURL(resolve(name)).href) }
}
