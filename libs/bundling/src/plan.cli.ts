/** `npm run --silent plan -- CASE.json [--seconds N] [--region]`: plans a case and prints the plan; exit code 2 when there is no case to plan. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isCaseRefused, readCase } from './format/read-case.ts'
import { vectorOf, type BundlingCase, type Plan, type RegionPlan } from './index.ts'
import { loadSolver } from './master/highs-solver.ts'
import type { Solver } from './master/program.ts'
import { planRegionWith } from './region/plan-region.ts'
import { budgetOf, type Budget } from './search/budget.ts'
import { planCase } from './search/plan-case.ts'

const usage = 'Usage: npm run --silent plan -- CASE.json [--seconds N] [--region], with N a number of seconds above 0 (30 when left out); --region plans families on shared calendars together.'

const stop = (sentence: string): never => {
  console.error(sentence)
  process.exit(2)
}

const readArguments = (): { readonly file: string; readonly seconds: number; readonly region: boolean } => {
  try {
    const { values, positionals } = parseArgs({ options: { seconds: { type: 'string', default: '30' }, region: { type: 'boolean', default: false } }, allowPositionals: true })
    const seconds = Number(values.seconds)
    const [file, ...others] = positionals
    return file === undefined || others.length > 0 || !(seconds > 0) || !Number.isFinite(seconds) ? stop(usage) : { file, seconds, region: values.region }
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

/** The families of a region planned together; how far it is goes to the error output. */
const region = (instance: BundlingCase, solver: Solver, budget: Budget): Plan & Pick<RegionPlan, 'families' | 'worstOff' | 'rounds' | 'ended'> => {
  let told = 0
  const { appointments, burden, families, worstOff, rounds, ended } = planRegionWith(instance, {
    solver, budget,
    onProgress: progress => {
      if (performance.now() - told < 1000) return
      told = performance.now()
      console.error(`${progress.familiesDone} of ${progress.families} families, ${progress.rounds} rounds, burden ${vectorOf(progress.burden).join(' ')}`)
    },
  })
  return { case: instance.name, appointments, burden: vectorOf(burden), proven: false, families, ...(worstOff === undefined ? {} : { worstOff }), rounds, ended }
}

const { file, seconds, region: together } = readArguments()
const instance = readFile(file)
const solver = await loadSolver()
const budget = budgetOf(seconds, () => performance.now())
console.log(print(together ? region(instance, solver, budget) : planCase(instance, solver, budget)))
