import { once } from 'node:events'
import { setImmediate } from 'node:timers'
import { Worker } from 'node:worker_threads'
import { EventStoreUnavailable, type NewEvent } from '@samenspel/event-store'
import { handOverMemory, openAsking } from './hand-over.ts'
import type { AppendOutcome, AppendRequest } from './writer.ts'

type Waiting = { readonly request: AppendRequest; readonly events: readonly NewEvent[]; readonly resolve: (outcome: AppendOutcome) => void; readonly reject: (error: EventStoreUnavailable) => void }

/** What was asked to be written, and what became of it. */
export type Written = { readonly stream: AppendRequest['stream']; readonly events: readonly NewEvent[]; readonly outcome: AppendOutcome }

export type GroupCommit = {
  /** @param events those of the request, as they were handed in */
  readonly append: (request: AppendRequest, events: readonly NewEvent[]) => Promise<AppendOutcome>
  /** Whether the writer ended by itself: nothing is written any more before a new start. */
  readonly isBroken: () => boolean
  /** Writes what was asked, then ends the thread. */
  readonly close: () => Promise<void>
}

/** What waits goes in one commit, so that many at once cost the disk hardly more than one. */
const largestGroup = 512

/**
 * Milliseconds for which this thread goes round its loop while a commit is being written, in which everybody else has their turn too, and after
 * which it may fall asleep. Where commits take longer it doesn't try.
 */
const longestLook = 1
/** Milliseconds that looking may lose on top of the commit. Where it loses more, others want the processors, and looking only takes them from the commit too. */
const mostLost = 0.1
/** Where it didn't pay twice, it is left for a commit, and for twice as many each time that it doesn't again. Once is no sign: a disk is late now and then. */
const mostLeft = 128

/** Run from source the thread is TypeScript; in a bundle it is an entry of its own, beside the file that holds this code. */
const workerFile = import.meta.url.endsWith('.ts') ? './writer.worker.ts' : './writer.worker.js'

export type GroupCommitParts = {
  readonly file: string
  /** How far another log is, where the commits of this one carry that along. */
  readonly otherLog?: () => number
  /** Called after each commit, before its appends are answered, with what became of each. */
  readonly onWritten: (written: readonly Written[]) => void
}

/** Collects appends while the writer is busy with the ones before. */
export const startGroupCommit = ({ file, otherLog, onWritten }: GroupCommitParts): GroupCommit => {
  const memory = handOverMemory()
  const worker = new Worker(new URL(workerFile, import.meta.url), { workerData: { file, keepsOtherLog: otherLog !== undefined, memory } })
  const asking = openAsking(memory, message => { worker.postMessage(message) })
  let queue: Waiting[] = []
  let writing: readonly Waiting[] = []
  let broken: EventStoreUnavailable | undefined
  let drained = () => {}
  let asked = 0
  let isLooking = false
  let left = 0
  let leaveNext = 0

  const next = () => {
    if (writing.length > 0) return
    if (queue.length === 0) return drained()
    writing = queue.slice(0, largestGroup)
    queue = queue.slice(largestGroup)
    isLooking = asking.canLook && left === 0
    if (left > 0) left -= 1
    const other = otherLog?.()
    asking.setLooking(isLooking)
    asked = performance.now()
    asking.ask({ requests: writing.map(({ request }) => request), ...(other !== undefined && { otherLog: other }) })
    if (isLooking) setImmediate(look)
  }
  const look = () => {
    if (writing.length === 0 || take()) return
    if (performance.now() - asked < longestLook) return void setImmediate(look)
    asking.setLooking(false)
    // It may have come just before.
    take()
  }
  const take = (): boolean => {
    const outcomes = writing.length === 0 ? undefined : asking.answer()
    if (outcomes !== undefined) answer(outcomes)
    return outcomes !== undefined
  }
  const answer = (outcomes: readonly AppendOutcome[]) => {
    const answered = writing
    writing = []
    judgeLooking()
    onWritten(answered.map(({ request: { stream }, events }, i) => ({ stream, events, outcome: outcomes[i]! })))
    answered.forEach(({ resolve }, i) => { resolve(outcomes[i]!) })
    next()
  }
  const judgeLooking = () => {
    if (!isLooking) return
    const worked = asking.worked()
    const paid = worked < longestLook && performance.now() - asked - worked < mostLost
    left = paid ? 0 : leaveNext
    leaveNext = paid ? 0 : Math.min(Math.max(1, 2 * leaveNext), mostLeft)
  }
  const breakOff = (because: string, cause?: unknown) => {
    broken ??= new EventStoreUnavailable(because, { cause })
    for (const { reject } of [...writing, ...queue]) reject(broken)
    writing = []
    queue = []
    drained()
  }
  worker.on('message', (outcomes: readonly AppendOutcome[] | undefined) => { if (outcomes === undefined) take(); else answer(outcomes) })
  worker.on('error', error => { breakOff(`the writer ended: ${String(error)}`, error) })
  worker.on('exit', () => { breakOff('the writer ended') })

  return {
    append: (request, events) => new Promise((resolve, reject) => {
      if (broken !== undefined) return reject(broken)
      queue.push({ request, events, resolve, reject })
      // Whoever asks in the same turn goes along.
      queueMicrotask(next)
    }),
    isBroken: () => broken !== undefined,
    close: async () => {
      await new Promise<void>(resolve => {
        drained = resolve
        next()
      })
      if (broken !== undefined) return
      const ended = once(worker, 'exit')
      asking.ask('close')
      await ended
    },
  }
}
