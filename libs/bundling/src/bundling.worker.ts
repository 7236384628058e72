/** The thread in which proposals are computed: one order at a time. The solver blocks its thread, and this one may be blocked. */
import { parentPort } from 'node:worker_threads'
import { loadSolver } from './master/highs-solver.ts'
import { possibleTimes } from './possible-times.ts'
import { proposeWith } from './proposals/propose.ts'
import { budgetOf } from './search/budget.ts'
import type { Order, Outcome, Report } from './worker-messages.ts'

const loading = loadSolver()
const report = (message: Report): void => parentPort?.postMessage(message)

const carryOut = async (order: Order): Promise<Outcome> => {
  if (order.kind === 'times') return possibleTimes(order.instance, order.wanted)
  const { instance, family, seconds } = order
  return proposeWith(instance, {
    solver: await loading,
    budget: budgetOf(seconds, () => performance.now()),
    ...(family === undefined ? {} : { family }),
    onProgress: progress => report({ kind: 'progress', progress }),
  })
}

const serve = async (order: Order): Promise<void> => {
  try {
    report({ kind: 'done', outcome: await carryOut(order) })
  } catch (error) {
    report({ kind: 'failed', error })
  }
}

parentPort?.on('message', (order: Order) => void serve(order))
