import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { EventStoreUnavailable } from '@samenspel/event-store'
import type { AppendOutcome, AppendRequest } from './writer.ts'

type Waiting = { readonly request: AppendRequest; readonly resolve: (outcome: AppendOutcome) => void; readonly reject: (error: EventStoreUnavailable) => void }

export type GroupCommit = {
  readonly append: (request: AppendRequest) => Promise<AppendOutcome>
  /** Writes what was asked, then ends the thread. */
  readonly close: () => Promise<void>
}

/** What waits goes in one commit, so that many at once cost the disk hardly more than one. */
const largestGroup = 512

/** Run from source the thread is TypeScript; in a bundle it is an entry of its own, beside the file that holds this code. */
const workerFile = import.meta.url.endsWith('.ts') ? './writer.worker.ts' : './writer.worker.js'

/**
 * Collects appends while the writer is busy with the ones before.
 * @param onWritten called after each commit, before its appends are answered
 */
export const startGroupCommit = (file: string, onWritten: () => void): GroupCommit => {
  const worker = new Worker(new URL(workerFile, import.meta.url), { workerData: { file } })
  let queue: Waiting[] = []
  let writing: readonly Waiting[] = []
  let broken: EventStoreUnavailable | undefined
  let drained = () => {}

  const next = () => {
    if (writing.length > 0) return
    if (queue.length === 0) return drained()
    writing = queue.slice(0, largestGroup)
    queue = queue.slice(largestGroup)
    worker.postMessage(writing.map(({ request }) => request))
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
  worker.on('error', error => { breakOff('the writer ended', error) })
  worker.on('exit', () => { breakOff('the writer ended') })

  return {
    append: request => new Promise((resolve, reject) => {
      if (broken !== undefined) return reject(broken)
      queue.push({ request, resolve, reject })
      // Whoever asks in the same turn goes along.
      queueMicrotask(next)
    }),
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
