// The choice between day plans, made anew by other solvers, part by part, from the same rows. What can't be had is left out.
import { Worker } from 'node:worker_threads'
import { installed } from '../peers.mjs'
import { figure, loadCase, median, named, part, planned, solver } from './engine.mjs'

const [{ generateCase }, { chooseLightest, partRow, usualOrder }, { burdenParts, vectorOf }, { unlimited }] = await Promise.all(
  ['generator/generate-case.ts', 'master/stages.ts', 'format/plan.ts', 'search/budget.ts'].map(part))

/** Seconds by the clock for one part. */
const mostSeconds = 20

/**
 * The lightest burden, one part after the other.
 * @param solve gives the least sum of an objective over columns of 0 and 1 that keep the rows; nothing when it was not proven in time.
 * @returns nothing once a part was not proven
 */
const partByPart = async (master, solve) => {
  const rows = [...master.program.rows]
  const found = []
  for (const name of burdenParts) {
    const objective = partRow(master, name, Infinity)
    const value = await solve(master.program.columns, rows, objective)
    if (value === undefined) return undefined
    found.push(value)
    rows.push({ ...objective, atMost: value })
  }
  return found
}

/** What another solver finds for these cases, and how long it takes beside our choice, by the clock. */
const compared = async (name, cases, solve) => {
  const runs = []
  for (const instance of cases) {
    const { ground: { master }, answer } = planned(instance)
    const own = performance.now()
    chooseLightest(solver, master, { order: usualOrder }, unlimited)
    const began = performance.now()
    const found = await partByPart(master, solve)
    runs.push({ ended: found !== undefined, same: String(found) === String(vectorOf(answer.burden)), ratio: (performance.now() - began) / Math.max(1, began - own) })
  }
  const ended = runs.filter((one) => one.ended)
  const same = ended.filter((one) => one.same).length
  return [
    figure(`the same plan by ${name}`, same, `of ${ended.length} that it ends, ${cases.length} in all`, 'all', ended.length > 0 && same === ended.length),
    ...ended.length === 0 ? [] : [figure(`${name}: its time beside ours for the choice, median`, median(ended.map((one) => one.ratio)), '×')],
  ]
}

/** A package that only the bench needs; says so and gives nothing when it can't be had. */
const had = async (packages, use) => {
  try {
    return await use(installed(packages))
  } catch (error) {
    console.error(`${Object.keys(packages)[0]} is left out: ${error.message}`)
    return []
  }
}

const some = (...classes) => named(...classes).map(({ name }) => loadCase(name))

/** Written in TypeScript, MIT licence, 0.3 MB. */
export const judged = () => had({ yalps: '0.6.4' }, async ({ bring }) => {
  const { solve } = await bring('yalps')
  const bound = ({ atLeast, atMost }) => ({ ...(Number.isFinite(atLeast) && { min: atLeast }), ...(Number.isFinite(atMost) && { max: atMost }) })
  return compared('YALPS', [...some('S', 'M', 'infeasible'), ...Array.from({ length: 10 }, (_, index) => generateCase('S', index + 1))], (columns, rows, objective) => {
    const variables = Array.from({ length: columns }, () => [])
    for (const [key, row] of [...rows.entries(), ['objective', objective]]) row.columns.forEach((column, index) => { variables[column].push([String(key), row.values?.[index] ?? 1]) })
    const { status, result } = solve({
      direction: 'minimize', objective: 'objective', constraints: new Map(rows.map((row, key) => [String(key), bound(row)])),
      variables: variables.map((entries, column) => [column, new Map(entries)]), binaries: true,
    }, { timeout: mostSeconds * 1000 })
    return status === 'optimal' ? Math.round(result) : undefined
  })
})

/** CP-SAT of OR-Tools, Apache licence 2.0; its package weighs 318 MB. */
const cpSat = () => had({ 'or-tools-wasm': '0.9.1' }, async ({ bring }) => {
  const { CpModel, CpSolver, LinearExpr } = await bring('or-tools-wasm/cp-sat')
  return compared('CP-SAT', some('S', 'M', 'L', 'XL25', 'story', 'infeasible'), async (columns, rows, objective) => {
    const model = new CpModel()
    const variables = Array.from({ length: columns }, (_, column) => model.newBoolVar(`x${column}`))
    const sumOf = ({ columns: own, values }) => LinearExpr.weightedSum(own.map((column) => variables[column]), values ?? own.map(() => 1))
    for (const row of rows) {
      const least = Number.isFinite(row.atLeast) ? row.atLeast : -1_000_000_000
      const most = Number.isFinite(row.atMost) ? row.atMost : 1_000_000_000
      if (row.columns.length > 0) model.addLinearConstraint(sumOf(row), least, most)
    }
    if (objective.columns.length === 0) return 0
    model.minimize(sumOf(objective))
    const one = new CpSolver()
    const status = await one.solve(model, { numSearchWorkers: 1, maxTimeInSeconds: mostSeconds, randomSeed: 1 })
    return one.statusName(status) === 'OPTIMAL' ? Math.round(one.objectiveValue()) : undefined
  })
})

/** MiniZinc with Chuffed, MPL 2.0 and MIT. Its package is for browsers: in a thread, what a browser's worker has is given to it. */
const miniZinc = () => had({ minizinc: '4.5.1' }, ({ folder }) => compared('MiniZinc', some('S'), (columns, rows, objective) => {
  const sumOf = ({ columns: own, values }) => own.length === 0 ? '0' : own.map((column, index) => `${values?.[index] ?? 1} * x[${column + 1}]`).join(' + ')
  const text = [
    `array[1..${columns}] of var 0..1: x;`,
    ...rows.flatMap((row) => [Number.isFinite(row.atLeast) ? `constraint ${sumOf(row)} >= ${row.atLeast};` : '', Number.isFinite(row.atMost) ? `constraint ${sumOf(row)} <= ${row.atMost};` : '']),
    `solve minimize ${sumOf(objective)};`, `output ["\\(${sumOf(objective)})"];`,
  ].join('\n')
  return solvedIn(folder, text)
}))

const browserLike = `
const { parentPort, workerData } = require('node:worker_threads')
const { readFileSync } = require('node:fs')
globalThis.self = globalThis
globalThis.postMessage = (message) => parentPort.postMessage(message)
globalThis.require = require
globalThis.__dirname = workerData
globalThis.addEventListener = (type, hear) => parentPort.on(type, (data) => hear({ data }))
require('node:vm').runInThisContext(readFileSync(workerData + '/minizinc-worker.js', 'utf8'))
`

/** @returns the value of the best solution, when it is proven in time */
const solvedIn = (folder, text) => new Promise((resolve, reject) => {
  const files = `${folder}/minizinc/dist`
  const worker = new Worker(browserLike, { eval: true, workerData: files })
  let value
  let proven = false
  const end = (settle) => { clearTimeout(limit); void worker.terminate(); settle() }
  const limit = setTimeout(() => { end(() => { resolve(undefined) }) }, mostSeconds * 1000)
  worker.on('error', (error) => { end(() => { reject(error) }) })
  worker.on('message', (message) => {
    switch (message.type) {
      case 'ready':
        worker.postMessage({ jsonStream: true, files: { 'model.mzn': text }, args: ['--solver', 'chuffed', 'model.mzn'] })
        break
      case 'solution':
        value = Number(message.output.default)
        break
      case 'status':
        proven = message.status === 'OPTIMAL_SOLUTION'
        break
      case 'error':
        end(() => { reject(new Error(message.message)) })
        break
      case 'exit':
        end(() => { resolve(proven ? value : undefined) })
        break
      default:
    }
  })
  worker.postMessage({ wasmURL: `${files}/minizinc.wasm`, dataURL: `${files}/minizinc.data` })
})

/** Solvers that are too heavy, or too slow, for the usual run. */
export const oracles = async () => [...await judged(), ...await cpSat(), ...await miniZinc()]
