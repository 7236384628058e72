/** `npm run --silent plan -- CASE.json [--seconds N]`: plans a case and prints the plan; exit code 2 when there is no case to plan. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isCaseRefused, readCase } from './format/read-case.ts'
import type { BundlingCase, Plan } from './index.ts'
import { loadSolver } from './master/highs-solver.ts'
import { budgetOf } from './search/budget.ts'
import { planCase } from './search/plan-case.ts'

const usage = 'Usage: npm run --silent plan -- CASE.json [--seconds N], with N a number of seconds above 0 (30 when left out).'

const stop = (sentence: string): never => {
  console.error(sentence)
  process.exit(2)
}

const readArguments = (): { readonly file: string; readonly seconds: number } => {
  try {
    const { values, positionals } = parseArgs({ options: { seconds: { type: 'string', default: '30' } }, allowPositionals: true })
    const seconds = Number(values.seconds)
    const [file, ...others] = positionals
    return file === undefined || others.length > 0 || !(seconds > 0) || !Number.isFinite(seconds) ? stop(usage) : { file, seconds }
  } catch {
    return stop(usage)
  }
}

const readFile = (file: string): BundlingCase => {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return stop(error instanceof SyntaxError ? `${file} is not JSON.` : `${file} cannot be read.`)
  }
  const read = readCase(json)
  return isCaseRefused(read) ? stop(`${file} is not a bundling case: ${read.refusal.about?.['where']} must be ${read.refusal.about?.['expected']}.`) : read
}

/** One appointment a line. */
const print = ({ appointments, conflicts = [], ...rest }: Plan): string => {
  const lines = (list: readonly unknown[]): string => list.length === 0 ? '[]' : `[\n${list.map(one => `  ${JSON.stringify(one)}`).join(',\n')}\n ]`
  const fields = Object.entries(rest).map(([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
  return `{\n${[...fields, ` "appointments": ${lines(appointments)}`, ` "conflicts": ${lines(conflicts)}`].join(',\n')}\n}`
}

const { file, seconds } = readArguments()
const instance = readFile(file)
console.log(print(planCase(instance, await loadSolver(), budgetOf(seconds, () => performance.now()))))
