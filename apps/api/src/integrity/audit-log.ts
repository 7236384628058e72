/** Looks whether a log is what was recorded: every event in its place, unchanged, and none missing. */
import { isAuthentic, KeyDamaged, linkedText, linkOf, noEvents, type Head } from '@samenspel/event-codec'
import { comparePositions, sequenceOf, start, type MetadataText, type Position, type RecordedEvent } from '@samenspel/event-store'
import { growTree, leafOfEvent, type Hash, type TreeHead } from '@samenspel/log-integrity'
import { keysAtHand, type KeysAtHand } from './keys-at-hand.ts'
import type { LogName } from './logs.ts'

/** What is wrong with one event, or with the log as a whole. */
export type Finding = {
  readonly log: LogName
  readonly code:
    | 'position-missing' | 'out-of-order' | 'revision-wrong' | 'link-wrong' | 'content-wrong' | 'leaf-differs'
    | 'end-missing' | 'checkpoint-differs' | 'checkpoint-not-signed-here' | 'no-checkpoint-from-here' | 'unreadable'
    | 'key-damaged' | 'erased-without-entry' | 'key-came-back' | 'certificate-wrong'
  readonly position?: Position
  readonly stream?: string
  readonly revision?: number
  /** How many events are missing at the end. */
  readonly missing?: number
  /** For the operator: ids and numbers, nothing that an event says. */
  readonly sentence: string
}

/** A signed head of the log's tree, and where it was found. */
export type KnownHead = TreeHead & { readonly from: string }

export type AuditParts = {
  readonly log: LogName
  /** All events, in order. */
  readonly events: AsyncIterable<RecordedEvent>
  /** Whether the store gives every position that follows on the last one, so that a gap is a loss. */
  readonly gapless: boolean
  /** The key of an id; nothing when it was destroyed. Without this the contents stay closed. */
  readonly findKey?: KeysAtHand
  /** Leaves as they were when the tree was grown, from an index on; none beyond its end. */
  readonly leaves: (from: number, limit: number) => readonly Hash[]
  /** How many leaves the kept tree has. */
  readonly leafCount: number
  /** Signed heads, in any order; their signatures were looked at. */
  readonly heads: readonly KnownHead[]
  readonly progress: (events: number) => void
}

export type Audit = {
  readonly events: number
  readonly streams: number
  /** Events of which the key was destroyed: they can't be read any more, and are no error. */
  readonly erased: number
  /** How many signed heads were compared. */
  readonly checkpoints: number
  readonly last: Position
  readonly root: Hash
  readonly findings: readonly Finding[]
}

const progressEvery = 50_000
const leavesAtOnce = 4_096

export const auditLog = async ({ log, events, gapless, findKey, leaves, leafCount, heads, progress }: AuditParts): Promise<Audit> => {
  const findings: Finding[] = []
  const find = (code: Finding['code'], sentence: string, event?: Pick<RecordedEvent, 'position' | 'stream' | 'revision'>) => {
    findings.push({ log, code, ...(event !== undefined && { position: event.position, stream: event.stream, revision: event.revision }), sentence: `${log}: ${sentence}` })
  }
  const chains = new Map<string, Head>()
  const keyOf = findKey && keysAtHand(async (id) => {
    try {
      return await findKey(id)
    } catch (error) {
      return sayDamaged(error)
    }
  })
  const tree = growTree()
  const expected = keptLeaves(leaves)
  const ahead = [...heads].sort((one, other) => one.size - other.size)
  const differing: KnownHead[] = []
  let compared = 0
  let erased = 0
  let missing = 0
  let last: Position = start

  const compareHeads = () => {
    while (ahead[0] !== undefined && ahead[0].size === tree.size()) {
      const head = ahead.shift()!
      compared += 1
      if (!head.root.equals(tree.root())) differing.push(head)
    }
  }

  /** Why the event isn't what should stand here; the first reason only, since the others follow from it. */
  const reasonOf = async (event: RecordedEvent, text: MetadataText): Promise<readonly [Finding['code'], string] | undefined> => {
    const { stream, revision, metadata } = event
    const before = chains.get(stream) ?? noEvents
    const link = String(metadata['link'])
    chains.set(stream, { revision, link })
    if (revision !== before.revision + 1) return ['revision-wrong', `revision ${before.revision + 1} of its stream should stand here`]
    if (link !== linkOf(before.link, event, text.rest)) return ['link-wrong', 'it does not follow from the event before it in its stream: one of the two was changed, moved or replaced']
    if (keyOf === undefined) return undefined
    const key = await keyOf(String(metadata['keyId']))
    if (key === 'damaged') return ['key-damaged', 'its key is damaged: put back the keys of a backup']
    if (key === undefined) erased += 1
    else if (!isAuthentic(key, event)) return ['content-wrong', 'its content is not what was sealed here']
    return undefined
  }

  try {
    compareHeads()
    for await (const event of events) {
      const { position } = event
      if (comparePositions(position, last) <= 0) find('out-of-order', `${placeOf(event)} stands after ${nameOf(last)}`, event)
      else if (gapless) {
        const gap = Number(sequenceOf(position) - sequenceOf(last)) - 1
        if (gap > 0) findGap(gap, last, event)
        missing += gap
      }
      last = position
      const text = linkedText(event.metadata)
      const reason = await reasonOf(event, text)
      const leaf = leafOfEvent(event, text)
      const index = tree.size() + missing
      if (reason !== undefined) find(reason[0], `${placeOf(event)}: ${reason[1]}`, event)
      else if (index < leafCount && expected(index)?.equals(leaf) !== true) find('leaf-differs', `${placeOf(event)}: it is not what was recorded here when the tree was grown`, event)
      tree.add(leaf)
      compareHeads()
      if (tree.size() % progressEvery === 0) progress(tree.size())
    }
  } catch (error) {
    const what = damageOf(error)
    if (what === undefined) throw error
    find('unreadable', `the database is damaged after ${nameOf(last)}: ${what}`)
  }

  function findGap(gap: number, after: Position, { position }: RecordedEvent): void {
    const first = String(sequenceOf(after) + 1n)
    findings.push({ log, code: 'position-missing', position: first.padStart(position.length, '0'), sentence: `${log}: ${gap === 1 ? `position ${first} is` : `${gap} events from position ${first} on are`} missing` })
  }

  const known = Math.max(leafCount, ...ahead.map(({ size }) => size))
  const there = tree.size() + missing
  if (known > there) findings.push({ log, code: 'end-missing', missing: known - there, sentence: `${log}: it ends with ${nameOf(last)}, and ${known - there} events that were recorded after it are missing${ahead.length === 0 ? '' : ` (known from ${ahead.at(-1)!.from})`}` })
  const [first] = differing
  if (first !== undefined) find('checkpoint-differs', `the first ${first.size} events are not those that were signed (${first.from})${differing.length === 1 ? '' : `, and so for ${differing.length - 1} later checkpoints`}`)
  return { events: tree.size(), streams: chains.size, erased, checkpoints: compared, last, root: tree.root(), findings }
}

const sayDamaged = (error: unknown): 'damaged' => {
  if (error instanceof KeyDamaged) return 'damaged'
  throw error
}

/** Kept leaves by index, read some thousand at a time. */
const keptLeaves = (read: AuditParts['leaves']) => {
  let from = 0
  let page: readonly Hash[] = []
  return (index: number): Hash | undefined => {
    if (index < from || index >= from + page.length) {
      from = index
      page = read(index, leavesAtOnce)
    }
    return page[index - from]
  }
}

const nameOf = (position: Position): string => position === start ? 'the start' : `position ${position.replace(/^0+(?=.)/, '')}`

const placeOf = ({ position, stream, revision }: RecordedEvent): string => `${nameOf(position)} (stream ${stream}, revision ${revision})`

/** What SQLite says when pages of a file contradict each other, or when it is no database (`SQLITE_CORRUPT`, `SQLITE_NOTADB`). A damaged row may hold no JSON either, or a number that is none. */
export const damageOf = (error: unknown): string | undefined => {
  // Metadata that are no JSON, or a number that no event has: too large for a number of this language, or for a moment.
  if (error instanceof SyntaxError || (error instanceof Error && error.name === 'RangeError')) return 'a row is not what was written'
  if (typeof error !== 'object' || error === null || !('errcode' in error) || !('message' in error)) return undefined
  return [11, 26].includes(Number(error.errcode) & 0xff) ? String(error.message) : undefined
}
