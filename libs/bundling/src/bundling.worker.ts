/** The thread in which proposals are computed: one order at a time. The solver blocks its thread, and this one may be blocked. */
import { parentPort } from 'node:worker_threads'
import { loadSolver } from './master/highs-solver.ts'
import { proposeWith } from './proposals/propose.ts'
import { budgetOf } from './search/budget.ts'
import type { Order, Report } from './worker-messages.ts'

const loading = loadSolver()
const report = (message: Report): void => parentPort?.postMessage(message)

const serve = async ({ instance, family, seconds }: Order): Promise<void> => {
  try {
    const proposals = proposeWith(instance, {
      solver: await loading,
      budget: budgetOf(seconds, () => performance.now()),
      ...(family === undefined ? {} : { family }),
      onProgress: progress => report({ kind: 'progress', progress }),
    })
    report({ kind: 'done', proposals })
  } catch (error) {
    report({ kind: 'failed', error })
  }
}

parentPort?.on('message', (order: Order) => void serve(order))
