// The planner's parts for the bench, how a plan is timed, and what figures are made of.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const library = join(import.meta.dirname, '../../../libs/bundling')

/** What a file of the planner exports. */
export const part = (file) => import(join(library, 'src', file))

const [{ loadSolver }, { budgetOf }, family] = await Promise.all(['master/highs-solver.ts', 'search/budget.ts', 'search/plan-family.ts'].map(part))

/** Seconds of processor time for one plan. */
export const mostSeconds = 20

export const loadCase = (name) => JSON.parse(readFileSync(join(library, 'cases', `${name}.json`), 'utf8'))
const references = JSON.parse(readFileSync(join(library, 'cases/reference.json'), 'utf8')).cases
/** The given cases of these classes, with their reference vectors. */
export const named = (...classes) => references.filter((one) => classes.includes(one.class))

/** Milliseconds of processor time that this process took. */
export const taken = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export const timed = (work) => {
  const began = taken()
  const answer = work()
  return { answer, milliseconds: taken() - began }
}

/** The fixed work: whole numbers mixed and put in order. @returns milliseconds, the median of nine times */
export const yardstick = () => median(Array.from({ length: 9 }, () => timed(() => {
  const numbers = new Int32Array(400_000)
  for (let index = 0, mixed = 1; index < numbers.length; index += 1) numbers[index] = mixed = Math.imul(mixed ^ (mixed >>> 13), 0x2c1b3c6d) + index | 0
  return numbers.toSorted()[0]
}).milliseconds))

const sorted = (values) => values.toSorted((a, b) => a - b)
export const median = (values) => sorted(values)[Math.floor(values.length / 2)]
export const share = (values, of) => sorted(values)[Math.min(values.length - 1, Math.ceil(values.length * of) - 1)]
export const sum = (values) => values.reduce((total, value) => total + value, 0)

/** The solver's own limit is by the clock, which runs ahead of the processor on a busy machine. */
const patient = ({ relax, solve }) => ({
  relax: (program, costs, seconds, ...rest) => relax(program, costs, seconds * 4, ...rest),
  solve: (program, costs, seconds, ...rest) => solve(program, costs, seconds * 4, ...rest),
})
export const solver = patient(await loadSolver())

/** The plan of a family with all answers on the way: after how many milliseconds each came. */
export const planned = (instance) => {
  const budget = budgetOf(mostSeconds, taken)
  const began = taken()
  const answers = []
  const tell = (answer) => { answers.push({ answer, milliseconds: taken() - began }) }
  const task = family.taskOf(instance, instance.families[0].id)
  const first = family.firstAnswer(task, budget)
  tell(first)
  const early = family.earlyAnswer(task, first, solver, budget)
  tell(early)
  const ground = family.groundOf(task, budget)
  tell(family.bestAnswer(task, ground, solver, early, budget, tell))
  const { answer, milliseconds } = answers.at(-1)
  const within = (most) => answers.findLast((one) => one.milliseconds <= most)?.answer ?? first
  return { task, ground, answer, milliseconds, proven: answer.proven && milliseconds <= mostSeconds * 1000, first: answers[0].milliseconds, within }
}

/** @param reference what the fixed work took beside it */
export const figure = (name, value, unit, goal = '', met = undefined, reference = undefined) =>
  ({ name, value, unit, goal, met, ...(reference !== undefined && { reference, ratio: value / reference }) })
