import { noEvents, type Head } from '@samenspel/event-codec'
import { positionOf } from '@samenspel/event-store'
import { growTree, type GrowingTree, type TreeState } from '@samenspel/log-integrity'
import type { Audit, AuditParts } from './audit-log.ts'
import { follows, type Range, type RangeSeen } from './audit-range.ts'

export type RangesParts = Pick<AuditParts, 'log' | 'heads' | 'leafCount' | 'progress'> & {
  /** How many events the log has; what is written after them isn't looked at. */
  readonly end: number
  /** A power of two: the tree over such a part is a part of the whole tree. */
  readonly rangeSize: number
  /** Begins to look through all parts. @returns what each shows, in their order */
  readonly look: (ranges: readonly (Range & { readonly sizes: readonly number[] })[]) => readonly Promise<RangeSeen | undefined>[]
}

/**
 * Checks a log part by part, in any order, and puts together what the parts show.
 * @returns nothing when anything isn't what was recorded: `auditLog` then tells what
 */
export const auditInRanges = async ({ end, rangeSize, heads, leafCount, look, progress }: RangesParts): Promise<Audit | undefined> => {
  if (leafCount > end || heads.some(({ size }) => size < 1 || size > end)) return undefined
  const ranges = Array.from({ length: Math.ceil(end / rangeSize) }, (_, i) => {
    const [from, until] = [i * rangeSize, Math.min((i + 1) * rangeSize, end)]
    return { from, until, sizes: [...new Set(heads.map(({ size }) => size))].filter((size) => size > from && size <= until).sort((one, other) => one - other) }
  })
  const chains = new Map<string, Head>()
  const parts = growTree()
  let whole = growTree()
  let erased = 0
  for (const [i, looking] of look(ranges).entries()) {
    const seen = await looking
    const range = ranges[i]!
    if (seen === undefined || seen.firsts.some((event) => !follows(chains.get(event.stream) ?? noEvents, event))) return undefined
    for (const { stream, ...last } of seen.ends) chains.set(stream, last)
    erased += seen.erased
    for (const [j, size] of range.sizes.entries()) {
      const { root } = treeWith(parts, seen.trees[j]!, rangeSize)
      if (heads.some((head) => head.size === size && !head.root.equals(root()))) return undefined
    }
    const tree = seen.trees.at(-1)!
    whole = treeWith(parts, tree, rangeSize)
    parts.add(growTree(tree).root())
    progress(range.until)
  }
  return { events: end, streams: chains.size, erased, checkpoints: heads.length, last: positionOf(end), root: whole.root(), findings: [] }
}

/** The tree over some whole parts, which are its largest subtrees, and the beginning of the next. */
const treeWith = (parts: GrowingTree, next: TreeState, rangeSize: number): GrowingTree => {
  const { size, peaks } = parts.state()
  if (next.size < rangeSize) return growTree({ size: size * rangeSize + next.size, peaks: [...peaks, ...next.peaks] })
  const more = growTree({ size, peaks })
  more.add(next.peaks[0]!)
  return growTree({ size: (size + 1) * rangeSize, peaks: more.state().peaks })
}
