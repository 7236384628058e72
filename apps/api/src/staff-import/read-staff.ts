/** A list with the people of an organisation, read row by row: what each cell says, and which can't be read. Nothing is saved here. */
import { longestLine, type LocationId } from '@samenspel/kernel'
import { mostRows, type ListedPerson, type StaffColumn, type StaffProblem } from '@samenspel/register'
import { dateIn, rowsOf } from '../csv/read-rows.ts'
import { withoutGuard } from '../csv/write-rows.ts'
import { Refused } from '../graphql/refused.ts'
import { headOf } from './columns.ts'
import { disciplineIn, languageIn } from './words.ts'

/** The longest list, in characters: what fits into a request. */
export const longestList = 90_000

export type ReadStaff = { readonly people: readonly ListedPerson[]; readonly unread: readonly string[] }

/** @param places where somebody of this organisation can work @throws Refused `file-too-large`, `file-empty`, `file-not-csv`, `file-not-staff`, `file-too-many-lines` */
export const readStaff = (content: string, places: readonly { readonly id: LocationId; readonly name: string }[]): ReadStaff => {
  if (content.length > longestList) throw new Refused('file-too-large', { longest: Math.floor(longestList / 1000) })
  const text = content.replace(/^\uFEFF/, '')
  if (text.trim() === '') throw new Refused('file-empty')
  const [first, ...rows] = rowsOf(text, mostRows + 2)
  const head = first === undefined ? undefined : headOf(first.cells)
  if (first === undefined || head === undefined) throw new Refused('file-not-staff')
  if (rows.length === 0) throw new Refused('file-empty')
  if (rows.length > mostRows) throw new Refused('file-too-many-lines', { most: mostRows })
  const byName = new Map(places.map(({ id, name }) => [name.trim().toLowerCase(), id]))
  return {
    unread: head.unread,
    people: rows.map(({ line, cells }): ListedPerson => {
      const problems: StaffProblem[] = cells.length > first.cells.length && cells.slice(first.cells.length).some((cell) => cell !== '') ? [{ code: 'columns' }] : []
      const cell = (column: StaffColumn): string => withoutGuard(cells[head.places.get(column) ?? -1] ?? '').trim()
      /** A cell that says something, as it is read; or a problem of that cell. */
      const read = <Value>(column: StaffColumn, code: StaffProblem['code'], as: (text: string) => Value | undefined): Value | undefined => {
        const said = cell(column)
        if (said === '') return undefined
        const value = as(said)
        if (value === undefined) problems.push({ column, code })
        return value
      }
      const line1 = (column: StaffColumn) => read(column, 'text-too-long', (said) => said.length <= longestLine ? said : undefined)
      const day = (column: StaffColumn) => read(column, 'date', dateIn)
      const found = {
        name: line1('name'), title: line1('title'), discipline: read('discipline', 'discipline', disciplineIn), email: line1('email'), phone: line1('phone'),
        languages: read('languages', 'language', (said) => allOf(parted(said).map(languageIn))),
        places: read('places', 'place-unknown', (said) => allOf((byName.has(said.toLowerCase()) ? [said] : parted(said)).map((name) => byName.get(name.toLowerCase())))),
        from: day('from'), until: day('until'), registrationNumber: line1('registrationNumber'), registeredFrom: day('registeredFrom'), registeredUntil: day('registeredUntil'),
      }
      return { line, problems, values: Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) }
    }),
  }
}

/** Several of something in one cell. */
const parted = (text: string): readonly string[] => text.split(/[|/;,\n]/).map((part) => part.trim()).filter((part) => part !== '')

const allOf = <One>(found: readonly (One | undefined)[]): readonly One[] | undefined => {
  const known = found.filter((one) => one !== undefined)
  return found.length === 0 || known.length < found.length ? undefined : [...new Set(known)]
}
