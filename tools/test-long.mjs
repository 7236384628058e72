// `npm run test:long`: what takes longer than anybody waits for at each change: `*.long.spec.ts` of all projects, one project
// after the other. A name of a project, such as event-store-sqlite, runs those of that one only.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { basename, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const wanted = process.argv.slice(2)
const projects = ['libs', 'apps'].flatMap((folder) => globSync(join(root, folder, '*')))
  .filter((project) => existsSync(join(project, 'jest.config.mjs')) && globSync(join(project, 'src/**/*.long.spec.ts')).length > 0)
  .filter((project) => wanted.length === 0 || wanted.includes(basename(project)))
if (projects.length === 0) {
  console.error(`There is no long spec in ${wanted.length === 0 ? 'any project' : wanted.join(', ')}.`)
  process.exit(2)
}

const jest = join(root, 'node_modules/jest/bin/jest.js')
const failed = projects.filter((project) => spawnSync(process.execPath, [jest, '--testMatch', '<rootDir>/src/**/*.long.spec.ts', '--verbose'], {
  cwd: project, stdio: 'inherit',
}).status !== 0)
console.log(failed.length === 0 ? `Long specs passed in ${projects.map((project) => basename(project)).join(', ')}.` : `Failed in ${failed.map((project) => basename(project)).join(', ')}.`)
process.exit(failed.length === 0 ? 0 : 1)
