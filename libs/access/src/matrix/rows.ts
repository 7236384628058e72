/** Rows of the access matrix: a table with `;` between the columns, as a spreadsheet writes it. */

const columns = [
  'id', 'viewer', 'viewer_detail', 'subject', 'category', 'author_discipline', 'circumstances', 'action', 'expected', 'policy_ids', 'reason_nl', 'source',
] as const

/** Up to the policies; reason and source are for people, and may be left out. */
const columnsToDecide = columns.indexOf('reason_nl')

export type MatrixRow = Readonly<Record<(typeof columns)[number], string>>

/** @throws RangeError `matrix-columns` when the heading isn't that of a matrix; another with the row's id when one is cut off. */
export const readRows = (text: string): readonly MatrixRow[] => {
  const [heading, ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line.trim() !== '')
  if (heading !== columns.join(';')) throw new RangeError('matrix-columns')
  return lines.map((line) => {
    const cells = cellsOf(line)
    if (cells.length < columnsToDecide) throw new RangeError(`row ${cells[0] ?? ''} has ${cells.length} cells`)
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])) as MatrixRow
  })
}

/** A cell may stand between quotes, in which a quote is doubled. */
const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
