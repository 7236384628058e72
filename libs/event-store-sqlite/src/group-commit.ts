import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { EventStoreUnavailable } from '@samenspel/event-store'
import type { AppendGroup, AppendOutcome, AppendRequest } from './writer.ts'

type Waiting = { readonly request: AppendRequest; readonly resolve: (outcome: AppendOutcome) => void; readonly reject: (error: EventStoreUnavailable) => void }

export type GroupCommit = {
  readonly append: (request: AppendRequest) => Promise<AppendOutcome>
  /** Whether the writer ended by itself: nothing is written any more before a new start. */
  readonly isBroken: () => boolean
  /** Writes what was asked, then ends the thread. */
  readonly close: () => Promise<void>
}

/** What waits goes in one commit, so that many at once cost the disk hardly more than one. */
const largestGroup = 512

/** Run from source the thread is TypeScript; in a bundle it is an entry of its own, beside the file that holds this code. */
const workerFile = import.meta.url.endsWith('.ts') ? './writer.worker.ts' : './writer.worker.js'

export type GroupCommitParts = {
  readonly file: string
  /** How far another log is, where the commits of this one carry that along. */
  readonly otherLog?: () => number
  /** Called after each commit, before its appends are answered. */
  readonly onWritten: () => void
}

/** Collects appends while the writer is busy with the ones before. */
export const startGroupCommit = ({ file, otherLog, onWritten }: GroupCommitParts): GroupCommit => {
  const worker = new Worker(new URL(workerFile, import.meta.url), { workerData: { file, keepsOtherLog: otherLog !== undefined } })
  let queue: Waiting[] = []
  let writing: readonly Waiting[] = []
  let broken: EventStoreUnavailable | undefined
  let drained = () => {}

  const next = () => {
    if (writing.length > 0) return
    if (queue.length === 0) return drained()
    writing = queue.slice(0, largestGroup)
    queue = queue.slice(largestGroup)
    const group: AppendGroup = { requests: writing.map(({ request }) => request), otherLog: otherLog?.() }
    worker.postMessage(group)
  }
  const breakOff = (because: string, cause?: unknown) => {
    broken ??= new EventStoreUnavailable(because, { cause })
    for (const { reject } of [...writing, ...queue]) reject(broken)
    writing = []
    queue = []
    drained()
  }
  worker.on('message', (outcomes: readonly AppendOutcome[]) => {
    const answered = writing
    writing = []
    onWritten()
    answered.forEach(({ resolve }, i) => { resolve(outcomes[i]!) })
    next()
  })
  worker.on('error', error => { breakOff(`the writer ended: ${String(error)}`, error) })
  worker.on('exit', () => { breakOff('the writer ended') })

  return {
    append: request => new Promise((resolve, reject) => {
      if (broken !== undefined) return reject(broken)
      queue.push({ request, resolve, reject })
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
      worker.postMessage('close')
      await ended
    },
  }
}
