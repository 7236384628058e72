/**
 * Which authority holds when. Facts come late and overlap (G-06), so each newer one replaces the older for the days that it
 * covers, and leaves the rest as it was.
 */
import { addDays, covers, type IsoDate, type PersonId } from '@samenspel/kernel'
import type { AuthorityBasis, AuthoritySource, AuthorityStatus } from './events.ts'
import type { Family } from './state.ts'

/** What holds for one adult over one child in one period, both days included. */
export type Authority = {
  readonly child: PersonId
  readonly adult: PersonId
  readonly status: AuthorityStatus
  readonly basis: AuthorityBasis
  readonly source: AuthoritySource
  readonly from: IsoDate
  readonly until?: IsoDate
}

/** All periods as they hold by what is known now; two of the same pair never overlap. */
export const authorities = (family: Family): readonly Authority[] =>
  family.authorities.reduce<readonly Authority[]>((held, { child, adult, status, basis, source, from, until }) => {
    const fact: Authority = { child, adult, status, basis, source, from, ...(until !== undefined && { until }) }
    return [...held.flatMap((older) => older.child === child && older.adult === adult ? outside(older, fact) : [older]), fact]
  }, [])

/** Whether an adult has verified authority over a child on a day. */
export const holdsAuthority = (family: Family, adult: PersonId, child: PersonId, day: IsoDate): boolean =>
  authorities(family).some((held) => held.adult === adult && held.child === child && held.status === 'verified' && covers(held, day))

/** What is left of a period when another one takes its days: the part before it, and the part after it. */
const outside = (older: Authority, newer: Authority): readonly Authority[] => {
  if (newer.until !== undefined && newer.until < older.from) return [older]
  if (older.until !== undefined && older.until < newer.from) return [older]
  const before = older.from < newer.from ? [{ ...older, until: addDays(newer.from, -1) }] : []
  const isLeftAfter = newer.until !== undefined && (older.until === undefined || newer.until < older.until)
  return isLeftAfter ? [...before, { ...older, from: addDays(newer.until, 1) }] : before
}
