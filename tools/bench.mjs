// npm run --silent bench -- SUITE… [--json FILE]
// Measures, and prints each figure beside a reference that was measured in the same run: machines differ, ratios stay.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const suites = { bundling: () => import('./bench/bundling.mjs'), startup: () => import('./bench/startup.mjs'), 'event-store': () => import('./bench/event-store.mjs'), access: () => import('./bench/access.mjs'), attack: () => import('./bench/attack.mjs') }

const usage = `npm run --silent bench -- SUITE… [--json FILE]\nSuites: ${Object.keys(suites).join(', ')}`

const read = () => {
  try {
    const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true })
    const unknown = positionals.filter((name) => !(name in suites))
    if (positionals.length === 0 || unknown.length > 0) throw new Error(unknown.length > 0 ? `There is no suite ${unknown.join(', ')}.` : 'Name a suite.')
    return { json: values.json, names: positionals }
  } catch (error) {
    console.error(`${error.message}\n${usage}`)
    process.exit(2)
  }
}

const { json, names } = read()
const figures = []
for (const name of names) figures.push(...await (await suites[name]()).measure())

const cell = (value) => value === undefined ? '' : typeof value === 'number' ? String(Math.round(value * 100) / 100) : String(value)
console.table(Object.fromEntries(figures.map(({ name, value, unit, reference, ratio, goal }) => [name, { value: cell(value), unit, reference: cell(reference), ratio: cell(ratio), goal }])))
for (const { name, value, unit, ratio, goal, met } of figures.filter((figure) => figure.goal !== '')) {
  console.log(`${met === undefined ? 'not measured' : met ? 'reached     ' : 'not reached '}  ${name}: ${cell(value)} ${unit}${ratio === undefined ? '' : `, ratio ${cell(ratio)}`} (goal ${goal})`)
}
if (json !== undefined) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`)
