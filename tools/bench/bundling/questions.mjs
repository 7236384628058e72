// What a coordinator asks of a plan, and a plan made again after a loss: how soon, and how much else moves.
import { figure, loadCase, median, named, part, planned, share, solver, timed, yardstick } from './engine.mjs'

const [{ answerWith }, { alternativesTo, wishFor }, { appointmentsIn }, { replanWith }, { unlimited }] = await Promise.all(
  ['why/why-not.ts', 'proposals/alternatives.ts', 'proposals/propose.ts', 'replan/replan.ts', 'search/budget.ts'].map(part))

const milliseconds = (name, times, base, goal = 100) => figure(name, median(times), 'ms', `< ${goal} ms`, median(times) < goal, base)
const tail = (name, times, base) => figure(name, share(times, 0.95), 'ms', '', undefined, base)

export const questions = () => {
  const plans = named('M', 'L', 'XL25').map(({ name }) => {
    const instance = loadCase(name)
    const { task, ground, answer } = planned(instance)
    const appointments = appointmentsIn(task, answer)
    const held = new Set(appointments.map((one) => one.need))
    return { instance, task, ground, answer, appointments, left: instance.families[0].needs.flatMap(({ id }) => held.has(id) ? [] : [id]) }
  })
  const ask = ({ instance, appointments }, need, question) => timed(() => answerWith(instance, { plan: { appointments }, need, question }, solver, unlimited)).milliseconds

  const others = plans.map(({ task, ground, answer }) => {
    const best = { flavour: 'fewest-travel-days', task, ground, answer, wishOn: wishFor('fewest-travel-days', new Map()) }
    const { answer: found, milliseconds: taken } = timed(() => alternativesTo(best, solver, unlimited))
    return taken / Math.max(1, found.length)
  })
  const why = plans.flatMap((plan) => plan.appointments.filter((_, index) => index % 2 === 0).map(({ need }) => ask(plan, need, { kind: 'earlier' })))
  const free = plans.flatMap((plan) => plan.left.map((need) => ask(plan, need, { kind: 'free' })))
  const again = plans.flatMap(({ instance, appointments }) => appointments.map((lost) => timed(() => {
    const { moved } = replanWith(instance, { standing: appointments.filter((one) => one !== lost), lost: [lost] }, solver, unlimited)
    return moved.length
  })))
  const base = yardstick()
  const few = again.filter((one) => one.answer <= 1).length
  return [
    milliseconds('M to XL25: an alternative, median', others, base),
    milliseconds(`M to XL25: why not earlier, ${why.length} questions, median`, why, base),
    tail('M to XL25: why not earlier, 95 of 100', why, base),
    milliseconds(`M to XL25: what would free a need, ${free.length} needs, median`, free, base),
    tail('M to XL25: what would free a need, 95 of 100', free, base),
    figure(`M to XL25: one slot lost, at most one other appointment moved`, 100 * few / again.length, `% of ${again.length}`, '≥ 95 %', few >= 0.95 * again.length),
    figure('M to XL25: one slot lost, most others moved', Math.max(...again.map((one) => one.answer)), ''),
    milliseconds('M to XL25: a plan made again after one lost slot, median', again.map((one) => one.milliseconds), base),
  ]
}
