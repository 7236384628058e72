/** A list of a register, read row by row: what each cell says, and which can't be read. Nothing is saved here. */
import { longestLine } from '@samenspel/kernel'
import { mostRows, type ListedRow, type ListProblem, type ListProblemCode } from '@samenspel/register'
import { rowsOf } from '../csv/read-rows.ts'
import { withoutGuard } from '../csv/write-rows.ts'
import { Refused } from '../graphql/refused.ts'
import type { Columns } from './columns.ts'

/** The longest list, in characters: what fits into a request. */
export const longestList = 90_000

export type ReadList<Row> = { readonly rows: readonly Row[]; readonly unread: readonly string[] }

/** The cells of one row. Of a cell that says nothing there is nothing; of one that can't be read there is a problem. */
export type Cells<Column extends string> = {
  readonly as: <Value>(column: Column, code: ListProblemCode, read: (said: string) => Value | undefined) => Value | undefined
  readonly line: (column: Column) => string | undefined
}

/** @throws Refused `file-too-large`, `file-empty`, `file-not-csv`, `file-not-list`, `file-too-many-lines` */
export const readList = <Column extends string, Values extends object>(content: string, columns: Columns<Column>, valuesOf: (cells: Cells<Column>) => Values): ReadList<ListedRow<Column, Values>> => {
  if (content.length > longestList) throw new Refused('file-too-large', { longest: Math.floor(longestList / 1000) })
  const text = content.replace(/^\uFEFF/, '')
  if (text.trim() === '') throw new Refused('file-empty')
  const [first, ...rows] = rowsOf(text, mostRows + 2)
  const head = first === undefined ? undefined : columns.headOf(first.cells)
  if (first === undefined || head === undefined) throw new Refused('file-not-list')
  if (rows.length === 0) throw new Refused('file-empty')
  if (rows.length > mostRows) throw new Refused('file-too-many-lines', { most: mostRows })
  return {
    unread: head.unread,
    rows: rows.map(({ line, cells }) => {
      const problems: ListProblem<Column>[] = cells.length > first.cells.length && cells.slice(first.cells.length).some((cell) => cell !== '') ? [{ code: 'columns' }] : []
      const as: Cells<Column>['as'] = (column, code, read) => {
        const said = withoutGuard(cells[head.places.get(column) ?? -1] ?? '').trim()
        if (said === '') return undefined
        const value = read(said)
        if (value === undefined) problems.push({ column, code })
        return value
      }
      const values = valuesOf({ as, line: (column) => as(column, 'text-too-long', (said) => said.length <= longestLine ? said : undefined) })
      return { line, problems, values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values }
    }),
  }
}

/** Several of something in one cell. */
export const parted = (text: string): readonly string[] => text.split(/[|/;,\n]/).map((part) => part.trim()).filter((part) => part !== '')

/** Each of them, once; nothing where one isn't known. */
export const allOf = <One>(found: readonly (One | undefined)[]): readonly One[] | undefined => {
  const known = found.filter((one) => one !== undefined)
  return found.length === 0 || known.length < found.length ? undefined : [...new Set(known)]
}

export type NamedPlace<Id extends string = string> = { readonly id: Id; readonly name: string }

/** Places by their names, several in one cell; a name with a comma in it stands alone. */
export const placesIn = (places: readonly NamedPlace[]): ((said: string) => readonly string[] | undefined) => {
  const byName = new Map(places.map(({ id, name }) => [name.trim().toLowerCase(), id]))
  return (said) => allOf((byName.has(said.toLowerCase()) ? [said] : parted(said)).map((name) => byName.get(name.toLowerCase())))
}
