/**
 * What a list of new organisations comes to, beside those that the register knows. Nothing is decided here; the same list on the same
 * register gives the same plan. An organisation is known by its name and its country.
 *
 * One that is there already stays as it is: its places and its people are kept by whoever keeps its register.
 */
import type { Discipline, Jurisdiction, LocationId, OrganisationId } from '@samenspel/kernel'
import { noting, problemOf, type ListChange, type ListedRow, type PlannedRow } from './list-import.ts'
import { refuseOrganisation, type NewOrganisation, type Organisation } from './organisation.ts'
import { sameName } from './staff.ts'
import type { Point } from './travel.ts'

/** The columns of a list, in the order in which one is written. */
export const organisationColumns = ['name', 'discipline', 'country', 'place', 'address', 'phone', 'near'] as const
export type OrganisationColumn = (typeof organisationColumns)[number]

export type ListedOrganisation = ListedRow<OrganisationColumn, {
  readonly name?: string
  /** What its people do, where nothing else is said of them. */
  readonly discipline?: Discipline
  readonly country?: Jurisdiction
  /** Its first place; with an address and without a name it is called as the organisation is. */
  readonly place?: string
  readonly address?: string
  readonly phone?: string
  /** A place of the register beside which it lies. */
  readonly near?: { readonly name: string; readonly point: Point }
}>

export type OrganisationsPlan = { readonly rows: readonly PlannedRow<OrganisationColumn>[]; /** What is to be decided on. */ readonly organisations: readonly NewOrganisation[] }

type Register = {
  readonly known: readonly Pick<Organisation, 'name' | 'discipline' | 'jurisdiction'>[]
  /** Where a row names no country, and where a place lies of which nothing is said. */
  readonly usual: { readonly country?: Jurisdiction; readonly point: Point }
  /** An organisation's id follows from what it is known by, so that nobody registers it twice. */
  readonly ids: (knownBy: string) => { readonly organisation: OrganisationId; readonly location: LocationId }
}

export const planOrganisationsImport = (listed: readonly ListedOrganisation[], register: Register): OrganisationsPlan => {
  const seen = new Map<string, number>()
  const planned = listed.map((one) => plan(one, seen, register))
  return { rows: planned.map(({ row }) => row), organisations: planned.flatMap(({ organisation }) => organisation ?? []) }
}

const knownBy = (country: Jurisdiction, name: string): string => `${country} ${sameName(name)}`

const plan = ({ line, values, problems: unread }: ListedOrganisation, seen: Map<string, number>, { known, usual, ids }: Register): { readonly row: PlannedRow<OrganisationColumn>; readonly organisation?: NewOrganisation } => {
  const problems = [...unread]
  const note = noting(problems)
  const { name, country = usual.country, discipline } = values
  if (name === undefined) note('missing', 'name')
  if (country === undefined) note('missing', 'country')
  const key = name === undefined || country === undefined ? undefined : knownBy(country, name)
  const stands = known.find((one) => knownBy(one.jurisdiction, one.name) === key)
  const earlier = key === undefined ? undefined : seen.get(key)
  if (earlier !== undefined) note('organisation-double', undefined, { line: earlier })
  else if (key !== undefined) seen.set(key, line)
  if (discipline === undefined && stands === undefined) note('missing', 'discipline')
  if (discipline !== undefined && stands !== undefined && stands.discipline !== discipline) note('organisation-otherwise', 'discipline')
  const saysPlace = values.place !== undefined || values.address !== undefined || values.phone !== undefined || values.near !== undefined
  if (stands === undefined && saysPlace && values.address === undefined) note('missing', 'address')

  const row = { line, name: stands?.name ?? name ?? '', changes: [], problems } as const
  if (key === undefined || name === undefined || country === undefined || problems.length > 0) return { row: { ...row, kind: 'wrong' } }
  if (stands !== undefined || discipline === undefined) return { row: { ...row, kind: 'same' } }
  const { organisation: organisationId, location: locationId } = ids(key)
  const { place = name, address, phone, near } = values
  const organisation: NewOrganisation = {
    organisationId, name, discipline, jurisdiction: country,
    ...(address !== undefined && { place: { locationId, name: place, address, ...(phone !== undefined && { phone }), point: near?.point ?? usual.point } }),
  }
  const refused = refuseOrganisation(organisation)?.refusal
  if (refused !== undefined) {
    note(problemOf(refused.code), organisationColumns.find((column) => column === refused.about?.['field']), refused.about)
    return { row: { ...row, kind: 'wrong' } }
  }
  const told = { discipline, country, ...(address !== undefined && { place, address, phone, near: near?.name }) }
  const changes = organisationColumns.flatMap((column): readonly ListChange<OrganisationColumn>[] => {
    const after = column === 'name' ? undefined : told[column]
    return after === undefined ? [] : [{ column, after }]
  })
  return { row: { ...row, kind: 'new', changes }, organisation }
}
