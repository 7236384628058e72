// `npm run schema`: writes the GraphQL schema, as the classes of the API say it, to apps/api/schema.graphql.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { linkWorkspaces } from './link-workspaces.mjs'

const root = join(import.meta.dirname, '..')
const node = join(root, 'node_modules', '.bin', 'node')

linkWorkspaces(root)

/** @returns what the command printed; stops when it fails. */
const run = (args, cwd) => {
  const { status, stdout, stderr } = spawnSync(node, args, { cwd, encoding: 'utf8' })
  if (status === 0) return stdout
  console.error(stderr)
  return process.exit(status ?? 1)
}

const api = join(root, 'apps', 'api')
run([join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--outDir', 'dist-schema', '--logLevel', 'warn'], api)
writeFileSync(join(api, 'schema.graphql'), run([join(api, 'dist-schema', 'schema.js')], api))
console.log('Wrote apps/api/schema.graphql')
