// The given cases: equal to the reference and proven, how soon, and what explains them.
import { figure, loadCase, median, named, part, planned, share, solver, sum, timed, yardstick } from './engine.mjs'

const [{ vectorOf }, { createExplainer }, { unlimited }, { plannedNeeds }] = await Promise.all(['format/plan.ts', 'conflicts/explain-unplanned.ts', 'search/budget.ts', 'search/plan-family.ts'].map(part))

const runs = (...classes) => named(...classes).map(({ name, best }) => {
  const instance = loadCase(name)
  const rounds = Array.from({ length: 3 }, () => planned(instance))
  const { task, ground, answer, proven } = rounds[0]
  const reasons = timed(() => createExplainer(task, ground, solver, unlimited)(plannedNeeds(answer))).milliseconds
  return { milliseconds: median(rounds.map((one) => one.milliseconds)), reasons, first: median(rounds.map((one) => one.first)), right: proven && String(vectorOf(answer.burden)) === String(best) }
})

export const given = () => {
  runs('M')
  const base = yardstick()
  const [small, large, story, infeasible] = [['S', 'M'], ['L', 'XL25'], ['story'], ['infeasible']].map((classes) => runs(...classes))
  const all = [...small, ...large, ...story, ...infeasible]
  const times = large.map((one) => one.milliseconds)
  const first = [...small, ...large, ...story].map((one) => one.first)
  const below = (name, value, most) => figure(name, value, 'ms', `< ${most} ms`, value < most, base)
  const atMost = (name, value, most) => figure(name, value, 'ms', `≤ ${most.toLocaleString('en')} ms`, value <= most, base)
  return [
    figure('S to XL25, story and infeasible: equal to the reference and proven', sum(all.map((one) => Number(one.right))), `of ${all.length}`, 'all', all.every((one) => one.right)),
    atMost('S to XL25, story: first answer, median', median(first), 300),
    figure('S to XL25, story: first answer, 95 of 100', share(first, 0.95), 'ms', '', undefined, base),
    atMost('L and XL25: proof, median', median(times), 100),
    atMost('L and XL25: proof, 95 of 100', share(times, 0.95), 500),
    atMost('story: proof', story[0].milliseconds, 2000),
    below('infeasible: minimal conflicts, median', median(infeasible.map((one) => one.reasons)), 100),
    below('S to XL25: why all unplanned needs are left, median', median([...small, ...large].map((one) => one.reasons)), 100),
  ]
}
