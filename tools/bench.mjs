// npm run --silent bench -- SUITE… [--json FILE] [--families N [--minutes N] | --oracles | --quick]
// Measures, and prints each figure beside a reference that was measured in the same run: machines differ, ratios stay.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const suites = { bundling: () => import('./bench/bundling.mjs'), startup: () => import('./bench/startup.mjs'), 'event-store': () => import('./bench/event-store.mjs'), access: () => import('./bench/access.mjs'), attack: () => import('./bench/attack.mjs'), api: () => import('./bench/api.mjs'), journeys: () => import('./bench/journeys.mjs') }

const usage = `npm run --silent bench -- SUITE… [--json FILE]\nSuites: ${Object.keys(suites).join(', ')}\nOf bundling, a region alone: npm run --silent bench -- bundling --families N [--minutes N] [--json FILE]\nOf bundling, heavy solvers beside ours: npm run --silent bench -- bundling --oracles [--json FILE]\nOf api, less of it in a minute: npm run --silent bench -- api --quick [--json FILE]`

/** @throws Error when it is no number above 0. */
const readNumber = (name, text) => {
  if (text === undefined) return undefined
  const number = Number(text)
  if (!(number > 0) || !Number.isFinite(number)) throw new Error(`--${name} is a number above 0, not ${text}.`)
  return number
}

const read = () => {
  try {
    const { values, positionals } = parseArgs({ options: { json: { type: 'string' }, families: { type: 'string' }, minutes: { type: 'string' }, oracles: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } }, allowPositionals: true })
    const unknown = positionals.filter((name) => !(name in suites))
    if (positionals.length === 0 || unknown.length > 0) throw new Error(unknown.length > 0 ? `There is no suite ${unknown.join(', ')}.` : 'Name a suite.')
    const [families, minutes] = ['families', 'minutes'].map((name) => readNumber(name, values[name]))
    if (families !== undefined && !Number.isInteger(families)) throw new Error(`--families is a whole number, not ${families}.`)
    if (minutes !== undefined && families === undefined) throw new Error('--minutes goes with --families.')
    if (families !== undefined && values.oracles) throw new Error('--families and --oracles do not go together.')
    if ((families !== undefined || values.oracles) && positionals.join() !== 'bundling') throw new Error('--families and --oracles go with the suite bundling alone.')
    if (values.quick && positionals.join() !== 'api') throw new Error('--quick goes with the suite api alone.')
    return { json: values.json, names: positionals, options: { families, minutes, oracles: values.oracles, quick: values.quick } }
  } catch (error) {
    console.error(`${error.message}\n${usage}`)
    process.exit(2)
  }
}

const { json, names, options } = read()
const figures = []
for (const name of names) figures.push(...await (await suites[name]()).measure(options))

const cell = (value) => value === undefined ? '' : typeof value === 'number' ? String(Math.round(value * 100) / 100) : String(value)
const word = (met) => met === undefined ? 'not measured' : met ? 'reached' : 'not reached'
/** A goal that was set for another machine stands as it is, and beside it what it would be for this one. */
const forHere = ({ here }) => here === undefined ? '' : `${here.goal}: ${word(here.met)}`
console.table(Object.fromEntries(figures.map((figure) => {
  const { name, value, unit, reference, ratio, goal } = figure
  return [name, { value: cell(value), unit, reference: cell(reference), ratio: cell(ratio), goal, ...(figures.some(({ here }) => here !== undefined) && { 'for this machine': forHere(figure) }) }]
})))
for (const figure of figures.filter(({ goal }) => goal !== '')) {
  const { name, value, unit, ratio, goal, met, here } = figure
  console.log(`${word(met).padEnd(12)}  ${name}: ${cell(value)} ${unit}${ratio === undefined ? '' : `, ratio ${cell(ratio)}`} (goal ${goal}${here === undefined ? '' : `; for this machine ${forHere(figure)}`})`)
}
if (json !== undefined) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`)
