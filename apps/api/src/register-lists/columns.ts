/** How the columns of the lists of a register are called: what we write above them, and what else we understand. */
import type { Language } from '@samenspel/intl'
import { closedDaysColumns, organisationColumns, placeColumns, staffColumns, type ClosedDaysColumn, type OrganisationColumn, type PlaceColumn, type StaffColumn } from '@samenspel/register'

type Names<Column extends string> = Readonly<Record<Column, { readonly nl: readonly [string, ...string[]]; readonly en: readonly [string, ...string[]] }>>

export type Head<Column extends string> = { readonly places: ReadonlyMap<Column, number>; /** Names of columns that we don't know, or that stand there twice: nothing of them is read. */ readonly unread: readonly string[] }

export type Columns<Column extends string> = {
  readonly all: readonly Column[]
  /** What we write above a column. */
  readonly nameOf: (language: Language, column: Column) => string
  /** Which column stands where. @returns nothing for a line without a column that has to be there */
  readonly headOf: (cells: readonly string[]) => Head<Column> | undefined
}

/** A name as it is compared: its letters alone, so that a hyphen, a space or a capital makes no other column. */
const bare = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}]+/gu, '')

/** @param needed one of these has to be there */
const columnsOf = <Column extends string>(all: readonly Column[], names: Names<Column>, needed: readonly Column[]): Columns<Column> => {
  const known = new Map(all.flatMap((column) => [...names[column].nl, ...names[column].en].map((name) => [bare(name), column] as const)))
  return {
    all,
    nameOf: (language, column) => names[column][language][0],
    headOf: (cells) => {
      const places = new Map<Column, number>()
      const unread: string[] = []
      cells.forEach((cell, index) => {
        const column = known.get(bare(cell))
        if (column === undefined || places.has(column)) { if (cell !== '') unread.push(cell.slice(0, 60)) } else places.set(column, index)
      })
      return needed.some((column) => places.has(column)) ? { places, unread } : undefined
    },
  }
}

export const staff: Columns<StaffColumn> = columnsOf(staffColumns, {
  name: { nl: ['naam', 'medewerker', 'hulpverlener'], en: ['name', 'practitioner', 'employee'] },
  title: { nl: ['functie', 'beroep', 'rol'], en: ['function', 'profession', 'role', 'job title'] },
  discipline: { nl: ['discipline', 'vakgebied'], en: ['discipline', 'field'] },
  email: { nl: ['e-mail', 'mail', 'e-mailadres', 'mailadres'], en: ['e-mail', 'e-mail address'] },
  phone: { nl: ['telefoon', 'telefoonnummer', 'tel'], en: ['phone', 'phone number', 'telephone'] },
  registrationNumber: { nl: ['registratienummer', 'nummer in het register', 'imh-nummer'], en: ['registration number', 'imh number'] },
  registeredFrom: { nl: ['registratie van', 'registratie vanaf', 'geregistreerd van', 'geregistreerd vanaf'], en: ['registered from', 'registration from'] },
  registeredUntil: { nl: ['registratie tot en met', 'registratie t/m', 'geregistreerd tot en met'], en: ['registered until', 'registration until'] },
  languages: { nl: ['talen', 'taal'], en: ['languages', 'language'] },
  places: { nl: ['plekken', 'plek', 'locaties', 'locatie', 'werkplek'], en: ['places', 'place', 'locations', 'location'] },
  from: { nl: ['in dienst van', 'in dienst vanaf', 'in dienst', 'van', 'vanaf'], en: ['works from', 'employed from', 'from'] },
  until: { nl: ['in dienst tot en met', 'in dienst t/m', 'uit dienst', 'laatste werkdag', 'tot en met', 't/m'], en: ['works until', 'employed until', 'last day', 'until'] },
}, ['name', 'email'])

export const places: Columns<PlaceColumn> = columnsOf(placeColumns, {
  name: { nl: ['naam', 'plek', 'locatie'], en: ['name', 'place', 'location'] },
  address: { nl: ['adres'], en: ['address'] },
  phone: { nl: ['telefoon', 'telefoonnummer', 'tel'], en: ['phone', 'phone number', 'telephone'] },
  near: { nl: ['ligt bij'], en: ['lies beside', 'near'] },
  monday: { nl: ['maandag', 'ma'], en: ['monday', 'mon'] },
  tuesday: { nl: ['dinsdag', 'di'], en: ['tuesday', 'tue'] },
  wednesday: { nl: ['woensdag', 'wo'], en: ['wednesday', 'wed'] },
  thursday: { nl: ['donderdag', 'do'], en: ['thursday', 'thu'] },
  friday: { nl: ['vrijdag', 'vr'], en: ['friday', 'fri'] },
  saturday: { nl: ['zaterdag', 'za'], en: ['saturday', 'sat'] },
  rooms: { nl: ['kamers', 'ruimtes'], en: ['rooms'] },
}, ['name'])

export const closedDays: Columns<ClosedDaysColumn> = columnsOf(closedDaysColumns, {
  from: { nl: ['dicht van', 'dicht vanaf', 'van', 'vanaf', 'datum', 'dag'], en: ['closed from', 'from', 'date', 'day'] },
  until: { nl: ['tot en met', 't/m', 'dicht tot en met'], en: ['until', 'closed until', 'up to and including'] },
  place: { nl: ['plek', 'plekken', 'locatie', 'locaties'], en: ['place', 'places', 'location', 'locations'] },
}, ['from'])

export const organisations: Columns<OrganisationColumn> = columnsOf(organisationColumns, {
  name: { nl: ['naam', 'organisatie'], en: ['name', 'organisation', 'organization'] },
  discipline: { nl: ['discipline', 'vakgebied', 'soort'], en: ['discipline', 'field', 'kind'] },
  country: { nl: ['land'], en: ['country'] },
  place: { nl: ['eerste plek', 'plek', 'locatie'], en: ['first place', 'place', 'location'] },
  address: { nl: ['adres'], en: ['address'] },
  phone: { nl: ['telefoon', 'telefoonnummer', 'tel'], en: ['phone', 'phone number', 'telephone'] },
  near: { nl: ['ligt bij'], en: ['lies beside', 'near'] },
}, ['name'])
