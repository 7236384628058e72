import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where Debian keeps PostgreSQL: a folder for each version, and none of them on the PATH. */
const debian = '/usr/lib/postgresql'

/** The folder with `initdb` and `postgres`: Debian's newest version, or what is on the PATH. */
export const binariesFolder = (): string => {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map(version => join(debian, version, 'bin')), ...(process.env['PATH'] ?? '').split(delimiter)]
  const found = folders.find(folder => existsSync(join(folder, 'initdb')))
  if (found === undefined) throw new Error('There is no PostgreSQL here: install postgresql, or put initdb on the PATH.')
  return found
}
