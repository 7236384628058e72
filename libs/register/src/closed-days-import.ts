/**
 * What a list of closed days comes to, beside the register as it stands: days on which a place, or every place, is closed for once.
 * Nothing is decided here. Days that have been, and days on which the place is closed already, change nothing; what is closed stays so.
 */
import { addDays, type Id, type IsoDate, type LocationId } from '@samenspel/kernel'
import { isClosedOn, refuseUse, usualUse, type ClosedPeriod } from './locations.ts'
import { noting, problemOf, type ListedRow, type PlannedRow } from './list-import.ts'
import { locationsFrom, type Organisation, type PlaceStep } from './organisation.ts'

/** The columns of a list, in the order in which one is written. */
export const closedDaysColumns = ['from', 'until', 'place'] as const
export type ClosedDaysColumn = (typeof closedDaysColumns)[number]

/** `places`: absent where the row is about every open place; without a last day it is one day. */
export type ListedClosing = ListedRow<ClosedDaysColumn, { readonly from?: IsoDate; readonly until?: IsoDate; readonly places?: readonly LocationId[] }>

/** Days that would be closed and aren't yet; `place` is absent where it is about every open place. */
export type Closing = { readonly place?: LocationId; readonly from: IsoDate; readonly until: IsoDate }

export type ClosedDaysPlan = { readonly rows: readonly PlannedRow<ClosedDaysColumn>[]; /** What is to be decided on, one a place. */ readonly steps: readonly PlaceStep[]; readonly closings: readonly Closing[] }

type Register = {
  readonly organisation: Pick<Organisation, 'locations' | 'uses'>
  readonly today: IsoDate
  /** How all places together are called. */
  readonly everywhere: string
  readonly version: (location: LocationId) => Id
}

export const planClosedDaysImport = (listed: readonly ListedClosing[], { organisation, today, everywhere, version }: Register): ClosedDaysPlan => {
  const open = locationsFrom(organisation, today)
  const before = new Map(open.map(({ locationId }) => [locationId, organisation.uses.get(locationId)]))
  const closed = new Map<LocationId, readonly ClosedPeriod[]>(open.map(({ locationId }) => [locationId, before.get(locationId)?.use.closed.filter(({ until }) => until >= today) ?? []]))
  const touched = new Set<LocationId>()
  const closings: Closing[] = []
  const rows = listed.map(({ line, values: { from, until = from, places }, problems: unread }): PlannedRow<ClosedDaysColumn> => {
    const problems = [...unread]
    const note = noting(problems)
    const name = places === undefined ? everywhere : open.flatMap(({ locationId, name: called }) => places.includes(locationId) ? [called] : []).join(', ')
    if (open.length === 0) note('no-places')
    if (from === undefined) note('missing', 'from')
    if (from !== undefined && until !== undefined && until < from) note('period-reversed', 'until')
    const row = { line, name, changes: [], problems } as const
    if (problems.length > 0 || from === undefined || until === undefined) return { ...row, kind: 'wrong' }
    const news = open.filter(({ locationId }) => (places === undefined || places.includes(locationId)) && until >= today && !isClosedThrough(closed.get(locationId) ?? [], from, until))
    for (const { locationId } of news) {
      const after = [...closed.get(locationId) ?? [], { from, until }]
      const refused = refuseUse({ ...usualUse, closed: after })?.refusal
      if (refused === undefined) { closed.set(locationId, after); touched.add(locationId) } else note(problemOf(refused.code), refused.code === 'period-too-long' ? 'until' : undefined, refused.about)
    }
    if (problems.length > 0) return { ...row, kind: 'wrong' }
    closings.push(...news.length === open.length ? [{ from, until }] : news.map(({ locationId: place }) => ({ place, from, until })))
    return { ...row, kind: news.length > 0 ? 'new' : 'same', changes: news.length > 0 ? [{ column: 'from', after: [from, until] }] : [] }
  })
  return {
    rows, closings,
    steps: [...touched].map((locationId) => {
      const stands = before.get(locationId)
      return { type: 'SetLocationUse', locationId, version: version(locationId), ...(stands !== undefined && { from: stands.version }), use: { ...stands?.use ?? usualUse, closed: closed.get(locationId) ?? [] } }
    }),
  }
}

/** Whether every one of these days is closed already. */
const isClosedThrough = (closed: readonly ClosedPeriod[], from: IsoDate, until: IsoDate): boolean => {
  for (let day = from; day <= until; day = addDays(day, 1)) if (!isClosedOn({ closed }, day)) return false
  return true
}
