/**
 * A minimal conflict by divide and conquer: Junker, "QuickXplain: preferred explanations and relaxations for
 * over-constrained problems", AAAI 2004.
 *
 * @param items all together they are a conflict; those that should rather be blamed come first.
 * @param isConflict never true for a set when it is false for a larger one.
 * @returns items that are a conflict, of which none can be missed.
 */
export const minimalConflict = <Item>(items: readonly Item[], isConflict: (items: readonly Item[]) => boolean): readonly Item[] => {
  const needed = (background: readonly Item[], grown: boolean, rest: readonly Item[]): readonly Item[] => {
    if (rest.length === 0 || (grown && isConflict(background))) return []
    if (rest.length === 1) return rest
    const half = Math.ceil(rest.length / 2)
    const first = rest.slice(0, half)
    const second = rest.slice(half)
    const fromSecond = needed([...background, ...first], true, second)
    const fromFirst = needed([...background, ...fromSecond], fromSecond.length > 0, first)
    return [...fromFirst, ...fromSecond]
  }
  return needed([], true, items)
}
