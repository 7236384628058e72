// Against what families get when nobody bundles: each need at its first free time. And the great cases, as they are after a second and in the end.
import { figure, loadCase, median, mostSeconds, named, part, planned, sum, yardstick } from './engine.mjs'

const [{ generateCase }, { burdenFrom, vectorOf }, { firstFreeTime, greedy }] = await Promise.all(['generator/generate-case.ts', 'format/plan.ts', 'index.ts'].map(part))

const classes = ['M', 'L', 'XL25', 'XXL']
/** Generated cases of each class. */
const seeds = 20

const total = (burdens) => burdenFrom((name) => sum(burdens.map((one) => one[name])))

/** The case with these needs alone. */
const withOnly = (instance, ids) => ({
  ...instance,
  families: instance.families.map((one) => ({ ...one, needs: one.needs.filter(({ id }) => ids.has(id)), order: one.order.filter(({ before, after }) => ids.has(before) && ids.has(after)) })),
})

const compared = (instance) => {
  const free = firstFreeTime(instance)
  const run = planned(instance)
  return { instance, free: free.burden, heldFree: free.appointments, greedy: greedy(instance).burden, run, burden: run.answer.burden, held: run.answer.days.flatMap((day) => day.appointments) }
}

const fewer = (now, before, name) => 100 * (1 - now[name] / before[name])
const lighter = (what, now, before, name, goal) =>
  figure(what, fewer(now, before, name), `% (${before[name]} → ${now[name]})`, goal === undefined ? '' : `≥ ${goal} %`, goal === undefined ? undefined : fewer(now, before, name) >= goal)

const threeLines = (which, cases) => {
  const [free, best] = [total(cases.map((one) => one.free)), total(cases.map((one) => one.burden))]
  return { free, best, unplanned: figure(`${which}: unplanned, by urgency`, best.unplanned, `against ${free.unplanned}`, 'no more', best.unplanned <= free.unplanned), rest: lighter(`${which}: less rest touched than with first free times`, best, free, 'restTouched', 60) }
}

/** The given cases, summed as the reference sums them. */
const givenCases = () => {
  const cases = named(...classes).map(({ name, class: of, best }) => ({ of, best, ...compared(loadCase(name)) }))
  const { free, best, unplanned, rest } = threeLines('given cases M to XXL', cases)
  const great = cases.filter((one) => one.of === 'XXL')
  const equal = great.filter((one) => String(vectorOf(one.burden)) === String(one.best)).length
  return [
    lighter('given cases M to XXL: fewer travel days than with first free times', best, free, 'travelDays', 50), rest, unplanned,
    figure('given cases XXL: the last answer equal to the reference', equal, `of ${great.length}`, 'all', equal === great.length),
  ]
}

const generatedCases = () => {
  const cases = classes.flatMap((of) => Array.from({ length: seeds }, (_, index) => ({ of, ...compared(generateCase(of, index + 1)) })))
  const { free, best, unplanned, rest } = threeLines('generated cases M to XXL', cases)
  const same = total(cases.map(({ instance, heldFree }) => planned(withOnly(instance, new Set(heldFree.map((one) => one.need)))).answer.burden))
  const careful = total(cases.map((one) => one.greedy))
  const smaller = cases.filter((one) => one.of !== 'XXL')
  const count = (name) => sum(cases.map((one) => one[name].length))
  return [
    lighter('generated cases M to XXL: fewer travel days, the needs that have a first free time planned', same, free, 'travelDays', 50),
    figure('the same needs: left unplanned by us', same.unplanned, '', '0', same.unplanned === 0),
    lighter(`generated cases M to XXL: fewer travel days, all needs planned (${count('heldFree')} → ${count('held')} appointments)`, best, free, 'travelDays'),
    rest, unplanned,
    lighter('generated cases M to XXL: fewer travel days than a careful clerk', best, careful, 'travelDays'),
    figure('generated cases M to XL25: proven', smaller.filter((one) => one.run.proven).length, `of ${smaller.length}`, 'all', smaller.every((one) => one.run.proven)),
    ...great(cases.filter((one) => one.of === 'XXL')),
  ]
}

const great = (cases) => {
  const [early, late] = [total(cases.map((one) => one.run.within(1000).burden)), total(cases.map((one) => one.burden))]
  const above = (name, percent) => {
    const most = Math.ceil(late[name] * percent / 100)
    return figure(`XXL, after 1 s: ${name} above the last answer`, early[name] - late[name], `on ${late[name]}`, `≤ ${most}`, early[name] - late[name] <= most)
  }
  const proven = cases.filter((one) => one.run.proven).length
  const open = cases.filter((one) => !one.run.proven).map(({ run: { answer: { burden, bound } } }) => bound === undefined ? burden.unplanned : burden.unplanned - bound.unplanned)
  return [
    above('unplanned', 2), above('restTouched', 5), above('travelDays', 3),
    figure(`XXL: proven within ${mostSeconds} s`, proven, `of ${cases.length}`, '85 %', proven >= 0.85 * cases.length),
    figure('XXL, not proven: unplanned above what is proven of it', sum(open), `on ${late.unplanned}`),
    figure('XXL: time of the last answer, median', median(cases.map((one) => one.run.milliseconds)), 'ms', '', undefined, yardstick()),
  ]
}

export const againstFirstFree = () => [...givenCases(), ...generatedCases()]
