// How much JavaScript a parent's phone downloads before the first page works, gzipped, React and one language
// included. Fails above the budget. Run after a build: `node tools/check-bundle.mjs`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** In bytes: 100 kB of 1,000. */
const budget = 100_000
const dist = join(import.meta.dirname, '../apps/parent/dist')
if (!existsSync(join(dist, 'index.html'))) {
  console.error('The parents\' app is not built yet: run `npx nx build @samenspel/parent` first.')
  process.exit(1)
}

const gzipped = (path) => gzipSync(readFileSync(path), { level: 9 }).length
const scripts = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js')).map((name) => ({ name, bytes: gzipped(join(dist, 'assets', name)) }))

/** What the page itself names, and what those scripts import before they run. */
const firstScripts = (names) => {
  const found = new Set(names)
  for (const name of found) {
    const code = readFileSync(join(dist, 'assets', name), 'utf8')
    for (const [, path] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) found.add(path)
  }
  return found
}
const page = readFileSync(join(dist, 'index.html'), 'utf8')
const first = firstScripts([...page.matchAll(/(?:src|href)="[^"]*\/([^/"]+\.js)"/g)].map(([, name]) => basename(name)))
const languages = scripts.filter(({ name }) => name.startsWith('parent-app'))
const sum = (some) => some.reduce((total, { bytes }) => total + bytes, 0)
const firstLoad = sum(scripts.filter((script) => first.has(script.name) && !languages.includes(script))) + Math.max(0, ...languages.map(({ bytes }) => bytes))

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
console.log(`First load of the parents' app: ${kB(firstLoad)} of JavaScript, gzipped (budget ${kB(budget)}); all its pages and languages: ${kB(sum(scripts))}.`)
if (firstLoad > budget) {
  console.error(`${kB(firstLoad - budget)} over the budget.`)
  process.exit(1)
}
