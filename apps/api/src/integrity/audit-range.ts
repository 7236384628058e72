import { isAuthentic, linkedText, linkOf, type Head } from '@samenspel/event-codec'
import type { MetadataText, RecordedEvent } from '@samenspel/event-store'
import { growTree, leafOfEvent, type TreeState } from '@samenspel/log-integrity'
import type { AuditParts } from './audit-log.ts'
import type { keysTogether } from './keys-at-hand.ts'

/** A part of a log: how many events stand before it, and how many up to its end. */
export type Range = { readonly from: number; readonly until: number }

/** What a part of a log shows that is as it was recorded. */
export type RangeSeen = {
  /** The first event of each stream here. What it follows stands before this part, so whether it does isn't looked at. */
  readonly firsts: readonly RecordedEvent[]
  readonly ends: readonly (Head & { readonly stream: string })[]
  readonly erased: number
  /** The trees over the first so many events, for every size that was asked for and for the whole. */
  readonly trees: readonly TreeState[]
}

export const linkIn = ({ metadata }: Pick<RecordedEvent, 'metadata'>): string => String(metadata['link'])

const keyIdIn = ({ metadata }: Pick<RecordedEvent, 'metadata'>): string => String(metadata['keyId'])

/** Whether an event follows what stands before it in its stream. */
export const follows = (before: Head, event: RecordedEvent, text?: MetadataText): boolean => event.revision === before.revision + 1 && linkIn(event) === linkOf(before.link, event, text?.rest)

export type RangeParts = Range & Pick<AuditParts, 'leaves' | 'leafCount'> & {
  /** Without it, what is sealed stays closed. */
  readonly keysOf?: ReturnType<typeof keysTogether>
  /** The events after position `from`, up to `until`, some at a time. */
  readonly pages: Iterable<readonly RecordedEvent[]>
  /** Sizes of the whole log's tree that are of interest, within this part, in their order. */
  readonly sizes: readonly number[]
}

/**
 * Looks through a part of a log in which every position is taken.
 * @returns nothing when anything isn't what was recorded: `auditLog` then tells what
 */
export const auditRange = async ({ pages, from, until, sizes, keysOf, leaves, leafCount }: RangeParts): Promise<RangeSeen | undefined> => {
  const kept = leaves(from, until - from)
  const ends = new Map<string, Head>()
  const firsts: RecordedEvent[] = []
  const tree = growTree()
  const trees: TreeState[] = []
  let erased = 0
  for (const page of pages) {
    const keys = await keysOf?.(page.map(keyIdIn))
    for (const event of page) {
      const index = from + tree.size()
      if (Number(event.position) !== index + 1) return undefined
      const text = linkedText(event.metadata)
      const before = ends.get(event.stream)
      if (before === undefined) firsts.push(event)
      else if (!follows(before, event, text)) return undefined
      ends.set(event.stream, { revision: event.revision, link: linkIn(event) })
      if (keys !== undefined) {
        const key = keys.get(keyIdIn(event))
        if (key === undefined) erased += 1
        else if (!isAuthentic(key, event)) return undefined
      }
      const leaf = leafOfEvent(event, text)
      if (index < leafCount && kept[index - from]?.equals(leaf) !== true) return undefined
      tree.add(leaf)
      if (sizes.includes(index + 1)) trees.push(tree.state())
    }
  }
  return tree.size() === until - from ? { firsts, ends: Array.from(ends, ([stream, end]) => ({ stream, ...end })), erased, trees: [...trees, tree.state()] } : undefined
}
