import type { Point, Relative } from '../family-map/layout.ts'

/** How strong a tie is. `plain`: nobody said. */
export type TieLine = 'plain' | 'strong' | 'weak' | 'stressful' | 'broken'

/** Somebody or something around the household. */
export type EcomapNode = {
  readonly id: string
  readonly name: string
  readonly note?: string | undefined
  readonly kind: 'person' | 'place' | 'helper'
  readonly ties: readonly EcomapTie[]
}
/** A tie of a node. `with`: whom of the household; absent for the household as a whole. */
export type EcomapTie = { readonly id: string; readonly with?: string; readonly line: TieLine; readonly label: string }

/** `isAbove`: its words stand above it, out of the way of its lines. */
export type PlacedNode = EcomapNode & Point & { readonly radius: number; readonly isAbove: boolean }
export type PlacedTie = EcomapTie & { readonly nodeId: string; readonly path: string; readonly spot: Point }
export type Ecomap = {
  readonly width: number
  readonly height: number
  readonly isNarrow: boolean
  readonly house: Point & { readonly radius: number }
  readonly people: readonly (Relative & Point)[]
  readonly nodes: readonly PlacedNode[]
  readonly ties: readonly PlacedTie[]
}

const nodeRadius = 16
const nodeHeight = 84

/**
 * Draws a household in a circle with what stands around it; the line says how strong a tie is. With little room everything stands below each
 * other at one side. Who isn't given takes no place.
 * @param width pixels that the picture may take
 */
export const layoutEcomap = (household: readonly Relative[], nodes: readonly EcomapNode[], width: number): Ecomap => {
  const whole = Math.max(280, width)
  const isNarrow = whole < 620
  const columns = household.length <= 1 ? 1 : household.length <= 4 || isNarrow ? 2 : 3
  const rows = Math.max(1, Math.ceil(household.length / columns))
  const cell = isNarrow ? 58 : 74
  const radius = Math.max(isNarrow ? 66 : 84, Math.hypot(columns * cell, rows * (cell + 8)) / 2 + 6)
  const height = isNarrow ? 2 * radius + 36 + nodes.length * nodeHeight : Math.max(2 * radius + 4 * nodeHeight, Math.ceil(nodes.length / 2) * nodeHeight + 60)
  const house = { x: isNarrow ? radius + 8 : whole / 2, y: isNarrow ? radius + 8 : height / 2, radius }
  const cells = household.map((_, index): Point => {
    const line = Math.floor(index / columns)
    const inLine = Math.min(columns, household.length - line * columns)
    return { x: house.x + (index % columns - (inLine - 1) / 2) * cell, y: house.y + (line - (rows - 1) / 2) * (cell + 8) - 8 }
  })
  const placed = nodes.map((node, index): PlacedNode => {
    if (isNarrow) return { ...node, radius: nodeRadius, isAbove: false, x: 84, y: 2 * radius + 60 + index * nodeHeight }
    const angle = (index / nodes.length) * 2 * Math.PI - Math.PI / 2 + (nodes.length % 2 === 0 ? Math.PI / nodes.length : 0)
    const isAbove = Math.sin(angle) < -0.35
    return { ...node, radius: nodeRadius, isAbove, x: house.x + Math.cos(angle) * Math.min(whole / 2 - 84, radius + 260), y: house.y + Math.sin(angle) * (height / 2 - 66) }
  })
  const people = isNarrow ? household.map((one, index) => ({ ...one, ...cells[index]! })) : besideTheirTies(household, cells, placed)
  const ties = placed.flatMap((node) => node.ties.map((tie, index): PlacedTie => {
    const person = people.find((one) => one.id === tie.with)
    const from = isNarrow ? { x: 20, y: 2 * radius + 16 } : person === undefined ? edgeOf(house, house.radius, node) : edgeOf(person, 18, node)
    const end = isNarrow ? { x: 20, y: node.y } : from
    const to = isNarrow ? { x: node.x - node.radius, y: node.y + index * 7 } : edgeOf(node, node.radius, from)
    const begin = isNarrow ? { x: end.x, y: end.y + index * 7 } : from
    return { ...tie, nodeId: node.id, path: lineOf(begin, to, tie.line), spot: { x: begin.x + (to.x - begin.x) * (isNarrow ? 0.5 : 0.6), y: begin.y + (to.y - begin.y) * (isNarrow ? 0.5 : 0.6) } }
  }))
  return { width: whole, height, isNarrow, house, people, nodes: placed, ties }
}

/** Whoever has ties of their own lives on the side from which these come, so that no line crosses somebody else; the others as they are given. */
const besideTheirTies = (household: readonly Relative[], cells: readonly Point[], nodes: readonly PlacedNode[]): readonly (Relative & Point)[] => {
  const tiesOf = (id: string) => nodes.filter(({ ties }) => ties.some((tie) => tie.with === id))
  const free = [...cells]
  const homes = new Map<string, Point>()
  for (const { id } of household.toSorted((a, b) => Math.sign(tiesOf(b.id).length) - Math.sign(tiesOf(a.id).length))) {
    const far = (cell: Point) => tiesOf(id).reduce((sum, node) => sum + Math.hypot(node.x - cell.x, node.y - cell.y), 0)
    const home = free.toSorted((a, b) => far(a) - far(b))[0]
    if (home === undefined) continue
    free.splice(free.indexOf(home), 1)
    homes.set(id, home)
  }
  return household.flatMap((one) => { const home = homes.get(one.id); return home === undefined ? [] : [{ ...one, ...home }] })
}

const edgeOf = (from: Point, radius: number, towards: Point): Point => {
  const length = Math.hypot(towards.x - from.x, towards.y - from.y) || 1
  return { x: from.x + ((towards.x - from.x) / length) * radius, y: from.y + ((towards.y - from.y) / length) * radius }
}

const round = (value: number): number => Math.round(value * 10) / 10

/** A straight line; a zigzag for what takes strength; a line with a gap and two bars for what is broken. */
const lineOf = (from: Point, to: Point, line: TieLine): string => {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  const [ux, uy] = [dx / length, dy / length]
  const at = (along: number, aside = 0) => `${round(from.x + ux * along - uy * aside)} ${round(from.y + uy * along + ux * aside)}`
  if (line === 'stressful') {
    const teeth = Math.max(2, Math.round(length / 12))
    return `M${at(0)}${Array.from({ length: teeth - 1 }, (_, index) => `L${at(((index + 1) / teeth) * length, index % 2 === 0 ? 5 : -5)}`).join('')}L${at(length)}`
  }
  if (line === 'broken') {
    const [a, b] = [length * 0.4, length * 0.4 + 8]
    return `M${at(0)}L${at(a)}M${at(a, -7)}L${at(a, 7)}M${at(b, -7)}L${at(b, 7)}M${at(b)}L${at(length)}`
  }
  return `M${at(0)}L${at(length)}`
}
