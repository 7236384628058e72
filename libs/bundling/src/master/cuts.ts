/**
 * Rows that every whole choice keeps and a fractional one may break: they raise the bound of a relaxation.
 *
 * Of three rows "at most one of these", a column that stands in two of them excludes every other that does: two such columns
 * share a row. So of all columns that stand in two of the three, at most one is chosen (subset rows; Jepsen, Petersen,
 * Spoorendonk and Pisinger 2008).
 */
import type { Program, Row } from './program.ts'

/** Rows added at a time, the most broken first. */
const mostAtOnce = 40
/** A row has to be broken by this much. */
const leastBroken = 0.02
const tolerance = 1e-6

/**
 * Finds rows that a fractional choice breaks.
 * @param program whose rows "at most one" are combined.
 * @returns for the values of the columns, rows that they break and that were not given before.
 */
export const cutFinder = ({ columns, rows }: Program): ((values: Float64Array) => readonly Row[]) => {
  const packing = rows.filter(row => row.atMost === 1 && (row.values === undefined || row.values.every(value => value === 1)))
  const given = new Set<number>()
  const count = packing.length
  return values => {
    const rowsOf = new Map<number, number[]>()
    packing.forEach((row, index) => {
      for (const column of row.columns) {
        if (values[column]! <= tolerance || values[column]! >= 1 - tolerance) continue
        const known = rowsOf.get(column)
        if (known === undefined) rowsOf.set(column, [index])
        else known.push(index)
      }
    })
    const pairs = new Map<number, number>()
    const triples = new Map<number, number>()
    const beside = new Map<number, Set<number>>()
    for (const [column, own] of rowsOf) {
      const value = values[column]!
      for (let i = 0; i < own.length; i++) for (let j = i + 1; j < own.length; j++) {
        const pair = own[i]! * count + own[j]!
        pairs.set(pair, (pairs.get(pair) ?? 0) + value)
        const others = beside.get(own[i]!)
        if (others === undefined) beside.set(own[i]!, new Set([own[j]!]))
        else others.add(own[j]!)
        for (let k = j + 1; k < own.length; k++) {
          const triple = pair * count + own[k]!
          triples.set(triple, (triples.get(triple) ?? 0) + value)
        }
      }
    }
    const found: { readonly triple: number; readonly three: readonly [number, number, number]; readonly broken: number }[] = []
    for (const [a, besideA] of beside) for (const b of besideA) for (const c of beside.get(b) ?? []) {
      if (!besideA.has(c)) continue
      const triple = (a * count + b) * count + c
      // A column in all three was counted with each pair.
      const broken = pairs.get(a * count + b)! + pairs.get(a * count + c)! + pairs.get(b * count + c)! - 2 * (triples.get(triple) ?? 0) - 1
      if (broken > leastBroken && !given.has(triple)) found.push({ triple, three: [a, b, c], broken })
    }
    const chosen = found.sort((a, b) => b.broken - a.broken || a.triple - b.triple).slice(0, mostAtOnce)
    for (const { triple } of chosen) given.add(triple)
    return chosen.map(({ three }) => ({ columns: inTwoOf(three.map(row => packing[row]!), columns), atLeast: -Infinity, atMost: 1 }))
  }
}

const inTwoOf = (rows: readonly Row[], columns: number): readonly number[] => {
  const times = new Uint8Array(columns)
  for (const row of rows) for (const column of row.columns) times[column]! += 1
  const found: number[] = []
  for (let column = 0; column < columns; column++) if (times[column]! >= 2) found.push(column)
  return found
}
