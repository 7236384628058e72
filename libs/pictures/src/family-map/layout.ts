/** The signs of a genogram: square for a man or boy, circle for a woman or girl, diamond where that is not said. */
export type Sign = 'square' | 'circle' | 'diamond'

export type Relative = {
  readonly id: string
  readonly name: string
  /** What stands under the name: an age, or who they are. */
  readonly note?: string | undefined
  readonly sign: Sign
  /** 0 grandparents, 1 parents and others of their age, 2 children. */
  readonly generation: 0 | 1 | 2
  readonly isIndexChild: boolean
  readonly isUnborn: boolean
  /** Who died, or was not born: still of the family. */
  readonly isPassed?: boolean
  readonly inHousehold: boolean
}

/** A relation that was recorded between two people. */
export type Tie = { readonly id: string; readonly between: readonly [string, string]; readonly kind: 'partners' | 'parent-child' | 'siblings' | 'other'; readonly label: string }

/** Somebody around the family: an organisation with those who work there. */
export type Around = { readonly id: string; readonly name: string; readonly people: string }

export type Point = { readonly x: number; readonly y: number }
export type PlacedRelative = Relative & Point
export type PlacedAround = Around & Point & { readonly side: 'start' | 'end' | 'under' }
export type MapLine = { readonly id: string; readonly kind: 'partners' | 'descent' | 'bond' | 'around'; readonly path: string }
export type FamilyMap = {
  readonly width: number
  readonly height: number
  readonly relatives: readonly PlacedRelative[]
  readonly around: readonly PlacedAround[]
  readonly lines: readonly MapLine[]
  readonly home: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | undefined
}

const cell = 104
const row = 128
const symbol = 20
/** From the middle of a sign to below the words under it. */
const underName = 64
const sideWidth = 148
const aroundRow = 64

/**
 * Draws a family as a genogram: generations in rows, partners side by side with their line, children under it, the
 * household in one frame; whoever helps stands around it, at the sides when there is room and else below.
 * @param width pixels that the picture may take; it never asks for more than max(width, 240)
 */
export const layoutFamilyMap = (relatives: readonly Relative[], ties: readonly Tie[], around: readonly Around[], width: number): FamilyMap => {
  const whole = Math.max(240, width)
  const rows = ([0, 1, 2] as const).map((generation) => order(relatives.filter((relative) => relative.generation === generation), ties)).filter((people) => people.length > 0)
  const widest = Math.max(1, ...rows.map((people) => people.length)) * cell
  const atSides = around.length > 0 && whole >= widest + 2 * sideWidth
  const step = Math.min(cell, (whole - 16) / Math.max(1, ...rows.map((people) => people.length)))
  const sideHeight = atSides ? Math.ceil(around.length / 2) * aroundRow : 0
  const familyHeight = rows.length * row
  const top = 28 + Math.max(0, (sideHeight - familyHeight) / 2)
  const inRows = rows.flatMap((people, index) =>
    people.map((relative, place): PlacedRelative => ({ ...relative, x: whole / 2 + (place - (people.length - 1) / 2) * step, y: top + index * row + symbol })))
  const home = frame(inRows.filter((relative) => relative.inHousehold), step)
  const placed = inRows.map((relative) => outside(relative, home, whole))
  const bottom = top + familyHeight + 8
  const placedAround = atSides ? beside(around, whole, 28, Math.max(familyHeight, sideHeight)) : below(around, bottom)
  const height = Math.max(bottom, ...placedAround.map((one) => one.y + aroundRow - 12))
  return { width: whole, height, relatives: placed, around: placedAround, home, lines: [...kinship(placed, ties), ...reach(placedAround, home)] }
}

/** Partners next to each other, the oldest child first as it was given. */
const order = (people: readonly Relative[], ties: readonly Tie[]): readonly Relative[] => {
  const partners = ties.find((tie) => tie.kind === 'partners' && tie.between.every((id) => people.some((one) => one.id === id)))
  if (partners === undefined) return people
  const pair = people.filter((one) => partners.between.includes(one.id))
  const others = people.filter((one) => !partners.between.includes(one.id))
  const half = Math.floor(others.length / 2)
  return [...others.slice(0, half), ...pair, ...others.slice(half)]
}

const frame = (people: readonly PlacedRelative[], step: number): FamilyMap['home'] => {
  if (people.length === 0) return undefined
  const [xs, ys] = [people.map((one) => one.x), people.map((one) => one.y)]
  const [left, right, upper, lower] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return { x: left - step / 2 + 2, y: upper - symbol - 18, width: right - left + step - 4, height: lower - upper + row - 4 }
}

/** Whoever lives elsewhere stands beside the frame, never on its edge. */
const outside = (one: PlacedRelative, home: FamilyMap['home'], width: number): PlacedRelative => {
  const room = symbol + 16
  if (home === undefined || one.inHousehold || one.y < home.y || one.y > home.y + home.height || one.x < home.x - room || one.x > home.x + home.width + room) return one
  return { ...one, x: one.x < home.x + home.width / 2 ? Math.max(room, home.x - room) : Math.min(width - room, home.x + home.width + room) }
}

/** The lines of a genogram: between partners, and from the pair (or the one parent) down to each child. */
const kinship = (people: readonly PlacedRelative[], ties: readonly Tie[]): readonly MapLine[] => {
  const at = (id: string) => people.find((one) => one.id === id)
  const partnerTies = ties.filter((tie) => tie.kind === 'partners')
  const partnerLines = partnerTies.flatMap((tie): readonly MapLine[] => {
    const [a, b] = [at(tie.between[0]), at(tie.between[1])]
    if (a === undefined || b === undefined) return []
    const [left, right] = a.x < b.x ? [a, b] : [b, a]
    return [{ id: tie.id, kind: 'partners', path: `M${left.x + symbol} ${left.y}H${right.x - symbol}` }]
  })
  const children = people.filter((one) => one.generation === 2)
  const descent = children.flatMap((child): readonly MapLine[] => {
    const parentIds = new Set(ties.filter((tie) => tie.kind === 'parent-child' && tie.between.includes(child.id)).flatMap((tie) => tie.between.filter((id) => id !== child.id)))
    const parents = people.filter((one) => parentIds.has(one.id) && one.generation === 1)
    const first = parents[0]
    if (first === undefined) return []
    const joined = parents.length > 1 && partnerTies.some((tie) => parents.every((parent) => tie.between.includes(parent.id)))
    const bar = child.y - symbol - 18
    if (!joined) return parents.map((parent): MapLine => ({ id: `${parent.id}-${child.id}`, kind: 'descent', path: `M${parent.x} ${parent.y + underName}V${bar}H${child.x}V${child.y - symbol}` }))
    const middle = parents.reduce((sum, parent) => sum + parent.x, 0) / parents.length
    return [{ id: `pair-${child.id}`, kind: 'descent', path: `M${middle} ${first.y}V${bar}H${child.x}V${child.y - symbol}` }]
  })
  return [...partnerLines, ...descent]
}

const beside = (around: readonly Around[], width: number, top: number, height: number): readonly PlacedAround[] => {
  const half = Math.ceil(around.length / 2)
  return around.map((one, index) => {
    const start = index < half
    const [place, count] = start ? [index, half] : [index - half, around.length - half]
    return { ...one, side: start ? 'start' : 'end', x: start ? sideWidth - 8 : width - sideWidth + 8, y: top + ((place + 0.5) / count) * height - 8 }
  })
}

/** Under each other: a narrow picture has no room for the words of two. */
const below = (around: readonly Around[], top: number): readonly PlacedAround[] =>
  around.map((one, index) => ({ ...one, side: 'under', x: 12, y: top + index * aroundRow + 24 }))

/** From each helper's bead to the frame of the household. */
const reach = (around: readonly PlacedAround[], home: FamilyMap['home']): readonly MapLine[] => home === undefined ? [] : around.filter((one) => one.side !== 'under').map((one) => {
  const edge = one.side === 'start' ? home.x : home.x + home.width
  const y = Math.min(Math.max(one.y, home.y + 16), home.y + home.height - 16)
  const bend = (one.x + edge) / 2
  return { id: `around-${one.id}`, kind: 'around', path: `M${one.x} ${one.y}C${bend} ${one.y} ${bend} ${y} ${edge} ${y}` }
})
