/** The thread in which proposals are computed and questions answered: one order at a time. The solver blocks its thread, and this one may be blocked. */
import { parentPort } from 'node:worker_threads'
import { loadSolver } from './master/highs-solver.ts'
import type { Solver } from './master/program.ts'
import { possibleTimes } from './possible-times.ts'
import { proposeWith } from './proposals/propose.ts'
import { budgetOf } from './search/budget.ts'
import { answerWith } from './why/why-not.ts'
import type { Order, Outcomes, Report } from './worker-messages.ts'

const loading = loadSolver()
const report = (message: Report): void => parentPort?.postMessage(message)

const carryOut = (order: Order, solver: Solver): Outcomes[Order['kind']] => {
  switch (order.kind) {
    case 'propose': return proposeWith(order.instance, {
      solver, budget: budgetOf(order.seconds, () => performance.now()), ...(order.family === undefined ? {} : { family: order.family }), onProgress: progress => report({ kind: 'progress', progress }),
    })
    case 'answer': return answerWith(order.instance, order.asked, solver, budgetOf(order.seconds, () => performance.now()))
    case 'times': return possibleTimes(order.instance, order.wanted)
  }
}

const serve = async (order: Order): Promise<void> => {
  try {
    report({ kind: 'done', outcome: carryOut(order, await loading) })
  } catch (error) {
    report({ kind: 'failed', error })
  }
}

parentPort?.on('message', (order: Order) => void serve(order))
