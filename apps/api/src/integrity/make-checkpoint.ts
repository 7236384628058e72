import type { EventStore, RecordedEvent } from '@samenspel/event-store'
import type { Clock } from '@samenspel/kernel'
import { growTree, leafOfEvent, signCheckpoint, type Hash } from '@samenspel/log-integrity'
import type { CheckpointStore, KeptCheckpoint, KeptTree } from './checkpoint-store.ts'
import type { LogName } from './logs.ts'
import { originOf, type SigningKey } from './signing-key.ts'

/** A log, as it is read for its tree: sealed, whole, in order. */
export type LogSource = Pick<EventStore, 'readAll' | 'lastPosition'>

/** So many leaves share a commit. */
const batchSize = 1_000

/**
 * Grows the tree of a log to its present end.
 * @param progress told how many leaves the tree has, now and then
 */
export const growToEnd = async (log: LogName, source: LogSource, store: CheckpointStore, progress: (size: number) => void = () => undefined): Promise<KeptTree> => {
  for (;;) {
    const tree = store.tree(log)
    const leaves: Hash[] = []
    let last: RecordedEvent | undefined
    for await (const event of source.readAll({ after: tree.position, limit: batchSize })) {
      leaves.push(leafOfEvent(event))
      last = event
    }
    if (last === undefined) return tree
    store.grow(log, tree, leaves, last.position)
    progress(tree.size + leaves.length)
  }
}

/**
 * Signs what the log holds now, unless the last checkpoint says it already, or nothing was ever written.
 * @returns the newest checkpoint; nothing for a log without events
 */
export const makeCheckpoint = async (log: LogName, source: LogSource, store: CheckpointStore, key: SigningKey, clock: Clock, progress?: (size: number) => void): Promise<KeptCheckpoint | undefined> => {
  const tree = await growToEnd(log, source, store, progress)
  if (tree.size === 0) return undefined
  const { branch, size } = tree
  const known = store.newest(log)
  if (known?.size === size) return known
  const note = signCheckpoint({ origin: originOf(key.installation, log, branch), size, root: growTree(tree).root() }, key.privateKey)
  const made = { log, branch, size, note }
  store.add(made, clock())
  return made
}
