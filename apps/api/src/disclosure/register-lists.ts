/**
 * The lists of a register: its people, its places with their opening times, the days on which these are closed, and new organisations
 * beside this one. Each is first shown row by row, then brought in as a whole or not at all, and given as a list that can be brought in
 * again.
 */
import type { Language } from '@samenspel/intl'
import { viewText } from '@samenspel/intl/views'
import type { Id, IsoDate, LocationId, PersonId, Zone } from '@samenspel/kernel'
import {
  locationsFrom, planClosedDaysImport, planPlacesImport, planStaffImport, type Closing, type Organisation, type OrganisationCommand, type NewOrganisation, type PlannedRow, type PlaceStep, type Practitioner, type RegisterList, type StaffRow,
} from '@samenspel/register'
import type { RegisterListFile, RegisterListPreview } from '../graphql/types/register-lists.ts'
import { closedDays, organisations, places, staff } from '../register-lists/columns.ts'
import { planOrganisations } from '../register-lists/plan-organisations.ts'
import { readClosedDays } from '../register-lists/read-closed-days.ts'
import { readPlaces, type Neighbour } from '../register-lists/read-places.ts'
import { readStaff } from '../register-lists/read-staff.ts'
import { closedDaysCsv, closedDaysExample, closedDaysWords, organisationsCsv, organisationsExample, organisationWords, placesCsv, placesExample, placeWords, staffCsv, staffExample, staffWords } from '../register-lists/write-list.ts'

/** An organisation as whoever keeps its register sees it. */
export type Keeping = {
  readonly organisation: Organisation
  readonly today: IsoDate
  readonly zone: Zone
  readonly language: Language
  readonly self: PersonId
  /** For how many months a registration holds here. */
  readonly termMonths: number
  /** Everybody who works, worked or will work there. */
  readonly people: () => Promise<readonly Practitioner[]>
  /** Places beside which another can lie. */
  readonly neighbours: () => Promise<readonly Neighbour[]>
  /** Every organisation that is registered, also where nobody works yet. */
  readonly organisations: () => Promise<readonly Organisation[]>
}

/** What a list comes to: in rows, as it is told, and as it would be asked. */
export type Planned = {
  readonly rows: readonly (PlannedRow & { readonly hasNamesake?: boolean })[]
  readonly unread: readonly string[]
  /** Days on which places would be closed that aren't so yet. */
  readonly closings?: readonly Closing[]
  /** Asked of the organisation, or of the first of the new ones; nothing where the list says nothing new. */
  readonly command:
    | Omit<Extract<OrganisationCommand, { type: 'BringInPlaces' }>, 'by' | 'at'> | { readonly type: 'DecideStaffImport'; readonly rows: readonly StaffRow[] }
    | { readonly type: 'RegisterOrganisations'; readonly organisations: readonly NewOrganisation[] } | undefined
}

type List = {
  /** @param ids the ids of what the rows make, by a name that each has @throws Refused as reading a list does */
  readonly plan: (keeping: Keeping, content: string, ids: (name: string) => Id) => Promise<Planned>
  readonly nameOf: (language: Language, column: string) => string
  readonly words: (keeping: Keeping) => (column: string, value: string | readonly string[]) => string
  readonly csv: (keeping: Keeping) => Promise<string>
  readonly example: (keeping: Keeping) => string
}

const openPlaces = ({ organisation, today }: Keeping) => locationsFrom(organisation, today).map(({ locationId, name }) => ({ id: locationId, name }))
const placeNames = ({ organisation }: Keeping) => (id: LocationId) => organisation.locations.find(({ locationId }) => locationId === id)?.name
const bringIn = (steps: readonly PlaceStep[]): Planned['command'] => steps.length === 0 ? undefined : { type: 'BringInPlaces', steps }

/** A column of another list is never asked for. */
type Naming<Column extends string> = { readonly nameOf: (language: Language, column: Column) => string }
const named = <Column extends string>({ nameOf }: Naming<Column>): List['nameOf'] => (language, column) => nameOf(language, column as Column)

export const lists: Readonly<Record<RegisterList, List>> = {
  staff: {
    plan: async (keeping, content, ids) => {
      const { organisation: { discipline }, today, self, termMonths } = keeping
      const { rows: listed, unread } = readStaff(content, openPlaces(keeping))
      const { people, rows } = planStaffImport(listed, {
        people: await keeping.people(), today, termMonths, discipline, self,
        ids: (line) => ({ person: ids(`person ${line}`), version: ids(`details ${line}`), registration: ids(`registration ${line}`) }),
      })
      return { rows: people, unread, command: { type: 'DecideStaffImport', rows } }
    },
    nameOf: named(staff),
    words: (keeping) => staffWords(keeping.language, keeping.zone, placeNames(keeping)) as ReturnType<List['words']>,
    csv: async (keeping) => staffCsv(keeping.language, await keeping.people(), placeNames(keeping)),
    example: (keeping) => staffExample(keeping.language, keeping),
  },
  places: {
    plan: async ({ organisation, today, neighbours }, content, ids) => {
      const { rows: listed, unread } = readPlaces(content, await neighbours())
      const { rows, steps } = planPlacesImport(listed, {
        organisation, today, ids: (line) => ({ location: ids(`location ${line}`), version: ids(`version ${line}`), use: ids(`use ${line}`), room: (index) => ids(`room ${line} ${index}`) }),
      })
      return { rows, unread, command: bringIn(steps) }
    },
    nameOf: named(places),
    words: ({ language, zone }) => placeWords(language, zone) as ReturnType<List['words']>,
    csv: (keeping) => Promise.resolve(placesCsv(keeping.language, keeping)),
    example: (keeping) => placesExample(keeping.language, keeping),
  },
  closedDays: {
    plan: (keeping, content, ids) => {
      const { organisation, today, language } = keeping
      const { rows: listed, unread } = readClosedDays(content, openPlaces(keeping))
      const { rows, steps, closings } = planClosedDaysImport(listed, { organisation, today, everywhere: viewText(language)('list.everywhere'), version: (location) => ids(`closed ${location}`) })
      return Promise.resolve({ rows, unread, closings, command: bringIn(steps) })
    },
    nameOf: named(closedDays),
    words: ({ language, zone }) => closedDaysWords(language, zone) as ReturnType<List['words']>,
    csv: (keeping) => Promise.resolve(closedDaysCsv(keeping.language, keeping)),
    example: (keeping) => closedDaysExample(keeping.language, keeping),
  },
  organisations: {
    plan: async ({ organisation: { jurisdiction: country, locations: [place] }, ...keeping }, content) => {
      const { rows, organisations: listed, unread } = planOrganisations(content, {
        known: await keeping.organisations(), neighbours: await keeping.neighbours(), usual: { country, point: place?.point ?? { x: 0, y: 0 } },
      })
      return { rows, unread, command: listed.length === 0 ? undefined : { type: 'RegisterOrganisations', organisations: listed } }
    },
    nameOf: named(organisations),
    words: ({ language }) => organisationWords(language) as ReturnType<List['words']>,
    csv: async ({ language, today, ...keeping }) => organisationsCsv(language, await keeping.organisations(), today),
    example: ({ language, organisation: { jurisdiction, locations: [place] } }) => organisationsExample(language, jurisdiction, place?.name),
  },
}

/** @param seen names what the rows are of */
export const previewView = (kind: RegisterList, keeping: Keeping, { rows, unread, closings = [] }: Planned, seen: string): RegisterListPreview => {
  const { language } = keeping
  const { nameOf, words } = lists[kind]
  const inWords = words(keeping)
  const text = viewText(language)
  const of = (one: PlannedRow['kind']) => rows.filter((row) => row.kind === one).length
  return {
    seen, zone: keeping.zone, closings: closings.map(({ place: locationId, from, until }) => ({ from, until, ...(locationId !== undefined && { locationId }) })), added: of('new'), changed: of('changed'), same: of('same'), wrong: of('wrong'), unread,
    rows: rows.map(({ line, name, kind: rowKind, changes, problems, hasNamesake }) => ({
      line, name, kind: rowKind, ...(hasNamesake === true && { note: text('list.namesake') }),
      changes: changes.map(({ column, before, after }) => ({ column: nameOf(language, column), ...(before !== undefined && { before: inWords(column, before) }), after: inWords(column, after) })),
      problems: problems.map(({ column, code, about }) => ({
        text: text(`listProblem.${code}`, { ...about, ...(typeof about?.['day'] === 'string' && { day: staffWords(language, keeping.zone, () => undefined)('from', about['day']) }) }), ...(column !== undefined && { column: nameOf(language, column) }),
      })),
    })),
  }
}

export const fileOf = async (kind: RegisterList, keeping: Keeping, isExample: boolean): Promise<RegisterListFile> => {
  const text = viewText(keeping.language)
  const what = text(`listFile.${kind}`)
  return isExample
    ? { name: `${text('listFile.example', { what: what.toLowerCase() })}.csv`, content: lists[kind].example(keeping) }
    : { name: `${what} ${keeping.today}.csv`, content: await lists[kind].csv(keeping) }
}
