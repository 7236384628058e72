/** Rows of the access matrix: a table with `;` between the columns, as a spreadsheet writes it. */
import { CsvError, parse } from 'csv-parse/sync'

const columns = [
  'id', 'viewer', 'viewer_detail', 'subject', 'category', 'author_discipline', 'circumstances', 'action', 'expected', 'policy_ids', 'reason_nl', 'source',
] as const

/** Up to the policies; reason and source are for people, and may be left out. */
const columnsToDecide = columns.indexOf('reason_nl')

/** What a row says, and on which line of the file it ends. */
export type MatrixRow = Readonly<Record<(typeof columns)[number], string>> & { readonly line: number }

/** A row that is cut off says nothing that can be decided. */
export type CutOff = Pick<MatrixRow, 'id' | 'line'> & { readonly cells: number }

type Written = { readonly info: { readonly lines: number }; readonly record: readonly string[] }

/** @throws RangeError `matrix-columns` when the heading isn't that of a matrix; another with the line at which the text is no table. */
export const readTable = (text: string): readonly (MatrixRow | CutOff)[] => {
  const [heading, ...rows] = recordsOf(text)
  if (heading === undefined || heading.record.length < columnsToDecide || !heading.record.every((name, i) => name === columns[i])) throw new RangeError('matrix-columns')
  return rows.map(({ info: { lines: line }, record }) =>
    record.length < columnsToDecide ? { id: record[0] ?? '', line, cells: record.length } : { ...Object.fromEntries(columns.map((column, i) => [column, record[i] ?? ''])), line } as MatrixRow)
}

/** As `readTable`, for a matrix that is whole. @throws RangeError also when a row is cut off. */
export const readRows = (text: string): readonly MatrixRow[] => readTable(text).map((row) => {
  if ('cells' in row) throw new RangeError(`line ${row.line}: ${cutOff(row)}`)
  return row
})

export const cutOff = ({ cells }: CutOff): string => `has ${cells} ${cells === 1 ? 'cell' : 'cells'}, and needs ${columnsToDecide}`

/** A cell may stand between quotes, in which a quote is doubled and a line may end. Rows of which every cell is empty are none. */
const recordsOf = (text: string): readonly Written[] => {
  try {
    const records = parse(text, { bom: true, delimiter: ';', record_delimiter: ['\r\n', '\n', '\r'], info: true, relax_column_count: true, relax_quotes: true, trim: true }) as unknown as readonly Written[]
    return records.filter(({ record }) => record.some((cell) => cell !== ''))
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem
    const line = problem['lines']
    throw new RangeError(`line ${typeof line === 'number' ? line : 1}: a quote isn't closed`)
  }
}
