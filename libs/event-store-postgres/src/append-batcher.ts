import { EventStoreUnavailable } from '@samenspel/event-store'
import type { AppendOutcome, AppendRequest, WriteGroup } from './writer.ts'

export type AppendBatcher = {
  readonly append: (request: AppendRequest) => Promise<AppendOutcome>
  /** Settles once everything that was asked has its answer. */
  readonly drained: () => Promise<void>
}

/** What waits goes in one commit, so that many at once cost hardly more than one. */
const largestGroup = 512
/** The most bytes of data of a group; an append that is larger goes alone. */
const largestGroupBytes = 8_000_000

type Waiting = { readonly request: AppendRequest; readonly resolve: (outcome: AppendOutcome) => void; readonly reject: (error: unknown) => void }

/**
 * Collects appends while the group before is being written, and writes them as the next one, in the order in which they were asked.
 * @param onWritten called after each commit, before its appends are answered
 */
export const createAppendBatcher = (write: WriteGroup, onWritten: () => void): AppendBatcher => {
  let queue: Waiting[] = []
  let writing: Promise<void> | undefined

  const nextGroup = (): readonly Waiting[] => {
    let size = 0
    let bytes = 0
    for (const { request } of queue.slice(0, largestGroup)) {
      bytes += bytesOf(request)
      if (size > 0 && bytes > largestGroupBytes) break
      size += 1
    }
    const group = queue.slice(0, size)
    queue = queue.slice(size)
    return group
  }

  const writeAll = async () => {
    // Whoever asks in the same turn goes along.
    await Promise.resolve()
    while (queue.length > 0) await settle(nextGroup())
    writing = undefined
  }

  /** When a group can't be written because of something in it, halves are tried, down to the one that is to blame. */
  const settle = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const outcomes = await write(group.map(({ request }) => request))
      if (outcomes.some(({ kind }) => kind === 'written')) onWritten()
      group.forEach(({ resolve }, i) => { resolve(outcomes[i]!) })
    } catch (error) {
      if (group.length === 1 || error instanceof EventStoreUnavailable) {
        for (const { reject } of group) reject(error)
        return
      }
      const half = Math.ceil(group.length / 2)
      await settle(group.slice(0, half))
      await settle(group.slice(half))
    }
  }

  return {
    append: request => new Promise((resolve, reject) => {
      queue.push({ request, resolve, reject })
      writing ??= writeAll()
    }),
    drained: async () => { await writing },
  }
}

const bytesOf = ({ events }: AppendRequest): number => events.reduce((sum, { data }) => sum + data.byteLength, 0)
