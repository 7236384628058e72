/** The planner for a server: proposals and answers are computed in worker threads, so that whoever asks never stalls. */
import { Worker } from 'node:worker_threads'
import type { BundlingCase } from './format/case.ts'
import type { Appointment } from './format/plan.ts'
import type { TimesWanted } from './possible-times.ts'
import type { Progress, Proposals } from './proposals/propose.ts'
import type { Answered } from './why/question.ts'
import type { Asked } from './why/why-not.ts'
import type { Order, Outcomes, Report } from './worker-messages.ts'

export type Planner = {
  /**
   * Up to three proposals for a family of the case (the first when none is named), the lightest first.
   * Orders beyond the number of threads wait their turn.
   *
   * @throws the signal's reason when it aborts (the computation really stops); RangeError when the case has no
   * such family; Error when the planner is closed or its thread broke.
   */
  readonly propose: (instance: BundlingCase, options?: ProposeSettings) => Promise<Proposals>
  /**
   * Times at which one need of a case can be held while everything else stays. Quick, and so before any proposals that wait.
   * @throws as `propose` does; RangeError when the family has no such need.
   */
  readonly times: (instance: BundlingCase, wanted: TimesWanted, options?: { readonly signal?: AbortSignal }) => Promise<readonly Appointment[]>
  /**
   * Why a plan is not otherwise, or what would free a need that it leaves out; `unknown` when the time was too short.
   *
   * @throws as `propose` does; RangeError when the family has no such need, or the plan no such appointment.
   */
  readonly answer: (instance: BundlingCase, asked: Asked, options?: AnswerSettings) => Promise<Answered>
  /** Stops the threads; what still waits or runs is rejected. */
  readonly close: () => Promise<void>
}

export type ProposeSettings = {
  readonly family?: string
  /** How long to go on; what is not proven by then says so. 20 when absent. */
  readonly seconds?: number
  readonly signal?: AbortSignal
  /** Called with the first answer within a moment, and with the lightest plan when it is there. */
  readonly onProgress?: (progress: Progress) => void
}

export type AnswerSettings = {
  /** How long to go on. 5 when absent. */
  readonly seconds?: number
  readonly signal?: AbortSignal
}

type Job = { readonly order: Order; readonly onProgress: (progress: Progress) => void; readonly done: (outcome: Outcomes[Order['kind']]) => void; readonly failed: (reason: unknown) => void }

/** From source the worker is TypeScript beside this file; in a bundle it is its own entry beside the main one. */
const fromSource = import.meta.url.endsWith('.ts')
const workerFile = new URL(fromSource ? './bundling.worker.ts' : './bundling.worker.js', import.meta.url)

/** @param threads how many orders are carried out at the same time; each thread takes some 100 MB while it works. */
export const createPlanner = ({ threads = 1 }: { readonly threads?: number } = {}): Planner => {
  const idle: Worker[] = []
  const running = new Map<Job, Worker>()
  const waiting: Job[] = []
  let closed = false

  const startWorker = (): Worker => {
    const worker = new Worker(workerFile, fromSource ? { execArgv: ['--conditions=@samenspel/source'] } : {})
    worker.unref()
    // A thread that breaks while idle is not used again.
    worker.on('error', () => remove(idle, worker))
    return worker
  }
  const startNext = (): void => {
    while (running.size < threads && waiting.length > 0) run(waiting.shift()!, idle.pop() ?? startWorker())
  }
  const run = (job: Job, worker: Worker): void => {
    running.set(job, worker)
    worker.ref()
    const finish = (settle: () => void, reusable: boolean): void => {
      worker.off('message', onReport)
      worker.off('error', onError)
      worker.off('exit', onExit)
      running.delete(job)
      if (reusable) {
        worker.unref()
        idle.push(worker)
      } else void worker.terminate()
      settle()
      startNext()
    }
    const onReport = (report: Report): void => {
      switch (report.kind) {
        case 'progress': return job.onProgress(report.progress)
        case 'done': return finish(() => job.done(report.outcome), true)
        // What failed may have left the solver broken: its thread is not used again.
        case 'failed': return finish(() => job.failed(report.error), false)
      }
    }
    const onError = (error: unknown): void => finish(() => job.failed(error), false)
    const onExit = (): void => finish(() => job.failed(new Error('The planner\'s thread ended before it was done')), false)
    worker.on('message', onReport)
    worker.on('error', onError)
    worker.on('exit', onExit)
    worker.postMessage(job.order)
  }
  /** A running solver listens to nobody: its thread is ended, and the next order gets a new one. */
  const abandon = (job: Job, reason: unknown): void => {
    remove(waiting, job)
    job.failed(reason)
    void running.get(job)?.terminate()
  }

  idle.push(startWorker())
  /** @param place where among those that wait: a quick question goes first. */
  const carryOut = <Kind extends Order['kind']>(order: Order & { readonly kind: Kind }, place: 'first' | 'last', signal: AbortSignal | undefined, onProgress: (progress: Progress) => void = () => undefined): Promise<Outcomes[Kind]> => new Promise((resolve, reject) => {
    if (closed) return reject(new Error('The planner is closed'))
    if (signal?.aborted === true) return reject(asError(signal.reason))
    const onAbort = (): void => abandon(job, signal?.reason)
    const settled = <Value>(settle: (value: Value) => void) => (value: Value): void => {
      signal?.removeEventListener('abort', onAbort)
      settle(value)
    }
    const job: Job = {
      order,
      onProgress: progress => { if (signal?.aborted !== true) onProgress(progress) },
      // The thread answers an order with the outcome of its kind.
      done: settled(outcome => resolve(outcome as Outcomes[Kind])),
      failed: settled(reason => reject(asError(reason))),
    }
    signal?.addEventListener('abort', onAbort)
    if (place === 'first') waiting.unshift(job)
    else waiting.push(job)
    startNext()
  })

  return {
    propose: (instance, { family, seconds = 20, signal, onProgress } = {}) => carryOut({ kind: 'propose', instance, family, seconds }, 'last', signal, onProgress),
    times: (instance, wanted, { signal } = {}) => carryOut({ kind: 'times', instance, wanted }, 'first', signal),
    answer: (instance, asked, { seconds = 5, signal } = {}) => carryOut({ kind: 'answer', instance, asked, seconds }, 'first', signal),
    close: async () => {
      closed = true
      const reason = new Error('The planner is closed')
      for (const job of [...waiting, ...running.keys()]) abandon(job, reason)
      await Promise.all([...idle.splice(0), ...running.values()].map(worker => worker.terminate()))
    },
  }
}

const remove = <Item>(list: Item[], item: Item): void => {
  const index = list.indexOf(item)
  if (index >= 0) list.splice(index, 1)
}

const asError = (reason: unknown): Error => reason instanceof Error ? reason : new Error(String(reason))
