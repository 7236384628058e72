/**
 * Proofs for one copy of a family's file: that single events and lines stand in the logs, and nothing else about these. Why in this
 * way: docs/decisions/022-a-copy-that-can-be-checked.md.
 */
import { setImmediate } from 'node:timers/promises'
import type { EventStore, StreamName } from '@samenspel/event-store'
import { newId, type Clock, type Id, type IsoInstant } from '@samenspel/kernel'
import { buildCoveredTree, fingerprintOf, leafOfEvent, rawPublicKey, signCheckpoint, signNote, type CoveredProof, type CoveredTree, type Hash } from '@samenspel/log-integrity'
import type { CheckpointStore, KeptTree } from './checkpoint-store.ts'
import type { LogName } from './logs.ts'
import { growToEnd } from './make-checkpoint.ts'
import { originOfCopy, secretFor, type SigningKey } from './signing-key.ts'

/** An event or a line of the access log, as a copy names it: a hash, and in which log it stands. */
export type LogLeaf = { readonly log: LogName; readonly leaf: Hash }

export type CopyProofs = {
  /** The leaves of a stream, by revision. */
  readonly leavesOf: (log: LogName, stream: StreamName) => Promise<readonly LogLeaf[]>
  /** Looks at both logs to their present end. One copy at a time; the others wait. */
  readonly begin: () => Promise<BegunCopy>
}

/** What proves one copy, before it is signed. */
export type BegunCopy = {
  readonly copy: Id
  readonly madeAt: IsoInstant
  /** The name of the copy, and of the key that signs it. */
  readonly origin: string
  /** The 32 bytes of the public key. */
  readonly publicKey: Buffer
  readonly fingerprint: string
  /** A signed note of each log's tree. */
  readonly notes: Readonly<Record<LogName, string>>
  /** @throws Error for a leaf that doesn't stand in the log */
  readonly prove: (one: LogLeaf) => CoveredProof
  /** @param text lines that each end in a newline, beginning with the origin */
  readonly sign: (text: string) => string
}

export type CopyProofsParts = {
  readonly logs: Readonly<Record<LogName, Pick<EventStore, 'readAll' | 'lastPosition' | 'readStream'>>>
  readonly store: CheckpointStore
  readonly key: SigningKey
  readonly clock: Clock
}

export const openCopyProofs = ({ logs, store, key, clock }: CopyProofsParts): CopyProofs => {
  const begin = async (): Promise<BegunCopy> => {
    const copy = newId()
    const treeOf = async (log: LogName) => {
      const grown = await growToEnd(log, logs[log], store)
      const origin = originOfCopy(key.installation, copy, log)
      const tree = await coveredTreeOf(keptLeaves(log, grown, store), grown.size, secretFor(key, origin))
      return { log, grown, tree, note: signCheckpoint({ origin, size: tree.size, root: tree.root }, key.privateKey) }
    }
    const [events, accessLog] = [await treeOf('events'), await treeOf('access-log')]
    const madeAt = clock()
    store.addCopyNotes([events, accessLog].map(({ log, grown: { branch, size }, note }) => ({ copy, log, branch, size, note })), madeAt)
    const trees: Readonly<Record<LogName, CoveredTree>> = { events: events.tree, 'access-log': accessLog.tree }
    const origin = originOfCopy(key.installation, copy)
    return {
      copy, madeAt, origin, publicKey: rawPublicKey(key.publicKey), fingerprint: fingerprintOf(key.publicKey), notes: { events: events.note, 'access-log': accessLog.note },
      prove: ({ log, leaf }) => {
        const proof = trees[log].prove(leaf)
        if (proof === undefined) throw new Error(`a leaf of ${log} doesn't stand in its tree`)
        return proof
      },
      sign: (text) => signNote(origin, text, key.privateKey),
    }
  }
  let last: Promise<unknown> = Promise.resolve()

  return {
    leavesOf: async (log, stream) => {
      const leaves: LogLeaf[] = []
      for await (const event of logs[log].readStream(stream)) leaves.push({ log, leaf: leafOfEvent(event) })
      return leaves
    },
    begin: () => {
      const begun = last.then(begin)
      last = begun.catch(() => undefined)
      return begun
    },
  }
}

/** The covered tree over the first leaves of a log; others have their turn while it is built. */
export const coveredTreeOf = (leaves: Iterable<readonly Hash[]>, size: number, secret: Buffer): Promise<CoveredTree> =>
  buildCoveredTree(size, leaves, secret, async () => { await setImmediate() })

/** So many leaves are read at a time. */
const batchSize = 2_000

function* keptLeaves(log: LogName, { size }: KeptTree, store: CheckpointStore): Generator<readonly Hash[]> {
  for (let from = 0; from < size; from += batchSize) yield store.leaves(log, from, Math.min(batchSize, size - from))
}
