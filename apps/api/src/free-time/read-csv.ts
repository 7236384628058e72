import type { ModalityKind, Offer } from '@samenspel/agenda'
import { addDays, isTime, minutesOf, momentOf, type LocalTime } from '@samenspel/kernel'
import { dateIn, rowsOf } from '../csv/read-rows.ts'
import { Refused } from '../graphql/refused.ts'
import { mostLines, type FileLine, type Problem, type Reading } from './reading.ts'

/** The columns, as they are called in a first line; Dutch first, English too. */
const columns = {
  date: ['datum', 'date', 'dag', 'day'], from: ['van', 'from', 'begin', 'start'], to: ['tot', 'to', 'eind', 'einde', 'end'],
  forms: ['vorm', 'vormen', 'form', 'forms'], places: ['plaats', 'plek', 'locatie', 'place', 'places', 'location'], lapses: ['vervalt', 'lapses', 'expires'],
} as const
type Column = keyof typeof columns

const formWords: Readonly<Record<string, ModalityKind>> = {
  'op locatie': 'onsite', 'locatie': 'onsite', 'op een plek': 'onsite', 'onsite': 'onsite', 'on site': 'onsite',
  'thuis': 'home', 'bij het gezin': 'home', 'home': 'home', 'at home': 'home',
  'beeld': 'digital', 'via beeld': 'digital', 'digitaal': 'digital', 'video': 'digital', 'digital': 'digital',
}

/** Reads a list with one offer a line and the names of the columns above it, parted by semicolons or commas. @throws Refused `file-not-csv`, `file-too-many-lines` */
export const readCsv = (text: string, reading: Reading): readonly FileLine[] => {
  const rows = rowsOf(text, mostLines + 2)
  const [head, ...body] = rows
  const places = head === undefined ? undefined : headOf(head.cells)
  if (places === undefined) throw new Refused('file-not-csv')
  if (body.length > mostLines) throw new Refused('file-too-many-lines', { most: mostLines })
  const seen = new Set<string>()
  return body.map(({ line, cells }): FileLine => {
    const read = offerIn((column) => cells[places.get(column) ?? -1]?.trim() ?? '', reading)
    const content = JSON.stringify(read)
    const isDouble = typeof read === 'object' && seen.has(content)
    seen.add(content)
    const shared = { line, text: cells.join(' · ') }
    if (cells.length > head!.cells.length) return { ...shared, problem: 'columns', offers: [] }
    if (isDouble) return { ...shared, problem: 'double', offers: [] }
    return typeof read === 'string' ? { ...shared, problem: read, offers: [] } : { ...shared, offers: [read] }
  })
}

const headOf = (cells: readonly string[]): ReadonlyMap<Column, number> | undefined => {
  const found = new Map((Object.keys(columns) as Column[]).map((column) => [column, cells.findIndex((cell) => (columns[column] as readonly string[]).includes(cell.toLowerCase().trim()))]))
  return (['date', 'from', 'to'] as const).every((column) => (found.get(column) ?? -1) >= 0) ? found : undefined
}

/** What one line offers, or what is wrong with it first. */
const offerIn = (cell: (column: Column) => string, reading: Reading): Offer | Problem => {
  const date = dateIn(cell('date'))
  const [from, to] = [timeIn(cell('from')), timeIn(cell('to'))]
  if (date === undefined) return 'date'
  if (from === undefined || to === undefined) return 'time'
  if (from >= to) return 'reversed'
  if (minutesOf(from) % 15 !== 0 || minutesOf(to) % 15 !== 0) return 'grid'
  const modalities = cell('forms') === '' ? reading.modalities : formsIn(cell('forms'))
  if (modalities === undefined) return 'form'
  if (modalities.length === 0) return 'form-missing'
  const places = modalities.includes('onsite') ? placesIn(cell('places'), reading) : []
  if (places === undefined) return 'place-unknown'
  if (modalities.includes('onsite') && places.length === 0) return 'place-missing'
  const lapsesAt = momentIn(cell('lapses'), reading)
  if (lapsesAt === undefined && cell('lapses') !== '') return 'lapse'
  return { date, from, to, modalities, places, ...(lapsesAt !== undefined && { lapsesAt }) }
}

const timeIn = (text: string): LocalTime | undefined => {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})(?:[:.]00)?$/.exec(text) ?? []
  const time = hours === undefined ? '' : `${hours.padStart(2, '0')}:${minutes ?? ''}`
  return isTime(time) ? time : undefined
}

const parted = (text: string): readonly string[] => text.split(/[+/|,]/).map((word) => word.trim().toLowerCase()).filter((word) => word !== '')

const formsIn = (text: string): readonly ModalityKind[] | undefined => {
  const forms = parted(text).map((word) => Object.hasOwn(formWords, word) ? formWords[word] : undefined)
  return forms.includes(undefined) ? undefined : [...new Set(forms as readonly ModalityKind[])]
}

/** By name; without a name the usual ones, or the only one there is. */
const placesIn = (text: string, { places, usualPlaces }: Reading): readonly string[] | undefined => {
  if (text === '') return usualPlaces.length > 0 ? usualPlaces : places.length === 1 ? places.map(({ id }) => id) : []
  const byName = new Map(places.map(({ id, name }) => [name.toLowerCase(), id]))
  const whole = byName.get(text.toLowerCase())
  const found = whole === undefined ? parted(text).map((name) => byName.get(name)) : [whole]
  return found.includes(undefined) ? undefined : [...new Set(found as readonly string[])]
}

/** A day, which lapses when it is over, or a day with a time. It must be still to come. */
const momentIn = (text: string, { zone, now }: Reading): string | undefined => {
  const [day = '', time] = text.split(/[\sT]+/)
  const date = dateIn(day)
  const at = time === undefined ? '00:00' : timeIn(time)
  if (date === undefined || at === undefined) return undefined
  const moment = momentOf(time === undefined ? addDays(date, 1) : date, at, zone)
  return Temporal.Instant.compare(moment, now) > 0 ? moment : undefined
}
