/** The thread in which proposals are computed and questions answered: one order at a time. The solver blocks its thread, and this one may be blocked. */
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { loadSolver } from './master/highs-solver.ts'
import { possibleTimes } from './possible-times.ts'
import { proposeWith } from './proposals/propose.ts'
import { planRegionWith } from './region/plan-region.ts'
import { replanWith } from './replan/replan.ts'
import { budgetOf, type Budget } from './search/budget.ts'
import { answerWith } from './why/why-not.ts'
import type { Kind, Order, Report, Work } from './worker-messages.ts'

/** Who answers people goes before who computes. On Linux a priority is that of the thread, elsewhere of the whole program, and then nobody would go before. */
const behindOthers = 5
if (process.platform === 'linux') setPriority(behindOthers)

const loading = loadSolver()
const report = (message: Report): void => parentPort?.postMessage(message)
const onProgress = (progress: Work[Kind]['tells']): void => report({ kind: 'progress', progress })
const budgetFor = (seconds: number): Budget => budgetOf(seconds, () => performance.now())

const answer = async (order: Order): Promise<Work[Kind]['answers']> => {
  const solver = await loading
  switch (order.kind) {
    case 'propose': {
      const { instance, family, seconds } = order.asks
      return proposeWith(instance, { solver, budget: budgetFor(seconds), onProgress, ...(family === undefined ? {} : { family }) })
    }
    case 'region': {
      const { instance, seconds, rounds } = order.asks
      const stopped = (): boolean => Atomics.load(order.stop, 0) !== 0
      return planRegionWith(instance, { solver, budget: budgetFor(seconds), stopped, onProgress, ...(rounds === undefined ? {} : { rounds }) })
    }
    case 'replan': {
      const { instance, replanning, seconds } = order.asks
      return replanWith(instance, replanning, solver, budgetFor(seconds))
    }
    case 'answer': {
      const { instance, asked, seconds } = order.asks
      return answerWith(instance, asked, solver, budgetFor(seconds))
    }
    case 'times': return possibleTimes(order.asks.instance, order.asks.wanted)
  }
}

const serve = async (order: Order): Promise<void> => {
  try {
    report({ kind: 'done', answer: await answer(order) })
  } catch (error) {
    report({ kind: 'failed', error })
  }
}

parentPort?.on('message', (order: Order) => void serve(order))
