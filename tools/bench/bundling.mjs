// How good the planner's plans are, and how soon: processor time of one thread, since other programs make the clock say little.
// Beside each time stands that of a fixed piece of work, taken in the same run: machines differ, ratios stay.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { installed } from './peers.mjs'

const library = join(import.meta.dirname, '../../libs/bundling')
const part = (file) => import(join(library, 'src', file))
const [{ generateCase }, { loadSolver }, { partRow }, { budgetOf, unlimited }, { burdenParts, vectorOf }, family, { firstFreeTime, planRegion }, { answerWith }, { planOfKind }, { createExplainer }] = await Promise.all([
  'generator/generate-case.ts', 'master/highs-solver.ts', 'master/stages.ts', 'search/budget.ts', 'format/plan.ts', 'search/plan-family.ts', 'index.ts', 'why/why-not.ts',
  'proposals/plan-of-kind.ts', 'conflicts/explain-unplanned.ts',
].map(part))

/** Generated cases of each class. */
const seeds = 20
/** Seconds of processor time for one plan. */
const mostSeconds = 20
/** Another solver, to compare with: written in TypeScript, MIT licence. */
const yalps = '0.6.4'

const loadCase = (name) => JSON.parse(readFileSync(join(library, 'cases', `${name}.json`), 'utf8'))
const references = JSON.parse(readFileSync(join(library, 'cases/reference.json'), 'utf8')).cases
const named = (...classes) => references.filter((one) => classes.includes(one.class))

/** Milliseconds of processor time that this process took. */
const taken = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const timed = (work) => {
  const began = taken()
  const answer = work()
  return { answer, milliseconds: taken() - began }
}

/** The fixed work: whole numbers mixed and put in order. @returns milliseconds */
const yardstick = () => timed(() => {
  const numbers = new Int32Array(400_000)
  for (let index = 0, mixed = 1; index < numbers.length; index += 1) numbers[index] = mixed = Math.imul(mixed ^ (mixed >>> 13), 0x2c1b3c6d) + index | 0
  return numbers.toSorted()[0]
}).milliseconds

const sorted = (values) => values.toSorted((a, b) => a - b)
const median = (values) => sorted(values)[Math.floor(values.length / 2)]
const share = (values, of) => sorted(values)[Math.min(values.length - 1, Math.ceil(values.length * of) - 1)]
const sum = (values) => values.reduce((total, value) => total + value, 0)

/** The solver's own limit is by the clock, which runs ahead of the processor on a busy machine. */
const patient = ({ relax, solve }) => ({
  relax: (program, costs, seconds, ...rest) => relax(program, costs, seconds * 4, ...rest),
  solve: (program, costs, seconds, ...rest) => solve(program, costs, seconds * 4, ...rest),
})

/** The plan of a family with all answers on the way: after how many milliseconds each came. */
const planned = (instance, solver) => {
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

const figure = (name, value, unit, goal = '', met = undefined, reference = undefined) =>
  ({ name, value, unit, goal, met, ...(reference !== undefined && { reference, ratio: value / reference }) })

/** The given cases: equal to the reference and proven, how soon, and what explains them. */
const given = (solver) => {
  const runs = (classes) => named(...classes).map(({ name, best }) => {
    const instance = loadCase(name)
    const rounds = Array.from({ length: 3 }, () => planned(instance, solver))
    const { task, ground, answer, proven } = rounds[0]
    const reasons = timed(() => createExplainer(task, ground, solver, unlimited)(answer)).milliseconds
    return { milliseconds: median(rounds.map((one) => one.milliseconds)), reasons, first: median(rounds.map((one) => one.first)), right: proven && String(vectorOf(answer.burden)) === String(best) }
  })
  runs(['M'])
  const base = median(Array.from({ length: 9 }, yardstick))
  const [small, large, story, infeasible] = [['S', 'M'], ['L', 'XL25'], ['story'], ['infeasible']].map(runs)
  const all = [...small, ...large, ...story, ...infeasible]
  const times = large.map((one) => one.milliseconds)
  return [
    figure('S to XL25, story and infeasible: equal to the reference and proven', sum(all.map((one) => Number(one.right))), `of ${all.length}`, 'all', all.every((one) => one.right)),
    figure('L and XL25: proof, median', median(times), 'ms', '≤ 100 ms', median(times) <= 100, base),
    figure('L and XL25: proof, 95 of 100', share(times, 0.95), 'ms', '≤ 500 ms', share(times, 0.95) <= 500, base),
    figure('story: proof', story[0].milliseconds, 'ms', '≤ 2,000 ms', story[0].milliseconds <= 2000, base),
    figure('infeasible: minimal conflicts, median', median(infeasible.map((one) => one.reasons)), 'ms', '< 100 ms', median(infeasible.map((one) => one.reasons)) < 100, base),
    figure('M to XL25: why all unplanned needs are left, median', median([...small, ...large].map((one) => one.reasons)), 'ms', '< 100 ms', median([...small, ...large].map((one) => one.reasons)) < 100, base),
  ]
}

/** What would free a need, for every need of the given cases that has no appointment. */
const freed = (solver) => {
  const times = named('M', 'L', 'XL25').flatMap(({ name }) => {
    const instance = loadCase(name)
    const plan = planOfKind(instance, 'fewest-travel-days', solver, unlimited)
    const held = new Set(plan.appointments.map((one) => one.need))
    return instance.families[0].needs.filter(({ id }) => !held.has(id)).map(({ id: need }) => timed(() => answerWith(instance, { plan, need, question: { kind: 'free' } }, solver, unlimited)).milliseconds)
  })
  const base = median(Array.from({ length: 9 }, yardstick))
  return [
    figure(`what would free a need, ${times.length} needs, median`, median(times), 'ms', '< 100 ms', median(times) < 100, base),
    figure('what would free a need, 95 of 100', share(times, 0.95), 'ms', '', undefined, base),
  ]
}

/** Against first free times, over the generated cases M to XXL; and the great ones, as they are after a second and in the end. */
const generated = (solver) => {
  const parts = ['unplanned', 'restTouched', 'travelDays']
  const total = (burdens) => Object.fromEntries(parts.map((name) => [name, sum(burdens.map((one) => one[name]))]))
  const cases = ['M', 'L', 'XL25', 'XXL'].flatMap((of) => Array.from({ length: seeds }, (_, index) => {
    const instance = generateCase(of, index + 1)
    const run = planned(instance, solver)
    return { of, free: firstFreeTime(instance).burden, early: run.within(1000).burden, burden: run.answer.burden, proven: run.proven, milliseconds: run.milliseconds }
  }))
  const great = cases.filter((one) => one.of === 'XXL')
  const [free, best] = [total(cases.map((one) => one.free)), total(cases.map((one) => one.burden))]
  const [early, late] = [total(great.map((one) => one.early)), total(great.map((one) => one.burden))]
  const fewer = (name) => 100 * (1 - best[name] / free[name])
  const above = (name, percent) => figure(`XXL, after 1 s: ${name} above the last answer`, early[name] - late[name], `on ${late[name]}`, `≤ ${Math.ceil(late[name] * percent / 100)}`, early[name] - late[name] <= Math.ceil(late[name] * percent / 100))
  const proven = great.filter((one) => one.proven).length
  return [
    figure('M to XXL: fewer travel days than with first free times', fewer('travelDays'), `% (${free.travelDays} → ${best.travelDays})`, '≥ 50 %', fewer('travelDays') >= 50),
    figure('M to XXL: less rest touched', fewer('restTouched'), `% (${free.restTouched} → ${best.restTouched})`, '≥ 60 %', fewer('restTouched') >= 60),
    figure('M to XXL: unplanned', best.unplanned, `against ${free.unplanned}`, 'no more', best.unplanned <= free.unplanned),
    above('unplanned', 2), above('restTouched', 5), above('travelDays', 3),
    figure(`XXL: proven within ${mostSeconds} s`, proven, `of ${great.length}`, '85 %', proven >= 0.85 * great.length),
    figure('XXL: time of the last answer, median', median(great.map((one) => one.milliseconds)), 'ms', '', undefined, median(Array.from({ length: 9 }, yardstick))),
  ]
}

/** The given region in a minute. */
const region = async () => {
  const [{ best }] = named('region')
  const { burden } = await planRegion(loadCase('region-20'), { seconds: 60 })
  const most = (name, percent) => Math.ceil(best[burdenParts.indexOf(name)] * (1 + percent / 100))
  return [['unplanned', 5], ['travelDays', 3]].map(([name, percent]) => figure(`region of 20, 60 s by the clock: ${name}`, burden[name], `against ${best[burdenParts.indexOf(name)]}`, `≤ ${most(name, percent)}`, burden[name] <= most(name, percent)))
}

/** The choice between day plans, made by another solver part by part. Nothing is said when it can't be had. */
const judged = async (solver) => {
  let solve
  try {
    ({ solve } = await installed({ yalps }).bring('yalps'))
  } catch (error) {
    console.error(`YALPS is left out: ${error.message}`)
    return []
  }
  const cases = [...named('S', 'M', 'infeasible').map(({ name }) => loadCase(name)), ...Array.from({ length: 10 }, (_, index) => generateCase('S', index + 1))]
  const same = cases.filter((instance) => {
    const { ground: { master }, answer } = planned(instance, solver)
    const rows = master.program.rows.map((row, index) => [`row ${index}`, row])
    const found = burdenParts.map((name) => {
      const objective = partRow(master, name, Infinity)
      const variables = Array.from({ length: master.program.columns }, () => [])
      for (const [key, { columns, values }] of [...rows, ['objective', objective]]) columns.forEach((column, index) => { variables[column].push([key, values?.[index] ?? 1]) })
      const bound = ({ atLeast, atMost }) => ({ ...(Number.isFinite(atLeast) && { min: atLeast }), ...(Number.isFinite(atMost) && { max: atMost }) })
      const { status, result } = solve({
        direction: 'minimize', objective: 'objective', constraints: new Map(rows.map(([key, row]) => [key, bound(row)])),
        variables: variables.map((entries, column) => [column, new Map(entries)]), binaries: true,
      }, { timeout: 20_000 })
      const value = status === 'optimal' ? Math.round(result) : Number.NaN
      rows.push([name, { ...objective, atMost: value }])
      return value
    })
    return String(found) === String(vectorOf(answer.burden))
  }).length
  return [figure(`S, M, infeasible: the same plan by YALPS ${yalps}`, same, `of ${cases.length}`, 'all', same === cases.length)]
}

/** @returns the figures of the suite */
export const measure = async () => {
  const solver = patient(await loadSolver())
  return [...given(solver), ...freed(solver), ...generated(solver), ...await judged(solver), ...await region()]
}
