/** Lists for other programs. */

/**
 * A list that programs with tables open as it is: with the mark of its encoding before it, semicolons between the cells and whole lines.
 * A cell that such a program would take for a formula stands behind an apostrophe, which `withoutGuard` takes away again.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((cells) => cells.map(cellOf).join(';')).join('\r\n')}\r\n`

/** What begins like a formula, also behind spaces and invisible signs that a program would drop. */
const formula = /^[\s\p{Cf}]*[=+\-@|%]/u

const cellOf = (text: string): string => {
  const guarded = formula.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text
  return /[";\r\n\t,']/.test(guarded) || guarded !== guarded.trim() ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** A cell without the apostrophe that keeps it from being a formula. */
export const withoutGuard = (cell: string): string => cell.startsWith('\'') && formula.test(cell.slice(1)) ? cell.slice(1) : cell
