/** Rows of the access matrix: a table with `;` between the columns, as a spreadsheet writes it. */

const columns = [
  'id', 'viewer', 'viewer_detail', 'subject', 'category', 'author_discipline', 'circumstances', 'action', 'expected', 'policy_ids', 'reason_nl', 'source',
] as const

export type MatrixRow = Readonly<Record<(typeof columns)[number], string>>

/** @throws RangeError `matrix-columns` when the heading isn't that of a matrix. */
export const readRows = (text: string): readonly MatrixRow[] => {
  const [heading, ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line.trim() !== '')
  if (heading !== columns.join(';')) throw new RangeError('matrix-columns')
  return lines.map((line) => {
    const cells = cellsOf(line)
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])) as MatrixRow
  })
}

/** A cell may stand between quotes, in which a quote is doubled. */
const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
