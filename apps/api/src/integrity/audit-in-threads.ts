import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { sequenceOf } from '@samenspel/event-store'
import type { TreeState } from '@samenspel/log-integrity'
import { auditInRanges } from './audit-in-ranges.ts'
import type { Audit, AuditParts } from './audit-log.ts'
import type { Range, RangeSeen } from './audit-range.ts'
import { keysAtHand, type FindKeys } from './keys-at-hand.ts'
import type { LogSource } from './make-checkpoint.ts'

/** What a thread is started with. */
export type ThreadData = Pick<AuditParts, 'log' | 'leafCount'> & { readonly file: string; readonly checkpointsFile: string | undefined; readonly sealed: boolean }
/** What it is told: a part to look through, or the keys it asked for. */
export type ToThread = { readonly range: Range & { readonly sizes: readonly number[] } } | { readonly keys: Awaited<ReturnType<FindKeys>> }
/** What it says: which keys it needs, or what the part shows. */
export type FromThread = { readonly keyIds: readonly string[] } | { readonly seen: RangeSeen | undefined }

/** Run from source the thread is TypeScript; in a bundle it is an entry of its own, beside the file that holds this code. */
const fromSource = import.meta.url.endsWith('.ts')
const threadFile = new URL(fromSource ? './audit-range.worker.ts' : './audit-range.worker.js', import.meta.url)

/** Large enough that a thread has something to do, small enough that all end at about the same time. */
const usualRangeSize = 2 ** 14

/** Room for what is read and thrown away at once: with the usual 48 a thread sweeps after every few thousand events. */
const youngMegabytes = 192

export type ThreadsParts = Pick<AuditParts, 'log' | 'heads' | 'leafCount' | 'findKey' | 'progress'> & Pick<ThreadData, 'file' | 'checkpointsFile'> & {
  readonly source: Pick<LogSource, 'lastPosition'>
  readonly rangeSize?: number
}

/**
 * Checks a log in a file with all processors at once.
 * @returns nothing for a log that is too short for that, and when anything isn't what was recorded or can't be read: `auditLog` then tells what
 */
export const auditInThreads = async ({ source, file, checkpointsFile, findKey, rangeSize = usualRangeSize, ...parts }: ThreadsParts): Promise<Audit | undefined> => {
  const end = Number(sequenceOf(await source.lastPosition()))
  if (end <= rangeSize) return undefined
  const { log, leafCount } = parts
  const data: ThreadData = { log, leafCount, file, checkpointsFile, sealed: findKey === undefined }
  const threads: Worker[] = []
  const keyOf = keysAtHand(async (id) => findKey?.(id))
  try {
    return await auditInRanges({
      ...parts, end, rangeSize,
      look: (ranges) => {
        const waiting = ranges.map((range) => ({ range, ...Promise.withResolvers<RangeSeen | undefined>() }))
        const next = waiting.values()
        const giveUp = () => { for (const { resolve } of waiting) resolve(undefined) }
        for (let i = 0; i < Math.min(availableParallelism(), ranges.length); i += 1) {
          const thread = new Worker(threadFile, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes }, ...(fromSource && { execArgv: ['--conditions=@samenspel/source'] }) })
          threads.push(thread)
          let job = next.next().value
          const say = (message: ToThread) => { thread.postMessage(message) }
          const begin = () => { if (job !== undefined) say({ range: job.range }) }
          thread.on('message', (message: FromThread) => {
            if ('keyIds' in message) return void Promise.all(message.keyIds.map(async (id) => keyOf(id))).then((keys) => { say({ keys }) }, giveUp)
            job?.resolve(message.seen && { ...message.seen, trees: message.seen.trees.map(received) })
            job = next.next().value
            begin()
          })
          thread.on('error', giveUp)
          begin()
        }
        return waiting.map(({ promise }) => promise)
      },
    })
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
}

/** Bytes that come from another thread are no `Buffer`s any more. */
const received = ({ size, peaks }: TreeState): TreeState => ({ size, peaks: peaks.map((peak) => Buffer.from(peak)) })
