// The packages that an installation runs, as they are locked: not those that only build or test it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/**
 * A licence that the lock file doesn't name is read from the package itself, which must then be installed.
 * @returns {readonly { name: string, version: string, licence: string, integrity: string | undefined }[]} by name
 */
export const shippedPackages = (folder = root) => {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  const shipped = Object.entries(packages).filter(([path, { dev, devOptional, link }]) => path.includes('node_modules/') && dev !== true && devOptional !== true && link !== true)
  const named = shipped.map(([path, { version, license, integrity }]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), version, integrity, licence: license ?? writtenIn(join(folder, path, 'package.json')) }))
  return [...new Map(named.map((one) => [`${one.name}@${one.version}`, one])).values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The old way of saying it: a list of objects. */
const writtenIn = (file) => {
  if (!existsSync(file)) return 'unknown'
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'))
  return license ?? licenses?.map(({ type }) => type).join(' AND ') ?? 'unknown'
}
