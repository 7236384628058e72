// A library that came with an update is found by its name only once it is linked. Whoever works on a copy that was installed before needs no new installation for that.
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Links every app and library of the workspace that isn't linked yet. */
export const linkWorkspaces = (root) => {
  const scope = join(root, 'node_modules', '@samenspel')
  mkdirSync(scope, { recursive: true })
  for (const group of ['apps', 'libs']) {
    for (const folder of readdirSync(join(root, group))) {
      const file = join(root, group, folder, 'package.json')
      if (!existsSync(file)) continue
      const name = JSON.parse(readFileSync(file, 'utf8')).name.replace('@samenspel/', '')
      if (!existsSync(join(scope, name))) symlinkSync(join('..', '..', group, folder), join(scope, name))
    }
  }
}
