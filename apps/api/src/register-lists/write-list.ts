/** Lists of a register for another program: the same that can be brought in, so that each is an example of itself. */
import { createDates, type Language } from '@samenspel/intl'
import { viewText } from '@samenspel/intl/views'
import { compareTexts, type Discipline, type IsoDate, type Jurisdiction, type LocationId, type Zone } from '@samenspel/kernel'
import { cellsOf, locationsFrom, openDays, spokenLanguages, staffDetails, usualUse, type ClosedDaysColumn, type OpenDay, type Organisation, type OrganisationColumn, type PlaceColumn, type Practitioner, type SpokenLanguage, type StaffColumn } from '@samenspel/register'
import { csvOf } from '../csv/write-rows.ts'
import { languageName } from '../disclosure/spoken.ts'
import { closedDays, organisations, places, staff, type Columns } from './columns.ts'
import { countryName, disciplineName } from './words.ts'

/** What parts several of something in one cell; the names of places have commas in them. */
const between = ' | '

type Row<Column extends string> = Partial<Readonly<Record<Column, string>>>
type House = { readonly organisation: Organisation; readonly today: IsoDate; readonly zone: Zone }

const listOf = <Column extends string>(language: Language, columns: Columns<Column>, rows: readonly Row<Column>[]): string =>
  csvOf([columns.all.map((column) => columns.nameOf(language, column)), ...rows.map((row) => columns.all.map((column) => row[column] ?? ''))])

/** A day as it is read back whatever the program, 20-10-2026. */
const dayOf = (date: IsoDate | undefined): string => date === undefined ? '' : date.split('-').toReversed().join('-')

/** @param placeName how a place is called, of those that are named */
export const staffCsv = (language: Language, people: readonly Practitioner[], placeName: (id: LocationId) => string | undefined): string => listOf(language, staff, people.map((known) => {
  const { name, title, discipline, email = '', phone = '', languages, places: at, from } = staffDetails(known)
  // The last one; those before it are history.
  const registration = known.registrations.toSorted((a, b) => a.from < b.from ? -1 : 1).at(-1)
  return {
    name, title, discipline: disciplineName(language, discipline), email, phone,
    registrationNumber: registration?.number ?? '', registeredFrom: dayOf(registration?.from), registeredUntil: dayOf(registration?.until),
    languages: languages.map((tag) => languageName(language, tag)).join(between), places: at.flatMap((id) => placeName(id) ?? []).join(between), from: dayOf(from), until: dayOf(known.employedUntil),
  }
}))

/** An example with invented people and a place of this organisation. */
export const staffExample = (language: Language, { organisation: { discipline, locations: [place] }, today }: House): string => {
  const text = viewText(language)
  const year = Number(today.slice(0, 4))
  const isSpecialist = discipline === 'imhSpecialist'
  const [first, second] = [spokenLanguages[0], spokenLanguages[5]]
  return listOf(language, staff, [
    {
      name: text('staffExample.first'), title: isSpecialist ? disciplineName(language, discipline) : text('staffExample.title'), discipline: disciplineName(language, discipline), email: 'voorbeeld.een@example.org', phone: '0800 555 0199',
      ...(isSpecialist && { registrationNumber: 'IMH 0001', registeredFrom: `01-01-${year}` }), languages: [first, second].map((tag) => languageName(language, tag)).join(between), places: place?.name ?? '', from: `01-02-${year}`,
    },
    { name: text('staffExample.second'), title: text('staffExample.title'), email: 'voorbeeld.twee@example.org', languages: languageName(language, first), until: `31-12-${year + 1}` },
  ])
}

/** The places that are open, each with its opening times and rooms. */
export const placesCsv = (language: Language, { organisation, today }: House): string => listOf(language, places, locationsFrom(organisation, today).map(({ locationId, name, address, phone = '' }) => {
  const { rooms, ...days } = cellsOf(organisation.uses.get(locationId)?.use ?? usualUse)
  return { name, address, phone, ...daysIn(language, days), rooms: rooms.join(between) }
}))

const daysIn = (language: Language, days: Partial<Readonly<Record<OpenDay, readonly string[]>>>): Row<OpenDay> =>
  Object.fromEntries(openDays.map((day) => [day, days[day] === undefined || days[day].length === 0 ? viewText(language)('list.closed') : days[day].join(', ')]))

/** An example with an invented place. */
export const placesExample = (language: Language, { organisation: { locations: [place] } }: House): string => {
  const text = viewText(language)
  const long = ['08:30-12:00', '13:00-17:00']
  return listOf(language, places, [{
    name: text('placeExample.name'), address: text('placeExample.address'), phone: '0800 555 0199', near: place?.name ?? '',
    ...daysIn(language, { monday: long, tuesday: long, wednesday: ['08:30-12:00'], thursday: long, friday: long }), rooms: text('placeExample.rooms'),
  }])
}

/** The coming days on which a place is closed for once. */
export const closedDaysCsv = (language: Language, { organisation, today }: House): string => listOf(language, closedDays, locationsFrom(organisation, today).flatMap(({ locationId, name }) =>
  (organisation.uses.get(locationId)?.use.closed ?? []).filter(({ until }) => until >= today).toSorted((a, b) => a.from < b.from ? -1 : 1).map(({ from, until }) => ({ from: dayOf(from), until: dayOf(until), place: name }))))

/** An example: a holiday of every place, and a day of the first. */
export const closedDaysExample = (language: Language, { organisation, today }: House): string => {
  const year = Number(today.slice(0, 4)) + 1
  const [place] = locationsFrom(organisation, today)
  return listOf(language, closedDays, [{ from: `24-12-${year}`, until: `02-01-${year + 1}` }, { from: `15-03-${year}`, ...(place !== undefined && { place: place.name }) }])
}

/** Every organisation that is known, each with its first place that is open. */
export const organisationsCsv = (language: Language, known: readonly Organisation[], today: IsoDate): string => listOf(language, organisations, known.toSorted((a, b) => compareTexts(a.name, b.name)).map((one) => {
  const [place] = locationsFrom(one, today)
  return { name: one.name, discipline: disciplineName(language, one.discipline), country: countryName(language, one.jurisdiction), ...(place !== undefined && { place: place.name, address: place.address, phone: place.phone ?? '' }) }
}))

/** An example with two invented organisations. @param near a place beside which the first one lies */
export const organisationsExample = (language: Language, country: Jurisdiction, near: string | undefined): string => {
  const text = viewText(language)
  return listOf(language, organisations, [
    { name: text('organisationExample.first'), discipline: disciplineName(language, 'dayCentre'), country: countryName(language, country), place: text('organisationExample.place'), address: text('placeExample.address'), phone: '0800 555 0199', near: near ?? '' },
    { name: text('organisationExample.second'), discipline: disciplineName(language, 'hospital'), country: countryName(language, country) },
    { name: text('organisationExample.third'), discipline: disciplineName(language, 'imhSpecialist'), country: countryName(language, country) },
  ])
}

type Words<Column extends string> = (column: Column, value: string | readonly string[]) => string

/** A value in words, as somebody checks it. */
export const staffWords = (language: Language, zone: Zone, placeName: (id: LocationId) => string | undefined): Words<StaffColumn> => (column, value) => {
  switch (column) {
    case 'discipline': return disciplineName(language, value as Practitioner['discipline'])
    case 'languages': return (value as readonly SpokenLanguage[]).map((tag) => languageName(language, tag)).join(', ')
    case 'places': return (value as readonly LocationId[]).flatMap((id) => placeName(id) ?? []).join(', ')
    case 'from': case 'until': case 'registeredFrom': case 'registeredUntil': return createDates(language, zone).date(value as IsoDate)
    default: return value as string
  }
}

export const placeWords = (language: Language, zone: Zone): Words<PlaceColumn> => (column, value) => {
  if (typeof value === 'string') return value
  if (column === 'rooms') return value.join(between)
  const dates = createDates(language, zone)
  return value.length === 0 ? viewText(language)('list.closed') : value.map((times) => { const [from = '', to = ''] = times.split('-'); return dates.times(from, to) }).join(', ')
}

export const closedDaysWords = (language: Language, zone: Zone): Words<ClosedDaysColumn> => (_, value) => {
  const dates = createDates(language, zone)
  const [from = '', until = from] = typeof value === 'string' ? [value] : value
  return from === until ? dates.date(from) : viewText(language)('list.period', { from: dates.date(from), until: dates.date(until) })
}

export const organisationWords = (language: Language): Words<OrganisationColumn> => (column, value) => {
  switch (column) {
    case 'discipline': return disciplineName(language, value as Discipline)
    case 'country': return countryName(language, value as Jurisdiction)
    default: return value as string
  }
}
