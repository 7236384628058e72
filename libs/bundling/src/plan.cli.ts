/**
 * `npm run --silent plan -- CASE.json [--seconds N] [--kind KIND] [--explain NEED] [--region]`: plans a case and prints the plan, or the
 * proposal of a kind; with what became of a need; `--region` plans families on shared calendars together. Exit code 2 when there is no
 * case to plan, or the kind or need is unknown; 1 when there is no plan of the kind, or the time was too short for it.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isCaseRefused, readCase } from './format/read-case.ts'
import { explainTimes, flavours, vectorOf, type BundlingCase, type Flavour, type Plan, type RegionPlan } from './index.ts'
import { loadSolver } from './master/highs-solver.ts'
import type { Solver } from './master/program.ts'
import { planOfKind } from './proposals/plan-of-kind.ts'
import { budgetOf, type Budget } from './search/budget.ts'
import { planCase, withoutTimeOf } from './search/plan-case.ts'
import { answerWith } from './why/why-not.ts'
import { planRegionWith } from './region/plan-region.ts'
import { regionAsPlan } from './region/region-as-plan.ts'

const usage = 'Usage: npm run --silent plan -- CASE.json [--seconds N] [--kind KIND] [--explain NEED] [--region], with N a number of seconds above 0 (30 when left out); --region plans families on shared calendars together, and goes with neither --kind nor --explain.'

const stop = (sentence: string, exitCode = 2): never => {
  console.error(sentence)
  process.exit(exitCode)
}

type Arguments = { readonly file: string; readonly seconds: number; readonly kind: Flavour | undefined; readonly explain: string | undefined; readonly region: boolean }

const readArguments = (): Arguments => {
  const { values, positionals } = parse()
  const seconds = Number(values.seconds)
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0 || !(seconds > 0) || !Number.isFinite(seconds)) return stop(usage)
  if (values.region && (values.kind !== undefined || values.explain !== undefined)) return stop(usage)
  const kind = flavours.find(one => one === values.kind)
  if (values.kind !== undefined && kind === undefined) return stop(`${values.kind} is no kind of proposal: the kinds are ${flavours.join(', ')}.`)
  return { file, seconds, kind, explain: values.explain, region: values.region }
}

const parse = () => {
  try {
    return parseArgs({ options: { seconds: { type: 'string', default: '30' }, kind: { type: 'string' }, explain: { type: 'string' }, region: { type: 'boolean', default: false } }, allowPositionals: true })
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

type Explained = { readonly family: string; readonly need: string }

/** `n01`, or `family-3/n01` where several families have such a need. */
const readNeed = ({ families }: BundlingCase, name: string): Explained => {
  const having = families.flatMap(({ id, needs }) => needs.flatMap(need => name === need.id || name === `${id}/${need.id}` ? [{ family: id, need: need.id }] : []))
  const [found, other] = having
  if (found === undefined) return stop(`${name} is no need of this case.`)
  return other === undefined ? found : stop(`${name} is a need of several families: name one as ${found.family}/${found.need}.`)
}

/** What became of a need when this is the plan; of several families the others stay as they are. */
const explain = (instance: BundlingCase, { appointments }: Plan, { family, need }: Explained, solver: Solver, budget: Budget) => {
  const left = instance.families.filter(({ id }) => id !== family).reduce((rest, other) => withoutTimeOf(rest, other, appointments.filter(one => one.family === other.id)), instance)
  const own = appointments.filter(one => one.family === family)
  const times = explainTimes(left, family, need)
  const answer = answerWith(left, { family, plan: { appointments: own }, need, question: { kind: 'free' } }, solver, budget)
  const found = answer.kind === 'freed' ? { ...(answer.conflict && { conflict: answer.conflict }), changes: answer.changes } : {}
  return { family, need, planned: own.some(one => one.need === need), times, ...found }
}

/** One appointment a line. */
const print = ({ appointments, conflicts = [], ...rest }: Plan, explained?: ReturnType<typeof explain>): string => {
  const lines = (list: readonly unknown[]): string => list.length === 0 ? '[]' : `[\n${list.map(one => `  ${JSON.stringify(one)}`).join(',\n')}\n ]`
  const fields = Object.entries(rest).map(([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
  const about = explained === undefined ? [] : [` "explained": ${JSON.stringify(explained, undefined, 1).replaceAll('\n', '\n ')}`]
  return `{\n${[...fields, ` "appointments": ${lines(appointments)}`, ` "conflicts": ${lines(conflicts)}`, ...about].join(',\n')}\n}`
}

/** The families of a region planned together; how far it is goes to the error output. A tenth of the time is kept for reasons and bound. */
const region = (instance: BundlingCase, solver: Solver, budget: Budget): Plan & Pick<RegionPlan, 'families' | 'worstOff' | 'rounds' | 'ended'> => {
  let told = 0
  const found = planRegionWith(instance, {
    solver, budget: budget.portion(0.9),
    onProgress: progress => {
      if (performance.now() - told < 1000) return
      told = performance.now()
      console.error(`${progress.familiesDone} of ${progress.families} families, ${progress.rounds} rounds, burden ${vectorOf(progress.burden).join(' ')}`)
    },
  })
  const { families, worstOff, rounds, ended } = found
  return { ...regionAsPlan(instance, found, solver, budget), families, ...(worstOff === undefined ? {} : { worstOff }), rounds, ended }
}

/** Why there is no plan of a kind. Only other days can be impossible. */
const whyNone = (kind: Flavour, { spent }: Budget): string => kind === 'other-days' && !spent()
  ? 'No plan has at least half of its appointments on other days than the first proposal.'
  : 'The time was too short for a plan of this kind: give more with --seconds.'

const { file, seconds, kind, explain: needName, region: together } = readArguments()
const instance = readFile(file)
const asked = needName === undefined ? undefined : readNeed(instance, needName)
const solver = await loadSolver()
const budget = budgetOf(seconds, () => performance.now())
const solving = asked === undefined ? budget : budget.portion(0.8)
const found = together ? region(instance, solver, budget) : kind === undefined ? planCase(instance, solver, solving)
  : planOfKind(instance, kind, solver, solving) ?? stop(whyNone(kind, solving), 1)
console.log(print(found, asked && explain(instance, found, asked, solver, budget)))
