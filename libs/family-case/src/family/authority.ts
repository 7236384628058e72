/**
 * Which authority holds when. Facts come late and overlap (G-06), so each newer one replaces the older for the days that it
 * covers, and leaves the rest as it was.
 */
import { addDays, covers, dayOf, zoneOf, type IsoDate, type PersonId } from '@samenspel/kernel'
import type { AuthorityBasis, AuthoritySource, AuthorityStatus } from './events.ts'
import type { Family, Member } from './family.ts'
import type { AuthorityGap } from './family.ts'

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

/** What is looked at to know who holds authority: the facts, and who died. */
type Known = Pick<Family, 'authorities' | 'jurisdiction'> & { readonly members: readonly Pick<Member, 'memberId' | 'passed'>[] }

/** All periods as they hold by what is known now; two of the same pair never overlap. What was a mistake holds nowhere, and nobody holds it after their death. */
export const authorities = (family: Known): readonly Authority[] => {
  const ended = new Map(family.members.flatMap(({ memberId, passed }) => passed === undefined ? [] : [[memberId, passed.on ?? dayOf(passed.at, zoneOf(family.jurisdiction))] as const]))
  const all = recordedAuthorities(family)
  return ended.size === 0 ? all : all.flatMap((one) => {
    const last = ended.get(one.adult)
    return last === undefined || (one.until !== undefined && one.until <= last) ? [one] : one.from > last ? [] : [{ ...one, until: last }]
  })
}

const recordedAuthorities = (family: Pick<Family, 'authorities'>): readonly Authority[] =>
  family.authorities.filter(({ mistaken }) => mistaken === undefined).reduce<readonly Authority[]>((held, { child, adult, status, basis, source, from, until }) => {
    const fact: Authority = { child, adult, status, basis, source, from, ...(until !== undefined && { until }) }
    return [...held.flatMap((older) => older.child === child && older.adult === adult ? outside(older, fact) : [older]), fact]
  }, [])

/** Who has verified authority over a child on a day. */
export const holdersOf = (family: Known, child: PersonId, day: IsoDate): readonly PersonId[] =>
  authorities(family).filter((held) => held.child === child && held.status === 'verified' && covers(held, day)).map(({ adult }) => adult)

/** Whether an adult has verified authority over a child on a day. */
export const holdsAuthority = (family: Known, adult: PersonId, child: PersonId, day: IsoDate): boolean => holdersOf(family, child, day).includes(adult)

/** The days until today on which verified authority held before a change of what is known, and not after it; a period for each pair and stretch. */
export const gapsBetween = (before: Known, after: Known, today: IsoDate): readonly Pick<AuthorityGap, 'child' | 'adult' | 'from' | 'until'>[] => {
  const held = authorities(after).filter(({ status }) => status === 'verified')
  return authorities(before).filter(({ status, from }) => status === 'verified' && from <= today).flatMap((was) => {
    const known: Authority = { ...was, until: was.until === undefined || was.until > today ? today : was.until }
    return held.filter(({ child, adult }) => child === was.child && adult === was.adult)
      .reduce<readonly Authority[]>((left, still) => left.flatMap((one) => outside(one, still)), [known])
      .map(({ child, adult, from, until = today }) => ({ child, adult, from, until }))
  })
}

/** What is left of a period when another one takes its days: the part before it, and the part after it. */
const outside = (older: Authority, newer: Authority): readonly Authority[] => {
  if (newer.until !== undefined && newer.until < older.from) return [older]
  if (older.until !== undefined && older.until < newer.from) return [older]
  const before = older.from < newer.from ? [{ ...older, until: addDays(newer.from, -1) }] : []
  const isLeftAfter = newer.until !== undefined && (older.until === undefined || newer.until < older.until)
  return isLeftAfter ? [...before, { ...older, from: addDays(newer.until, 1) }] : before
}
