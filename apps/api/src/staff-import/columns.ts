/** How the columns of a list of people are called: what we write above them, and what else we understand. */
import type { Language } from '@samenspel/intl'
import { staffColumns, type StaffColumn } from '@samenspel/register'

const names: Readonly<Record<StaffColumn, { readonly nl: readonly [string, ...string[]]; readonly en: readonly [string, ...string[]] }>> = {
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
}

/** What we write above a column. */
export const columnName = (language: Language, column: StaffColumn): string => names[column][language][0]

/** A name as it is compared: its letters alone, so that a hyphen, a space or a capital makes no other column. */
const bare = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}]+/gu, '')
const known = new Map(staffColumns.flatMap((column) => [...names[column].nl, ...names[column].en].map((name) => [bare(name), column] as const)))

export type Head = { readonly places: ReadonlyMap<StaffColumn, number>; /** Names of columns that we don't know, or that stand there twice: nothing of them is read. */ readonly unread: readonly string[] }

/** Which column stands where. @returns nothing for a line that names neither people nor their addresses */
export const headOf = (cells: readonly string[]): Head | undefined => {
  const places = new Map<StaffColumn, number>()
  const unread: string[] = []
  cells.forEach((cell, index) => {
    const column = known.get(bare(cell))
    if (column === undefined || places.has(column)) { if (cell !== '') unread.push(cell.slice(0, 60)) } else places.set(column, index)
  })
  return places.has('name') || places.has('email') ? { places, unread } : undefined
}
