/** The planner for a server: proposals and answers are computed in worker threads, so that whoever asks never stalls. */
import { Worker } from 'node:worker_threads'
import type { BundlingCase } from './format/case.ts'
import type { Appointment } from './format/plan.ts'
import type { TimesWanted } from './possible-times.ts'
import type { Progress, Proposals } from './proposals/propose.ts'
import type { RegionPlan, RegionProgress } from './region/plan-region.ts'
import type { Replanned, Replanning } from './replan/replan.ts'
import type { Answered } from './why/question.ts'
import type { Asked } from './why/why-not.ts'
import type { Kind, Order, Report, Work } from './worker-messages.ts'

/**
 * Orders beyond the number of threads wait their turn. All reject with the signal's reason when it aborts while they wait,
 * with an Error when the planner is closed or its thread broke, and with what their function says when the input is wrong.
 */
export type Planner = {
  /**
   * Up to three proposals for a family of the case (the first when none is named), the lightest first.
   *
   * @throws the signal's reason when it aborts (the computation really stops); RangeError when the case has no such family.
   */
  readonly propose: (instance: BundlingCase, options?: ProposeSettings) => Promise<Proposals>
  /**
   * The plan of all families of the case, on the calendars that they share.
   * When the signal aborts while it is being computed, the best plan so far is the answer, as when the time is over.
   */
  readonly region: (instance: BundlingCase, options?: RegionSettings) => Promise<RegionPlan>
  /**
   * A plan made again, in which as little as possible moves of what stands.
   *
   * @throws the signal's reason when it aborts; RangeError when the case has no such family or `mostMoved` is no whole number from 0.
   */
  readonly replan: (instance: BundlingCase, replanning: Replanning, options?: ReplanSettings) => Promise<Replanned>
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

type Settings = {
  /** How long to go on; what is not proven by then says so. 20 when absent, 60 for a region, 5 for an answer. */
  readonly seconds?: number
  readonly signal?: AbortSignal
}

export type ProposeSettings = Settings & {
  readonly family?: string
  /** Called with the first answer within a moment, and with the lightest plan when it is there. */
  readonly onProgress?: (progress: Progress) => void
}

export type RegionSettings = Settings & {
  /** The most rounds; the same case and number always give the same plan, if the time lasts. Without it, as many as the time allows. */
  readonly rounds?: number
  /** Called after each family and each round. */
  readonly onProgress?: (progress: RegionProgress) => void
}

export type ReplanSettings = Settings

export type AnswerSettings = Settings

type Job = { readonly order: Order; readonly onProgress: (progress: never) => void; readonly done: (answer: never) => void; readonly failed: (reason: unknown) => void }

/** From source the worker is TypeScript beside this file; in a bundle it is its own entry beside the main one. */
const fromSource = import.meta.url.endsWith('.ts')
const workerFile = new URL(fromSource ? './bundling.worker.ts' : './bundling.worker.js', import.meta.url)

/** @param threads how many orders are computed at the same time; each thread takes some 100 MB while it works. */
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
        case 'progress': return job.onProgress(report.progress as never)
        case 'done': return finish(() => job.done(report.answer as never), true)
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

  /** Kinds that are quick and go before what waits. */
  const quick: readonly Kind[] = ['times', 'answer']
  const order = <Each extends Kind>(kind: Each, asks: Work[Each]['asks'], signal: AbortSignal | undefined, onProgress: (progress: Work[Each]['tells']) => void = () => undefined): Promise<Work[Each]['answers']> => new Promise((resolve, reject) => {
    if (closed) return reject(new Error('The planner is closed'))
    if (signal?.aborted === true) return reject(asError(signal.reason))
    const stop = new Int32Array(new SharedArrayBuffer(4))
    const onAbort = (): void => {
      if (kind === 'region' && running.has(job)) Atomics.store(stop, 0, 1)
      else abandon(job, signal?.reason)
    }
    const settled = <Value>(settle: (value: Value) => void) => (value: Value): void => {
      signal?.removeEventListener('abort', onAbort)
      settle(value)
    }
    const job: Job = {
      order: { kind, asks, stop } as Order,
      onProgress: (progress: Work[Each]['tells']) => { if (signal?.aborted !== true) onProgress(progress) },
      done: settled(resolve),
      failed: settled(reason => reject(asError(reason))),
    }
    signal?.addEventListener('abort', onAbort)
    if (quick.includes(kind)) waiting.unshift(job)
    else waiting.push(job)
    startNext()
  })

  idle.push(startWorker())
  return {
    propose: (instance, { family, seconds = 20, signal, onProgress } = {}) => order('propose', { instance, family, seconds }, signal, onProgress),
    region: (instance, { seconds = 60, rounds, signal, onProgress } = {}) => order('region', { instance, seconds, rounds }, signal, onProgress),
    replan: (instance, replanning, { seconds = 20, signal } = {}) => order('replan', { instance, replanning, seconds }, signal),
    times: (instance, wanted, { signal } = {}) => order('times', { instance, wanted }, signal),
    answer: (instance, asked, { seconds = 5, signal } = {}) => order('answer', { instance, asked, seconds }, signal),
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
