/** The people of an organisation as a list: the same that can be brought in, so that it is an example of itself. */
import { createDates, type Language } from '@samenspel/intl'
import { viewText } from '@samenspel/intl/views'
import type { IsoDate, LocationId, Zone } from '@samenspel/kernel'
import { spokenLanguages, staffColumns, staffDetails, type Practitioner, type SpokenLanguage, type StaffColumn } from '@samenspel/register'
import { csvOf } from '../csv/write-rows.ts'
import { columnName } from './columns.ts'
import { languageName } from '../disclosure/spoken.ts'
import { disciplineName } from './words.ts'

/** What parts several of something in one cell; the names of places have commas in them. */
const between = ' | '

/** @param placeName how a place is called, of those that are named */
export const staffCsv = (language: Language, people: readonly Practitioner[], placeName: (id: LocationId) => string | undefined): string =>
  csvOf([headIn(language), ...people.map((one) => staffColumns.map((column) => cellsOf(language, one, placeName)[column]))])

const headIn = (language: Language): readonly string[] => staffColumns.map((column) => columnName(language, column))

const cellsOf = (language: Language, known: Practitioner, placeName: (id: LocationId) => string | undefined): Readonly<Record<StaffColumn, string>> => {
  const { name, title, discipline, email = '', phone = '', languages, places, from } = staffDetails(known)
  // The last one; those before it are history.
  const registration = known.registrations.toSorted((a, b) => a.from < b.from ? -1 : 1).at(-1)
  return {
    name, title, discipline: disciplineName(language, discipline), email, phone,
    registrationNumber: registration?.number ?? '', registeredFrom: dayOf(registration?.from), registeredUntil: dayOf(registration?.until),
    languages: languages.map((tag) => languageName(language, tag)).join(between), places: places.flatMap((id) => placeName(id) ?? []).join(between), from: dayOf(from), until: dayOf(known.employedUntil),
  }
}

/** A day as it is read back whatever the program, 20-10-2026. */
const dayOf = (date: IsoDate | undefined): string => date === undefined ? '' : date.split('-').toReversed().join('-')

/** An example with invented people and a place of this organisation. */
export const exampleCsv = (language: Language, { discipline, today }: { readonly discipline: Practitioner['discipline']; readonly today: IsoDate }, place: string | undefined): string => {
  const text = viewText(language)
  const year = Number(today.slice(0, 4))
  const isSpecialist = discipline === 'imhSpecialist'
  const row = (cells: Partial<Record<StaffColumn, string>>): readonly string[] => staffColumns.map((column) => cells[column] ?? '')
  const [first, second] = [spokenLanguages[0], spokenLanguages[5]]
  return csvOf([
    headIn(language),
    row({
      name: text('staffExample.first'), title: isSpecialist ? disciplineName(language, discipline) : text('staffExample.title'), discipline: disciplineName(language, discipline), email: 'voorbeeld.een@example.org', phone: '0800 555 0199',
      ...(isSpecialist && { registrationNumber: 'IMH 0001', registeredFrom: `01-01-${year}` }), languages: [first, second].map((tag) => languageName(language, tag)).join(between), places: place ?? '', from: `01-02-${year}`,
    }),
    row({ name: text('staffExample.second'), title: text('staffExample.title'), email: 'voorbeeld.twee@example.org', languages: languageName(language, first), until: `31-12-${year + 1}` }),
  ])
}

/** A value in words, as somebody checks it. */
export const valueWords = (language: Language, zone: Zone, placeName: (id: LocationId) => string | undefined) => (column: StaffColumn, value: string | readonly string[]): string => {
  const dates = createDates(language, zone)
  switch (column) {
    case 'discipline': return disciplineName(language, value as Practitioner['discipline'])
    case 'languages': return (value as readonly SpokenLanguage[]).map((tag) => languageName(language, tag)).join(', ')
    case 'places': return (value as readonly LocationId[]).flatMap((id) => placeName(id) ?? []).join(', ')
    case 'from': case 'until': case 'registeredFrom': case 'registeredUntil': return dates.date(value as IsoDate)
    default: return value as string
  }
}
