import type { Point, Relative, Tie } from '../family-map/layout.ts'

/** A bond as a genogram draws it. */
export type GenogramTie = Tie & {
  /** Solid for a marriage and for a child by birth; dashed for a couple that isn't married, for adoption and a step-parent; dotted for foster care. */
  readonly line?: 'solid' | 'dashed' | 'dotted'
  /** Strokes through the line: one for apart, two for divorced. */
  readonly cuts?: 1 | 2
  /** Two who were born together. */
  readonly isTwin?: boolean
}

export type PlacedPerson = Relative & Point
export type GenogramLine = { readonly id: string; readonly kind: 'partners' | 'descent'; readonly line: 'solid' | 'dashed' | 'dotted'; readonly path: string }
/** Where a bond between partners can be pointed at. */
export type TieSpot = Point & { readonly tieId: string }
export type Genogram = {
  readonly width: number
  readonly height: number
  readonly people: readonly PlacedPerson[]
  readonly lines: readonly GenogramLine[]
  readonly cuts: readonly { readonly id: string; readonly path: string }[]
  readonly spots: readonly TieSpot[]
}

const cell = 112
const row = 136
export const half = 20
const underName = 66

/**
 * Draws a family as a genogram: a row for each generation, partners beside each other, children below those they come from. Who isn't given
 * takes no place: the others stand as if nobody was missing.
 * @param width pixels that the picture may take; with many people it is wider, and scrolls
 */
export const layoutGenogram = (people: readonly Relative[], ties: readonly GenogramTie[], width: number): Genogram => {
  const inRow = (generation: Relative['generation']): readonly Relative[] => people.filter((one) => one.generation === generation)
  const couples = ties.filter(({ kind, between }) => kind === 'partners' && between.every((id) => people.some((one) => one.id === id)))
  const parents = inRow(1), children = inRow(2), elders = inRow(0)
  const middle = besideEachOther(parents, couples, ties)
  const rows = ([0, 1, 2] as const).filter((generation) => inRow(generation).length > 0)
  const whole = Math.max(240, width, ...rows.map((generation) => inRow(generation).length * 84 + 16))
  const step = Math.min(cell, (whole - 16) / Math.max(1, ...rows.map((generation) => inRow(generation).length)))
  const at = new Map<string, Point>()
  const top = (generation: Relative['generation']): number => 28 + half + rows.indexOf(generation) * row
  const place = (some: readonly Relative[], wished: (one: Relative) => number | undefined, y: number) => {
    for (const [id, x] of spaced(some.map((one) => ({ id: one.id, x: wished(one) })), step, whole)) at.set(id, { x, y })
  }
  place(middle, () => undefined, top(1))
  const meanOf = (ids: readonly string[]): number | undefined => {
    const xs = ids.flatMap((id) => at.get(id)?.x ?? [])
    return xs.length === 0 ? undefined : xs.reduce((sum, x) => sum + x, 0) / xs.length
  }
  /** The parents of a child, or the grown-up children of an elder. */
  const linked = (id: string) => ties.flatMap(({ kind, between }) => kind === 'parent-child' && between.includes(id) ? between.filter((other) => other !== id && parents.some((one) => one.id === other)) : [])
  place(children, (one) => meanOf(linked(one.id)), top(2))
  place(besideEachOther(elders, couples, ties), (one) => meanOf([...linked(one.id), ...couples.flatMap(({ between }) => between.includes(one.id) ? between.flatMap(linked) : [])]), top(0))
  const placed = people.flatMap((one): readonly PlacedPerson[] => { const point = at.get(one.id); return point === undefined ? [] : [{ ...one, ...point }] })
  const drawn = couples.flatMap((tie) => coupleOf(tie, at))
  return {
    width: whole, height: 28 + rows.length * row + 4, people: placed,
    lines: [...drawn.map(({ line }) => line), ...descents(placed, ties, couples, at)],
    cuts: drawn.flatMap(({ cuts }) => cuts), spots: drawn.map(({ spot }) => spot),
  }
}

/** Partners next to each other; first those with most children, a man before a woman as is usual, then their other partners at their own sides. */
const besideEachOther = (some: readonly Relative[], couples: readonly GenogramTie[], ties: readonly GenogramTie[]): readonly Relative[] => {
  const byId = new Map(some.map((one) => [one.id, one]))
  const childrenOf = (id: string) => ties.filter(({ kind, between }) => kind === 'parent-child' && between.includes(id)).length
  const own = couples.filter(({ between }) => between.every((id) => byId.has(id)))
    .toSorted((a, b) => b.between.reduce((sum, id) => sum + childrenOf(id), 0) - a.between.reduce((sum, id) => sum + childrenOf(id), 0))
  let order: string[] = []
  const isThere = (id: string) => order.includes(id)
  for (const { between } of own) {
    const [one, other] = between[0] !== undefined && byId.get(between[1])?.sign === 'square' ? [between[1], between[0]] : between
    if (!isThere(one) && !isThere(other)) order = [...order, one, other]
    else if (isThere(one) !== isThere(other)) {
      const [known, added] = isThere(one) ? [one, other] : [other, one]
      const index = order.indexOf(known)
      // At the side on which nobody belongs to them already.
      const hasLeft = own.some((tie) => tie.between.includes(known) && tie.between.includes(order[index - 1] ?? ''))
      order = hasLeft ? [...order.slice(0, index + 1), added, ...order.slice(index + 1)] : [...order.slice(0, index), added, ...order.slice(index)]
    }
  }
  const rest = some.filter(({ id }) => !isThere(id)).map(({ id }) => id)
  return [...order, ...rest].flatMap((id) => byId.get(id) ?? [])
}

/** Each as near to where it wishes to stand as the others allow, in an order that follows the wishes; never outside the picture. */
const spaced = (wishes: readonly { readonly id: string; readonly x: number | undefined }[], step: number, whole: number): ReadonlyMap<string, number> => {
  const even = wishes.map(({ id, x }, index) => ({ id, x: x ?? whole / 2 + (index - (wishes.length - 1) / 2) * step, index }))
  const sorted = wishes.every(({ x }) => x === undefined) ? even : even.toSorted((a, b) => a.x - b.x || a.index - b.index)
  const xs = sorted.map(({ x }) => x)
  // Groups that would overlap stand together around the middle of what they wish.
  let groups = xs.map((x) => ({ middle: x, count: 1 }))
  for (let changed = true; changed;) {
    changed = false
    for (let index = 1; index < groups.length; index += 1) {
      const [a, b] = [groups[index - 1], groups[index]]
      if (a === undefined || b === undefined || b.middle - a.middle >= ((a.count + b.count) / 2) * step - 0.01) continue
      const count = a.count + b.count
      groups = [...groups.slice(0, index - 1), { middle: (a.middle * a.count + b.middle * b.count) / count, count }, ...groups.slice(index + 1)]
      changed = true
      break
    }
  }
  const places = groups.flatMap(({ middle, count }) => Array.from({ length: count }, (_, place) => middle + (place - (count - 1) / 2) * step))
  const [first = 0, last = 0] = [places[0], places.at(-1)]
  const edge = step / 2
  const shift = first < edge ? edge - first : last > whole - edge ? whole - edge - last : 0
  return new Map(sorted.map(({ id }, index) => [id, (places[index] ?? 0) + shift]))
}

const coupleOf = (tie: GenogramTie, at: ReadonlyMap<string, Point>) => {
  const [a, b] = tie.between.map((id) => at.get(id))
  if (a === undefined || b === undefined) return []
  const [left, right] = a.x < b.x ? [a, b] : [b, a]
  const isBeside = left.y === right.y && right.x - left.x <= cell + 1
  // Who doesn't stand beside each other is joined over the heads of who stands between.
  const over = left.y - half - 14
  const path = isBeside ? `M${left.x + half} ${left.y}H${right.x - half}` : `M${left.x} ${left.y - half}V${over}H${right.x}V${right.y - half}`
  const spot = { tieId: tie.id, x: (left.x + right.x) / 2, y: isBeside ? left.y : over }
  const cuts = Array.from({ length: tie.cuts ?? 0 }, (_, index) => {
    const x = spot.x + 12 + index * 6
    return { id: `${tie.id}-${index}`, path: `M${x - 4} ${spot.y + 8}L${x + 4} ${spot.y - 8}` }
  })
  return [{ line: { id: tie.id, kind: 'partners' as const, line: tie.line ?? 'solid' as const, path }, spot, cuts }]
}

/** From a couple, or from the one parent, down to each child; twins from one point. */
const descents = (people: readonly PlacedPerson[], ties: readonly GenogramTie[], couples: readonly GenogramTie[], at: ReadonlyMap<string, Point>): readonly GenogramLine[] => {
  const twins = ties.filter(({ isTwin, between }) => isTwin === true && between.every((id) => at.has(id)))
  return people.filter(({ generation }) => generation > 0).flatMap((child): readonly GenogramLine[] => {
    const bonds = ties.filter(({ kind, between }) => kind === 'parent-child' && between.includes(child.id))
    const above = bonds.flatMap((tie) => people.filter((one) => one.generation === child.generation - 1 && tie.between.includes(one.id)).map((parent) => ({ parent, tie })))
    const bar = child.y - half - 20
    const twin = twins.find(({ between }) => between.includes(child.id))
    const apex = twin === undefined ? child.x : twin.between.reduce((sum, id) => sum + (at.get(id)?.x ?? 0), 0) / 2
    const down = `V${bar}H${apex}${twin === undefined ? `V${child.y - half}` : `V${bar + 4}L${child.x} ${child.y - half}`}`
    const couple = couples.find(({ between }) => above.filter(({ parent }) => between.includes(parent.id)).length === 2)
    const ofCouple = above.filter(({ parent }) => couple?.between.includes(parent.id) === true)
    const joined = ofCouple.length === 2 && ofCouple[0]?.parent.y === ofCouple[1]?.parent.y && Math.abs((ofCouple[0]?.parent.x ?? 0) - (ofCouple[1]?.parent.x ?? 0)) <= cell + 1
    const alone = joined ? above.filter((one) => !ofCouple.includes(one)) : above
    const lineOf = (tie: GenogramTie | undefined) => tie?.line ?? 'solid' as const
    return [
      ...joined && couple !== undefined ? [{
        id: `${couple.id}-${child.id}`, kind: 'descent' as const, line: lineOf(ofCouple[0]?.tie), path: `M${ofCouple.reduce((sum, { parent }) => sum + parent.x, 0) / 2} ${ofCouple[0]?.parent.y ?? 0}${down}`,
      }] : [],
      ...alone.map(({ parent, tie }): GenogramLine => ({ id: `${tie.id}-${child.id}`, kind: 'descent', line: lineOf(tie), path: `M${parent.x} ${parent.y + underName}${down}` })),
    ]
  })
}
