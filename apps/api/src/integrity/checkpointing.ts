import { existsSync } from 'node:fs'
import { comparePositions, type EventStore } from '@samenspel/event-store'
import type { Clock } from '@samenspel/kernel'
import { CheckpointRefused, verifyCheckpoint } from '@samenspel/log-integrity'
import { errorCode, type Report } from '@samenspel/read-models'
import { StartProblem } from '../start-problem.ts'
import type { CheckpointsPlace } from '../settings.ts'
import type { CheckpointStore, KeptTree } from './checkpoint-store.ts'
import { keepOutside, readOutside } from './keep-outside.ts'
import { logNames, type LogName } from './logs.ts'
import { growToEnd, makeCheckpoint } from './make-checkpoint.ts'
import { originOf, type SigningKey } from './signing-key.ts'

export type CheckpointingParts = {
  readonly logs: Readonly<Record<LogName, Pick<EventStore, 'readAll' | 'lastPosition' | 'subscribe'>>>
  readonly store: CheckpointStore
  readonly key: SigningKey
  readonly place: CheckpointsPlace | undefined
  /** Lets other processes know what was signed. */
  readonly handOver?: () => Promise<void>
  readonly clock: Clock
  readonly report: Report
  /** When a log is signed again: after so many events, and after so many milliseconds when there was any. */
  readonly every?: { readonly events: number; readonly milliseconds: number }
}

export type Checkpointing = {
  /** Whether checkpoints can't be made, or not be handed over. */
  readonly isHeldUp: () => boolean
  /** Signs what was written to the end, and ends. */
  readonly close: () => Promise<void>
}

const usually = { events: 1_000, milliseconds: 5 * 60_000 }

/**
 * Sees that both logs still hold all that was signed, then follows them and signs what comes.
 * @throws StartProblem when events are missing that a checkpoint tells of, here or outside
 */
export const startCheckpointing = async ({ logs, store, key, place, handOver, clock, report, every = usually }: CheckpointingParts): Promise<Checkpointing> => {
  for (const log of logNames) await checkWhole(log, logs[log], store, key, place)
  const stopping = new AbortController()
  const unsigned: Record<LogName, number> = { events: 0, 'access-log': 0 }
  let failing: string | undefined
  let working: Promise<void> | undefined

  const signAll = async (): Promise<void> => {
    try {
      for (const log of logNames) {
        unsigned[log] = 0
        await makeCheckpoint(log, logs[log], store, key, clock)
      }
      await handOver?.()
      if (place !== undefined) await keepOutside(store, key, place)
      failing = undefined
    } catch (error) {
      const code = errorCode(error)
      if (failing !== code) report({ follower: 'checkpoints', what: 'held-up', code })
      failing = code
    }
  }
  const isDue = (): boolean => Object.values(unsigned).some((count) => count >= every.events)
  const signWhileDue = async (): Promise<void> => {
    // While a place outside takes its time, more may have been written than should stay unsigned.
    do await signAll()
    while (failing === undefined && isDue())
  }
  /** One at a time. */
  const sign = (): Promise<void> => working ??= signWhileDue().finally(() => { working = undefined })

  const following = logNames.map((log) => logs[log].subscribe({ after: store.tree(log).position, signal: stopping.signal }, () => {
    unsigned[log] += 1
    if (isDue()) void sign()
  }).done)
  const timer = setInterval(() => {
    if (failing !== undefined || Object.values(unsigned).some((count) => count > 0)) void sign()
  }, every.milliseconds)

  return {
    isHeldUp: () => failing !== undefined,
    close: async () => {
      clearInterval(timer)
      stopping.abort()
      await Promise.allSettled(following)
      await working
      await sign()
    },
  }
}

/** Brings the tree to the end of the log, and compares that with what is known from elsewhere. */
const checkWhole = async (log: LogName, source: CheckpointingParts['logs'][LogName], store: CheckpointStore, key: SigningKey, place: CheckpointsPlace | undefined): Promise<void> => {
  const kept = store.tree(log)
  const shorter = (known: string) => new StartProblem(`The ${log === 'events' ? 'events' : 'lines of the access log'} are not all there: ${known} tells of more. Run samenspel verify, and restore the newest backup.`)
  if (comparePositions(await source.lastPosition(), kept.position) < 0) throw shorter('a checkpoint in the data folder')
  const tree = await growToEnd(log, source, store)
  const outside = largestOutside(log, tree, key, place)
  if (outside !== undefined && outside.size > tree.size) throw shorter(`the checkpoint ${outside.file} in the place set by SAMENSPEL_CHECKPOINTS`)
}

/** The largest checkpoint of this log and branch that lies in a folder outside, if it was signed here. */
const largestOutside = (log: LogName, { branch }: KeptTree, { installation, publicKey }: SigningKey, place: CheckpointsPlace | undefined): { readonly file: string; readonly size: number } | undefined => {
  if (place === undefined || !('folder' in place) || !existsSync(place.folder)) return undefined
  const origin = originOf(installation, log, branch)
  return readOutside(place.folder).notes.filter(({ note }) => note.startsWith(`${origin}\n`)).flatMap(({ file, note }) => {
    try {
      return [{ file, size: verifyCheckpoint(note, publicKey).size }]
    } catch (error) {
      if (error instanceof CheckpointRefused) return []
      throw error
    }
  }).sort((one, other) => other.size - one.size)[0]
}
