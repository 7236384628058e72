/** Lists out of other programs: rows of cells with a line of names above them, parted by semicolons, tabs or commas. */
import { isDate, type IsoDate } from '@samenspel/kernel'
import { parse } from 'csv-parse/sync'
import { Refused } from '../graphql/refused.ts'

export type Row = { readonly line: number; readonly cells: readonly string[] }

/** The longest row, in characters. */
const longestRow = 2_000

/** The rows of a list, without empty ones. @param most one more than may be read, so that a longer list is seen to be one @throws Refused `file-not-csv` */
export const rowsOf = (text: string, most: number): readonly Row[] => {
  const [firstLine = ''] = text.split(/\r\n|\r|\n/, 1)
  // What one program writes above a list, so that another parts it well.
  const named = /^sep=(.)$/i.exec(firstLine.trim())?.[1]
  try {
    const records = parse(text, {
      delimiter: named ?? (firstLine.includes(';') ? ';' : firstLine.includes('\t') ? '\t' : ','), info: true, relax_column_count: true, skip_empty_lines: true, trim: true, max_record_size: longestRow, to: most,
      ...(named !== undefined && { from_line: 2 }),
    })
    return (records as unknown as readonly { readonly info: { readonly lines: number }; readonly record: readonly string[] }[])
      .map(({ info, record }) => ({ line: info.lines, cells: record })).filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch {
    throw new Refused('file-not-csv')
  }
}

/** A day as people write it: 20-10-2026, 20/10/2026, 20.10.2026 or 2026-10-20. */
export const dateIn = (text: string): IsoDate | undefined => {
  if (isDate(text)) return text
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? date : undefined
}
