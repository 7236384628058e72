// `npm test`: everything, on one machine. Lint, types, unit, contract and integration tests, builds, then the
// journeys of people in a real browser. Ends with one plain line: N passed, N failed.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const projects = ['libs', 'apps'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)))
const resultFiles = projects.flatMap((project) => ['jest-results.json', 'test-results/playwright.json'].map((name) => join(project, name)))

/** @returns whether the command succeeded; its output goes to the screen. */
const run = (title, command, args) => {
  console.log(`\n── ${title}`)
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, FORCE_COLOR: '0' } }).status === 0
}

for (const file of resultFiles) rmSync(file, { force: true })

const steps = [
  // Lint and types go over all projects at once: each one by itself would read the types of most others again.
  ['Lint, types, tests and builds', 'nx', ['run-many', '-t', 'lint-all', 'typecheck-all', 'test', 'build', '--outputStyle=static']],
  ['Licences of what ships', 'node', ['tools/check-licences.mjs']],
  ['Size of what a parent downloads', 'node', ['tools/check-bundle.mjs']],
  // What they drive was built in the first step.
  ['Journeys in the browser', 'playwright', ['test', '--config=apps/e2e']],
]
const broken = steps.filter(([title, command, args]) => !run(title, command, args)).map(([title]) => title)

const counts = resultFiles.filter(existsSync).map((file) => {
  const result = JSON.parse(readFileSync(file, 'utf8'))
  return file.endsWith('jest-results.json')
    ? { passed: result.numPassedTests, failed: result.numFailedTests + result.numRuntimeErrorTestSuites }
    : { passed: result.stats.expected, failed: result.stats.unexpected + result.stats.flaky }
})
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failedTests = counts.reduce((sum, count) => sum + count.failed, 0)
// A step that broke outside its tests (lint, types, a build, a size) counts as one failure.
const failed = Math.max(failedTests, broken.length)
for (const title of broken) console.log(`Broken: ${title}`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
